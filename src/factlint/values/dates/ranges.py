"""Stretches between two dates: from 1939 to 1945, between 3 and 12 September, 2010–15, November 19-20.

Both ends count in full: from 1939 to 1945 runs to 31 December 1945.
"""

from __future__ import annotations

from dataclasses import replace

from factlint.values.base import DateValue
from factlint.values.dates.bounded import BOUNDED, cued_year, now, trailing
from factlint.values.dates.cues import ends_here, is_counted, is_part_of_number
from factlint.values.dates.members import month_after
from factlint.values.dates.numerals import day_number, decimal_follows, year_number
from factlint.values.dates.numeric import numeric_date
from factlint.values.dates.offsets import ANY, any_date
from factlint.values.dates.parts import Found, Moment, Part, days, joined, longest
from factlint.values.dates.periods import PERIODS
from factlint.values.dates.rules import DAYS, SUFFIXES, Grammar, Rule
from factlint.values.dates.tokens import FOUR, Tokens

_DASHES = ("-", "–", "—", "‑", "~")
_TO = frozenset({"to", "until", "till", "til", "through", "thru", *_DASHES})


def dated(t: Tokens, i: int) -> Found:
    """Read a date, a stretch of dates or a date bounded on one side, the longest that fits."""
    single = any_date(t, i)
    if single:
        return longest(single, _pair(t, single), _and_bare(t, single), _STRETCHES.read(t, i), trailing(t, i))
    return _STRETCHES.read(t, i)


def _from_to(t: Tokens, i: int) -> Found:
    """Read "from A to B" and "between A and B"; A may be a bare day of the month."""
    between = t.at(i) == "between"
    first = any_date(t, i + 1) or now(t, i + 1) or cued_year(t, i + 1)
    return longest(
        _pair(t, first, between=between),
        _pair(t, _bare(t, i + 1), between=between),
        _dashed_years(t, i + 1),
        _periods(t, i + 1),
    )


def _periods(t: Tokens, i: int) -> Found:
    """Read the pair after "from" or "between" that is one period already: "the 1930s to the 1950s"."""
    found = PERIODS.read(t, i)
    return found if found and isinstance(found[0], DateValue) and found[0].precision == "interval" else None


def _bare(t: Tokens, i: int) -> Found:
    """Read a day of the month without its month, which the other end of the stretch gives."""
    start = t.skip(i, "the")
    day = None if decimal_follows(t, start) or is_part_of_number(t, start) else day_number(t, start)
    return (Part(day=day[0]), day[1]) if day else None


def _bare_first(t: Tokens, i: int) -> Found:
    """Read "9 to 12 of June", "24-26 February 2022"."""
    return _pair(t, _bare(t, i))


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


def _both(t: Tokens, i: int) -> Found:
    """Read "1 and 2 May 2020": both days, an EDTF all-of set."""
    first = _bare(t, i)
    second = any_date(t, first[1] + 1) if first and t.at(first[1]) in ("and", "&") else None
    return _all_of(t, first[0], second) if first and second else None


def _and_bare(t: Tokens, first: Found) -> Found:
    """Read the bare day in "May 1 and 2"."""
    if not first or t.at(first[1]) not in ("and", "&"):
        return None
    second = _second_bare(t, first[1] + 1, first[0])
    return _all_of(t, first[0], second) if second and ends_here(t, second[1]) else None


def _all_of(t: Tokens, first: Moment, second: tuple[Moment, int]) -> Found:
    if not isinstance(second[0], Part) or second[0].month is None or second[0].precision != "day":
        return None
    value = joined(first, second[0], t.today)
    if not value or "/" not in value.edtf:
        return None
    return replace(value, edtf="{" + value.edtf.replace("/", ",") + "}"), second[1]


def _second(t: Tokens, i: int, first: Moment) -> Found:
    found = longest(
        _in_month(t, i) if isinstance(first, Part) and first.month is None and first.day else None,
        (now(t, i) or _to_date(t, i)) if _complete(first) else None,
        any_date(t, i),
        numeric_date(t, i, cued=True),
        _second_bare(t, i, first),
    )
    return found or (cued_year(t, i) if _is_year(first) else None)


def _to_date(t: Tokens, i: int) -> Found:
    """Read the "date" of "May 2016 to date": the reference day."""
    today = days((t.today, t.today)) if t.today else None
    return (today, i + 1) if today and t.at(i) == "date" and t.at(i - 1) == "to" else None


def _in_month(t: Tokens, i: int) -> Found:
    """Read "22 this month", after "from 4 to"."""
    day = day_number(t, t.skip(i, "the"))
    return month_after(t, day[1], day[0]) if day else None


def _complete(moment: Moment) -> bool:
    if isinstance(moment, DateValue):
        return True
    return moment.month is not None or moment.year is not None or moment.weekday is not None


def _is_year(moment: Moment) -> bool:
    return isinstance(moment, Part) and moment.precision == "year"


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
    if not day or decimal_follows(t, i) or day[0] <= first.day:
        return None
    if t.at(day[1]) in (":", "/") or is_counted(t, day[1]):
        return None
    year = year_number(t, t.skip(t.skip(day[1], ","), "of"))
    if year and not is_counted(t, year[1]):
        return Part(year[0], first.month, day[0]), year[1]
    return Part(month=first.month, day=day[0]), day[1]


def _dashed_years(t: Tokens, i: int) -> Found:
    """Read "1937–45", "2010–15", "1914-1918", "2008/09"."""
    first = year_number(t, i)
    if not first or not t.at(i).isdecimal() or _clings(t, i):
        return None
    j = first[1] + 1
    sign, tail = t.at(first[1]), t.at(j)
    if sign not in (*_DASHES, "/") or not tail.isdecimal() or len(tail) not in (2, 4):
        return None
    if is_counted(t, j + 1) or decimal_follows(t, j) or (len(tail) == 2 and not t.glued(j)):
        return None
    last = int(tail) if len(tail) == 4 else first[0] // 100 * 100 + int(tail)
    if not first[0] < last <= 2199 or (t.glued(j + 1) and t.at(j + 1) in ("-", "/", "%", "–")):
        return None
    if not _fits(t, i, sign, last - first[0]):
        return None
    value = joined(Part(first[0]), Part(last), None)
    return (value, j + 1) if value else None


def _clings(t: Tokens, i: int) -> bool:
    """Say whether the figures are unlikely to be a year, or go on to the left."""
    before = t.at(i - 1)
    doubtful = int(t.at(i)) < 1500 and before not in ("in", "from", "between", "of", "the", "(", "since")
    return doubtful or (t.glued(i) and (before.isalnum() or before in ("$", "£", "€", "-", "/", ".", ",")))


def _fits(t: Tokens, i: int, sign: str, years: int) -> bool:
    """Tell the years of a season (2008/09, the 2008-09 season) from a month in ISO 8601 (2008-09)."""
    tail = t.at(i + 2)
    if sign == "/":
        return years == 1 and int(t.at(i)) >= 1700
    if sign != "-" or len(tail) == 4 or int(tail) > 12:
        return True
    return t.at(i - 1) == "the" or t.at(i + 3) in ("season", "winter", "campaign")


_STRETCHES: Grammar[Moment] = Grammar(
    *BOUNDED,
    Rule(_from_to, {"from", "between"}),
    Rule(_dashed_years, {FOUR}, then=frozenset({*_DASHES, "/"})),
    Rule(_bare_first, DAYS, the=True, then=_TO | SUFFIXES),
    Rule(_both, DAYS, the=True, then=SUFFIXES | {"and", "&"}),
)
DATED_STARTS = ANY.starts | _STRETCHES.starts
