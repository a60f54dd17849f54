"""Expressions over located values: names, decimals and ``+ - * / ( )``, read without running anything."""

from __future__ import annotations

import ast
import re

from factlint.errors import DerivationError

MAX_LENGTH = 400
_OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
_DECIMAL = re.compile(r"\d+(\.\d+)?$")


def parse(expression: str) -> ast.expr:
    """Parse an expression. Raises DerivationError for whatever else Python's grammar would allow."""
    if len(expression) > MAX_LENGTH:
        raise DerivationError(f"the expression is longer than {MAX_LENGTH} characters")
    try:
        tree = ast.parse(expression, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise DerivationError(f"can't read the expression '{expression}'") from None
    _hold(tree, expression)
    return tree


def names(tree: ast.expr) -> set[str]:
    """Return the names that an expression holds."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _hold(node: ast.expr, expression: str) -> None:
    if isinstance(node, ast.Name):
        return
    if isinstance(node, ast.Constant) and _DECIMAL.match(ast.get_source_segment(expression, node) or ""):
        return
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        _hold(node.operand, expression)
        return
    if isinstance(node, ast.BinOp) and isinstance(node.op, _OPERATORS):
        _hold(node.left, expression)
        _hold(node.right, expression)
        return
    raise DerivationError("an expression holds only names, decimals and + - * / ( )")
