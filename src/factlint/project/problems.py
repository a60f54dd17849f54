"""Turn what the models reject into problems with a place and, where one is near, the right word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from factlint.errors import (
    FactlintError,
    InvalidFieldError,
    MissingKeyError,
    NoSuchDateError,
    UnknownKeyError,
)
from factlint.project.yamlfile import Keys, YamlFile

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], file: YamlFile) -> tuple[M | None, list[FactlintError]]:
    """Validate a file's data. Returns the model, or ``None``, and every problem found."""
    data = {} if file.data is None else file.data
    try:
        return model.model_validate(data), list(file.problems)
    except ValidationError as error:
        found = [_problem(model, file, item) for item in error.errors(include_url=False)]
        return None, list(file.problems) + _distinct(found)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean 'x'?`` for the nearest known word, or ""."""
    from rapidfuzz import fuzz, process

    match = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"did you mean '{match[0]}'?" if match else ""


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


def _problem(model: type[BaseModel], file: YamlFile, item: Any) -> FactlintError:
    loc: Keys = tuple(item["loc"])
    path = _in_file(file, loc)
    where, claim, kind = file.where(path), claim_at(file, path), item["type"]
    name = str(loc[-1]) if loc else "the file"
    if kind == "extra_forbidden":
        hint = nearest(name, _known_keys(model, file, loc[:-1]))
        return UnknownKeyError(f"unknown key '{name}'", hint=hint, where=where, claim=claim)
    if kind == "missing":
        return MissingKeyError(f"'{name}' is missing", where=where, claim=claim)
    message = item["msg"].removeprefix("Value error, ")
    if message.startswith("date: "):
        return NoSuchDateError(message.removeprefix("date: "), where=where, claim=claim)
    if kind == "union_tag_not_found":
        return MissingKeyError("'kind' is missing", where=where, claim=claim)
    if kind == "union_tag_invalid":
        context = item["ctx"]
        known = [tag.strip(" '") for tag in context["expected_tags"].split(",")]
        hint = nearest(context["tag"], known) or f"one of {', '.join(known)}"
        return InvalidFieldError(f"unknown kind '{context['tag']}'", hint=hint, where=where, claim=claim)
    return InvalidFieldError(_sentence(path, message), where=where, claim=claim)


def _sentence(path: Keys, message: str) -> str:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    text = message[:1].lower() + message[1:]
    return f"{name}: {text}" if name else text


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


def _distinct(problems: list[FactlintError]) -> list[FactlintError]:
    """Drop repeats: a union may report one fault once per member."""
    seen: dict[str, FactlintError] = {}
    for problem in problems:
        seen.setdefault(str(problem), problem)
    return list(seen.values())
