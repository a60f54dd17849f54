"""Who a passage's figure is told by, beside who the claim says tells it."""

from __future__ import annotations

from factlint.prose import telling
from factlint.prose.base import Agreement, Facet
from factlint.prose.context import antecedent
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.roles import meet
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import says

SAME, MISSING, DIFFERENT = Agreement.SAME, Agreement.MISSING, Agreement.DIFFERENT


def source(sides: Sides) -> Facet | None:
    """Relate who says it; a claim that names nobody leaves it open."""
    ours, theirs = telling.source(sides.claim), telling.source(sides.found)
    named = [token for token in ours if token.proper]
    wanted = named or [token for token in ours if says(token)]  # "historian Margit Anders"
    if not wanted:
        return None
    text, told = (" ".join(token.word for token in tokens) for tokens in (ours, theirs))
    if meet(wanted, theirs) or _is_told_by(sides, wanted):
        lacking = [token for token in wanted if not meet([token], [*theirs, *sides.levels.near.tokens])]
        lacking += _described_otherwise(ours, theirs) if named else []
        return Facet("attribution", MISSING if lacking else SAME, text, told or text)
    if any(token.tag is Tag.PRON for token in theirs) and _is_meant_before(sides.found.sentence, wanted):
        return Facet("attribution", SAME, text, told)
    return Facet("attribution", DIFFERENT if theirs else MISSING, text, told)


def _described_otherwise(ours: list[Token], theirs: list[Token]) -> list[Token]:
    """Return what the claim says that its source is, where the passage says something else: a geologist, a hydrologist."""
    mine, its = ([t for t in tokens if not t.proper and says(t)] for tokens in (ours, theirs))
    return mine if its and not meet(mine, its) else []


def _is_meant_before(sentence: Sentence, wanted: list[Token]) -> bool:
    """Whether a pronoun stands for the source: by its words, or for those of whom the sentence before tells with all of its names."""
    meant = antecedent(sentence)
    before = sentence.before.tokens if sentence.before is not None else []
    named = all(token.proper and meet([token], before) for token in wanted)
    return meet(wanted, meant) or (bool(meant) and named)


def _is_told_by(sides: Sides, wanted: list[Token]) -> bool:
    """Whether the source is the subject of a verb of telling: "the WHO put it at 290"."""
    verb, sentence = sides.found.verb, sides.found.sentence
    if verb is None or verb.stem not in lexicon().speech | _GIVING:
        return False
    return meet(wanted, [token for phrase in sides.found.subjects for token in sentence.nouns(phrase)])


_GIVING = frozenset(map(stem, "give put count estimate record register report list quote measure".split()))
