"""Check the facts of an article against its references, and flag drift.

>>> import factlint
>>> project = factlint.load("claims/beijing-parade.yaml")
>>> report = factlint.check(project)
>>> report.claims[0].verdict
"""

from __future__ import annotations

from factlint.version import __version__ as __version__

TYPE_CHECKING = False  # known to type checkers by its name; importing typing would double the start
if TYPE_CHECKING:
    from typing import Any

    from factlint.checking import check
    from factlint.fetch import Fetching
    from factlint.project import Project, load
    from factlint.results import ClaimResult, Report, Verdict
    from factlint.values import read, scan

__all__ = ["ClaimResult", "Fetching", "Project", "Report", "Verdict", "check", "load", "read", "scan"]

_HOMES = {
    "check": "checking",
    "load": "project",
    "Project": "project",
    "Fetching": "fetch",
    "Report": "results",
    "ClaimResult": "results",
    "Verdict": "results",
    "read": "values",
    "scan": "values",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first used, so that ``--help`` stays fast."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'factlint' has no attribute '{name}'")
    return getattr(import_module(f"factlint.{_HOMES[name]}"), name)
