"""Filling the templates in ``assets``; whatever is filled in is escaped for HTML and XML."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from factlint.reports import chart, escape, view

if TYPE_CHECKING:
    from jinja2 import Environment


def fill(template: str, **values: object) -> str:
    """Return the asset ``template`` with ``values`` in it."""
    return _environment().get_template(template).render(**values)


@cache
def asset(name: str) -> str:
    """Return the text of a file in ``assets``."""
    return (files("factlint.reports") / "assets" / name).read_text(encoding="utf-8")


def trusted(name: str) -> Any:
    """Return a style or script of this package as markup, to be put in as it is."""
    from markupsafe import Markup

    return Markup(asset(name))  # noqa: S704 -- a file of this package


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        finalize=escape.html,
        loader=FunctionLoader(asset),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        symbols=view.SYMBOLS, labels=view.LABELS, view=view, chart=chart, escape=escape
    )
    return environment
