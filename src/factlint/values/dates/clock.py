"""Times of day: 10:30, 7 p.m., half past seven, noon, one thirty p m, 17:30 GMT."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from factlint.values.dates.cues import is_counted
from factlint.values.dates.numerals import ordinal, small
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import NAMED_ZONES, ONES, ZONES

_NAMED = {"noon": 12, "midday": 12, "midnight": 0}
BARE, FIGURES, SURE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as said.

    known: the half of the day is told (a.m., p.m., a 24-hour figure, noon)
    sure: how clearly the words are a time: SURE, FIGURES (10:30), BARE (5, seven)
    """

    hour: int
    minute: int = 0
    second: int = 0
    precision: str = "hour"
    known: bool = False
    sure: int = BARE
    zone: str = ""

    def at(self) -> time:
        """Return the time."""
        return time(self.hour, self.minute, self.second)

    def iso(self) -> str:
        """Return the ISO 8601 text, as precise as the words."""
        size = {"hour": 2, "minute": 5}.get(self.precision, 8)
        return f"T{self.at().isoformat()[:size]}"

    def seconds(self) -> int:
        """Return the seconds since midnight."""
        return self.hour * 3600 + self.minute * 60 + self.second


ClockFound = tuple[Clock, int] | None


def clock(t: Tokens, i: int) -> ClockFound:
    """Read a time of day at ``i`` with its zone, if any."""
    if i not in t.clocks:
        t.clocks[i] = _read(t, i)
    found: ClockFound = t.clocks[i]
    return found


def _read(t: Tokens, i: int) -> ClockFound:
    found = _named(t, i) or _past(t, i) or _free_figures(t, i) or _words(t, i)
    if not found:
        return None
    value, j = _half_told(t, *found)
    zone = _zone(t, j)
    if zone and (value.sure or t.capital(j)):
        return replace(value, zone=zone[0], sure=SURE), zone[1]
    return value, j


