"""Print a value back in a sentence's own style: separators, scale word, unit, qualifier, precision."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factlint.errors import FactlintError
from factlint.values.base import Boolean, Context, DateValue, Listing, Quantity, Sense, Value
from factlint.values.plain import printed
from factlint.values.read import read
from factlint.values.template import filled
from factlint.values.units import convert

_DEFAULT = Context()


def format(value: Value, like: Value | None = None, context: Context = _DEFAULT) -> str:
    """Return ``value`` in words, in the style of ``like`` (of the value's own words without it).

    A quantity takes over the example's separators, scale word, unit, qualifier and printed precision; without
    an example nothing is rounded, and reading the result gives the value again.
    """
    if isinstance(value, Quantity):
        return _quantity(value, like if isinstance(like, Quantity) else None, context)
    if isinstance(value, DateValue):
        from factlint.values.dates import format_date

        return format_date(value, getattr(like, "text", None) or value.text or None)
    if isinstance(value, Listing):
        return ", ".join(format(item, None, context) for item in value.items)
    if isinstance(value, Boolean):
        return "yes" if value.holds else "no"
    return value.text


def _quantity(value: Quantity, like: Quantity | None, context: Context) -> str:
    if like is not None:
        value = _styled(value, like)
    elif value.text and reads_as(value.text, value, context):
        return value.text
    samples = (like.text if like else "", value.text)
    for sample in filter(None, samples):
        candidate = filled(sample, value, context.locale)
        if candidate and reads_as(candidate, value, context):
            return candidate
    return printed(value, context.locale)


def _styled(value: Quantity, like: Quantity) -> Quantity:
    """Return ``value`` in the unit and precision of ``like``; a bare figure takes over its qualifier."""
    if value.unit != like.unit:
        try:
            value = convert(value, like.unit)
        except FactlintError:
            return value
    hedged = value.sense is Sense.POINT and like.sense is Sense.APPROXIMATE
    words = like.qualifier if hedged or value.sense is like.sense else value.qualifier
    sense = like.sense if hedged else value.sense
    step = max(like.step, value.step)
    low, high = _rounded(value.low, step), _rounded(value.high, step)
    return replace(value, low=low, high=high, step=step, sense=sense, qualifier=words, direction="", role="")


def _rounded(figure: Fraction | None, step: Fraction) -> Fraction | None:
    """Round to ``step``, but keep two significant figures of a smaller number."""
    if not figure or step <= 0:
        return figure
    while abs(figure) < 10 * step and step > 1:
        step /= 10
    return round(figure / step) * step


def reads_as(text: str, value: Quantity, context: Context) -> bool:
    """Tell whether ``text`` reads as the figures, unit and sense of ``value``."""
    try:
        again = read(text, "quantity", context)
    except FactlintError:
        return False
    return isinstance(again, Quantity) and (again.low, again.high, again.unit, again.sense) == (
        value.low,
        value.high,
        value.unit,
        value.sense,
    )
