"""The comments at a claims file's end that a draft writes, beside those that an editor wrote there.

The record holds a short digest of every statement that was drafted once, so that an update brings back none that
an editor deleted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from factlint.drafting.model import Drafted, LeftOut, Notice
from factlint.drafting.reading import Article
from factlint.project.anchors import line_of

LEFT_OUT, NOTICES = "# Left out, with the reason:", "# The article against itself:"
RECORD = "# Drafted once, so that an update brings back nothing that you deleted:"
_SHOWN, _PER_LINE, _DIGITS = 60, 18, 5
_OURS = re.compile(r"#   line \d|#   (?:[0-9a-f]{5} ?)+$")


def split(text: str) -> tuple[str, list[str]]:
    """Return a claims file without its last comments, and these."""
    lines = text.rstrip("\n").split("\n")
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return "\n".join(lines[:end]) + "\n", lines[end:]


def kept(tail: Iterable[str]) -> list[str]:
    """Return the comments that an editor wrote."""
    own = [line for line in tail if not _OURS.match(line) and line not in (LEFT_OUT, NOTICES, RECORD)]
    while own and not own[-1].strip():
        own.pop()
    return own


def recorded(tail: Iterable[str]) -> set[str]:
    """Return the digests of what was drafted before."""
    lines = list(tail)
    at = lines.index(RECORD) + 1 if RECORD in lines else len(lines)
    return {word for line in lines[at:] if _OURS.match(line) for word in line.strip("# ").split()}


def digest(claim: Drafted) -> str:
    """Return five hex digits for a statement: its type, value and what it is about."""
    return hashlib.sha256(f"{claim.kind}|{claim.value}|{claim.topic}".encode()).hexdigest()[:_DIGITS]


def remarks(
    left_out: Iterable[LeftOut], notices: Iterable[Notice], digests: Iterable[str], article: Article
) -> list[str]:
    """Return the comment lines for what was left out, what contradicts itself, and the record."""
    told = sorted(set(digests))
    rows = [" ".join(told[at : at + _PER_LINE]) for at in range(0, len(told), _PER_LINE)]
    return [
        *_section(NOTICES, [noticed(item, article) for item in notices]),
        *_section(LEFT_OUT, [_left(item, article) for item in left_out]),
        *_section(RECORD, rows),
    ]


def _section(title: str, items: list[str]) -> list[str]:
    return ["", title, *(f"#   {item}" for item in items)] if items else []


def noticed(notice: Notice, article: Article) -> str:
    """Return a notice in one line, with the lines of the article that it speaks of."""
    lines = sorted({line_of(article.text, start) for start, _ in notice.places})
    return f"line {', '.join(map(str, lines))}: {notice.message} ({notice.rule})"


def _left(item: LeftOut, article: Article) -> str:
    low, high = article.sentence(item.start)
    around = article.words(max(low, item.start - 24), min(max(high, item.end), item.end + 24))
    whole = item.start - low < 24 and high - item.end < 24
    inner = around if whole else " ".join(around.split(" ")[1:-1])
    shown = inner if item.text in inner else item.text
    return f'line {line_of(article.text, item.start)}: "{shown[:_SHOWN]}": {item.reason}'
