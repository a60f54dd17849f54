from __future__ import annotations

import io
import sys

import pytest

from factlint.cli.session import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "shown"),
    [(Terminal, {}, True), (Terminal, {"CI": "true"}, False), (io.StringIO, {}, False)],
)
def test_progress_is_for_people_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], environment: dict[str, str], shown: bool
) -> None:
    monkeypatch.delenv("CI", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", stream())
    with progress() as tell:
        assert (tell is not None) is shown
