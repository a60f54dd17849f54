"""What a passage limits a figure to: a part of a place, those who did something, what was only to be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.prose.aspects import dimension
from factlint.prose.base import Agreement, Facet
from factlint.prose.bases import narrowed_bases
from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import PLACING, Frame, has_value
from factlint.prose.lexicon import stem
from factlint.prose.modes import modes
from factlint.prose.phrases import Phrase
from factlint.prose.sides import Sides
from factlint.prose.things import is_plural
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says

_OTHER = frozenset(
    "another different separate rival next neighbouring neighboring adjacent adjoining nearby".split()
)
_KINDS_OF_PLACE = frozenset(
    "city town village province region state county district island republic kingdom port parish department".split()
)
_REAL = frozenset(
    """have go_on continu begin start com manag help us know prov happen find forc compel oblig be_held set_out
    fail_not grow ris fall climb drop seem appear turn_out requir need""".split()
)
_INTENDING = frozenset("is are was were be been".split())


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for each limit of the passage that the claim doesn't have."""
    yield from _other(sides)
    yield from narrowed_bases(sides)
    yield from _part_of_place(sides)
    yield from _intended(sides)
    yield from _measured_from(sides)
    yield from _without(sides)
    yield from _counted_together(sides)


def _other(sides: Sides) -> Iterator[Facet]:
    """Yield what is said of another thing of the kind: "by another treaty", "in the next valley"."""
    claimed = {token.word for token in sides.claim.sentence.tokens}
    tokens = sides.found.sentence.tokens
    relative = {
        at
        for clause in sides.found.sentence.clauses
        if _is_beside(sides.found, clause)
        for at in clause.members
    }
    for at in sorted(sides.found.reach - relative):
        token, behind = tokens[at], tokens[at + 1 : at + 2]
        if any(at in phrase for phrase in sides.found.subjects if _is_named(sides, phrase)):
            continue  # "its rival Nordjet"
        if behind and behind[0].tag is Tag.VALUE:
            continue  # "another 14 cannon" are as many of the same
        narrows = token.tag is Tag.DET or (behind and behind[0].tag is Tag.NOUN)
        if token.word in _OTHER and narrows and not claimed & _OTHER:
            yield Facet("words", Agreement.DIFFERENT, "", token.word)


def _without(sides: Sides) -> Iterator[Facet]:
    """Yield what the things counted are said to be without: "the four without a nurse"."""
    tokens, at = sides.found.sentence.tokens, sides.found.at
    if sides.found.quantity is None:
        return
    words = {token.word for token in sides.claim.sentence.tokens}
    stop = sides.found.phrase.last if sides.found.phrase is not None else at
    if any(token.word == "without" for token in tokens[at + 1 : stop + 2]) and "without" not in words:
        yield Facet("population", Agreement.DIFFERENT, "", "without")


def _is_beside(found: Frame, clause: Clause) -> bool:
    """Whether a relative clause only says more of a noun of the frame's own clause."""
    return clause.kind is Kind.RELATIVE and clause is not found.clause


def _counted_together(sides: Sides) -> Iterator[Facet]:
    """Yield what a figure counts as well: "300 paintings and drawings" are not 300 paintings."""
    found, sentence = sides.found, sides.found.sentence
    if found.quantity is None or found.quantity.unit or found.phrase is None:
        return
    stop = found.phrase.last + 1
    joint = sentence.tokens[stop : stop + 2]
    if len(joint) < 2 or joint[0].word not in {"and", "or"} or joint[1].tag is not Tag.NOUN:
        return
    other = sentence.phrase_at(stop + 1)
    bare = other is not None and other.first == stop + 1 and other.joined and not has_value(sentence, other)
    if (
        bare
        and other is not None
        and (is_plural(sentence.tokens[other.head]) or sentence.tokens[other.head].word in _CREWS)
        and not sides.is_claimed(sentence.tokens[other.head])
    ):
        yield Facet("words", Agreement.DIFFERENT, "", sentence.tokens[other.head].word)


_CREWS = frozenset(("crew", "staff", "personnel", "livestock", "cattle", "police"))


def _is_named(sides: Sides, phrase: Phrase) -> bool:
    """Whether a phrase ends in a name that the claim has."""
    head = sides.found.sentence.tokens[phrase.head]
    return head.proper and sides.is_claimed(head)


