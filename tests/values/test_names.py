from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values.base import Name
from factlint.values.countries import country, country_of_demonym
from factlint.values.folding import compact, fold
from factlint.values.names import NameRelation, NameThresholds, compare_names, find_names, read_name

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "names.yaml").read_text(encoding="utf-8"))
PAIRS = [(a, b, kind) for kind, pairs in CASES["compared"].items() for a, b in pairs]
PRINTED = sorted({name for a, b, _ in PAIRS for name in (a, b)})


@pytest.mark.parametrize(("printed", "reference", "kind"), PAIRS)
def test_a_printed_name_is_told_from_the_references(printed: str, reference: str, kind: str) -> None:
    match = compare_names(read_name(printed), read_name(reference))
    assert (match.kind, bool(match.reason)) == (kind, True), match


@pytest.mark.parametrize(("text", "kind", "title", "given", "family"), CASES["read"])
def test_a_name_is_read_by_its_parts(text: str, kind: str, title: str, given: str, family: str) -> None:
    name = read_name(text)
    assert (name.kind, name.title, name.given, name.family) == (kind, title, given, family)


@pytest.mark.parametrize(("text", "names"), CASES["found"])
def test_names_are_found_by_their_capitals(text: str, names: list[str]) -> None:
    found = find_names(text)
    assert [text[reading.start : reading.end] for reading in found] == names
    assert [reading.value.text for reading in found if isinstance(reading.value, Name)] == names


def test_a_wrong_name_comes_with_the_right_words() -> None:
    assert compare_names(read_name("Mr Lei"), read_name("Hong Lei")).suggestion == "Mr Hong"
    assert (
        compare_names(read_name("Mr Pezashkian"), read_name("Masoud Pezeshkian")).suggestion
        == "Mr Pezeshkian"
    )
    president = compare_names(read_name("President Robert Fico"), read_name("Prime Minister Robert Fico"))
    assert president.suggestion == "Prime Minister Robert Fico"
    assert compare_names(read_name("Putin"), read_name("Vladimir Putin")).suggestion == ""


def test_an_alias_counts_as_the_name() -> None:
    pope = Name("Jorge Bergoglio", "person", given="Jorge", family="Bergoglio", aliases=("Pope Francis",))
    assert compare_names(read_name("Pope Francis"), pope).kind is NameRelation.VARIANT
    assert compare_names(pope, read_name("Pope Francis")).kind is NameRelation.VARIANT
    assert compare_names(read_name("Pope Leo"), pope).kind is NameRelation.DIFFERENT


def test_a_short_form_in_brackets_becomes_an_alias() -> None:
    agency = read_name("Agency for Safe Harbours (ASHA)")
    assert agency.aliases == ("ASHA",)
    assert compare_names(read_name("ASHA"), agency).kind is NameRelation.VARIANT


def test_the_thresholds_decide_what_is_near() -> None:
    pair = read_name("Masoud Pezashkian"), read_name("Masoud Pezeshkian")
    assert compare_names(*pair, NameThresholds(similarity=95, relaxed_by=0)).kind is NameRelation.DIFFERENT
    assert compare_names(*pair, NameThresholds(letters=12, relaxed_by=0)).kind is NameRelation.DIFFERENT
    assert compare_names(*pair, NameThresholds(similarity=90)).score == 90


def test_a_reason_names_the_romanisation() -> None:
    match = compare_names(read_name("Alexander Lukashenko"), read_name("Aliaksandr Lukashenka"))
    assert "Cyrillic" in match.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lukashenko", "Lukashenka"),
        ("Zelensky", "Zelenskyy"),
        ("Poroshenko", "Poroshenka"),
        ("Qassem", "Kassem"),
    ],
)
def test_alternations_are_rules_not_a_list_of_people(a: str, b: str) -> None:
    """The same endings on an invented stem agree as well, and another vowel in the stem doesn't."""
    assert compare_names(read_name(a, "person"), read_name(b, "person")).kind is NameRelation.VARIANT


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Brovarenko", "Brovarenka", "variant"),
        ("Brovarenko", "Braverenko", "misspelt"),
        ("Dolinsky", "Dolinskyi", "variant"),
        ("Dolinsky", "Delinsky", "misspelt"),
        ("Sargizian", "Sargizyan", "variant"),
        ("Sargizian", "Sergizian", "misspelt"),
    ],
)
def test_invented_names_follow_the_same_rules(a: str, b: str, kind: str) -> None:
    assert compare_names(read_name(a, "person"), read_name(b, "person")).kind == kind


def test_countries_are_known_by_all_their_names() -> None:
    assert country("Russian Federation") == country("russia") == "Russia"
    assert country("the Gambia") == "Gambia"
    assert country_of_demonym("Kazakh") == "Kazakhstan"
    assert country("Atlantis") == ""


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert compact(compact(text)) == compact(text)


@given(
    st.one_of(st.text(max_size=40), st.sampled_from(PRINTED)),
    st.sampled_from(["", "person", "place", "organisation"]),
)
def test_a_name_is_the_same_as_itself(text: str, kind: str) -> None:
    name = read_name(text, kind)
    assert compare_names(name, name).kind is NameRelation.SAME


@given(st.sampled_from(PRINTED), st.sampled_from(PRINTED))
@settings(max_examples=300, deadline=None)
def test_a_comparison_is_the_same_from_both_sides(a: str, b: str) -> None:
    forth, back = compare_names(read_name(a), read_name(b)), compare_names(read_name(b), read_name(a))
    assert (forth.kind, forth.score) == (back.kind, back.score)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_reading_and_comparing_never_raise(a: str, b: str) -> None:
    assert compare_names(read_name(a), read_name(b)).score in range(101)


@given(st.text(alphabet="AbcÉ. -'’,\nof and the Mr Kim", max_size=120))
@settings(max_examples=200, deadline=None)
def test_found_names_lie_in_the_text_in_order(text: str) -> None:
    found = find_names(text)
    assert all(text[r.start : r.end] for r in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
