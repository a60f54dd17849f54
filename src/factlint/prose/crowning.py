"""Comparisons that crown one thing: "no mountain is higher than Everest" says that Everest is the highest mountain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.prose.phrases import SUBJECT
from factlint.prose.sentence import Sentence

_WORDS = r"[\w'’-]+(?: [\w'’-]+){0,5}?"
_MORE = r"(?P<more>[a-z]{2,18}er|better|worse|(?:more|less) [a-z]{3,20})"
_BE = r"(?P<be>is|are|was|were|has been|have been|had been|has ever been|had ever been)"
_END = r"(?=[,.;:!?)]|$)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\bno (?:other )?(?P<kind>{_WORDS}) {_BE} {_MORE} than (?P<one>{_WORDS}){_END}",
        rf"\bnever (?:before )?(?P<be>has|had|have) (?:an? |any )?(?P<kind>{_WORDS}) been {_MORE}"
        rf"(?P<where> (?:in|on|at) {_WORDS})? than (?P<one>{_WORDS}){_END}",
        rf"(?P<one>{_WORDS}) {_BE} {_MORE} than any (?:other )?(?P<kind>{_WORDS}){_END}",
    )
)
_IRREGULAR = {"better": "best", "worse": "worst"}


def crowned(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the stretch of each such comparison, and the superlative that it comes to."""
    if " than " not in sentence.text:
        return
    for form in _FORMS:
        for found in form.finditer(sentence.text):
            said = found.groupdict(default="")
            verb = said["be"] if " " in said["be"] or said["be"] in ("is", "are", "was", "were") else "is"
            words = f"{said['one']} {verb} the {_most(said['more'])} {said['kind']}{said.get('where', '')}"
            yield *found.span(), words


_UNRIVALLED = re.compile(
    rf"\bno (?:other )?(?P<kind>{_WORDS})(?: (?:before or since|since or before|before or after|ever))? "
    rf"(?:has|had) (?:ever )?been {_MORE}{_END}",
    re.IGNORECASE,
)


def unrivalled(sentence: Sentence) -> Iterator[str]:
    """Read "She won at 15; no player before or since has been younger" as "She is the youngest player"."""
    for found in _UNRIVALLED.finditer(sentence.text):
        before = [
            p for p in sentence.phrases if p.role == SUBJECT and sentence.tokens[p.last].end < found.start()
        ]
        if before:
            who = sentence.slice(before[0].first, before[0].last)
            yield f"{who} is the {_most(found['more'])} {found['kind']}."


def _most(more: str) -> str:
    """Return the superlative of a comparative."""
    first, _, rest = more.lower().partition(" ")
    if rest:
        return f"{'most' if first == 'more' else 'least'} {rest}"
    return _IRREGULAR.get(first, f"{first[:-2]}est")
