"""A stranger's branch: nothing that it brings decides how it is judged, and nothing leaves the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

WRONG = ("value: 1,240 metres", "value: 1,420 metres")
WRONG_QUOTE = ("quote: 1,240 metres", "quote: 1,420 metres")


@pytest.fixture
def fork(project, monkeypatch):
    """A branch on which the bridge's length is wrong; the base knows better."""
    monkeypatch.setenv("FACTLINT_PLUGINS", "on")  # so that it is put back after the test
    project.write(".gitignore", ".factlint/\nreports/\n")
    project.git("init", "-q")
    project.commit("Base")
    project.git("checkout", "-qb", "fork")
    project.edit("claims/city.yaml", *WRONG)
    project.edit("claims/city.yaml", *WRONG_QUOTE)
    return project


def check(project, *arguments):
    return project.check("--untrusted", "--base", "main", *arguments)


def test_an_honest_branch_is_checked(fork):
    code, claims = check(fork)
    assert code == 1
    assert {name: claim["verdict"] for name, claim in claims.items()} == {
        "population": "supported",
        "bridge-length": "refuted",
    }
    fork.edit("claims/city.yaml", WRONG[1], WRONG[0])
    fork.edit("claims/city.yaml", WRONG_QUOTE[1], WRONG_QUOTE[0])
    assert check(fork)[0] == 0


def own_reference(project, loopback):
    project.write("claims/bridges.csv", "bridge,metres\nHarbour,1420\n")


def own_source(project, loopback):
    project.edit("claims/sources.yaml", "path: bridges.csv", "path: evil.csv")
    project.write("claims/evil.csv", "bridge,metres\nHarbour,1420\n")


def own_address(project, loopback):
    project.edit(
        "claims/sources.yaml", "kind: file, path: bridges.csv", f"kind: http, url: {loopback.url('/x')}"
    )
    project.write("factlint.yaml", "version: 1\nnetwork: {allow_private: 127.0.0.1}\n")


def own_settings(project, loopback):
    project.write("factlint.yaml", "version: 1\nfail_on: []\nmax_unchecked: 100%\ntolerance: {relative: 9}\n")


def own_baseline(project, loopback):
    assert project.run("accept", "bridge-length", "--reason", "trust me").code == 0


def own_waiver(project, loopback):
    waiver = "    waive: {owner: me, reason: trust me, until: 2999-01-01}\n"
    project.edit("claims/city.yaml", "    tags: [bridge]\n", f"    tags: [bridge]\n{waiver}")


def own_attributes(project, loopback):
    project.write(".gitattributes", "* export-ignore filter=evil diff=evil\n")


def own_git_hooks(project, loopback):
    project.git("config", "core.fsmonitor", f"touch {project.root}/ran")
    project.git("config", "diff.evil.textconv", f"touch {project.root}/ran; cat")


@pytest.mark.parametrize(
    "attack",
    [
        own_reference,
        own_source,
        own_address,
        own_settings,
        own_baseline,
        own_waiver,
        own_attributes,
        own_git_hooks,
    ],
)
def test_a_branch_can_not_make_itself_green(fork, loopback, attack):
    attack(fork, loopback)
    fork.commit("Innocent change")
    (fork.root / "ran").unlink(missing_ok=True)  # by the test's own git
    code, claims = check(fork)
    assert code == 1
    assert claims["bridge-length"]["verdict"] == "refuted"
    assert not claims["bridge-length"]["accepted"]
    assert not claims["bridge-length"]["waived"]
    assert loopback.requests == []
    assert not (fork.root / "ran").exists()


def test_broken_settings_and_sources_of_the_branch_do_not_matter(fork):
    fork.write("factlint.yaml", "nonsense: [")
    fork.write("claims/sources.yaml", "nonsense: [")
    assert check(fork)[0] == 1


def test_a_new_source_is_unknown_until_the_base_has_it(fork):
    fork.edit("claims/sources.yaml", "  bridges:", "  mine: {kind: file, path: mine.csv}\n  bridges:")
    fork.edit("claims/city.yaml", "source: bridges", "source: mine")
    result = fork.run("check", "--untrusted", "--base", "main")
    assert result.code == 2
    assert "no source is called 'mine'" in result.err


def test_live_addresses_of_the_base_are_not_fetched_either(project, loopback, monkeypatch):
    monkeypatch.setenv("FACTLINT_PLUGINS", "on")
    loopback.routes["/x"] = "bridge,metres\nHarbour,1240\n"
    own_address(project, loopback)
    project.edit("factlint.yaml", "{allow_private: 127.0.0.1}", "{allow_private: 127.0.0.1, cache: ''}")
    project.git("init", "-q")
    project.commit("Base")
    assert project.check()[0] == 0
    asked = len(loopback.requests)
    assert asked
    code, claims = project.check("--untrusted", "--base", "HEAD")
    assert code == 3
    assert claims["bridge-length"]["failures"][0]["code"] == "FL113"
    assert len(loopback.requests) == asked


@pytest.mark.parametrize("place", ["/etc/passwd", "../../../../../../../../etc/passwd", "../../outside.txt"])
def test_files_outside_the_project_are_not_read(fork, place):
    (fork.root.parent / "outside.txt").write_text("SECRET 1,420 metres\n")
    fork.edit("claims/city.yaml", "language: en-GB", f"language: en-GB, file: {place}")
    result = fork.run("check", "--untrusted", "--base", "main", "--format", "html")
    assert result.code == 2
    assert "leads outside the project" in result.err
    assert "root:" not in result.out + result.err


