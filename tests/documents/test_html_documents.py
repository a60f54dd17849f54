from __future__ import annotations

import pytest

from factlint.documents import grid as grid_module
from factlint.documents import tangle
from factlint.documents.grid import grids
from factlint.documents.html import html, line_of, visible_text
from factlint.errors import DocumentLimitError, TooDeepError

PAGE = """<!doctype html><html><head><title>Title</title><style>p{}</style></head><body>
<h1>Losses</h1><p>Some <b>1,200</b>
   people<br>died.</p><script>var x = "seen?";</script><p hidden>not seen</p><div><div>Inner</div>tail</div>
<table><tr><td>Killed</td><td>12</td></tr></table></body></html>"""


def test_visible_text_is_what_a_reader_sees(doc):
    assert visible_text(doc(PAGE)) == "Losses\n\nSome 1,200 people\ndied.\n\nInner\n\ntail\n\nKilled\t12"


def test_one_line_of_an_element(doc):
    assert line_of(html(doc(PAGE)).css_first("p")) == "Some 1,200 people died."


def test_deep_pages_are_refused(doc):
    with pytest.raises(TooDeepError):
        visible_text(doc("<div>" * 2000 + "x"))


@pytest.mark.parametrize(
    "page",
    [
        "<ul><li>" * 300_000,
        "</div>" * 400_000 + "<div>" * 400_000,
        "<div " + " ".join(f'a{number}="</x>"' for number in range(200_000)) + ">",
        "<b>" * 200_000 + "<div></b>" * 200_000,
    ],
    ids=["nested", "closed before", "attributes", "misnested"],
)
def test_a_page_that_would_take_quadratic_time_is_given_up(doc, page, monkeypatch):
    monkeypatch.setattr(tangle, "SECONDS", 1)
    with pytest.raises(DocumentLimitError, match="web page"):
        html(doc(page))


def test_a_page_that_only_looks_tangled_is_read(doc):
    rows = "".join(f"<tr><td>{number}<td><li>row" for number in range(3000))
    page = doc(f"<table>{rows}</table><script>{'x' * 70_000}</script><p id=last>12")
    assert tangle.suspected(page.body.decode())
    assert line_of(html(page).css_first("#last")) == "12"


def test_a_run_of_spaces_takes_linear_time(doc):
    assert visible_text(doc("<p>a" + "<b> </b>" * 20_000 + "<b>z</b>")) == "a z"


def texts(grid):
    return [[cell.text for cell in row] for row in grid.rows]


def test_spans_fill_their_slots(doc):
    (grid,) = grids(
        doc(
            "<h2>Section</h2><table><caption>Cap</caption>"
            "<tr><th rowspan=2>Side</th><th colspan=2>2024</th></tr><tr><th>Killed</th><th>Hurt</th></tr>"
            "<tr><th>North</th><td>1</td><td>2</td></tr><tr><th>South</th><td colspan=2>3</td></tr></table>"
        )
    )
    assert texts(grid) == [
        ["Side", "2024", "2024"],
        ["Side", "Killed", "Hurt"],
        ["North", "1", "2"],
        ["South", "3", "3"],
    ]
    assert (grid.head, grid.caption, grid.heading) == (2, "Cap", "Section")
    assert grid.rows[3][1] is grid.rows[3][2]


def test_a_table_in_a_table_is_another_table(doc):
    outer, inner = grids(
        doc("<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>")
    )
    assert len(outer.rows) == 1
    assert texts(inner) == [["b"]]


def test_rows_are_padded_and_nonsense_spans_are_one(doc):
    (grid,) = grids(doc("<table><tr><td>a<td colspan='-3'>b<tr><td rowspan=0>c<tr><td>d</table>"))
    assert texts(grid) == [["a", "b"], ["c", ""], ["c", "d"]]


@pytest.mark.parametrize(
    "table",
    [
        "<table>" + "<tr><td colspan=1000 rowspan=1000>x" * 1000 + "</table>",
        "<table>" + "<tr><td>x" * 3000 + "<tr>" + "<td>x" * 3000 + "</table>",
    ],
)
def test_tables_that_spread_out_are_refused(doc, table, monkeypatch):
    monkeypatch.setattr(grid_module, "MAX_CELLS", 100_000)
    with pytest.raises(DocumentLimitError):
        grids(doc(table))
