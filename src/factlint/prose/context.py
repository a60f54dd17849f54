"""What stands before a sentence and may fill what it leaves unsaid: pronouns, "the company", the topic, the heading."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.frames import subjects
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import is_measure
from factlint.values.folding import fold
from factlint.values.names.tables import word_set

_POINTERS = frozenset(("the", "this", "that", "its", "their", "his", "her", "these", "those"))
_OWNING = frozenset(("its", "their", "his", "her"))
_REACH = 4


def is_anaphor(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase points to what was named before: "it", "the company", "the latter"."""
    head = sentence.tokens[phrase.head]
    if head.tag is Tag.PRON or head.word in {"latter", "former"}:
        return True
    words = [token for token in sentence.nouns(phrase)]
    first = sentence.tokens[phrase.first]
    plain = len(words) == 1 and not any(token.proper or token.owner for token in words)
    return plain and first.word in _POINTERS and head.stem in lexicon().anaphors


def points_back(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun, or stands for something that was named before and may be it."""
    if not is_anaphor(sentence, phrase):
        return False
    return sentence.tokens[phrase.head].tag is Tag.PRON or bool(stands_for(sentence, phrase))


def owned_by_pronoun(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase belongs to something named before ("its revenue")."""
    return sentence.tokens[phrase.first].word in _OWNING


def has_figure(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a figure stands in a phrase, and says how many of its things there are."""
    return any(_counts(token) for token in sentence.tokens[phrase.first : phrase.last + 1])


def _counts(token: Token) -> bool:
    """Whether a figure says how many, and doesn't measure: "the 19 km line" is one line."""
    quantity = token.quantity
    return token.tag is Tag.VALUE and not token.compound and (quantity is None or quantity.unit in _COUNTING)


_COUNTING = frozenset(("", "%", "x", "pp"))


def earlier(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences before one, the nearest first."""
    at = sentence.before
    for _ in range(_REACH):
        if at is None:
            return
        yield at
        at = at.before


def antecedent(sentence: Sentence) -> list[Token]:
    """Return the words of the one thing that a pronoun in subject place stands for; none where several could.

    The subject of the sentence before is taken, or whom it belongs to ("its fleet"), unless another name stands
    there as an object.
    """
    for previous in earlier(sentence):
        mains = [phrase for clause in previous.clauses[:1] for phrase in subjects(previous, clause)]
        pointing = [phrase for phrase in mains if is_anaphor(previous, phrase)]
        if len(mains) == 1 and pointing and previous.tokens[pointing[0].head].tag is Tag.NOUN:
            phrase = pointing[0]
            return [*previous.tokens[phrase.first : phrase.last + 1], *stands_for(previous, phrase)]
        named = [phrase for phrase in mains if _is_topic(previous, phrase)]
        if not named:
            continue
        if len(named) > 1 and not all(phrase.joined for phrase in named[1:]):
            named = named[:1]
        if len(named) > 1 or _rivals(previous, named[0]):
            return []
        return _owner_or_all(previous, named[0])
    return list(sentence.heading.tokens) if sentence.heading else []


def _is_topic(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a subject names what its sentence is about: no pronoun, no measure, nothing that belongs to one."""
    if is_anaphor(sentence, phrase) or owned_by_pronoun(sentence, phrase):
        return False
    owned = any(token.owner for token in sentence.nouns(phrase))
    return owned or not (_is_measure_alone(sentence, phrase) or has_figure(sentence, phrase))


def _rivals(sentence: Sentence, named: Phrase) -> bool:
    return any(
        phrase.role == OBJECT and sentence.tokens[phrase.head].proper and phrase is not named
        for phrase in sentence.phrases
    )


def _owner_or_all(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the words of a subject, or of whom it belongs to where it is only a measure ("Acme's revenue")."""
    head = sentence.tokens[phrase.head]
    owners = [token for token in sentence.nouns(phrase) if token.owner]
    return owners if owners and is_measure(head.word) else sentence.tokens[phrase.first : phrase.last + 1]


def _is_measure_alone(sentence: Sentence, phrase: Phrase) -> bool:
    nouns = sentence.nouns(phrase)
    return is_measure(sentence.tokens[phrase.head].word) and not any(token.proper for token in nouns)


def latter(sentence: Sentence, word: str) -> list[Token]:
    """Return the words that "the latter" or "the former" stands for: one of two coordinated names."""
    for previous in (sentence, *earlier(sentence)):
        for first, second in zip(previous.phrases, previous.phrases[1:], strict=False):
            if second.joined and previous.tokens[second.head].proper and previous.tokens[first.head].proper:
                chosen = second if word == "latter" else first
                return previous.tokens[chosen.first : chosen.last + 1]
    return []


def starts_anew(sentence: Sentence) -> bool:
    """Whether a sentence says that it speaks of something else ("in a separate attack")."""
    words = lexicon().contrast
    return any(token.stem in words for token in sentence.tokens)


def stands_for(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the words that an anaphor stands for; none where what was named is of another kind."""
    head = sentence.tokens[phrase.head]
    if head.word in {"latter", "former"}:
        return latter(sentence, head.word)
    pronoun = head.tag is Tag.PRON or owned_by_pronoun(sentence, phrase)
    for find in (_owner_before, _subject_inside, _of_its_kind, _named_before):
        found = find(sentence, phrase)
        if found and (pronoun or _may_be(head, found)):
            return found
    return []


def _may_be(head: Token, named: list[Token]) -> bool:
    """Whether "the tunnel" may be what was named: a thing called so, or a name that says no kind."""
    words = lexicon()
    if any(words.alike(head.stem, token.stem) for token in named):
        return True
    nouns = [token for token in named if token.tag is Tag.NOUN]
    if is_person(named) and head.stem not in words.people:
        return False
    return bool(nouns) and nouns[-1].proper and nouns[-1].stem not in words.anaphors


def is_person(named: list[Token]) -> bool:
    """Whether words name a person by a title or an office."""
    titles = word_set("titles", "courtesy") | word_set("titles", "nouns") | word_set("titles", "honours")
    return (
        len(named) > 1
        and named[-1].proper
        and any(fold(part) in titles for token in named[:-1] for part in token.word.split())
    )


def _owner_before(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the one owner that a sentence names before "its"."""
    owners = [token for token in sentence.tokens[: phrase.first] if token.owner]
    single = owned_by_pronoun(sentence, phrase) and len({token.stem for token in owners}) == 1
    return owners[:1] if single else []


def _subject_inside(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the one subject of an earlier clause of the sentence."""
    inside = [
        other
        for other in sentence.phrases
        if other.head < phrase.first
        and other.role == SUBJECT
        and other.clause is not phrase.clause
        and sentence.tokens[other.head].tag is Tag.NOUN
        and _is_topic(sentence, other)
    ]
    return _owner_or_all(sentence, inside[0]) if len(inside) == 1 else []


def _of_its_kind(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the one name before that may be what "the airline" is, the nearest sentence first."""
    head = sentence.tokens[phrase.head]
    if head.tag is Tag.PRON or owned_by_pronoun(sentence, phrase):
        return []
    for previous in earlier(sentence):
        named = [p for p in previous.phrases if p.role == SUBJECT and previous.tokens[p.head].proper]
        fitting = [p for p in named if _may_be(head, previous.tokens[p.first : p.last + 1])]
        if fitting:
            one = fitting[0]
            return previous.tokens[one.first : one.last + 1] if len(fitting) == 1 else []
    return []


def _named_before(sentence: Sentence, phrase: Phrase) -> list[Token]:
    return antecedent(sentence)
