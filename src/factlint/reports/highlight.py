"""The article's text cut where claims begin and end, so that each piece knows the claims it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A claim's place in the text: ``text[start:end]``; ``number`` names the claim."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph. ``inside``: the shortest claim around them; ``ending``: those that end here."""

    text: str
    inside: int | None = None
    ending: tuple[int, ...] = ()


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
        # the numbers of claims that end here stand after the last of the piece's lines
        lines[-1].append(Piece(first, piece.inside, () if rest else piece.ending))
        for place, words in enumerate(rest, start=1):
            lines.append([Piece(words, piece.inside, piece.ending if place == len(rest) else ())])
    return [_paragraph(line) for line in lines if any(piece.text.strip() or piece.ending for piece in line)]


def _pieces(text: str, spans: list[Span]) -> Iterator[Piece]:
    starting: dict[int, list[Span]] = defaultdict(list)
    ending: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        starting[span.start].append(span)
        ending[span.end].append(span)
    cuts = sorted({0, len(text), *starting, *ending})
    around: list[Span] = []
    for start, end in pairwise(cuts):
        around = [span for span in around if span.end > start] + starting[start]
        shortest = min(around, key=lambda span: (span.end - span.start, span.number), default=None)
        done = tuple(sorted(span.number for span in ending[end]))
        yield Piece(text[start:end], shortest.number if shortest else None, done)


def _paragraph(line: list[Piece]) -> Paragraph:
    first = line[0]
    if first.inside is not None or not first.text.startswith("- "):
        return Paragraph(tuple(line))
    return Paragraph((Piece(first.text[2:], None, first.ending), *line[1:]), item=True)