def _part_of_place(sides: Sides) -> Iterator[Facet]:
    """Yield the part of the claim's place, or of its time, that the passage speaks of: "in the east of …"."""
    sentence = sides.found.sentence
    for phrase in sides.found.phrases:
        holder = phrase.holder
        if (
            phrase.role != "of"
            or holder is None
            or holder.role not in PLACING
            or holder is sides.found.phrase
        ):
            continue
        whole, part = sentence.tokens[phrase.head], sentence.tokens[holder.head]
        named = whole.proper and part.word in _KINDS_OF_PLACE
        if named or not says(whole) or not (says(part) or part.word in _PORTIONS):
            continue
        if _places(sides, whole) and not sides.is_claimed(part):
            yield Facet("place", Agreement.DIFFERENT, whole.word, sentence.slice(holder.first, phrase.last))
        elif _places(sides, part) and not sides.is_claimed(whole) and sides.claim.token.stem.startswith("#"):
            yield Facet("place", Agreement.DIFFERENT, part.word, sentence.slice(holder.first, phrase.last))


_PORTIONS = frozenset(
    "part parts half quarter third area areas corner section sections side end edge rest district".split()
)


def _places(sides: Sides, token: Token) -> bool:
    """Whether the claim places what it says there."""
    sentence = sides.claim.sentence
    return any(
        phrase.role in PLACING and alike(sentence.tokens[phrase.head], token)
        for phrase in sides.claim.phrases
    )


def _intended(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where the passage only says what something was to do, or can."""
    theirs = intention(sides.found)
    if theirs and not _is_intended(sides.claim) and not sides.aspects & {"capacity"}:
        yield Facet("mode", Agreement.DIFFERENT, "fact", theirs)


def _is_intended(claim: Frame) -> bool:
    """Whether a claim itself only speaks of a plan or an ability."""
    tokens = claim.sentence.tokens
    aims = any(a.tag is Tag.TO and b.tag is Tag.VERB for a, b in pairwise(tokens))
    return aims or bool(modes(claim.tokens(sorted(claim.reach)))) or bool(intention(claim))


def intention(frame: Frame) -> str:
    """Return the words that make a verb an intention or an ability: "was to", "was built to", "can"; else ""."""
    tokens, verb = frame.sentence.tokens, frame.clause.verb
    if verb is None:
        return ""
    if tokens[verb].word in _INTENDING and verb + 1 < len(tokens) and tokens[verb + 1].tag is Tag.TO:
        return f"{tokens[verb].word} to"
    if (
        tokens[verb].tag is Tag.VERB
        and tokens[verb].stem in _SETTING
        and [token.word for token in tokens[verb + 1 : verb + 2]] == ["for"]
    ):
        return f"{tokens[verb].word} for"
    at = verb - 1
    while at > 0 and (tokens[at].tag in (Tag.ADV, Tag.NOT) or tokens[at].word in _PERFECT):
        at -= 1
    if tokens[at].word == "can" and tokens[verb].tag is Tag.VERB:
        return "can"
    if at < 1 or tokens[at].tag is not Tag.TO:
        return ""
    governing = tokens[at - 1]
    led = governing.tag is Tag.VERB and governing.stem not in _REAL
    if led or governing.word in _INTENDING:
        return f"{governing.word} to"
    return ""


_PERFECT = frozenset(("have", "be", "been"))
_SETTING = frozenset(map(stem, "announce schedule slate bill pencil_in book set call".split()))
_WHEN = frozenset(("after", "before", "within", "until", "since"))
_AWAY = frozenset(("from", "away", "off"))


def _measured_from(sides: Sides) -> Iterator[Facet]:
    """Yield where a length is a distance from something, or a time only says after how long."""
    ours, theirs = _tie(sides.claim), _tie(sides.found)
    if theirs and theirs != ours:
        yield Facet("words", Agreement.DIFFERENT, ours, theirs)


def _tie(frame: Frame) -> str:
    tokens, kind = frame.sentence.tokens, dimension(frame.quantity)
    behind = tokens[frame.at + 1].word if frame.at + 1 < len(tokens) else ""
    if kind == "length" and behind in _AWAY and frame.quantity is not None and not frame.quantity.role:
        return "away"
    role = frame.phrase.role if frame.phrase else ""
    return role if kind == "time" and role in _WHEN else ""
