"""The article's text cut where claims begin and end, so that each piece knows the claims it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A claim's place in the text, ``text[start:end]``. ``number`` names it, the lowest ``rank`` shows."""

    start: int
    end: int
    number: int
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph. ``inside``: the claims around them, the one that shows first; ``told``: the
    claims to name after them, which are all those of a run of overlapping claims that ends here."""

    text: str
    inside: tuple[int, ...] = ()
    told: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article; ``item`` where it is a list's."""

    pieces: tuple[Piece, ...]
    item: bool = False


def paragraphs(text: str, spans: Iterable[Span]) -> list[Paragraph]:
    """Return the lines of ``text`` that hold words, cut at every span's ends. Spans may overlap.

    Spans that lie outside the text or are empty are left out.
    """
    good = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(text, good):
        first, *rest = piece.text.split("\n")
        # the claims told here stand after the last of the piece's lines
        lines[-1].append(Piece(first, piece.inside, () if rest else piece.told))
        for place, words in enumerate(rest, start=1):
            lines.append([Piece(words, piece.inside, piece.told if place == len(rest) else ())])
    return [_paragraph(line) for line in lines if any(piece.text.strip() or piece.told for piece in line)]


def _pieces(text: str, spans: list[Span]) -> Iterator[Piece]:
    starting: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        starting[span.start].append(span)
    told = _runs(spans)
    around: list[Span] = []
    for start, end in pairwise(sorted({0, len(text), *starting, *(span.end for span in spans)})):
        around = [span for span in around if span.end > start] + starting[start]
        shown = sorted(around, key=lambda span: (span.rank, span.end - span.start, span.number))
        yield Piece(text[start:end], tuple(span.number for span in shown), told.get(end, ()))


def _runs(spans: list[Span]) -> dict[int, tuple[int, ...]]:
    """Return where each run of overlapping spans ends, and the numbers of its claims in order."""
    runs: list[tuple[int, list[int]]] = []
    for span in sorted(spans, key=lambda span: span.start):
        if runs and span.start < runs[-1][0]:
            end, numbers = runs.pop()
            runs.append((max(end, span.end), [*numbers, span.number]))
        else:
            runs.append((span.end, [span.number]))
    return {end: tuple(sorted(numbers)) for end, numbers in runs}


def _paragraph(line: list[Piece]) -> Paragraph:
    first = line[0]
    if first.inside or not first.text.startswith("- "):
        return Paragraph(tuple(line))
    return Paragraph((Piece(first.text[2:], (), first.told), *line[1:]), item=True)
