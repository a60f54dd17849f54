"""Membership of a list that a passage gives in full or in part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError
from factlint.prose import ranks, telling, timing
from factlint.prose.base import Agreement, Binding
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.kinds.base import Part, binding
from factlint.prose.labels import stemmed
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says
from factlint.values.base import Listing, Quantity, Text
from factlint.verdict import Verdict

_RULE = "members"
_FEWEST = 3
_LISTS = frozenset(map(stem, "list shortlist longlist squad line-up lineup".split()))
_PARTIAL = frozenset("includ including among such like example instance notably".split())


@dataclass(frozen=True, slots=True)
class Members:
    """A list in a sentence: its items, and whether it is told as the whole list."""

    sentence: Sentence
    items: tuple[Phrase, ...]
    whole: bool

    def words(self) -> list[Token]:
        """Return the words of the sentence outside of the items."""
        inside = {at for item in self.items for at in range(item.first, item.last + 1)}
        return [token for at, token in enumerate(self.sentence.tokens) if at not in inside]


def lists(sentence: Sentence) -> list[Members]:
    """Return the lists of three names or more in a sentence."""
    if sentence.told is not None and any(t.word in _PARTIAL for t in sentence.told.tokens):
        return []  # some of a list, put as if it were all
    found: list[list[Phrase]] = []
    for phrase in sentence.phrases:
        if found and phrase.joined and phrase.clause is found[-1][-1].clause:
            found[-1].append(phrase)
        else:
            found.append([phrase])
    return [_members(sentence, group) for group in found if len(group) >= _FEWEST]


def _members(sentence: Sentence, group: list[Phrase]) -> Members:
    before = sentence.tokens[max(0, group[0].first - 4) : group[0].first]
    after = sentence.tokens[group[-1].last + 1 :]
    partial = any(token.stem in _PARTIAL or token.word in _PARTIAL for token in before)
    partial = partial or any(token.word in {"among", "others", "other"} for token in after)
    return Members(sentence, tuple(group), not partial)


def parts(claim: Sentence) -> list[Part]:
    """Return one part where a claim says of a name that it is a member of something."""
    figures = [at for at, token in enumerate(claim.tokens) if token.tag is Tag.VALUE]
    if not all(is_whole(claim, at) for at in figures):
        return []
    found = []
    for clause in claim.clauses:
        words = [claim.tokens[at].word for at in clause.members]
        listed = claim.tokens[clause.verb].tag is Tag.AUX if clause.verb is not None else False
        listed = listed and any(
            p.role in ("on", "in") and claim.tokens[p.head].stem in _LISTS for p in claim.of(clause)
        )
        if any((one := ranks.rank(claim.tokens[at].stem)) and one.shared for at in clause.members):
            continue  # "one of the youngest members"
        if clause.verb is not None and (listed or any(word in MEMBER for word in words)):
            made = frame(claim, clause.verb)
            if made.subjects and all(claim.tokens[p.head].proper for p in made.subjects):
                found.append(
                    Part("members", made, claim.slice(clause.members[0], clause.members[-1]), whole=True)
                )
    return found


def is_whole(claim: Sentence, at: int) -> bool:
    """Whether a figure says how many there are of which something is one: "one of the five members"."""
    return [token.word for token in claim.tokens[max(0, at - 3) : at]] == ["one", "of", "the"]


MEMBER = frozenset(
    ("member", "members", "among", "part", "one", "belongs", "belong", "signatory", "signatories")
)


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return the lists of the passages that the claim speaks of."""
    return [
        made
        for sentence in sentences
        for one in lists(sentence)
        if (made := _bound(part.frame, one)) is not None
    ]


