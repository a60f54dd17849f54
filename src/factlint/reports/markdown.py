"""GitHub Markdown that fits a pull-request comment: what is wrong first, long tables folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.reports import escape, view

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report

SUFFIX = ".md"

LIMIT = 60_000
"""Characters at most; GitHub refuses comments of more than 65,536."""

_CELL = 400
_FOLD = 12
_RESERVE = 400


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading with a table or list whose rows may be cut from the end; ``folded`` hides it behind it."""

    title: str
    rows: list[str]
    head: list[str] = field(default_factory=list)
    folded: bool = False


def render(report: Report, options: RenderOptions) -> str:
    """Return the report in at most ``LIMIT`` characters; what is cut is counted where it was cut."""
    return within(LIMIT, report)


def within(limit: int, report: Report) -> str:
    """Return the report in at most ``limit`` characters."""
    parts = [_top(report)]
    room = limit - len(parts[0])
    for block in _blocks(report):
        text = _fit(block, room)
        parts.append(text)
        room -= len(text)
    return "\n".join(parts)


def _top(report: Report) -> str:
    tally = view.tally(report)
    lines = [f"## factlint: {_words(tally)}", ""]
    for article in report.articles[:20]:
        about = [
            escape.markdown_link(_clip(article.title), article.url),
            article.publisher,
            article.published,
        ]
        lines.append("**" + "** · ".join([about[0], ", ".join(_words(word) for word in about[1:] if word)]))
        lines.append("")
    if report.gate:
        reasons = "; ".join(_words(reason) for reason in report.gate[:_FOLD])
        lines += [f"**Gate: exit {report.exit_code}.** {reasons}.", ""]
    profile = _words(report.profile)
    lines.append(f"{view.anchors_line(report)} Profile {profile}, checked {_words(report.generated)}.")
    return "\n".join(lines) + "\n"


def _blocks(report: Report) -> Iterator[_Block]:
    yield _discrepancies(report)
    unchecked = [(claim, "; ".join(why)) for claim, why in view.unchecked(report)]
    yield _list("Not checked", unchecked)
    yield _list("Quotes amiss", view.anchors_amiss(report))
    yield _list("Drift", ((claim, view.say_drift(one)) for claim, one in view.drifts(report)))
    yield _list("References that failed beside others", view.failures_aside(report))
    yield _claims(report)


def _discrepancies(report: Report) -> _Block:
    rows = []
    for claim, one in view.discrepancies(report):
        severity = ", ".join([one.severity, *(("settled",) if view.settled(claim) else ())])
        wrong = ". ".join(said for said in (one.difference, one.note) if said)
        rows.append(_row(severity, claim.id, one.claimed, one.found, wrong, one.suggestion))
    head = _head("Severity", "Claim", "Claimed", "Found", "Difference", "The sentence should say")
    return _Block("Discrepancies", rows, head, folded=len(rows) > 2 * _FOLD)


def _claims(report: Report) -> _Block:
    rows = []
    for claim in report.claims:
        gist = view.gist(claim)
        verdict = ", ".join(
            [f"{view.SYMBOLS[claim.verdict]} {view.LABELS[claim.verdict]}", *view.qualifiers(claim)]
        )
        source = gist.source + (f" (+{gist.more})" if gist.more else "")
        rows.append(_row(verdict, claim.id, gist.claimed, gist.found, gist.difference, gist.rule, source))
    head = _head("Verdict", "Claim", "Claimed", "Found", "Difference", "Rule", "Source")
    return _Block(f"All {view.plural(len(rows), 'claim')}", rows, head, folded=len(rows) > _FOLD)


def _list(title: str, items: Iterable[tuple[ClaimResult, str]]) -> _Block:
    rows = [f"- **{_words(claim.id)}**: {_words(words)}" for claim, words in items]
    return _Block(title, rows, folded=len(rows) > _FOLD)


def _fit(block: _Block, room: int) -> str:
    """Return the block with as many rows as ``room`` characters hold, and a line for those cut."""
    if not block.rows:
        return ""
    opening = (
        [f"<details><summary>{block.title}</summary>", ""] if block.folded else [f"### {block.title}", ""]
    )
    closing = ["", "</details>"] if block.folded else []
    used = sum(len(text) + 1 for text in (*opening, *block.head, *closing)) + _RESERVE
    kept: list[str] = []
    for row in block.rows:
        used += len(row) + 1
        if used > room:
            break
        kept.append(row)
    cut = len(block.rows) - len(kept)
    if cut:
        closing = [
            "",
            f"*{cut} of {len(block.rows)} rows cut to fit a comment; the other reports hold all.*",
            *closing,
        ]
    table = [*block.head, *kept] if kept else []
    return "\n".join([*opening, *table, *closing]) + "\n"


def _head(*names: str) -> list[str]:
    return [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]


def _row(*cells: str) -> str:
    return f"| {' | '.join(_words(cell) for cell in cells)} |"


def _words(text: str) -> str:
    return escape.markdown(_clip(text))


def _clip(text: str) -> str:
    return text if len(text) <= _CELL else f"{text[:_CELL]}…"
