"""What the report shows of values and documents."""

from __future__ import annotations

import pytest

from factlint.checking.views import document_view, value_view
from factlint.documents.base import Document
from factlint.values import read


def test_an_archived_copy_is_told_as_one():
    copy = Document(
        b"x", "text/html", "https://archive.example/1/page", headers=(("Memento-Datetime", "Thu"),)
    )
    assert document_view(copy).archived == "https://archive.example/1/page"
    assert document_view(Document(b"x", "text/html", "https://example.org/page")).archived == ""


@pytest.mark.parametrize(
    ("words", "reading", "low", "high"),
    [
        ("13,883 civilians killed", "13,883 civilian killed", "13883", "13883"),
        ("around 2.4 million", "about 2,400,000", "2400000", "2400000"),
        ("60,000 to 100,000", "60,000 to 100,000", "60000", "100000"),
        ("more than 5 km", "more than 5 km", "5", None),
        ("a third", "1/3", "1/3", "1/3"),
    ],
)
def test_a_quantity_is_shown_as_it_was_read(words, reading, low, high):
    view = value_view(read(words, like="quantity"))
    assert (view.reading, view.low, view.high) == (reading, low, high)
