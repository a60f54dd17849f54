"""How something moved between two years, from its level in each: "fell from 512 in 2007 to 431 in 2010"."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.prose.base import Binding, PartFinding
from factlint.prose.lexicon import lexicon
from factlint.prose.reckoning.base import DECIDED, FIGURE, Asker, amount, apart_from, compared, finding, units
from factlint.prose.reckoning.shares import is_share
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.base import Quantity
from factlint.verdict import Verdict

_YEAR = r"[12]\d{3}"
_SPAN = rf"(?:between|from) (?P<one>{_YEAR}) (?:and|to) (?P<two>{_YEAR})"
_LED = re.compile(rf"{_SPAN},? ", re.IGNORECASE)
_FROM_TO = re.compile(
    rf" from (?P<old>[^;]{{1,40}}?) in (?P<one>{_YEAR}) to (?P<new>[^;]{{1,40}}?) in (?P<two>{_YEAR})\.?$"
)
_BY = re.compile(rf"(?P<by> by [^;]{{1,40}}?)?(?: {_SPAN}| in (?P<year>{_YEAR}))?\.?$")


def settle(ask: Asker) -> list[PartFinding]:
    """Decide a rise or fall between two years, where the passages give the level in both."""
    text, led = ask.claim.text, _LED.match(ask.claim.text)
    for token in ask.claim.tokens:
        way = _way(token)
        what = text[led.end() if led else 0 : token.start].removesuffix("has ").removesuffix("have ").rstrip()
        if not way or not what:
            continue
        told, by = _FROM_TO.match(text, token.end), _BY.match(text, token.end)
        if told and not led:
            return _told(ask, what, way, told)
        years = _years(led, by) if by else None
        levels = between(ask, what, *years) if years is not None and ask.knows(*years) else None
        return _moved(ask, way, *levels) if levels is not None else []
    return []


def _way(token: Token) -> str:
    """Return "up" or "down" for a verb that says so, "rose" or "doubled", else ""."""
    if token.quantity:
        return token.quantity.direction if token.quantity.unit == "x" else ""
    return lexicon().directions.get(token.stem, "") if token.tag is Tag.VERB else ""


def _years(led: re.Match[str] | None, by: re.Match[str]) -> tuple[str, str] | None:
    """Return the two years of a claim: told before it or at its end; "in 2021" is from the year before."""
    span = by if by["one"] else led
    if by["year"] and not led:
        return str(int(by["year"]) - 1), by["year"]
    return (span["one"], span["two"]) if span and not by["year"] else None


def _told(ask: Asker, what: str, way: str, told: re.Match[str]) -> list[PartFinding]:
    """Decide both levels that a claim tells, where they go the way that it says."""
    old, new = (_figure(ask, told[name]) for name in ("old", "new"))
    if old is None or new is None or (new > old) != (way == "up"):
        return []
    unit = told["new"].removeprefix(told["new"].split(" ")[0]) if told["old"].isdecimal() else ""
    parts = ask.parts(f"{what} was {told['old']}{unit} in {told['one']}.")
    parts += ask.parts(f"{what} was {told['new']} in {told['two']}.")
    return parts if all(part.verdict in DECIDED for part in parts) else []


def _figure(ask: Asker, text: str) -> Fraction | None:
    values = [t.quantity for t in Sentence(text, ask.claim.context).tokens if t.tag is Tag.VALUE]
    return values[0].low if len(values) == 1 and values[0] is not None else None


_BY_NUMBER = re.compile(
    r"^(?:the )?number of (?P<things>[\w ]{2,60}?)(?P<rest> (?:in|on|at|of) .+)?$", re.IGNORECASE
)
_THAT = re.compile(r"^(?:the )?number of (?P<things>[\w ]{2,60}?) (?:that|which) (?P<who>.+)$", re.IGNORECASE)
_DONE = re.compile(r"^(?:the )?number of (?P<things>[\w ]{2,60}?) (?P<how>\w+ by .+)$", re.IGNORECASE)
_SIZE = re.compile(r"^(?:the )?(?:size|area|extent) of (?P<what>.+)$", re.IGNORECASE)


def between(ask: Asker, what: str, one: str, two: str) -> tuple[Binding, Binding] | None:
    """Return the levels of something in two years, in one unit."""
    for form in _forms(what):
        for unit in units(ask.sentences):
            asked, also = (form.format(f"{FIGURE} {unit}".rstrip()) + f" in {year}." for year in (one, two))
            first = ask.figure(asked)
            second = ask.figure(also) if first is not None else None
            if first is not None and second is not None and apart_from(first, second):
                return first, second
    return None


def _forms(what: str) -> list[str]:
    what = what.replace("{", "").replace("}", "")
    counted, size = _BY_NUMBER.match(what), _SIZE.match(what)
    forms = [f"{what} was {{}}"]
    done = _THAT.match(what) or _DONE.match(what)
    if done and done.re is _THAT:
        forms.append(f"{done['who']} {{}} {done['things']}")
    elif done:
        forms.append(f"{{}} {done['things']} were {done['how']}")
    elif counted:
        forms.append(f"There were {{}} {counted['things']}{counted['rest'] or ''}")
    return [*forms, f"{size['what'] if size else what} covered {{}}"]


def _moved(ask: Asker, way: str, first: Binding, second: Binding) -> list[PartFinding]:
    old, new = amount(first), amount(second)
    if old is None or new is None or old == 0:
        return []
    rose = new > old
    reason = f"it was '{first.found}' and then '{second.found}'"
    figures = [token for token in ask.claim.tokens if token.tag is Tag.VALUE and token.quantity]
    if new == old or rose != (way == "up"):
        return [finding(ask.claim.text, Verdict.REFUTED, reason, second, first)]
    if not figures:
        return [finding(ask.claim.text, Verdict.SUPPORTED, reason, second, first)]
    claimed = figures[0].quantity
    if len(figures) > 1 or claimed is None:
        return []
    verdict = _by(claimed, first.value, old, new)
    return [finding(claimed.text, verdict, reason, second, first, value=claimed)] if verdict else []


def _by(claimed: Quantity, level: object, old: Fraction, new: Fraction) -> Verdict | None:
    """Return whether a claimed change is the one between two levels, of which it is told as a share or an amount."""
    change, unit, step = abs(new - old), getattr(level, "unit", ""), getattr(level, "step", Fraction(1))
    if claimed.unit == "x":
        return compared(claimed, Quantity(new / old, new / old, unit="x", step=Fraction(1, 100)))
    if not is_share(claimed):
        return compared(claimed, Quantity(change, change, unit="pp" if unit == "%" else unit, step=step))
    if unit == "%":
        return None  # a fall of 10 % from 40 % may be one to 30 % or to 36 %
    return compared(claimed, Quantity(change / old * 100, change / old * 100, unit="%", step=Fraction(1, 10)))
