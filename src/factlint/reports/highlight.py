"""The article's text cut where claims begin and end, so that each piece knows the claims it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

Mark = tuple[int, int]
"""The characters from and to of markup."""

Gap = tuple[int, int, str]
"""The characters from and to, and what kind of thing stands there that no claim covers."""

_Place = TypeVar("_Place", Gap, Mark)
_BULLETS = ("- ", "* ", "+ ")


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
    claims to name after them, which are all those of a run of overlapping claims that ends here; ``gap``:
    what kind of thing they are that no claim covers; ``mark``: the markup that stands here unseen."""

    text: str
    inside: tuple[int, ...] = ()
    told: tuple[int, ...] = ()
    gap: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article; ``item`` where it is a list's, ``heading`` where it is marked as one."""

    pieces: tuple[Piece, ...]
    item: bool = False
    heading: bool = False


def paragraphs(
    text: str, spans: Iterable[Span], gaps: Iterable[Gap] = (), marks: Iterable[Mark] = ()
) -> list[Paragraph]:
    """Return the lines of ``text`` that hold words, cut at every span's ends. Spans may overlap.

    Spans that lie outside the text or are empty are left out. A gap shows where no claim is, a mark nowhere.
    """
    good = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    bare = [gap for gap in gaps if 0 <= gap[0] < gap[1] <= len(text)]
    hidden = [mark for mark in marks if 0 <= mark[0] < mark[1] <= len(text)]
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(text, good, bare, hidden):
        first, *rest = piece.text.split("\n")
        # the claims told here stand after the last of the piece's lines
        lines[-1].append(Piece(first, piece.inside, () if rest else piece.told, piece.gap, piece.mark))
        for place, words in enumerate(rest, start=1):
            told = piece.told if place == len(rest) else ()
            lines.append([Piece(words, piece.inside, told, piece.gap)])
    held = [[piece for piece in line if piece.text or piece.told or piece.mark] for line in lines]
    return [_paragraph(line) for line in held if any(piece.text.strip() or piece.told for piece in line)]


def _pieces(text: str, spans: list[Span], gaps: list[Gap], marks: list[Mark]) -> Iterator[Piece]:
    starting: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        starting[span.start].append(span)
    told = _runs(spans)
    around: list[Span] = []
    cuts = {0, len(text), *starting, *(span.end for span in spans)}
    cuts.update(cut for gap in gaps for cut in gap[:2])
    cuts.update(cut for mark in marks for cut in mark)
    kinds = _within(cuts, gaps)
    unseen = _within(cuts, marks)
    for start, end in pairwise(sorted(cuts)):
        around = [span for span in around if span.end > start] + starting[start]
        shown = sorted(around, key=lambda span: (span.rank, span.end - span.start, span.number))
        words, numbers = text[start:end], tuple(span.number for span in shown)
        if start in unseen:
            yield Piece("\n" * words.count("\n"), (), told.get(end, ()), mark=words)
            continue
        yield Piece(
            words, numbers, told.get(end, ()), kinds[start][2] if start in kinds and not shown else ""
        )


def _within(cuts: Iterable[int], places: Sequence[_Place]) -> dict[int, _Place]:
    """Return for each cut the place that it lies in, if any."""
    found: dict[int, _Place] = {}
    ordered = sorted(cuts)
    for place in places:
        for cut in ordered[bisect_left(ordered, place[0]) : bisect_left(ordered, place[1])]:
            found[cut] = place
    return found


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
    if first.mark.startswith("#"):
        return Paragraph(tuple(line), heading=True)
    if first.inside or not first.text.startswith(_BULLETS):
        return Paragraph(tuple(line))
    return Paragraph((Piece(first.text[2:], (), first.told), *line[1:]), item=True)
