"""Claims and passages of many domains, each with the verdict that a careful editor gives."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from factlint.prose import verify

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yaml"))
LABELS = {
    "supported": "supported",
    "refuted": "refuted",
    "open": "not-enough-evidence",
    "conflict": "conflicting-evidence",
}
OPEN = yaml.safe_load((HERE / "open.yaml").read_text(encoding="utf-8"))


def rows() -> list[tuple[str, str, str]]:
    found = []
    for path in CASES:
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            for label, verdict in LABELS.items():
                found += [(entry["passage"], claim, verdict) for claim in entry.get(label, [])]
    return found


@pytest.mark.parametrize(("passage", "claim", "verdict"), rows())
def test_a_claim_gets_the_verdict_that_its_passage_gives_it(passage: str, claim: str, verdict: str) -> None:
    if claim in OPEN["wrong"]:
        pytest.xfail("listed as wrong in open.yaml")
    finding = verify(claim, [passage])
    allowed = {verdict, "not-enough-evidence"} if claim in OPEN["cautious"] else {verdict}
    assert finding.verdict.value in allowed, finding.reason


def cautious() -> list[tuple[str, str, str]]:
    """Claims that a reader could settle and the engine need not: it may only not settle them the wrong way."""
    return [
        (entry["passage"], claim, LABELS[label])
        for path in CASES
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
        for label in ("supported", "refuted")
        for claim in entry.get(f"{label}_or_open", [])
    ]


@pytest.mark.parametrize(("passage", "claim", "verdict"), cautious())
def test_what_is_too_hard_is_left_open(passage: str, claim: str, verdict: str) -> None:
    finding = verify(claim, [passage])
    assert finding.verdict.value in (verdict, LABELS["open"]), finding.reason


def test_few_cases_are_open_and_hardly_any_is_wrong() -> None:
    assert len(OPEN["cautious"]) < 0.1 * len(rows())
    assert len(OPEN["wrong"]) <= 3
