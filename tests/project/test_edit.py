"""One value of a YAML file is set, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.errors import CantEditError
from factlint.project import yamlfile
from factlint.project.edit import set_value

TEXT = """\
# head
claims:
  - id: one   # first
    quote: "five — apples"
    value: 5


  # about two
  - {id: two, quote: {exact: "six", suffix: x}, value: 'six'}
  -   id: three
      value: |
        long
      list: [a, b]
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("claims", 0, "value"), "6 apples", "value: 5\n", "value: 6 apples\n"),
        (("claims", 0, "quote"), "a: b", '"five — apples"', '"a: b"'),
        (("claims", 0, "value"), "yes", "value: 5\n", 'value: "yes"\n'),
        (("claims", 0, "extra"), "x", "# first\n", "# first\n    extra: x\n"),
        (("claims", 1, "extra"), "x", "{id: two,", "{id: two, extra: x,"),
        (("claims", 1, "quote", "exact"), "it's, {six}", '"six"', '"it\'s, {six}"'),
        (("claims", 2, "list"), ["c", "d, e"], "[a, b]", '[c, "d, e"]'),
        (
            ("claims", 2, "extra"),
            {"a": "1", "b": "x, y"},
            "id: three\n",
            'id: three\n      extra: {a: "1", b: "x, y"}\n',
        ),
    ],
)
def test_only_the_value_changes(path, value, old, new):
    assert set_value(TEXT, path, value) == TEXT.replace(old, new, 1)


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), st.sampled_from([0, 1]))
def test_any_words_read_the_same_after(words, claim):
    data = yamlfile.loads(set_value(TEXT, ("claims", claim, "value"), words)).data
    assert data["claims"][claim].pop("value") == words
    before = yamlfile.loads(TEXT).data
    before["claims"][claim].pop("value")
    assert data == before


@pytest.mark.parametrize("path", [("claims", 9, "value"), ("nothing", "here"), ("claims", 0, "id", "deeper")])
def test_what_is_not_there_is_refused(path):
    with pytest.raises(CantEditError):
        set_value(TEXT, path, "x")


def test_an_aliased_value_is_refused_rather_than_changed_twice():
    text = "claims:\n  - id: one\n    value: &v five\n  - id: two\n    value: *v\n"
    with pytest.raises(CantEditError):
        set_value(text, ("claims", 0, "value"), "six")
