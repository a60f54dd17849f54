"""When, how, per what and by whom a figure is told: each beside the claim's."""

from __future__ import annotations

from factlint.prose import telling, timing
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Kind
from factlint.prose.counting import counted, is_framed
from factlint.prose.differences import is_averaged_change, is_difference
from factlint.prose.frames import WHEN, Frame
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.modes import modes, per, periods
from factlint.prose.phrases import OBJECT, Phrase
from factlint.prose.roles import is_passive, meet
from factlint.prose.scope import intention
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag
from factlint.prose.whens import says_when
from factlint.prose.words import alike
from factlint.values.base import DateValue

SAME, MISSING, DIFFERENT = Agreement.SAME, Agreement.MISSING, Agreement.DIFFERENT
_BASELINES = frozenset(("from", "than", "versus", "against"))


def time(sides: Sides) -> Facet | None:
    """Relate the dates: the figure's own, else those of its sentence, of what stands before, of the heading."""
    weekdays = [timing.weekdays(frame) for frame in (sides.claim, sides.found)]
    if all(weekdays) and not weekdays[0] & weekdays[1]:
        return Facet("time", DIFFERENT, *(", ".join(sorted(days)) for days in weekdays))
    ours, theirs = timing.stated(sides.claim), timing.stated(sides.found)
    now = timing.at_present(sides.claim), timing.at_present(sides.found)
    then = sides.found if now[0] else sides.claim
    if now[0] != now[1] and (timing.stated(then) or timing.is_past(then)):
        return Facet("time", DIFFERENT, _days(ours) or "now", _days(theirs) or "now")
    if not ours and timing.is_now(sides.claim) and timing.is_past(sides.found) and timing.own(sides.found):
        return Facet("time", MISSING, "now", _days(theirs))
    if not ours and timing.is_present(sides.claim) and timing.is_over(sides.found):
        return Facet("time", DIFFERENT, "now", "once")
    shifted = timing.is_shifted(sides.found) and not timing.is_shifted(sides.claim)
    shifted = shifted and not _role(sides.claim) == _role(sides.found) == "from"
    told = {value.text.lower() for value in ours} & {value.text.lower() for value in theirs}
    if shifted and not told and not (ours and any(value.start is not None for value in theirs)):
        return Facet("time", DIFFERENT, _days(ours), _days(theirs))
    if ours and not timing.own(sides.found) and says_when(sides.found.sentence, sides.found.own):
        return Facet("time", MISSING, _days(ours))
    if len(ours) == 1 and timing.is_of_several(sides.found) and not timing.is_of_several(sides.claim):
        return Facet("time", MISSING, _days(ours), _days(theirs))
    mine = list(sides.found.tokens(sides.found.own))
    context = next((days for level in sides.levels.all[1:] if (days := level.dates_but(mine))), [])
    agreement = timing.agree(ours, theirs, context)
    if not ours and not timing.own(sides.found):
        return None
    return Facet("time", agreement, _days(ours), _days(theirs or context))


def mode(sides: Sides) -> Facet | None:
    """Relate how the figures are told: as fact, plan, target, forecast, average."""
    ours = modes(sides.claim.tokens(sorted(manner_words(sides.claim))))
    theirs = modes(sides.found.tokens(sorted(manner_words(sides.found))))
    if ours == {"planned"} and not theirs and intention(sides.found).endswith(" to"):
        return None
    if theirs == {"planned"} and not ours and intention(sides.claim).endswith(" to"):
        return None
    if theirs - ours:
        return Facet("mode", DIFFERENT, ", ".join(sorted(ours)) or "fact", ", ".join(sorted(theirs)))
    return Facet("mode", MISSING, ", ".join(sorted(ours))) if ours - theirs else None


