"""The words of one sentence: what a token is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from factlint.values.base import Quantity, Reading

SCORE = re.compile(r"(\d{1,3})[-–‑](\d{1,3})$")
SCALED = frozenset(("magnitude", "category", "grade", "level", "type", "phase", "top"))

CAUSES = frozenset(
    (
        "because of",
        "due to",
        "owing to",
        "thanks to",
        "as a result of",
        "on account of",
        "as a consequence of",
    )
)
"""The prepositions of several words before what something is because of."""


class Tag(StrEnum):
    """What a token is in its sentence."""

    VALUE = "value"  # a quantity
    DATE = "date"  # any other value that was read
    NOUN = "noun"  # a noun, an adjective, a name: whatever may stand in a noun phrase
    VERB = "verb"
    AUX = "aux"
    DET = "det"
    PREP = "prep"
    TO = "to"
    PRON = "pron"
    CONJ = "conj"
    SUB = "sub"
    REL = "rel"
    ADV = "adv"
    NOT = "not"
    MARK = "mark"  # punctuation


@dataclass(slots=True)
class Token:
    """One word, value or mark at ``start:end`` of its sentence.

    compound: a figure that a hyphen ties to the word behind it ("57-storey"), or that word
    owner: it is a possessive ("Kenya's"); proper: it is written with a capital that its place doesn't ask for
    """

    word: str
    stem: str
    start: int
    end: int
    tag: Tag
    reading: Reading | None = None
    owner: bool = False
    proper: bool = False
    compound: bool = False

    @property
    def quantity(self) -> Quantity | None:
        """The quantity that the token stands for."""
        value = self.reading.value if self.reading else None
        return value if isinstance(value, Quantity) else None
