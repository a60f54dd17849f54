"""What was refused, tried, believed or supposed, and what was so."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import Frame
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.stance import UNDONE, meets, turn
from factlint.prose.tokens import Tag, Token

_UNDONE = frozenset(map(stem, "fail refuse decline neglect forget omit".split()))
_UNDECIDED = frozenset(
    map(
        stem,
        """want try attempt seek hope intend plan propose promise pledge vow threaten offer agree ask urge order tell
        force allow permit encourage invite wish prepare struggle fight aim expect schedule need long aspire claim
        pretend appear seem profess apply battle bid mean pressure advise recommend require oblige entitle work
        campaign""".split(),
    )
)
_BELIEVED = frozenset(
    map(
        stem,
        """believe think suspect fear hope imagine assume suppose guess wish doubt deny dispute disbelieve dream pretend
        speculate fancy wonder""".split(),
    )
)
_HARDLY = frozenset(
    """almost nearly hardly barely scarcely rarely seldom allegedly supposedly purportedly wrongly falsely mistakenly
    possibly perhaps maybe probably likely reportedly virtually practically""".split()
)


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where the passage doesn't say that it is so, or the claim doesn't."""
    yield from _governed(sides)
    yield from _believed(sides)
    yield from _supposed(sides)


def _governed(sides: Sides) -> Iterator[Facet]:
    """Tell what was refused, tried or nearly done from what was done."""
    ours = _group(sides.claim)
    for token in _group(sides.found):
        if meets(token, ours):
            continue
        if token.stem in _UNDONE:
            yield turn(sides, "", token.word, UNDONE)
        elif token.stem in _UNDECIDED or token.word in _HARDLY or token.stem in lexicon().speech | _BELIEVED:
            yield Facet("mode", Agreement.DIFFERENT, "fact", token.word)
    for token in ours:
        if meets(token, _group(sides.found)):
            continue
        if token.stem in _UNDONE:
            yield turn(sides, token.word, "", UNDONE)
        elif token.word in _HARDLY:
            yield Facet("mode", Agreement.MISSING, token.word)


def _group(frame: Frame) -> list[Token]:
    """Return the verbs and adverbs that stand before the frame's main verb and govern it."""
    clause = frame.clause
    if clause.verb is None or frame.sentence.tokens[clause.verb].tag is not Tag.VERB:
        return []
    tokens = frame.sentence.tokens
    found: list[Token] = []
    for at in range(clause.verb - 1, -1, -1):
        token = tokens[at]
        if token.tag not in (Tag.VERB, Tag.AUX, Tag.ADV, Tag.TO, Tag.NOT):
            break
        if token.tag in (Tag.VERB, Tag.ADV):
            found.append(token)
    return found


def _believed(sides: Sides) -> Iterator[Facet]:
    """Tell what is only believed, doubted or denied from what is said to be so."""
    ours, theirs = _embedding(sides.claim), _embedding(sides.found)
    for token in theirs:
        if not meets(token, ours):
            yield Facet("mode", Agreement.DIFFERENT, "fact", token.word)
    for token in ours:
        if (token.stem in _BELIEVED or token.tag is Tag.NOT) and not meets(token, theirs):
            yield Facet("mode", Agreement.MISSING, token.word)


def _supposed(sides: Sides) -> Iterator[Facet]:
    """Tell what is only supposed, so in a story, not so of all or not for a reason from what is so."""
    theirs, ours = _suppositions(sides.found), _suppositions(sides.claim)
    for word in sorted((theirs - ours) | ({"not to"} & (ours - theirs))):
        yield Facet("mode", Agreement.DIFFERENT, "fact", word)


def _suppositions(frame: Frame) -> frozenset[str]:
    tokens, clause = frame.sentence.tokens, frame.clause
    found = {tokens[p.head].word for p in frame.phrases if p.role == "in" and tokens[p.head].stem in _STORIES}
    first = tokens[clause.members[0]].word if clause.members else ""
    if clause.kind is Kind.SUBORDINATE and first in _SUPPOSING:
        found.add(first)
    found |= _urged(frame)
    openers = (
        tokens[other.members[0]].word for other in frame.sentence.clauses if other.kind is Kind.SUBORDINATE
    )
    found.update(word for word in openers if word in {"if", "unless"})
    for at in clause.members:
        after = [token.word for token in tokens[at + 1 : at + 2]]
        if tokens[at].tag is Tag.NOT and any(t.word.startswith(("until", "till")) for t in tokens[at:]):
            found.add("not until")
        if " ".join(token.word for token in tokens[at : at + 3]).startswith(_AS_LONG):
            found.add("as long as")
        if tokens[at].word == "only" and after and after[0] in _CONDITIONS:
            found.add(f"only {after[0]}")
        if tokens[at].tag is Tag.NOT and after and after[0] in _WHOLES:
            found.add(f"not {after[0]}")
        if tokens[at].tag is Tag.NOT and any(t.word.startswith("because") for t in tokens[at:]):
            found.add("not because")
    return frozenset(found)


def _urged(frame: Frame) -> set[str]:
    """Return "be" of "moved that the statue be removed", and "not to" of "advised her not to sue"."""
    tokens, clause = frame.sentence.tokens, frame.clause
    verbal = [at for at in clause.members if tokens[at].tag in (Tag.AUX, Tag.VERB)]
    found = {"be"} if clause.kind is not Kind.MAIN and verbal and tokens[verbal[0]].word == "be" else set()
    denied = any(
        tokens[at].tag is Tag.NOT and tokens[at - 1].tag is not Tag.AUX and tokens[at + 1].tag is Tag.TO
        for at in clause.members
        if 0 < at < len(tokens) - 1
    )
    return found | ({"not to"} if denied else set())


_STORIES = frozenset(
    map(stem, "film movie novel story dream game episode legend myth simulation scenario play".split())
)
_AS_LONG = ("as long as", "so long as", "provided that", "on condition")
_CONDITIONS = frozenset(("when", "if", "after", "where", "once", "while", "until"))
_SUPPOSING = frozenset(("if", "unless", "whether", "lest"))
_WHOLES = frozenset(("all", "every", "everyone", "everybody", "both", "always", "entirely", "necessarily"))


def _embedding(frame: Frame) -> list[Token]:
    """Return the verbs of believing, the denied verbs of telling, and their adverbs, over what a frame says."""
    found: list[Token] = []
    clause: Clause | None = frame.clause
    while clause is not None:
        parent = clause.parent
        if clause.kind is Kind.COMPLEMENT and parent is not None and parent.verb is not None:
            found += doubting(frame.sentence, parent)
        clause = parent
    return found


def doubting(sentence: Sentence, parent: Clause) -> list[Token]:
    """Return the words by which a clause doubts or denies what it tells: "denied that", "did not say that"."""
    tokens = [sentence.tokens[at] for at in parent.members]
    verb = sentence.tokens[parent.verb or 0]
    denied = any(token.tag is Tag.NOT for token in tokens)
    doubted = [token for token in tokens if token.word in _HARDLY]
    nots = [token for token in tokens if token.tag is Tag.NOT]
    return [*doubted, *nots, verb] if verb.stem in _BELIEVED or denied or doubted else []
