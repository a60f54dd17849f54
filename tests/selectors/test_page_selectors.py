from __future__ import annotations

from datetime import date

import pytest

from factlint.documents import tangle
from factlint.errors import DocumentLimitError, NoMatchError, SeveralMatchesError

PAGE = """<!doctype html><html><body><h2>Losses</h2>
<p id="total">As of 2025-07-31, some <b class="figure" data-exact="1234">1,200</b> people died.</p>
<p>As of 2025-08-31, some 1,300 people died. Mr. Ash of the ministry denied it.</p>
<ul><li>Ash</li><li>Birch</li></ul>
<table><caption>By year</caption>
<tr><th rowspan=2>Side<th colspan=2>2024<th colspan=2>2025</tr>
<tr><th>Killed<th>Hurt<th>Killed<th>Hurt</tr>
<tr><th>Norland<td>1<td>2<td>3<td></tr><tr><th>Sudland<td>5<td>6<td colspan=2>7</tr></table>
<h3>Parties</h3><table><tr><td>Party<td>Seats</tr><tr><td>Red<td>12</tr><tr><td>Blue<td>8</tr></table>
</body></html>"""


@pytest.fixture
def page(doc):
    return doc(PAGE, "text/html")


def test_css_reads_text_or_an_attribute(page, sel):
    assert sel(kind="css", selector="#total b").select(page, None).text == "1,200"
    found = sel(kind="css", selector="#total b", attribute="data-exact").select(page, None)
    assert found.text == "1234"
    assert found.context.startswith("As of 2025-07-31")


def test_an_element_that_two_parts_of_a_selector_match_is_one(page, sel):
    assert sel(kind="css", selector="#total b, .figure").select(page, None).text == "1,200"


def test_a_selector_that_would_take_for_ever_is_given_up(doc, sel, monkeypatch):
    monkeypatch.setattr(tangle, "SECONDS", 1)
    deep = doc("<div>" * 450 + "<p>12</p>", "text/html")
    with pytest.raises(DocumentLimitError):
        sel(kind="css", selector="div:has(div div div div div x)").select(deep, None)
    assert sel(kind="css", selector="div:has(> p)").select(deep, None).text == "12"


def test_css_reads_many(page, sel):
    found = sel(kind="css", selector="li", many=True).select(page, None)
    assert [item.text for item in found.items] == ["Ash", "Birch"]


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"selector": "li"}, SeveralMatchesError, "matches 2 elements: 'Ash', 'Birch'"),
        ({"selector": "p#totals"}, NoMatchError, "did you mean '#total'"),
        (
            {"selector": "b", "attribute": "data-exakt"},
            NoMatchError,
            "no attribute.*did you mean 'data-exact'",
        ),
        ({"selector": "tr:nth-child(3) td:last-child"}, NoMatchError, "has no text"),
    ],
)
def test_css_finds_none_or_several(page, sel, fields, error, message):
    with pytest.raises(error, match=message):
        sel(kind="css", **fields).select(page, None)


def test_bad_selectors_and_patterns_are_refused(sel):
    with pytest.raises(ValueError, match="no CSS selector"):
        sel(kind="css", selector="p[[")
    with pytest.raises(ValueError, match="no RE2 pattern: missing"):
        sel(kind="regex", pattern="(a")
    with pytest.raises(ValueError, match="no RE2 pattern"):
        sel(kind="passage", near="words", value="(?=a)")


def test_regex_reads_the_named_group_else_the_first_else_all(page, sel):
    for pattern in ("As of 2025-07-31, (some) (?P<value>[\\d,]+)", "07-31, some ([\\d,]+)", "1,200"):
        assert sel(kind="regex", pattern=pattern).select(page, None).text == "1,200"


def test_regex_with_dates_is_a_series(page, sel):
    series = sel(kind="regex", pattern=r"As of (?P<date>[\d-]+), some (?P<value>[\d,]+)")
    assert series.dated
    assert series.select(page, date(2025, 8, 28)).text == "1,200"
    assert series.select(page, None).text == "1,300"


def test_regex_names_its_place_in_the_visible_text(page, sel):
    found = sel(kind="regex", pattern="ministry").select(page, None)
    start, end = map(int, found.locator.removeprefix("characters ").split("-"))
    assert end - start == len("ministry")
    assert found.context == "Mr. Ash of the ministry denied it."


