"""``factlint rules``: the pages of error codes and comparison rules."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Annotated

import typer

_KEY = 14  # columns


def rules(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A code such as FL012, or a rule's name.")
    ] = None,
) -> None:
    """Print the page of an error code or comparison rule."""
    pages = _pages()
    if name is None:
        for key, page in pages.items():
            print(_line(key, page))
        return
    key = name.upper() if name.upper() in pages else name
    if key not in pages:
        from factlint.errors import UnknownRuleError
        from factlint.project.saying import nearest

        raise UnknownRuleError(f"no error code or rule is called '{name}'", hint=nearest(name, pages))
    print(f"{key}\n\n{pages[key]}")


def _line(key: str, page: str) -> str:
    """Return a page's first sentence beside its key, as wide as the terminal."""
    from shutil import get_terminal_size
    from textwrap import fill

    first = re.split(r"(?<=\.)\s", " ".join(page.split("\n\n")[0].split()), maxsplit=1)[0]
    return fill(f"{key:{_KEY}}{first}", get_terminal_size().columns, subsequent_indent=" " * _KEY)


def _pages() -> dict[str, str]:
    from factlint.comparators import RULES
    from factlint.errors import registry

    errors = {code: f"{kind.__name__}: {cleandoc(kind.__doc__ or '')}" for code, kind in registry().items()}
    return errors | {name: cleandoc(rule.__doc__ or "") for name, rule in sorted(RULES.items())}
