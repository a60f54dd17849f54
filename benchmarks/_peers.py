"""Two packages on the labelled pairs, in an environment of their own: pairs as JSON in, labels as JSON out.

Neither has our three labels, so each is given the mappings a careful user would choose, and every one is reported.

onus: numbers and dates only (its model is left out). Every claim it sees "supported" or "derived" -> supported.
    Anything "unsupported" -> not enough evidence, or refuted in the second row: it doesn't tell them apart. A
    sentence in which it sees no number -> not enough evidence.
rag-quantguard: VERIFIED or APPROXIMATE -> supported, CONTRADICTED -> refuted, UNSUPPORTED, AMBIGUOUS and
    NOT_APPLICABLE -> not enough evidence; the weakest of a sentence's claims decides, and a sentence without
    one -> not enough evidence. The second row adds the fallback it ships for sentences without numbers.

What raises is answered "error", which is wrong; the same goes for factlint.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

Predict = Callable[[str, str], str]
SUPPORTED, REFUTED, LACKING = "supported", "refuted", "not-enough-evidence"


def onus(unsupported: str) -> Predict:
    """Return onus without a model, with what its "unsupported" is taken for."""
    from onus import engine, evidence, settings

    chosen = settings.Settings()
    chosen.llm = False
    path = Path(tempfile.mkdtemp()) / "claim.md"

    def predict(claim: str, passage: str) -> str:
        path.write_text(claim, encoding="utf-8")
        found = engine.check(path, evidence.load(texts=[passage]), chosen).claims
        if not found:
            return LACKING
        return unsupported if any(each.status == "unsupported" for each in found) else SUPPORTED

    return predict


def quantguard(*, fallback: bool) -> Predict:
    """Return rag-quantguard as it comes, or with its lexical fallback."""
    from quantguard import QuantitativeGuard
    from quantguard.fallback.base import LexicalOverlapFallback

    guard = QuantitativeGuard(fallback_handler=LexicalOverlapFallback() if fallback else None)

    def predict(claim: str, passage: str) -> str:
        statuses = {result.status.value for result in guard.verify(claim, [passage]).results}
        if "CONTRADICTED" in statuses:
            return REFUTED
        return SUPPORTED if statuses and statuses <= {"VERIFIED", "APPROXIMATE"} else LACKING

    return predict


MAKERS: dict[str, Callable[[], Predict]] = {
    "onus": lambda: onus(LACKING),
    "onus, unsupported = refuted": lambda: onus(REFUTED),
    "rag-quantguard": lambda: quantguard(fallback=False),
    "rag-quantguard, fallback": lambda: quantguard(fallback=True),
}


def answer(predict: Predict, claim: str, passage: str) -> str:
    """Return the prediction, or "error" where it raised."""
    try:
        return predict(claim, passage)
    except Exception:
        return "error"


def main() -> None:
    """Answer every pair of standard input with every peer that can be imported."""
    pairs = json.load(sys.stdin)
    answers = {}
    for name, make in MAKERS.items():
        predict = make()
        answer(predict, *pairs[0])
        started = time.perf_counter()
        labels = [answer(predict, claim, passage) for claim, passage in pairs]
        answers[name] = {"labels": labels, "ms": (time.perf_counter() - started) / len(pairs) * 1000}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
