"""``factlint evidence``: look into the files that ``check --save-evidence`` writes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from factlint.cli.help import Commands

File = Annotated[Path, typer.Argument(metavar="FILE", help="An evidence file (WARC).")]

app = typer.Typer(name="evidence", cls=Commands, help="Look into evidence files.", no_args_is_help=True)

_ANSWERS = ("response", "revisit", "resource", "metadata")
_SHOWN = {"response": "answer", "revisit": "same bytes", "resource": "file", "metadata": "failure"}


@app.command("list")
def list_(file: File) -> None:
    """List what a run read: when, what, how large and where."""
    from factlint.reports.escape import terminal
    from factlint.sources import warc

    sizes: dict[str, int] = {}
    for entry in warc.entries(file):
        sizes.setdefault(entry.digest, entry.size)
        if entry.kind in _ANSWERS:
            kind = "redirect" if entry.status.startswith("3") else _SHOWN[entry.kind]
            size = f"{sizes[entry.digest]:,}"
            media_type = entry.media_type.partition(";")[0]
            print(
                f"{entry.date[:19]}Z  {kind:10} {size:>11} bytes  {terminal(media_type):24}  {terminal(entry.address)}"
            )


@app.command()
def show(
    file: File,
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", help="What to show: an address as 'list' gives it.")
    ],
    raw: Annotated[bool, typer.Option("--raw", help="Write the bytes alone, as they are.")] = False,
) -> None:
    """Show one answer: its record, its headers and its text."""
    from factlint.documents.nearest import did_you_mean
    from factlint.errors import BrokenEvidenceError, NotRecordedError
    from factlint.reports.escape import terminal
    from factlint.sources import warc

    every = [entry for entry in warc.entries(file) if entry.kind in _ANSWERS]
    found = [entry for entry in every if entry.address == address]
    if not found:
        hint = did_you_mean(address, (entry.address for entry in every))
        raise NotRecordedError(f"{address}: not in {file.name}", hint=hint)
    record, body = warc.record_at(file, found[-1].offset)
    if found[-1].kind == "revisit":
        same = [entry for entry in every if entry.digest == found[-1].digest and entry.kind == "response"]
        if not same:
            raise BrokenEvidenceError(f"{file}: the bytes of {address} are missing")
        _, body = warc.record_at(file, same[0].offset)
    if raw:
        sys.stdout.buffer.write(body)
        return
    heads = [record.rec_headers, *filter(None, [record.http_headers])]
    for head in heads:
        print("\n".join(terminal(f"{name}: {value}") for name, value in head.headers), end="\n\n")
    print("\n".join(map(terminal, body.decode("utf-8", "replace").splitlines())))


@app.command()
def verify(file: File) -> None:
    """Hold every record against its digests.

    Exits 1 where one doesn't match.
    """
    from factlint.reports.escape import terminal
    from factlint.sources import warc

    every = list(warc.entries(file, check=True))
    payloads = {entry.digest for entry in every if entry.kind == "response"}
    lost = [entry for entry in every if entry.kind == "revisit" and entry.digest not in payloads]
    broken = [entry for entry in every if not entry.intact]
    for entry in broken:
        print(terminal(f"changed: {entry.kind} {entry.address}"))
    for entry in lost:
        print(terminal(f"without its bytes: {entry.address}"))
    print(f"{len(every)} records, {len(broken)} changed, {len(lost)} without their bytes", file=sys.stderr)
    raise typer.Exit(1 if broken or lost else 0)
