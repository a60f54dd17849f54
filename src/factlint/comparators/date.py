"""Rules for dates, times of day and recurrences."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from factlint.comparators.base import Comparison, Outcome, Rule, Terms
from factlint.comparators.periods import Standing, apart, coarsened, ends, is_span, standing, widened
from factlint.errors import IncommensurableError, ReferenceTooCoarseError
from factlint.values.base import DateValue, Recurrence, TimeValue
from factlint.values.format import format as in_style

_Judged = tuple[Outcome, str]


class DateInterval(Rule):
    """A date matches a reference that lies wholly in it (EDTF intervals): 2022 matches 2022-02-24.

    A reference less exact than the claim can't settle it, and raises ReferenceTooCoarseError. Spans (from
    1939 to 1945, since 2006) compare end by end. An approximate date (around 2010) is widened by ``date``,
    a part of its own length.
    """

    name = "date-interval"
    claims: ClassVar[tuple[type, ...]] = (DateValue,)
    finds: ClassVar[tuple[type, ...]] = (DateValue,)

    def compare(self, claimed: DateValue, found: DateValue, terms: Terms) -> Comparison:
        """Compare as periods or as spans."""
        outcome, note = _judge(claimed, found, terms)
        far = apart(claimed, found) if outcome is not Outcome.MATCH else ""
        difference = f"{day_words(claimed)} vs {day_words(found)}" + (f": {far}" if far else "")
        wrong = outcome is not Outcome.MATCH
        return Comparison(
            outcome,
            self.name,
            band=f"any day of {day_words(claimed)}",
            difference=difference if wrong else "",
            note=note,
            suggestion=in_style(coarsened(found, claimed.precision), like=claimed) if wrong else "",
        )


def _judge(claimed: DateValue, found: DateValue, terms: Terms) -> _Judged:
    if unplaced(claimed) and unplaced(found):
        return _undated(claimed, found)
    if claimed.edtf and claimed.edtf == found.edtf:
        return Outcome.MATCH, ""
    if unplaced(claimed) or unplaced(found):
        raise _too_coarse(claimed, found)
    if is_span(claimed) and is_span(found):
        return _spans(claimed, found, terms)
    if is_span(claimed):
        return _period(_stated_end(claimed) or claimed, found, terms)
    if is_span(found):
        return _against_span(claimed, found, terms)
    return _period(claimed, found, terms)


def _undated(claimed: DateValue, found: DateValue) -> _Judged:
    """Settle two dates without a year by the parts that both name, or by their words where they name none."""
    ours, theirs = claimed.edtf.split("-"), found.edtf.split("-")
    named = [(a, b) for a, b in zip(ours, theirs, strict=False) if a.isdecimal() and b.isdecimal()]
    if any(a != b for a, b in named):
        return Outcome.MISMATCH, ""
    if named and len(ours) <= len(theirs):
        return Outcome.MATCH, ""
    days = _weekday(claimed), _weekday(found)
    if all(days) and days[0] != days[1]:
        return Outcome.MISMATCH, ""
    if claimed.text.casefold() == found.text.casefold() or (all(days) and days[0] == days[1]):
        return Outcome.MATCH, ""
    raise _too_coarse(claimed, found)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekday(value: DateValue) -> str:
    words = value.text.casefold().replace(",", " ").split()
    return next((day for day in _WEEKDAYS if day in words), "")


def unplaced(value: DateValue) -> bool:
    """Whether the date names no stretch of days (25 December of any year)."""
    return value.start is None and value.end is None


def _stated_end(span: DateValue) -> DateValue | None:
    """Return the one end that an open span states: "since 2006" is held against a date as 2006."""
    start, end = ends(span)
    return None if start and end else start or end


def _period(claimed: DateValue, found: DateValue, terms: Terms) -> _Judged:
    """Settle one period against another. Raises ReferenceTooCoarseError."""
    share = terms.tolerance.date
    how = standing(widened(claimed, share), widened(found, share))
    if how is Standing.APART:
        return Outcome.MISMATCH, ""
    if found.approximate and not claimed.approximate and standing(claimed, found) is Standing.WITHIN:
        return Outcome.IMPRECISE, "the reference gives an approximate date"
    if how is Standing.WITHIN or (claimed.approximate and standing(claimed, found) is Standing.WITHIN):
        return Outcome.MATCH, ""
    raise _too_coarse(claimed, found)


def _against_span(claimed: DateValue, found: DateValue, terms: Terms) -> _Judged:
    """Settle a period against what the reference says lasted: by its start where it hasn't ended."""
    stated = _stated_end(found)
    if stated and standing(claimed, found) is not Standing.WITHIN:
        return _period(claimed, stated, terms)
    how = standing(widened(claimed, terms.tolerance.date), found)
    if how is Standing.WITHIN:
        return Outcome.MATCH, ""
    if how is Standing.APART:
        return Outcome.MISMATCH, ""
    return Outcome.IMPRECISE, "the reference gives a longer time"


