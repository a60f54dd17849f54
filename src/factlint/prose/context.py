"""What stands before a sentence and may fill what it leaves unsaid: pronouns, "the company", "the latter"."""

from __future__ import annotations

from dataclasses import replace

from factlint.prose.clauses import Kind
from factlint.prose.frames import subjects
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.pairing import one_of_two
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.pointing import earlier, is_anaphor, owned_by_pronoun
from factlint.prose.sentence import Sentence
from factlint.prose.sharing import renamings
from factlint.prose.things import fits, has_figure, is_measure_alone, is_plural, says_kind, suits, worked_on
from factlint.prose.tokens import Tag, Token


def points_back(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun, or stands for something that was named before and may be it."""
    if not is_anaphor(sentence, phrase):
        return False
    return sentence.tokens[phrase.head].tag is Tag.PRON or bool(stands_for(sentence, phrase))


def stands_for(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the words of the one thing that a phrase stands for; none where several could be meant, or nothing fits."""
    head = sentence.tokens[phrase.head]
    if head.word in {"latter", "former"}:
        return one_of_two(sentence, head.word)
    if head.tag is Tag.PRON:
        return _by_pronoun(sentence, phrase, head.word)
    if owned_by_pronoun(sentence, phrase):
        return _owner_before(sentence, phrase) or _by_pronoun(
            sentence, phrase, sentence.tokens[phrase.first].word
        )
    return _by_kind(sentence, phrase, head)


def antecedent(sentence: Sentence, pronoun: str = "") -> list[Token]:
    """Return what a pronoun, "it" or "they" where none is given, at the start of a sentence would stand for."""
    return _in_earlier(sentence, pronoun or "it") or ([] if pronoun else _in_earlier(sentence, "they"))


def _by_pronoun(sentence: Sentence, phrase: Phrase, word: str) -> list[Token]:
    """Take the subject of an earlier clause of the sentence, or what the sentences before speak of."""
    inside = [
        other
        for other in sentence.phrases
        if other.head < phrase.first and other.role == SUBJECT and other.clause is not phrase.clause
    ]
    named = [other for other in inside if _is_topic(sentence, other, word)]
    if len(named) == 1:
        return _owner_or_all(sentence, named[0])
    if named:
        return []
    done = [p for p in sentence.phrases if p.last < phrase.first and p.clause is not phrase.clause]
    behind = [
        p for p in done if p.role == OBJECT and (_is_topic(sentence, p, word) or _is_new(sentence, p, word))
    ]
    if phrase.role not in (SUBJECT, OBJECT) and len(behind) == 1:
        return _owner_or_all(sentence, behind[0])  # "caught the disease and 61 had died of it"
    return _in_earlier(sentence, word, _verb_of(sentence, phrase))


def _verb_of(sentence: Sentence, phrase: Phrase) -> str:
    """Return the stem of the verb whose subject a pronoun is."""
    verb = phrase.clause.verb
    return sentence.tokens[verb].stem if phrase.role == SUBJECT and verb is not None else ""


def _in_earlier(sentence: Sentence, word: str, verb: str = "") -> list[Token]:
    """Return the subject of the sentence before that fits the pronoun, or else its one fitting object.

    verb: the stem of what the pronoun is said to do, "" where it is not known
    """
    for previous in earlier(sentence):
        mains = [p for clause in previous.clauses[:1] for p in subjects(previous, clause)]
        pointing = [p for p in mains if is_anaphor(previous, p) and suits(previous, p, verb)]
        if pointing and previous.tokens[pointing[0].head].tag is Tag.PRON:
            continue  # the topic goes on
        if pointing and len(mains) == 1:
            head = previous.tokens[pointing[0].first : pointing[0].last + 1]
            return [*head, *stands_for(previous, pointing[0])]
        named = [p for p in mains if _is_topic(previous, p, word, verb) and suits(previous, p, verb)]
        objects = [
            p
            for p in previous.phrases
            if p.role == OBJECT
            and (_is_topic(previous, p, word) or _is_new(previous, p, word))
            and suits(previous, p, verb)
            and p not in named
            and not _is_predicate(previous, p)
        ]
        if named:
            return _only(previous, named, objects)
        if len(objects) == 1:
            return _owner_or_all(previous, objects[0])
        if objects:
            return []
        asides = [p for p in previous.phrases if _is_aside(p)]
        asides = [p for p in asides if _is_topic(previous, p, word) or _is_new(previous, p, word)]
        others = [p for p in asides if suits(previous, p, verb)]
        owners = [
            token for p in mains for token in previous.nouns(p) if token.owner and fits([_bare(token)], word)
        ]
        if len(others) + len(owners) == 1:
            return owners or _owner_or_all(previous, others[0])
    return list(sentence.heading.tokens) if sentence.heading else []


def _is_predicate(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase says what its subject is: "March was the driest month"."""
    verb = phrase.clause.verb
    return verb is not None and sentence.tokens[verb].stem in {"be", "becom", "remain"}


def _is_aside(phrase: Phrase) -> bool:
    """Whether a phrase stands behind a preposition, or beside another name of its thing."""
    return phrase.role not in (SUBJECT, OBJECT) or phrase.clause.kind is Kind.APPOSITION


def _bare(owner: Token) -> Token:
    """Return an owner as a noun of its own."""
    return replace(owner, owner=False)


def _only(sentence: Sentence, named: list[Phrase], objects: list[Phrase]) -> list[Token]:
    """Return the subject's words, unless several subjects, or two names in subject and object, could be meant."""
    subject = named[0]
    if len(named) > 1 and all(phrase.joined for phrase in named[1:]):
        return []
    rivals = [p for p in objects if sentence.tokens[p.head].proper and sentence.tokens[subject.head].proper]
    return [] if rivals else _owner_or_all(sentence, subject)


def _is_topic(sentence: Sentence, phrase: Phrase, word: str, verb: str = "") -> bool:
    """Whether a phrase names something that a pronoun may stand for: no measure, nothing that belongs to a pronoun."""
    if (
        sentence.tokens[phrase.head].tag is not Tag.NOUN
        or is_anaphor(sentence, phrase)
        or (owned_by_pronoun(sentence, phrase) and not sentence.tokens[phrase.head].proper)
    ):
        return False
    owned = any(token.owner for token in sentence.nouns(phrase))
    if _is_bare_matter(sentence, phrase):
        return False
    moved = verb in lexicon().directions and not has_figure(sentence, phrase)
    if not owned and not moved and (is_measure_alone(sentence, phrase) or has_figure(sentence, phrase)):
        return False
    return fits(sentence.tokens[phrase.first : phrase.last + 1], word)


def _is_new(sentence: Sentence, phrase: Phrase, word: str) -> bool:
    """Whether "the disease" stands for nothing named before, and so is itself what a pronoun behind it stands for."""
    named = sentence.tokens[phrase.head].tag is Tag.NOUN and is_anaphor(sentence, phrase)
    return (
        named
        and not stands_for(sentence, phrase)
        and fits(sentence.tokens[phrase.first : phrase.last + 1], word)
    )


def _is_bare_matter(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a subject is matter without an article that something is done to: "Iron has been dug there"."""
    tokens = sentence.tokens[phrase.first : phrase.last + 1]
    bare = len(tokens) == 1 and not tokens[0].proper and not tokens[0].owner
    behind = [token.word for token in sentence.tokens[phrase.last + 1 : phrase.last + 4]]
    return bare and phrase.role == SUBJECT and bool({"is", "was", "been", "are", "were"} & set(behind))


def _owner_or_all(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the words of a phrase, or of whom it belongs to where it is only a measure ("Acme's revenue")."""
    owners = [token for token in sentence.nouns(phrase) if token.owner]
    if owners and is_measure_alone(sentence, phrase):
        return owners
    matter = worked_on(sentence, phrase)
    if matter is not None:
        return sentence.tokens[matter.first : matter.last + 1]
    names = (phrase, *renamings(sentence, phrase))
    return [token for p in names for token in sentence.tokens[p.first : p.last + 1]]


def _owner_before(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the one owner that a sentence names before "its"."""
    owners = [token for token in sentence.tokens[: phrase.first] if token.owner]
    return owners[:1] if len({token.stem for token in owners}) == 1 else []


def _by_kind(sentence: Sentence, phrase: Phrase, head: Token) -> list[Token]:
    """Return the one name before that may be what "the airline" is, the nearest sentence first."""
    for place in (sentence, *earlier(sentence)):
        before = [p for p in place.phrases if place is not sentence or _is_told_before(p, phrase)]
        again = [p for p in before if place.tokens[p.head].stem == head.stem and is_anaphor(place, p)]
        if again:
            return stands_for(place, again[0])
        named = [p for p in before if place.tokens[p.head].tag is Tag.NOUN and not is_anaphor(place, p)]
        plural = is_plural(head)
        if head.stem in _OFFICES:  # "the president" is nobody who isn't said to be one
            named = [p for p in named if _says_office(place, p, head.stem)]
        fitting = [p for p in named if fits(place.tokens[p.first : p.last + 1], head.stem, plural=plural)]
        if fitting:
            return _chosen(place, fitting, head.stem)
    return []


_OFFICES = frozenset(
    map(stem, "president minister premier mayor governor senator king queen pope chancellor".split())
)


def _says_office(sentence: Sentence, phrase: Phrase, office: str) -> bool:
    """Whether a name stands with an office: before it, or beside it."""
    beside = [phrase, *renamings(sentence, phrase)]
    return any(token.stem == office for p in beside for token in sentence.nouns(p))


def _is_told_before(phrase: Phrase, pointing: Phrase) -> bool:
    """Whether a phrase may name what a later one of its sentence points to: in one clause the two differ."""
    return phrase.last < pointing.first and phrase.clause is not pointing.clause


def _chosen(sentence: Sentence, fitting: list[Phrase], kind: str) -> list[Token]:
    """Return the one that says its kind, or the one that is a subject, or the only one."""
    telling = [p for p in fitting if says_kind(sentence.tokens[p.first : p.last + 1], kind)]
    subjects_ = [p for p in fitting if p.role == SUBJECT]
    for group in (telling, subjects_, fitting):
        if len({sentence.tokens[p.head].stem for p in group}) == 1:
            meant = _bearer(sentence, group[0])
            return sentence.tokens[meant.first : meant.last + 1]
    return []


def _bearer(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return whom a phrase only calls by what he is, by a copula ("Quenby is an island"), or the phrase itself."""
    clause = phrase.clause
    copula = clause.verb is not None and sentence.tokens[clause.verb].stem == "be" and phrase.role == OBJECT
    named = subjects(sentence, clause) if copula and not sentence.tokens[phrase.head].proper else []
    return named[0] if len(named) == 1 and sentence.tokens[named[0].head].proper else phrase
