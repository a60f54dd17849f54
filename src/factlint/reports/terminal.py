"""The terminal: a table that one look reads, then what is wrong, what went unchecked, and why."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from textwrap import wrap
from typing import TYPE_CHECKING

from factlint.reports import escape, view
from factlint.results import Cause, Verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Discrepancy, Report

SUFFIX = ".txt"

_STYLES = {
    Verdict.SUPPORTED: "green",
    Verdict.REFUTED: "bold red",
    Verdict.CONFLICTING: "bold magenta",
    Verdict.NOT_ENOUGH: "yellow",
}
_NARROW = 76
_WIDE = 96  # from here on there is room for the source
_VERDICT = 14
_CELL = 60  # characters of a cell
_DRIFT = 4
_NOT_ACCEPTABLE = {Cause.REVIEW_OVERDUE, Cause.WAIVER_EXPIRED, Cause.SOURCE_GONE, Cause.SELECTOR_LOST}
_NEXT = {
    1: "Next: factlint explain ID tells why, factlint fix proposes the words that would be right, and "
    "factlint accept ID --reason WHY lets one stand.",
    3: "Next: factlint explain ID tells what failed, factlint sources test tries the sources.",
    _DRIFT: "Next: factlint explain ID tells what changed, factlint accept ID --reason WHY accepts it.",
}
_MOST = 200  # rows of a table or a list: more is no look, and other formats hold all


def render(report: Report, options: RenderOptions) -> str:
    """Return the report for a terminal ``options.width`` columns wide; it holds no codes without colour."""
    from rich.console import Console

    sink = StringIO()
    console = Console(
        file=sink,
        width=max(options.width, 40),
        force_terminal=options.color,
        no_color=not options.color,
        color_system="standard" if options.color else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
        _environ={},
    )
    claims = _shown(report)
    console.print(_stacked(claims) if options.width < _NARROW else _table(claims, options.width))
    if len(claims) < len(report.claims):
        left_out = len(report.claims) - len(claims)
        console.print(f"… and {left_out} more claims, worth less of a look; the other formats hold all.")
    _sections(report, console)
    return "\n".join(text.rstrip() for text in sink.getvalue().splitlines()) + "\n"


def _shown(report: Report) -> list[ClaimResult]:
    """Return the claims for the table: all, or of very many those that most need a look, in order."""
    if len(report.claims) <= _MOST:
        return list(report.claims)
    told = {claim.id: place for place, claim in enumerate(sorted(report.claims, key=_calm))}
    return [claim for claim in report.claims if told[claim.id] < _MOST]


def _calm(claim: ClaimResult) -> tuple[bool, int]:
    return view.settled(claim), ("error", "warning", "note", "none").index(view.level(claim))


def _table(claims: list[ClaimResult], width: int) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=False, show_edge=False)
    rows = [_cells(claim, sourced=width >= _WIDE) for claim in claims]
    columns = _columns(rows, width)
    for name, wide in columns.items():
        table.add_column(name, width=wide, overflow="fold")
    for claim, cells in zip(claims, rows, strict=True):
        for name in ("claimed", "found", "difference", "source")[: len(cells) - 1]:
            cells[name] = _fitted(claim, cells[name], columns[name])
        table.add_row(_verdict(claim), *map(_plain, cells.values()))
    return table


def _fitted(claim: ClaimResult, cell: str, wide: int) -> str:
    """Return a cell of one line where nothing is amiss; what needs a look is told in full."""
    from rich.cells import cell_len, set_cell_size

    if not _unremarkable(claim) or cell_len(cell) <= wide:
        return cell
    return f"{set_cell_size(cell, wide - 1).rstrip()}…"


def _unremarkable(claim: ClaimResult) -> bool:
    return view.level(claim) == "none"


def _cells(claim: ClaimResult, *, sourced: bool) -> dict[str, str]:
    gist = view.gist(claim)
    more = f" (+{gist.more})" if gist.more else ""
    cells = {"claim": claim.id, "claimed": gist.claimed, "found": gist.found, "difference": gist.difference}
    if sourced:
        cells["source"] = gist.source + more
    return {name: _clip(escape.terminal(cell)) for name, cell in cells.items()}


def _columns(rows: list[dict[str, str]], width: int) -> dict[str, int]:
    """Return how wide each column is: the names come first, the values share what is left."""
    names = list(rows[0]) if rows else []
    longest = {name: max(len(name), *(len(row[name]) for row in rows)) for name in names}
    columns = {"verdict": _VERDICT} | {
        name: min(longest[name], width // (3 if name == "claim" else 6)) for name in names
    }
    shared = [name for name in names if name in ("claimed", "found", "difference")]
    left = width - sum(columns[name] for name in columns if name not in shared) - 2 * len(names)
    for place, name in enumerate(sorted(shared, key=lambda name: longest[name])):
        columns[name] = min(longest[name], left // (len(shared) - place))
        left -= columns[name]
    return columns


def _clip(text: str) -> str:
    return text if len(text) <= _CELL else f"{text[:_CELL].rstrip()}…"


def _stacked(claims: list[ClaimResult]) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding

    rows: list[RenderableType] = []
    for claim in claims:
        gist = view.gist(claim)
        rows.append(_verdict(claim, flags_on_one_line=True).append("  ").append(_plain(claim.id)))
        if _unremarkable(claim):
            continue
        facts = {
            "claimed": gist.claimed,
            "found": gist.found,
            "difference": gist.difference,
            "source": gist.source,
        }
        rows += [
            Padding(_plain(_clip(f"{name}: {fact}")), (0, 0, 0, 4)) for name, fact in facts.items() if fact
        ]
    return Group(*rows)


def _verdict(claim: ClaimResult, *, flags_on_one_line: bool = False) -> Text:
    from rich.text import Text

    label = view.LABELS[claim.verdict]
    if not flags_on_one_line:
        label = label.replace(" evidence", "\n  evidence")
    text = Text(f"{view.SYMBOLS[claim.verdict]} {label}", style=_STYLES[claim.verdict])
    flags = [] if _unremarkable(claim) else view.qualifiers(claim)
    if flags and flags_on_one_line:
        text.append(", " + ", ".join(flags), style="not bold cyan")
    elif flags:
        lines = wrap(", ".join(flags), _VERDICT - 2)
        text.append("".join(f"\n  {line}" for line in lines), style="not bold cyan")
    return text


def _sections(report: Report, console: Console) -> None:
    _section(console, "Discrepancies", (_discrepancy(*pair) for pair in view.discrepancies(report)))
    _section(
        console, "Not checked", ([f"{claim.id}: {why[0]}", *why[1:]] for claim, why in view.unchecked(report))
    )
    _section(
        console, "Failed beside others", ([f"{one.id}: {why}"] for one, why in view.failures_aside(report))
    )
    _section(console, "Quotes amiss", ([f"{claim.id}: {why}"] for claim, why in view.anchors_amiss(report)))
    _section(console, "Drift", ([f"{claim.id}: {view.say_drift(one)}"] for claim, one in view.drifts(report)))
    reviews = ([f"{claim.id}: {words}"] for claim, words in view.reviews(report))
    _section(console, "Reviews by others, which don't count", reviews)
    console.print()
    console.print(_plain(view.tally(report)), style="bold")
    console.print(_plain(view.anchors_line(report)))
    told = ([reason] for reason in (*report.gate, _next(report)) if reason)
    _section(console, f"Gate: exit {report.exit_code}", told)


def _next(report: Report) -> str:
    """Say what to do about a gate that is shut; where accepting won't open it, the drift itself says what will."""
    causes = {one.cause for _, one in view.drifts(report) if not one.information}
    acceptable = report.exit_code != _DRIFT or causes - _NOT_ACCEPTABLE
    return _NEXT.get(report.exit_code, "") if acceptable else ""


def _section(console: Console, title: str, items: Iterable[list[str]]) -> None:
    from rich.padding import Padding

    for number, (first, *rest) in enumerate(items):
        if number == _MOST:
            console.print("  … and more; the other formats hold all.")
            return
        if not number:
            console.print()
            console.print(title, style="bold")
        console.print(Padding(_plain(first), (0, 0, 0, 2)))
        for detail in rest:
            console.print(Padding(_plain(detail), (0, 0, 0, 6)))


def _discrepancy(claim: ClaimResult, one: Discrepancy) -> list[str]:
    answered = [word for word in view.qualifiers(claim) if word in ("accepted", "waived")]
    aside = f" ({', '.join([one.severity, *answered])})"
    lines = [f"{claim.id}{aside}: {view.say_discrepancy(one)}"]
    if one.note:
        lines.append(one.note)
    other = view.other_side(claim)
    if other:
        lines.append(f"on the other side: {other}")
    if one.suggestion:
        lines.append(f"should say: {one.suggestion}")
    return lines


def _plain(text: str) -> Text:
    from rich.text import Text

    return Text(escape.terminal(text))
