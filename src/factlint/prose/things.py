"""What a noun phrase is: a person, a place, a company, a bridge; and what a pronoun or "the carmaker" may stand for."""

from __future__ import annotations

from functools import lru_cache

from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import is_measure
from factlint.values.counted import measures
from factlint.values.countries import nation
from factlint.values.folding import fold
from factlint.values.grammar import singular
from factlint.values.names.tables import groups, word_set

_THINGS = frozenset(("it", "its"))
_SEVERAL = frozenset(("they", "their", "them"))
_PERSONS = frozenset(("he", "she", "his", "her", "him"))
_COUNTING = frozenset(("", "%", "x", "pp"))


def fits(named: list[Token], pointer: str, *, plural: bool = False) -> bool:
    """Whether what was named may be what a pronoun, or the stem of a kind of thing ("carmaker"), stands for."""
    nouns = [token for token in named if token.tag is Tag.NOUN and not token.owner]
    if not nouns:
        return False
    if pointer in _THINGS:
        return not is_person(named) and not is_plural(nouns[-1])
    if pointer in _SEVERAL:
        return is_plural(nouns[-1]) or nouns[-1].proper
    if pointer in _PERSONS:
        return is_person(named) or (nouns[-1].proper and not kinds_of(nouns) and not _is_place(nouns))
    return is_plural(nouns[-1]) == plural and _is_of_kind(named, nouns, pointer)


def suits(sentence: Sentence, phrase: Phrase, verb: str) -> bool:
    """Whether what a phrase names can do what a verb says: no pandemic handles goods, no council seats 300 or weighs 4 tonnes."""
    words, nouns = lexicon(), sentence.nouns(phrase)
    verb = verb.removeprefix("be_").split("_")[0]
    if not verb or not nouns:
        return True
    head = nouns[-1]
    if verb in words.acting and not head.proper:
        definite = sentence.tokens[phrase.first].tag is Tag.DET or nouns[0].owner
        return head.stem not in words.events and (definite or _is_people(head.word))
    if verb in words.measuring:
        return not is_person(nouns) and head.stem not in words.bodies
    return True


def _is_of_kind(named: list[Token], nouns: list[Token], kind: str) -> bool:
    words = lexicon()
    if any(words.alike(kind, token.stem) for token in nouns) or kind in kinds_of(nouns):
        return True
    if not nouns[-1].proper:
        return False
    said, person = kinds_of(nouns), kind in words.people
    if is_person(named) != person and (is_person(named) or said or _is_place(nouns)):
        return False
    if said:
        return kind in said
    return not _is_place(nouns) or kind in _places()


def says_kind(named: list[Token], kind: str) -> bool:
    """Whether the words of a name say that it is of a kind."""
    nouns = [token for token in named if token.tag is Tag.NOUN]
    return kind in kinds_of(nouns) or any(lexicon().alike(kind, token.stem) for token in nouns)


def kinds_of(nouns: list[Token]) -> frozenset[str]:
    """Return the stems of the kinds that the words of a name say it is of ("Delta satellite": spacecraft, probe …)."""
    parts = {part for token in nouns for part in (*token.stem.split("_"), *token.word.split())}
    found: set[str] = set()
    for general, *narrower in lexicon().kinds:
        said = [words for words in narrower if parts & words]
        if said or parts & general:
            found |= general.union(*(said or narrower))
    return frozenset(found)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    lines = (frozenset().union(*line) for line in lexicon().kinds)
    return next((words for words in lines if "citi" in words), frozenset())


def _is_place(nouns: list[Token]) -> bool:
    word = nouns[-1].word
    return bool(nation(word)) or fold(word) in groups("places", "same")


def is_person(named: list[Token]) -> bool:
    """Whether words name a person: by a title, an office, or a noun for people."""
    nouns = [token for token in named if token.tag is Tag.NOUN]
    if not nouns:
        return False
    last = nouns[-1]
    if not last.proper:
        return last.stem in lexicon().people or _is_people(last.word)
    titles = word_set("titles", "courtesy") | word_set("titles", "nouns") | word_set("titles", "honours")
    before = [part for token in nouns[:-1] for part in token.word.split()]
    titled = any(fold(part) in titles or singular(part) in titles for part in before)
    return titled or (_has_given_name(nouns) and not kinds_of(nouns))


def _has_given_name(nouns: list[Token]) -> bool:
    """Whether a name begins with a name that people are given."""
    first = next((token for token in nouns if token.proper), None)
    return first is not None and fold(first.word.split()[0]) in word_set("given_names", "names")


@lru_cache(maxsize=2048)
def _is_people(word: str) -> bool:
    vocabulary = measures.load()
    head = vocabulary.head_at([word], 0)
    return head is not None and head[0] in vocabulary.kinds("person")


def is_plural(token: Token) -> bool:
    """Whether a common noun is in the plural."""
    return not token.proper and singular(token.word) != token.word


def has_figure(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a figure stands in a phrase and says how many of its things there are; "the 19 km line" is one line."""
    return any(_counts(token) for token in sentence.tokens[phrase.first : phrase.last + 1])


def _counts(token: Token) -> bool:
    quantity = token.quantity
    return token.tag is Tag.VALUE and not token.compound and (quantity is None or quantity.unit in _COUNTING)


def is_measure_alone(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase only names what is measured ("net profit"), and not of whom."""
    nouns = sentence.nouns(phrase)
    return is_measure(sentence.tokens[phrase.head].word) and not any(token.proper for token in nouns)


def worked_on(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Return what is worked on, for "work on the bridge", which "it" goes on to speak of."""
    if sentence.tokens[phrase.head].word not in _WORKS:
        return None
    tied = (p for p in sentence.phrases if p.holder is phrase and p.role in ("on", "of", "for"))
    return next(tied, None)


_WORKS = frozenset(
    (
        "work",
        "works",
        "construction",
        "building",
        "repair",
        "repairs",
        "restoration",
        "planning",
        "design",
        "question",
        "issue",
        "matter",
    )
)
