from __future__ import annotations

import pytest

from factlint.documents import FORMATS, detect, looks_like


@pytest.mark.parametrize(
    ("body", "media_type", "address", "format"),
    [
        ("<p>x", "text/html", "a.csv", "html"),
        ("a,b\n", "text/csv", "https://stats.example/data", "csv"),
        ("a\tb\n", "", "data/rows.tsv", "tsv"),
        ("{}", "application/geo+json", "x", "json"),
        ("<a/>", "application/atom+xml", "x", "xml"),
        ('{"a": 1}', "", "https://stats.example/api?f=x.csv", "json"),
        ("\ufeff[1]", "", "x", "json"),
        ("<!DOCTYPE html><p>x", "", "x", "html"),
        ("<?xml version='1.0'?><a/>", "", "x", "xml"),
        ("Twelve people.", "", "x", "text"),
        (b"%PDF-1.7 ...", "text/html", "x.html", "pdf"),
        (b"\x1f\x8b\x08", "text/csv", "x.csv", "gzip"),
        (b"PK\x03\x04", "", "book.xlsx", "xlsx"),
        (b"PK\x03\x04", "application/vnd.oasis.opendocument.spreadsheet", "x", "ods"),
        (b"PK\x03\x04", "application/octet-stream", "x", "zip"),
        (b"SQLite format 3\x00", "", "x", "sqlite"),
        (b"PAR1", "", "x", "parquet"),
    ],
)
def test_format_by_signature_media_type_extension_and_content(doc, body, media_type, address, format):
    assert detect(doc(body, media_type, address)) == format


def test_what_is_declared_wins(doc):
    page = doc("a;b", "text/html", format="csv")
    assert detect(page) == "csv"
    assert detect(page, "text") == "text"


def test_every_detected_format_may_be_declared(doc):
    assert detect(doc("x")) in FORMATS


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<html>", "an HTML page"),
        ("  ", "nothing"),
        ('{"error": 1}', "JSON"),
        (b"\x00\x01\x02", "binary data"),
        ("Service unavailable", "plain text"),
    ],
)
def test_content_in_words(doc, body, words):
    assert looks_like(doc(body, "application/pdf")) == words
