"""Parts of a period: early March, mid-2023, the end of July, the first half of 2024, later this year.

Conventions: early, mid and late are the thirds of a period: of a year its EDTF quadrimesters (mid-2023 is May to
August 2023, ``2023-38``), of a month the days 1-10, 11-20 and 21 to the end, of a decade the years 0-3, 4-6 and
7-9. "Beginning", "middle" and "end" mean the same thirds.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from factlint.values.base import DateValue
from factlint.values.calendar import month_bounds, shift
from factlint.values.dates.absolute import CALENDAR
from factlint.values.dates.holidays import HOLIDAYS
from factlint.values.dates.lengths import calendar_unit
from factlint.values.dates.numerals import ordinal
from factlint.values.dates.parts import Found, Moment, Part, days, resolved, unresolved
from factlint.values.dates.periods import PERIODS
from factlint.values.dates.relative import RELATIVE
from factlint.values.dates.rules import ORDINALS, Grammar, Rule
from factlint.values.dates.tense import leaning
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import EARLY_LATE, UNITS
from factlint.values.edtf import edtf_date, edtf_interval

_SHARES = {"decade": ((0, 3), (4, 6), (7, 9)), "century": ((0, 33), (34, 66), (67, 99))}


def whole(t: Tokens, i: int) -> Found:
    """Read the period that a part is taken of: "March", "2023", "next month", "the year"."""
    found = WHOLE.read(t, i)
    if found:
        return leaning(t, i, found)
    j = t.skip(i, "the")
    unit = UNITS.get(t.at(j), "")
    if unit in ("week", "month", "quarter", "year", "decade", "century") and not t.at(j).endswith("s"):
        return (calendar_unit(t.today, unit, 0) if t.today else unresolved(unit)), j + 1
    return None


def _third(t: Tokens, i: int) -> Found:
    """Read "early March", "mid-2023", "the late 1990s", "the end of July", "early next month"."""
    start = t.skip(i, "the")
    which = EARLY_LATE.get(t.at(start))
    if which is None or (t.glued(start) and t.at(start - 1) not in ("-", "(", "–", "—", "“", '"')):
        return None
    j = t.skip(t.skip(t.skip(start + 1, "-"), "part"), "of", "in", "on")
    noun = t.at(start) in ("beginning", "start", "end", "close", "middle")
    if noun and t.at(start + 1) not in ("of", "-") and t.at(start + 1) not in ("month", "year"):
        return None
    found = whole(t, j)
    if not found or (isinstance(found[0], Part) and found[0].precision == "day"):
        late_day = found and t.at(start) in ("early", "late") and isinstance(found[0], Part)
        return found if late_day else None
    value = third(resolved(found[0], t.today), which)
    return (value, found[1]) if value else None


def third(value: DateValue, which: int) -> DateValue | None:
    """Return the first, second or last (1, 2, 3) third of ``value``; None if it has no thirds."""
    first, last = value.start, value.end
    if value.precision == "year":
        edtf = edtf_date(first.year if first else None, 36 + which)
        found = month_bounds(first.year, which * 4 - 3, 4) if first else None
        begin, finish = found or (None, None)
        return DateValue(begin, finish, "interval", edtf, value.approximate)
    if value.precision == "month":
        return _days_of(value, (1, 11, 21)[which - 1], (10, 20, 0)[which - 1])
    if first is None or last is None:
        return replace(value, precision="interval", edtf="XXXX")
    if value.precision in _SHARES:
        low, high = _SHARES[value.precision][which - 1]
        return _years(max(first.year // 10 * 10, 1) + low, first.year // 10 * 10 + high)
    size = (last - first).days + 1
    if size < 3:
        return None
    cut = [0, round(size / 3), round(2 * size / 3), size]
    return days((first + timedelta(days=cut[which - 1]), first + timedelta(days=cut[which] - 1)))


def _days_of(month: DateValue, first: int, last: int) -> DateValue:
    """Return days ``first`` to ``last`` (0: the end) of a month."""
    if month.start is None or month.end is None:
        number = month.edtf[-2:]
        last = last or (monthrange(2000, int(number))[1] if number.isdecimal() else 28)
        text = edtf_interval(f"{month.edtf}-{first:02d}", f"{month.edtf}-{last:02d}")
        return DateValue(None, None, "interval", text)
    return days((month.start.replace(day=first), month.end.replace(day=last or month.end.day))) or month


def _years(first: int, last: int) -> DateValue:
    return DateValue(
        date(first, 1, 1), date(last, 12, 31), "interval", edtf_interval(f"{first:04d}", f"{last:04d}")
    )


def _half(t: Tokens, i: int) -> Found:
    """Read "the first half of July", "the second half of the 19th century", "the third quarter of last year"."""
    j = t.skip(i, "the")
    number = ordinal(t, j) or ((2, j + 1) if t.at(j) in ("last", "latter") else None)
    size = {"half": 2, "quarter": 4}.get(t.at(number[1])) if number else None
    if not number or not size or number[0] > size or t.at(number[1] + 1) not in ("of", "in"):
        return None
    found = whole(t, number[1] + 2)
    value = resolved(found[0], t.today) if found else None
    if not found or not value:
        return None
    if value.precision == "year":
        group = number[0] + (39 if size == 2 else 32)
        return Part(value.start.year if value.start else None, group), found[1]
    part = _half_of(value, number[0]) if size == 2 else None
    return (part, found[1]) if part else None


def _half_of(value: DateValue, number: int) -> DateValue | None:
    if value.precision == "month":
        return _days_of(value, (1, 16)[number - 1], (15, 0)[number - 1])
    if value.start is None or value.end is None or value.precision not in _SHARES:
        return None
    size = value.end.year - value.start.year + 1
    low = value.start.year + (number - 1) * (size // 2)
    return _years(low, low + size // 2 - 1)


def _earlier(t: Tokens, i: int) -> Found:
    """Read "earlier this year", "so far this month", "later this week", "the rest of the year": the days up to
    the reference day, or those after it."""
    j = _led_by(t, i)
    found = whole(t, j) if j else None
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision == "day":
        return None
    if not (t.today and value.start and value.end and value.start <= t.today <= value.end):
        return value, found[1]
    if t.at(i) in ("earlier", "so"):
        return days((value.start, t.today)) or value, found[1]
    following = shift(t.today, 1, "day") or value.end
    return days((min(following, value.end), value.end)) or value, found[1]


def _led_by(t: Tokens, i: int) -> int:
    """Return the index past "earlier in", "so far", "the rest of"; 0 if none stands at ``i``."""
    j = t.skip(i, "the")
    if t.at(j) in ("rest", "remainder") and t.at(j + 1) == "of":
        return j + 2
    j = t.phrase(i, "so", "far") or (i + 1 if t.at(i) != "so" else 0)
    return t.skip(j, "in") if j and t.at(t.skip(j, "in")) in ("the", "this") else 0


WHOLE: Grammar[Moment] = Grammar(*CALENDAR, HOLIDAYS, *PERIODS.rules, *RELATIVE)
NARROWED: tuple[Rule[Moment], ...] = (
    Rule(_third, EARLY_LATE, the=True),
    Rule(_half, {*ORDINALS, "last", "latter"}, the=True),
    Rule(_earlier, {"earlier", "later", "so", "rest", "remainder"}, the=True),
)
