"""An environment in which programs start from compiled modules, as installed ones do.

A working tree may hold none, and its shell may forbid Python to write them: then one tool would compile itself
at every start, and the others, compiled by their installer, would not.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def compiled() -> Iterator[dict[str, str]]:
    """Yield the variables; modules are compiled at a program's first run, which is not to be counted."""
    allowed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        yield {**allowed, "PYTHONPYCACHEPREFIX": folder}
