"""What the drafting tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallproject import SmallProject


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> SmallProject:
    """A project whose claims are right."""
    return SmallProject(tmp_path, monkeypatch, capsys)
