"""How long a whole check of many live pages takes, beside ``curl -Z`` and urlwatch, and in how much memory.

    python benchmarks/fetch.py [--json] [--pages 200 2000] [--repeat 3] [--urlwatch PATH]

A server on loopback answers after 5 ms; every tool fetches the same pages from it in the same run, so that
ratios hold on any machine. curl only downloads; urlwatch downloads, selects one element and keeps it;
factlint loads one claim a page, fetches, selects, reads, compares, judges and writes the JSON report alone
("fetching" is its client alone). All start from compiled modules. A second check within the time-to-live may
send no request at all.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from _compiled import compiled
from _pages import Server, figure, serving

TARGETS = {"over curl -Z": 9.0, "over urlwatch": 0.3, "peak MiB": 60.0}

Prepare = Callable[[Path, Server, int], list[str]]


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds of wall time and MiB of peak resident memory."""

    seconds: float
    peak: float


def curl(folder: Path, server: Server, pages: int) -> list[str]:
    """Write what curl needs to fetch the pages, and return its command."""
    lines = [f'url = "{server.url(number)}"\noutput = "{folder}/{number}"\n' for number in range(pages)]
    (folder / "curl").write_text("".join(lines))
    return ["curl", "--silent", "--parallel", "--config", str(folder / "curl")]


def urlwatch(program: str) -> Prepare:
    """Return what prepares urlwatch at ``program``."""

    def prepare(folder: Path, server: Server, pages: int) -> list[str]:
        jobs = "---\n".join(
            f"url: {server.url(number)}\nfilter:\n  - css: '#count b'\n" for number in range(pages)
        )
        (folder / "urls.yaml").write_text(jobs)
        (folder / "config.yaml").write_text("report: {text: {}}\n")
        paths = {"urls": "urls.yaml", "config": "config.yaml", "cache": "cache.db", "hooks": "hooks.py"}
        return [
            program,
            *(part for name, path in paths.items() for part in (f"--{name}", str(folder / path))),
        ]

    return prepare


def factlint(folder: Path, server: Server, pages: int) -> list[str]:
    """Write a project with one claim a page, and return the command that checks it."""
    settings = {
        "claims": "claims.yaml",
        "sources": "sources.yaml",
        "reports": "",
        "network": {"allow_private": ["127.0.0.1"], "per_host": 16, "rate": 0},
    }
    address = {"kind": "http", "url": f"{server.base}/page/{{page}}", "ttl": "1h", "publisher": "Stations"}
    article = {"title": "The count", "publisher": "The Paper", "published": "2025-08-28"}
    claims = [_claim(number) for number in range(pages)]
    for name, data in {
        "factlint.yaml": {"version": "1", **settings},
        "sources.yaml": {"version": "1", "sources": {"stations": address}},
        "claims.yaml": {"version": "1", "article": article, "claims": claims},
    }.items():
        (folder / name).write_text(json.dumps(data, indent=1))
    report = ["--format", "json", "--output", str(folder / "report.json")]
    return [sys.executable, "-m", "factlint", "check", str(folder / "claims.yaml"), *report]


def fetching(folder: Path, server: Server, pages: int) -> list[str]:
    """Return the command that fetches the pages with factlint's client and does no more."""
    script = Path(__file__).with_name("_fetching.py")
    return [sys.executable, str(script), server.base, str(pages), str(folder)]


def _claim(number: int) -> dict[str, object]:
    reference = {
        "source": "stations",
        "query": {"page": str(number)},
        "select": {"kind": "css", "selector": "#count b"},
    }
    return {
        "id": f"station-{number}",
        "quote": f"{figure(number)} birds at station {number}",
        "value": f"{figure(number)} birds",
        "type": "quantity",
        "references": [reference],
    }


def run(command: list[str], folder: Path, environment: dict[str, str]) -> Run:
    """Run a command to its end. Raises SystemExit with its output if it fails."""
    log = folder / "log"
    with log.open("wb") as sink:
        start = time.perf_counter()
        actions = [(os.POSIX_SPAWN_DUP2, sink.fileno(), 1), (os.POSIX_SPAWN_DUP2, sink.fileno(), 2)]
        pid = os.posix_spawnp(command[0], command, environment, file_actions=actions)
        _, status, usage = os.wait4(pid, 0)
        seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise SystemExit(f"{command[0]} exited {code}:\n{log.read_text(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def cold(prepare: Prepare, server: Server, pages: int, environment: dict[str, str]) -> Run:
    """Run a tool in an empty folder."""
    with tempfile.TemporaryDirectory() as name:
        return run(prepare(Path(name), server, pages), Path(name), environment)


def warm(server: Server, pages: int, environment: dict[str, str]) -> tuple[Run, int]:
    """Check twice; return the second run and the number of requests that it sent."""
    with tempfile.TemporaryDirectory() as name:
        command = factlint(Path(name), server, pages)
        run(command, Path(name), environment)
        before = server.served()
        again = run(command, Path(name), environment)
        return again, server.served() - before


def measure(server: Server, pages: int, repeat: int, tools: dict[str, Prepare]) -> dict[str, float]:
    """Return the figures for one number of pages; times are medians, memory the largest seen."""
    runs: dict[str, list[Run]] = {name: [] for name in tools}
    with compiled() as environment:
        for prepare in tools.values():
            cold(prepare, server, 1, environment)
        for _ in range(repeat):  # in turn, so that a busy spell of the machine meets all of them
            for name, prepare in tools.items():
                runs[name].append(cold(prepare, server, pages, environment))
        second, requests = warm(server, pages, environment)
    seconds = {name: statistics.median(one.seconds for one in of) for name, of in runs.items()}
    figures = {f"{name} s": value for name, value in seconds.items()}
    for other in ("curl -Z", "urlwatch"):
        if other in seconds:
            figures[f"over {other}"] = seconds["factlint"] / seconds[other]
            figures[f"fetching over {other}"] = seconds["fetching"] / seconds[other]
    figures["peak MiB"] = max(one.peak for one in (*runs["factlint"], second))
    figures["fetching peak MiB"] = max(one.peak for one in runs["fetching"])
    figures["within ttl s"] = second.seconds
    return {name: round(value, 3) for name, value in figures.items()} | {"within ttl requests": requests}


def table(results: dict[str, dict[str, float]]) -> str:
    """Lay the figures out as a table, targets beside them."""
    names = list(next(iter(results.values())))
    lines = [f"{'':24}" + "".join(f"{pages + ' pages':>14}" for pages in results) + f"{'target':>10}"]
    for name in names:
        goal = f"<= {TARGETS[name]:g}" if name in TARGETS else "= 0" if "requests" in name else ""
        cells = "".join(f"{figures[name]:>14,.2f}" for figures in results.values())
        lines.append(f"{name:24}{cells}{goal:>10}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--pages", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--urlwatch", default=shutil.which("urlwatch"), help="path of the program")
    asked = parser.parse_args()
    tools: dict[str, Prepare] = {"curl -Z": curl, "fetching": fetching, "factlint": factlint}
    if asked.urlwatch:
        tools["urlwatch"] = urlwatch(asked.urlwatch)
    else:
        print("urlwatch is not installed: not compared with it", file=sys.stderr)
    with serving() as server:
        results = {str(pages): measure(server, pages, asked.repeat, tools) for pages in asked.pages}
    print(json.dumps({"targets": TARGETS, "pages": results}) if asked.json else table(results))


if __name__ == "__main__":
    main()
