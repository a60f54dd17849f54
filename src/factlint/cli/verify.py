"""``factlint verify``: one claim sentence against pages, files or standard input, without a claims file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.options import Offline

if TYPE_CHECKING:
    from datetime import date

    from factlint.documents.base import Document
    from factlint.prose import Finding

UNDECIDED = 3


def verify(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim, as one sentence.", show_default=False)
    ],
    against: Annotated[
        list[str],
        typer.Option(
            metavar="PAGE",
            help="A file, a URL, or - for standard input; several allowed.",
            show_default=False,
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="The day that the claim speaks of, as 2025-08-28.", show_default=False
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the finding as JSON.")] = False,
    offline: Offline = False,
) -> None:
    """Find the sentence that settles a claim, and say whether it supports or refutes it.

    Exit codes: 0 supported, 1 refuted or conflicting, 2 bad input, 3 not enough evidence or nothing readable.
    """
    from factlint.prose import verify as settle
    from factlint.reports.finding import as_json, as_text
    from factlint.values.base import Context

    if not claim.strip():
        raise typer.BadParameter("the claim is empty", param_hint="CLAIM")
    day = _day(as_of)
    documents = _documents(against, offline=offline)
    finding = settle(claim, documents, context=Context(locale="en", reference=day), as_of=day)
    addresses = [document.address for document in documents]
    print(as_json(finding, addresses) if json else as_text(finding, addresses))
    raise typer.Exit(_exit_code(finding) if documents else UNDECIDED)


def _exit_code(finding: Finding) -> int:
    from factlint.verdict import Verdict

    return {Verdict.SUPPORTED: 0, Verdict.NOT_ENOUGH: UNDECIDED}.get(finding.verdict, 1)


def _day(text: str | None) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(
            f"'{text}' is no day; write it as 2025-08-28", param_hint="--as-of"
        ) from None


def _documents(places: list[str], *, offline: bool) -> list[Document]:
    """Read every place; one that can't be read is told on stderr and left out."""
    from factlint.documents.text import plain_text
    from factlint.errors import FactlintError
    from factlint.reports.escape import terminal

    found = []
    for place in places:
        try:
            document = _read(place, offline=offline)
            plain_text(document)
        except FactlintError as error:
            print(terminal(str(error)), file=sys.stderr)
            continue
        found.append(document)
    return found


def _read(place: str, *, offline: bool) -> Document:
    from pathlib import Path

    from factlint.documents.base import Document
    from factlint.sources.client import Client
    from factlint.sources.settings import Network

    if place == "-":
        return Document(sys.stdin.buffer.read(), "", "standard input")
    if place.startswith(("http://", "https://")):
        with Client(Network(offline=offline), Path.cwd()) as client:
            return client.get(place)
    path = Path(place)
    with Client(Network(), path.parent.resolve()) as client:
        return client.file(path.name)
