"""Run a parser of hostile formats in a child process with limits.

The child has no environment but the locale's encoding (so no credentials), bounded memory, processor time,
wall time and file size, and answers in JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from factlint.errors import DocumentLimitError, FactlintError, UnparseableError, registry

WALL_SECONDS = 120


def run(task: str, body: bytes, options: Mapping[str, str] | None = None, *, seconds: int = 60) -> Any:
    """Run ``task`` of the worker on ``body`` and return its answer.

    seconds: of processor time that it may use
    Raises what the worker raises, and DocumentLimitError where it exceeds its limits.
    """
    command = [sys.executable, "-I", "-m", "factlint.documents.worker", task, str(seconds)]
    command.append(json.dumps(options or {}))
    try:
        done = subprocess.run(  # noqa: S603
            command, input=body, capture_output=True, timeout=WALL_SECONDS, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        raise DocumentLimitError(f"reading the {task} took more than {WALL_SECONDS} seconds") from None
    if done.returncode != 0:
        raise _failure(task, done.returncode, done.stderr)
    answer = json.loads(done.stdout)
    if "code" in answer:
        raise _error(answer)
    return answer["result"]


def _failure(task: str, code: int, stderr: bytes) -> FactlintError:
    lines = stderr.decode("utf-8", "replace").strip().splitlines() or [""]
    if code < 0 or lines[-1].startswith("MemoryError"):
        return DocumentLimitError(f"reading the {task} used more memory or time than is allowed")
    return UnparseableError(f"the {task} can't be read: {lines[-1]}")


def _error(answer: Mapping[str, str]) -> FactlintError:
    return registry()[answer["code"]](answer["message"], hint=answer["hint"])
