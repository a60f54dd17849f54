"""How long factlint takes to say its version and its help, beside urlwatch's ``--version``, in the same run.

    python benchmarks/startup.py [--json] [--repeats 15] [--urlwatch PATH]

Runs of all commands alternate, and the fastest of each counts, so that ratios hold on any machine. Without
urlwatch the times stand alone.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from _compiled import compiled

TARGETS = {"factlint --version": 0.1, "factlint --help": 0.5}
PEER = "urlwatch --version"


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Run a command once and return how long it took."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def measured(commands: dict[str, list[str]], repeats: int) -> dict[str, float]:
    """Return the fastest time of each command; the runs alternate."""
    with compiled() as environment:
        for command in commands.values():
            seconds(command, environment)
        rounds = [
            {name: seconds(command, environment) for name, command in commands.items()}
            for _ in range(repeats)
        ]
    return {name: min(times[name] for times in rounds) for name in commands}


def main() -> int:
    """Measure and print; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--urlwatch", default=shutil.which("urlwatch") or "", help="its program")
    options = parser.parse_args()

    program = str(Path(sys.executable).with_name("factlint"))
    commands = {name: [program, name.split()[1]] for name in TARGETS}
    if options.urlwatch:
        commands[PEER] = [options.urlwatch, "--version"]
    times = measured(commands, options.repeats)
    peer = times.get(PEER)
    rows = [
        {"command": name, "ms": round(1000 * taken, 1)}
        | ({"ratio": round(taken / peer, 3), "target": TARGETS[name]} if peer and name in TARGETS else {})
        for name, taken in times.items()
    ]
    print(json.dumps(rows) if options.json else table(rows, bool(peer)))
    return int(any("target" in row and row["ratio"] > row["target"] for row in rows))


def table(rows: list[dict[str, float]], compared: bool) -> str:
    """Write the rows for people."""
    lines = [f"{'command':20} {'ms':>7} {'x urlwatch':>11} {'target':>7}"]
    lines += [
        f"{row['command']:20} {row['ms']:>7} {row.get('ratio', ''):>11} {row.get('target', ''):>7}"
        for row in rows
    ]
    return "\n".join([*lines] if compared else [*lines, "skipped: urlwatch isn't here (--urlwatch PATH)"])


if __name__ == "__main__":
    sys.exit(main())
