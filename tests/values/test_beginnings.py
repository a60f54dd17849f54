"""The cheap looks before the grammar of dates refuse nothing that the grammar would read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values import Context
from factlint.values.base import Reading
from factlint.values.dates import reading
from factlint.values.dates.tokens import TRIGGER, Tokens

CONTEXT = Context(reference=datetime(2025, 8, 28, 12), date_order="dmy")
CASES = (Path(__file__).parent / "cases" / "dates.yaml").read_text(encoding="utf-8").splitlines()
PIECES = """
the a in on at by from to since until between and of or early late mid last next this coming 3 45 2.5 9 12 2022 1990s
3rd 21st twenty five three third May june March Monday Friday week weeks months year years day days quarter half
evening night noon p.m. am 10:30 , . - % people killed said few couple up ago later
""".split()


def everywhere(t: Tokens) -> Iterator[int]:
    return iter(range(t.size))


def held(text: str, found: list[Reading]) -> list[Reading]:
    """Return the values that hold a trigger; others are found only where another's trigger is near."""
    return [item for item in found if TRIGGER.search(f"\n{text.lower()}", item.start, item.end + 1)]


def both(text: str, patched: pytest.MonkeyPatch) -> tuple[list[Reading], list[Reading]]:
    spared = reading.find(text, CONTEXT)
    with patched.context() as patch:
        patch.setattr(reading, "beginnings", everywhere)
        return spared, reading.find(text, CONTEXT)


def test_the_cases_read_the_same_with_and_without_them() -> None:
    assert len(CASES) > 100
    with pytest.MonkeyPatch.context() as patched:
        for case in CASES:
            spared, tried = both(case, patched)
            assert spared == tried, case


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_so_do_any_words_whose_values_hold_a_trigger(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        spared, tried = both(text, patched)
    assert held(text, spared) == held(text, tried)
