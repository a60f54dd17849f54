"""The entry of a source, from nothing but its address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from factlint.sources import recognised

_COMMON = ("www", "en", "com", "org", "net", "int", "gov", "edu", "co", "ac")


def entry_of(address: str, folder: Path) -> tuple[str, dict[str, str]] | None:
    """Return a name and the fields of a source, ``None`` where the address is neither on the web nor a file.

    folder: the sources file's folder, which the paths of files are relative to
    """
    if "://" not in address:
        return _file(address, folder)
    found = recognised(address)
    if found is None:
        return None
    kind, fields = found
    told = "-".join(
        fields[name] for name in ("item", "page", "indicator", "chart", "series", "flow") if name in fields
    )
    name = f"{kind}-{told}" if told else _host(fields.get("url") or address)
    return _slug(name), {"kind": kind, **fields}


def _file(address: str, folder: Path) -> tuple[str, dict[str, str]] | None:
    path = Path(address) if Path(address).is_file() else folder / address
    if not path.is_file():
        return None
    place, top = path.resolve(), folder.resolve()
    shown = place.relative_to(top).as_posix() if place.is_relative_to(top) else address
    return _slug(path.name.partition(".")[0]), {"kind": "file", "path": shown}


def _host(url: str) -> str:
    parts = [part for part in (urlsplit(url).hostname or "").split(".") if part not in _COMMON]
    return "-".join(parts) or "source"


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-").lower()[:80] or "source"
