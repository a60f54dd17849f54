"""``factlint init``: a small project that checks green, to be replaced piece by piece."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the project goes; it is made if missing.")
    ] = Path(),
) -> None:
    """Write a small project that checks green."""
    from importlib.resources import files

    from factlint.errors import FileExistsHereError

    template = files("factlint") / "data" / "project"
    planned = [(folder / name, source) for name, source in _walk(template)]
    taken = [str(path) for path, _ in planned if path.exists()]
    if taken:
        raise FileExistsHereError(
            f"already there: {', '.join(taken)}", hint="nothing was written; name another folder"
        )
    for path, source in planned:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source.read_bytes())
        print(f"wrote {path}", file=sys.stderr)
    where = "" if folder == Path() else f"cd {folder} && "
    print(f"Next: {where}factlint check", file=sys.stderr)
    print("Then, for an article of yours: factlint draft ARTICLE -o claims/NAME.yaml", file=sys.stderr)


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, f"{name}/")
        else:
            yield name, entry
