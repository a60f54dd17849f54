"""Kinds that other packages bring in by entry points.

``FACTLINT_PLUGINS=off`` keeps them out; untrusted mode sets it before any kind is looked up.
"""

from __future__ import annotations

import os
from importlib.metadata import entry_points
from typing import Any

SWITCH = "FACTLINT_PLUGINS"


def switch_off() -> None:
    """Keep plug-ins out of this process; only in time before any kind is looked up."""
    os.environ[SWITCH] = "off"


def plugged_in(group: str, base: type[Any]) -> list[Any]:
    """Return the classes of an entry-point group, by name. Raises TypeError for one of another kind."""
    if os.environ.get(SWITCH, "").lower() == "off":
        return []
    entries = sorted(entry_points(group=group), key=lambda entry: entry.name)
    found: list[Any] = [entry.load() for entry in entries]
    for kind in found:
        if not (isinstance(kind, type) and issubclass(kind, base)):
            raise TypeError(f"{kind!r} in entry-point group {group} is no {base.__name__}")
    return found
