"""What a draft is made of: claims, what was left out of them, and where the article contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from factlint.project.claims import Quote, ValueType


@dataclass(frozen=True, slots=True)
class Drafted:
    """One checkable statement as the reader read it, before an editor has seen it.

    start, end: the characters of the value in the article's text, end excluded
    anchor: the characters that the quote must hold, where they aren't those of the value
    value: the value in the article's own words; several for a list
    kind: its type, or ``None`` where the words show it (a quantity or date)
    resolved: a relative date as EDTF, where its words alone don't say the day
    topic: words that name the claim, for its id
    flags: what an editor has to settle, in plain words
    """

    start: int
    end: int
    value: str | tuple[str, ...]
    kind: ValueType | None = None
    anchor: tuple[int, int] = (0, 0)
    unit: str = ""
    measure: str = ""
    population: str = ""
    place: str = ""
    as_of: str = ""
    resolved: str = ""
    attribution: str = ""
    rule: str = ""
    topic: str = ""
    tags: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    score: int = 0
    reasons: tuple[str, ...] = ()
    id: str = ""
    quote: Quote | None = None

    @property
    def held(self) -> tuple[int, int]:
        """The characters that the quote must hold."""
        return self.anchor if self.anchor[1] else (self.start, self.end)

    @property
    def span(self) -> tuple[int, int]:
        """The characters that the claim covers."""
        return min(self.start, self.held[0]), max(self.end, self.held[1])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that look checkable and are not drafted, with the reason."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A place where the article contradicts itself or leaves open what it speaks of.

    places: the characters of each of the passages concerned, in the article's order
    """

    rule: str
    message: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything drafted from one article, in reading order."""

    claims: tuple[Drafted, ...]
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