def _spans(claimed: DateValue, found: DateValue, terms: Terms) -> _Judged:
    """Settle two spans end by end; the claim may leave an end unsaid, the reference's then only counts
    where it passed before the day that the claim speaks of."""
    (start, end), (their_start, their_end) = ends(claimed), ends(found)
    if start and their_start and _period(start, their_start, terms)[0] is Outcome.MISMATCH:
        return Outcome.MISMATCH, "it started at another time"
    if end and their_end and _period(end, their_end, terms)[0] is Outcome.MISMATCH:
        return Outcome.MISMATCH, "it ended at another time"
    if (start and not their_start) or (end and not their_end):
        return Outcome.MISMATCH, "the reference leaves that end open"
    if start and not end and their_end and _passed(their_end.end, terms.as_of):
        return Outcome.MISMATCH, f"the reference ends it in {day_words(their_end)}"
    return Outcome.MATCH, ""


def _passed(end: date | None, as_of: date | None) -> bool:
    return end is not None and (as_of is None or end < as_of)


def _too_coarse(claimed: DateValue, found: DateValue) -> ReferenceTooCoarseError:
    return ReferenceTooCoarseError(
        f"'{day_words(found)}' is too coarse to settle '{day_words(claimed)}'",
        hint="find a reference that names the day, or state the claim more coarsely",
    )


def day_words(value: DateValue) -> str:
    """Write a date for people: ``24 February 2022``, ``February 2022``, ``2022``, else as its words say."""
    if value.approximate or value.start is None or value.end is None:
        return value.text or value.edtf
    start = value.start
    if value.precision == "day" and value.start == value.end:
        return f"{start.day} {start:%B} {start.year}"
    if value.precision == "month":
        return f"{start:%B} {start.year}"
    return str(start.year) if value.precision == "year" else value.text or value.edtf


class TimeOfDay(Rule):
    """A time of day matches a reference that lies in it; both on named days, or both without one. An hour
    that may be morning or afternoon, or two time zones, can't be settled."""

    name = "time"
    claims: ClassVar[tuple[type, ...]] = (TimeValue,)
    finds: ClassVar[tuple[type, ...]] = (TimeValue,)

    def compare(self, claimed: TimeValue, found: TimeValue, terms: Terms) -> Comparison:
        """Compare first and last moments."""
        if (claimed.iso, claimed.twelve, claimed.zone) == (found.iso, found.twelve, found.zone):
            return Comparison(Outcome.MATCH, self.name, band=claimed.text or claimed.iso)
        if claimed.zone and found.zone and claimed.zone != found.zone:
            raise IncommensurableError(
                f"the claim's time is in {claimed.zone}, the reference's in {found.zone}"
            )
        if claimed.twelve or found.twelve:
            raise ReferenceTooCoarseError("the hour may be in the morning or in the afternoon")
        ours, theirs = _moments(claimed), _moments(found)
        if ours[0] <= theirs[0] and theirs[1] <= ours[1]:
            return Comparison(Outcome.MATCH, self.name, band=claimed.text or claimed.iso)
        if theirs[0] <= ours[0] and ours[1] <= theirs[1]:
            raise ReferenceTooCoarseError(f"'{found.text or found.iso}' is too coarse to settle the time")
        return Comparison(
            Outcome.MISMATCH,
            self.name,
            band=claimed.text or claimed.iso,
            difference=f"{claimed.text or claimed.iso} vs {found.text or found.iso}",
            suggestion=found.text or found.iso,
        )


def _moments(value: TimeValue) -> tuple[str, str]:
    """Return first and last moment as ISO text, which sorts; both sides must name days, or neither."""
    if value.start is None or value.end is None:
        raise ReferenceTooCoarseError(f"'{value.text or value.iso}' leaves a side open")
    return value.start.isoformat(), value.end.isoformat()


class Recurring(Rule):
    """What comes back matches in its period or pattern: every Monday, daily, once a year."""

    name = "recurrence"
    claims: ClassVar[tuple[type, ...]] = (Recurrence,)
    finds: ClassVar[tuple[type, ...]] = (Recurrence,)

    def compare(self, claimed: Recurrence, found: Recurrence, terms: Terms) -> Comparison:
        """Compare the patterns."""
        same = claimed.rule == found.rule
        ours, theirs = claimed.text or claimed.rule, found.text or found.rule
        return Comparison(
            Outcome.MATCH if same else Outcome.MISMATCH,
            self.name,
            band=ours,
            difference="" if same else f"{ours} vs {theirs}",
            suggestion="" if same else theirs,
        )


RULES = (DateInterval(), TimeOfDay(), Recurring())
