"""Speed and linearity of ``values.scan`` on generated news text.

    python benchmarks/values.py [--json] [--mb 2] [--repeats 3]

Prints MB of text a second for growing texts (a linear reader holds its pace), and for texts made to be hard.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from datetime import date

from factlint.values import Context, scan

_CONTEXT = Context(locale="en", reference=date(2025, 8, 28), date_order="dmy")
_PEOPLE = [
    "officials",
    "the ministry",
    "residents",
    "analysts",
    "two aides",
    "the mayor",
    "a spokeswoman",
    "critics",
]
_PLACES = ["Gaza", "Kharkiv", "Nairobi", "São Paulo", "Lyon", "the capital", "the region", "northern Iraq"]
_VERBS = ["said", "warned", "added", "told reporters", "insisted", "wrote in a statement"]
_PLAIN = [
    "The measures were agreed after talks that officials described as frank and constructive.",
    "Nobody claimed responsibility, and the authorities gave no details of the investigation.",
    "Aid agencies have warned for months that supplies of food, water and medicine are running out.",
    "The opposition accused the government of failing to protect people who had fled their homes.",
    "He has denied wrongdoing and is expected to appeal against the decision in the coming weeks.",
    "Critics of the plan say it would do little to help families who are struggling with rising rents.",
    "Rescue teams searched the rubble through the night while relatives waited behind the barriers.",
]
_FACTS = [
    "At least {n} people were killed and {m} wounded in {place} on {day} {month}, {who} {verb}.",
    "Inflation fell to {p}% in {month} from {q}% a year earlier, while wages rose by {p}%.",
    "The company made a profit of ${p}bn in the third quarter, up {q}% from £{n}m in {year}.",
    "About {n},{m} people, or one in five, fled {place} between {month} and {month2} {year}.",
    "{Who} {verb} that some two-thirds of the {n} homes had been damaged since {year}.",
    "The fire burned {n} square kilometres ({m} sq miles) north of {place} in just three days.",
]  # fmt: skip
_MONTHS = ["January", "March", "June", "August", "October", "December"]


def news(size: int, seed: int = 7) -> str:
    """Return about ``size`` bytes of invented news: about seven values a kilobyte."""
    rng = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = rng.choice(_PLAIN) if rng.random() < 0.82 else _fact(rng)
        parts.append(sentence)
        length += len(sentence) + 1
        if rng.random() < 0.25:
            parts[-1] += "\n"
    return " ".join(parts)[:size]


def _fact(rng: random.Random) -> str:
    who = rng.choice(_PEOPLE)
    return rng.choice(_FACTS).format(
        n=rng.randint(11, 980), m=rng.randint(100, 999), p=round(rng.uniform(1, 20), 1), q=round(rng.uniform(1, 20), 1),
        day=rng.randint(1, 28), month=rng.choice(_MONTHS), month2=rng.choice(_MONTHS), year=rng.randint(1990, 2025),
        place=rng.choice(_PLACES), who=who, Who=who.capitalize(), verb=rng.choice(_VERBS),
    )  # fmt: skip


HARD = {
    "digits": lambda size: "7" * size,
    "digit groups": lambda size: "1,234," * (size // 6),
    "number words": lambda size: "one hundred and " * (size // 16),
    "hyphens": lambda size: "5-" * (size // 2),
    "brackets": lambda size: "(" * size,
    "figures": lambda size: "12 34.5% $6m " * (size // 13),
    "spaces": lambda size: " " * size,
    "between": lambda size: "between 5 and " * (size // 14),
    "quotes": lambda size: '10" ' * (size // 4),
    "halves": lambda size: "½" * size,
    "of of": lambda size: "of 5 of " * (size // 8),
    "days": lambda size: "the first week of May to " * (size // 25),
}


def pace(text: str, repeats: int) -> tuple[float, int]:
    """Return the best MB/s of ``repeats`` passes and how many values were found."""
    size = len(text.encode())
    best, found = float("inf"), 0
    for _ in range(repeats):
        started = time.process_time()
        found = len(scan(text, _CONTEXT))
        best = min(best, time.process_time() - started)
    return size / best / 1e6, found


def measure(megabytes: float, repeats: int) -> dict[str, object]:
    """Measure news of growing size, and hard texts at two sizes whose ratio shows growth."""
    scan(news(50_000), _CONTEXT)
    sizes = [int(megabytes * 1e6 * share) for share in (0.125, 0.25, 0.5, 1)]
    growth = [{"bytes": size, "mb_per_s": round(pace(news(size), repeats)[0], 2)} for size in sizes]
    hard = {}
    for name, make in HARD.items():
        small, large = (pace(make(size), repeats)[0] for size in (50_000, 200_000))
        hard[name] = {"mb_per_s": round(large, 2), "slowdown_at_4x": round(small / large, 2)}
    _, found = pace(news(sizes[-1]), 1)
    return {"news": growth, "values_per_kb": round(found / (sizes[-1] / 1000), 1), "hard": hard}


def main() -> None:
    """Run and print the measurements."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--json", action="store_true")
    options.add_argument("--mb", type=float, default=2.0)
    options.add_argument("--repeats", type=int, default=3)
    chosen = options.parse_args()
    result = measure(chosen.mb, chosen.repeats)
    if chosen.json:
        json.dump(result, sys.stdout)
        print()
        return
    for row in result["news"]:  # type: ignore[attr-defined]
        print(f"news {row['bytes'] / 1e6:8.3f} MB  {row['mb_per_s']:8.2f} MB/s")
    print(f"values per kB {result['values_per_kb']}")
    for name, row in result["hard"].items():  # type: ignore[attr-defined]
        print(
            f"hard {name:14} {row['mb_per_s']:8.2f} MB/s  pace at 50 kB / pace at 200 kB {row['slowdown_at_4x']}"
        )


if __name__ == "__main__":
    main()
