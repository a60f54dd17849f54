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
_WEAKER = r"\b(?:most|many|some|several|few|half|part|majority|minority|number|almost all|nearly all)(?: of)?(?: the| its| their| his| her)?(?: [\w’'-]+)? "
_ALL = re.compile(
    r"(?:almost |nearly |virtually )?all|every one|the (?:vast|overwhelming|great) majority", re.IGNORECASE
)


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
    """Leave open what is said of all where the passage says it of most or some."""
    read = _read(text)
    if read is None or not _ALL.fullmatch(read[0]["many"]):
        return plain
    noun = re.escape(read[0]["rest"].split(" ")[0][:6])
    weaker = re.compile(_WEAKER + noun, re.IGNORECASE)
    return [_opened(part) if part.best and weaker.search(part.best.passage) else part for part in plain]


def _read(text: str) -> tuple[re.Match[str], tuple[str, str]] | None:
    found = ((form.match(text), means) for form, means in _FORMS)
    return next(((match, means) for match, means in found if match), None)


def _in_lead(share: str, lead: str) -> str:
    return share[0].lower() + share[1:] if lead else share


def _opened(part: PartFinding) -> PartFinding:
    if part.verdict is not Verdict.SUPPORTED:
        return part
    return replace(part, verdict=Verdict.NOT_ENOUGH, reason="the passage doesn't say it of all")
