"""Dates of the calendar as prose writes them: 24 February 2022, Feb. 24, 2022, May 2024, Friday the 13th, 1999."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factlint.values.base import DateValue
from factlint.values.dates.cues import (
    ends_here,
    hour_stands,
    is_counted,
    is_part_of_number,
    month_alone,
    weekday_alone,
    year_alone,
)
from factlint.values.dates.numerals import (
    Count,
    day_number,
    decimal_follows,
    full_year,
    ordinal,
    short_year,
    year_number,
)
from factlint.values.dates.numeric import numeric_date
from factlint.values.dates.parts import Found, Moment, Part, longest, unresolved
from factlint.values.dates.rules import DAYS, SUFFIXES, Rule
from factlint.values.dates.tokens import EIGHT, FOUR, SMALL, Tokens
from factlint.values.dates.words import ANY_WEEKDAY, MONTHS, ONES, WEEKDAYS

_ERAS = ("bc", "bce", "ad", "ce")
SCHOOL = ("school", "academic")
FISCAL = ("fiscal", "financial", "tax", *SCHOOL)


def month_name(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read a month's name or its abbreviation with the full stop."""
    number = MONTHS.get(t.at(i))
    if number is None:
        return None
    short = len(t.at(i)) <= 4 and t.at(i) not in ("may", "june", "july")
    return number, t.skip(i + 1, ".") if short and t.glued(i + 1) else i + 1


def year(t: Tokens, i: int) -> Found:
    """Read "2022", "the year 2020", "calendar year 2008"."""
    j = t.skip(i, "the")
    k = t.skip(t.skip(j, "calendar"), "year")
    named = k > j and t.at(k - 1) == "year"
    found = year_number(t, k if named else i)
    if found and (named or year_alone(t, i, found[0], found[1])):
        return Part(found[0]), found[1]
    return None


def fiscal_year(t: Tokens, i: int) -> Found:
    """Read "fiscal year 2008", "the 2023 financial year", "FY2024", "the school year 2008"."""
    j = t.skip(i, "the")
    if t.at(j) in ("fy", "sy", "cy"):
        figures = t.at(j + 1)
        short = len(figures) == 2 and figures.isdecimal() and t.glued(j + 1)
        number = (full_year(int(figures)), j + 2) if short else year_number(t, j + 1)
        if number and t.at(j) == "cy":
            return Part(number[0]), number[1]
        return (fiscal(number[0], t.at(j) == "sy"), number[1]) if number else None
    led = year_number(t, j)
    k = led[1] if led else j
    named = t.at(k) in FISCAL and (not led or t.at(k + 1) == "year")
    number = led or (year_number(t, t.skip(k + 1, "year")) if named else None)
    if not number or not named:
        return None
    return fiscal(number[0], t.at(k) in SCHOOL), k + 2 if led else number[1]


def fiscal(value: int, school: bool) -> Moment:
    """Return the days that the fiscal or school year ``value`` may have, whoever counts it: a fiscal year begins
    between April of the year before and April of its year, a school year ends in its year or begins in it."""
    month, day = (8, 31) if school else (3, 31)
    if not 2 <= value <= 9998:
        return unresolved("year")
    first, last = date(value - 1, 7 if school else 4, 1), date(value + 1, month, day)
    return DateValue(first, last, "interval", f"[{first}..{last}]")


def _era(t: Tokens, i: int) -> Found:
    """Read "44 BC", "79 AD", "AD 79"; years before 1 have no days in this calendar, only their EDTF text."""
    led = t.at(i) in ("ad", "ce") and t.capital(i)
    figures, j = t.at(i + led), i + 1
    era = t.at(i) if led else t.at(j)
    if (
        not figures.isdecimal()
        or len(figures) > 4
        or era not in _ERAS
        or not (led or (t.capital(j) and not t.glued(j)))
    ):
        return None
    if is_part_of_number(t, i + led) or int(figures) == 0:
        return None
    if era in ("bc", "bce"):
        return DateValue(None, None, "year", f"-{int(figures) - 1:04d}"), j + 1
    return Part(int(figures)), j + 1


def _weekday_first(t: Tokens, i: int) -> Found:
    weekday = ANY_WEEKDAY.get(t.at(i))
    if weekday is None:
        return None
    after = t.skip(i + 1, ".") if t.at(i) not in WEEKDAYS and t.glued(i + 1) else i + 1
    j = t.skip(after, ",")
    full = longest(_day_first(t, j), _month_first(t, j, cued=True), numeric_date(t, j, cued=True))
    if full and isinstance(full[0], Part) and full[0].day is not None:
        return replace(full[0], weekday=weekday), full[1]
    bare = _day_alone(t, after)
    if bare:
        return Part(day=bare[0], weekday=weekday), bare[1]
    return (Part(weekday=weekday), after) if weekday_alone(t, i) else None


def _lone_day(t: Tokens, i: int) -> Found:
    """Read "the 18th" after "on"."""
    found = _day_alone(t, i) if t.at(i) == "the" and t.at(i - 1) == "on" else None
    return (Part(day=found[0]), found[1]) if found else None


def _day_alone(t: Tokens, i: int) -> Count | None:
    """Read the bare day in "Friday the 13th", "on the 18th": no noun or hour follows."""
    j = t.skip(i, "the")
    found = day_number(t, j)
    if not found or _is_clock(t, found[1]) or decimal_follows(t, j):
        return None
    fits = ends_here(t, found[1]) or hour_stands(t, found[1])
    return found if fits and (ordinal(t, j) or t.at(j).isdecimal()) else None


