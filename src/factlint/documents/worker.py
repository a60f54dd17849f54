"""The child process that parses hostile formats: limits, then one task, then JSON on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from factlint.errors import FactlintError

TASKS = {
    "PDF file": "factlint.documents.pdf",
    "DOCX file": "factlint.documents.article.word",
    "spreadsheet": "factlint.documents.workbook",
    "Parquet file": "factlint.documents.parquet",
    "web page": "factlint.documents.tangle",
}
MEMORY = 3 << 30
FILE_SIZE = 512 << 20


def main(task: str, seconds: str, options: str) -> None:
    """Read the body from standard input and write ``{"result": …}`` or the error's code and message."""
    _limit(int(seconds))
    parse: Callable[[bytes, Mapping[str, str]], Any] = import_module(TASKS[task]).parse
    out = sys.stdout
    sys.stdout = sys.stderr  # a library's chatter must not get into the answer
    try:
        answer: dict[str, Any] = {"result": parse(sys.stdin.buffer.read(), json.loads(options))}
    except FactlintError as error:
        answer = {"code": error.code, "message": error.message, "hint": error.hint}
    json.dump(answer, out)


def _limit(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the wall clock alone limits the child
        return
    limits = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in limits:
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main(*sys.argv[1:])
