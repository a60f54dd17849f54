"""Laws that hold for all values, not only for those of the cases."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factlint.comparators import Outcome, Terms, Tolerance, compare
from factlint.errors import ValueProblem
from factlint.values import Boolean, DateValue, Listing, Name, Quantity, Sense, Text, Value, convert
from factlint.values.base import Recurrence, TimeValue
from factlint.values.edtf import parse_edtf

TERMS = Terms(as_of=date(2025, 8, 28))
FEW = settings(max_examples=150, deadline=None)

LOWER, UPPER = (Sense.AT_LEAST, Sense.MORE_THAN), (Sense.AT_MOST, Sense.LESS_THAN)
numbers = st.one_of(
    st.integers(0, 200).map(Fraction),
    st.integers(0, 10**7).map(Fraction),
    st.integers(-3000, 3000).map(lambda n: Fraction(n, 100)),
    st.integers(1, 999).map(lambda n: Fraction(n * 1000)),
)


def quantity(sense: Sense, low: Fraction, high: Fraction, step: Fraction, unit: str) -> Quantity:
    if sense is Sense.RANGE:
        low, high = sorted((low, high if high != low else high + 1))
        return Quantity(low, high, sense, step, unit)
    if sense is Sense.MAGNITUDE:
        low = Fraction(10 ** len(str(abs(int(low)))))
        return Quantity(low, low * 10, sense, low, unit)
    return Quantity(None if sense in UPPER else low, None if sense in LOWER else low, sense, step, unit)


steps = st.sampled_from([Fraction(1, 100), Fraction(1), Fraction(10), Fraction(1000), Fraction(10**5)])
units = st.sampled_from(["", "%", "km2", "kg", "GBP"])
quantities = st.builds(quantity, st.sampled_from(Sense), numbers, numbers, steps, units)
points = st.builds(quantity, st.just(Sense.POINT), numbers, numbers, steps, st.just(""))
days = st.dates(date(1800, 1, 1), date(2200, 1, 1))
dates = st.one_of(
    days.map(lambda day: parse_edtf(day.isoformat())),
    days.map(lambda day: parse_edtf(f"{day:%Y-%m}")),
    days.map(lambda day: parse_edtf(f"{day:%Y}~")),
    days.map(lambda day: parse_edtf(f"{day:%Y}/..")),
    days.map(lambda day: parse_edtf(f"../{day:%Y-%m}")),
    st.tuples(days, st.integers(0, 9000)).map(
        lambda pair: parse_edtf(f"{pair[0].isoformat()}/{(pair[0] + timedelta(days=pair[1])).isoformat()}")
    ),
)
words = st.text("abcdefghij éß'-", min_size=1, max_size=30).filter(lambda text: any(map(str.isalpha, text)))
names = st.sampled_from(["Ada Berg", "Ravi Patel", "Lena Fischer", "Kim Jong Un", "Aleksandar Vučić", "Oslo"])
members = st.lists(names, unique=True).map(lambda texts: [Name(text) for text in texts])
values: st.SearchStrategy[Value] = st.one_of(
    quantities,
    dates,
    words.map(Text),
    names.map(Name),
    st.booleans().map(Boolean),
    members.map(lambda items: Listing(tuple(items))),
    st.just(TimeValue(None, None, "T09/..")),
    st.just(Recurrence("P1D")),
)
shares = st.integers(0, 100).map(lambda n: Fraction(n, 100))


def outcome(claimed: Value, found: Value, tolerance: Tolerance | None = None) -> str:
    """Return the outcome, or the code of the refusal."""
    terms = replace(TERMS, tolerance=tolerance or Tolerance())
    try:
        return compare(claimed, found, terms=terms).outcome.value
    except ValueProblem as error:
        return error.code


@FEW
@given(values)
def test_a_value_matches_itself(value: Value) -> None:
    assert compare(value, value, terms=TERMS).outcome is Outcome.MATCH


@FEW
@given(values, values)
def test_any_two_values_compare_or_are_refused_by_name(claimed: Value, found: Value) -> None:
    try:
        result = compare(claimed, found, terms=TERMS)
    except ValueProblem:
        return
    nothing_to_say = isinstance(found, Text) or (isinstance(found, Listing) and not found.items)
    assert result.outcome is Outcome.MATCH or result.suggestion or nothing_to_say


BANDS = st.sampled_from(["about", "round", "nearly", "informative", "absolute", "relative"])


@settings(max_examples=400, deadline=None)
@given(quantities, quantities, BANDS, shares, shares)
def test_widening_a_band_never_turns_a_match_into_a_mismatch(
    claimed: Quantity, found: Quantity, band: str, first: Fraction, second: Fraction
) -> None:
    narrow, wide = sorted((first, second))
    found = replace(found, unit=claimed.unit)
    before = outcome(claimed, found, Tolerance(**{band: narrow}))
    after = outcome(claimed, found, Tolerance(**{band: wide}))
    if before == "match":
        assert after != "mismatch"
    if before == "match" and found.sense is Sense.POINT:
        assert after == "match"
    if before == "imprecise" and found.sense is Sense.POINT:
        assert after in ("match", "imprecise")


@FEW
@given(dates, dates, shares, shares)
def test_widening_dates_never_turns_a_match_into_a_mismatch(
    claimed: DateValue, found: DateValue, first: Fraction, second: Fraction
) -> None:
    narrow, wide = sorted((first, second))
    if outcome(claimed, found, Tolerance(date=narrow)) == "match":
        assert outcome(claimed, found, Tolerance(date=wide)) != "mismatch"


AREAS = st.sampled_from(["km2", "ha", "acre", "mi2", "m2"])


@FEW
@given(quantities, quantities, AREAS, AREAS)
def test_the_unit_of_the_reference_changes_nothing(
    claimed: Quantity, found: Quantity, own: str, other: str
) -> None:
    claimed, found = replace(claimed, unit="km2"), replace(found, unit=own)
    assume(found.sense is not Sense.POINT)
    assert outcome(claimed, found) == outcome(claimed, convert(found, other))


@FEW
@given(points, points)
def test_swapping_claim_and_reference_turns_the_sign(claimed: Quantity, found: Quantity) -> None:
    claimed, found = replace(claimed, step=Fraction(1)), replace(found, step=Fraction(1))
    there, back = compare(claimed, found), compare(found, claimed)
    assume(there.size is not None and back.size is not None)
    assert (there.size > 0, there.size < 0) == (back.size < 0, back.size > 0)
    assert {there.direction, back.direction} in ({""}, {"overstated", "understated"})


@FEW
@given(points, points)
def test_what_is_accepted_is_what_matches_or_is_imprecise(claimed: Quantity, found: Quantity) -> None:
    found = replace(
        found, step=Fraction(1), low=Fraction(int(found.low or 0)), high=Fraction(int(found.low or 0))
    )
    result = compare(claimed, found)
    assert result.accepts
    low, high = result.accepts
    assert (low <= found.low <= high) == (result.outcome is not Outcome.MISMATCH)


@FEW
@given(members, members, st.randoms())
def test_lists_compare_as_sets(ours: list[Name], theirs: list[Name], random: object) -> None:
    claimed, found = Listing(tuple(ours)), Listing(tuple(theirs))
    mine, right = {name.text for name in ours}, {name.text for name in theirs}
    subset = compare(claimed, found).outcome is Outcome.MATCH
    equal = compare(claimed, found, rule="set-equal").outcome is Outcome.MATCH
    assert subset == (mine <= right)
    assert equal == (mine == right)
    assert equal == (subset and compare(found, claimed).outcome is Outcome.MATCH)
    assert equal == (compare(claimed, found, rule="only").outcome is Outcome.MATCH)
    turned = Listing(tuple(reversed(theirs)))
    assert (
        compare(claimed, turned, rule="set-equal").outcome
        is compare(claimed, found, rule="set-equal").outcome
    )


@FEW
@given(
    st.lists(
        st.sampled_from(["we", "will", "not", "raise", "the", "old", "rates", "in", "May"]),
        min_size=1,
        max_size=12,
    ),
    st.data(),
)
def test_any_run_of_a_sources_words_is_a_quotation_of_it(source: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(source) - 1))
    last = data.draw(st.integers(first + 1, len(source)))
    quoted, text = " ".join(source[first:last]), ", ".join(source)
    assert compare(Text(quoted), Text(text)).outcome is Outcome.MATCH
    assert compare(Text(f"{quoted} … nowhere"), Text(text)).outcome is not Outcome.MATCH


@FEW
@given(st.text(max_size=200), st.text(max_size=200))
@pytest.mark.parametrize("rule", ["quotation", "paraphrase", "strength"])
def test_no_text_breaks_a_rule_for_texts(rule: str, claimed: str, found: str) -> None:
    with suppress(ValueProblem):
        compare(Text(claimed), Text(found), rule=rule)


@FEW
@given(st.text(max_size=120), dates)
def test_no_text_breaks_the_rule_for_states(claimed: str, found: DateValue) -> None:
    with suppress(ValueProblem):
        compare(Text(claimed), found, terms=TERMS)
