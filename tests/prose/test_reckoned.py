"""What a reckoned verdict shows: both of the things that it was reckoned from."""

from __future__ import annotations

import pytest

from factlint.prose import verify

LIFE = (
    "Dora Kessel (14 June 1911 – 3 March 1987) was a Lurian sculptor. She taught in Brane for twenty years."
)
LEVELS = "The ferry company carried 640,000 passengers in 2006 and 480,000 in 2016."


@pytest.mark.parametrize(
    ("claim", "passage", "reason"),
    [
        ("Dora Kessel died at the age of 75.", LIFE, "is 75 years"),
        ("Dora Kessel died at the age of 76.", LIFE, "is 75 years"),
        (
            "The ferry company carried fewer passengers in 2016 than in 2006.",
            LEVELS,
            "'480,000' against '640,000'",
        ),
    ],
)
def test_the_reason_tells_the_reckoning(claim: str, passage: str, reason: str) -> None:
    assert reason in verify(claim, [passage]).reason


def test_both_figures_are_shown_with_the_verdict() -> None:
    (part,) = verify("The ferry company carried fewer passengers in 2016 than in 2006.", [LEVELS]).parts
    assert part.kind == "reckoned"
    assert part.best is not None
    assert part.best.rule == "reckoned"
    assert {part.best.found, *(other.found for other in part.alternatives)} == {"480,000", "640,000"}