def test_regex_finds_none_or_several(page, sel):
    with pytest.raises(SeveralMatchesError, match="finds 2 values"):
        sel(kind="regex", pattern="people died").select(page, None)
    with pytest.raises(NoMatchError):
        sel(kind="regex", pattern="<b>").select(page, None)
    assert sel(kind="regex", pattern="<h2>", format="text").select(page, None).text == "<h2>"
    many = sel(kind="regex", pattern="some ([\\d,]+)", many=True).select(page, None)
    assert [item.text for item in many.items] == ["1,200", "1,300"]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"row": "norland", "column": ["2025", "killed"]}, "3"),
        ({"row": "Sudland", "column": ["2024", "Hurt"], "caption": "by  year"}, "6"),
        ({"row": "Sudland", "column": "2025"}, "7"),
        ({"row": "Blue", "column": "Seats"}, "8"),
        ({"row": "Red", "column": "Seats", "heading": "Parties"}, "12"),
        ({"row": "Red", "column": "Seats", "index": 2}, "12"),
    ],
)
def test_table_cell_by_its_headers(page, sel, fields, text):
    assert sel(kind="table", **fields).select(page, None).text == text


def test_table_names_the_cell(page, sel):
    found = sel(kind="table", row="Norland", column=["2024", "Killed"]).select(page, None)
    assert found.locator == "table 1 ('By year'), row 'Norland', column '2024 / Killed'"
    assert "2024 / Hurt: 2" in found.context


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        (
            {"row": "Norland", "column": "Killed"},
            SeveralMatchesError,
            "2 cells: .*2024 / Killed.*2025 / Killed",
        ),
        ({"row": "Norlnd", "column": "Seats"}, NoMatchError, "row: did you mean 'Norland'"),
        ({"row": "Red", "column": "Seat"}, NoMatchError, "column: did you mean 'Seats'"),
        (
            {"row": "Red", "column": "Seats", "caption": "By yaer"},
            NoMatchError,
            "no table.*did you mean 'By year'",
        ),
        ({"row": "Norland", "column": ["2025", "Hurt"]}, NoMatchError, "the cell is empty"),
    ],
)
def test_table_finds_none_or_several(page, sel, fields, error, message):
    with pytest.raises(error, match=message):
        sel(kind="table", **fields).select(page, None)


def test_table_reads_csv_too(doc, sel):
    body = doc("Party,Seats\nRed,12\nBlue,8\n", "text/csv")
    assert sel(kind="table", row="Blue", column="Seats").select(body, None).text == "8"


def test_a_page_without_tables(doc, sel):
    with pytest.raises(NoMatchError, match="has no table"):
        sel(kind="table", row="a", column="b").select(doc("<p>x", "text/html"), None)


def test_passage_finds_the_sentence_by_words_like_it(page, sel):
    found = sel(kind="passage", near="Mr Ash of the ministry has denied it").select(page, None)
    assert found.text == "Mr. Ash of the ministry denied it."


def test_passage_narrows_to_a_value(page, sel):
    near = "as of 2025-08-31 some 1300 people died"
    assert sel(kind="passage", near=near, value="some ([\\d,]+)").select(page, None).text == "1,300"
    with pytest.raises(NoMatchError, match="matches 0 times in the sentence"):
        sel(kind="passage", near=near, value="none").select(page, None)


def test_passage_spans_sentences(page, sel):
    near = "some 1,300 people died. Mr. Ash of the ministry denied it"
    found = sel(kind="passage", near=near).select(page, None)
    assert found.text == "As of 2025-08-31, some 1,300 people died. Mr. Ash of the ministry denied it."


def test_passage_finds_none_or_several(page, sel):
    with pytest.raises(NoMatchError, match=r"the nearest, at \d+ %, is"):
        sel(kind="passage", near="the treaty was ratified by both chambers").select(page, None)
    with pytest.raises(SeveralMatchesError, match="equally near"):
        sel(kind="passage", near="people died").select(page, None)


def test_passage_sees_through_typographic_variants(doc, sel):
    page = doc("<p>“We can’t leave – not now,” she said. Nobody did.", "text/html")
    found = sel(kind="passage", near='"we can\'t leave - not now,"', cutoff=100).select(page, None)
    assert found.text == "“We can’t leave – not now,” she said."


@pytest.mark.parametrize(
    "text",
    [
        "killed 1,200 people",
        "killed\u00a01,200\u00a0people",
        "killed\n1,200\r\tpeople",
        "killed\u202f1,200 people",
    ],
)
def test_a_space_of_a_pattern_is_any_white_space(doc, sel, text):
    found = sel(kind="regex", pattern=r"killed +([\d,]+) {1,2}people").select(doc(text, "text/plain"), None)
    assert found.text == "1,200"