def manner_words(frame: Frame) -> frozenset[int]:
    """Return the tokens in reach without the phrases of other figures and the nouns that those belong to."""
    sentence = frame.sentence
    others = [p for p in sentence.phrases if p is not frame.phrase and _has_value(sentence, p)]
    held = [
        p.holder for p in others if p.holder is not None and p.role == "of" and p.holder is not frame.phrase
    ]
    telling_ = [
        at for clause in sentence.clauses if telling.is_source(sentence, clause) for at in clause.members
    ]
    apart = {i for p in (*others, *held) for i in range(p.first, p.last + 1)}
    return ((frame.reach - frozenset(telling_)) | _governing(frame)) - apart


def _governing(frame: Frame) -> frozenset[int]:
    """Return the verbs that the frame's clause is the content of: "had expected the herd to reach 900"."""
    found, clause = set(), frame.clause
    for other in frame.sentence.clauses:
        holds = any(c.parent is other and c.kind is Kind.COMPLEMENT for c in frame.sentence.clauses)
        trailing = other.kind is Kind.MAIN and not holds and telling.is_source(frame.sentence, other)
        if other.verb is not None and trailing:
            found.add(other.verb)
    while clause.parent is not None and clause.kind is not Kind.MAIN:
        if clause.kind is Kind.COMPLEMENT and clause.parent.verb is not None:
            found.add(clause.parent.verb)
        clause = clause.parent
    return frozenset(found)


def _has_value(sentence: Sentence, phrase: Phrase) -> bool:
    return any(token.tag is Tag.VALUE for token in sentence.tokens[phrase.first : phrase.last + 1])


def rate(sides: Sides) -> Facet | None:
    """Relate what the figures are per, and the periods that adjectives name."""
    if sides.claim.quantity is None:
        return None
    ours = per(sides.claim.sentence.tokens, sides.claim.at)
    theirs = _per(sides.found) or _per_before(sides, ours)
    left = (set(ours.split()) | periods(sides.claim.tokens(sides.claim.reach))) - {"year"}
    right = (set(theirs.split()) | periods(sides.found.tokens(sides.found.reach))) - {"year"}
    right |= {word for word in left if _names_period(sides.found, word)}
    if left == right:
        return None
    lacking = MISSING if right < left else DIFFERENT
    return Facet("rate", lacking, " ".join(sorted(left)), " ".join(sorted(right)))


def _names_period(found: Frame, word: str) -> bool:
    """Whether a figure is of one such period: "quarterly revenue", "revenue in the quarter"."""
    said = found.tokens(found.reach)
    return any(word in token.word.split() for token in said if token.tag in (Tag.NOUN, Tag.DATE))


def _per_before(sides: Sides, wanted: str) -> str:
    """Return what the claim's figure is per, where the figure before one of the same unit is: "1.62 a litre. Diesel cost 1.71"."""
    found, quantity = sides.found, sides.found.quantity
    for place in (found.sentence, found.sentence.before):
        if place is None or quantity is None or not quantity.unit or not wanted:
            return ""
        stop = found.at if place is found.sentence else len(place.tokens)
        told = [
            at for at, t in enumerate(place.tokens[:stop]) if t.quantity and t.quantity.unit == quantity.unit
        ]
        if told:
            return wanted if per(place.tokens, told[-1]) == wanted else ""
    return ""


def _per(frame: Frame) -> str:
    """Return what a figure is per; one that goes on from another is per the same."""
    own = per(frame.sentence.tokens, frame.at)
    if not own and frame.repeated is not None and not timing.own(frame):
        place, at = frame.repeated
        own = per(place.tokens, at)
    return own


def role(sides: Sides) -> Facet | None:
    """Relate the figures' part in a change: by how much, or where it stood; one to compare with needs its date."""
    ours, theirs = _role(sides.claim), _role(sides.found)
    if ours == theirs or _is_growth_rate(sides, ours, theirs):
        return None
    if theirs == "from" and ours == "level" and timing.stated(sides.claim) and timing.own(sides.found):
        facet = time(sides)
        if facet is not None and facet.agreement is SAME:
            return None
    if theirs == "from" and ours == "level" and _is_of_one_time(sides):
        return None
    return Facet("role", DIFFERENT, ours, theirs)


