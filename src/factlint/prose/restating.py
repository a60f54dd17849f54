"""What a sentence says in other words, as sentences of their own: "beat B in the final" is "won the final"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from factlint.prose import ranks
from factlint.prose.among import parted
from factlint.prose.clauses import Clause, Kind
from factlint.prose.crowning import unrivalled
from factlint.prose.descriptors import bare_places
from factlint.prose.events import told_as_events
from factlint.prose.frames import has_value
from factlint.prose.framing import frame
from factlint.prose.identities import identities
from factlint.prose.incumbency import incumbencies
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.lives import lived
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.possessing import possessed
from factlint.prose.sentence import Sentence
from factlint.prose.telling import denied
from factlint.prose.tokens import Tag, Token
from factlint.prose.votes import cast
from factlint.prose.winning import parties, text_of, won
from factlint.prose.words import says

_AMONG = frozenset(("them", "whom", "which"))


def restated(sentence: Sentence) -> Iterator[str]:
    """Yield the sentences that say something of what one says in other words."""
    yield from told_as_events(sentence)
    yield from lived(sentence)
    yield from cast(sentence)
    yield from parted(sentence)
    yield from unrivalled(sentence)
    yield from _listed(sentence)
    for clause in sentence.clauses:
        if clause.verb is None or sentence.tokens[clause.verb].tag is not Tag.VERB:
            continue
        if denied(frame(sentence, clause.verb)):
            continue
        yield from won(sentence, clause)
        yield from _made(sentence, clause)
    yield from _makers(sentence)
    yield from _first(sentence)
    yield from _behind(sentence)
    yield from _but_none(sentence)
    yield from _next(sentence)
    yield from possessed(sentence)
    yield from bare_places(sentence)
    yield from incumbencies(sentence)


def _listed(sentence: Sentence) -> Iterator[str]:
    """Read "Nine states signed it, among them A and B" as "A and B signed it"."""
    tokens, text = sentence.tokens, sentence.text
    for at, token in enumerate(tokens):
        among = (
            token.word == "among"
            and [t.word for t in tokens[at + 1 : at + 2]]
            and tokens[at + 1].word in _AMONG
        )
        if not among and token.word != "including":
            continue
        items = _items(sentence, at + (2 if among else 1))
        whole = _whole(sentence, at, among=bool(among))
        if not items or whole is None:
            continue
        names = text[tokens[items[0].first].start : tokens[items[-1].last].end]
        start, end = tokens[whole.first].start, tokens[whole.last].end
        rest = text[end : tokens[at].start].rstrip(" ,(–—") + text[tokens[items[-1].last].end :].lstrip(",)")
        yield f"{text[:start]}{names}{rest}"


def _items(sentence: Sentence, first: int) -> list[Phrase]:
    """Return the names of the list that starts at a token."""
    found: list[Phrase] = []
    for phrase in sentence.phrases:
        if phrase.first == first or (found and phrase.joined and phrase.first <= found[-1].last + 3):
            found.append(phrase)
    named = all(sentence.tokens[phrase.head].proper for phrase in found)
    return found if named else []


def _whole(sentence: Sentence, at: int, *, among: bool) -> Phrase | None:
    """Return what a list names some of: what stands right before it, or the things counted before."""
    before = [p for p in sentence.phrases if p.last < at and sentence.nouns(p)]
    plural = [p for p in before if sentence.tokens[p.head].word.endswith("s") or has_value(sentence, p)]
    counted = [p for p in plural if has_value(sentence, p)]
    if among:
        return counted[-1] if counted else (plural[0] if plural else None)
    return before[-1] if before and before[-1] in plural and before[-1].last >= at - 2 else None


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[str, ...]]:
    """Return the nouns for those who do something, by the stem of what they do."""
    found: dict[str, list[str]] = {}
    for verb, noun in lexicon().doers:
        found.setdefault(stem(verb), []).append(noun)
    return {verb: tuple(nouns) for verb, nouns in found.items()}


@lru_cache(maxsize=1)
def _verbs() -> dict[str, str]:
    """Return what somebody does, by the stem of the noun for him."""
    return {stem(noun): verb for verb, noun in lexicon().doers}


def _made(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """Read "The novel was written by A" as "A is the author of the novel"."""
    nouns = _nouns().get(sentence.tokens[clause.verb or 0].stem, ())
    who, what = parties(sentence, clause) if nouns else ("", "")
    if who and what:
        yield from (f"{who} is the {noun} of {what}." for noun in nouns)


def _makers(sentence: Sentence) -> Iterator[str]:
    """Read "A, the author of the novel" as "A wrote the novel"."""
    verbs = _verbs()
    for one in identities(sentence):
        heads = [token for token in one.role if token.stem in verbs and not token.owner]
        if not heads or one.ended or one.denied or one.unsettled:
            continue
        tied = [
            p for p in sentence.phrases if p.role == "of" and p.holder and _heads(sentence, p.holder, heads)
        ]
        owners = [token for token in one.role if token.owner]
        what = (
            text_of(sentence, tied[0])
            if tied
            else sentence.text[owners[0].start : owners[0].end]
            if owners
            else ""
        )
        if what and all(says(token) for token in one.name):
            name = sentence.text[one.name[0].start : one.name[-1].end]
            yield f"{name} {verbs[heads[0].stem]} {what.removesuffix('’s').removesuffix(chr(39) + 's')}."


def _first(sentence: Sentence) -> Iterator[str]:
    """Read "The youngest, Ali Yilmaz, is 19" as "Ali Yilmaz is the youngest"."""
    for first, other in _titled(sentence):
        if _is_first(sentence, first) and sentence.tokens[other.head].proper:
            yield f"{text_of(sentence, other)} is {_with_place(sentence, first)}."
    for clause in sentence.clauses:
        left = sentence.phrase_at(clause.antecedent) if clause.antecedent is not None else None
        if clause.kind is not Kind.APPOSITION or left is None or not sentence.of(clause):
            continue
        pair = (left, sentence.of(clause)[0])
        for first, other in (pair, pair[::-1]):
            if _is_first(sentence, first) and sentence.tokens[other.head].proper:
                yield f"{text_of(sentence, other)} is {_with_place(sentence, first)}."


def _but_none(sentence: Sentence) -> Iterator[str]:
    """Read "They found rust but no leaks" as "They found no leaks" too."""
    tokens = sentence.tokens
    for at in range(2, len(tokens) - 1):
        clause = sentence.owners.get(at)
        verb = clause.verb if clause is not None else None
        none = tokens[at + 1].word.split(" ")[0] == "no" and sentence.phrase_at(at + 1)
        if tokens[at].word != "but" or verb is None or verb > at or not none:
            continue
        yield f"{sentence.slice(0, verb)} {sentence.slice(at + 1, none.last)}."


def _next(sentence: Sentence) -> Iterator[str]:
    """Read "The first season was shot in Varna, the second in Split" as "The second season was shot in Split"."""
    tokens, text = sentence.tokens, sentence.text
    first = next((p for p in sentence.phrases if p.role == SUBJECT and _ordinal(sentence, p)), None)
    if first is None or first.clause.verb is None or not first.last < first.clause.verb:
        return
    for at in range(first.clause.verb + 1, len(tokens) - 3):
        led = tokens[at].word in {",", "and", ";"} and tokens[at + 1].word == "the"
        one, after = ranks.rank(tokens[at + 2].stem), tokens[at + 3]
        if not led or one is None or one.by or after.tag is not Tag.PREP:
            continue
        same = next((n for n in range(first.clause.verb, at) if tokens[n].word == after.word), None)
        noun = text[tokens[first.head].start : tokens[first.last].end]
        said = text[tokens[first.last].end : tokens[same].start].strip() if same else ""
        if said:
            yield f"The {tokens[at + 2].word} {noun} {said} {text[after.start :]}"


def _ordinal(sentence: Sentence, phrase: Phrase) -> bool:
    inside = [one for token in sentence.nouns(phrase) if (one := ranks.rank(token.stem))]
    return len(inside) == 1 and not inside[0].by and not ranks.rank(sentence.tokens[phrase.head].stem)


def _titled(sentence: Sentence) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the two phrases that name one thing at the end of a sentence: "… the highest mountain, Mount Kei"."""
    for n, (first, other) in enumerate(pairwise(sentence.phrases)):
        ends = n + 2 == len(sentence.phrases)
        if (
            ends
            and other.joined
            and sentence.tokens[other.first - 1].word == ","
            and other.first - 2 == first.last
        ):
            yield first, other


