"""``factlint check``: the whole flow, its reports, and the gate's exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.options import (
    Article,
    Base,
    ChangedSince,
    Findings,
    MaxUnchecked,
    NoHistory,
    Offline,
    Only,
    Output,
    Paths,
    Profile,
    Replay,
    Reports,
    SaveEvidence,
    Strict,
    Untrusted,
)
from factlint.reports import FORMATS

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.cli.session import Bundle
    from factlint.project import Project
    from factlint.project.model import ClaimsDocument
    from factlint.project.settings import FailOn
    from factlint.reports.base import RenderOptions, Shown
    from factlint.results import Report

WRITTEN = ("markdown", "html", "json")


def check(
    paths: Paths = None,
    profile: Profile = None,
    article: Article = None,
    only: Only = None,
    fail_on: Findings = None,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help=f"What is printed: {', '.join(FORMATS)}.")
    ] = "terminal",
    output: Output = None,
    report: Reports = None,
    offline: Offline = False,
    max_unchecked: MaxUnchecked = None,
    strict: Strict = False,
    changed_since: ChangedSince = None,
    untrusted: Untrusted = False,
    base: Base = None,
    no_history: NoHistory = False,
    save_evidence: SaveEvidence = None,
    replay: Replay = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever the gate says.")] = False,
) -> None:
    """Check every claim and write the discrepancy report."""
    from factlint import plugins
    from factlint.cli import session
    from factlint.cli.lanes import Lane, loaded

    if untrusted:
        plugins.switch_off()
    files = _known(format, report)
    if save_evidence and replay:
        raise typer.BadParameter("a replay reads nothing new to keep", param_hint="--save-evidence")
    asked = Lane(changed_since, untrusted, base, replay)
    bundle = session.Bundle(save_evidence, replay)
    with loaded(asked, paths, profile or bundle.profile, article, only) as project:
        whole = not (only or changed_since)
        kept = not (no_history or untrusted)
        result = _checked(
            project, bundle, fail_on, max_unchecked, offline=offline, strict=strict, whole=whole, kept=kept
        )
        _write(project, result, format, output, files, unasked=whole and not untrusted)
    if save_evidence:
        print(f"wrote {_shown(save_evidence)}", file=sys.stderr)
    raise typer.Exit(0 if exit_zero else result.exit_code)


def _checked(
    project: Project,
    bundle: Bundle,
    fail_on: list[str] | None,
    max_unchecked: str | None,
    *,
    offline: bool,
    strict: bool,
    whole: bool,
    kept: bool,
) -> Report:
    """Check, gate and record. kept: whether earlier runs are remembered and this one is recorded."""
    from factlint.cli import session
    from factlint.gate import gate

    kinds = _fail_on(fail_on) if fail_on else project.settings.fail_on
    share = _share(max_unchecked) if max_unchecked else project.settings.unchecked_share
    history = session.history_of(project) if kept else None
    report = session.checked(project, offline=offline, history=history, bundle=bundle)
    result = gate(report, kinds, share, session.unused(project, report) if strict else ())
    if bundle.replay is None:
        session.record(history, result, whole=whole)
    return result


def _known(format: str, reports: list[str] | None) -> list[tuple[str, str]]:
    """Return the formats and files of ``--report``; a format that isn't known is told before anything is read."""
    from factlint.reports import parse_report_option, renderer

    renderer(format)
    return [pair for option in reports or [] for pair in parse_report_option(option).items()]


def _write(
    project: Project,
    result: Report,
    format: str,
    output: Path | None,
    asked: list[tuple[str, str]],
    *,
    unasked: bool,
) -> None:
    from factlint.reports import pieces

    options = render_options(project, format)
    _print(pieces(format, result, options), output)
    _write_reports(project, result, options, asked, whole=unasked)


def _share(text: str) -> Fraction:
    from fractions import Fraction

    number = text.removesuffix("%")
    plain = text.endswith("%") and number.isascii() and number.replace(".", "", 1).isdigit()
    if not plain or Fraction(number) > 100:
        raise typer.BadParameter(f"'{text}' is no share; write 10%", param_hint="--max-unchecked")
    return Fraction(number) / 100


def render_options(project: Project, format: str = "") -> RenderOptions:
    """Return what the formats need of this project and this terminal."""
    import os
    import shutil

    from factlint.reports.base import RenderOptions, wants_color
    from factlint.reports.places import repository

    return RenderOptions(
        texts={document.name: _shown_text(document) for document in project.documents if document.text},
        width=shutil.get_terminal_size((100, 24)).columns,
        color=format == "terminal" and wants_color(terminal=sys.stdout.isatty(), environ=os.environ),
        publisher=project.settings.publisher,
        root=project.root,
        top=repository(project.root),
    )


def _shown_text(document: ClaimsDocument) -> Shown:
    """Return an article's text, and what of it no claim covers."""
    from factlint.documents.article import ArticleText
    from factlint.drafting.coverage import coverage, held_by
    from factlint.drafting.described import article_for
    from factlint.reports.base import Shown

    text, marks = document.text or "", document.marks
    article = article_for(ArticleText(text, marks, document.ignores), document.model.article)
    found = coverage(article, held_by(document.model.claims, text, marks))
    share = f"Claims cover {found.share:.0%} of its {len(found.counted)} numbers, dates and names."
    return Shown(text, marks, share, tuple((one.start, one.end, one.what.value) for one in found.missing))


def _fail_on(names: list[str]) -> tuple[FailOn, ...]:
    from factlint.project.settings import FailOn

    words = [word.strip() for name in names for word in name.split(",")]
    known = {kind.value for kind in FailOn}
    for word in words:
        if word not in known:
            raise typer.BadParameter(
                f"'{word}' is none of {', '.join(sorted(known))}", param_hint="--fail-on"
            )
    return tuple(FailOn(word) for word in words)


def _print(pieces: Iterable[str], output: Path | None) -> None:
    if output is None:
        last = ""
        for last in pieces:
            sys.stdout.write(last)
        if not last.endswith("\n"):
            sys.stdout.write("\n")
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    with output.open("w", encoding="utf-8") as file:
        file.writelines(pieces)
    print(f"wrote {_shown(output)}", file=sys.stderr)


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _write_reports(
    project: Project, result: Report, options: RenderOptions, asked: list[tuple[str, str]], *, whole: bool
) -> None:
    """Write the reports asked for, else the project's own; a narrowed check leaves those alone."""
    from factlint.reports import pieces, suffix

    for name, path in asked:
        _print(pieces(name, result, options), Path(path))
    if asked:
        return
    if not (whole and project.settings.reports):
        return
    stem = project.documents[0].path.stem if len(project.documents) == 1 else "factlint"
    for name in WRITTEN:
        _print(pieces(name, result, options), project.root / project.settings.reports / (stem + suffix(name)))
