"""httpx without its own command line, which would load rich, pygments and click: 8 MiB and 40 ms."""

from __future__ import annotations

import sys

_COMMAND_LINE = "httpx._main"

if "httpx" not in sys.modules:
    sys.modules[_COMMAND_LINE] = None  # type: ignore[assignment]  # httpx does without it
    import httpx

    del sys.modules[_COMMAND_LINE]
else:
    import httpx

__all__ = ["httpx"]
