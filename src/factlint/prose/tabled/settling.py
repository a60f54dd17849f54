"""What the tables of the passages say to a claim as a whole, where it speaks of their rows together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factlint.prose import quoting, telling
from factlint.prose.base import Binding, PartFinding
from factlint.prose.framing import frame
from factlint.prose.modes import modes
from factlint.prose.rows import Row, Table
from factlint.prose.sentence import Sentence
from factlint.prose.tabled.base import Answer, Asked
from factlint.prose.tabled.changing import changed
from factlint.prose.tabled.comparing import compared
from factlint.prose.tabled.dating import dated
from factlint.prose.tabled.enumerated import enumerated
from factlint.prose.tabled.featuring import featured
from factlint.prose.tabled.holding import held
from factlint.prose.tabled.listing import belonging
from factlint.prose.tabled.numbering import numbered
from factlint.prose.tabled.ranking import ranked
from factlint.verdict import Verdict

_RULE = "table"
_READERS: tuple[Callable[[Asked], Answer | None], ...] = (
    compared,
    ranked,
    changed,
    numbered,
    held,
    dated,
    belonging,
    featured,
)


def settled(claim: Sentence, sentences: Sequence[Sentence]) -> PartFinding | None:
    """Return the claim as one part with its verdict where a table settles it, and no two tables differ."""
    tables = {id(row.table): row.table for row in sentences if isinstance(row, Row)}
    if _is_reported(claim) or quoting.spans(claim.text):
        return None
    found = [answer for table in tables.values() for answer in _answers(claim, table)]
    found += enumerated(claim, sentences)
    if len({answer.right for answer in found}) != 1:
        return None
    best = found[0]
    verdict = Verdict.SUPPORTED if best.right else Verdict.REFUTED
    bound = Binding(
        best.row.text, 0, len(best.row.text), best.row.source, rule=_RULE, problem=best.told, verdict=verdict
    )
    return PartFinding("table", claim.text, verdict, best.told, best=bound)


def _is_reported(claim: Sentence) -> bool:
    """Whether somebody is said to say it, which no table tells."""
    verbs = [clause.verb for clause in claim.clauses if clause.verb is not None]
    return any(telling.source(frame(claim, at)) for at in verbs)


def _answers(claim: Sentence, table: Table) -> Iterator[Answer]:
    if modes(claim.tokens):
        return  # what is planned or expected
    for read in _READERS:
        answer = read(Asked(claim, table))
        if answer is not None:
            yield answer
            return
