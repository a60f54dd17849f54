"""Each difference between article, claim, references and baseline has one cause, told with both sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidences import evidence, result
from factlint.baseline import accept, against
from factlint.baseline.lock import Lock
from factlint.checking.run import summarise
from factlint.results import (
    Anchor,
    AnchorStatus,
    Cause,
    DocumentView,
    Failure,
    Newest,
    PassageView,
    Report,
    ValueView,
    Verdict,
)

FOUND = ValueView(text="1,240", reading="1,240 m", low="1240", high="1240", unit="m")
BEFORE = result(
    quote="1,240 metres",
    claimed=ValueView(text="1,240 metres", reading="1,240 m"),
    anchor=Anchor(status=AnchorStatus.FOUND, start=0, end=12, line=1, digest="d" * 16),
    evidence=(evidence(found=FOUND), evidence(source="b")),
)
LOCK = accept(Lock(), [BEFORE], reason="first")


def report(*claims):
    return Report(tool="t", generated="", profile="p", articles=(), summary=summarise(claims), claims=claims)


def drift(lock=LOCK, **changes):
    """Return the drift of the accepted claim with these changes."""
    return against(report(replace(BEFORE, **changes)), lock).claims[0].drift


def one(lock=LOCK, **changes):
    [found] = drift(lock, **changes)
    return found


def first(**changes):
    """Return the evidence with the first piece changed."""
    return {"evidence": (replace(BEFORE.evidence[0], **changes), BEFORE.evidence[1])}


def failing(stage, **more):
    failure = Failure(reference="a", source="a", stage=stage, code="FL000", message="why", **more)
    return {"evidence": BEFORE.evidence[1:], "failures": (failure,)}


def test_nothing_changed_is_no_drift():
    assert drift() == ()


def test_the_article_was_edited_and_the_nearest_words_are_read():
    anchor = Anchor(status=AnchorStatus.MISSING, nearest="1,420 metres", nearest_reading="1,420 m")
    found = one(anchor=anchor)
    assert found.cause is Cause.ARTICLE_EDITED
    assert (found.before, found.after) == ("1,240 metres", "1,420 metres")
    assert (found.before_reading, found.after_reading) == ("1,240 m", "1,420 m")


@pytest.mark.parametrize(
    ("anchor", "told"),
    [
        (Anchor(status=AnchorStatus.AMBIGUOUS), "more than once"),
        (Anchor(status=AnchorStatus.FOUND, digest="e" * 16), "the quote itself stands"),
    ],
)
def test_the_words_around_the_quote_were_edited(anchor, told):
    found = one(anchor=anchor)
    assert found.cause is Cause.ARTICLE_EDITED
    assert told in found.message


def test_without_the_text_the_anchor_is_no_drift():
    assert drift(anchor=Anchor(status=AnchorStatus.NOT_CHECKED)) == ()


def test_an_edited_claim_is_told_once_and_not_as_another_band_too():
    claimed = ValueView(text="1,250 metres", reading="1,250 m")
    bands = first(band="1,250 ± 5")
    found = one(quote="1,250 metres", claimed=claimed, **bands)
    assert found.cause is Cause.CLAIM_EDITED
    assert (found.before, found.after) == ("1,240 metres", "1,250 metres")
    assert (found.before_reading, found.after_reading) == ("1,240 m", "1,250 m")


@pytest.mark.parametrize(("outcome", "told"), [("match", "still within"), ("mismatch", "outside")])
def test_a_revised_reference_tells_both_values_and_the_band(outcome, told):
    revised = ValueView(text="1,260", reading="1,260 m")
    found = one(**first(found=revised, outcome=outcome))
    assert found.cause is Cause.REFERENCE_REVISED
    assert not found.information
    assert (found.before, found.after, found.after_reading) == ("1,240", "1,260", "1,260 m")
    assert told in found.message


@pytest.mark.parametrize(
    "changes",
    [
        {"document": DocumentView(address="a.csv", sha256="1" * 64)},
        {"found": ValueView(text="1240", reading="1,240 m")},
        {"passage": PassageView(text="1,240", as_of="2025-02-01")},
        {"newest": Newest(as_of="2026-01-01", found=ValueView(text="1,300"), outcome="match")},
    ],
)
def test_a_page_that_says_the_same_is_information(changes):
    found = one(**first(**changes))
    assert (found.cause, found.information) == (Cause.PAGE_CHANGED, True)


def test_a_band_that_the_settings_changed():
    found = one(**first(band="5 ± 1"))
    assert (found.cause, found.before, found.after) == (
        Cause.BAND_CHANGED,
        "rounding: 5 ± 0.5",
        "rounding: 5 ± 1",
    )


@pytest.mark.parametrize(
    ("stage", "cause"),
    [
        ("fetch", Cause.SOURCE_GONE),
        ("select", Cause.SELECTOR_LOST),
        ("read", Cause.SELECTOR_LOST),
        ("configure", Cause.SELECTOR_LOST),
        ("compare", Cause.REFERENCE_REVISED),
    ],
)
def test_a_reference_that_gives_nothing_any_more(stage, cause):
    found = one(**failing(stage))
    assert (found.cause, found.reference, found.before) == (cause, "a", "1,240")


def test_a_lost_selector_proposes_where_the_value_stands():
    found = one(**failing("select", elsewhere="{kind: css, selector: '#b'}"))
    assert found.after == "{kind: css, selector: '#b'}"
    assert found.after in found.message


def test_references_that_came_and_went_by_editing_the_claim():
    more = (*BEFORE.evidence, evidence(source="c"))
    assert (one(evidence=more).cause, one(evidence=more).reference) == (Cause.CLAIM_EDITED, "c")
    less = one(evidence=BEFORE.evidence[:1])
    assert (less.cause, less.reference) == (Cause.CLAIM_EDITED, "b")


@pytest.mark.parametrize(("outcome", "quiet"), [("match", True), ("mismatch", False)])
def test_a_source_that_failed_when_accepted_is_back(outcome, quiet):
    lock = accept(Lock(), [replace(BEFORE, **failing("fetch"))], reason="first")
    found = one(lock, **first(outcome=outcome))
    assert (found.cause, found.reference, found.information) == (Cause.SOURCE_BACK, "a", quiet)


def test_a_flipped_verdict_and_an_outdated_claim():
    assert one(verdict=Verdict.REFUTED).cause is Cause.VERDICT_FLIPPED
    assert one(outdated=True).cause is Cause.OUTDATED


def test_accepting_during_an_outage_keeps_what_was_accepted_of_the_silent_reference():
    silent = replace(BEFORE, **failing("fetch"))
    lock = accept(LOCK, [silent], reason="again")
    assert lock.claims["c"].references == LOCK.claims["c"].references
    assert lock.claims["c"].unread == ()
    edited = replace(silent, quote="other")
    assert set(accept(LOCK, [edited], reason="again").claims["c"].references) == {"b"}
