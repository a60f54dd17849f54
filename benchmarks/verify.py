"""How often ``verify`` is right about a claim and a passage, on labelled pairs full of distractors.

    python benchmarks/verify.py [--json] [--kinds] [--peers] [--misses build|test] [--pairs DIR]

The pairs (``pairs/*.yaml``) are split by the first hex digit of the sha256 of their id: even is the build half,
which the engine may be improved on, odd is the test half, which nobody looks at. ``--misses build`` prints what
went wrong in full. "Wrongly supported" is a pair called supported that is not; "wrongly refuted" likewise.
The files fourth- to seventh- were written without sight of the engine; run on them for the first time, it was right
about 38, 41, 32 and 49 % of the pairs, which is the nearest thing to a figure for pages that nobody has seen.
Beside factlint stands a constant answer (the commonest label) and, with ``--peers``, two packages from PyPI,
installed into a temporary environment; ``_peers.py`` says how their answers are read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LABELS = ("supported", "refuted", "not-enough-evidence")
HALVES = ("build", "test")
PEERS = ("onus==0.1.0", "rag-quantguard==0.2.4")
TARGETS = {"test accuracy": 0.9, "wrongly supported": 0, "ms per pair": 10.0}


@dataclass(frozen=True)
class Pair:
    """One claim, the passage to judge it by, and the verdict that is right."""

    id: str
    kind: str
    claim: str
    passage: str
    label: str
    why: str

    @property
    def half(self) -> str:
        return HALVES[int(hashlib.sha256(self.id.encode()).hexdigest()[0], 16) % 2]


@dataclass(frozen=True)
class Answers:
    """What one tool answered to each pair, in order, and how long it took a pair."""

    labels: list[str]
    ms: float = 0.0


def load(folder: Path) -> list[Pair]:
    """Return every pair of the folder's files, in the order of file and place."""
    import yaml

    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))]
    return [
        Pair(kind=file["kind"], **{**pair, "passage": pair["passage"].strip()})
        for file in files
        for pair in file["pairs"]
    ]


def ours(pairs: Sequence[Pair]) -> tuple[Answers, list[str]]:
    """Return factlint's answers, and its reasons. What raises is answered ``error``."""
    from factlint.prose import verify

    def ask(pair: Pair) -> tuple[str, str]:
        try:
            finding = verify(pair.claim, [pair.passage])
        except Exception as error:
            return "error", repr(error)
        return str(finding.verdict), finding.reason

    ask(pairs[0])
    started = time.perf_counter()
    said = [ask(pair) for pair in pairs]
    took = (time.perf_counter() - started) / len(pairs) * 1000
    return Answers([label for label, _ in said], took), [reason for _, reason in said]


def constant(pairs: Sequence[Pair]) -> Answers:
    """Return the commonest label, for every pair."""
    commonest = Counter(pair.label for pair in pairs).most_common(1)[0][0]
    return Answers([commonest] * len(pairs))


def peers(pairs: Sequence[Pair]) -> dict[str, Answers]:
    """Return what the peers answered, or nothing, with a message, where they can't be installed or run."""
    asked = json.dumps([(pair.claim, pair.passage) for pair in pairs])
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder, "bin", "python"))
        try:
            subprocess.run(
                [python, "-m", "pip", "install", "--quiet", *PEERS], check=True, capture_output=True
            )
            command = [python, str(HERE / "_peers.py")]
            ran = subprocess.run(command, input=asked, check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"skipped the peers: {error}\n{getattr(error, 'stderr', '')}", file=sys.stderr)
            return {}
    return {name: Answers(**found) for name, found in json.loads(ran.stdout).items()}


def figures(pairs: Sequence[Pair], answers: Answers, **wanted: str) -> dict[str, float]:
    """Return the accuracy and both kinds of error over the pairs whose half, kind or label is the one wanted."""
    kept = [
        (pair.label, said)
        for pair, said in zip(pairs, answers.labels, strict=True)
        if all(getattr(pair, name) == value for name, value in wanted.items())
    ]
    return {
        "pairs": len(kept),
        "accuracy": round(sum(right == said for right, said in kept) / max(1, len(kept)), 4),
        "wrongly_supported": sum(said == "supported" != right for right, said in kept),
        "wrongly_refuted": sum(said == "refuted" != right for right, said in kept),
    }


def summary(pairs: Sequence[Pair], answers: Answers) -> dict[str, object]:
    """Return one tool's figures: each half, each label's recall, and its pace."""
    return {
        **{half: figures(pairs, answers, half=half) for half in HALVES},
        "recall": {label: figures(pairs, answers, label=label)["accuracy"] for label in LABELS},
        "ms_per_pair": round(answers.ms, 2),
    }


def by_kind(pairs: Sequence[Pair], answers: Answers) -> dict[str, dict[str, dict[str, float]]]:
    """Return the figures of each kind in each half."""
    kinds = dict.fromkeys(pair.kind for pair in pairs)
    return {kind: {half: figures(pairs, answers, kind=kind, half=half) for half in HALVES} for kind in kinds}


def show(results: dict[str, dict]) -> None:
    """Print a row a tool: accuracy, wrongly supported and wrongly refuted in each half, and the pace."""
    print(f"{'':28} {'build':>7} {'w.sup':>5} {'w.ref':>5}   {'test':>7} {'w.sup':>5} {'w.ref':>5}   ms/pair")
    for name, row in results.items():
        print(f"{name:28} {_halves(row)}   {row['ms_per_pair']:7.2f}")


def _halves(row: dict[str, dict[str, float]]) -> str:
    cells = [row[half] for half in HALVES]
    return "   ".join(
        f"{cell['accuracy']:7.1%} {cell['wrongly_supported']:5} {cell['wrongly_refuted']:5}" for cell in cells
    )


def misses(pairs: Sequence[Pair], answers: Answers, reasons: Sequence[str], half: str) -> Iterable[str]:
    """Yield each wrong answer of the half in full."""
    for pair, said, reason in zip(pairs, answers.labels, reasons, strict=True):
        if pair.half == half and said != pair.label:
            yield f"{pair.id} ({pair.kind}): {said}, should be {pair.label}: {pair.why}"
            yield f"  claim    {pair.claim}\n  passage  {pair.passage}\n  reason   {reason}\n"


def main() -> None:
    """Run and print the measurements."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--json", action="store_true", help="one JSON object of figures")
    options.add_argument("--kinds", action="store_true", help="a row a kind as well")
    options.add_argument("--peers", action="store_true", help="install and run the peers too")
    options.add_argument("--misses", choices=HALVES, help="print this half's wrong answers in full")
    options.add_argument("--pairs", type=Path, default=HERE / "pairs", help="the folder of labelled pairs")
    chosen = options.parse_args()
    pairs = load(chosen.pairs)
    answers, reasons = ours(pairs)
    tools = {"factlint": answers, "constant": constant(pairs), **(peers(pairs) if chosen.peers else {})}
    results = {name: summary(pairs, tool) for name, tool in tools.items()}
    kinds = by_kind(pairs, answers)
    if chosen.json:
        print(json.dumps({"pairs": len(pairs), "targets": TARGETS, "tools": results, "kinds": kinds}))
        return
    show(results)
    if chosen.kinds:
        print()
        for kind, row in kinds.items():
            print(f"{kind:28} {_halves(row)}")
    if chosen.misses:
        print("\n" + "\n".join(misses(pairs, answers, reasons, chosen.misses)))


if __name__ == "__main__":
    main()