@pytest.mark.parametrize("pattern", ["[ a]b", r"\Qa b\E", "[[:alpha:] ]b"])
def test_a_space_of_a_character_class_or_quotation_is_a_space(doc, sel, pattern):
    text = doc("a b" if "Q" in pattern else " b", "text/plain")
    assert sel(kind="regex", pattern=pattern).select(text, None).locator.startswith("characters 0-")
    with pytest.raises(NoMatchError):
        sel(kind="regex", pattern=pattern).select(doc("a\u00a0\u00a0b", "text/plain"), None)


def test_a_pattern_that_matches_nothing_names_the_nearest_sentence(page, sel):
    with pytest.raises(NoMatchError, match=r"nearest.*'As of 2025-08-31, some 1,300 people died\.'"):
        sel(kind="regex", pattern=r"2025-08-31, (?:about|around) (?P<value>[\d,]+) people died").select(
            page, None
        )


@pytest.mark.parametrize(
    "mark",
    [
        '<sup id="r1"><a href="#n1">[1]</a></sup>',
        '<sup><a href="#n1">1</a><a href="#n2">2</a></sup>',
        '<a href="#n1"><sup>1</sup></a>',
    ],
)
def test_marks_of_footnotes_are_no_part_of_a_text(doc, sel, mark):
    source = doc(f"<p id=a>13,883{mark} people, 5 m<sup>2</sup>, <a href='#x'>here</a></p>", "text/html")
    assert sel(kind="css", selector="#a").select(source, None).text == "13,883 people, 5 m2, here"
    assert sel(kind="css", selector="sup", many=True).select(source, None).items[0].text


BOX = """<table class=infobox><caption>Norland</caption>
<tr><th>Area<td>603,550 km2<tr><th colspan=2>People<tr><th>Population<td>38,000,000<tr><th>Rank<td>7<td>8
<tr><th>Motto<td></table><table><tr><td>Capital<td>Northport<tr><td>Currency<td>crown</table>"""


@pytest.mark.parametrize(
    ("row", "text", "place"),
    [
        ("area", "603,550 km2", "table 1 ('Norland'), row 'Area'"),
        ("Population", "38,000,000", "table 1 ('Norland'), row 'Population'"),
        ("Capital", "Northport", "table 2, row 'Capital'"),
        ("Currency", "crown", "table 2, row 'Currency'"),
    ],
)
def test_a_box_of_names_and_values_needs_no_column(doc, sel, row, text, place):
    found = sel(kind="table", row=row).select(doc(BOX, "text/html"), None)
    assert (found.text, found.locator) == (text, place)


@pytest.mark.parametrize(
    ("row", "error", "message"),
    [
        ("Rank", SeveralMatchesError, "2 cells"),
        ("People", NoMatchError, "no value in a row 'People'"),
        ("Motto", NoMatchError, "no value in a row 'Motto'"),
        ("Populaton", NoMatchError, "did you mean 'Population'"),
    ],
)
def test_a_row_without_one_value_is_not_guessed(doc, sel, row, error, message):
    with pytest.raises(error, match=message):
        sel(kind="table", row=row).select(doc(BOX, "text/html"), None)


def test_xml_that_is_served_as_a_page_is_xml(doc, sel):
    served = doc('<?xml version="1.0"?><r><n>5</n></r>', "text/html")
    assert sel(kind="xpath", path="/r/n").select(served, None).text == "5"
    page = doc('<?xml version="1.0"?><html><body><p>5</p></body></html>', "text/html")
    assert sel(kind="xpath", path="/html/body/p").select(page, None).text == "5"


@pytest.mark.parametrize("style", ["display:none", "color: red; DISPLAY : none;", "visibility: hidden"])
def test_what_an_elements_style_hides_is_not_read(doc, sel, style):
    source = doc(f'<p id=a><span style="{style}">(1952-10-07)</span>7 October 1952</p>', "text/html")
    assert sel(kind="css", selector="#a").select(source, None).text == "7 October 1952"
    shown = doc('<p id=a><span style="display: inline">7</span> October</p>', "text/html")
    assert sel(kind="css", selector="#a").select(shown, None).text == "7 October"


def test_words_to_look_for_are_bounded_for_they_take_their_number_in_time(doc, sel, monkeypatch):
    from factlint.selectors import nearby

    asked = []
    monkeypatch.setattr(nearby, "best", lambda near, whole, cutoff: asked.append(len(near)))
    with pytest.raises(NoMatchError):
        sel(kind="regex", pattern="zq" + " wordy" * 300).select(doc("word " * 100, "text/plain"), None)
    assert asked == [64]
    with pytest.raises(ValueError, match="at most 300 characters"):
        sel(kind="passage", near="word " * 100)
