"""Names in running text, found by their capitals."""

from __future__ import annotations

import re

from factlint.values.base import Reading
from factlint.values.countries import country, country_of_demonym
from factlint.values.folding import fold
from factlint.values.function_words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUIETERS,
)
from factlint.values.grammar import sentence_spans
from factlint.values.names.parts import kind_of, read_name, split_title
from factlint.values.names.tables import groups, word_set

_WORD = re.compile(r"(?:[^\W\d_]\.){1,4}(?=\s|$|,)|[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")
_LINKS = frozenset({"of", "the", "and", "for", "y"})
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *(
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ),
)
_CALENDAR = frozenset(_DAYS + _MONTHS)
_CLOSED = ADVERBS | AUXILIARIES | BREAKS | DETERMINERS | PREPOSITIONS | PRONOUNS | QUIETERS | CONJUNCTIONS
_OPENERS = _CLOSED | frozenset(
    ("how", "why", "according", "meanwhile", "however", "despite", "following", "asked")
)
_LONGEST = 12  # words in one name
_Span = tuple[int, int]


def find_names(text: str) -> list[Reading]:
    """Return the names in a text, in order and without overlap: runs of capitalised words with their titles.

    A single capitalised word that opens a sentence is taken only where the text has it inside a sentence too.
    Adjectives of nations ("Russian") aren't names by themselves.
    """
    runs = [(start, run) for start, end in sentence_spans(text) for run in _runs(text, start, end)]
    inner = {text[slice(*run[0])] for start, run in runs if len(run) == 1 and not _opens(text, start, run)}
    found: list[Reading] = []
    for start, run in runs:
        for part in _parts(text, _trimmed(text, run, start, inner)):
            span = part[0][0], _end(text, part)
            if not country_of_demonym(text[slice(*span)]):
                found.append(Reading(*span, read_name(text[slice(*span)])))
    return found


def _runs(text: str, start: int, end: int) -> list[list[_Span]]:
    """Return runs of words that are capitalised, or that link capitalised words; a possessive ends one."""
    links = _LINKS | word_set("name_order", "particles", "words")
    runs: list[list[_Span]] = []
    current: list[_Span] = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        joined = bool(current) and text[current[-1][1] : match.start()] == " " and len(current) < _LONGEST
        if current and not (joined and (word[0].isupper() or word in links)):
            runs.append(current)
            current = []
        if word[0].isupper() or current:
            current.append(match.span())
        if current and word.endswith(("'s", "’s")):
            runs.append(current)
            current = []
    return [*runs, current] if current else runs


def _end(text: str, run: list[_Span]) -> int:
    end = run[-1][1]
    return end - 2 if text[run[0][0] : end].endswith(("'s", "’s")) else end


def _opens(text: str, sentence: int, run: list[_Span]) -> bool:
    return not text[sentence : run[0][0]].strip(" \n\t\"'“‘-–•*(")


def _trimmed(text: str, run: list[_Span], sentence: int, inner: set[str]) -> list[_Span]:
    """Cut links at the ends, calendar words and words that only open the sentence."""
    if _opens(text, sentence, run):
        run = _without_opener(text, run, inner)
    while run and (text[run[0][0]].islower() or fold(text[slice(*run[0])]) in _CALENDAR):
        run = run[1:]
    while run and (text[run[-1][0]].islower() or fold(text[slice(*run[-1])]) in _CALENDAR):
        run = run[:-1]
    alone = len(run) == 1 and fold(text[slice(*run[0])])
    return [] if alone == "i" or alone in word_set("titles", "courtesy") else run


def _without_opener(text: str, run: list[_Span], inner: set[str]) -> list[_Span]:
    first = text[slice(*run[0])]
    if fold(first) in _OPENERS:
        return run[1:]
    bare = first.removesuffix("'s").removesuffix("’s")
    known = bare in inner or bool(country(bare)) or (first.isupper() and len(first) > 1) or bare != first
    return run if len(run) > 1 or known else []


def _parts(text: str, run: list[_Span]) -> list[list[_Span]]:
    """Split "Putin and Kim", "Robert Fico of Slovakia", "President of Belarus" into the names they hold."""
    for i in range(1, len(run) - 1):
        word = text[slice(*run[i])]
        before, after = run[:i], run[i + 1 :]
        said = text[before[0][0] : before[-1][1]]
        apart = text[slice(*run[i + 1])] == "the"  # "the CDC and the European Central Bank"
        if word == "and" and (apart or not _is_one_name(text[run[0][0] : run[-1][1]], said)):
            return [before, *_parts(text, _from_capital(text, after))]
        if word == "of" and _is_role(said):
            return _parts(text, _from_capital(text, after))
        if word == "of" and len(before) > 1 and kind_of(said) == "person":
            return [before, *_parts(text, _from_capital(text, after))]
    return [run] if run else []


def _from_capital(text: str, run: list[_Span]) -> list[_Span]:
    while run and text[run[0][0]].islower():
        run = run[1:]
    return run


def _is_one_name(whole: str, before_and: str) -> bool:
    return (
        bool(country(whole))
        or fold(whole) in groups("organisations", "same")
        or kind_of(before_and) == "organisation"
    )


def _is_role(text: str) -> bool:
    return split_title(f"{text} X")[1] == "X"
