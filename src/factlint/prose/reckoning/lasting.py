"""How long something lasted, from when it began and when it ended: "the siege lasted two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from factlint.prose.base import Binding, PartFinding
from factlint.prose.reckoning.base import YEAR, Asker, finding
from factlint.prose.tokens import Tag
from factlint.values.base import DateValue, Quantity, Sense, Value
from factlint.verdict import Verdict

_DAYS = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(487, 16), "year": Fraction(1461, 4)}
_LASTED = re.compile(
    r"^(?P<what>.{2,120}?) (?:lasted|took|went on|ran|was open|continued|dragged on)(?: for)? (?P<time>[^,;]{3,60}?)\.?$"
)
_TOOK = re.compile(
    r"^It took (?P<time>.{3,40}?) to (?:build|complete|construct|finish) (?P<what>[^,;]{2,120}?)\.?$"
)
_FOR = re.compile(r"^(?P<what>.{2,160}?) for (?P<time>[^,;]{3,40}?)\.?$")
_WORK = re.compile(r"^(?:the )?(?:construction|building) of (?P<of>.+)$", re.IGNORECASE)
_STRIKE = re.compile(r"^(?:the |a )?strike (?:by|of) (?P<of>.+)$", re.IGNORECASE)
_BEGAN = ("began", "opened", "broke out")
_ENDED = ("ended", "was completed", "finished", "closed", "was over")


def settle(ask: Asker) -> list[PartFinding]:
    """Decide how long something lasted, where the passages give both the day it began and the day it ended."""
    text = ask.claim.text
    read = _TOOK.match(text) or _LASTED.match(text) or _FOR.match(text)
    times = [
        t.quantity for t in ask.claim.tokens if t.tag is Tag.VALUE and t.quantity and t.quantity.unit in _DAYS
    ]
    if read is None or len(times) != 1 or times[0].text not in read["time"]:
        return []
    if read.re is _FOR:
        return _over(ask, read["what"].replace(" served as ", " was "), times[0])
    began = ask.day(*_asked(read["what"], _BEGAN))
    ended = ask.day(*_asked(read["what"], _ENDED)) if began else None
    if began is None or ended is None or (began.passage, began.start) == (ended.passage, ended.start):
        return []
    return _decided(times[0], began, ended, began.value, ended.value)


def _over(ask: Asker, what: str, time: Quantity) -> list[PartFinding]:
    """Decide "was mayor for twelve years" by "was mayor from 1996 to 2008"."""
    told = ask.day(f"{what} from {YEAR} to {int(YEAR) + 1}.")
    value = told.value if told is not None else None
    if told is None or not isinstance(value, DateValue) or not value.start or not value.end:
        return []
    ends = value.edtf.split("/")
    precision = "year" if all(len(end) == _YEAR_ALONE for end in ends) else "day"
    began = replace(value, end=_end(value.start, precision), precision=precision)
    ended = replace(value, start=_start(value.end, precision), precision=precision)
    return _decided(time, told, told, began, ended) if len(ends) > 1 else []


_YEAR_ALONE = 4


def _end(day: date, precision: str) -> date:
    return day.replace(month=12, day=31) if precision == "year" else day


def _start(day: date, precision: str) -> date:
    return day.replace(month=1, day=1) if precision == "year" else day


def _asked(what: str, verbs: tuple[str, ...]) -> Iterator[str]:
    """Yield the plain claims that ask when something began or ended."""
    work, strike, ends = _WORK.match(what), _STRIKE.match(what), verbs is _ENDED
    if strike and not ends:
        yield f"{strike['of']} went on strike in {YEAR}."
    if strike and ends:
        yield from (f"The strike ended in {YEAR}.", f"{strike['of']} returned to work in {YEAR}.")
    if strike:
        return
    yield from (f"{what} {verb} in {YEAR}." for verb in verbs)
    if work and ends:
        yield f"{work['of']} was completed in {YEAR}."
    if not work and not ends:
        yield from (f"{word} {what} began in {YEAR}." for word in ("Construction of", "Work on"))


def _decided(
    time: Quantity, first: Binding, last: Binding, began: Value | None, ended: Value | None
) -> list[PartFinding]:
    verdict = compared(time, began, ended)
    reason = (
        f"it went from '{first.found}' to '{last.found}'"
        if first is not last
        else f"it went on '{first.found}'"
    )
    return [finding(time.text, verdict, reason, first, last, value=time)] if verdict else []


def compared(time: Quantity, began: Value | None, ended: Value | None) -> Verdict | None:
    """Return whether a stretch of time is that between two dates; none where it is neither clearly so nor clearly not."""
    spans = list(_spans(began, ended, _DAYS[time.unit]))
    if not spans or spans[0] < 0:
        return None
    if time.sense not in (Sense.POINT, Sense.APPROXIMATE) or time.low is None:
        inside = [(time.low is None or time.low < s) and (time.high is None or s < time.high) for s in spans]
        return Verdict.SUPPORTED if all(inside) else Verdict.REFUTED if not any(inside) else None
    near = Fraction(3, 10) if time.sense is Sense.POINT else Fraction(6, 10)
    least, most = min(spans) - time.low, max(spans) - time.low
    if (-near <= least and most <= near) or (time.unit in ("day", "year") and 0 in (least, most)):
        return Verdict.SUPPORTED
    far = max(Fraction(1), time.low / 5)
    return Verdict.REFUTED if most < -far or least > far else None


def _spans(began: Value | None, ended: Value | None, unit: Fraction) -> Iterator[Fraction]:
    """Yield the least and the greatest number of units between two dates; of two years, their difference alone."""
    if not isinstance(began, DateValue) or not isinstance(ended, DateValue):
        return
    if (
        not (began.start and began.end and ended.start and ended.end)
        or began.approximate
        or ended.approximate
    ):
        return
    if began.precision == ended.precision == "year":
        if unit == _DAYS["year"]:
            yield Fraction(ended.start.year - began.start.year)
        return
    if ended.start < began.end:
        return
    yield (ended.start - began.end).days / unit
    yield ((ended.end - began.start).days + 1) / unit
