"""Compute a value from several located ones: exact interval arithmetic over ``+ - * / ( )``.

Every located value is an interval (a point is one of no width). The result is the interval of all values
that the expression can take (Moore, Interval Analysis, 1966).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from fractions import Fraction

from factlint.comparators.base import printed
from factlint.errors import DerivationError
from factlint.project.expression import parse
from factlint.project.references import Derivation
from factlint.values.base import Quantity, Sense, Value

Interval = tuple[Fraction, Fraction]


def derive(derivation: Derivation, values: Mapping[str, Value]) -> tuple[Quantity, str]:
    """Evaluate the expression; return the quantity and the words it is shown by.

    A quotient of values in one unit, asked for in ``%``, is given in per cent.
    Raises DerivationError for a bad expression, a name without a value, an open interval or a division
    by an interval that holds zero.
    """
    intervals = {name: _interval(name, value) for name, value in values.items()}
    low, high = _evaluate(parse(derivation.expression), intervals, derivation.expression)
    if derivation.unit == "%":
        low, high = low * 100, high * 100
    sense = Sense.POINT if low == high else Sense.RANGE
    words = _rounded(low) if low == high else f"{_rounded(low)} to {_rounded(high)}"
    unit = {"%": " %", "": ""}.get(derivation.unit, f" {derivation.unit}")
    step = Fraction(1, 100)
    quantity = Quantity(low, high, sense=sense, step=step, unit=derivation.unit, text=words + unit)
    return quantity, f"{derivation.expression} = {words}{unit}"


def _evaluate(node: ast.expr, values: Mapping[str, Interval], expression: str) -> Interval:
    if isinstance(node, ast.Constant):
        number = Fraction(ast.get_source_segment(expression, node) or "0")
        return number, number
    if isinstance(node, ast.Name):
        if node.id not in values:
            raise DerivationError(f"the expression names '{node.id}', which has no value")
        return values[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        low, high = _evaluate(node.operand, values, expression)
        return -high, -low
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        left, right = (_evaluate(side, values, expression) for side in (node.left, node.right))
        return _OPERATIONS[type(node.op)](left, right)
    raise AssertionError(f"{ast.dump(node)} isn't parsed")


def _add(left: Interval, right: Interval) -> Interval:
    return left[0] + right[0], left[1] + right[1]


def _subtract(left: Interval, right: Interval) -> Interval:
    return left[0] - right[1], left[1] - right[0]


def _multiply(left: Interval, right: Interval) -> Interval:
    products = [a * b for a in left for b in right]
    return min(products), max(products)


def _divide(left: Interval, right: Interval) -> Interval:
    if right[0] <= 0 <= right[1]:
        raise DerivationError("the expression divides by a value that may be zero")
    return _multiply(left, (1 / right[1], 1 / right[0]))


_OPERATIONS: dict[type[ast.operator], Callable[[Interval, Interval], Interval]] = {
    ast.Add: _add,
    ast.Sub: _subtract,
    ast.Mult: _multiply,
    ast.Div: _divide,
}


def _interval(name: str, value: Value) -> Interval:
    if not isinstance(value, Quantity) or value.low is None or value.high is None:
        raise DerivationError(f"'{name}' is not a closed quantity", hint="a derivation needs figures")
    return value.low, value.high


def _rounded(value: Fraction) -> str:
    return printed(Fraction(round(value * 100), 100))
