"""Dates and times in prose and in EDTF: find them, read one, print one, relate two."""

from factlint.values.dates.reading import find, parse
from factlint.values.edtf import parse_edtf

__all__ = ["find", "parse", "parse_edtf"]
