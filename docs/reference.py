"""The reference pages, from the code's own docstrings, models and output."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from inspect import cleandoc

from pydantic import BaseModel, create_model

import fields
import samples

FAMILIES = {
    "FL0": (
        "project files",
        "Found before anything is fetched; `factlint validate` lists them all. Exit code 2.",
    ),
    "FL1": ("sources", "A reference that fails so is not checked, and never refutes. Exit code 3."),
    "FL2": (
        "documents and selectors",
        "A reference that fails so is not checked, and never refutes. Exit code 3.",
    ),
    "FL3": (
        "values and comparisons",
        "In a claims file exit code 2; met in a reference, it is not checked: 3.",
    ),
    "FL4": (
        "judging, baseline and gate",
        "The command stops with exit code 2, or the claim is not checked: 3.",
    ),
    "FL5": ("the command line", "The command stops with exit code 2."),
}


@dataclass(frozen=True)
class Page:
    """One page: its file, title (Markdown), the line that its section's index shows, and its text."""

    file: str
    title: str
    summary: str
    body: str


@dataclass(frozen=True)
class Section:
    """Pages of one kind, what stands above their list, and files that they show."""

    intro: str
    pages: list[Page]
    files: dict[str, str] = field(default_factory=dict)


def sources() -> Section:
    """Describe each kind of source: its docstring and its keys."""
    from factlint.project.sources import Source
    from factlint.sources import BUILT_IN

    pages = [_kind(kind) for kind in BUILT_IN]
    own = {name: (info.annotation, info) for name, info in Source.model_fields.items() if name != "address"}
    common = fields.table(create_model("Common", **own), leave_out=("profiles",))  # type: ignore[call-overload]
    intro = f"Where references are read from. Beside a kind's own keys, every source takes these:\n\n{common}"
    return Section(intro, pages)


def selectors() -> Section:
    """Describe each kind of selector: its docstring and its keys."""
    from factlint.selectors import BUILT_IN

    intro = (
        "How the one passage is found in what a source gave. [Choose a selector](../selectors.md) says which."
    )
    return Section(intro, [_kind(kind) for kind in BUILT_IN])


def rules() -> Section:
    """Describe each comparison rule: its docstring, and cases that the tests hold it to."""
    from factlint.comparators import RULES

    pages = []
    for name, rule in sorted(RULES.items()):
        text = cleandoc(rule.__doc__ or "")
        types = f"Compares {samples.types(rule.claims)} with {samples.types(rule.finds)}."
        pages.append(
            Page(f"{name}.md", f"`{name}`", summary(text), f"{text}\n\n{types}\n\n{samples.cases(name)}")
        )
    intro = (
        "Which rule compares a claim with its reference follows from the claim's words; `rule:` names another. "
        "The bands are set by [tolerance](../tolerance.md)."
    )
    return Section(intro, pages)


def reports() -> Section:
    """Describe each report format: its docstring, and what it makes of a small project."""
    from factlint.reports import FORMATS

    pages, files = [], {}
    for name, module in FORMATS.items():
        text = cleandoc(import_module(f"factlint.reports.{module}").__doc__ or "")
        shown, made = samples.report(name)
        files |= made
        command = f"```console\n$ factlint check --format {name}\n```"
        pages.append(Page(f"{name}.md", f"`{name}`", summary(text), f"{text}\n\n{command}\n\n{shown}"))
    intro = "`--format` names what is printed; `--report html=facts.html,sarif=facts.sarif` writes several at once."
    return Section(intro, pages, files)


def errors() -> Section:
    """Describe each error: its docstring, and what its family does to the exit code."""
    from factlint.errors import registry

    pages = []
    for code, kind in registry().items():
        text = cleandoc(kind.__doc__ or "")
        family, exits = FAMILIES[code[:3]]
        body = f"{text}\n\nOne of the errors about {family}. {exits}"
        pages.append(Page(f"{code}.md", f"{code} {kind.__name__}", summary(text), body))
    return Section("`factlint rules FL012` prints such a page in the terminal.", pages)


def files() -> Section:
    """Describe the keys of the files that a project consists of."""
    from factlint.comparators import Tolerance
    from factlint.project import claims, references, settings
    from factlint.sources.settings import Network

    described: dict[str, tuple[str, dict[str, type[BaseModel]]]] = {
        "claims.md": (
            "The claims file",
            {
                "The file": claims.ClaimsFile,
                "article": claims.Article,
                "A claim": claims.Claim,
                "A reference": references.Reference,
                "derive": references.Derivation,
                "waive": claims.Waiver,
            },
        ),
        "settings.md": ("factlint.yaml", {"The file": settings.Settings, "network": Network}),
        "tolerance.md": ("tolerance", {"Bands": Tolerance}),
    }
    pages = []
    for file, (title, models) in described.items():
        parts = [
            f"## {name}\n\n{cleandoc(model.__doc__ or '')}\n\n{fields.table(model)}"
            for name, model in models.items()
        ]
        text = cleandoc(next(iter(models.values())).__doc__ or "")
        pages.append(Page(file, title, summary(text), "\n\n".join(parts)))
    return Section("Every key of a project's files. `factlint schema` prints them for editors.", pages)


def commands() -> Section:
    """Show each command's help, as a terminal of 80 columns does."""
    from typer.main import get_command

    from factlint.cli.app import application

    os.environ["COLUMNS"] = "80"
    pages = []
    for name, command in get_command(application()).commands.items():  # type: ignore[attr-defined]
        inner = [[name, part] for part in getattr(command, "commands", {})]
        body = "\n\n".join(_help(path) for path in [[name], *inner])
        pages.append(Page(f"{name}.md", f"`factlint {name}`", summary(cleandoc(command.help or "")), body))
    return Section("Each takes `--help`.", pages)


def _help(path: list[str]) -> str:
    from typer.testing import CliRunner

    from factlint.cli.app import application

    told = CliRunner().invoke(application(), [*path, "--help"], prog_name="factlint").output
    return f"```text\n{told.strip()}\n```"


def summary(text: str) -> str:
    """Return a docstring's first sentence as the cell of a table."""
    first = " ".join(text.split("\n\n")[0].split())
    return re.split(r"(?<=[.:])\s+(?=[A-Z])", first)[0].replace("|", "\\|")


def _kind(kind: type[BaseModel]) -> Page:
    name = kind.model_fields["kind"].default
    text = cleandoc(kind.__doc__ or "")
    body = "\n\n".join(_parts(text, kind))
    return Page(f"{name}.md", f"`{name}`", summary(text), body)


def _parts(text: str, kind: type[BaseModel]) -> Iterator[str]:
    yield text
    yield "## Keys"
    yield fields.table(kind, leave_out=("kind",))
