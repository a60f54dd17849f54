"""One sentence read once: its values, tokens, clauses and noun phrases, and what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from factlint.prose import standins
from factlint.prose.ages import with_ages
from factlint.prose.clauses import Clause
from factlint.prose.naming import set_known_names
from factlint.prose.phrases import Phrase, phrases
from factlint.prose.splitting import clauses
from factlint.prose.tagging import tag_verbs
from factlint.prose.tokenizing import tokens
from factlint.prose.tokens import Tag, Token
from factlint.values.base import Context, Quantity, Reading
from factlint.values.counted import attach
from factlint.values.scan import scan

LONGEST = 1200  # characters of a sentence that are read


_NONE = re.compile(
    r"\b(?:no one|no-one|nobody|none|no(?= (?:[a-z]+ )?[a-z]{3,}s\b)|no(?= (?:child|casualt|death|injur)))\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"\ba single(?= [a-z]{3,}\b)", re.IGNORECASE)
_PAIR = re.compile(r"\ba pair of(?= [a-z-]{3,}(?:s|men|ren|ple)\b)", re.IGNORECASE)
_WORN = re.compile(
    r" (?:[a-z]+ )?(?:shoes|boots|glasses|trousers|jeans|socks|gloves|scissors|skis|skates)\b", re.IGNORECASE
)
_NO = re.compile(r"no (?:longer|less|fewer|more)\b", re.IGNORECASE)


def _with_none(text: str, found: list[Reading]) -> list[Reading]:
    """Read "no one", "none of the …" and "no passengers" as nought, "a single pair" as one, "a pair of policemen" as two."""
    told = [(match.span(), 0) for match in _NONE.finditer(text) if not _NO.match(text, match.start())]
    told += [(match.span(), 1) for match in _SINGLE.finditer(text)]
    told += [(match.span(), 2) for match in _PAIR.finditer(text) if not _WORN.match(text, match.end())]
    new = [
        Reading(
            start, end, Quantity(Fraction(number), Fraction(number), step=Fraction(1), text=text[start:end])
        )
        for (start, end), number in told
        if not any(start < reading.end and reading.start < end for reading in found)
    ]
    return attach(text, sorted([*found, *new], key=lambda reading: reading.start)) if new else found


def _with_points(found: list[Reading]) -> list[Reading]:
    """Read "points" beside percentages as percentage points."""
    if not any(isinstance(reading.value, Quantity) and reading.value.unit == "%" for reading in found):
        return found
    return [_as_points(reading) for reading in found]


def _with_crowns(text: str, found: list[Reading]) -> list[Reading]:
    """Read "crowns", of whichever country, as money: 5 million of them are no thing that is counted."""
    return [_as_money(text, reading) for reading in found]


def _as_money(text: str, reading: Reading) -> Reading:
    value, behind = reading.value, _CROWNS.match(text, reading.end)
    if not isinstance(value, Quantity) or value.unit or not behind:
        return reading
    counted = replace(value.counted, head="", text=value.counted.text.replace("crowns", "").strip())
    return replace(reading, end=behind.end(), value=replace(value, unit=ANY_MONEY, counted=counted))


_CROWNS = re.compile(r" (?:crowns?|thalers?|florins?|ducats?)\b")
ANY_MONEY = "XXX"
"""The code of no currency (ISO 4217), for money of a currency that the text leaves open."""


def _as_points(reading: Reading) -> Reading:
    value = reading.value
    if not isinstance(value, Quantity) or value.unit or value.counted.head != "point":
        return reading
    return replace(
        reading, value=replace(value, unit="pp", counted=replace(value.counted, measure="", head=""))
    )


@dataclass(eq=False)
class Sentence:
    """A sentence of a passage, read when first asked for.

    before: the sentence that precedes it in its paragraph or section; heading: the title that it stands under
    names: words that are names elsewhere in the texts, in small letters
    told: the sentence that implies this one, and the characters of its words that do, where none is printed
    """

    text: str
    context: Context = field(default_factory=Context)
    start: int = 0
    source: int = 0
    before: Sentence | None = None
    heading: Sentence | None = None
    names: frozenset[str] = frozenset()
    told: Sentence | None = None
    span: tuple[int, int] = (0, 0)

    @cached_property
    def readings(self) -> list[Reading]:
        """The values in the sentence."""
        text = self.text[:LONGEST]
        return with_ages(text, _with_points(_with_crowns(text, _with_none(text, scan(text, self.context)))))

    @cached_property
    def tokens(self) -> list[Token]:
        """The words, values and marks, verbs told from nouns."""
        found = tokens(self.text[:LONGEST], self.readings)
        set_known_names(found, self.text, self.names)
        standins.fill(found, self.before)
        tag_verbs(found)
        return found

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses in order."""
        return clauses(self.tokens)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases of all clauses."""
        self.clauses  # noqa: B018 - openers that open no clause become prepositions there
        return [phrase for clause in self.clauses for phrase in phrases(self.tokens, clause)]

    @cached_property
    def owners(self) -> dict[int, Clause]:
        """The clause of each token."""
        return {at: clause for clause in self.clauses for at in clause.members}

    def of(self, clause: Clause) -> list[Phrase]:
        """Return the noun phrases of one clause."""
        return [phrase for phrase in self.phrases if phrase.clause is clause]

    def phrase_at(self, at: int) -> Phrase | None:
        """Return the noun phrase that holds a token."""
        return next((phrase for phrase in self.phrases if at in phrase), None)

    def nouns(self, phrase: Phrase) -> list[Token]:
        """Return the nouns and adjectives of a phrase."""
        return [token for token in self.tokens[phrase.first : phrase.last + 1] if token.tag is Tag.NOUN]

    def slice(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` to ``last`` (included)."""
        return self.text[self.tokens[first].start : self.tokens[last].end]