def _is_of_one_time(sides: Sides) -> bool:
    """Whether both are of before, after or during the same: "Before the crisis", "down from 900 before the crisis"."""
    ours = [(p.role, sides.claim.sentence.tokens[p.head]) for p in sides.claim.phrases if p.role in WHEN]
    found = sides.found
    theirs = [(p.role, found.sentence.tokens[p.head]) for p in found.phrases if p.head in found.own]
    return any(role == other and meet([head], [told]) for role, head in ours for other, told in theirs)


def _is_growth_rate(sides: Sides, ours: str, theirs: str) -> bool:
    """Whether "inflation was 3.2%" meets "consumer prices rose 3.2%": the one is by how much the other grew."""
    if {ours, theirs} != {"level", "by"} or not sides.same_measure:
        return False
    moved = sides.found if theirs == "by" else sides.claim
    quantity = moved.quantity
    rate = quantity is not None and quantity.unit == "%" and counted(moved).measure in _GROWING
    return rate and telling.direction(moved) == "up"


_GROWING = frozenset(("inflation", "core-inflation", "food-inflation", "growth"))


def _role(frame: Frame) -> str:
    """Return "by", "from" (a figure to compare with) or "level"."""
    quantity = frame.quantity
    said = quantity.role if quantity is not None else ""
    if quantity is not None and (is_difference(frame) or is_averaged_change(frame)):
        return "by"
    place = frame.phrase.role if frame.phrase else ""
    verb_token = frame.verb
    moved = bool(telling.moving(frame))
    if quantity is not None and quantity.qualifier.lower() in ("below", "above"):
        return "level"
    score = any(token.tag is Tag.TO for token in frame.sentence.tokens[frame.at + 1 : frame.at + 3])
    if quantity is not None and place == "by" and not is_passive(frame) and not score:
        return "by"  # "won by 300 votes", but "rejected by 54 per cent to 46"
    if quantity is not None and place == OBJECT and moved and said != "from":
        whole = verb_token is not None and verb_token.stem in lexicon().transitive
        return "level" if whole and quantity.unit not in ("%", "pp") else "by"
    if said == "from" or (said == "by" and not telling.is_still(frame)):
        return said
    verb = frame.clause.verb
    compared = verb is not None and frame.sentence.tokens[verb].word == "compared"
    return "from" if place in _BASELINES or (compared and place in {"with", "to"}) else "level"


def direction(sides: Sides) -> Facet | None:
    """Relate which way the figures went; of a rate of growth, which way the rate did."""
    ours, theirs = telling.direction(sides.claim), telling.direction(sides.found)
    roles = _role(sides.claim), _role(sides.found)
    if _is_growth_rate(sides, *roles):
        ours = telling.further(sides.claim) if roles[0] == "by" else ours
        theirs = telling.further(sides.found) if roles[1] == "by" else theirs
    verb, other = sides.claim.verb, sides.found.verb
    one = (
        not theirs and not sides.found.whole and verb is not None and other is not None and alike(verb, other)
    )
    if theirs and not ours and _is_steady(sides.claim):
        return Facet("direction", DIFFERENT, STEADY, theirs)
    if not ours or ours == theirs or one or (sides.same_measure and not theirs and _is_framed(sides.claim)):
        return None
    return Facet("direction", DIFFERENT if theirs else MISSING, ours, theirs)


STEADY = "steady"
"""The direction of what stays as it was."""


def is_steady_word(text: str) -> bool:
    """Whether a word says that something stayed as it was."""
    return stem(text.lower()) in _STEADY


def _is_steady(claim: Frame) -> bool:
    """Whether a claim says that something stayed as it was."""
    return any(token.stem in _STEADY for token in claim.tokens(claim.clause.members))


_STEADY = frozenset(
    map(stem, "stable steady unchanged flat constant stagnant stagnate stabilise level_off".split())
)


def _is_framed(claim: Frame) -> bool:
    """Whether the claim's verb says its measure together with its object: "cut 2,300 jobs"."""
    return claim.phrase is not None and any(is_framed(claim, t) for t in claim.sentence.nouns(claim.phrase))


def _days(days: list[DateValue]) -> str:
    return ", ".join(day.text or day.edtf for day in days)
