"""Kinds that keep the past: clones, hosts of repositories, web archives; and indexes of other fact checks."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from asking import DAY, SLOW_DOWN, address, reply, selected
from factlint.errors import (
    NoDataError,
    OutsideRootError,
    RateLimitedError,
    RefusedError,
    RepositoryError,
    SourceProblem,
    TooLargeError,
    UnexpectedAnswerError,
)
from factlint.sources.client import Client
from loopback import Loopback, Reply, Request

Make = Callable[..., Client]


# -- git -----------------------------------------------------------------------------------------------------


def git(folder: Path, *arguments: str, when: str = "2025-01-01T00:00:00Z") -> str:
    names = {f"GIT_{role}_{part}": "x" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
    command = ["git", "-C", str(folder), "-c", "init.defaultBranch=main", *arguments]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**names, **dates, **alone}
    )
    return done.stdout.strip()


@pytest.fixture
def clone(world: Any) -> Path:
    """A clone with a file that has been changed twice."""
    folder: Path = world.root / "counts"
    folder.mkdir()
    git(folder, "init", "-q")
    for when, count in (
        ("2025-08-01T10:00:00Z", 10),
        ("2025-08-28T23:30:00Z", 20),
        ("2025-08-29T00:30:00Z", 30),
    ):
        (folder / "daily.csv").write_text(f"day,counted\n2025-08-01,{count}\n")
        git(folder, "add", "daily.csv")
        git(folder, "commit", "-q", "-m", str(count), when=when)
    return folder


@pytest.mark.parametrize(("at", "count"), [(DAY, "20"), (date(2025, 8, 27), "10"), (None, "30")])
def test_a_clone_is_read_at_its_last_commit_on_or_before_the_day(
    client: Make, clone: Path, at: date | None, count: str
) -> None:
    source = address(kind="git", repository="counts")
    assert source.vintages
    document = source.read(client(offline=True), {"file": "daily.csv"}, at)
    assert (document.media_type, document.retrieved) == ("text/csv", None)
    assert document.dated == date.fromisoformat(
        git(clone, "log", "-1", "--format=%as", document.address[-40:]).strip()
    )
    assert selected(document, kind="csv", column="counted").text == count
    commits = git(clone, "rev-list", "HEAD").splitlines()
    assert document.address == f"counts/daily.csv@{commits[['30', '20', '10'].index(count)]}"


@pytest.mark.parametrize(
    ("fields", "at", "error"),
    [
        ({"file": "daily.csv"}, date(2024, 1, 1), NoDataError),
        ({"file": "nowhere.csv"}, DAY, NoDataError),
        ({"file": "../../etc/passwd"}, DAY, NoDataError),
        ({"file": "daily.csv", "branch": "nosuch"}, DAY, RepositoryError),
        ({"file": "daily.csv", "repository": "nowhere"}, DAY, RepositoryError),
        ({"file": "daily.csv", "repository": ".."}, DAY, OutsideRootError),
    ],
)
def test_what_a_clone_does_not_hold_is_named(
    client: Make, clone: Path, fields: dict[str, str], at: date, error: type[SourceProblem]
) -> None:
    with pytest.raises(error):
        address(**{"kind": "git", "repository": "counts", **fields}).read(client(), {}, at)


def test_a_large_file_of_a_clone_is_refused(client: Make, clone: Path) -> None:
    with pytest.raises(TooLargeError):
        address(kind="git", repository="counts", file="daily.csv").read(client(max_bytes=10), {}, DAY)


def test_a_clones_own_programs_are_never_run(client: Make, clone: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    program = clone / "program"
    program.write_text(f"#!/bin/sh\ntouch {trace}\n")
    program.chmod(0o755)
    (clone / ".gitattributes").write_text("*.csv filter=x diff=x\n")
    git(clone, "add", ".gitattributes")
    git(clone, "commit", "-q", "-m", "attributes")
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "filter.x.smudge",
        "diff.x.textconv",
        "gpg.program",
    ):
        git(clone, "config", key, str(program))
    git(clone, "config", "log.showSignature", "true")
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (clone / ".git" / "hooks" / hook).write_text(program.read_text())
        (clone / ".git" / "hooks" / hook).chmod(0o755)
    assert address(kind="git", repository="counts", file="daily.csv").read(client(), {}, DAY).body
    assert not trace.exists()


def test_a_clone_may_not_borrow_from_outside(client: Make, clone: Path, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside")
    source = address(kind="git", repository="counts", file="daily.csv")
    alternates = clone / ".git" / "objects" / "info" / "alternates"
    alternates.write_text(f"{outside}\n")
    with pytest.raises(RepositoryError, match="borrows"):
        source.read(client(), {}, DAY)
    alternates.unlink()
    (clone / ".git" / "objects").rename(outside / "objects")
    (clone / ".git" / "objects").symlink_to(outside / "objects")
    with pytest.raises(OutsideRootError):
        source.read(client(), {}, DAY)


def hosted(loopback: Loopback) -> Any:
    return address(
        kind="git",
        project="birds/counts",
        file="data/daily.csv",
        commits=loopback.url("/repos/{project}/commits?path={file}&sha={branch}&until={until}"),
        raw=loopback.url("/raw/{project}/{commit}/{file}"),
    )


def test_a_hosted_file_is_read_at_the_commit_of_the_day(client: Make, loopback: Loopback) -> None:
    commit = "c" * 40
    told = {"sha": commit, "commit": {"committer": {"date": "2025-08-27T23:30:00-02:00"}}}
    loopback.routes["/repos/birds/counts/commits"] = reply([told])
    loopback.routes[f"/raw/birds/counts/{commit}/data/daily.csv"] = "then"
    loopback.routes["/raw/birds/counts/HEAD/data/daily.csv"] = "now"
    then, now = (hosted(loopback).read(client(), {}, at) for at in (DAY, None))
    assert (then.body, then.dated) == (b"then", DAY)
    assert (now.body, now.dated) == (b"now", None)
    sent = parse_qs(urlsplit(loopback.requests[0].path).query)
    assert sent == {"path": ["data/daily.csv"], "sha": ["HEAD"], "until": ["2025-08-28T23:59:59Z"]}


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (reply([]), NoDataError),
        (reply({"message": "API rate limit exceeded"}, 403), RefusedError),
        (reply({"message": "?"}), UnexpectedAnswerError),
        (reply([{"sha": "../../evil"}]), UnexpectedAnswerError),
        (reply(["?"]), UnexpectedAnswerError),
        (SLOW_DOWN, RateLimitedError),
    ],
)
def test_a_hosts_faults_are_named(
    client: Make, loopback: Loopback, answer: Reply, error: type[SourceProblem]
) -> None:
    loopback.routes["/repos/birds/counts/commits"] = answer
    with pytest.raises(error):
        hosted(loopback).read(client(retries=0), {}, DAY)


@pytest.mark.parametrize(
    "fields", [{}, {"repository": "x", "project": "a/b"}, {"repository": "x", "branch": "-x"}]
)
def test_a_repository_is_named_in_one_way(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"repository|branch"):
        address(kind="git", file="f", **fields)


# -- Memento -------------------------------------------------------------------------------------------------

PAGE = "http://birds.example/counts?a=1"


class Archive:
    """A web archive with an index, and captures that may answer with another moment than asked."""

    def __init__(self, loopback: Loopback, *stamps: str) -> None:
        self.stamps = stamps
        self.loopback = loopback
        loopback.routes["/cdx/search/cdx"] = self.index

    def index(self, request: Request) -> Reply:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}
        assert (asked["url"], asked["limit"], asked["filter"]) == (PAGE, "-1", "statuscode:200")
        found = [stamp for stamp in self.stamps if stamp <= asked.get("to", "9")]
        for stamp in found:
            self.loopback.routes.setdefault(f"/web/{stamp}id_/{PAGE}", f"as of {stamp}")
        return reply([["timestamp", "original"], *([stamp, PAGE] for stamp in found[-1:])] if found else [])


def archived(loopback: Loopback, **fields: str) -> Any:
    return address(kind="memento", base=loopback.url(""), url=PAGE, **fields)


@pytest.mark.parametrize(("at", "stamp"), [(DAY, "20250828235959"), (None, "20250829000000")])
def test_the_last_capture_on_or_before_the_day_is_read(
    client: Make, loopback: Loopback, at: date | None, stamp: str
) -> None:
    Archive(loopback, "20240101000000", "20250828235959", "20250829000000")
    document = archived(loopback).read(client(), {}, at)
    assert document.body == f"as of {stamp}".encode()
    assert f"{document.dated:%Y%m%d}" == stamp[:8]
    assert archived(loopback).location == PAGE


def test_no_capture_yet_is_no_data(client: Make, loopback: Loopback) -> None:
    Archive(loopback, "20250829000000")
    with pytest.raises(NoDataError, match=r"no copy .* on or before 2025-08-28"):
        archived(loopback).read(client(), {}, DAY)


def test_a_capture_that_turns_out_later_is_refused(client: Make, loopback: Loopback) -> None:
    Archive(loopback, "20250801000000")
    later = f"/web/20250903000000id_/{PAGE}"
    loopback.routes[f"/web/20250801000000id_/{PAGE}"] = Reply(status=302, headers={"Location": later})
    loopback.routes[later] = "too late"
    with pytest.raises(NoDataError, match="the nearest is of 2025-09-03"):
        archived(loopback).read(client(), {}, DAY)


def test_what_the_capture_says_of_itself_counts(client: Make, loopback: Loopback) -> None:
    Archive(loopback, "20250801000000")
    told = {"Memento-Datetime": "Fri, 29 Aug 2025 00:00:00 GMT"}
    loopback.routes[f"/web/20250801000000id_/{PAGE}"] = Reply("words", headers=told)
    with pytest.raises(NoDataError, match="2025-08-29"):
        archived(loopback).read(client(), {}, DAY)


def test_a_timegate_is_asked_for_the_end_of_the_day(client: Make, loopback: Loopback) -> None:
    loopback.routes[f"/gate/{PAGE}"] = Reply(
        status=302, headers={"Location": "/copy", "Vary": "accept-datetime"}
    )
    loopback.routes["/copy"] = Reply("words", headers={"Memento-Datetime": "Thu, 28 Aug 2025 12:00:00 GMT"})
    source = archived(loopback, timegate=loopback.url("/gate/"))
    assert source.read(client(), {}, DAY).body == b"words"
    assert loopback.requests[0].headers["accept-datetime"] == "Thu, 28 Aug 2025 23:59:59 GMT"
    with pytest.raises(NoDataError, match="the nearest is of 2025-08-28"):
        source.read(client(cache=""), {}, date(2025, 8, 27))


def test_a_page_that_is_no_memento_is_refused(client: Make, loopback: Loopback) -> None:
    loopback.routes[f"/gate/{PAGE}"] = "the live page"
    with pytest.raises(UnexpectedAnswerError, match="when it was captured"):
        archived(loopback, timegate=loopback.url("/gate/")).read(client(), {}, DAY)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (reply({"message": "?"}), UnexpectedAnswerError),
        (reply([["timestamp", "original"], ["now", PAGE]]), UnexpectedAnswerError),
        (Reply("<html>busy</html>"), UnexpectedAnswerError),
        (SLOW_DOWN, RateLimitedError),
    ],
)
def test_an_archives_faults_are_named(
    client: Make, loopback: Loopback, answer: Reply, error: type[SourceProblem]
) -> None:
    loopback.routes["/cdx/search/cdx"] = answer
    with pytest.raises(error):
        archived(loopback).read(client(retries=0), {}, DAY)


# -- ClaimReview ---------------------------------------------------------------------------------------------


def test_other_reviews_are_records_that_settle_nothing(client: Make, loopback: Loopback, world: Any) -> None:
    world.environment = {"KEY": "s3cr3t"}
    review = {"publisher": {"name": "Bird Desk", "site": "desk.example"}, "url": "https://desk.example/1", "textualRating": "Half true", "reviewDate": "2025-08-01T00:00:00Z"}  # fmt: skip
    first = {
        "claims": [{"text": "Birds", "claimant": "A", "claimReview": [review, {}]}],
        "nextPageToken": "t",
    }

    def answer(request: Request) -> Reply:
        return reply({}) if "pageToken=t" in request.path else reply(first)

    loopback.routes["/v1/claims:search"] = answer
    source = address(kind="claimreview", base=loopback.url("/v1"), credential="KEY", language="en")
    assert not source.settles
    one = client(credentials={"KEY": ("127.0.0.1",)})
    document = source.read(one, {"text": "birds & bees"}, None)
    found = selected(document, kind="records", where={"publisher": "Bird Desk"}, column="rating")
    assert (found.text, found.provenance.address) == ("Half true", "https://desk.example/1")
    assert "query=birds%20%26%20bees" in loopback.requests[0].path
    assert "s3cr3t" not in document.address
    loopback.routes["/v1/claims:search"] = reply({})
    with pytest.raises(NoDataError):
        source.read(one, {"text": "nothing"}, None)


def test_a_clone_that_lacks_objects_fetches_none(client: Make, clone: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {trace}\n")
    program.chmod(0o755)
    blob = git(clone, "rev-parse", "HEAD~1:daily.csv")
    (clone / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    settings = {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{program}",
        "protocol.ext.allow": "always",
    }
    for key, value in settings.items():
        git(clone, "config", key, value)
    with pytest.raises(NoDataError):
        address(kind="git", repository="counts", file="daily.csv").read(client(), {}, DAY)
    assert not trace.exists()


def test_a_branch_that_a_clone_lacks_is_named(client: Make, clone: Path) -> None:
    source = address(kind="git", repository="counts", branch="dev", file="daily.csv")
    with pytest.raises(RepositoryError, match=r"git: fatal: .*'dev'"):
        source.read(client(), {}, DAY)


def test_a_file_without_commits_is_named_with_its_project(client: Make, loopback: Loopback) -> None:
    loopback.routes["/repos/birds/counts/commits"] = reply([])
    source = hosted(loopback)
    with pytest.raises(NoDataError, match=r"^FL121 birds/counts has no commit of other\.csv on or before"):
        source.model_copy(update={"file": ""}).read(client(), {"file": "other.csv"}, DAY)
