"""Copy a revision of the project's folder out of git, by plumbing commands that run nothing of the repository's."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from factlint.errors import RevisionError

MAX_BYTES = 32 * 2**20
"""Larger files are left out: no file of claims or references is as large."""

_SECONDS = 120
_PLAIN = ("100644", "100755")
_GIT = ("git", "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false")
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "",
    "LC_ALL": "C",
}


@contextmanager
def exported(root: Path, revision: str) -> Iterator[Path]:
    """Yield a folder that holds the files under ``root`` as ``revision`` has them, links left out.

    Raises RevisionError.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    listed = _git(root, "ls-tree", "-r", "-z", "-l", commit.decode().strip())
    with TemporaryDirectory(prefix="factlint-") as folder:
        _write(Path(folder), root, list(_files(listed)))
        yield Path(folder)


def tracked(root: Path, path: Path) -> bool:
    """Whether the branch that is checked out brings the file or folder, anything in it or a link to it.

    Upper and lower case are the same, as they are on some file systems. Raises RevisionError.
    """
    wanted = Path(os.path.abspath(root / path)).as_posix().casefold()
    top = Path(os.path.abspath(_git(root, "rev-parse", "--show-toplevel").decode().strip()))
    names = _git(top, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode("utf-8", "surrogateescape")
    known = ((top / name).as_posix().casefold() for name in names.split("\0") if name)
    return any(f"{name}/".startswith(f"{wanted}/") or wanted.startswith(f"{name}/") for name in known)


def _files(listed: bytes) -> Iterator[tuple[str, str]]:
    """Yield each plain file's object and path."""
    for line in listed.decode("utf-8", "surrogateescape").split("\0"):
        fields, _, path = line.partition("\t")
        mode, kind, name, size = [*fields.split(), "", "", "", ""][:4]
        if kind == "blob" and mode in _PLAIN and int(size) <= MAX_BYTES:
            yield name, path


def _write(folder: Path, root: Path, files: list[tuple[str, str]]) -> None:
    asked = "".join(f"{name}\n" for name, _ in files).encode()
    answer = memoryview(_git(root, "cat-file", "--batch", given=asked))
    at = 0
    for _, path in files:
        head = bytes(answer[at : at + 200]).split(b"\n", 1)[0]
        start, size = at + len(head) + 1, int(head.split()[2])
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(answer[start : start + size])
        at = start + size + 1


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603
            [*_GIT, "-C", str(root), *arguments],
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**_ENVIRONMENT, **kept},
        )
    except FileNotFoundError:
        raise RevisionError("the program git isn't installed", hint="install it") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git took more than {_SECONDS} seconds") from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        what = lines[-1] if lines else f"git knows no revision '{arguments[-1].removesuffix('^{commit}')}'"
        raise RevisionError(what, hint="name a branch or commit that is fetched here")
    return done.stdout