@pytest.mark.parametrize("name", ["article.txt", "claims/more.yaml"])
def test_links_out_of_the_project_are_not_followed(fork, name):
    outside = fork.root.parent / "outside.txt"
    outside.write_text("SECRET")
    (fork.root / name).unlink(missing_ok=True)
    (fork.root / name).symlink_to(outside)
    article = ["--article", "article.txt", "claims/city.yaml"] if name == "article.txt" else []
    result = fork.run("check", "--untrusted", "--base", "main", *article)
    assert result.code == 2
    assert "leads outside the project" in result.err
    assert "SECRET" not in result.out + result.err


def test_the_waivers_and_the_baseline_of_the_base_count(fork):
    fork.git("checkout", "-qf", "main")
    fork.edit("claims/city.yaml", *WRONG)
    fork.edit("claims/city.yaml", *WRONG_QUOTE)
    assert fork.run("accept", "bridge-length", "--reason", "known").code == 0
    fork.commit("Accept")
    assert check(fork)[0] == 0


def test_nothing_is_written_unasked_and_nothing_remembered(fork):
    fork.run("check", "--untrusted", "--base", "main")
    assert not (fork.root / "reports").exists()
    assert not (fork.root / ".factlint").exists()


def test_untrusted_needs_a_base(fork):
    result = fork.run("check", "--untrusted")
    assert result.code == 2
    assert "FL407" in result.err
    assert "--base" in result.err


def test_it_goes_with_a_narrowed_lane(fork):
    code, claims = check(fork, "--changed-since", "main")
    assert (code, list(claims)) == (1, ["bridge-length"])


PLUGIN = """\
import pathlib
pathlib.Path(__file__).with_name("ran").touch()
from typing import Literal
from factlint.selectors.base import Passage, SelectorBase
class Always(SelectorBase):
    kind: Literal["always"] = "always"
    def find(self, document, at):
        return Passage(text="1,420 metres")
"""


@pytest.fixture
def plugin(tmp_path_factory):
    """An installed package that brings in a selector, and leaves a mark when it is loaded."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "evil_plugin.py").write_text(PLUGIN)
    info = folder / "evil_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[factlint.selectors]\nalways = evil_plugin:Always\n")
    return folder


def test_plugins_are_not_even_imported(fork, plugin):
    fork.edit("claims/city.yaml", "{kind: csv, where: {bridge: Harbour}, column: metres}", "{kind: always}")
    environment = {**os.environ, "PYTHONPATH": str(plugin), "FACTLINT_PLUGINS": ""}

    def run(*arguments):
        command = [sys.executable, "-m", "factlint", "check", "--format", "json", *arguments]
        return subprocess.run(
            command, cwd=fork.root, env=environment, capture_output=True, text=True, check=False
        )

    refused = run("--untrusted", "--base", "main")
    assert refused.returncode == 2
    assert "unknown kind 'always'" in refused.stderr
    assert not (plugin / "ran").exists()
    trusted = run()
    claims = {claim["id"]: claim for claim in json.loads(trusted.stdout)["claims"]}
    assert claims["bridge-length"]["verdict"] == "supported"
    assert (plugin / "ran").exists()


@pytest.fixture
def live(project, loopback, monkeypatch):
    """A base that reads the bridges from a server, which wants a credential; the cache holds the answer."""
    monkeypatch.setenv("FACTLINT_PLUGINS", "on")
    monkeypatch.setenv("TOKEN", "s3cret")
    loopback.routes["/x"] = "bridge,metres\nHarbour,1240\n"
    url = loopback.url("/x")
    project.edit(
        "claims/sources.yaml",
        "kind: file, path: bridges.csv",
        f"kind: http, url: {url}, headers: {{X: '${{TOKEN}}'}}",
    )
    project.write(
        "factlint.yaml",
        "version: 1\nnetwork: {allow_private: 127.0.0.1, credentials: {TOKEN: 127.0.0.1}}\n",
    )
    project.git("init", "-q")
    project.write(".gitignore", ".factlint/\nreports/\n")
    project.commit("Base")
    return project


def test_credentials_are_not_read(live, loopback):
    code, claims = check(live, "--base", "HEAD")
    assert code == 3
    assert claims["bridge-length"]["failures"][0]["code"] == "FL114"
    assert loopback.requests == []


@pytest.fixture
def cached(live, loopback):
    """The same without a credential, read once, so that the cache holds the answer."""
    live.edit("claims/sources.yaml", ", headers: {X: '${TOKEN}'}", "")
    live.commit("Open")
    assert live.check()[0] == 0
    assert (live.root / ".factlint/cache").exists()
    loopback.requests.clear()
    return live


def test_what_trusted_runs_cached_is_read(cached, loopback):
    assert check(cached, "--base", "HEAD")[0] == 0
    assert loopback.requests == []


def test_a_cache_that_the_branch_brings_is_not_read(cached):
    cached.git("add", "-f", ".factlint")
    cached.commit("A gift")
    code, claims = check(cached, "--base", "HEAD~1")
    assert code == 3
    assert claims["bridge-length"]["failures"][0]["code"] == "FL113"


def test_evidence_is_replayed_unless_the_branch_brings_it(cached, loopback, tmp_path_factory):
    kept = tmp_path_factory.mktemp("kept") / "run.warc.gz"
    assert cached.check("--save-evidence", str(kept))[0] == 0
    cached.write("factlint.yaml", "version: 1\nnetwork: {cache: ''}\n")
    cached.commit("No cache")
    loopback.requests.clear()
    assert check(cached, "--base", "HEAD")[0] == 3
    assert check(cached, "--base", "HEAD", "--replay", str(kept))[0] == 0
    assert loopback.requests == []
    (cached.root / "run.warc.gz").write_bytes(kept.read_bytes())
    cached.commit("Evidence")
    result = cached.run("check", "--untrusted", "--base", "HEAD", "--replay", "run.warc.gz")
    assert (result.code, "is a file of the branch" in result.err) == (2, True)
