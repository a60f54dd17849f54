"""What a passage only seems to say: who is left out, which side was taken, what was believed or refused."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import Frame
from factlint.prose.lexicon import stem
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike

DENIAL = "denial"
UNDONE = "undone"
"""The facet of what was not so of what the claim speaks of: left out, refused, failed."""
_OPPOSED = {
    **dict.fromkeys(("for", "in favour of", "with"), frozenset(("against", "opposed to"))),
    "against": frozenset(("for", "in favour of")),
    "without": frozenset(("with",)),
    "with": frozenset(("without", "against")),
    "before": frozenset(("after",)),
    "after": frozenset(("before",)),
}
_BESIDE = frozenset(
    "near outside around off beyond behind opposite from to towards between beside above below".split()
)
_DIRECTED = {
    **dict.fromkeys(("in", "at", "inside", "within"), _BESIDE),
    "near": frozenset(("in", "at", "inside", "within")),
    "to": frozenset(("from", "out of")),
    "into": frozenset(("from", "out of")),
    "from": frozenset(("to", "into", "towards", "for")),
    "above": frozenset(("below", "beneath", "under")),
    "below": frozenset(("above", "over")),
    "outside": frozenset(("inside", "in", "at", "within")),
    "until": frozenset(("since", "from")),
    "since": frozenset(("until",)),
}
_LEAVING_OUT = frozenset(("except", "excepting", "excluding", "bar", "barring", "minus"))
_LEAVING_OUT_PAIRS = frozenset(
    (
        ("other", "than"),
        ("apart", "from"),
        ("aside", "from"),
        ("instead", "of"),
        ("rather", "than"),
        ("except", "for"),
    )
)
_ALL = frozenset(("all", "every", "everyone", "everybody", "each", "everything", "any"))
_NOBODY = frozenset(("nobody", "no", "none", "nothing", "neither", "not", "never", "no-one"))
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
    """Yield a facet for everything by which the passage falls short of what its words seem to say."""
    yield from _left_out(sides)
    yield from _opposed(sides)
    yield from _governed(sides)
    yield from _believed(sides)


def _turn(sides: Sides, claimed: str, found: str, name: str = DENIAL) -> Facet:
    """Return a facet that turns a statement round; of a figure it only leaves open what is so."""
    whole = sides.claim.token.tag in (Tag.VERB, Tag.AUX)
    return Facet(name if whole else "mode", Agreement.DIFFERENT, claimed, found)


def _left_out(sides: Sides) -> Iterator[Facet]:
    """Look for the claim's things among those that the passage leaves out, and for "all" where some are."""
    sentence = sides.found.sentence
    spans = [span for span in _exceptions(sentence) if sentence.owners.get(span[0]) in _kin(sides.found)]
    if not spans:
        return
    outside = _outside(sentence, spans)
    for phrase in sides.claim.phrases:
        head = sides.claim.sentence.tokens[phrase.head]
        within = [t for span in spans for t in (sentence.tokens[at] for at in span) if alike(head, t)]
        if head.tag is Tag.NOUN and within and not any(alike(head, other) for other in outside):
            yield _turn(sides, head.word, f"except {within[0].word}", UNDONE)
    universal = any(token.word in _ALL for token in sides.claim.tokens(sides.claim.reach))
    inside = [sentence.tokens[at] for span in spans for at in span]
    if universal and not any(meets(token, inside) for token in _names(sides.claim)):
        yield _turn(sides, "all", f"except {inside[0].word}")


def meets(token: Token, others: list[Token]) -> bool:
    """Whether a word says the same as any of the others."""
    return any(alike(token, other) for other in others)


def _names(frame: Frame) -> list[Token]:
    return [token for token in frame.sentence.tokens if token.proper]


def _kin(frame: Frame) -> list[Clause]:
    """Return a frame's clause with those that it hangs on and that hang on it."""
    near = [frame.clause, *(c for c in frame.sentence.clauses if c.parent is frame.clause)]
    return [*near, frame.clause.parent] if frame.clause.parent is not None else near


def _outside(sentence: Sentence, spans: list[range]) -> list[Token]:
    inside = {at for span in spans for at in span}
    return [token for at, token in enumerate(sentence.tokens) if at not in inside]