def _day_first(t: Tokens, i: int) -> Found:
    """Read "24 February 2022", "the 15th day of June", "second of Aug", "05-Aug-2016"."""
    start = t.skip(i, "the")
    day = day_number(t, start)
    if not day or is_part_of_number(t, start):
        return None
    j = t.phrase(day[1], "day", "of") or day[1]
    j = t.skip(j, "of") if j == day[1] else j
    spelt_ordinal = not t.at(start).isdecimal() and ordinal(t, start)
    if spelt_ordinal and j == day[1]:
        return None
    sign = t.at(j) if t.at(j) in ("-", "/") and t.glued(j) and t.glued(j + 1) else ""
    month = month_name(t, j + bool(sign))
    if not month or not (
        j > day[1] or t.capital(j + bool(sign)) or t.at(j + bool(sign)) not in ("may", "march", "mar")
    ):
        return None
    return _with_year(t, Part(month=month[0], day=day[0]), month[1], sign)


def _month_first(t: Tokens, i: int, *, cued: bool = False) -> Found:
    """Read "February 24, 2022", "Feb 24th", "May 2024", "oct/2" or a month alone."""
    month = month_name(t, i)
    if not month or (t.glued(i) and t.at(i - 1) in ("-", "'", "’") and not t.at(i - 2)):
        return None
    number, j = month
    doubtful = t.at(i) in ("may", "march", "mar") and not t.capital(i) and not cued
    y = j + 1 if t.at(j) in ("-", "/") and t.glued(j) and t.glued(j + 1) else t.skip(t.skip(j, ","), "of")
    plain_year = year_number(t, y if not doubtful else t.size)
    if plain_year and not is_counted(t, plain_year[1]):
        return Part(plain_year[0], number), plain_year[1]
    shortened = short_year(t, j)
    if shortened:
        return Part(shortened[0], number), shortened[1]
    k = j + 1 if t.at(j) in ("-", "/") and t.glued(j) and t.glued(j + 1) else t.skip(j, "the")
    day = None if doubtful or decimal_follows(t, k) else day_number(t, k)
    if day and not _is_clock(t, day[1]) and not is_counted(t, day[1]) and _fits_day(t, k):
        return _with_year(
            t, Part(month=number, day=day[0]), day[1], t.at(j) if k > j and t.at(j) != "the" else ""
        )
    return (Part(month=number), j) if month_alone(t, i) else None


def _year_first(t: Tokens, i: int) -> Found:
    """Read "2017 April", "2019-Aug-01"."""
    found = year_number(t, i)
    if not found or (t.glued(i) and t.at(i - 1).isalnum()):
        return None
    j = found[1] + (t.at(found[1]) in ("-", "/") and t.glued(found[1]))
    month = month_name(t, j)
    if not month or (t.at(j) in ("may", "march") and not t.capital(j)):
        return None
    k = month[1] + (t.at(month[1]) in ("-", "/") and t.glued(month[1]))
    day = day_number(t, k) if k > month[1] else None
    if day:
        return Part(found[0], month[0], day[0]), day[1]
    return (Part(found[0], month[0]), month[1]) if t.at(i).isdecimal() else None


def _with_year(t: Tokens, part: Part, i: int, sign: str) -> Found:
    """Add the year that follows, if one does."""
    if sign and t.at(i) == sign and t.glued(i + 1):
        short = t.at(i + 1) if len(t.at(i + 1)) == 2 and t.at(i + 1).isdecimal() else ""
        found = (full_year(int(short)), i + 2) if short else year_number(t, i + 1)
        return (replace(part, year=found[0]), found[1]) if found else (part, i)
    j = t.skip(t.skip(t.skip(i, ","), "of", "in"), "the")
    j = t.skip(j, "year")
    found = year_number(t, j) or short_year(t, j)
    if found and not is_counted(t, found[1]) and not _is_clock(t, found[1]):
        return replace(part, year=found[0]), found[1]
    return part, i


def _is_clock(t: Tokens, i: int) -> bool:
    """Say whether the number before ``i`` is an hour: 8:30, 8pm, 8 p.m., 8 o'clock."""
    word = t.at(i)
    if word == ":" and t.glued(i) and t.at(i + 1).isdecimal():
        return True
    return word in ("am", "pm", "o") or (
        word in ("a", "p") and t.at(i + 1) in (".", "m") and t.at(i + 1 + (t.at(i + 1) == ".")) == "m"
    )


def _fits_day(t: Tokens, i: int) -> bool:
    """Refuse a day that is the head of a longer number or a sign: "May 5%"."""
    return (
        t.at(i + 1) not in ("%", "million", "billion", "bn", "hundred", "thousand") or not t.at(i).isdecimal()
    )


_YEAR_WORDS = frozenset({FOUR, "one", "two", *ONES, "twenty"})
CALENDAR: tuple[Rule[Moment], ...] = (
    Rule(_weekday_first, ANY_WEEKDAY),
    Rule(numeric_date, {SMALL, FOUR}, then=frozenset({"-", "/", ".", SMALL, FOUR})),
    Rule(numeric_date, {EIGHT}),
    Rule(_day_first, DAYS, the=True, then=frozenset({*MONTHS, *SUFFIXES, "of", "-", "/", "day"})),
    Rule(_month_first, MONTHS),
    Rule(_year_first, _YEAR_WORDS, then=frozenset({*MONTHS, "-", "/"})),
    Rule(year, _YEAR_WORDS | {"calendar", "year"}, the=True),
    Rule(_era, {SMALL, FOUR, "ad", "ce"}, then=frozenset(_ERAS)),
    Rule(_lone_day, DAYS, the=True),
    Rule(fiscal_year, {*FISCAL, "fy", "sy", "cy", FOUR}, the=True, then=frozenset(FISCAL)),
)
