"""An outage is no resolution: a silent source keeps its last word where leaving it out would gloss things over."""

from __future__ import annotations

import pytest

from loopback import Reply

CLAIMS = """\
version: 1
article: {title: Northport grows, publisher: Harbour Post, published: 2025-03-05}
claims:
  - id: length
    quote: 1,240 metres
    value: 1,240 metres
    POLICY
    references:
      - {source: one, select: {kind: jsonpath, path: $.v}, unit: m}
      - {source: two, select: {kind: jsonpath, path: $.v}, unit: m}
"""
RIGHT, WRONG, OUT = (
    Reply(body, status) for body, status in (('{"v": 1240}', 200), ('{"v": 9}', 200), ("", 503))
)


@pytest.fixture
def sources(project, loopback):
    project.write("claims/city.yaml", CLAIMS.replace("POLICY", "tags: []"))
    lines = [
        f"  {name}: {{publisher: {name}, kind: http, url: {loopback.url(f'/{name}')}}}"
        for name in ("one", "two")
    ]
    project.write("claims/sources.yaml", "\n".join(["version: 1", "sources:", *lines, ""]))
    network = "network: {allow_private: 127.0.0.1, retries: 0, rate: 0, cache: ''}\n"
    project.write("factlint.yaml", f"version: 1\npatience: 3\n{network}")

    def answer(one, two):
        loopback.routes |= {"/one": one, "/two": two}

    return answer


def verdict(project, *arguments):
    code, claims = project.check(*arguments)
    return code, claims["length"]["verdict"]


@pytest.mark.parametrize("silent", ["one", "two"])
@pytest.mark.parametrize("options", [(), ("--no-history",)])
def test_an_accepted_conflict_stands_while_either_side_is_out(project, sources, silent, options):
    sources(RIGHT, WRONG)
    assert verdict(project) == (1, "conflicting-evidence")
    assert project.run("accept", "length", "--reason", "known").code == 0
    sources(*((OUT, WRONG) if silent == "one" else (RIGHT, OUT)))
    code, shown = verdict(project, *options)
    assert shown == "conflicting-evidence"
    assert code == (3 if options else 0)  # no history, no patience


def test_a_conflict_that_nobody_accepted_stays_red_while_its_source_is_out(project, sources):
    sources(RIGHT, RIGHT)
    assert verdict(project)[0] == 0
    assert project.run("accept", "length", "--reason", "fine").code == 0
    sources(RIGHT, WRONG)
    assert verdict(project) == (1, "conflicting-evidence")
    sources(RIGHT, OUT)
    assert verdict(project) == (1, "conflicting-evidence")


def test_a_refuted_claim_does_not_turn_green_when_its_only_source_is_out(project, sources):
    project.edit(
        "claims/city.yaml", "      - {source: two, select: {kind: jsonpath, path: $.v}, unit: m}\n", ""
    )
    sources(WRONG, OUT)
    assert verdict(project) == (1, "refuted")
    sources(OUT, OUT)
    assert verdict(project) == (3, "not-enough-evidence")


def test_an_outage_makes_nothing_supported_or_refuted(project, sources):
    project.edit("claims/city.yaml", "tags: []", "policy: {at-least: 2}")
    sources(RIGHT, RIGHT)
    assert verdict(project) == (0, "supported")
    sources(RIGHT, OUT)
    assert verdict(project)[1] == "not-enough-evidence"
    sources(WRONG, OUT)
    assert verdict(project)[1] == "not-enough-evidence"


def test_a_majority_that_is_out_is_not_outvoted(project, sources, loopback):
    project.edit("claims/city.yaml", "tags: []", "policy: majority")
    project.edit(
        "claims/city.yaml",
        "      - {source: two",
        "      - {source: three, select: {kind: jsonpath, path: $.v}, unit: m}\n      - {source: two",
    )
    project.edit(
        "claims/sources.yaml",
        "sources:\n",
        f"sources:\n  three: {{publisher: three, kind: http, url: {loopback.url('/three')}}}\n",
    )
    loopback.routes["/three"] = WRONG
    sources(RIGHT, WRONG)
    assert verdict(project) == (1, "refuted")
    assert project.run("accept", "length", "--reason", "known").code == 0
    loopback.routes["/three"] = OUT
    sources(RIGHT, OUT)
    assert verdict(project, "--no-history")[1] == "refuted"


def test_an_edited_claim_owes_nothing_to_last_words(project, sources):
    sources(RIGHT, WRONG)
    verdict(project)
    assert project.run("accept", "length", "--reason", "known").code == 0
    project.edit("claims/city.yaml", "1,240 metres", "1,240 m")
    sources(RIGHT, OUT)
    assert verdict(project)[1] == "supported"