def _bound(claim: Frame, found: Members) -> Binding | None:
    wanted = list(claim.subjects)
    inside = {at for p in wanted for at in range(p.first, p.last + 1)}
    rest = [t for at, t in enumerate(claim.sentence.tokens) if at not in inside and _matters(t)]
    if not all(any(alike(token, other) for other in _scope(found)) for token in rest):
        return None
    lacking = [p for p in wanted if not any(_is_item(claim.sentence, p, found, item) for item in found.items)]
    made = binding(frame(found.sentence, found.items[0].head), ())
    denied = telling.denied(claim)
    if not _is_as_long(claim.sentence, found):
        return replace(made, problem="the list isn't as long as the claim says")
    if not lacking:
        return replace(made, rule=_RULE, verdict=Verdict.REFUTED if denied else Verdict.SUPPORTED)
    names = ", ".join(claim.sentence.slice(p.first, p.last) for p in lacking)
    if not found.whole:
        return replace(made, problem=f"the list doesn't have {names}, and isn't told as the whole list")
    verdict = Verdict.SUPPORTED if denied else Verdict.REFUTED
    return replace(made, rule=_RULE, verdict=verdict, problem=f"the list doesn't have {names}")


def _is_as_long(claim: Sentence, found: Members) -> bool:
    """Whether the list has as many items as the claim says, or the passage gives that number itself."""
    ours = [token.quantity.low for token in claim.tokens if token.quantity is not None]
    told = [token.quantity.low for token in found.words() if token.quantity is not None]
    return all(low in told or (not told and found.whole and low == len(found.items)) for low in ours)


def _matters(token: Token) -> bool:
    return says(token) and token.word not in MEMBER and token.stem not in lexicon().idle


def _scope(found: Members) -> list[Token]:
    before, heading = found.sentence.before, found.sentence.heading
    return [*found.words(), *(before.tokens if before else []), *(heading.tokens if heading else [])]


def _is_item(sentence: Sentence, phrase: Phrase, found: Members, item: Phrase) -> bool:
    ours = [token for token in sentence.nouns(phrase) if says(token)]
    theirs = found.sentence.nouns(item)
    return bool(ours) and all(any(alike(token, other) for other in theirs) for token in ours)


def counts(claim: Frame, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return the lists in full whose items a claim's figure may be the number of."""
    quantity, nouns = claim.quantity, claim.sentence.nouns(claim.phrase) if claim.phrase else []
    if quantity is None or quantity.unit or not nouns:
        return []
    return [
        made
        for sentence in sentences
        for one in lists(sentence)
        if one.whole and (made := _counted(claim, quantity, one, terms)) is not None
    ]


def _counted(claim: Frame, quantity: Quantity, found: Members, terms: Terms) -> Binding | None:
    words = found.words()
    if any(token.tag is Tag.VALUE for token in words):
        return None  # the sentence tells the number itself
    rest = [t for t in claim.sentence.tokens if says(t) and t.stem not in lexicon().idle]
    if not all(any(alike(token, other) for other in words) for token in rest) or not _is_of_day(claim, found):
        return None
    items = tuple(Text(found.sentence.slice(item.first, item.last)) for item in found.items)
    try:
        comparison = compare(quantity, Listing(items, found.sentence.text), rule="count", terms=terms)
    except FactlintError:
        return None
    if comparison.outcome is Outcome.MISMATCH and not _has_fewer(quantity, found):
        return None
    made = binding(frame(found.sentence, found.items[0].head), (), Listing(items))
    verdict = Verdict.REFUTED if comparison.outcome is Outcome.MISMATCH else Verdict.SUPPORTED
    return replace(made, comparison=comparison, rule="count", verdict=verdict)


def _has_fewer(quantity: Quantity, found: Members) -> bool:
    """Whether a number is less than a list has items, or the list is told as that of all members."""
    composed = any(t.word in MEMBER or set(t.stem.split("_")) & stemmed("composing") for t in found.words())
    copula = any(t.word in ("are", "were") for t in found.words())
    return composed or copula or (quantity.high is not None and quantity.high < len(found.items))


def _is_of_day(claim: Frame, found: Members) -> bool:
    """Whether a list is told of the claim's day, where it names one."""
    told = timing.stated(frame(found.sentence, found.items[0].head))
    return timing.agree(timing.stated(claim), told, told) in (Agreement.SAME, Agreement.COMPATIBLE)
