"""Events told as nouns: "the sinking of the ship in 1912 cost 1,500 lives" says that the ship sank in 1912."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factlint.prose.sentence import Sentence
from factlint.prose.stems import tables

_WHAT = r"(?:the |a |an )?[\w'’-]+(?: [\w'’-]+){0,4}?"
_WHEN = r"(?P<when>(?:in|on) (?:the )?[\w]+(?: [\w]+){0,2}?)"
_END = (
    r"(?=,|;|\.|:|$| (?:cost|killed|left|led|marked|ended|began|brought|caused|came|followed|took|made|gave"
    r"|(?:was|were|is|has|had)(?! (?:to|been|due|planned|postponed|put|cancelled|called|scheduled|expected|proposed))))"
)


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    verbs = dict(pair.split("/") for pair in tables()["nominal"].split())
    nouns = "|".join(sorted(verbs, key=len, reverse=True))
    form = re.compile(
        rf"(?:^|, )(?:(?:after|since|before|until|following) )?the (?P<noun>{nouns}) of (?P<what>{_WHAT}) {_WHEN}{_END}",
        re.IGNORECASE,
    )
    return form, {noun: verb.replace("_", " ") for noun, verb in verbs.items()}


def told_as_events(sentence: Sentence) -> Iterator[str]:
    """Yield a sentence for every event that one dates by a noun."""
    if " of " not in sentence.text:
        return
    form, verbs = _forms()
    for found in form.finditer(sentence.text):
        what = found["what"]
        yield f"{what[:1].upper()}{what[1:]} {verbs[found['noun'].lower()]} {found['when']}."
