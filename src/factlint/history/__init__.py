"""The history of runs, in an embedded database: what was read, what came of it, and what failed."""

from factlint.history.compare import Change, changes
from factlint.history.store import History, Reading, Run

__all__ = ["Change", "History", "Reading", "Run", "changes"]
