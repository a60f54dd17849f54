"""Figures that a reader adds up or divides: "twelve men and nine women", "240 samples … sixty of them"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token

_PLACES = 1  # decimals of a share
_THEM = frozenset(("them", "these", "those"))


def exact(token: Token) -> Fraction | None:
    """Return the number of a figure that is exact, else ``None``."""
    quantity = token.quantity
    return quantity.low if quantity is not None and quantity.low == quantity.high else None


def plain(number: Fraction) -> str:
    """Write a share or a percentage to one decimal, and a whole number without."""
    return f"{float(number):.{0 if number.denominator == 1 else _PLACES}f}"


def added(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "twelve men and nine women" as "21 people": two kinds that make up all of a third one."""
    together = lexicon().together
    for first, second in pairwise(sentence.phrases):
        numbers = [_count(sentence, phrase) for phrase in (first, second)]
        kinds = frozenset(sentence.tokens[phrase.head].stem for phrase in (first, second))
        word = together.get(kinds)
        if second.joined and word and numbers[0] is not None and numbers[1] is not None:
            start, end = sentence.tokens[first.first].start, sentence.tokens[second.last].end
            yield start, end, f"{int(numbers[0] + numbers[1]):,} {word}"


def multiples(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "twice the 30 million of a year earlier" and "three times as much as the year before" as "up by 100%"."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        times = _TIMES.get(token.word)
        behind = " ".join(other.word for other in tokens[at + 1 :])
        if times is None or token.tag is not Tag.VALUE or not _BEFORE.search(behind):
            continue
        if tokens[at + 1 : at + 2] and tokens[at + 1].word in {"the", "as", "that", "what"}:
            end = tokens[-1].start if tokens[-1].tag is Tag.MARK else tokens[-1].end
            yield token.start, end, _CHANGED[times]


_BEFORE = re.compile(
    r"^(?:the|as|that|what)\b[^,;]{0,60}\b(?:earlier|before|previous year|last year|ago)$|^[^,;]{0,60}\b(?:earlier|before|previous year|last year|ago) [.!]$"
)
_CHANGED = {
    Fraction(2): "doubled",
    Fraction(3): "tripled",
    Fraction(4): "quadrupled",
    Fraction(5): "up by 400%",
    Fraction(1, 2): "halved",
}
_TIMES = {
    **dict.fromkeys(("twice", "double", "two times"), Fraction(2)),
    **dict.fromkeys(("three times", "triple", "treble"), Fraction(3)),
    "four times": Fraction(4),
    "five times": Fraction(5),
    "half": Fraction(1, 2),
}


def courses(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "covered 20,000 hectares in 1985 and 14,000 hectares in 2015" as "fell by 30% between 1985 and 2015"."""
    tokens = sentence.tokens
    told = [at for at, t in enumerate(tokens) if t.tag is Tag.VALUE and _year_of(tokens, at)]
    if len(told) != 2 or sum(t.tag is Tag.VALUE for t in tokens) != 2:
        return
    first, second = told
    verb = sentence.owners[first].verb if first in sentence.owners else None
    old, new = exact(tokens[first]), exact(tokens[second])
    units = {t.quantity.unit for t in (tokens[first], tokens[second]) if t.quantity}
    if verb is None or verb > first or not old or new is None or old == new or len(units) != 1:
        return
    years = [_year_of(tokens, at) for at in told]
    way, share = ("rose" if new > old else "fell"), plain(abs(new - old) / old * 100)
    end = max(at for at, t in enumerate(tokens) if t.tag is Tag.DATE and at > second)
    yield tokens[verb].start, tokens[end].end, f"{way} by {share}% between {years[0]} and {years[1]}"


def _year_of(tokens: list[Token], at: int) -> str:
    """Return the year that stands behind a figure: "14,000 hectares in 2015"; "" for none."""
    for token in tokens[at + 1 : at + 5]:
        if token.tag in (Tag.VALUE, Tag.VERB, Tag.MARK, Tag.CONJ):
            return ""
        if token.tag is Tag.DATE:
            return token.word[-4:] if token.word[-4:].isdecimal() else ""
    return ""


def losses(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "lost a tenth of their value" as "fell by a tenth"."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-4]):
        words = [other.word for other in tokens[at + 2 : at + 5]]
        moved = {"lost": "fell", "lose": "fall", "gained": "rose"}.get(token.word)
        if moved and tokens[at + 1].tag is Tag.VALUE and words[:1] == ["of"] and words[2] in _WORTH:
            share = sentence.text[tokens[at + 1].start : tokens[at + 1].end]
            yield token.start, tokens[at + 4].end, f"{moved} by {share}"


_WORTH = frozenset(("value", "worth", "price"))


def shares_of_them(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "sixty of them" as "25% of the 240 samples" where the sentence before counts one thing only."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2):
        some = exact(tokens[at]) if tokens[at].tag is Tag.VALUE else None
        fronted = at > 1 and tokens[0].word == "of" and tokens[1].word in _THEM and at <= 3
        behind = tokens[at + 1].word == "of" and tokens[at + 2].word in _THEM
        bare = at == 0 and tokens[1].tag in (Tag.VERB, Tag.AUX) and not fronted
        quantity = tokens[at].quantity
        if some is None or quantity is None or quantity.unit or not (fronted or behind or bare):
            continue
        whole = _counted_before(sentence)
        if whole is None:
            continue
        place, phrase = whole
        total = _count(place, phrase)
        if total and some.denominator == 1 and some < total:
            words = f"{plain(some / total * 100)}% of the {_named(place, phrase)}"
            last = at + 2 if behind else at
            start, end = tokens[0 if fronted else at].start, tokens[last].end
            yield start, end, words


def remainders(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "Of the 23 climbers nine …; the others have not been found" as "14 climbers have not been found"."""
    for phrase in sentence.phrases:
        words = [token.word for token in sentence.tokens[phrase.first : phrase.last + 1]]
        if words not in _REST:
            continue
        told = _whole_and_part(sentence, phrase.first) or (
            _whole_and_part(sentence.before, len(sentence.before.tokens)) if sentence.before else None
        )
        if told is not None:
            total, part, named = told
            start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
            yield start, end, f"{int(total - part):,} {named}"


_REST = (["the", "others"], ["the", "rest"], ["the", "remainder"], ["the", "other"])


def _whole_and_part(sentence: Sentence, stop: int) -> tuple[Fraction, Fraction, str] | None:
    """Return the one whole, the one part of it and the things, told before a token: "of the 23 climbers, nine"."""
    counts = [(at, exact(t)) for at, t in enumerate(sentence.tokens[:stop]) if t.tag is Tag.VALUE]
    whole_before = _counted_before(sentence) if len(counts) == 1 else None
    if whole_before is not None and counts[0][1] is not None:
        place, counted = whole_before
        own, total, part = sentence.phrase_at(counts[0][0]), _count(place, counted), counts[0][1]
        bare = own is not None and own.role == SUBJECT and not sentence.nouns(own)
        if bare and total is not None and part < total and part.denominator == 1:
            return total, part, " ".join(token.word for token in place.nouns(counted))
    numbers = [(at, number) for at, number in counts if number is not None and number.denominator == 1]
    if len(counts) != 2 or len(numbers) != 2:
        return None
    for (at, total), (_, part) in (numbers, numbers[::-1]):
        phrase = sentence.phrase_at(at)
        whole = phrase is not None and phrase.role == "of" and bool(sentence.nouns(phrase))
        if whole and phrase is not None and part < total:
            return total, part, " ".join(token.word for token in sentence.nouns(phrase))
    return None


def recounted(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "the census counted 103,000" as "it had 103,000 inhabitants" where the sentence before counts them."""
    for found in _CENSUS.finditer(sentence.text):
        at = next((n for n, token in enumerate(sentence.tokens) if token.start == found.end()), None)
        own = sentence.phrase_at(at) if at is not None and sentence.tokens[at].tag is Tag.VALUE else None
        whole = _counted_before(sentence)
        if at is None or own is None or sentence.nouns(own) or whole is None:
            continue
        place, counted = whole
        if sentence.tokens[at].quantity and place.tokens[counted.head].stem in _people():
            end, named = sentence.tokens[at].end, " ".join(token.word for token in place.nouns(counted))
            yield found.start(), end, f"it had {sentence.text[found.end() : end]} {named}"


_CENSUS = re.compile(
    r"\b(?:the|a|that year's) (?:[\w’'-]+ )?(?:census|count|survey) (?:of \w+ )?(?:counted|recorded|registered|found|gave|showed) "
)


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(stem(word) for word in ("inhabitants", "residents", "people", "persons"))


def _counted_before(sentence: Sentence) -> tuple[Sentence, Phrase] | None:
    """Return the one count of things in the nearest sentence before that has any."""
    for place in earlier(sentence):
        counted = [phrase for phrase in place.phrases if _count(place, phrase) is not None]
        figures = [t for t in place.tokens if t.quantity is not None and not t.quantity.unit]
        if figures:
            return (place, counted[0]) if len(counted) == len(figures) == 1 else None
    return None


def _named(sentence: Sentence, phrase: Phrase) -> str:
    """Return the words of a count with what it is of: "240 samples of honey"."""
    parts = [p.last for p in sentence.phrases if p.holder is phrase and p.role == "of"]
    first = next(at for at in range(phrase.first, phrase.last + 1) if sentence.tokens[at].tag is Tag.VALUE)
    return sentence.slice(first, max([phrase.last, *parts]))


def _count(sentence: Sentence, phrase: Phrase) -> Fraction | None:
    """Return how many things a phrase counts, where it is a whole number without a unit that stands with a noun."""
    values = [t for t in sentence.tokens[phrase.first : phrase.last + 1] if t.tag is Tag.VALUE]
    if len(values) != 1 or not sentence.nouns(phrase) or values[0].compound:
        return None
    quantity, number = values[0].quantity, exact(values[0])
    bare = quantity is not None and not quantity.unit and number is not None and number.denominator == 1
    return number if bare else None
