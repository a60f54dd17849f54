"""Read the one value that a text holds."""

from __future__ import annotations

import re
from collections.abc import Callable

from factlint.errors import AmbiguousValueError, UnreadableValueError
from factlint.values.amounts import amount
from factlint.values.base import (
    Boolean,
    Context,
    DateValue,
    Listing,
    Name,
    Quantity,
    Reading,
    Recurrence,
    Text,
    TimeValue,
    Value,
)
from factlint.values.figures import FIGURE, figure, style_of
from factlint.values.quantities import plain, quantity
from factlint.values.scan import lowered, scan
from factlint.values.units import unit

_DEFAULT = Context()
_KINDS: dict[type, str] = {
    Quantity: "quantity", DateValue: "date", TimeValue: "time", Recurrence: "time", Name: "name", Text: "text",
    Boolean: "boolean", Listing: "list",
}  # fmt: skip
_LONGEST = 20_000
_SHOWN = 60


def read(text: str, like: str | Value | None = None, context: Context = _DEFAULT) -> Value:
    """Return the one value that ``text`` holds.

    like: "quantity", "date", "name", "text", "list" or "boolean", or an example value: of several quantities
        the one that measures the same is then taken. Without it the text must hold one quantity or date.
    Raises ``UnreadableValueError`` where there is none, and ``AmbiguousValueError`` where there are several or
    where the undeclared locale or date order leaves two readings.
    """
    kind = like if isinstance(like, str) else _KINDS[type(like)] if like is not None else ""
    if kind not in _READERS:
        raise UnreadableValueError(
            f"no value is read as '{kind}'", hint=f"one of {', '.join(filter(None, _READERS))}"
        )
    if not text.strip():
        raise UnreadableValueError("the text is empty", hint="write the value as the article prints it")
    return _READERS[kind](text[:_LONGEST], like if isinstance(like, Quantity) else None, context)


def _quantity(text: str, like: Quantity | None, context: Context) -> Value:
    whole = _whole(text, context)
    if whole:
        return whole
    _refuse_ambiguous(text, context)
    found = [item for item in scan(text, context) if isinstance(item.value, Quantity)]
    if like is None and not found:
        found = _year_like(text, context)
    if like is not None and len(found) > 1:
        found = [item for item in found if _measures_same(item.value, like)] or found
    return _one(text, found, "quantity")


def _year_like(text: str, context: Context) -> list[Reading]:
    """Return the count that a text begins with, although it could be a year elsewhere: "1950 widgets"."""
    starts = _YEAR_FIRST.match(text)
    if not starts:
        return []
    low = lowered(text)
    made = amount(text, low, starts.end(), context.locale)
    reading = made and quantity(text, low, made, context.locale)
    return [reading] if reading else []


_YEAR_FIRST = re.compile(r"\s*(?=(?:19|20)\d\d\s+[^\W\d])")


def _measures_same(value: Value, like: Quantity) -> bool:
    return isinstance(value, Quantity) and unit(value.unit).dimension == unit(like.unit).dimension


def _whole(text: str, context: Context) -> Quantity | None:
    """Read a text that is nothing but a figure, as a table's cell is; brackets then mean a minus."""
    stripped = text.strip()
    bracketed = _BRACKETS.fullmatch(stripped)
    inner = bracketed[1] + bracketed[2] if bracketed else stripped
    low = lowered(inner)
    starts = _FIRST_FIGURE.match(low)
    made = amount(inner, low, starts.end(), context.locale) if starts and starts.end() < len(low) else None
    if made is None or made.start or made.end != len(inner) or made.form == "ordinal":
        return None
    if made.other is not None:
        raise _two_readings(stripped)
    if bracketed and not made.signed:
        made.bare = -made.bare
    return plain(text, made)


_BRACKETS = re.compile(r"([^\w\s()]?)\(([^()]*\d[^()]*)\)")
_FIRST_FIGURE = re.compile(r"[^\w\s]{0,2}\s?[a-z]{0,4}[^\w\s]{0,2}\s?(?=[\d½⅓⅔¼¾])")


def _refuse_ambiguous(text: str, context: Context) -> None:
    if style_of(context.locale):
        return
    for token in FIGURE.finditer(text):
        made = figure(token[0])
        if made and made.other is not None:
            raise _two_readings(token[0])


def _two_readings(printed: str) -> AmbiguousValueError:
    return AmbiguousValueError(
        f"'{printed}' is one number in English style and another in German style",
        hint="declare the locale: en, de or fr",
    )


def _one(text: str, found: list[Reading], kind: str) -> Value:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    if not found:
        raise UnreadableValueError(
            f"'{shown}' holds no {kind}", hint="write the value as the article prints it"
        )
    if len(found) > 1:
        listed = ", ".join(f"'{text[item.start : item.end]}'" for item in found[:5])
        more = " …" if len(found) > 5 else ""
        raise AmbiguousValueError(
            f"'{shown}' holds {len(found)} values: {listed}{more}", hint="keep only the one meant"
        )
    return found[0].value


def _date(text: str, _like: Quantity | None, context: Context) -> Value:
    from factlint.values.dates import parse

    try:
        return parse(text, context)
    except UnreadableValueError:
        found = [item for item in scan(text, context) if isinstance(item.value, DateValue)]
        if not found:
            raise
    return _one(text, found, "date")


def _time(text: str, _like: Quantity | None, context: Context) -> Value:
    found = [item for item in scan(text, context) if isinstance(item.value, TimeValue | Recurrence)]
    return _one(text, found, "time")


def _name(text: str, _like: Quantity | None, _context: Context) -> Value:
    from factlint.values.names import read_name

    return read_name(text)


def _text(text: str, _like: Quantity | None, _context: Context) -> Value:
    return Text(text)


def _listing(text: str, _like: Quantity | None, context: Context) -> Value:
    from factlint.values.listing import read_list

    return read_list(text, context)


_HOLDS = {
    "yes": True,
    "true": True,
    "no": False,
    "false": False,
    "y": True,
    "n": False,
    "1": True,
    "0": False,
}


def _boolean(text: str, _like: Quantity | None, _context: Context) -> Value:
    word = text.strip().strip(".!").lower()
    if word not in _HOLDS:
        raise UnreadableValueError(f"'{text.strip()[:_SHOWN]}' is neither yes nor no", hint="write yes or no")
    return Boolean(_HOLDS[word], text)


def _any(text: str, like: Quantity | None, context: Context) -> Value:
    found = scan(text, context)
    if found:
        value = _one(text, found, "value")
        return (_whole(text, context) or value) if isinstance(value, Quantity) else value
    try:
        return _date(text, like, context)
    except UnreadableValueError:
        return _quantity(text, like, context)


_READERS: dict[str, Callable[[str, Quantity | None, Context], Value]] = {
    "": _any, "quantity": _quantity, "date": _date, "time": _time, "name": _name, "text": _text, "list": _listing,
    "boolean": _boolean,
}  # fmt: skip
