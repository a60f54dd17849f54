"""The words of a comparison: what people read in a report."""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest

from factlint.comparators import RULES, Comparison, Outcome, Terms, Tolerance, compare
from factlint.comparators.wording import merged, read_ladders, shipped
from factlint.errors import (
    IncommensurableError,
    InvalidFieldError,
    MissingRateError,
    ReferenceTooCoarseError,
    UnknownRuleError,
)
from factlint.values import Context, Listing, Name, Rate, Text, read
from factlint.values.base import TimeValue

CONTEXT = Context(locale="en", reference=date(2025, 8, 28), date_order="dmy")


def quantities(claimed: str, found: str, **options: object) -> Comparison:
    return compare(read(claimed, "quantity", CONTEXT), read(found, "quantity", CONTEXT), **options)  # type: ignore[arg-type]


def dates(claimed: str, found: str) -> Comparison:
    return compare(read(claimed, "date", CONTEXT), read(found, "date", CONTEXT))


@pytest.mark.parametrize(
    ("claimed", "found", "difference"),
    [
        ("13,883", "14,775", "13,883 vs 14,775: 892 (6.0 %) too low"),
        ("£1.2bn", "£1.3bn", "£1.2bn vs £1.3bn: £100,000,000 (7.7 %) too low"),
        ("20%", "19%", "20% vs 19%: 1 point (5.3 %) too high"),
        ("around 20%", "19%", "around 20% vs 19%: 1 point (5.3 %) higher"),
        ("rose 5%", "fell 5%", "rose 5% vs fell 5%"),
        ("more than 300", "340", "more than 300 vs 340: 40 (12 %) within the bound"),
        ("100 km", "50 miles", "100 km vs 50 miles: 19.53 kilometres (24 %) too high"),
        ("1,000,000", "999,999", "1,000,000 vs 999,999: 1 (under 0.1 %) higher"),
    ],
)
def test_differences_of_quantities(claimed: str, found: str, difference: str) -> None:
    assert quantities(claimed, found).difference == difference


@pytest.mark.parametrize(
    ("claimed", "found", "difference", "suggestion"),
    [
        ("2014", "2022-02-24", "2014 vs 24 February 2022: 8 years too early", "2022"),
        ("3 September 2025", "4 September 2025", "3 September 2025 vs 4 September 2025: 1 day too early", "4 September 2025"),
        ("February 25, 2022", "2022-02-24", "25 February 2022 vs 24 February 2022: 1 day too late", "February 24, 2022"),
        ("May 2021", "2021-08-03", "May 2021 vs 3 August 2021: 2 months too early", "August 2021"),
    ],
)  # fmt: skip
def test_differences_of_dates(claimed: str, found: str, difference: str, suggestion: str) -> None:
    result = dates(claimed, found)
    assert (result.difference, result.suggestion) == (difference, suggestion)


def test_the_band_is_named_in_plain_words() -> None:
    assert quantities("around 250,000", "251,000").band == "250,000 ± 10 % (around)"
    assert quantities("13,883", "13,883").band == "13,883 ± 0.5 (as printed)"
    assert quantities("nearly 90%", "89%").band == "90 % - 10 % (nearly)"


def test_accepted_numbers_are_in_the_claims_unit() -> None:
    assert quantities("around 100 km", "62 miles").accepts == (90, 110)
    assert quantities("more than 5", "6").accepts == (5, None)
    assert dates("2022", "2022-02-24").accepts is None


def test_an_upper_bound_told_as_an_estimate_gets_the_references_words() -> None:
    result = quantities("around 40,000 troops", "as many as 40,000 troops")
    assert result.outcome is Outcome.IMPRECISE
    assert result.suggestion == "as many as 40,000"
    assert result.note == "the reference gives an upper bound, told here as an approximate figure"


def test_money_converts_with_a_declared_rate_only() -> None:
    rate = Rate("GBP", "USD", Fraction("1.25"), date(2025, 8, 28))
    assert quantities("$12.5m", "£10m", terms=Terms(rates=(rate,))).outcome is Outcome.MATCH
    with pytest.raises(MissingRateError):
        quantities("$12.5m", "£10m")


def test_refusals_name_both_sides() -> None:
    with pytest.raises(IncommensurableError, match=r"killed.*wounded"):
        quantities("300 killed", "300 killed or wounded")
    with pytest.raises(ReferenceTooCoarseError, match=r"around 20%.*19.8%"):
        quantities("19.8%", "around 20%")


def test_an_unknown_rule_gets_the_nearest_name() -> None:
    with pytest.raises(UnknownRuleError) as raised:
        quantities("5", "5", rule="roundin")
    assert "rounding" in raised.value.hint
    with pytest.raises(UnknownRuleError, match="bound"):
        quantities("5", "5", rule="bound")


