"""Quotes in the article's text, as the TextQuoteSelector finds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.project import anchors
from factlint.project.claims import Quote

TEXT = "Mayor Ada Lund said “about 40%” of homes\nwere dry. Later, about 40% of streets were dry too."


def test_typographic_variants_are_the_same_words():
    match = anchors.find(Quote(exact='"about 40%" of homes were dry'), TEXT)
    [(start, end)] = match.places
    assert TEXT[start:end] == "“about 40%” of homes\nwere dry"


def test_a_quote_that_stands_twice_needs_its_surroundings():
    assert len(anchors.find(Quote(exact="about 40%"), TEXT).places) == 2
    [(start, _)] = anchors.find(Quote(exact="about 40%", prefix="Later, "), TEXT).places
    assert start == TEXT.rindex("about")
    [(start, _)] = anchors.find(Quote(exact="about 40%", suffix="of streets"), TEXT).places
    assert start == TEXT.rindex("about")


def test_a_lost_quote_names_the_nearest_whole_words():
    match = anchors.find(Quote(exact="about 45% of streets were"), TEXT)
    assert match.places == ()
    assert match.nearest == "about 40% of streets were"


def test_a_quote_that_is_nowhere_near_has_no_nearest():
    assert anchors.find(Quote(exact="the exchange rate of 1931"), TEXT).nearest == ""


def test_the_digest_sees_the_surroundings_but_not_line_breaks():
    start = TEXT.index("of homes")
    before = anchors.digest(TEXT, start, start + 8)
    assert anchors.digest(TEXT.replace("\n", " "), start, start + 8) == before
    assert anchors.digest(TEXT.replace("dry. Later", "wet. Later"), start, start + 8) != before


@given(st.text(min_size=1, max_size=60), st.data())
def test_every_part_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    places = anchors.find(Quote(exact=text[start:end]), text).places
    assert (start, end) in places


@pytest.mark.parametrize("quote", ["about 2.1 million people", "about [**2.1", "million people"])
def test_a_quote_is_found_across_markup_as_it_is_read(quote):
    text = "It has about [**2.1 million**](https://x.example) people."
    marks = [(13, 16), (27, 49), (27, 29)]
    [(start, end)] = anchors.find(Quote(exact=quote), text, marks).places
    assert text[start:end].startswith(quote[:6])
    assert text[start:end].endswith(quote[-6:])
    assert not anchors.find(Quote(exact="about million"), text, marks).places
