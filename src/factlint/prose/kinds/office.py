"""An office or another identity: who is the mayor of what, what is the capital of which country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factlint.comparators.base import Terms
from factlint.prose.base import Binding
from factlint.prose.duties import FIELDED, LENDING, are_sent_otherwise, split
from factlint.prose.framing import frame
from factlint.prose.identities import REPLACING, Identity, identities, is_office
from factlint.prose.kinds import members
from factlint.prose.kinds.base import Part, binding
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import OBJECT, SUBJECT
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike
from factlint.values.names import NameRelation, compare_names, read_name
from factlint.verdict import Verdict

_RULE = "office"
_SAME = (NameRelation.SAME, NameRelation.VARIANT)


def parts(claim: Sentence) -> list[Part]:
    """Return one part for every identity that a claim states by a verb, where the role is an office or a defined thing."""
    if any(token.tag is Tag.VALUE or token.stem.startswith("#") for token in claim.tokens):
        return []
    return [Part("office", frame(claim, one.at), _words(one), whole=one.stated) for one in _claimed(claim)]


def _claimed(claim: Sentence) -> list[Identity]:
    return [
        one
        for one in identities(claim)
        if any(is_office(token) or _is_defined(token) for token in one.role)
        and not (_is_shared(one) or _replaces(claim, one))
    ]


def _replaces(claim: Sentence, one: Identity) -> bool:
    """Whether the claim also says whom the holder came after, which is for the statement to settle."""
    verb = frame(claim, one.at).verb
    return verb is not None and verb.stem in REPLACING


def _is_shared(one: Identity) -> bool:
    """Whether a role is one that many have: a member, one of the vice-presidents."""
    return any(token.word in members.MEMBER for token in one.role)


def _is_of_several(one: Identity) -> bool:
    """Whether an office is one that several hold at a time: a judge, a senator."""
    return any(token.word in _SEVERAL for token in one.role)


_SEVERAL = frozenset(
    "judge prosecutor senator lawmaker mp councillor professor economist striker midfielder".split()
)


def _is_defined(token: Token) -> bool:
    return token.stem in lexicon().anaphors or token.word in {
        "capital",
        "currency",
        "home",
        "author",
        "headquarters",
    }


def _words(one: Identity) -> str:
    return f"{' '.join(t.word for t in one.name)}: {' '.join(t.word for t in one.role)}"


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return every identity of the passages that bears on the claim's."""
    ours = next((one for one in _claimed(part.frame.sentence) if one.at == part.frame.at), None)
    if ours is None:
        return []
    found = [made for sentence in sentences for made in _bound(ours, sentence)]
    over = [one.at for one in found if _is_over(one.binding)]
    kept = [one for one in found if not (one.begun and over and one.at <= max(over))]
    held = any(one.binding.verdict is Verdict.SUPPORTED for one in kept)
    return [one.binding for one in kept if not (held and _is_over(one.binding) and not _is_begun(kept))]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says of an office, where it starts, and whether it only says that somebody took it."""

    binding: Binding
    at: int
    begun: bool


def _is_over(one: Binding) -> bool:
    return one.verdict is Verdict.REFUTED and one.problem.startswith("it is")


def _is_begun(found: list[_Told]) -> bool:
    """Whether all that supports a claim is that the office was taken."""
    return all(one.begun for one in found if one.binding.verdict is Verdict.SUPPORTED)


def _bound(ours: Identity, sentence: Sentence) -> Iterator[_Told]:
    plain = (place for place in earlier(sentence) if _speaks_of_one(place))
    around = [token for place in (sentence, *plain) for token in place.tokens]
    if sentence.heading is not None:
        around += sentence.heading.tokens
    for theirs in identities(sentence):
        verdict, problem = _judge(ours, theirs, around)
        if verdict is not None or problem:
            made = binding(frame(sentence, theirs.at), ())
            rule = _RULE if verdict else ""
            made = replace(made, verdict=verdict or Verdict.NOT_ENOUGH, rule=rule, problem=problem)
            yield _Told(made, sentence.start, theirs.begun and verdict is Verdict.SUPPORTED)


def _speaks_of_one(sentence: Sentence) -> bool:
    """Whether a sentence names one body or person at most, so that a bare office may be of that."""
    named = {token.stem for one in identities(sentence) for token in one.name}
    heads = [sentence.tokens[p.head] for p in sentence.phrases if p.role in (SUBJECT, OBJECT)]
    owners = [token for token in sentence.tokens if token.owner and token.proper]
    lent = any(
        t in owners and sentence.tokens[p.head].proper for p in sentence.phrases for t in sentence.nouns(p)
    )
    bodies = {token.stem for token in (*heads, *owners) if token.proper} - named
    return len(bodies) < 2 and not lent  # "Merk's Eva Stahl" speaks of one of several


def _judge(ours: Identity, theirs: Identity, around: list[Token]) -> tuple[Verdict | None, str]:
    """Return the verdict, or ``None`` with what keeps the two from bearing on each other."""
    name, role = _same_name(ours, theirs), _same_role(ours, theirs, around)
    told = " ".join(token.word for token in theirs.role)
    if not name and role is None:
        return None, ""
    if theirs.unsettled != ours.unsettled:
        return None, "the passage doesn't say that it is so" if name else ""
    if role is None:
        return None, f"the passage says '{told}' of {_text(theirs)}"
    if not name:
        if ours.dated or (ours.past and not theirs.past and not _is_first(theirs)):
            return None, ""
        if not role or theirs.ended or ours.ended or theirs.denied or ours.denied or _is_of_several(ours):
            return None, ""
        return Verdict.REFUTED, f"the passage names {_text(theirs)}"
    if not role or theirs.ended != ours.ended:
        if role and (ours.past or ours.begun) and theirs.ended:
            return Verdict.REFUTED if ours.denied else Verdict.SUPPORTED, ""
        over = role and theirs.ended and not ours.denied
        return (Verdict.REFUTED if over else None), f"it is '{told}'"
    if ours.denied != theirs.denied:
        return Verdict.REFUTED, "the passage denies it"
    return (None, "it was so at one time") if theirs.is_once and ours.is_now else (Verdict.SUPPORTED, "")


def _text(one: Identity) -> str:
    return " ".join(token.word.title() for token in one.name)


def _same_name(ours: Identity, theirs: Identity) -> bool:
    left, right = (read_name(_text(one)) for one in (ours, theirs))
    kind = "person" if any(is_office(token) for token in ours.role) else ""
    if kind:
        left, right = read_name(left.text, kind), read_name(right.text, kind)
    return compare_names(left, right).kind in _SAME


def _same_role(ours: Identity, theirs: Identity, around: list[Token]) -> bool | None:
    """Whether two roles are one: ``False`` for another office of the same place or body, ``None`` where unrelated."""
    mine, its = split(ours.role), split(theirs.role)
    scope = [*theirs.role, *around]
    if not all(any(alike(token, other) for other in scope) for token in mine[1]):
        return None
    rivals = [token for token in its[1] if not any(alike(token, other) for other in ours.role)]
    if (rivals and mine[1]) or are_sent_otherwise(mine[1], its[1]):
        return None
    if _lent(ours.role) != _lent(theirs.role):
        return None
    free = _complements(mine[0], its[0])
    forward = all(any(_like(t, other) for other in (scope if t in free else its[0])) for t in mine[0])
    back = all(any(_like(token, other) for other in mine[0]) for token in its[0])
    if forward and back:
        return True
    offices = any(is_office(t) for t in mine[0]) and any(is_office(t) for t in its[0])
    return False if offices and mine[1] else None


def _like(one: Token, other: Token) -> bool:
    """Whether two words of an office say the same; its founding holder is its first."""
    return alike(one, other) or {one.word, other.word} <= _FIRST


def _is_first(one: Identity) -> bool:
    return any(token.word in _FIRST for token in one.role)


_FIRST = frozenset(("first", "founding", "inaugural"))


def _lent(role: tuple[Token, ...]) -> frozenset[str]:
    """Return the words by which an office is held for another: "acting", "interim"."""
    return frozenset(token.word for token in role if token.word in _HELD)


_HELD = frozenset(("acting", "interim", "caretaker"))


def _complements(office: list[Token], told: list[Token]) -> list[Token]:
    """Return what the claim's office is of ("director of the museum") where the passage only says "the director"."""
    shared = [n for n, token in enumerate(office) if any(alike(token, other) for other in told)]
    if not shared or office[shared[-1]].word in FIELDED:
        return []  # a minister's field is a part of the office
    return [token for token in office[shared[-1] + 1 :] if token.word not in LENDING]
