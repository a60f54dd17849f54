"""YAML as plain strings with places: no float, date or boolean is made here, so nothing is lost.

``20.0``, ``2025-08`` and ``NO`` stay the words that were written; the models decide what they mean.
Built over the parser's events, which carry line and column, with caps for files from strangers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from factlint.errors import (
    DuplicateKeyError,
    FactlintError,
    InvalidProjectError,
    MissingFileError,
    Where,
    YamlLimitError,
    YamlSyntaxError,
)

MAX_BYTES = 16 * 2**20
MAX_DEPTH = 40
MAX_NODES = 2_000_000
MAX_ALIASED_NODES = 100_000

Keys = tuple[str | int, ...]
_KEPT = 3  # how deep the places are kept that a file without fault is asked for: claims, 12, id
_NULLS = {"", "~", "null", "Null", "NULL"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Parsed:
    data: Any
    places: dict[Keys, Where]
    depth: int


class YamlFile:
    """A parsed file.

    data: nested dicts, lists, strings and ``None``
    places: where each key path starts; a mapping's entry is placed at its key
    problems: faults that don't stop the reading (duplicate keys)
    """

    __slots__ = ("_parsed", "_text", "file", "problems")

    def __init__(
        self,
        file: str,
        data: Any,
        places: dict[Keys, Where],
        problems: list[FactlintError] | None = None,
        text: str | None = None,
        depth: int = MAX_DEPTH,
    ) -> None:
        self.file = file
        self.problems = problems if problems is not None else []
        self._parsed: _Parsed | None = _Parsed(data, places, depth)
        self._text = text

    @property
    def data(self) -> Any:  # noqa: D102
        return self._whole().data

    @property
    def places(self) -> dict[Keys, Where]:  # noqa: D102
        return self._whole(MAX_DEPTH).places

    def rest(self) -> None:
        """Let go of data and places, by far larger than the text, until someone asks for them again."""
        if self._text is not None:
            self._parsed = None

    def _whole(self, depth: int = 0) -> _Parsed:
        """Return what was parsed, read again where it was let go of or its places don't reach deep enough."""
        if self._parsed is None or self._parsed.depth < depth:
            self._parsed = _parsed(self._text or "", self.file, max(depth, _KEPT))[0]
        return self._parsed

    def without(self, dropped: Collection[Keys]) -> YamlFile:
        """Return a copy that lacks what stands at these paths; what is left keeps its places."""
        places: dict[Keys, Where] = {}

        def kept(node: Any, old: Keys, new: Keys) -> Any:
            if old in self.places:
                places[new] = self.places[old]
            if isinstance(node, dict):
                left = [key for key in node if (*old, key) not in dropped]
                return {key: kept(node[key], (*old, key), (*new, key)) for key in left}
            if isinstance(node, list):
                numbers = [number for number in range(len(node)) if (*old, number) not in dropped]
                return [kept(node[n], (*old, n), (*new, place)) for place, n in enumerate(numbers)]
            return node

        return YamlFile(self.file, kept(self.data, (), ()), places)

    def where(self, path: Keys) -> Where:
        """Return the place of ``path``, or of its nearest ancestor that has one."""
        places = self._whole(len(path)).places
        while path and path not in places:
            path = path[:-1]
        return places.get(path, Where(self.file))


def load(path: Path, name: str = "") -> YamlFile:
    """Read a YAML file; ``name`` is how messages call it (default: the path as given).

    Raises MissingFileError, YamlSyntaxError or YamlLimitError.
    """
    name = name or str(path)
    return loads(_text(path, name), name)


def _text(path: Path, name: str) -> str:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise MissingFileError(f"can't read {name}: {error.strerror}", where=Where(name)) from None
    if len(body) > MAX_BYTES:
        raise YamlLimitError(f"the file is larger than {MAX_BYTES // 2**20} MiB", where=Where(name))
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise YamlSyntaxError("the file is not UTF-8", where=Where(name, line, 1)) from None


