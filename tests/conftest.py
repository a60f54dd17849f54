"""What the tests of all packages share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from loopback import Loopback, serving
from smallproject import SmallProject

settings.register_profile("factlint", deadline=None)  # no test depends on timing
settings.load_profile("factlint")


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    """A real server on 127.0.0.1."""
    with serving() as server:
        yield server


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name bytes by their length: archives hold the time, and every process must name a test the same."""
    return f"{len(val)}-bytes" if isinstance(val, bytes) else None


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> SmallProject:
    """A small project whose claims are right."""
    return SmallProject(tmp_path, monkeypatch, capsys)