def _is_first(sentence: Sentence, phrase: Phrase) -> bool:
    tokens = sentence.tokens[phrase.first : phrase.last + 1]
    return any((one := ranks.rank(token.stem)) and one.by for token in tokens)


def _with_place(sentence: Sentence, phrase: Phrase) -> str:
    """Return a phrase with all that prepositions tie to it right behind, its article small."""
    last = phrase.last
    for other in sentence.phrases:
        if other.holder is not None and other.first == last + 2 and other.holder.last <= last:
            last = other.last
    text = sentence.slice(phrase.first, last)
    return text[0].lower() + text[1:]


def _behind(sentence: Sentence) -> Iterator[str]:
    """Read "the largest of the islands after Mara" as "the second-largest of the islands"."""
    for phrase in sentence.phrases:
        at = phrase.first - 1
        if (
            phrase.role != "after"
            or not sentence.tokens[phrase.head].proper
            or sentence.tokens[at].word != "after"
        ):
            continue
        before = [
            t for t in sentence.tokens[:at] if (one := ranks.rank(t.stem)) and one.by and one.place == 1
        ]
        if before:
            first, end = before[-1], sentence.tokens[phrase.last].end
            start = sentence.tokens[at].start
            text = sentence.text
            yield f"{text[: first.start]}second-{text[first.start : start].rstrip()}{text[end:]}"


def _heads(sentence: Sentence, phrase: Phrase, heads: list[Token]) -> bool:
    return any(sentence.tokens[phrase.head] is token for token in heads)
