"""The labelled pairs of the benchmark: well formed, balanced, and split the same way for ever."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parent.parent / "benchmarks" / "pairs"
LABELS = {"supported", "refuted", "not-enough-evidence"}
FILES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))
}
PAIRS = [pair for file in FILES.values() for pair in file["pairs"]]


def in_test_half(pair: dict[str, str]) -> bool:
    return int(hashlib.sha256(pair["id"].encode()).hexdigest()[0], 16) % 2 == 1


@pytest.mark.parametrize("name", FILES)
def test_each_kind_has_enough_pairs_of_every_label(name: str) -> None:
    file = FILES[name]
    assert set(file) == {"kind", "about", "pairs"}
    assert len(file["pairs"]) >= 12
    assert min(Counter(pair["label"] for pair in file["pairs"])[label] for label in LABELS) >= 3


def test_pairs_are_well_formed() -> None:
    for pair in PAIRS:
        assert set(pair) == {"id", "label", "claim", "passage", "why"}
        assert pair["label"] in LABELS
        assert all(isinstance(words, str) and words.strip() for words in pair.values())


def test_ids_and_claims_are_unique() -> None:
    for key in ("id", "claim"):
        repeated = [words for words, count in Counter(pair[key] for pair in PAIRS).items() if count > 1]
        assert repeated == []


def test_every_passage_holds_more_than_the_answer() -> None:
    for pair in PAIRS:
        sentences = [
            piece for line in pair["passage"].splitlines() for piece in line.split(". ") if piece.strip()
        ]
        assert 2 <= len(sentences) <= 16, pair["id"]


def test_there_are_enough_pairs_and_no_label_wins_by_default() -> None:
    share = {label: count / len(PAIRS) for label, count in Counter(pair["label"] for pair in PAIRS).items()}
    assert len(PAIRS) >= 360
    assert max(share.values()) < 0.42
    assert min(share.values()) > 0.28


def test_the_split_never_moves() -> None:
    """Editing a pair's words keeps it in its half, because only its id is hashed."""
    assert [in_test_half({"id": name}) for name in ("exact-01", "dates-05", "tables-10", "asof-02")] == [
        True,
        True,
        True,
        False,
    ]
    halves = Counter(in_test_half(pair) for pair in PAIRS)
    assert min(halves.values()) > 0.45 * len(PAIRS)
