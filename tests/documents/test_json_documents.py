from __future__ import annotations

import json as stdlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.documents import Document
from factlint.documents.json import MAX_DEPTH, json, printed
from factlint.errors import EmptyDocumentError, TooDeepError, UnparseableError


def parse(text: str):
    return json(Document(text.encode(), "application/json", "ref.json"))


@pytest.mark.parametrize("number", ["2.40", "1e3", "13883", "-0", "0.1000", "123456789012345678901234567890"])
def test_numbers_keep_their_printed_text(number):
    assert printed(parse(f"[{number}]")[0]) == number


def test_numbers_still_compare_as_numbers():
    assert parse("[2.5, 3]") == [2.5, 3]


@pytest.mark.parametrize(
    ("text", "words"), [("true", "true"), ("false", "false"), ("null", ""), ('"x"', "x")]
)
def test_scalars_print_as_written(text, words):
    assert printed(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<html><body>Moved</body></html>", "an HTML page where JSON was expected"),
        ('{"a": 1,}', "broken JSON where JSON was expected"),
        ("Too many requests", "plain text where JSON was expected"),
        ('{"a": 1, "a": 2}', "key 'a' twice"),
        ("[NaN]", "NaN is no JSON number"),
        ("[" + "9" * 5000 + "]", "not valid JSON"),
    ],
)
def test_what_is_not_json_says_what_it_looks_like(text, message):
    with pytest.raises(UnparseableError, match=message):
        parse(text)


def test_empty_and_deep_documents():
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    with pytest.raises(EmptyDocumentError):
        parse("")
    for depth in (MAX_DEPTH + 1, 100_000):
        with pytest.raises(TooDeepError):
            parse("[" * depth + "]" * depth)


def test_parsed_once(doc):
    document = doc('{"a": [1]}')
    assert json(document) is json(document)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)
    )
)
@settings(max_examples=40)
def test_equals_what_the_standard_library_reads(value):
    assert parse(stdlib.dumps(value)) == value
