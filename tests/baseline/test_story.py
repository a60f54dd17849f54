"""Twelve days of one article: what each brings, what it exits with, and what it leaves in the baseline."""

from __future__ import annotations

import json

import pytest

from loopback import Reply

CLAIMS = """\
version: 1
article: {title: Northport grows, publisher: Harbour Post, published: 2025-03-05, file: ../article.txt}
claims:
  - id: population
    quote: about 2.1 million
    value: about 2.1 million
    references:
      - source: census
        select: {kind: csv, where: {city: Northport}, column: people, date: day}
  - id: bridge-length  # as built
    quote: 1,240 metres
    value: 1,240 metres
    references:
      - source: bridges
        select: {kind: css, selector: "#length"}
      - source: register
        select: {kind: jsonpath, path: $.length}
        unit: m
"""

PAGE = "<h1>Harbour Bridge</h1><p>Its length is <b id=length>1,240 metres</b>, in four spans.</p>"
MOVED = "<h1>Harbour Bridge</h1><table><tr><th>What<th>How much<tr><td>Length<td>1,240 metres</table>"


def census(people):
    return Reply(f"city,day,people\nNorthport,2025-01-01,{people}\n", headers={"Content-Type": "text/csv"})


def page(html):
    return Reply(f"<!doctype html><body>{html}", headers={"Content-Type": "text/html"})


def register(length):
    return Reply(json.dumps({"length": length}), headers={"Content-Type": "application/json"})


class Story:
    """A project on a real server, and what one day of it brings."""

    def __init__(self, project, server):
        self.project, self.server = project, server
        self.before = []
        urls = {name: server.url(f"/{name}") for name in ("census", "bridges", "register")}
        sources = "".join(
            f"  {name}: {{publisher: {name}, kind: http, url: {url}}}\n" for name, url in urls.items()
        )
        project.write("claims/sources.yaml", f"version: 1\nsources:\n{sources}")
        project.write("claims/city.yaml", CLAIMS)
        network = "{allow_private: 127.0.0.1, retries: 0, rate: 0, cache: ''}"
        project.write("factlint.yaml", f"version: 1\nnetwork: {network}\n")
        server.routes |= {"/census": census(2114000), "/bridges": page(PAGE), "/register": register(1240)}

    def check(self, day):
        """Check on a day of March 2026; return exit code, verdicts, and drift as cause of reference."""
        self.project.on(f"2026-03-{day:02}")
        code, claims = self.project.check()
        drift = {
            (name, one["reference"]): one["cause"] + (" (information)" if one["information"] else "")
            for name, claim in claims.items()
            for one in claim["drift"]
        }
        return code, claims, drift

    def accept(self, *arguments):
        """Accept, and return the lines that this removed from the baseline and added to it."""
        before = set(self.project.lock)
        result = self.project.run("accept", *arguments, "--by", "Ada")
        assert result.code == 0, result.err
        after = set(self.project.lock)
        return fields(before - after), fields(after - before)

    def unchanged(self):
        """Say whether the baseline is as it was when this was last asked."""
        before, self.before = self.before, self.project.lock
        return before == self.before


def fields(lines):
    return {line.partition(":")[0] for line in lines}


@pytest.fixture
def story(project, loopback, monkeypatch):
    monkeypatch.setenv("CI", "true")
    return Story(project, loopback)


def test_twelve_days(story):
    for day in (first, revision, outage, still_out, out_of_patience, recovery):
        day(story)
    for day in (new_layout, edited_article, conflict, outage_in_conflict, waived, waiver_over):
        day(story)


def first(story):
    code, claims, drift = story.check(1)
    assert (code, drift) == (0, {})
    assert {claim["verdict"] for claim in claims.values()} == {"supported"}
    gone, new = story.accept("--all-new", "--reason", "first check")
    assert not gone
    assert {"population/census/found", "bridge-length/bridges/found", "bridge-length/register/found"} <= new
    assert not story.unchanged()


def revision(story):
    story.server.routes["/census"] = census(2121000)
    code, claims, drift = story.check(2)
    assert (code, drift) == (4, {("population", "census"): "reference-revised"})
    [one] = claims["population"]["drift"]
    assert (one["before"], one["after"]) == ("2114000", "2121000")
    assert "still within the claim's band" in one["message"]
    assert story.unchanged()
    gone, new = story.accept("population", "--reason", "routine revision")
    assert (
        gone
        == new
        == {f"population/{field}" for field in ("reason", "census/found", "census/reading", "census/sha256")}
    )
    assert story.check(2)[0] == 0
    story.unchanged()


