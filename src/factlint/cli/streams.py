"""Standard output and error as they really are: closed, of another encoding, or with a reader that left."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """Let nothing that is printed fail for its characters, nor for a stream that the caller closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def finish() -> None:
    """Write out what is left; where nobody reads it any more, leave nothing for Python to complain about."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
