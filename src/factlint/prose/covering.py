"""Whether the words of a claim are said of a passage's figure."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose import telling
from factlint.prose.base import Agreement, Facet
from factlint.prose.cores import is_teller
from factlint.prose.counting import counted_nouns, inherited_nouns, is_framed
from factlint.prose.frames import PLACING, WHEN
from factlint.prose.levels import Level
from factlint.prose.lexicon import lexicon
from factlint.prose.narrowing import FRAMING
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.sharing import renamings
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says

_COUNTED = frozenset(("person", "people", "thing"))


def claimed_words(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for every phrase and verb of the claim: found, missing, or another in its place."""
    for phrase in sides.claim.phrases:
        own = phrase is sides.claim.phrase and sides.claim.token.tag is not Tag.DATE
        if own or sides.is_source(sides.claim.sentence.tokens[phrase.head]):
            continue
        facet = _phrase(sides, phrase)
        if facet is not None:
            yield facet
    yield from _verbs(sides)
    yield from _counted(sides)


def _must_be_found(sides: Sides, token: Token) -> bool:
    if (
        token is sides.claim.token
        or not says(token)
        or sides.is_source(token)
        or sides.says_measure(sides.claim, token)
        or sides.words_aspect(token)
        or sides.is_owner(token)
    ):
        return False
    if sides.same_measure and (
        is_framed(sides.claim, token) or (token.tag is Tag.VERB and token.stem in FRAMING)
    ):
        return False
    if telling.is_change(token) and telling.direction(sides.claim):
        return False
    return not _is_mode(token) and token.stem not in lexicon().idle and not sides.is_natural(token)


def _is_mode(token: Token) -> bool:
    words = lexicon()
    return token.stem in words.modes or f"={token.word}" in words.modes


def _verbs(sides: Sides) -> Iterator[Facet]:
    """Look for the claim's verbs and telling adverbs in what is said with the figure."""
    near = [token for token in sides.levels.near.tokens if id(token) not in _of_whole(sides)]
    for token in sides.claim.tokens(sorted(sides.claim.reach)):
        if token.tag not in (Tag.VERB, Tag.ADV) or not _must_be_found(sides, token):
            continue
        if not any(alike(token, other) for other in near) and not _is_parted(token, near):
            yield Facet("measure", Agreement.MISSING, token.word)


def _of_whole(sides: Sides) -> frozenset[int]:
    """Return the words that a relative clause says of the whole only: "23 of the 190 kitchens they visited"."""
    found, sentence = sides.found, sides.found.sentence
    wholes = [
        p for p in sentence.phrases if p.role == "of" and p.holder is found.phrase and has_figure(sentence, p)
    ]
    if found.whole or found.phrase is None:
        return frozenset()
    told = [
        c for c in sentence.clauses if c.antecedent is not None and any(c.antecedent in p for p in wholes)
    ]
    return frozenset(id(sentence.tokens[at]) for clause in told for at in clause.members)


def _is_parted(token: Token, near: list[Token]) -> bool:
    """Whether the parts of a phrasal verb stand apart: "pulled 3 tonnes of rubbish out of the river"."""
    first, *rest = token.stem.split("_")
    verb = any(other.tag is Tag.VERB and other.stem == first for other in near)
    return (
        bool(rest)
        and verb
        and all(any(other.stem == part for other in near) for part in rest if part != "of")
    )


def _counted(sides: Sides) -> Iterator[Facet]:
    """Look for the nouns that stand with the claim's figure: with the passage's, where that has nouns of its own."""
    inside, found = sides.claim.phrase, sides.found
    if inside is None or sides.claim.token.tag is Tag.DATE:
        return
    beside = counted_nouns(sides.found)
    scope = beside or inherited_nouns(sides.found)
    if sides.claim.token.compound and found.phrase is not None:
        scope = [*scope, *found.sentence.nouns(found.phrase)]
    for token in sides.claim.sentence.nouns(inside):
        if not _must_be_found(sides, token):
            continue
        if not any(alike(token, other) or sides.calls_by_kind(other, token) for other in scope):
            if _is_topic_before(sides, token, scope):
                continue
            different = bool(beside) and all(says(other) for other in beside)
            agreement = Agreement.DIFFERENT if different else Agreement.MISSING
            yield Facet(
                "population",
                agreement,
                token.word,
                found.sentence.slice(beside_start(sides), beside_end(sides)),
            )