def loads(text: str, name: str = "<text>") -> YamlFile:
    """Parse YAML text. Raises YamlSyntaxError or YamlLimitError."""
    found, problems = _parsed(text, name, _KEPT)
    return YamlFile(name, found.data, found.places, problems, text, found.depth)


def _parsed(text: str, name: str, depth: int) -> tuple[_Parsed, list[FactlintError]]:
    """Parse, and keep the places of what lies at most ``depth`` keys deep."""
    builder = _Builder(name, yaml.parse(text, Loader=_LOADER), depth)
    try:
        return _Parsed(builder.build(), builder.places, depth), builder.problems
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Where(name, mark.line + 1, mark.column + 1) if mark else Where(name)
        raise YamlSyntaxError(error.problem or "not well-formed YAML", where=where) from None
    except yaml.YAMLError as error:
        raise YamlSyntaxError(" ".join(str(error).split()), where=Where(name)) from None


class _Builder:
    """Turns the parser's events into data and places, one method a node kind."""

    def __init__(self, name: str, events: Iterator[Any], depth: int) -> None:
        self.name, self.events, self.depth = name, events, depth
        self.places: dict[Keys, Where] = {(): Where(name, 1, 1)}
        self.problems: list[FactlintError] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.nodes = 0
        self.aliased = 0

    def build(self) -> Any:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            return None
        first = next(self.events)
        self.places[()] = self._place(first)
        data = self._node(first, ())
        next(self.events)  # the document's end
        if isinstance(extra := next(self.events), yaml.DocumentStartEvent):
            raise YamlSyntaxError("only one YAML document a file is read", where=self._place(extra))
        return data

    def _place(self, event: Any) -> Where:
        return Where(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any, path: Keys) -> Any:
        self.nodes += 1
        if len(path) > MAX_DEPTH:
            raise YamlLimitError(f"nested deeper than {MAX_DEPTH} levels", where=self._place(event))
        if self.nodes > MAX_NODES:
            raise YamlLimitError(f"more than {MAX_NODES} nodes", where=self._place(event))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if event.tag and event.tag != "!" and not event.tag.startswith("tag:yaml.org,2002:str"):
            raise YamlLimitError(f"explicit tags such as {event.tag} are not read", where=self._place(event))
        before = self.nodes
        value = self._value(event, path)
        if event.anchor:
            self.anchors[event.anchor] = (value, self.nodes - before + 1)
        return value

    def _value(self, event: Any, path: Keys) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in _NULLS else event.value
        return self._sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self.anchors:
            raise YamlSyntaxError(f"unknown alias *{event.anchor}", where=self._place(event))
        value, size = self.anchors[event.anchor]
        self.aliased += size
        self.nodes += size
        if self.aliased > MAX_ALIASED_NODES:
            raise YamlLimitError("aliases expand to too many nodes", where=self._place(event))
        return value

    def _sequence(self, path: Keys) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            at = (*path, len(items))
            if len(at) <= self.depth:
                self.places[at] = self._place(event)
            items.append(self._node(event, at))
        return items

    def _mapping(self, path: Keys) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        starts: dict[str, Where] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlSyntaxError("a key must be a plain word", where=self._place(event))
            key, place = event.value, self._place(event)
            at = (*path, key)
            if (first := starts.setdefault(key, place)) is not place:
                message = f"key '{key}' is already given on line {first.line}"
                self.problems.append(DuplicateKeyError(message, where=place))
            elif len(at) <= self.depth:
                self.places[at] = place
            value = self._node(next(self.events), at)
            entries.setdefault(key, value)
        return entries


def raise_problems(problems: list[FactlintError]) -> None:
    """Raise InvalidProjectError if there are any problems, in the order of file and place."""
    if problems:
        raise InvalidProjectError(sorted(problems, key=by_place))


def by_place(problem: FactlintError) -> tuple[str, int, int]:
    """Return what sorts problems by file, line and column."""
    where = problem.where or Where("")
    return where.file, where.line, where.column
