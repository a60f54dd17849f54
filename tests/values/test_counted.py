from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values import scan
from factlint.values.base import Counted, DateValue, Quantity, Reading
from factlint.values.counted import Relation, attach, combine, compatible, read_counted
from factlint.values.counted.measures import load

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "counted.yaml").read_text(encoding="utf-8"))
MARKED = re.compile(r"\[([^\]|]*)(?:\|([^\]]*))?\]")


def marked(phrase: str) -> tuple[str, list[Reading]]:
    """Take the brackets off a phrase; return the plain text and a reading for each bracket."""
    text, readings, at = "", [], 0
    for mark in MARKED.finditer(phrase):
        text += phrase[at : mark.start()]
        words, unit = mark.group(1), mark.group(2) or ""
        value = DateValue(None, None, text=words) if unit == "date" else quantity(words, unit)
        readings.append(Reading(len(text), len(text) + len(words), value))
        text += words
        at = mark.end()
    return text + phrase[at:], readings


def quantity(words: str, unit: str = "") -> Quantity:
    return Quantity(Fraction(1), Fraction(1), unit=unit, text=words)


def counts(phrase: str) -> list[Counted]:
    return [r.value.counted for r in attach(*marked(phrase)) if isinstance(r.value, Quantity)]


def told(counted: Counted) -> str:
    parts = [counted.measure or "-", counted.head or "-", " ".join(counted.modifiers)]
    return " / ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [(case[0], [str(part).strip() for part in case[1:]]) for group in CASES.values() for case in group],
)
def test_what_a_number_counts_is_read_from_the_grammar_around_it(phrase: str, expected: list[str]) -> None:
    assert [told(counted) for counted in counts(phrase)] == expected


def test_the_words_that_said_it_are_kept() -> None:
    assert counts("The strike killed [34] young people.")[0].text == "killed young people"


def test_a_date_between_noun_and_number_is_no_number() -> None:
    assert told(counts("The death toll in [2024|date] was [51].")[0]) == "killed / -"


def test_the_span_and_order_of_readings_stay_as_they_are() -> None:
    text, readings = marked("[34] people were killed and [120] injured on [Monday|date].")
    attached = attach(text, readings)
    assert [(r.start, r.end) for r in attached] == [(r.start, r.end) for r in readings]
    assert attached[2] is readings[2]


WORDS = [
    "34",
    "killed",
    "or",
    "and",
    "people",
    "of",
    "the",
    "deaths",
    "rose",
    "to",
    ",",
    ".",
    "were",
    "number",
    "by",
    "\n",
    "in",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=300, deadline=None)
def test_attach_keeps_spans_and_never_raises_on_the_words_it_knows(words: list[str]) -> None:
    text = " ".join(words)
    readings = [Reading(m.start(), m.end(), quantity("34")) for m in re.finditer("34", text)]
    assert [(r.start, r.end) for r in attach(text, readings)] == [(r.start, r.end) for r in readings]


@given(st.text(max_size=200), st.integers(0, 200))
@settings(max_examples=200, deadline=None)
def test_attach_never_raises_on_any_text(text: str, at: int) -> None:
    start = min(at, len(text))
    assert len(attach(text, [Reading(start, min(start + 2, len(text)), quantity("1"))])) == 1


@given(st.text(max_size=100))
@settings(max_examples=200, deadline=None)
def test_read_counted_never_raises_and_relates_to_itself(text: str) -> None:
    counted = read_counted(text)
    assert compatible(counted, counted) in {Relation.SAME, Relation.UNKNOWN}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("killed or wounded", "killed-or-wounded / -"),
        ("killed and wounded", "killed-or-wounded / -"),
        ("killed, wounded or missing", "killed-or-injured-or-missing / -"),
        ("Russian soldiers", "- / soldier / russian"),
        ("Russian soldiers killed", "killed / soldier / russian"),
        ("deaths of civilians", "killed / civilian"),
        ("civilian deaths", "killed / civilian"),
        ("fatalities among Russian troops", "killed / soldier / russian"),
        ("number of people killed", "killed / person"),
        ("foreign leaders attending", "attended / leader / foreign"),
        ("net profit", "net-profit / -"),
        ("CO2 emissions", "co2-emissions / -"),
        ("seats", "seats / seat"),
        ("giant pandas", "- / panda / giant"),
        ("Chinese", "- / person / chinese"),
        ("North Koreans", "- / person / north korean"),
        ("", "- / -"),
    ],
)
def test_a_phrase_of_a_claims_file_is_read_in_the_same_words(phrase: str, expected: str) -> None:
    assert told(read_counted(phrase)) == expected