def _is_topic_before(sides: Sides, token: Token, scope: list[Token]) -> bool:
    """Whether what narrows the things counted was told before as what the passage is about: "Cholera … 1,204 cases"."""
    sentence, inside = sides.claim.sentence, sides.claim.phrase
    head = sentence.tokens[inside.head] if inside is not None else None
    if (
        head is None
        or token is head
        or token.owner
        or not any(alike(head, other) for other in scope)
        or len(scope) > 1
    ):
        return False
    for place in earlier(sides.found.sentence):
        for phrase in place.phrases[:2]:
            nouns = place.nouns(phrase)
            bare = not has_figure(place, phrase) and not any(alike(head, other) for other in nouns)
            if bare and nouns and alike(token, nouns[-1]):
                return True
    return False


def beside_start(sides: Sides) -> int:
    """Return the first token of the found figure's phrase."""
    return sides.found.phrase.first if sides.found.phrase else sides.found.at


def beside_end(sides: Sides) -> int:
    """Return the last token of the found figure's phrase."""
    return sides.found.phrase.last if sides.found.phrase else sides.found.at


def _phrase(sides: Sides, phrase: Phrase) -> Facet | None:
    """Look for a phrase of the claim, scope by scope, until it is found or another stands in its place."""
    sentence = sides.claim.sentence
    words = [token for token in sentence.nouns(phrase) if _must_be_found(sides, token)]
    if not words or sides.is_meant(phrase):
        return None
    if phrase.role == "against" and not any(token.word in _OPPOSING for token in sides.levels.near.tokens):
        return Facet("words", Agreement.MISSING, f"against {sentence.slice(phrase.first, phrase.last)}")
    head = sentence.tokens[phrase.head]
    key = head if head in words else words[-1]
    text = sentence.slice(phrase.first, phrase.last)
    name = "place" if phrase.role in PLACING else "subject" if phrase.role == SUBJECT else "words"
    if phrase.role in WHEN and (other := _other_time(sides, phrase, key)):
        return Facet("time", Agreement.DIFFERENT, f"{phrase.role} {text}", f"{other} {text}")
    for number, level in enumerate(sides.levels.all):
        if number > 1 and _is_predicate(sides, phrase):
            break  # what something is has to be said of it
        if number > REST and phrase.role == SUBJECT and sides.found_points_back:
            break  # the pronoun's own antecedent was among the nearer words
        if any(alike(key, token) for token in level.tokens):
            near = level if number else sides.levels.near
            namesake = _namesake(sides, words, key, near) or _sibling(sides, words, key, near)
            if namesake:
                return Facet(name, Agreement.DIFFERENT, text, " ".join(token.word for token in namesake))
            return _modifiers(sides, Facet(name, Agreement.SAME, text, text), words, key)
        far = number > REST and phrase.role == "of"
        rival = _rival(sides, phrase, key, level) if number != REST and not far else None
        if rival is not None:
            return Facet(name, Agreement.DIFFERENT, text, level.sentence.slice(rival.first, rival.last))
        if number == 1 and key.proper and (stranger := _stranger(sides, level)) is not None:
            return Facet(name, Agreement.DIFFERENT, text, level.sentence.slice(stranger.first, stranger.last))
    return Facet(name, Agreement.MISSING, text)


def _is_predicate(sides: Sides, phrase: Phrase) -> bool:
    """Whether a phrase stands right behind the copula of a statement: "is in Italian"."""
    claim, verb = sides.claim, sides.claim.clause.verb
    return (
        claim.token.tag is Tag.AUX
        and claim.at == verb
        and phrase.clause is claim.clause
        and phrase.first in (claim.at + 1, claim.at + 2)
    )


def _other_time(sides: Sides, phrase: Phrase, key: Token) -> str:
    """Return "before" where the passage's figure is of before what the claim's is of during."""
    sentence = sides.found.sentence
    roles = {p.role for p in sides.found.phrases if any(alike(key, token) for token in sentence.nouns(p))}
    return "" if not roles or phrase.role in roles else next((role for role in roles if role in WHEN), "")


_OPPOSING = frozenset(("against", "opposed", "opposing", "oppose", "opposes", "versus"))
REST = 2
"""The number of the scope that holds the rest of the sentence: what stands there belongs to others, and rivals nothing."""