def meridian(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read "am", "p.m.", "p m", or a lone "a" or "p" glued to figures (8:45a)."""
    word = t.at(i)
    if word in ("am", "pm"):
        return word[0], i + 1
    if word not in ("a", "p"):
        return None
    j = t.skip(i + 1, ".")
    if t.at(j) == "m" and (j > i + 1 or not t.glued(j)):
        return word, t.skip(j + 1, ".") if j > i + 1 and t.glued(j + 1) else j + 1
    return (word, i + 1) if t.glued(i) and t.glued(i - 1) and t.at(i - 2) == ":" else None


def _half_told(t: Tokens, value: Clock, j: int) -> tuple[Clock, int]:
    """Apply a.m., p.m., "o'clock" and "in the morning" after a time."""
    if t.phrase(j, "o", "'", "clock") or t.phrase(j, "o", "’", "clock"):
        value, j = replace(value, sure=SURE), j + 3
    told = meridian(t, j)
    if told and value.hour <= 12:
        return in_half(replace(value, sure=SURE), told[0] == "p"), told[1]
    if told and value.known and value.hour < 24:
        return replace(value, sure=SURE), told[1]
    for half, phrase in (
        (False, ("in", "the", "morning")), (True, ("in", "the", "afternoon")), (True, ("in", "the", "evening")),
        (True, ("at", "night")),
    ):  # fmt: skip
        k = t.phrase(j, *phrase)
        if k and not value.known and value.hour <= 12:
            return in_half(replace(value, sure=SURE), half), k
    return value, j


def in_half(value: Clock, afternoon: bool) -> Clock:
    """Put a twelve-hour time in its half of the day."""
    return replace(value, hour=value.hour % 12 + 12 * afternoon, known=True)


def _zone(t: Tokens, i: int) -> tuple[str, int] | None:
    word = t.at(i)
    if word in ZONES and (t.capital(i) or word in ("gmt", "utc", "pst", "cst", "mst", "edt", "pdt")):
        return word.upper(), i + 1
    if word in NAMED_ZONES and t.at(i + 1) == "time":
        return f"{word} time", i + 2
    return None


def _named(t: Tokens, i: int) -> ClockFound:
    j = t.skip(i, "12")
    if t.phrase(j, "mid", "night"):
        return Clock(0, known=True, sure=SURE), j + 2
    hour = _NAMED.get(t.at(j))
    return (Clock(hour, known=True, sure=SURE), j + 1) if hour is not None else None


def _past(t: Tokens, i: int) -> ClockFound:
    """Read "half past seven", "quarter to eight", "15 past seven", "ten minutes to six"."""
    j = t.skip(i, "a")
    minutes = {"half": 30, "quarter": 15}.get(t.at(j)) or _number(t, j, 59)
    if not minutes:
        return None
    j = j + 1 if isinstance(minutes, int) else minutes[1]
    amount = minutes if isinstance(minutes, int) else minutes[0]
    j = t.skip(j, "minutes", "mins", "min")
    way = t.at(j)
    hour = _number(t, j + 1, 12)
    if (
        way not in ("past", "to")
        or not hour
        or (way == "to" and (t.at(i - 1) in ("from", "between") or t.at(j - 1).isdecimal()))
    ):
        return None
    if way == "to" and amount not in (5, 10, 15, 20, 25):
        return None
    total = hour[0] * 60 + (amount if way == "past" else -amount)
    spoken = way == "past" and amount in (5, 10, 20, 25) and not t.at(j - 1).isdecimal()
    clear = (
        SURE if spoken or t.at(i) in ("half", "quarter", "a") or t.at(j - 1).startswith("min") else FIGURES
    )
    return Clock(total // 60 % 24, total % 60, precision="minute", sure=clear), hour[1]


def _number(t: Tokens, i: int, most: int) -> tuple[int, int] | None:
    word = t.at(i)
    found = (int(word), i + 1) if word.isdecimal() and len(word) <= 2 else small(t, i)
    return found if found and 1 <= found[0] <= most else None


def _free_figures(t: Tokens, i: int) -> ClockFound:
    clings = t.glued(i) and (t.at(i - 1).isalnum() or t.at(i - 1) in "$£€#.,/:")
    return None if clings else figures(t, i)


def figures(t: Tokens, i: int) -> ClockFound:
    """Read "10:30", "10.30", "10:30:15", "7", "0930", "11ish"."""
    word = t.at(i)
    if not word.isdecimal():
        return None
    if len(word) == 4 and word[0] in "012" and int(word[:2]) < 24 and int(word[2:]) < 60:
        return _military(t, i)
    if len(word) == 3 and meridian(t, i + 1) and int(word[1:]) < 60:
        return Clock(int(word[0]), int(word[1:]), 0, "minute"), i + 1
    hour = int(word[:3])
    if len(word) > 2 or hour > 24 or ordinal(t, i):
        return None
    sign = t.at(i + 1)
    two = t.at(i + 2).isdecimal() and len(t.at(i + 2)) == 2 and t.glued(i + 1) and t.glued(i + 2)
    if sign in (":", ".") and two:
        return _with_minutes(t, i, hour % 24, sign)
    if t.glued(i + 1) and sign == "ish" and 1 <= hour <= 12:
        return Clock(hour, sure=SURE), i + 2
    clings = (sign.isalpha() and not meridian(t, i + 1)) or sign in ("%", ":", "/")
    if (t.glued(i + 1) and clings) or is_counted(t, i + 1):
        return None
    return (Clock(hour % 24, known=hour > 12 or hour == 0), i + 1) if not _decimal(t, i) else None


def _decimal(t: Tokens, i: int) -> bool:
    return t.at(i + 1) in (".", ",") and t.glued(i + 1) and t.glued(i + 2) and t.at(i + 2).isdecimal()


def _with_minutes(t: Tokens, i: int, hour: int, sign: str) -> ClockFound:
    minute = int(t.at(i + 2))
    if minute > 59:
        return None
    known = hour > 12 or t.at(i).startswith("0")
    sure = FIGURES if sign == ":" else BARE
    third = t.at(i + 4)
    if (
        t.at(i + 3) == sign == ":"
        and t.glued(i + 3)
        and t.glued(i + 4)
        and third.isdecimal()
        and len(third) == 2
    ):
        return (Clock(hour, minute, int(third), "second", known, sure), i + 5) if int(third) < 60 else None
    if t.at(i + 3) in (":", ".") and t.glued(i + 3) and t.glued(i + 4) and third.isdecimal():
        return None
    return Clock(hour, minute, 0, "minute", known, sure), i + 3


def _military(t: Tokens, i: int) -> ClockFound:
    """Read "0930", "1700 hours"."""
    hour, minute = int(t.at(i)[:2]), int(t.at(i)[2:])
    hours = t.at(i + 1) in ("hours", "hrs")
    if not hours and t.at(i)[0] != "0" and not meridian(t, i + 1):
        return None
    value = Clock(hour, minute, 0, "minute", hours or hour == 0 or hour > 12, SURE if hours else BARE)
    return value, i + 1 + hours


def _words(t: Tokens, i: int) -> ClockFound:
    """Read "seven", "two thirty", "seven twenty-seven"."""
    hour = ONES.get(t.at(i), 99)
    if hour > 12 or t.glued(i):
        return None
    minute = small(t, i + 1)
    if minute and 10 <= minute[0] <= 59 and not t.at(i + 1).isdecimal():
        return Clock(hour, minute[0], 0, "minute"), minute[1]
    return Clock(hour), i + 1
