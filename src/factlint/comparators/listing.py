"""Rules for lists: which members of the claim the reference has, which it lacks, how many there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar

from factlint.comparators.base import Comparison, Direction, Outcome, Rule, Terms
from factlint.comparators.name import matched
from factlint.errors import FactlintError
from factlint.values.base import Counted, DateValue, Listing, Name, Quantity, Text, Value
from factlint.values.folding import fold
from factlint.values.names import NameRelation

Member = Name | Text | Quantity | DateValue
Compare = Callable[[Value, Value, Terms], Comparison]

_LISTED = 8


@dataclass(slots=True)
class Pairing:
    """How the claim's members pair with the reference's: words of each kind of leftover."""

    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    flawed: list[tuple[str, str]] = field(default_factory=list)


class Members(Rule):
    """What the rules for members share. Names pair by the rule ``name``; one that is only misspelt or has a
    wrong title is a member all the same, and makes the comparison imprecise."""

    claims: ClassVar[tuple[type, ...]] = (Listing, Name, Text)
    finds: ClassVar[tuple[type, ...]] = (Listing,)
    band: ClassVar[str]
    extras_count: ClassVar[bool] = False

    def __init__(self, compare: Compare) -> None:
        self._compare = compare

    def compare(self, claimed: Listing | Name | Text, found: Listing, terms: Terms) -> Comparison:
        """Pair the members and name those left over."""
        pairs = self._paired(_items(claimed), list(found.items), terms)
        told = [f"not in the reference: {_listed(pairs.missing)}"] if pairs.missing else []
        if self.extras_count and pairs.extra:
            told.append(f"left out: {_listed(pairs.extra)}")
        flaws = "; ".join(f"{ours} should be {theirs}" for ours, theirs in pairs.flawed)
        outcome = Outcome.MISMATCH if told else Outcome.IMPRECISE if flaws else Outcome.MATCH
        return Comparison(
            outcome,
            self.name,
            band=self.band,
            difference="; ".join(told),
            direction=self._direction(pairs),
            note="; ".join([*told, *([flaws] if flaws else [])]),
            suggestion=self._suggestion(pairs, found),
        )

    def _direction(self, pairs: Pairing) -> Direction:
        if pairs.missing and not (self.extras_count and pairs.extra):
            return "overstated"
        return "understated" if self.extras_count and pairs.extra and not pairs.missing else ""

    def _suggestion(self, pairs: Pairing, found: Listing) -> str:
        if pairs.missing or (self.extras_count and pairs.extra):
            return _listed([_text(item) for item in found.items])
        return ", ".join(right for _, right in pairs.flawed)

    def _paired(self, ours: list[Member], theirs: list[Member], terms: Terms) -> Pairing:
        pairs, free = Pairing(), list(theirs)
        waiting = [item for item in ours if not _take_same(item, free)]
        for item in waiting:
            best = self._best(item, free, terms)
            if best is None:
                pairs.missing.append(_text(item))
                continue
            free.remove(best[0])
            if best[1]:
                pairs.flawed.append((_text(item), best[1]))
        pairs.extra = [_text(item) for item in free]
        return pairs

    def _best(self, item: Member, free: list[Member], terms: Terms) -> tuple[Member, str] | None:
        """Return the reference's member that this one is, and the right words where it has a flaw."""
        flawed: tuple[Member, str] | None = None
        for other in free:
            right = self._right_words(item, other, terms)
            if right == "":
                return other, ""
            if right and flawed is None:
                flawed = other, right
        return flawed

    def _right_words(self, item: Member, other: Member, terms: Terms) -> str | None:
        """Return "" for the same member, its right words for a flawed one, ``None`` for another one."""
        if isinstance(item, Name) and isinstance(other, Name):
            match = matched(item, other, terms.tolerance)
            if match.kind in (NameRelation.SAME, NameRelation.VARIANT):
                return ""
            return None if match.kind is NameRelation.DIFFERENT else match.suggestion or other.text
        if type(item) is not type(other) or isinstance(item, Text):
            return "" if fold(_text(item)) == fold(_text(other)) else None
        try:
            comparison = self._compare(item, other, terms)
        except FactlintError:
            return None
        return None if comparison.outcome is Outcome.MISMATCH else comparison.suggestion


class Subset(Members):
    """Every member that the claim names is in the reference's list; the reference may have more."""

    name = "subset"
    band = "each named member is in the reference's list"


class SetEqual(Members):
    """The claim names the members of the reference's list, all of them and no others, in any order."""

    name = "set-equal"
    band = "the same members"
    extras_count = True


class Only(SetEqual):
    """The named ones, and only they, are in the reference's list ("the only EU member")."""

    name = "only"
    band = "these members and no others"


class Count(Rule):
    """A number is right if the reference lists that many items ("26 leaders" against their names). The
    number's own words decide how exact it is; what is listed is taken to be what the claim counts."""

    name = "count"
    claims: ClassVar[tuple[type, ...]] = (Quantity,)
    finds: ClassVar[tuple[type, ...]] = (Listing,)

    def __init__(self, compare: Compare) -> None:
        self._compare = compare

    def compare(self, claimed: Quantity, found: Listing, terms: Terms) -> Comparison:
        """Count the distinct items and compare as quantities."""
        items = {fold(_text(item)) for item in found.items}
        number = Fraction(len(items))
        counted = Quantity(number, number, counted=Counted(), text=f"{len(items)}")
        result = self._compare(claimed, counted, terms)
        return replace(result, rule=self.name, band=f"{result.band}, of {len(items)} listed")


def _items(claimed: Listing | Name | Text) -> list[Member]:
    return list(claimed.items) if isinstance(claimed, Listing) else [claimed]


def _take_same(item: Member, free: list[Member]) -> bool:
    """Take the member with the very same words out of ``free``, so that no namesake takes its place."""
    for other in free:
        if type(other) is type(item) and fold(_text(other)) == fold(_text(item)):
            free.remove(other)
            return True
    return False


def _text(item: Member) -> str:
    return item.text or str(item)


def _listed(words: list[str]) -> str:
    if len(words) <= _LISTED:
        return ", ".join(words)
    return f"{', '.join(words[:_LISTED])} and {len(words) - _LISTED} more"


def rules(compare: Compare) -> tuple[Rule, ...]:
    """Return the rules for lists; ``compare`` settles members that aren't names, and counts."""
    return (Subset(compare), SetEqual(compare), Only(compare), Count(compare))
