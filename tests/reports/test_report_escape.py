from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reports import escape

ANY = st.text(st.characters(exclude_categories=()), max_size=60)


def steers(text: str) -> bool:
    """Whether a character of the text steers: a control, a lone surrogate, or a turn of direction."""
    return any(unicodedata.category(one) in ("Cc", "Cs") and one not in "\t\n" for one in text) or any(
        one in text
        for one in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff"
    )


@given(ANY)
@settings(max_examples=150)
def test_what_is_visible_steers_nothing_and_stays(text):
    shown = escape.visible(text)
    assert not steers(shown)
    assert escape.visible(shown) == shown
    shown.encode()


@given(ANY)
@settings(max_examples=150)
def test_json_holds_every_text_whole_and_raw_in_nothing(text):
    written = escape.json_text({text: [text]}, indent=None)
    assert json.loads(written) == {text: [text]}
    assert not steers(written)
    assert "<" not in written
    assert "##[" not in written


@given(ANY)
@settings(max_examples=150)
def test_html_has_no_markup_of_the_text(text):
    written = str(escape.html(text))
    assert not set(written) & set("<>\"'")
    assert "::" not in written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("\U000e0041", "\\U000e0041"),
        ("क्‍ष naïve 中", "क्‍ष naïve 中"),
        ("##[group]x ##vso[y]", "##\\x5bgroup]x ##vso\\x5by]"),
    ],
)
def test_visible_spells_out_what_hides(text, shown):
    assert escape.visible(text) == shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", r"a \| b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("@octocat #12", r"@&#8203;octocat \#&#8203;12"),
        ("see https://evil.example", "see https:&#8203;//evil.example"),
        ("www.evil.example", "www&#8203;.evil.example"),
        ("`x` *y* _z_ [a](b)", r"\`x\` \*y\* \_z\_ \[a\](b)"),
        ("two\n\nlines", "two lines"),
        ("- item", r"\- item"),
        ("::error::x", "&#58;&#58;error&#58;&#58;x"),
        ("13,883 (0.4%)", "13,883 (0.4%)"),
    ],
)
def test_markdown_shows_words_as_words(text, written):
    assert escape.markdown(text) == written


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " \t=1", "::set-output::x"]
)
def test_csv_cells_are_no_formulae(cell):
    assert escape.csv_cell(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-5", "+1,234.5%", "1 = 1", "", "–"])
def test_csv_leaves_figures_and_words(cell):
    assert escape.csv_cell(cell) == cell


@pytest.mark.parametrize("url", ["https://a.example/b?c=d#e", "http://[2001:db8::1]/x"])
def test_web_addresses_may_be_followed(url):
    assert escape.safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//evil.example",
        "claims/a.csv", "https://", "https://user:pw@a.example", "https://a.example/\u202ex",
        "https://a.example/a b", "http://[::1", "",
    ],
)  # fmt: skip
def test_other_addresses_lead_nowhere(url):
    assert escape.safe_link(url) == ""


def test_markdown_links_cannot_be_broken_out_of():
    link = escape.markdown_link("x](y)", "https://a.example/(b)|<c>")
    assert link == r"[x\](y)](https://a.example/%28b%29%7C%3Cc%3E)"
    assert escape.markdown_link("x", "javascript:alert(1)") == "x"


def test_workflow_commands_carry_no_second_command():
    assert escape.workflow("50%\r\n::error::x") == "50%25 ::error::x"
    assert escape.workflow_property("a:b,c") == "a%3Ab%2Cc"
