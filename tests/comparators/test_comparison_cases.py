from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.comparators import RULES, Outcome, Terms, Tolerance, compare
from factlint.errors import FactlintError
from factlint.values import Context, Listing, Value, read

DAY = date(2025, 8, 28)
CONTEXT = Context(locale="en", reference=DAY, date_order="dmy")
CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))


def value(words: str | list[str], kind: str) -> Value:
    if isinstance(words, list):
        return Listing(tuple(read(word, "name", CONTEXT) for word in words))
    return read(words, kind, CONTEXT)


def title(case: dict[str, Any]) -> str:
    return f"{case['claimed']} / {case['found']} ({case.get('rule', '')}{case.get('tolerance', '')})"


@pytest.mark.parametrize("case", CASES, ids=title)
def test_case(case: dict[str, Any]) -> None:
    kind = case.get("type", "quantity")
    claimed, found = value(case["claimed"], kind), value(case["found"], case.get("against", kind))
    terms = Terms(tolerance=Tolerance(**case.get("tolerance", {})), as_of=DAY)
    if case["outcome"].startswith("FL"):
        with pytest.raises(FactlintError) as raised:
            compare(claimed, found, rule=case.get("rule"), terms=terms)
        assert raised.value.code == case["outcome"]
        return
    result = compare(claimed, found, rule=case.get("rule"), terms=terms)
    assert result.outcome == case["outcome"], result
    assert result.rule == case.get("with", result.rule)
    assert result.direction == case.get("direction", result.direction)
    assert result.suggestion == case.get("suggests", result.suggestion)
    assert result.band
    assert (result.outcome is Outcome.MATCH) or (result.note or result.difference)


SUGGESTED = [
    case for case in CASES if case.get("type", "quantity") in ("quantity", "date") and "against" not in case
]


@pytest.mark.parametrize("case", SUGGESTED, ids=title)
def test_the_suggested_words_would_be_right(case: dict[str, Any]) -> None:
    kind = case.get("type", "quantity")
    claimed, found = value(case["claimed"], kind), value(case["found"], kind)
    try:
        result = compare(claimed, found, rule=case.get("rule"))
    except FactlintError:
        return
    if result.suggestion:
        assert compare(value(result.suggestion, kind), found).outcome is Outcome.MATCH


def test_cases_cover_many_domains() -> None:
    assert len(CASES) >= 120
    assert len({case["domain"] for case in CASES}) >= 8


def test_cases_cover_every_rule() -> None:
    used = {case.get("with") or case.get("rule") for case in CASES}
    assert set(RULES) <= used
