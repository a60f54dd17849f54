"""The folder ``.factlint``: what factlint keeps for itself, which no commit needs."""

from __future__ import annotations

from pathlib import Path

NAME = ".factlint"


def make_folder(folder: Path) -> None:
    """Make a folder; one called ``.factlint`` tells git to ignore what is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if folder.name == NAME and not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
