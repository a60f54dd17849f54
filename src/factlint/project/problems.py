"""Turn what the models reject into problems with a place and, where one is near, the right word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from factlint.errors import (
    FactlintError,
    InvalidFieldError,
    MissingKeyError,
    NoSuchDateError,
    UnknownKeyError,
)
from factlint.project.saying import choice, nearest, sentence
from factlint.project.yamlfile import Keys, YamlFile

M = TypeVar("M", bound=BaseModel)
Fault = tuple[Keys, FactlintError]
"""What is wrong, and at which keys."""


def validate(model: type[M], file: YamlFile) -> tuple[M | None, list[FactlintError]]:
    """Validate a file's data. Returns the model, or ``None``, and every problem found."""
    found, faults = _examined(model, file)
    return found, _repeats(file) + _distinct(faults)


def salvage(
    model: type[M], file: YamlFile, needed: Mapping[str, Any] | None = None
) -> tuple[M | None, YamlFile, list[FactlintError]]:
    """Validate a file, and return what is sound of it with the file as that leaves it, and every problem.

    What is at fault is taken out, first by itself and then with the claim or source around it, so that faults
    which only show in sound parts are found in the same go.
    needed: what stands in for parts of the file that can't be done without
    """
    found, faults = _examined(model, file)
    problems = _repeats(file) + _distinct(faults)
    for depth in (None, 2, 1):
        if found is not None or not isinstance(file.data, dict | None):
            break
        file = file.without({path[:depth] for path, _ in faults})
        file = YamlFile(file.file, {**(needed or {}), **(file.data or {})}, file.places)
        found, faults = _examined(model, file)
    return found, file, problems


def claim_at(file: YamlFile, path: Keys) -> str:
    """Return the id of the claim that ``path`` lies in, or ""."""
    if len(path) < 2 or path[0] != "claims" or not isinstance(path[1], int):
        return ""
    try:
        claim = file.data["claims"][path[1]]
    except (KeyError, IndexError, TypeError):
        return ""
    name = claim.get("id") if isinstance(claim, dict) else None
    return name if isinstance(name, str) else f"#{path[1] + 1}"


def _examined(model: type[M], file: YamlFile) -> tuple[M | None, list[Fault]]:
    try:
        return model.model_validate({} if file.data is None else file.data), []
    except ValidationError as error:
        return None, [_fault(model, file, item) for item in error.errors(include_url=False)]


def _repeats(file: YamlFile) -> list[FactlintError]:
    """Return the reader's own problems, each with the claim that it lies in."""
    if not file.problems:
        return []
    entries = [(where.line, path) for path, where in file.places.items() if len(path) == 2]
    lines = [line for line, _ in entries]
    for problem in file.problems:
        before = bisect_right(lines, problem.where.line if problem.where else 0)
        problem.located(claim=claim_at(file, entries[before - 1][1]) if before else "")
    return list(file.problems)


def _fault(model: type[BaseModel], file: YamlFile, item: Any) -> Fault:
    path = _in_file(file, tuple(item["loc"]))
    problem = _problem(model, file, path, item)
    return path, problem.located(where=file.where(path), claim=claim_at(file, path))


def _problem(model: type[BaseModel], file: YamlFile, path: Keys, item: Any) -> FactlintError:
    loc, kind = tuple(item["loc"]), item["type"]
    name = str(loc[-1]) if loc else "the file"
    message = item["msg"].removeprefix("Value error, ")
    if kind == "extra_forbidden":
        return UnknownKeyError(f"unknown key '{name}'", hint=_right_key(model, file, loc))
    if kind == "missing":
        return MissingKeyError(f"'{name}' is missing")
    if kind == "union_tag_not_found":
        return MissingKeyError("'kind' is missing")
    if message.startswith("date: "):
        return NoSuchDateError(message.removeprefix("date: "))
    if kind == "union_tag_invalid":
        context = item["ctx"]
        known = (tag.strip(" '") for tag in context["expected_tags"].split(","))
        return InvalidFieldError(f"unknown kind '{context['tag']}'", hint=choice(context["tag"], known))
    what, right = sentence(path, item)
    return InvalidFieldError(what, hint=right)


def _right_key(model: type[BaseModel], file: YamlFile, loc: Keys) -> str:
    known = _known_keys(model, file, loc[:-1])
    near = nearest(str(loc[-1]), known)
    return near or (f"known: {', '.join(sorted(known))}" if known else "")


def _in_file(file: YamlFile, loc: Keys) -> Keys:
    """Drop from a model's location the parts that aren't keys of the file (union tags, gathered models)."""
    path: list[str | int] = []
    for part in loc:
        if (*path, part) in file.places:
            path.append(part)
    return tuple(path)


def _known_keys(model: type[BaseModel], file: YamlFile, loc: Keys) -> list[str]:
    """List the keys that the model at ``loc`` knows, following the location through nested models."""
    kinds: list[Any] = [model]
    path: Keys = ()
    for part in loc:
        inner = [found for kind in kinds for found in _step(kind, part)]
        in_file = (*path, part) in file.places
        path = (*path, part) if in_file else path
        gathered = not in_file and any(part in kind.model_fields for kind in kinds)
        kinds = kinds + inner if gathered else inner or kinds
    return [name for kind in kinds for name in kind.model_fields]


def _step(kind: Any, part: str | int) -> list[Any]:
    if isinstance(part, int):
        return [kind]
    field = kind.model_fields.get(part)
    if field is not None:
        return _models(field.annotation)
    tag = kind.model_fields.get("kind")
    return [kind] if tag is None or part in get_args(tag.annotation) else []


def _models(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _distinct(faults: list[Fault]) -> list[FactlintError]:
    """Drop repeats: a union may report one fault once per member."""
    return list({str(problem): problem for _, problem in reversed(faults)}.values())[::-1]
