"""The command line: parse, call the library, render, exit."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line. ``--version`` alone answers without loading anything else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from factlint.version import __version__

        print(f"factlint {__version__}")
        return
    from factlint.cli.app import run

    gc.set_threshold(100_000, 20, 100)  # a check makes many objects and hardly a cycle: saves a tenth
    run()
