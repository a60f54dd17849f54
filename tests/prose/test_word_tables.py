"""The data files of words hold together: what contrasts is never equal too, and no contrast is two things at once."""

from __future__ import annotations

from itertools import combinations

from factlint.prose.lexicon import lexicon
from factlint.prose.stems import stems_of, table, tables
from factlint.values.names.tables import word_set

SAME = ("same", "same_nouns", "same_verbs")


def contrasts() -> list[tuple[str, list[frozenset[str]]]]:
    """Each set of sibling words as it is written, with the stems of its members."""
    lines = [line for text in table("contrasts")["contrasts"].values() for line in text.strip().splitlines()]
    return [
        (line, [frozenset(map(stems_of, member.split(","))) for member in line.split()]) for line in lines
    ]


def contrasting() -> dict[frozenset[str], str]:
    """The pairs of words that are never each other, with the set that says so."""
    return {
        frozenset((one, other)): line
        for line, members in contrasts()
        for left, right in combinations(members, 2)
        for one in left
        for other in right
    }


def joined() -> list[tuple[str, frozenset[str]]]:
    """The pairs of words that a group of equal words joins, with the group."""
    groups = [line for key in SAME for line in tables()[key].strip().splitlines()]
    return [
        (group, frozenset(pair)) for group in groups for pair in combinations(map(stems_of, group.split()), 2)
    ]


def test_no_group_of_equal_words_joins_two_words_that_contrast() -> None:
    apart = contrasting()
    assert [(group, apart[pair]) for group, pair in joined() if pair in apart] == []


def test_no_group_of_equal_words_joins_two_words_that_deny_each_other() -> None:
    words = lexicon()
    denied = words.opposite | words.contrary | words.sequel
    assert [(group, pair) for group, pair in joined() if pair in denied] == []


def test_every_contrast_has_members_that_share_no_word() -> None:
    assert all(len(members) > 1 for _, members in contrasts())
    shared = [
        line for line, members in contrasts() if any(one & other for one, other in combinations(members, 2))
    ]
    assert shared == []


def test_every_contrast_is_written_once() -> None:
    sets = [frozenset(members) for _, members in contrasts()]
    assert len(sets) == len(set(sets))


def test_siblings_of_many_domains_contrast() -> None:
    apart = contrasting()
    for pair in (
        "injure missing",
        "primary secondary",
        "import export",
        "approve sign",
        "gross net",
        "born marry",
    ):
        assert frozenset(map(stems_of, pair.split())) in apart, pair


def given() -> list[tuple[str, list[str], list[str]]]:
    """Each line "nouns | verbs" as it is written, with the stems of its nouns and of its verbs."""
    lines = [line for line in tables()["given"].strip().splitlines() if line]
    sides = [(line, *line.split("|")) for line in lines]
    return [
        (line, list(map(stems_of, nouns.split())), list(map(stems_of, verbs.split())))
        for line, nouns, verbs in sides
    ]


def test_no_verbs_that_contrast_or_deny_each_other_say_the_same_of_a_noun() -> None:
    words, apart = lexicon(), contrasting()
    denied = words.opposite | words.contrary | words.sequel
    pairs = [(line, frozenset(pair)) for line, _, verbs in given() for pair in combinations(verbs, 2)]
    assert [(line, *pair) for line, pair in pairs if pair in apart or pair in denied] == []


def test_verbs_that_say_the_same_of_a_noun_go_one_way() -> None:
    way = lexicon().directions
    ways = [(line, {way[verb] for verb in verbs if verb in way}) for line, _, verbs in given()]
    assert [line for line, found in ways if len(found) > 1] == []


def test_each_line_of_verbs_has_a_noun_and_two_verbs_that_are_known() -> None:
    known = lexicon().verbs | {"be"}
    for line, nouns, verbs in given():
        assert nouns, line
        assert len(set(verbs)) == len(verbs) > 1, line
        assert [verb for verb in verbs if verb.split("_")[0] not in known] == [], line


def test_no_calling_is_a_name_that_people_are_given() -> None:
    callings = tables()["callings"].split()
    assert len(callings) == len(set(callings))
    assert sorted(set(callings) & word_set("given_names", "names")) == []
