"""Stretches between two dates, and dates bounded on one side.

"From 1939 to 1945", "between 3 and 12 September", "2010–15", "since 2006", "before May", "until 27 April",
"2012 or later". Both ends of a stretch count in full: from 1939 to 1945 runs to 31 December 1945.
"""

from __future__ import annotations

from factlint.values.base import DateValue
from factlint.values.dates.cues import is_counted
from factlint.values.dates.numerals import day_number, decimal_follows, year_number
from factlint.values.dates.numeric import numeric_date
from factlint.values.dates.offsets import any_date
from factlint.values.dates.parts import Found, Moment, Part, days, joined, longest, opened, resolved
from factlint.values.dates.periods import period
from factlint.values.dates.tokens import Tokens

_DASHES = ("-", "–", "—", "‑", "~")
_TO = frozenset({"to", "until", "till", "til", "through", "thru", *_DASHES})
_SINCE = ("since",)
_HEDGES = ("around", "about", "circa", "c", "approximately", "roughly")


def dated(t: Tokens, i: int) -> Found:
    """Read a date, a stretch of dates or a date bounded on one side, the longest that fits."""
    single = any_date(t, i)
    return longest(
        single,
        hedged(t, i),
        _bounded(t, i),
        _from_to(t, i),
        _dashed_years(t, i),
        _pair(t, single),
        _pair(t, _bare(t, i)),
    )


def hedged(t: Tokens, i: int) -> Found:
    """Read "around 2010", "circa 1850": approximate in EDTF."""
    word = t.at(i)
    if word not in _HEDGES or (word == "c" and t.at(i + 1) != "."):
        return None
    j = i + 2 if word == "c" else i + 1
    found = any_date(t, j) or _cued_year(t, j, word in ("circa", "c"))
    if not found:
        return None
    value = resolved(found[0], t.today)
    if "/" in value.edtf or value.edtf[:1] == "[" or value.approximate:
        return value, found[1]
    return DateValue(value.start, value.end, value.precision, f"{value.edtf}~", True), found[1]


def _cued_year(t: Tokens, i: int, cued: bool) -> Found:
    found = year_number(t, i) if cued else None
    return (Part(found[0]), found[1]) if found else None


def _bounded(t: Tokens, i: int) -> Found:
    """Read what is open on one side: "since 2006", "before May", "2012 or later", "from 2006 onwards"."""
    start = t.skip(i, "ever", "on", "or", "not", "no")
    word = t.at(start)
    if start > i and not (t.at(i) == "ever" or t.phrase(i, "on", "or") or t.at(i) in ("not", "no")):
        return None
    found = _led_bound(t, i, word)
    return found or _trailing_bound(t, i)


def _led_bound(t: Tokens, i: int, word: str) -> Found:
    inclusive = bool(t.phrase(i, "on", "or"))
    j = t.skip(i, "ever") if not inclusive else i + 2
    word = t.at(j)
    if word in ("no", "not") and t.phrase(j + 1, "later", "than"):
        word, inclusive, k = "until", True, j + 3
    elif word in ("no", "not") and t.phrase(j + 1, "earlier", "than"):
        word, inclusive, k = "since", True, j + 3
    elif t.phrase(j, "as", "late", "as"):
        word, inclusive, k = "until", True, j + 3
    elif t.phrase(j, "up", "to") or t.phrase(j, "up", "until"):
        word, inclusive, k = "until", True, j + 2
    else:
        k = t.skip(j + 1, "about", "around", "roughly")
    if word not in ("since", "after", "before", "until", "till", "til", "by"):
        return None
    found = any_date(t, k) or _cued_year(
        t, k, word in ("since", "until", "till") and not is_counted(t, k + 1)
    )
    if not found or (word in ("after", "before", "by") and _span_of_time(t, k)):
        return None
    return _opened(resolved(found[0], t.today), word, inclusive), found[1]


def _span_of_time(t: Tokens, i: int) -> bool:
    """Say whether a length of time stands at ``i`` rather than a date: "after three weeks"."""
    return t.at(i) in ("past",)


def _opened(value: DateValue, word: str, inclusive: bool) -> DateValue:
    if word in ("since", "after"):
        return opened(value, after=True, inclusive=inclusive or word == "since")
    return opened(value, before=True, inclusive=inclusive or word != "before")


def _trailing_bound(t: Tokens, i: int) -> Found:
    """Read "2012 or later", "from 2006 onwards", "1 May or earlier"."""
    found = any_date(t, t.skip(i, "from"))
    if not found:
        return None
    j = found[1]
    value = resolved(found[0], t.today)
    if t.at(j) in ("onwards", "onward") and t.at(i) == "from":
        return opened(value, after=True), j + 1
    if t.phrase(j, "and", "onwards") or (t.at(i) == "from" and t.phrase(j, "and", "on")):
        return opened(value, after=True), j + 2
    if t.at(j) in ("or", "and") and t.at(j + 1) in ("later", "after", "beyond", "earlier", "before"):
        later = t.at(j + 1) in ("later", "after", "beyond")
        return opened(value, after=later, before=not later), j + 2
    return None


