"""The sentences of passages with what stands around them, and those that a claim may be settled by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.sentences import sentences
from factlint.documents.text import plain_text
from factlint.prose import rows
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.sentence import LONGEST, Sentence
from factlint.prose.words import measure_of
from factlint.values.base import Context

MOST = 24  # sentences that are read closely
_HEADING = 120  # characters
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_MOST_FIGURES = 60
_INNER = re.compile(r"(?<=[a-z0-9,;] )[A-Z][a-z]{2,}")
_SMALL = re.compile(r"\b[a-z]{3,}")
_BLANK = re.compile(r"\n\s*\n")
_CLOSED = (".", "!", "?", "…", '"', "”", ";", ",")


def read(passages: Sequence[Document | str], context: Context) -> list[Sentence]:
    """Return the sentences of all passages in order, each tied to those before it and to its heading.

    The words are English here, and so are the figures where the context doesn't say: 3.350 is no 3,350.
    """
    context = replace(context, locale=context.locale or "en")
    found: list[Sentence] = []
    for number, passage in enumerate(passages):
        text, tabled = rows.of_text(passage if isinstance(passage, str) else plain_text(passage).text, number)
        if not isinstance(passage, str) and detect(passage) == "html":
            tabled = rows.of_page(passage, number)
        found += [*_tied(text, number, context), *tabled]
    return found


def share_names(found: list[Sentence]) -> None:
    """Tell all sentences which words are names: those with a capital inside of a sentence, and never without one."""
    capital = {match[0].lower() for one in found for match in _INNER.finditer(one.text[:LONGEST])}
    small = {match[0] for one in found for match in _SMALL.finditer(one.text[:LONGEST])}
    names = frozenset(capital - small)
    for sentence in found:
        sentence.names = names


def _tied(text: str, number: int, context: Context) -> list[Sentence]:
    made: list[Sentence] = []
    heading: Sentence | None = None
    before: Sentence | None = None
    spans = sentences(text)
    for at, (start, end) in enumerate(spans):
        sentence = Sentence(" ".join(text[start:end].split()), context, start, number, before, heading)
        made.append(sentence)
        follows = at + 1 < len(spans)
        if follows and _is_heading(text, spans[at], spans[at - 1] if at else None, spans[at + 1]):
            heading, before = sentence, None
        else:
            before = sentence
    return made


def _is_heading(
    text: str, span: tuple[int, int], before: tuple[int, int] | None, after: tuple[int, int]
) -> bool:
    """Whether a short line without a full stop stands alone above others."""
    line = text[slice(*span)]
    alone = all(_BLANK.search(text[a[1] : b[0]]) for a, b in pairwise(filter(None, (before, span, after))))
    return alone and len(line) < _HEADING and not line.endswith(_CLOSED) and "\t" not in line


def candidates(claim: Sentence, found: list[Sentence]) -> list[Sentence]:
    """Return the sentences that share most with the claim, the best first, by BM25 and fuzzy likeness."""
    found = [sentence for sentence in found if not _is_heap(sentence.text)]
    if len(found) <= MOST:
        return found
    ranked = _by_bm25(terms(claim.text), found)
    return ranked[:MOST] or _by_likeness(claim.text, found)[:MOST]


def _is_heap(text: str) -> bool:
    """Whether a sentence holds more figures than anybody says in one: a page's rows, not prose."""
    return len(_DIGITS.findall(text, 0, LONGEST)) > _MOST_FIGURES


def terms(text: str) -> set[str]:
    """Return the stems of a text's words, with one term for each group of equal words and each measure."""
    words = lexicon()
    found: set[str] = set()
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        root = stem(word)
        if root in words.light or len(root) < 2:
            continue
        found.add(root)
        found |= {f"g{number}" for number in words.same.get(root, ())}
        family = measure_of(word)
        if family:
            found.add("m" + re.sub(r"\W", "", family))
    return found


def _by_bm25(wanted: set[str], found: list[Sentence]) -> list[Sentence]:
    import sqlite3

    if not wanted:
        return []
    with sqlite3.connect(":memory:") as base:
        base.execute("CREATE VIRTUAL TABLE s USING fts5(words)")
        rows = ((number, " ".join(sorted(terms(_with_neighbours(s))))) for number, s in enumerate(found))
        base.executemany("INSERT INTO s(rowid, words) VALUES (?, ?)", rows)
        query = " OR ".join(f'"{term}"' for term in sorted(wanted))
        rows_found: Iterable[tuple[int]] = base.execute(
            "SELECT rowid FROM s WHERE s MATCH ? ORDER BY rank, rowid LIMIT ?", (query, MOST)
        ).fetchall()
    base.close()
    return [found[number] for (number,) in rows_found]


def _with_neighbours(sentence: Sentence) -> str:
    parts = [
        sentence.heading.text if sentence.heading else "",
        sentence.before.text if sentence.before else "",
    ]
    return " ".join([*parts, sentence.text, sentence.text])


def _by_likeness(text: str, found: list[Sentence]) -> list[Sentence]:
    from rapidfuzz import fuzz

    return sorted(found, key=lambda sentence: -fuzz.token_set_ratio(text, sentence.text))
