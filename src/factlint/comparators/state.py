"""The rule for what was so for a time: offices, treaties, memberships, alliances."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import ClassVar

from factlint.comparators.base import Comparison, Outcome, Rule, Terms
from factlint.comparators.date import day_words, unplaced
from factlint.comparators.periods import Standing, ends, is_span, standing
from factlint.errors import IncommensurableError, ReferenceTooCoarseError, UnreadableValueError
from factlint.values.base import DateValue, Text


class Phase(StrEnum):
    """Where a day stands to the time for which something was so."""

    BEFORE = "not yet"
    DURING = "in force"
    AFTER = "former"


_WORDS = {
    Phase.BEFORE: "not yet|future|upcoming|incoming|designate|elect|prospective|will be|planned|pending",
    Phase.AFTER: "former|formerly|ex|once|no longer|ended|expired|lapsed|defunct|abolished|dissolved|repealed"
    "|was|were|had been|used to be|ousted|previous|previously|then-|erstwhile|one-time",
    Phase.DURING: "in force|in effect|in office|in power|current|currently|incumbent|serving|sitting|active"
    "|valid|present|still|now|is|are|ongoing|standing|existing|remains|remain|has been|have been",
}
_MARKS = {phase: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for phase, words in _WORDS.items()}
_SPAN = re.compile(r"\b(?:since|until|till|from|between)\b", re.IGNORECASE)
_LONGEST = 200


class State(Rule):
    """A relation or an office by its time: "in force", "former", "not yet", "since 2006", "until 2012".

    The reference gives the time for which it was so, as an EDTF interval (``1961-09-10/..``); the day is
    the claim's as-of day. Words are read by their marks of time: *former, ex-, no longer, was* say that it
    is over; *current, in force, incumbent, is* that it holds; *not yet, designate* that it is to come.
    """

    name = "state"
    claims: ClassVar[tuple[type, ...]] = (Text,)
    finds: ClassVar[tuple[type, ...]] = (DateValue,)

    def compare(self, claimed: Text, found: DateValue, terms: Terms) -> Comparison:
        """Compare the phase that the words say with the phase on the as-of day, and any stated ends."""
        said, when = _phase(claimed.text), _stated(claimed.text)
        if said is None and when is None:
            raise UnreadableValueError(
                f"'{claimed.text[:60]}' says neither that it holds nor that it is over",
                hint="write 'in force', 'former', 'not yet', 'since 2006' or 'until 2012'",
            )
        start, end = _ends(found)
        note = ""
        if when is not None:
            note = _ends_differ(when, start, end)
        actual = _actual(start, end, terms.as_of) if said or terms.as_of else None
        if said is not None and said is not actual:
            note = note or f"it was {actual}, not {said}, on {terms.as_of}"
        if said is None and actual is Phase.AFTER and when is not None and ends(when)[1] is None:
            note = note or "it has ended since"
        return self._result(claimed, found, actual, note)

    def _result(self, claimed: Text, found: DateValue, actual: Phase | None, note: str) -> Comparison:
        right = _words(found, actual)
        return Comparison(
            Outcome.MISMATCH if note else Outcome.MATCH,
            self.name,
            band="its state on the claim's day",
            difference=f"{claimed.text} vs {right}" if note else "",
            note=note,
            suggestion=right if note else "",
        )


def _phase(text: str) -> Phase | None:
    """Return the phase that the first mark of time says; "not yet" and "no longer" outdo what follows."""
    found = [
        (match.start(), phase) for phase, mark in _MARKS.items() if (match := mark.search(text[:_LONGEST]))
    ]
    return min(found)[1] if found else None


def _stated(text: str) -> DateValue | None:
    """Return the span that the words state ("since 2006"); ``None`` where they state none."""
    from factlint.values.dates import find

    if not _SPAN.search(text[:_LONGEST]):
        return None
    spans = [item.value for item in find(text[:_LONGEST]) if isinstance(item.value, DateValue)]
    return next((span for span in spans if is_span(span)), None)


def _ends(found: DateValue) -> tuple[DateValue | None, DateValue | None]:
    if unplaced(found):
        raise ReferenceTooCoarseError("the reference names no time for which it was so")
    if not is_span(found):
        raise ReferenceTooCoarseError(
            f"'{day_words(found)}' is one date, and doesn't say how long it was so",
            hint="write an interval: 1961-09-10/.. for what still holds, 2001/2008 for what is over",
        )
    return ends(found)


def _ends_differ(stated: DateValue, start: DateValue | None, end: DateValue | None) -> str:
    """Return how the stated ends differ from the reference's; empty where they agree."""
    for ours, theirs, verb in zip(ends(stated), (start, end), ("started", "ended"), strict=True):
        if ours is None:
            continue
        if theirs is None:
            return f"the reference doesn't say that it {verb}" if verb == "started" else "it hasn't ended"
        how = standing(ours, theirs)
        if how is Standing.APART:
            return f"it {verb} in {day_words(theirs)}"
        if how is not Standing.WITHIN:
            raise ReferenceTooCoarseError(
                f"'{day_words(theirs)}' is too coarse to settle '{day_words(ours)}'"
            )
    return ""


def _actual(start: DateValue | None, end: DateValue | None, as_of: date | None) -> Phase:
    """Return the phase on the as-of day. A day within a coarse start or end can't be settled."""
    if as_of is None:
        raise IncommensurableError(
            "a state is compared on a day, and none is known", hint="set the claim's as_of"
        )
    if start and start.start and as_of < start.start:
        return Phase.BEFORE
    if end and end.end and as_of > end.end:
        return Phase.AFTER
    if (start and start.end and as_of < start.end) or (end and end.start and as_of > end.start):
        raise ReferenceTooCoarseError(f"the reference isn't exact enough to say how it was on {as_of}")
    return Phase.DURING


def _words(found: DateValue, actual: Phase | None) -> str:
    """Write the state as it was: ``in force since 10 September 1961``."""
    start, end = ends(found)
    if actual is Phase.DURING and start:
        return f"in force since {day_words(start)}"
    if start and end:
        return f"from {day_words(start)} to {day_words(end)}"
    if end:
        return f"until {day_words(end)}"
    word = "from" if actual is Phase.BEFORE else "since"
    return f"{word} {day_words(start)}" if start else day_words(found)


RULES = (State(),)