def _from_to(t: Tokens, i: int) -> Found:
    """Read "from A to B" and "between A and B"; A may be a bare day of the month."""
    word = t.at(i)
    if word not in ("from", "between"):
        return None
    first = any_date(t, i + 1) or _now(t, i + 1) or _cued_year(t, i + 1, True)
    between = word == "between"
    return longest(
        _pair(t, first, between=between),
        _pair(t, _bare(t, i + 1), between=between),
        _dashed_years(t, i + 1),
        _decades(t, i + 1),
    )


def _decades(t: Tokens, i: int) -> Found:
    """Read the pair after "from" or "between" that is one period already: "the 1930s to the 1950s"."""
    found = period(t, i)
    return found if found and isinstance(found[0], DateValue) and found[0].precision == "interval" else None


def _bare(t: Tokens, i: int) -> Found:
    """Read a day of the month without its month, which the other end of the stretch gives."""
    day = day_number(t, t.skip(i, "the"))
    return (Part(day=day[0]), day[1]) if day and not decimal_follows(t, i) else None


def _pair(t: Tokens, first: Found, *, between: bool = False) -> Found:
    """Read the second date after ``first`` and join the two."""
    if not first:
        return None
    sign, j = t.at(first[1]), first[1] + 1
    if sign not in _TO and not (between and sign == "and"):
        return None
    second = _second(t, j, first[0])
    if not second or not _compatible(first[0], second[0]):
        return None
    value = joined(first[0], second[0], t.today)
    return (value, second[1]) if value else None


def _second(t: Tokens, i: int, first: Moment) -> Found:
    found = longest(
        _now(t, i) if _complete(first) else None,
        any_date(t, i),
        numeric_date(t, i, cued=True),
        _second_bare(t, i, first),
    )
    return found or (_cued_year(t, i, True) if _is_year(first) else None)


def _complete(moment: Moment) -> bool:
    return (
        isinstance(moment, DateValue)
        or moment.month is not None
        or moment.year is not None
        or moment.weekday is not None
    )


def _is_year(moment: Moment) -> bool:
    return isinstance(moment, Part) and moment.month is None and moment.day is None


def _compatible(first: Moment, second: Moment) -> bool:
    """Refuse a bare day without a month on either side, and a year joined to a day of no year."""
    if isinstance(first, Part) and isinstance(second, Part):
        if first.day is not None and first.month is None:
            return second.month is not None and second.day is not None
        if first.year is not None and first.month is None:
            return second.year is not None
    return True


def _second_bare(t: Tokens, i: int, first: Moment) -> Found:
    """Read the bare day that ends "November 19-20", "April 9th through 17th", with a year perhaps."""
    if not isinstance(first, Part) or first.day is None or first.month is None or first.year is not None:
        return None
    day = day_number(t, t.skip(i, "the"))
    if (
        not day
        or decimal_follows(t, i)
        or day[0] <= first.day
        or t.at(day[1]) == ":"
        or is_counted(t, day[1])
    ):
        return None
    j = t.skip(t.skip(day[1], ","), "of")
    year = year_number(t, j)
    if year and not is_counted(t, year[1]):
        return Part(year[0], first.month, day[0]), year[1]
    return Part(month=first.month, day=day[0]), day[1]


def _now(t: Tokens, i: int) -> Found:
    j = t.skip(i, "the")
    if t.at(i) in ("now", "date") or t.at(j) in ("present",):
        day = t.today
        return (
            ((days((day, day)) or Part()), j + 1)
            if day
            else (DateValue(None, None, "day", "XXXX-XX-XX"), j + 1)
        )
    return None


def _dashed_years(t: Tokens, i: int) -> Found:
    """Read "1937–45", "2010–15", "1914-1918", "2008/09"."""
    first = year_number(t, i)
    j = first[1] if first else 0
    if (
        not first
        or not t.at(i).isdecimal()
        or t.at(j) not in (*_DASHES, "/")
        or (t.glued(i) and t.at(i - 1).isalnum())
    ):
        return None
    if t.glued(i) and t.at(i - 1) in ("$", "£", "€", "-", "/", ".", ","):
        return None
    tail = t.at(j + 1)
    if (
        not tail.isdecimal()
        or len(tail) not in (2, 4)
        or is_counted(t, j + 2)
        or (len(tail) == 2 and not t.glued(j + 1))
    ):
        return None
    last = int(tail) if len(tail) == 4 else first[0] // 100 * 100 + int(tail)
    if (
        not first[0] < last <= 2199
        or (t.glued(j + 2) and t.at(j + 2) in ("-", "/", "%", "–"))
        or decimal_follows(t, j + 1)
    ):
        return None
    if t.at(j) == "/" and last != first[0] + 1:
        return None
    if len(tail) == 2 and t.at(j) == "-" and int(tail) <= 12 and not _season(t, i, j):
        return None
    value = joined(Part(first[0]), Part(last), None)
    return (value, j + 2) if value else None


def _season(t: Tokens, i: int, j: int) -> bool:
    """Tell 2008-09 the two years from the month in ISO 8601."""
    before, after = t.at(i - 1), t.at(j + 2)
    return before == "the" or after in ("season", "winter", "campaign")
