"""Which of two is more, from the figure of each: "carried fewer passengers in 2016 than in 2006", "is higher than"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.prose.base import Binding, PartFinding
from factlint.prose.reckoning.base import FIGURE, YEAR, Asker, amount, apart_from, finding, units
from factlint.values.base import DateValue
from factlint.verdict import Verdict

_SIZES: dict[str, tuple[str, ...]] = {
    "higher": ("{} is {} high", "The height of {} is {}", "{} was {}"),
    "taller": ("{} is {} tall", "{} is {} high", "The height of {} is {}"),
    "longer": ("{} is {} long", "The length of {} is {}"),
    "deeper": ("{} is {} deep", "The depth of {} is {}"),
    "wider": ("{} is {} wide", "The width of {} is {}"),
    "heavier": ("{} weighs {}", "The weight of {} is {}"),
    "faster": ("The speed of {} is {}",),
    "larger": ("The area of {} is {}", "{} covers {}", "{} covered {}"),
    "warmer": ("The temperature of {} is {}", "The temperature in {} was {}", "{} was {}"),
    "older": ("{} is {} years old",),
    "dearer": ("{} costs {}", "The price of {} was {}"),
}
_SAME = {
    "bigger": "larger",
    "greater": "larger",
    "hotter": "warmer",
    "costlier": "dearer",
    "more expensive": "dearer",
}
_LESS = {
    "lower": "higher", "shorter": "longer", "shallower": "deeper", "narrower": "wider", "lighter": "heavier",
    "slower": "faster", "smaller": "larger", "colder": "warmer", "cooler": "warmer", "younger": "older",
    "newer": "older", "cheaper": "dearer",
}  # fmt: skip
_SIZE = "|".join((*_SIZES, *_SAME, *_LESS))
_YEARS = re.compile(r"\b[12]\d{3}\b")
_WHEN = r"(?: (?P<when>in [12]\d{3}))?"
_IS = re.compile(
    rf"^(?P<one>.{{2,120}}?) (?:is|are|was|were) (?P<more>{_SIZE})(?: in (?P<then>[12]\d{{3}}))? than "
    rf"(?:in (?P<before>[12]\d{{3}})|(?P<two>[^,;]{{2,120}}?){_WHEN})\.?$"
)
_HAS = re.compile(
    rf"^(?:In (?P<first>[12]\d{{3}}),? )?(?P<one>[^,;]{{2,120}}?) (?P<more>more|fewer|less) (?P<thing>[^,;]{{2,80}}?)(?: in (?P<then>[12]\d{{3}}))? than "
    rf"(?:in (?P<before>[12]\d{{3}})|(?P<two>[^,;]{{2,120}}?){_WHEN})\.?$"
)


def claims(text: str) -> bool:
    """Whether a claim compares a thing at two times, or two things."""
    return " than " in text and bool(_IS.match(text) or _HAS.match(text))


def settle(ask: Asker) -> list[PartFinding]:
    """Decide which is more, where the passages give a figure of both in one unit, or the day that each was made."""
    text = ask.claim.text
    read = _IS.match(text) or _HAS.match(text)
    if read is None or not _fits(read) or not ask.knows(*_YEARS.findall(text)):
        return []
    less = read["more"] in (*_LESS, "fewer", "less")
    for first, second in _asked(ask, read):
        one = ask.figure(first)
        two = ask.figure(second) if one is not None else None
        if one is not None and two is not None and apart_from(one, two):
            return _decided(ask, one, two, less=less)
    return _by_age(ask, read, less=less) if _size(read) == "older" else []


def _fits(read: re.Match[str]) -> bool:
    """Whether both years are told, or neither."""
    return (
        bool(read["before"]) == bool(read["then"] or ("first" in read.re.groupindex and read["first"]))
        or not read["before"]
    )


def _size(read: re.Match[str]) -> str:
    more = read["more"]
    return _LESS.get(more, _SAME.get(more, more))


def _asked(ask: Asker, read: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of plain claims that ask for the figure of each side."""
    then = read["then"] or (read["first"] if read.re is _HAS else "") or ""
    times = [f" in {year}" if year else "" for year in (then, read["before"] or "")]
    if not read["before"]:
        times = [f" {read['when']}" if read["when"] else times[0]] * 2
    for form in _forms(read):
        for unit in units(ask.sentences):
            value = f"{FIGURE} {unit}".rstrip()
            one, two = _sides(read)
            yield (
                f"{form.format(one, value)}{times[0]}.",
                f"{form.format(two, value)}{times[1]}.",
            )


def _sides(read: re.Match[str]) -> tuple[str, str]:
    """Return what is compared, each with its verb where the claim has one of its own."""
    one, two = read["one"], read["two"]
    if not two or read.re is _IS:
        return one, two or one
    return one, f"{two} {one.rpartition(' ')[2]}"


def _forms(read: re.Match[str]) -> Iterator[str]:
    if read.re is _IS:
        yield from _SIZES[_size(read)]
        if read["before"]:
            yield "{} was {}"
        return
    thing = read["thing"].replace("{", "").replace("}", "")
    yield f"{{}} {{}} {thing}"


def _decided(ask: Asker, one: Binding, two: Binding, *, less: bool) -> list[PartFinding]:
    first, second = amount(one), amount(two)
    if first is None or second is None:
        return []
    right = first < second if less else first > second
    verdict = Verdict.SUPPORTED if right else Verdict.REFUTED
    return [finding(ask.claim.text, verdict, f"it is '{one.found}' against '{two.found}'", one, two)]


def _by_age(ask: Asker, read: re.Match[str], *, less: bool) -> list[PartFinding]:
    """Decide which is older by when each was made, founded or born."""
    for made in ("was built", "was founded", "was born", "opened"):
        one, two = (ask.day(f"{side} {made} in {YEAR}.") for side in (read["one"], read["two"] or ""))
        ours, theirs = (found.value if found else None for found in (one, two))
        if one is None or two is None or not isinstance(ours, DateValue) or not isinstance(theirs, DateValue):
            continue
        if (
            ours.start
            and ours.end
            and theirs.start
            and theirs.end
            and (ours.end < theirs.start or theirs.end < ours.start)
        ):
            right = (ours.start < theirs.start) != less
            verdict = Verdict.SUPPORTED if right else Verdict.REFUTED
            return [finding(ask.claim.text, verdict, f"it is '{one.found}' against '{two.found}'", one, two)]
    return []
