"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE", help="Claims files, or a folder. Default: the project here.", show_default=False
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Which addresses to read; 'live' reads the real ones.", show_default=False
    ),
]
Article = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="The article's text, where it is not shipped with the claims.",
        show_default=False,
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="Check these ids or tags only; * matches anything.", show_default=False),
]
Offline = Annotated[bool, typer.Option("--offline", help="Never open a socket.")]
Findings = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND,…",
        help="Findings that fail the gate: refuted, conflicting, imprecise, outdated, unchecked, drift. "
        "Default: all but imprecise and outdated.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to this file instead.",
        show_default=False,
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT=FILE,…",
        help="Reports to write, such as html=a.html,sarif=a.sarif.",
        show_default=False,
    ),
]
MaxUnchecked = Annotated[
    str | None,
    typer.Option(
        metavar="SHARE", help="Share of the claims that may go unchecked, such as 10%.", show_default=False
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Count what is unused, in the baseline and in waivers, as drift.")
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        metavar="REV", help="Check only claims whose words, sources or paragraph changed.", show_default=False
    ),
]
Untrusted = Annotated[
    bool, typer.Option("--untrusted", help="For forks: offline; trust nothing but --base. Needs --base.")
]
Base = Annotated[
    str | None,
    typer.Option(metavar="REV", help="Where --untrusted reads sources and settings.", show_default=False),
]
NoHistory = Annotated[bool, typer.Option("--no-history", help="Neither read nor record earlier runs.")]
SaveEvidence = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Keep all that is read in this WARC file (.warc.gz).", show_default=False
    ),
]
Replay = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Read from this evidence file only, as of its day.", show_default=False
    ),
]
