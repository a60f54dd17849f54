from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.documents.base import Document
from factlint.prose import verify
from factlint.prose.rows import of_text

PAGE = b"""<html><body><h2>Results</h2>
<table><caption>Visitors by museum, in thousands</caption>
<tr><th>Museum</th><th>2021</th><th>2022</th></tr>
<tr><td>Maritime</td><td>41</td><td>112</td></tr>
<tr><td>Glass</td><td>18</td><td>77</td></tr></table>
<p>The Glass museum is free.</p></body></html>"""

LINES = st.lists(st.text(alphabet="|\t ,;:()-.0123456789abÄ\n", max_size=40), max_size=12).map("\n".join)


def _verdict(claim: str) -> str:
    page = Document(PAGE, address="https://museums.example/visitors", media_type="text/html")
    return verify(claim, [page]).verdict.value


def test_a_table_of_a_page_is_read_by_row_and_column() -> None:
    assert _verdict("The Maritime museum had 112,000 visitors in 2022.") == "supported"
    assert _verdict("The Glass museum had 112,000 visitors in 2022.") == "refuted"
    assert _verdict("The Glass museum had 77,000 visitors in 2020.") == "not-enough-evidence"


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_text_keeps_its_length_when_its_tables_are_taken_out(text: str) -> None:
    left, rows = of_text(text, 0)
    assert len(left) == len(text)
    assert rows or left == text


@settings(max_examples=40, deadline=None)
@given(LINES)
def test_no_table_makes_verifying_raise(text: str) -> None:
    verify("Torvik had 38 wet days in spring.", [text])
