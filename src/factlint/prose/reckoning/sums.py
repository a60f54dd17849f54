"""What something came to over a year or half of one, from the figures of its parts: "640,000 in the first half of 2021"."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.prose.base import Binding, PartFinding
from factlint.prose.reckoning.base import FIGURE, Asker, amount, apart_from, compared, finding
from factlint.prose.tokens import Tag
from factlint.values.base import Quantity

_HALF = re.compile(r"\bthe (?P<half>first|second) (?:half|six months) of (?P<year>[12]\d{3})\b")
_QUARTERS = {"first": ("first", "second"), "second": ("third", "fourth")}


def settle(ask: Asker) -> list[PartFinding]:
    """Decide a figure of half a year, where the passages give those of both its quarters."""
    text, half = ask.claim.text, _HALF.search(ask.claim.text)
    token = next(
        (t for t in ask.claim.tokens if t.tag is Tag.VALUE and t.quantity and not t.quantity.role), None
    )
    quantity = token.quantity if token is not None else None
    if half is None or token is None or quantity is None or quantity.unit in ("%", "pp", "x"):
        return []
    slot = f"{FIGURE} {quantity.unit}".rstrip()
    asked = f"{text[: token.start]}{slot}{text[token.end :]}"
    told = [
        ask.figure(asked.replace(half[0], f"the {quarter} quarter of {half['year']}"))
        for quarter in _QUARTERS[half["half"]]
    ]
    return _added(quantity, [one for one in told if one is not None])


def _added(claimed: Quantity, parts: list[Binding]) -> list[PartFinding]:
    numbers = [number for part in parts if (number := amount(part)) is not None]
    if len(numbers) != 2 or not apart_from(*parts):
        return []
    steps = [part.value.step for part in parts if isinstance(part.value, Quantity)]
    total = Quantity(
        numbers[0] + numbers[1],
        numbers[0] + numbers[1],
        unit=claimed.unit,
        step=max(steps, default=Fraction(1)),
    )
    verdict = compared(claimed, total)
    reason = f"it is '{parts[0].found}' and '{parts[1].found}' together"
    return [finding(claimed.text, verdict, reason, *parts, value=claimed)] if verdict else []
