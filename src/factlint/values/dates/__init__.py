"""Dates and times in prose and in EDTF: find them, read one, print one, relate two."""

from factlint.values.dates.reading import find, parse
from factlint.values.dates.relations import before, overlaps, same, within
from factlint.values.dates.wording import format_date
from factlint.values.edtf import parse_edtf

__all__ = ["before", "find", "format_date", "overlaps", "parse", "parse_edtf", "same", "within"]
