"""Most, all, few: "a majority of members voted for it" from the share who did."""

from __future__ import annotations

import re
from dataclasses import replace

from factlint.prose.base import PartFinding
from factlint.prose.reckoning.base import Asker, finding
from factlint.verdict import Verdict

_LEAD = r"^(?P<lead>(?:(?:In|By|On|At|Since) [^,;]{2,60}, )?)(?:Only |Just |only |just )?"
_REST = r"(?: of)?(?: the)? (?P<rest>[^\W\d].+)$"
_MEANS: dict[str, tuple[str, str]] = {
    r"(?:an?|the) (?:clear |large |small |narrow |slim |bare |absolute |simple )?majority|most": (
        "More than 50%", "Fewer than 50%",
    ),
    r"(?:an?|the) (?:small |tiny |large )?minority": ("Fewer than 50%", "More than 50%"),
    r"almost all|nearly all|virtually all|the (?:vast|overwhelming|great) majority": ("More than 85%", "Fewer than 75%"),
    r"all|every one": ("Exactly 100%", "Fewer than 99%"),
}  # fmt: skip
_FORMS = [
    (re.compile(f"{_LEAD}(?P<many>{words}){_REST}", re.IGNORECASE), means) for words, means in _MEANS.items()
]
_WEAKER = r"\b(?:{})(?: of)?(?: the| its| their| his| her)?(?: [\w’'-]+)? "
_SOME = "many|some|several|few|half|part|minority|number"
_NEARLY = f"{_SOME}|most|majority"
_SHARE = re.compile(r"\d ?%|\bper ?cent\b|\b(?:half|third|quarter|one in)\b")


def claims(text: str) -> bool:
    """Whether a claim tells a share in a word: most, all, a minority."""
    return _read(text) is not None


def settle(ask: Asker) -> list[PartFinding]:
    """Decide a share told in a word, where the passages give a figure or a bound for it."""
    read = _read(ask.claim.text)
    if read is None:
        return []
    said, (means, contrary) = read
    for share, verdict in ((means, Verdict.SUPPORTED), (contrary, Verdict.REFUTED)):
        parts = ask.parts(f"{said['lead']}{_in_lead(share, said['lead'])} of the {said['rest']}")
        best = next((p.best for p in parts if p.kind == "quantity" and p.best is not None), None)
        if best is not None and parts and all(part.verdict is Verdict.SUPPORTED for part in parts):
            return [finding(ask.claim.text, verdict, f"it is '{best.found}'", best)]
    return []


def guarded(text: str, plain: list[PartFinding]) -> list[PartFinding]:
    """Leave open what is said of all or most where the passage says it of fewer, or gives a share of its own."""
    read = _read(text)
    if read is None or "minority" in read[0]["many"]:
        return plain
    many, noun = read[0]["many"].lower(), re.escape(read[0]["rest"].split(" ")[0][:6])
    fewer = _NEARLY if many in ("all", "every one") or many.endswith(" all") else _SOME
    weaker = re.compile(_WEAKER.format(fewer) + noun, re.IGNORECASE)
    return [_opened(part) if _is_of_fewer(part, weaker) else part for part in plain]


def _is_of_fewer(part: PartFinding, weaker: re.Pattern[str]) -> bool:
    if part.best is None or part.kind not in ("date", "statement"):
        return False
    if part.verdict is Verdict.REFUTED:
        return bool(_SHARE.search(part.best.passage))
    return part.verdict is Verdict.SUPPORTED and bool(weaker.search(part.best.passage))


def _read(text: str) -> tuple[re.Match[str], tuple[str, str]] | None:
    found = ((form.match(text), means) for form, means in _FORMS)
    return next(((match, means) for match, means in found if match), None)


def _in_lead(share: str, lead: str) -> str:
    return share[0].lower() + share[1:] if lead else share


def _opened(part: PartFinding) -> PartFinding:
    return replace(part, verdict=Verdict.NOT_ENOUGH, reason="the passage says it of another share")
