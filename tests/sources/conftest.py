from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from factlint.sources.client import Client
from factlint.sources.gate import resolve
from factlint.sources.settings import Network
from factlint.sources.tape import Tape


@dataclass
class World:
    """The outside world of a client, with every knob in the test's hands. Nothing really sleeps."""

    root: Path
    now: float = 1_756_000_000.0
    slept: list[float] = field(default_factory=list)
    names: dict[str, Sequence[str]] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)

    def client(self, tape: Tape | None = None, **settings: object) -> Client:
        defaults: dict[str, object] = {"allow_private": ("127.0.0.0/8",), "rate": 0, "timeout": 5}
        return Client(
            Network.model_validate({**defaults, **settings}),
            self.root,
            tape=tape,
            clock=lambda: self.now,
            sleep=self.slept.append,
            resolver=self.resolve,
            environment=self.environment,
        )

    def resolve(self, host: str, port: int) -> Sequence[str]:
        if host[0].isdigit() or ":" in host:
            return resolve(host, port)
        if host not in self.names:
            raise OSError("no such name")
        return self.names[host]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


Make = Callable[..., Client]


@pytest.fixture
def client(world: World) -> Iterator[Make]:
    """Make clients that are closed after the test."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(world.client(**settings))