def test_every_rule_has_a_page() -> None:
    assert all(rule.__doc__ and len(rule.__doc__.strip()) > 40 for rule in RULES.values())
    assert all(name == rule.name for name, rule in RULES.items())


def test_a_state_is_told_as_it_was() -> None:
    found = read("1961-09-10/..", "date")
    result = compare(Text("a former ally"), found, terms=Terms(as_of=date(2025, 8, 28)))
    assert result.suggestion == "in force since 10 September 1961"
    assert result.note == "it was in force, not former, on 2025-08-28"
    with pytest.raises(IncommensurableError):
        compare(Text("a former ally"), found)


def test_lists_name_what_is_missing_and_what_is_left_out() -> None:
    claimed = Listing((Name("Ada Berg"), Name("Omar Haddad")))
    found = Listing((Name("Ravi Patel"), Name("Ada Berg")))
    result = compare(claimed, found, rule="set-equal")
    assert result.difference == "not in the reference: Omar Haddad; left out: Ravi Patel"
    assert result.suggestion == "Ravi Patel, Ada Berg"
    assert compare(claimed, found).difference == "not in the reference: Omar Haddad"


def test_lists_of_figures_pair_under_their_own_rules() -> None:
    claimed = Listing(tuple(read(text, "quantity") for text in ("around 50", "7")))
    found = Listing(tuple(read(text, "quantity") for text in ("7", "52")))
    assert compare(claimed, found, rule="set-equal").outcome is Outcome.MATCH


def test_changed_words_of_a_quotation_are_shown() -> None:
    result = compare(
        Text("“a long and steady recovery of the whole economy”"),
        Text("She expects a long and slow recovery of the whole economy, in time."),
    )
    assert result.difference == "a long and [-slow-] {+steady+} recovery of the whole economy"
    assert result.suggestion == "a long and slow recovery of the whole economy"
    assert result.note == "1 of 9 words changed"


def test_left_out_words_of_a_quotation_are_shown() -> None:
    result = compare(Text("we will raise rates"), Text("Then we will certainly raise rates again."))
    assert result.difference == "we will [-certainly-] raise rates"
    assert result.suggestion == "we will certainly raise rates"


def test_the_quotation_band_can_be_set() -> None:
    claimed, found = Text("we will raise rates"), Text("we will certainly raise rates")
    assert compare(claimed, found).outcome is Outcome.MISMATCH
    wide = Terms(Tolerance(quotation="25%"))
    assert compare(claimed, found, terms=wide).outcome is Outcome.IMPRECISE


def test_a_project_adds_ladders_and_words(tmp_path: Path) -> None:
    file = tmp_path / "ladders.toml"
    file.write_text('[heat]\nrungs = [["scorching"], ["warm*"]]\n', encoding="utf-8")
    terms = Terms(ladders=read_ladders(file))
    claimed, found = Text("a scorching day"), Text("a warmish day")
    assert compare(claimed, found, rule="strength", terms=terms).suggestion == "warmish"
    with pytest.raises(IncommensurableError):
        compare(claimed, found, rule="strength")
    assert len(merged(shipped(), terms.ladders)) == len(shipped()) + 1


def test_a_ladder_of_the_same_height_adds_its_words(tmp_path: Path) -> None:
    file = tmp_path / "ladders.toml"
    rungs = [["always"], ["usually"], ["oft"], ["sometimes"], ["rarely"]]
    file.write_text(f"[frequency]\nrungs = {rungs}\n", encoding="utf-8")
    terms = Terms(ladders=read_ladders(file))
    result = compare(Text("it oft fails"), Text("it occasionally fails"), rule="strength", terms=terms)
    assert result.suggestion == "occasionally"


@pytest.mark.parametrize(
    "text", ["[heat]\nrungs = 5", "[heat]\nrungs = [[]]", '[heat]\nrungs = [["*"]]', "heat ="]
)
def test_a_ladder_of_another_shape_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "ladders.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFieldError):
        read_ladders(file)


def test_every_shipped_phrase_is_found_on_its_own_rung() -> None:
    for ladder in shipped():
        for rung in ladder.rungs:
            for phrase in rung:
                words = Text(phrase.replace("*", ""))
                alone = Terms(ladders=())
                assert compare(words, words, rule="strength", terms=alone).outcome is Outcome.MATCH


def test_denied_words_stand_on_no_rung() -> None:
    with pytest.raises(IncommensurableError):
        compare(Text("caused it"), Text("has not caused it"), rule="strength")


def test_times_of_day_match_within_the_claims_precision() -> None:
    hour = TimeValue(time(9), time(9, 59), "T09", "hour")
    minute = TimeValue(time(9, 30), time(9, 30), "T09:30")
    assert compare(hour, minute).outcome is Outcome.MATCH
    with pytest.raises(ReferenceTooCoarseError):
        compare(minute, hour)
    other = TimeValue(time(10, 30), time(10, 30), "T10:30")
    assert compare(minute, other).outcome is Outcome.MISMATCH
