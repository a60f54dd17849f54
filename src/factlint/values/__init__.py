"""One reader of quantities, dates and names, used for the article, the claims file and the reference alike."""

from factlint.values.base import (
    Boolean,
    Context,
    Counted,
    DateValue,
    Listing,
    Name,
    Quantity,
    Reading,
    Sense,
    Text,
    Value,
)
from factlint.values.format import format
from factlint.values.read import read
from factlint.values.scan import scan
from factlint.values.units import Rate, convert

__all__ = [
    "Boolean",
    "Context",
    "Counted",
    "DateValue",
    "Listing",
    "Name",
    "Quantity",
    "Rate",
    "Reading",
    "Sense",
    "Text",
    "Value",
    "convert",
    "format",
    "read",
    "scan",
]