def _namesake(sides: Sides, words: list[Token], key: Token, level: Level) -> list[Token]:
    """Return the words of another thing of the same name or kind: the Westra clinic for the Ostra clinic.

    A shorter form of the name is none ("Rossi" for "Elena Rossi"), and neither is a bare kind ("the clinic").
    """
    near = sides.levels.near.tokens
    ranked = [t for t in words if t.stem[:1] == "#" and not any(alike(t, other) for other in near)]
    ours = [token for token in words if (token.proper or token in ranked) and token is not key]
    named = [group for group in level.groups if any(alike(key, token) for token in group)]
    if not ours or not named:
        return []
    for group in named:
        lacking = [token for token in ours if not any(alike(token, other) for other in group)]
        others = [t for t in group if (t.proper or t.stem[:1] == "#") and not sides.is_claimed(t)]
        if not lacking or not others:
            return []
    return named[0]


def _sibling(sides: Sides, words: list[Token], key: Token, level: Level) -> list[Token]:
    """Return the words of the other of two things of a kind, both of which are told of: ferry fares for bus fares."""
    narrow = [token for token in words if token is not key and not token.proper]
    if not narrow:
        return []
    here = [group for group in level.groups if any(alike(key, token) for token in group)]
    if not here or any(_says_all(group, narrow) for group in here):
        return []
    others = [t for t in here[0] if t.tag is Tag.NOUN and not alike(t, key) and not sides.is_claimed(t)]
    told = any(
        any(alike(key, token) for token in group) and _says_all(group, narrow)
        for place in sides.levels.all
        for group in (place.sentence.nouns(phrase) for phrase in place.sentence.phrases)
    )
    return here[0] if others and told else []


def _says_all(group: list[Token], words: list[Token]) -> bool:
    return all(any(alike(word, token) for token in group) for word in words)


def _stranger(sides: Sides, level: Level) -> Phrase | None:
    """Return a name that the claim doesn't have, in a place where the claim's name would stand."""
    for other in level.phrases:
        head = level.sentence.tokens[other.head]
        placed = other.role in PLACING or other.role in ("of", "for", SUBJECT)
        if (
            placed
            and head.proper
            and head.tag is Tag.NOUN
            and not sides.is_claimed(head)
            and other is not sides.found.phrase
        ):
            return other
    return None


def _modifiers(sides: Sides, facet: Facet, words: list[Token], key: Token) -> Facet:
    """Look for the other words of a phrase whose chief word was found."""
    lacking = [token for token in words if not any(alike(token, other) for other in sides.levels.tokens)]
    if not lacking:
        return facet
    sentence = sides.found.sentence
    holder = next(
        (p for p in sentence.phrases if any(alike(key, token) for token in sentence.nouns(p))), None
    )
    if holder is None or not (key.proper and all(token.proper for token in lacking)):
        return Facet(facet.name, Agreement.MISSING, " ".join(token.word for token in lacking))
    others = [token for token in sentence.nouns(holder) if token.proper and not alike(token, key)]
    agreement = Agreement.DIFFERENT if others else Agreement.SAME
    return Facet(facet.name, agreement, facet.claimed, sentence.slice(holder.first, holder.last))


def _rival(sides: Sides, phrase: Phrase, key: Token, level: Level) -> Phrase | None:
    """Return a phrase that stands where the claim's would: another subject, another place."""
    placing = phrase.role in PLACING
    for other in level.phrases:
        head = level.sentence.tokens[other.head]
        same_role = other.role in PLACING if placing else other.role == phrase.role
        if not placing and is_teller(sides, other):
            continue
        if not same_role or other is sides.found.phrase or not sides.is_thing(level.sentence, other):
            continue
        if key.proper != head.proper and (placing or phrase.role != SUBJECT):
            continue
        heads = [head for head in _heads(level.sentence, other) if sides.is_claimed(head)]
        if not heads or (phrase.role == SUBJECT and all(_only_owns(sides, phrase, head) for head in heads)):
            return other
    return None


def _only_owns(sides: Sides, phrase: Phrase, head: Token) -> bool:
    """Whether a word of the passage's subject is in the claim's only as the owner: Osei, and "Osei's sister"."""
    same = [token for token in sides.claim.sentence.nouns(phrase) if alike(token, head)]
    return bool(same) and not head.owner and all(token.owner for token in same)


def _heads(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the head of a phrase, and those of the other names beside it."""
    return [sentence.tokens[p.head] for p in (phrase, *renamings(sentence, phrase))]
