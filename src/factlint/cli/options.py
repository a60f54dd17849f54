"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Claims files, or a folder. Default: the project here.", show_default=False),
]
Profile = Annotated[
    str | None,
    typer.Option(help="Which addresses to read; 'live' reads the real ones.", show_default=False),
]
Article = Annotated[
    Path | None,
    typer.Option(help="The article's text, where it is not shipped with the claims.", show_default=False),
]
Only = Annotated[
    list[str] | None,
    typer.Option(help="Check these ids or tags only; * matches anything.", show_default=False),
]
Offline = Annotated[bool, typer.Option("--offline", help="Never open a socket.")]
