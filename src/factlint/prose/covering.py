"""Whether the words of a claim are said of a passage's figure."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose import causes
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Kind
from factlint.prose.frames import PLACING, WHEN
from factlint.prose.identity import is_teller
from factlint.prose.levels import Level
from factlint.prose.lexicon import stem
from factlint.prose.needed import counted, must_be_found, verbs
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.sharing import renamings
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure


def claimed_words(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for every phrase and verb of the claim: found, missing, or another in its place."""
    for phrase in sides.claim.phrases:
        own = phrase is sides.claim.phrase and sides.claim.token.tag is not Tag.DATE
        if own or sides.is_source(sides.claim.sentence.tokens[phrase.head]):
            continue
        facet = _phrase(sides, phrase)
        if facet is not None:
            yield facet
    yield from verbs(sides)
    yield from counted(sides)


def _phrase(sides: Sides, phrase: Phrase) -> Facet | None:
    """Look for a phrase of the claim, scope by scope, until it is found or another stands in its place."""
    sentence = sides.claim.sentence
    words = [token for token in sentence.nouns(phrase) if must_be_found(sides, token)]
    if not words or sides.is_meant(phrase):
        return None
    if phrase.role == "against" and not any(token.word in _OPPOSING for token in sides.levels.near.tokens):
        return Facet("words", Agreement.MISSING, f"against {sentence.slice(phrase.first, phrase.last)}")
    head = sentence.tokens[phrase.head]
    key = head if head in words else words[-1]
    text = sentence.slice(phrase.first, phrase.last)
    name = "place" if phrase.role in PLACING else "subject" if phrase.role == SUBJECT else "words"
    if not causes.is_told(sides, phrase, key):
        return Facet(name, Agreement.MISSING, f"{phrase.role} {text}")
    if phrase.role in WHEN and (other := _other_time(sides, phrase, key)):
        return Facet("time", Agreement.DIFFERENT, f"{phrase.role} {text}", f"{other} {text}")
    for number, level in enumerate(sides.levels.all):
        if number > 1 and _is_predicate(sides, phrase):
            break  # what something is has to be said of it
        if number > REST and phrase.role == SUBJECT and sides.found_points_back:
            break  # the pronoun's own antecedent was among the nearer words
        if phrase.role in PLACING and (_is_seat(sides, key, level) or (number == REST and _is_placed(sides))):
            continue
        if number > REST and _is_mentioned(key, level):
            return Facet(name, Agreement.SAME, text, text)
        if any(alike(key, token) for token in level.tokens if id(token) not in sides.examples):
            near = level if number else sides.levels.near
            namesake = _namesake(sides, words, key, near) or _sibling(sides, words, key, near)
            namesake = namesake or _several(sides, phrase, key, level)
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


def _is_mentioned(key: Token, level: Level) -> bool:
    """Whether a phrase of what was told before holds the word: "the settlement", "reached a settlement"."""
    return any(token.tag is Tag.VERB and key.stem in token.stem.split("_")[1:] for token in level.tokens)


def _is_seat(sides: Sides, key: Token, level: Level) -> bool:
    """Whether a place is only where somebody has his seat, beside what is told of him: "the firm, based in Oslo"."""
    sentence = level.sentence
    named = [at for at, token in enumerate(sentence.tokens) if token in level.tokens and alike(key, token)]
    clauses = [sentence.owners.get(at) for at in named]
    beside = all(clause is not None and clause.kind in _BESIDE for clause in clauses)
    words = {sentence.tokens[at].word for clause in clauses if clause is not None for at in clause.members}
    ours = {token.word for token in sides.claim.sentence.tokens}
    return bool(named) and beside and bool(words & _SEATS) and not ours & _SEATS


def _is_placed(sides: Sides) -> bool:
    """Whether the figure's own clause says where it is, so that places of other clauses don't."""
    own = (p for p in sides.found.phrases if p.clause is sides.found.clause and p.role in PLACING)
    return any(p is not sides.found.phrase and p.head in sides.found.own for p in own)


_BESIDE = (Kind.PARTICIPLE, Kind.RELATIVE, Kind.APPOSITION)
_SEATS = frozenset("based headquartered headquarters seat registered domiciled".split())


def _is_predicate(sides: Sides, phrase: Phrase) -> bool:
    """Whether a phrase stands right behind the copula of a statement, or what is like one: "is in Italian", "stayed flat"."""
    claim, verb = sides.claim, sides.claim.clause.verb
    if verb is None or phrase.clause is not claim.clause or phrase.first not in (verb + 1, verb + 2):
        return False
    told = claim.sentence.tokens[verb]
    return (told.tag is Tag.AUX and claim.at == verb) or told.stem in _STAYING


_STAYING = frozenset(map(stem, "remain stay become seem appear".split()))


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


def _several(sides: Sides, phrase: Phrase, key: Token, level: Level) -> list[Token]:
    """Return the plural in which the passage has the claim's one thing: "the museum", "the city's museums"."""
    sentence = sides.claim.sentence
    bare = phrase.role == SUBJECT and sentence.nouns(phrase) == [key] and not key.proper
    one = bare and not key.word.endswith("s") and not is_measure(key.word)
    if not one or sentence.tokens[phrase.first].word not in {"the", "this"}:
        return []
    same = [token for token in level.tokens if alike(key, token)]
    return same if all(token.stem == key.stem and token.word == f"{key.word}s" for token in same) else []


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
    told = sides.levels.tokens
    lacking = [t for t in words if not any(alike(t, other) or _is_in_name(t, other) for other in told)]
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


def _is_in_name(token: Token, other: Token) -> bool:
    """Whether a word is one of those of a phrase: "health" of "National Health Service"."""
    return token.tag is other.tag is Tag.NOUN and token.stem in other.stem.split("_")


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
