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
_OVERHEAD = 400  # heading, table head, fold and the line for what was cut, at most
_ASSURED = 4_000  # characters that every block may count on, however long those before it are
_TITLE = 120


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
    top, blocks = _top(report), [block for block in _blocks(report) if block.rows]
    room = limit - len(top) - _OVERHEAD * len(blocks)
    needs = [sum(len(row) + 1 for row in block.rows) for block in blocks]
    parts = [top]
    for number, block in enumerate(blocks):
        kept_back = sum(min(need, _ASSURED) for need in needs[number + 1 :])
        kept = _kept(block.rows, room - kept_back)
        room -= sum(len(row) + 1 for row in kept)
        parts.append(_written(block, kept))
    return "\n".join(parts)


def _top(report: Report) -> str:
    tally = view.tally(report)
    lines = [f"## factlint: {_words(tally)}", ""]
    for article in report.articles[:_FOLD]:
        url = article.url if len(article.url) <= _CELL else ""
        title = escape.markdown_link(_clip(article.title, _TITLE), url)
        about = [_words(text, _TITLE) for text in (article.publisher, view.when(article.published)) if text]
        lines += [" · ".join([f"**{title}**", *about]), ""]
    if report.gate:
        reasons = "; ".join(_words(reason, _TITLE) for reason in report.gate[:_FOLD])
        lines += [f"**Gate: exit {report.exit_code}.** {reasons}.", ""]
    profile = _words(report.profile)
    lines.append(
        f"{view.anchors_line(report)} Profile {profile}, checked {_words(view.when(report.generated))}."
    )
    return "\n".join(lines) + "\n"


def _blocks(report: Report) -> Iterator[_Block]:
    yield _discrepancies(report)
    unchecked = [(claim, "; ".join(why)) for claim, why in view.unchecked(report)]
    yield _list("Not checked", unchecked)
    yield _list("Quotes amiss", view.anchors_amiss(report))
    yield _list("Drift", ((claim, view.say_drift(one)) for claim, one in view.drifts(report)))
    yield _list("References that failed beside others", view.failures_aside(report))
    yield _list("Reviews by others, which don't count", view.reviews(report))
    yield _claims(report)


def _discrepancies(report: Report) -> _Block:
    rows = []
    for claim, one in view.discrepancies(report):
        severity = ", ".join([one.severity, *(("settled",) if view.settled(claim) else ())])
        other = view.other_side(claim)
        against = f"on the other side: {other}" if other else ""
        wrong = "; ".join(said for said in (one.difference, one.note, against) if said)
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


def _kept(rows: list[str], room: int) -> list[str]:
    """Return the rows, from the first, that ``room`` characters hold."""
    for number, row in enumerate(rows):
        room -= len(row) + 1
        if room < 0:
            return rows[:number]
    return rows


def _written(block: _Block, kept: list[str]) -> str:
    """Return the block with the rows kept, and a line that counts the others."""
    opening = (
        [f"<details><summary>{block.title}</summary>", ""] if block.folded else [f"### {block.title}", ""]
    )
    closing = ["", "</details>"] if block.folded else []
    cut = len(block.rows) - len(kept)
    if cut:
        closing = [
            "",
            f"*{cut} of {len(block.rows)} rows cut for length; the other reports hold all.*",
            *closing,
        ]
    table = [*block.head, *kept] if kept else []
    return "\n".join([*opening, *table, *closing]) + "\n"


def _head(*names: str) -> list[str]:
    return [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]


def _row(*cells: str) -> str:
    return f"| {' | '.join(_words(cell) for cell in cells)} |"


def _words(text: str, most: int = _CELL) -> str:
    return escape.markdown(_clip(text, most))


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
