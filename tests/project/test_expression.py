"""Expressions are read, never run, and a fault in one is a fault of the claims file."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from factlint.errors import DerivationError
from factlint.project.expression import names, parse
from factlint.project.references import Derivation


def test_the_names_of_an_expression():
    assert names(parse("(a - b) / (-c * 2.5)")) == {"a", "b", "c"}


@pytest.mark.parametrize(
    "expression",
    [
        "a +",
        "",
        "__import__('os')",
        "a ** 9",
        "a.b",
        "a * 1e999999999",
        "a * 0xff",
        "a * 1_000",
        "a * 2j",
        "a * True",
        "a if a else a",
        "(" * 300 + "a" + ")" * 300,
        "+".join("a" * 300),
    ],
)
def test_whatever_else_python_would_read_is_one_named_error(expression):
    with pytest.raises(DerivationError):
        parse(expression)


def test_a_name_without_a_value_is_a_fault_of_the_file():
    with pytest.raises(ValidationError, match="names 'c', which is not among the values"):
        Derivation.model_validate({"expression": "a + c", "values": {"a": {"source": "s"}}})
