"""What the pages show of the code at work: reports of a small project, and cases of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from factlint.results import Report

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "comparators" / "cases.yaml"
SHOWN = 8  # cases of a rule
LANGUAGES = {
    "json": "json", "ndjson": "json", "csv": "text", "junit": "xml", "sarif": "json", "gitlab": "json",
    "claimreview": "json", "markdown": "markdown", "github-summary": "markdown",
}  # fmt: skip
EMBEDDED = {"html": "[The sample as a page](sample.html)", "badge": "![The sample as a badge](sample.svg)"}


def report(name: str) -> tuple[str, dict[str, str]]:
    """Return Markdown that shows a format's output of the sample project, and files that it points to."""
    from factlint.reports import render, suffix
    from factlint.reports.base import RenderOptions

    checked, project = _checked()
    options = RenderOptions(width=96, publisher=project.settings.publisher, root=project.root)
    text = render(name, checked, options)
    if name in EMBEDDED:
        return EMBEDDED[name], {f"sample{suffix(name)}": text}
    lines = text.rstrip().splitlines()
    more = [f"… and {len(lines) - 60} more lines"] if len(lines) > 60 else []
    return "\n".join([f"````{LANGUAGES.get(name, 'text')}", *lines[:60], *more, "````"]), {}


def types(kinds: tuple[type, ...]) -> str:
    """Name the types of value that a rule takes."""
    return " or ".join(kind.__name__.removesuffix("Value").lower() for kind in kinds)


def cases(rule: str) -> str:
    """Return cases that the tests hold the rule to, with the comparison's own words."""
    rows = [row for row in _compared() if row["rule"] == rule]
    outcomes = dict.fromkeys(row["outcome"] for row in rows)
    most = -(-SHOWN // max(len(outcomes), 1))
    chosen = [row for outcome in outcomes for row in [r for r in rows if r["outcome"] == outcome][:most]]
    if not chosen:
        return ""
    head = ["| the article says | the reference has | outcome | why |", "|---|---|---|---|"]
    lines = [f"| {row['claimed']} | {row['found']} | {row['outcome']} | {row['why']} |" for row in chosen]
    return "\n".join([*head, *lines])


@cache
def _checked() -> tuple[Report, Any]:
    import factlint

    project = factlint.load(HERE / "sample" / "claims" / "northport.yaml")
    checked = factlint.check(project)
    return replace(checked, generated="2026-03-06T09:00:00Z"), project


@cache
def _compared() -> tuple[dict[str, str], ...]:
    told = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return tuple(_compare(case) for case in told if "tolerance" not in case)


def _compare(case: dict[str, Any]) -> dict[str, str]:
    from factlint.comparators import Terms, compare
    from factlint.errors import FactlintError
    from factlint.reports import escape

    kind, day = case.get("type", "quantity"), date(2025, 8, 28)
    claimed, found = _value(case["claimed"], kind), _value(case["found"], case.get("against", kind))
    terms = Terms(as_of=day)
    words = {"claimed": _words(case["claimed"]), "found": _words(case["found"])}
    try:
        done = compare(claimed, found, rule=case.get("rule"), terms=terms)
    except FactlintError as error:
        return {
            **words,
            "rule": case.get("rule", ""),
            "outcome": error.code,
            "why": escape.markdown(error.message),
        }
    return {
        **words,
        "rule": done.rule,
        "outcome": str(done.outcome),
        "why": escape.markdown(done.note or done.band),
    }


def _value(words: str | list[str], kind: str) -> Any:
    from factlint.values import Context, Listing, read

    context = Context(locale="en", reference=date(2025, 8, 28), date_order="dmy")
    if isinstance(words, list):
        return Listing(tuple(read(word, "name", context) for word in words))
    return read(words, kind, context)


def _words(told: str | list[str]) -> str:
    from factlint.reports import escape

    return escape.markdown("; ".join(told) if isinstance(told, list) else told)
