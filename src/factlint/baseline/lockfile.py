"""The lock file: one line a field, ``claim/field`` or ``claim/reference/field``, in sorted blocks.

No line depends on another one, each block begins with a line that never changes and ends with an empty one:
so two branches that accept different claims merge by ``merge=union``, whatever they had in common. The file
holds no line numbers and no time of its own; only ``factlint accept`` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factlint.baseline.lock import VERSION, Entry, Lock
from factlint.errors import DuplicateKeyError, FactlintError, LockVersionError, UnknownKeyError, Where
from factlint.project import yamlfile
from factlint.project.private import make_folder
from factlint.project.problems import validate
from factlint.project.yamlfile import YamlFile

_HEAD = "# What has been accepted, claim by claim. Written by `factlint accept`; review it like code.\n"
_FOOT = "# end\n"


def load(path: Path) -> Lock:
    """Read the lock, of this version or an older one; a missing file is an empty baseline.

    Raises InvalidProjectError with every fault, or LockVersionError.
    """
    if not path.exists():
        return Lock()
    file = yamlfile.load(path, path.name)
    version = str(file.data.get("version", VERSION)) if isinstance(file.data, dict) else VERSION
    if version not in READERS:
        raise LockVersionError(
            f"the baseline is of version {version}, this factlint reads {', '.join(READERS)}",
            hint="upgrade factlint",
            where=file.where(("version",)),
        )
    lock, problems = validate(Lock, READERS[version](file))
    yamlfile.raise_problems(problems)
    return lock or Lock()


def text_of(lock: Lock) -> str:
    """Return the file's text."""
    blocks = "".join(f"{_block(name, lock.claims[name])}\n" for name in sorted(lock.claims))
    return f'{_HEAD}version: "{VERSION}"\n\n{blocks}{_FOOT}'


def save(lock: Lock, path: Path) -> None:
    """Write the lock whole or not at all."""
    temporary = path.with_name(f"{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary.write_text(text_of(lock), encoding="utf-8")
    temporary.replace(path)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes from writing the lock between this one's load and save; ``folder`` holds the sign."""
    from filelock import FileLock

    make_folder(folder)
    with FileLock(folder / "accepting", timeout=60):
        yield


def attribute_merge(path: Path) -> Path | None:
    """Tell git to merge the lock by union; return the file that this was written to, ``None`` for none."""
    attributes = path.with_name(".gitattributes")
    line = f"{path.name} merge=union\n"
    known = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
    inside = any((folder / ".git").exists() for folder in path.resolve().parents)
    if not inside or path.name in known:
        return None
    attributes.write_text(f"{known}{line}", encoding="utf-8")
    return attributes


def _block(name: str, entry: Entry) -> str:
    fields = entry.model_dump(mode="json", exclude_defaults=True)
    references = fields.pop("references", {})
    lines = [f"# {name}", *(f"{name}/{key}: {_scalar(value)}" for key, value in fields.items())]
    for reference in sorted(references):
        at = f"{name}/{reference}"
        lines += [f"{at}/{key}: {_scalar(value)}" for key, value in references[reference].items()]
    return "".join(f"{line}\n" for line in lines)


def _scalar(value: object) -> str:
    """Write a double-quoted scalar, or a bare truth value, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    words = str(value)
    if words.isprintable():
        return json.dumps(words, ensure_ascii=False)
    import yaml

    return yaml.safe_dump(words, default_style='"', allow_unicode=True, width=float("inf")).strip()


def _unfolded(file: YamlFile) -> YamlFile:
    """Nest the lines, keeping the place of each."""
    if not isinstance(file.data or {}, dict):
        return file
    nested = YamlFile(file.file, {}, {(): file.where(())}, [_twice(problem) for problem in file.problems])
    for key, value in (file.data or {}).items():
        path = _path(key.split("/"))
        if path:
            _put(nested, path, value, file.where((key,)))
        else:
            message = f"'{key}' is neither claim/field nor claim/reference/field"
            nested.problems.append(UnknownKeyError(message, where=file.where((key,))))
    return nested


def _path(parts: list[str]) -> list[str]:
    """Return where a line's key lies in the nested form; nothing for a key that no line has."""
    if len(parts) == 3:
        return ["claims", parts[0], "references", parts[1], parts[2]]
    if len(parts) == 2 and parts[1] != "references":
        return ["claims", *parts]
    return parts if parts == ["version"] else []


def _put(nested: YamlFile, path: list[str], value: object, where: Where) -> None:
    inner = nested.data
    for count, part in enumerate(path[:-1], start=1):
        inner = inner.setdefault(part, {})
        nested.places.setdefault(tuple(path[:count]), where)
    inner[path[-1]] = value
    nested.places[tuple(path)] = where


def _twice(problem: FactlintError) -> FactlintError:
    if isinstance(problem, DuplicateKeyError):
        problem.hint = "two branches accepted it: keep one of the two lines"
    return problem


def _upgraded(file: YamlFile) -> YamlFile:
    """Read version 1, which nested its blocks: the fields are the same."""
    return YamlFile(file.file, {**file.data, "version": VERSION}, file.places, file.problems)


READERS: dict[str, Callable[[YamlFile], YamlFile]] = {"1": _upgraded, "2": _unfolded}
"""Every version that is read, and how its file becomes the present form. Saved is always the newest."""