def outage(story):
    story.server.routes["/bridges"] = Reply("busy", 503)
    code, claims, drift = story.check(3)
    assert (code, drift) == (0, {("bridge-length", "bridges"): "source-gone (information)"})
    [failure] = claims["bridge-length"]["failures"]
    assert (failure["code"], failure["failing_runs"], failure["patience"]) == ("FL111", 1, 3)
    assert story.unchanged()


def still_out(story):
    story.server.routes["/bridges"] = Reply("slow down", 429)
    code, claims, _ = story.check(4)
    assert code == 0
    assert claims["bridge-length"]["failures"][0]["failing_runs"] == 2
    assert story.unchanged()


def out_of_patience(story):
    code, claims, drift = story.check(5)
    assert (code, drift) == (3, {("bridge-length", "bridges"): "source-gone"})
    assert claims["bridge-length"]["failures"][0]["failing_runs"] == 3
    assert story.unchanged()


def recovery(story):
    story.server.routes["/bridges"] = page(PAGE)
    code, claims, drift = story.check(6)
    assert (code, drift) == (0, {("bridge-length", "bridges"): "source-back (information)"})
    assert "after failing for 3 runs" in claims["bridge-length"]["drift"][0]["message"]
    assert story.check(6)[2] == {}
    assert story.unchanged()


def new_layout(story):
    story.server.routes["/bridges"] = page(MOVED)
    code, claims, drift = story.check(7)
    assert (code, drift) == (3, {("bridge-length", "bridges"): "selector-lost"})
    proposed = claims["bridge-length"]["drift"][0]["after"]
    assert proposed == "{kind: table, row: [Length], column: [How much]}"
    story.project.edit("claims/city.yaml", '{kind: css, selector: "#length"}', proposed)
    code, _, drift = story.check(7)
    assert (code, drift) == (0, {("bridge-length", "bridges"): "page-changed (information)"})
    assert story.unchanged()


def edited_article(story):
    story.project.edit("article.txt", "1,240 metres long", "1,250 metres long")
    code, claims, drift = story.check(8)
    assert (code, drift[("bridge-length", "")]) == (4, "article-edited")
    [one] = [one for one in claims["bridge-length"]["drift"] if one["cause"] == "article-edited"]
    assert (one["before"], one["after"]) == ("1,240 metres", "1,250 metres")
    assert (one["before_reading"], one["after_reading"]) == ("1,240 m", "1,250 m")
    story.project.edit("article.txt", "1,250 metres long", "1,240 metres long")
    assert story.check(8)[0] == 0
    assert story.unchanged()


def conflict(story):
    story.server.routes["/register"] = register(1300)
    code, claims, drift = story.check(9)
    assert code == 1
    assert claims["bridge-length"]["verdict"] == "conflicting-evidence"
    assert drift[("bridge-length", "register")] == "reference-revised"
    assert drift[("bridge-length", "")] == "verdict-flipped"
    assert story.unchanged()


def outage_in_conflict(story):
    story.server.routes["/register"] = Reply("busy", 503)
    code, claims, _ = story.check(10)
    assert code == 1
    assert claims["bridge-length"]["verdict"] == "conflicting-evidence"
    assert "register can't be read now" in claims["bridge-length"]["reason"]
    assert story.unchanged()


def waived(story):
    story.server.routes["/register"] = register(1300)
    result = story.project.run(
        "waive", "bridge-length", "--owner", "Ada", "--reason", "asked the agency", "--until", "2026-03-11"
    )
    assert result.code == 0, result.err
    code, claims, _ = story.check(11)
    assert (code, claims["bridge-length"]["verdict"]) == (0, "conflicting-evidence")
    assert claims["bridge-length"]["waived"] == "by Ada until 2026-03-11: asked the agency"
    assert "# as built" in (story.project.root / "claims/city.yaml").read_text()
    assert story.unchanged()


def waiver_over(story):
    code, claims, _ = story.check(12)
    assert code == 1
    assert "waiver-expired" in {one["cause"] for one in claims["bridge-length"]["drift"]}
    assert not claims["bridge-length"]["waived"]
    gone, new = story.accept("bridge-length", "--reason", "both lengths are in use")
    assert {"bridge-length/verdict", "bridge-length/register/found"} <= gone & new
    assert story.check(12)[0] == 4
    story.project.edit(
        "claims/city.yaml", '    waive: {owner: Ada, reason: asked the agency, until: "2026-03-11"}\n', ""
    )
    code, claims, _ = story.check(12)
    assert (code, claims["bridge-length"]["accepted"]) == (0, True)