@pytest.mark.parametrize(
    ("claimed", "found", "relation"),
    [
        ("killed", "killed or wounded", "wider"),
        ("killed or wounded", "killed", "narrower"),
        ("killed", "killed, wounded or missing", "wider"),
        ("killed or wounded", "killed, wounded or missing", "wider"),
        ("killed", "casualties", "wider"),
        ("killed", "injured", "different"),
        ("soldiers", "civilians", "different"),
        ("soldiers", "Russian soldiers", "narrower"),
        ("Russian soldiers", "soldiers", "wider"),
        ("Russian soldiers", "Ukrainian soldiers", "different"),
        ("Ukraine's soldiers", "Ukrainian troops", "same"),
        ("people", "children", "narrower"),
        ("civilians", "people", "wider"),
        ("lost their lives", "deaths", "same"),
        ("fatalities", "killed", "same"),
        ("died", "killed", "same"),
        ("murdered", "killed", "wider"),
        ("announced", "attended", "different"),
        ("votes", "people voted", "unknown"),
        ("net profit", "profit", "wider"),
        ("profit", "revenue", "different"),
        ("refugees", "displaced people", "wider"),
        ("emissions", "CO2 emissions", "narrower"),
        ("Russian soldiers killed", "people killed or wounded", "wider"),
        ("civilians killed", "people injured", "different"),
        ("soldiers killed or wounded", "Russian soldiers killed", "narrower"),
        ("", "killed", "unknown"),
        ("", "", "unknown"),
        ("killed", "soldiers", "unknown"),
        ("pandas", "tigers", "unknown"),
    ],
)
def test_what_a_reference_counts_is_related_to_what_the_claim_counts(
    claimed: str, found: str, relation: str
) -> None:
    assert compatible(read_counted(claimed), read_counted(found)) == relation


MIRROR = {Relation.NARROWER: Relation.WIDER, Relation.WIDER: Relation.NARROWER}
PHRASES = ["killed", "injured", "killed or wounded", "soldiers", "Russian soldiers", "civilians killed", "children",
           "people killed", "votes", "", "profit", "net profit", "Ukrainian troops killed or wounded"]  # fmt: skip


@given(st.sampled_from(PHRASES), st.sampled_from(PHRASES))
def test_the_relation_seen_from_the_other_side_is_its_mirror(claimed: str, found: str) -> None:
    forth = compatible(read_counted(claimed), read_counted(found))
    back = compatible(read_counted(found), read_counted(claimed))
    assert back == MIRROR.get(forth, forth)


def test_a_measure_and_a_population_stated_apart_are_joined() -> None:
    joined = combine(read_counted("killed or wounded"), read_counted("Russian soldiers"))
    assert told(joined) == "killed-or-wounded / soldier / russian"


def test_a_project_extends_the_vocabulary_with_a_file_of_its_own(tmp_path: Path) -> None:
    extra = tmp_path / "measures.toml"
    extra.write_text(
        '[measure.planted]\npassive = ["plant"]\n'
        '[measure.killed]\nstates = ["six feet under"]\n'
        '[head.tree]\nwords = ["sapling"]\n',
        encoding="utf-8",
    )
    vocabulary = load(extra)
    text, readings = marked("Volunteers planted [900] saplings.")
    planted = attach(text, readings, vocabulary)[0].value
    assert isinstance(planted, Quantity)
    assert told(planted.counted) == "planted / tree"
    assert read_counted("six feet under", vocabulary).measure == "killed"
    assert read_counted("wounded", vocabulary).measure == "injured"
    assert read_counted("planted").measure == ""


def test_every_name_that_the_vocabulary_refers_to_is_defined() -> None:
    vocabulary = load()
    for parts in (vocabulary.measure_parts, vocabulary.head_parts):
        assert {part for inner in parts.values() for part in inner} <= set(parts)


def test_a_number_far_away_in_a_long_sentence_is_not_reached() -> None:
    filler = "in the valley by the river " * 20
    assert counts(f"The dead were found {filler} at [34]")[0].measure == ""
    assert counts(f"[34] people {filler} were killed")[0].measure == ""


def test_the_next_sentence_tells_nothing() -> None:
    assert told(counts("He counted [34]. Killed soldiers were buried.")[0]) == "- / -"
    assert told(counts("Soldiers were killed. [34] houses stood.")[0]) == "- / home"


def test_a_title_or_initials_end_no_sentence() -> None:
    assert told(counts("[34] people, said Mr. Rossi of the U.S. Army, were killed.")[0]) == "killed / person"


def test_the_scanner_fills_in_what_is_counted() -> None:
    text = "At least 34 people were killed and 120 injured; in March the death toll rose to 51."
    found = [r.value for r in scan(text) if isinstance(r.value, Quantity)]
    assert [told(value.counted) for value in found] == ["killed / person", "injured / person", "killed / -"]
