"""Read a local clone with the program ``git``: fixed commands that run nothing of the repository's own."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from factlint.documents.base import Document
from factlint.errors import NoDataError, OutsideRootError, RepositoryError, TooLargeError
from factlint.sources.files import media_type

_SECONDS = 60

# These commands run no hook, filter, pager or signature program, whatever the repository's configuration
# says; what could reach the network for them (a partial clone's missing objects) is switched off.
_GIT = ("git", "--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false")
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "TZ": "UTC",
}


def read(root: Path, repository: str, file: str, branch: str, at: date | None, limit: int) -> Document:
    """Return ``file`` as the last commit of ``branch`` on or before ``at`` (UTC; ``None``: the last) left it.

    Raises RepositoryError, OutsideRootError, NoDataError and TooLargeError.
    """
    folder = _git_folder(root, repository)
    until = (f"--before={at}T23:59:59Z",) if at else ()
    found = _run(folder, "rev-list", "--max-count=1", "--first-parent", *until, "--end-of-options", branch)
    commit = found.decode().strip()
    if not commit:
        raise NoDataError(f"{repository} has no commit on or before {at}")
    named = f"{commit}:{file}"
    try:
        size = int(_run(folder, "cat-file", "-s", named))
    except RepositoryError:
        raise NoDataError(f"{repository} has no file '{file}' in commit {commit[:12]}") from None
    if size > limit:
        raise TooLargeError(
            f"{file}: the file is larger than {limit:,} bytes", hint="raise network.max_bytes"
        )
    body = _run(folder, "cat-file", "blob", named)
    made = _run(
        folder, "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d", "--end-of-options", commit
    )
    return Document(
        body=body,
        media_type=media_type(file),
        address=f"{repository}/{file}@{commit}",
        dated=date.fromisoformat(made.decode().strip()),
    )


def _git_folder(root: Path, repository: str) -> Path:
    """Return the clone's own git folder: all of it under the root, nothing borrowed from elsewhere."""
    top = root.resolve()
    place = (top / repository).resolve()
    folder = place / ".git" if (place / ".git").exists() else place
    parts = (place, folder, folder / "objects", folder / "refs")
    if not all(part.resolve().is_relative_to(top) for part in parts):
        raise OutsideRootError(f"{repository}: lies outside the project", hint="clone it into the project")
    if not (folder / "objects").is_dir():
        raise RepositoryError(f"{repository}: there is no clone", hint=f"clone it under {top.name}/")
    if any((folder / name).exists() for name in ("commondir", "objects/info/alternates")):
        raise RepositoryError(
            f"{repository}: the clone borrows from another repository", hint="clone it in full"
        )
    return folder


def _run(folder: Path, *arguments: str) -> bytes:
    environment = {**_ENVIRONMENT, "PATH": os.environ.get("PATH", "")}
    command = [*_GIT, f"--git-dir={folder}", *arguments]
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, timeout=_SECONDS, check=False, env=environment, cwd=folder
        )
    except FileNotFoundError:
        raise RepositoryError("the program git isn't installed", hint="install it") from None
    except subprocess.TimeoutExpired:
        raise RepositoryError(f"git took more than {_SECONDS} seconds") from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        fatal = next((line for line in lines if line.startswith("fatal:")), lines[-1])  # usage may follow
        raise RepositoryError(f"git: {fatal}", hint="check the repository and the branch")
    return done.stdout