def _exceptions(sentence: Sentence) -> Iterator[range]:
    """Yield the tokens of what "except", "other than", "but not by" and ", not" leave out of an affirmed sentence."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        size = _opens_exception(tokens, at, token)
        denied = any(other.word.split(" ")[0] in _NOBODY for other in tokens[max(0, at - 6) : at])
        if not size or denied:
            continue
        end = at + size
        while end < len(tokens) and tokens[end].tag not in (Tag.VERB, Tag.AUX, Tag.MARK, Tag.SUB, Tag.REL):
            end += 1
        if end > at + size:
            yield range(at + size, end)


def _opens_exception(tokens: list[Token], at: int, token: Token) -> int:
    """Return how many tokens open an exception here; 0 for none."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = [other.word for other in tokens[max(0, at - 7) : at]]
    if after is None:
        return 0
    if (token.word, after.word) in _LEAVING_OUT_PAIRS:
        return 2
    if token.word in _LEAVING_OUT and token.tag is not Tag.NOUN:
        return 1
    if token.word == "but" and (after.tag is Tag.NOT or after.word.split(" ")[0] == "no"):
        return 2
    if token.word == "but" and any(word in _ALL for word in before) and after.tag in (Tag.NOUN, Tag.DET):
        return 1
    contrasted = token.word == "not" and before[-1:] == [","] and after.tag in (Tag.NOUN, Tag.DET, Tag.PREP)
    return 1 if contrasted else 0


def _opposed(sides: Sides) -> Iterator[Facet]:
    """Look for the claim's phrases on the other side: for and against, to and from, before and after."""
    theirs = _governors(sides.found)
    for phrase in sides.claim.phrases:
        head = sides.claim.sentence.tokens[phrase.head]
        role = _preposition(sides.claim.sentence, phrase)
        same = [told for told, other in theirs if alike(head, other)]
        if not same or role in same:
            continue
        opposed = [told for told in same if told in _OPPOSED.get(role, ())]
        if opposed:
            yield _turn(sides, role, opposed[0])
        elif head.proper and any(told in _DIRECTED.get(role, ()) for told in same):
            yield Facet("words", Agreement.DIFFERENT, role, same[0])
    yield from _bare_sides(sides)


def _governors(frame: Frame) -> list[tuple[str, Token]]:
    sentence = frame.sentence
    return [(_preposition(sentence, p), sentence.tokens[p.head]) for p in frame.phrases]


def _preposition(sentence: Sentence, phrase: Phrase) -> str:
    """Return what governs a phrase; "in favour of" is one preposition."""
    before = [token.word for token in sentence.tokens[max(0, phrase.first - 3) : phrase.first]]
    if before[-3:] in (["in", "favour", "of"], ["in", "favor", "of"], ["in", "support", "of"]):
        return "in favour of"
    return "opposed to" if before[-2:] == ["opposed", "to"] else phrase.role


def _bare_sides(sides: Sides) -> Iterator[Facet]:
    """Tell "voted against" without an object from the claim's "voted for it"."""
    ours = {_preposition(sides.claim.sentence, p) for p in sides.claim.phrases}
    tokens = sides.found.sentence.tokens
    for at in sides.found.own:
        after = tokens[at + 1 : at + 2]
        if tokens[at].word in {"against", "for"} and (not after or after[0].tag in (Tag.MARK, Tag.CONJ)):
            opposed = _OPPOSED.get(tokens[at].word, frozenset()) & ours
            if opposed:
                yield _turn(sides, sorted(opposed)[0], tokens[at].word)


def _governed(sides: Sides) -> Iterator[Facet]:
    """Tell what was refused, tried or nearly done from what was done."""
    ours = _group(sides.claim)
    for token in _group(sides.found):
        if meets(token, ours):
            continue
        if token.stem in _UNDONE:
            yield _turn(sides, "", token.word, UNDONE)
        elif token.stem in _UNDECIDED or token.word in _HARDLY:
            yield Facet("mode", Agreement.DIFFERENT, "fact", token.word)
    for token in ours:
        if meets(token, _group(sides.found)):
            continue
        if token.stem in _UNDONE:
            yield _turn(sides, token.word, "", UNDONE)
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
        if token.stem in _BELIEVED and not meets(token, theirs):
            yield Facet("mode", Agreement.MISSING, token.word)


def _embedding(frame: Frame) -> list[Token]:
    """Return the verbs of believing, the denied verbs of telling, and their adverbs, over what a frame says."""
    found: list[Token] = []
    clause: Clause | None = frame.clause
    while clause is not None:
        parent = clause.parent
        if clause.kind is Kind.COMPLEMENT and parent is not None and parent.verb is not None:
            found += _doubting(frame.sentence, parent)
        clause = parent
    return found


def _doubting(sentence: Sentence, parent: Clause) -> list[Token]:
    tokens = [sentence.tokens[at] for at in parent.members]
    verb = sentence.tokens[parent.verb or 0]
    denied = any(token.tag is Tag.NOT for token in tokens)
    doubted = [token for token in tokens if token.word in _HARDLY]
    return [*doubted, verb] if verb.stem in _BELIEVED or denied or doubted else []
