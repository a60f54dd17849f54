"""Read a claim's declared value with the one reader, and hold it against the quote's own words."""

from __future__ import annotations

from dataclasses import replace

from factlint.errors import AnchorValueError, InvalidFieldError, UnreadableValueError
from factlint.project.claims import Article, Claim, ValueType
from factlint.project.fields import date_of
from factlint.project.references import Reading
from factlint.values import Context, Quantity, Text, Value, read
from factlint.values.base import DateValue, Listing, Name
from factlint.values.counted import read_counted
from factlint.values.declared import in_declared_unit
from factlint.values.scan import uncounted

WORDS = (ValueType.QUOTATION, ValueType.PARAPHRASE, ValueType.WORDING, ValueType.STATE)
RULES = {
    ValueType.QUOTATION: "quotation",
    ValueType.PARAPHRASE: "paraphrase",
    ValueType.WORDING: "strength",
    ValueType.STATE: "state",
}
_OF_CLASS = {Quantity: ValueType.QUANTITY, DateValue: ValueType.DATE, Name: ValueType.NAME}


def context_of(article: Article) -> Context:
    """Return what the reader is told about the article's text."""
    published = date_of(article.published) if article.published else None
    locale = article.locale or article.language.split("-")[0]
    order = article.date_order or ("mdy" if article.language in ("en-US", "en-PH") else "dmy")
    return Context(locale=locale, reference=published.end if published else None, date_order=order)


def claimed_value(claim: Claim, article: Article) -> tuple[ValueType, Value]:
    """Read the claim's value. Raises the FL3xx errors, or InvalidFieldError for a wrong shape."""
    context = context_of(article)
    if isinstance(claim.value, list):
        return ValueType.LIST, _listing(claim, context)
    if not isinstance(claim.value, str):
        raise InvalidFieldError("value: write the value as one string, or as a list of strings")
    kind = claim.type
    if kind in WORDS:
        return kind, Text(claim.value)
    if kind is None:
        value = _unhinted(claim.value, context)
        kind = _OF_CLASS[type(value)]
    else:
        value = read(claim.value, like=kind.value, context=context)
    return kind, told(value, claim) if isinstance(value, Quantity) else value


def told(quantity: Quantity, reading: Claim | Reading) -> Quantity:
    """Fill in what the words leave out and the file declares: unit, measure and population."""
    if reading.unit and not quantity.unit:
        quantity = in_declared_unit(quantity, reading.unit)
    if not (reading.measure or reading.population):
        return quantity
    declared = read_counted(" ".join(filter(None, (reading.population, reading.measure))))
    counted = replace(
        quantity.counted,
        measure=declared.measure if reading.measure else quantity.counted.measure,
        head=declared.head or quantity.counted.head,
        modifiers=declared.modifiers or quantity.counted.modifiers,
    )
    return quantity.counting(counted)


def check_quote(claim: Claim, value: Value, context: Context) -> None:
    """Raise AnchorValueError where the quote holds values of this type and none is the declared one."""
    if not isinstance(value, Quantity | DateValue):
        return
    seen = [item.value for item in uncounted(claim.quote.exact, context) if type(item.value) is type(value)]
    if seen and not any(_same_figures(item, value) for item in seen):
        words = " and ".join(f"'{getattr(item, 'text', '')}'" for item in seen)
        raise AnchorValueError(
            f"the quote says {words}, the value says '{value.text}'", hint="correct the one that is wrong"
        )


def _unhinted(text: str, context: Context) -> Value:
    try:
        value = read(text, context=context)
    except UnreadableValueError as error:
        raise UnreadableValueError(
            error.message, hint=error.hint or "declare its type, such as 'type: name' or 'type: quotation'"
        ) from None
    if type(value) not in _OF_CLASS:
        raise UnreadableValueError(f"'{text}' needs a declared type", hint="add 'type:' to the claim")
    return value


def _listing(claim: Claim, context: Context) -> Listing:
    if claim.type not in (None, ValueType.LIST):
        raise InvalidFieldError(f"value: a list, but the type is '{claim.type}'")
    if not all(isinstance(item, str) for item in claim.value):
        raise InvalidFieldError("value: a list holds plain strings")
    items = [read(item, like="name", context=context) for item in claim.value]
    if not items:
        raise InvalidFieldError("value: the list is empty")
    return Listing(tuple(item for item in items if isinstance(item, Name)), text=", ".join(claim.value))


def _same_figures(left: Value, right: Value) -> bool:
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        units = not left.unit or not right.unit or left.unit == right.unit
        return units and (left.low, left.high) == (right.low, right.high)
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return _overlap(left, right)
    return False


def _overlap(left: DateValue, right: DateValue) -> bool:
    starts_ok = left.start is None or right.end is None or left.start <= right.end
    ends_ok = left.end is None or right.start is None or right.start <= left.end
    return starts_ok and ends_ok
