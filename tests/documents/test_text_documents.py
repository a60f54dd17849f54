from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.documents.sentences import sentences
from factlint.documents.text import PlainText, charset, decode, plain_text
from factlint.errors import EmptyDocumentError


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        ("caf\u00e9".encode(), "", "café"),
        ("caf\u00e9".encode("latin-1"), "", "café"),
        ("caf\u00e9".encode("latin-1"), "iso-8859-1", "café"),
        ("caf\u00e9".encode("utf-16"), "latin-1", "café"),
        ("\u010dil\u00fd".encode("cp1250"), "windows-1250", "čilý"),
        (b"plain", "no-such-charset", "plain"),
        (b"plain", "base64", "plain"),
    ],
)
def test_charset_of_mark_then_declaration_then_bytes(doc, body, declared, text):
    assert decode(doc(body, charset=declared)) == text


def test_charset_of_the_page_itself(doc):
    page = doc('<meta http-equiv=x content="text/html; charset=windows-1250"><p>čilý'.encode("cp1250"))
    assert charset(page) == "windows-1250"
    assert "čilý" in decode(page)


def test_an_empty_document_is_an_error(doc):
    with pytest.raises(EmptyDocumentError, match="ref/data"):
        decode(doc(" \n"))


def test_a_declared_format_reads_the_source_of_a_page(doc):
    page = doc("<p>One&nbsp;<b>two</b></p>", "text/html")
    assert plain_text(page).text == "One\u00a0two"
    assert plain_text(page, "text").text.startswith("<p>")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Ash met Dr. Birch. They left.", ["Mr. Ash met Dr. Birch.", "They left."]),
        ("The U.S. Senate met. It sat.", ["The U.S. Senate met.", "It sat."]),
        ("About 3.5 million. 1,200 died.", ["About 3.5 million.", "1,200 died."]),
        ('"We win." He left.', ['"We win."', "He left."]),
        ("A heading\n\nA line\nbroken in two.", ["A heading", "A line\nbroken in two."]),
        ("J. K. Ash wrote e.g. this", ["J. K. Ash wrote e.g. this"]),
        ("Élan. État.", ["Élan.", "État."]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(st.text("aB.?! \n\"'\t)", max_size=200))
@settings(max_examples=60)
def test_sentences_cover_every_word_in_order_without_overlap(text):
    spans = sentences(text)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    kept = "".join(char for start, end in spans for char in text[start:end] if not char.isspace())
    assert kept == "".join(text.split())


def test_places_count_characters_and_pages():
    text = PlainText("First page. Second page.", pages=(0, 12))
    assert text.place(0, 5) == "page 1, characters 0-5"
    assert text.place(12, 18) == "page 2, characters 12-18"
    assert text.around(14, 16) == "Second page."
