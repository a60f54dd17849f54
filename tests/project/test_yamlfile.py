"""YAML as plain strings with places."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.errors import MissingFileError, YamlLimitError, YamlSyntaxError
from factlint.project import yamlfile


def test_scalars_stay_the_words_that_were_written():
    file = yamlfile.loads("share: 20.0\nday: 2025-08\ncountry: NO\nbig: 1_000\noctal: 010\nnone: ~\n")
    assert file.data == {
        "share": "20.0",
        "day": "2025-08",
        "country": "NO",
        "big": "1_000",
        "octal": "010",
        "none": None,
    }


def test_every_key_and_item_has_its_place():
    file = yamlfile.loads("claims:\n  - id: a\n    tags: [x, y]\n", "c.yaml")
    assert str(file.where(("claims", 0, "tags"))) == "c.yaml:3:5"
    assert str(file.where(("claims", 0, "tags", 1))) == "c.yaml:3:15"
    assert str(file.where(("claims", 0, "missing"))) == "c.yaml:2:5"


def test_duplicate_keys_are_told_with_both_lines_and_the_first_is_kept():
    file = yamlfile.loads("a: 1\nb: 2\na: 3\n", "c.yaml")
    assert file.data == {"a": "1", "b": "2"}
    [problem] = file.problems
    assert str(problem) == "c.yaml:3:1: FL002 key 'a' is already given on line 1"


@pytest.mark.parametrize(
    ("text", "error", "place"),
    [
        ("a: [1, 2\nb: 3\n", YamlSyntaxError, "c.yaml:2:"),
        ("a: *nowhere\n", YamlSyntaxError, "c.yaml:1:4"),
        ("--- {}\n--- {}\n", YamlSyntaxError, "c.yaml:2:1"),
        ("? [a, b]\n: c\n", YamlSyntaxError, "c.yaml:1:3"),
        ("a: !!python/object:os.system {}\n", YamlLimitError, "c.yaml:1:4"),
        ("[" * 60 + "]" * 60, YamlLimitError, "c.yaml:1:"),
    ],
)
def test_what_can_not_be_read_names_its_place(text, error, place):
    with pytest.raises(error) as raised:
        yamlfile.loads(text, "c.yaml")
    assert str(raised.value).startswith(place)


def test_aliases_work_and_a_bomb_of_them_is_refused():
    assert yamlfile.loads("a: &x {k: v}\nb: *x\n").data == {"a": {"k": "v"}, "b": {"k": "v"}}
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(YamlLimitError):
        yamlfile.loads("\n".join(lines))


def test_a_missing_file_and_a_file_that_is_not_utf8(tmp_path):
    with pytest.raises(MissingFileError):
        yamlfile.load(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(YamlSyntaxError) as raised:
        yamlfile.load(tmp_path / "latin.yaml", "latin.yaml")
    assert str(raised.value).startswith("latin.yaml:2:1")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_named_error(text):
    with contextlib.suppress(YamlSyntaxError, YamlLimitError):
        yamlfile.loads(text)


trees = st.recursive(
    st.text("abcxyz 0123456789.", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1, max_size=4), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(trees)
def test_written_as_json_a_tree_reads_back_the_same(tree):
    import json

    assert yamlfile.loads(json.dumps(tree)).data == tree
