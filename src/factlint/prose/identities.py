"""Who or what is said to be what: "X is the mayor of Y", "X, the mayor of Y, …", "Y's mayor, X", "Mayor X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factlint.prose.clauses import Clause, Kind
from factlint.prose.context import stands_for
from factlint.prose.frames import subjects
from factlint.prose.lexicon import stem, stems_of
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue
from factlint.values.folding import fold
from factlint.values.names.tables import word_set

_NAMING = frozenset("becom remain serv nam appoint elect choos mak succeed replac work act".split())
_LEADING = frozenset(map(stem, "lead head run join manage direct".split()))  # "as" what, where it is told
_APPOINTING = frozenset(map(stem, "appoint elect choose name install hire pick".split()))
_BEGINNING = frozenset("becom nam appoint elect choos mak".split())
LEAVING = frozenset(map(stems_of, "step_down resign stand_down quit retire".split()))
REPLACING = frozenset(("succeed", "replac"))
ENDED = frozenset(("former", "formerly", "ex", "ousted", "late", "previous", "erstwhile", "past", "outgoing"))
UNSETTLED = frozenset(
    """will would could may might shall should 'll whether if next future nearly almost expected tipped nominated
    candidate favourite possibly perhaps probably likely likeliest hopes wants""".split()
)
_BELONGING = frozenset(("of", "for", "at", "in", "on", "to"))


@dataclass(frozen=True, slots=True)
class Identity:
    """A name and what it is said to be; ``at`` is the number of the name's last token.

    ended: it is said to be over ("former", "until 2015"); denied: it is said not to be so
    unsettled: it will or may be so, or was nearly so
    dated: its clause has a date; past: it only says that it was so; begun: it only says that it became so
    stated: it is what the clause states by its verb, and no mere title or apposition
    """

    name: tuple[Token, ...]
    role: tuple[Token, ...]
    at: int
    ended: bool = False
    denied: bool = False
    unsettled: bool = False
    stated: bool = False
    dated: bool = False
    past: bool = False
    begun: bool = False

    @property
    def is_once(self) -> bool:
        """Whether it only says that it was so at a certain time."""
        return self.past and self.dated

    @property
    def is_now(self) -> bool:
        """Whether it says that it is so."""
        return not (self.past or self.begun or self.ended or self.dated)


def identities(sentence: Sentence) -> list[Identity]:
    """Return every identity that a sentence states."""
    titled = [*_apposed(sentence), *_prefixed(sentence)]
    found = [*_copular(sentence), *(_at_end(sentence, one) for one in titled)]
    return [one for one in found if one.name and one.role]


_REMOVING = frozenset(map(stem, "dismiss fire sack oust remove depose impeach".split()))


def _at_end(sentence: Sentence, one: Identity) -> Identity:
    """Return an identity as over where its clause says so: "dismissed its director, Carl Lindh"."""
    phrase = sentence.phrase_at(one.at)
    clause = phrase.clause if phrase is not None else None
    if clause is not None and clause.kind is Kind.APPOSITION and clause.antecedent is not None:
        phrase = sentence.phrase_at(clause.antecedent)
        clause = clause.parent
    if clause is None or clause.verb is None or phrase is None:
        return one
    verb = sentence.tokens[clause.verb]
    plain = not any(
        sentence.tokens[at].tag in (Tag.NOT, Tag.TO) or sentence.tokens[at].word in UNSETTLED
        for at in clause.members
    )
    passive = any(sentence.tokens[at].word in _PASSIVE for at in clause.members)
    removed = verb.stem in _REMOVING and phrase.role == (SUBJECT if passive else OBJECT)
    return replace(one, ended=True) if plain and removed else one


_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are"))


def is_office(token: Token) -> bool:
    """Whether a word names an office or a title."""
    return any(fold(part) in word_set("titles", "nouns") for part in token.word.replace("-", " ").split())


def _copular(sentence: Sentence) -> Iterator[Identity]:
    for clause in sentence.clauses:
        if clause.verb is None or not _is_naming(sentence, clause):
            continue
        verb, appointed = sentence.tokens[clause.verb], _appointed(sentence, clause)
        only_as = appointed or verb.stem in REPLACING | LEAVING | _LEADING
        roles = ("as",) if only_as else (OBJECT, "as")
        told = [p for p in sentence.of(clause) if p.role in roles and p.first > clause.verb - 1]
        for subject in appointed or _bearers(sentence, clause):
            for complement in _coordinated(told):
                yield from _pair(sentence, clause, subject, complement)


def _appointed(sentence: Sentence, clause: Clause) -> list[Phrase]:
    """Return whom others made what he is: "its members elected Sara Lind as president"."""
    verb, tokens = clause.verb or 0, sentence.tokens
    if tokens[verb].stem not in _APPOINTING or tokens[verb - 1].word in _PASSIVE:
        return []
    behind = [p for p in sentence.of(clause) if p.role == OBJECT and p.first > verb]
    return [p for p in behind[:1] if tokens[p.head].proper]


def _bearers(sentence: Sentence, clause: Clause) -> list[Phrase]:
    """Return the subjects of a clause; of "is a politician who was mayor", the one who is said to be a politician."""
    found = subjects(sentence, clause)
    described = clause.kind is Kind.RELATIVE and found and not sentence.tokens[found[0].head].proper
    outer = found[0].clause if described and found[0].role == OBJECT else None
    if outer is None or outer.verb is None or sentence.tokens[outer.verb].stem != "be":
        return found
    return subjects(sentence, outer)


def _coordinated(told: list[Phrase]) -> list[Phrase]:
    """Return the first phrase with those that are joined to it."""
    return [phrase for n, phrase in enumerate(told) if n == 0 or all(p.joined for p in told[1 : n + 1])]


def _is_naming(sentence: Sentence, clause: Clause) -> bool:
    verb = sentence.tokens[clause.verb or 0]
    return verb.stem == "be" or verb.stem in _NAMING | LEAVING | _LEADING


def _pair(sentence: Sentence, clause: Clause, left: Phrase, right: Phrase) -> Iterator[Identity]:
    denied = any(sentence.tokens[at].tag is Tag.NOT for at in clause.members)
    verb = sentence.tokens[clause.verb or 0]
    said = [*range(left.first, left.last + 1), *range(right.first, right.last + 1)]
    ended = verb.stem in LEAVING or any(_ends(sentence.tokens[at]) for at in said)
    ended = ended or any(_stops(sentence.tokens[at]) for at in clause.members)
    unsettled = any(sentence.tokens[at].word in UNSETTLED for at in clause.members)
    ended = ended or _is_of_the_past(sentence, clause)
    heads = sentence.tokens[left.head], sentence.tokens[right.head]
    if heads[0].tag is not Tag.PRON and not heads[0].proper and heads[1].proper and not is_office(heads[1]):
        left, right = right, left
    name = _name(sentence, left) or _meant(sentence, left)
    if name:
        past = verb.word in ("was", "were")
        begun = verb.stem in _BEGINNING
        dated = any(sentence.tokens[at].tag is Tag.DATE for at in clause.members)
        dated = dated or sentence.tokens[clause.members[0]].word in ("when", "while")
        role = _role(sentence, right)
        yield Identity(
            name, role, left.last, ended, denied, unsettled, stated=True, dated=dated, past=past, begun=begun
        )


def _is_of_the_past(sentence: Sentence, clause: Clause) -> bool:
    """Whether a span of years stands with a past form: "served as mayor from 2001 to 2009"."""
    values = [sentence.tokens[at].reading for at in clause.members if sentence.tokens[at].tag is Tag.DATE]
    spans = [r.value for r in values if r is not None and isinstance(r.value, DateValue)]
    return any(value.start and value.end and value.precision == "interval" for value in spans)


def _ends(token: Token) -> bool:
    """Whether a word beside an office says that it is over: "former"."""
    return token.word in ENDED


def _stops(token: Token) -> bool:
    """Whether a word of a clause says that what it tells is over: "until 2015", "formerly"."""
    return token.word.split(" ")[0] in {"until", "till", "formerly", "previously", "once"}


def _apposed(sentence: Sentence) -> Iterator[Identity]:
    for clause in sentence.clauses:
        if clause.kind is not Kind.APPOSITION or clause.antecedent is None:
            continue
        left, inside = sentence.phrase_at(clause.antecedent), sentence.of(clause)
        if left is None or not inside:
            continue
        right = inside[0]
        words = [sentence.tokens[at].word for at in clause.members]
        led = [token.word for token in sentence.tokens[left.first : left.last + 1]]
        ended = any(word in ENDED for word in (*words, *led))
        once = "then" in words or words[-3:] == ["at", "the", "time"]
        if sentence.tokens[left.head].proper:
            yield Identity(_name(sentence, left), _role(sentence, right), left.last, ended, unsettled=once)
        elif sentence.tokens[right.head].proper:
            yield Identity(_name(sentence, right), _role(sentence, left), right.last, ended, unsettled=once)


def _prefixed(sentence: Sentence) -> Iterator[Identity]:
    """Read "finance minister Ana Silva", "Kenya's President William Ruto"."""
    for phrase in sentence.phrases:
        nouns = [(at, sentence.tokens[at]) for at in range(phrase.first, phrase.last + 1)]
        offices = [n for n, (_, token) in enumerate(nouns) if is_office(token) and not token.owner]
        if not offices or offices[-1] + 1 >= len(nouns):
            continue
        name = tuple(token for _, token in nouns[offices[-1] + 1 :])
        if all(token.proper and token.tag is Tag.NOUN for token in name):
            role = tuple(token for _, token in nouns[: offices[-1] + 1] if token.tag is Tag.NOUN)
            yield Identity(name, role, phrase.last, any(token.word in ENDED for token in role))


def _name(sentence: Sentence, phrase: Phrase) -> tuple[Token, ...]:
    """Return the name that a phrase ends in."""
    nouns = [token for token in sentence.tokens[phrase.first : phrase.last + 1] if token.tag is Tag.NOUN]
    start = len(nouns)
    while (
        start and nouns[start - 1].proper and not nouns[start - 1].owner and not is_office(nouns[start - 1])
    ):
        start -= 1
    return tuple(nouns[start:])


def _meant(sentence: Sentence, phrase: Phrase) -> tuple[Token, ...]:
    """Return the name that "he" or "she" stands for."""
    if sentence.tokens[phrase.head].word not in ("he", "she"):
        return ()
    return tuple(t for t in stands_for(sentence, phrase) if t.proper and not t.owner and not is_office(t))


def _role(sentence: Sentence, phrase: Phrase) -> tuple[Token, ...]:
    """Return the nouns of a phrase with those that prepositions tie to it."""
    found = list(sentence.nouns(phrase))
    for other in sentence.phrases:
        if other.holder is phrase and other.role in _BELONGING:
            found += _without_titles(_role(sentence, other))
    return tuple(found)


def _without_titles(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the name in what an office or a relative is of: "the former senator Grace Abiola"."""
    titles = [n for n, token in enumerate(words) if is_office(token) and not token.proper]
    cut = titles[-1] + 1 if titles else 0
    return words[cut:] if cut < len(words) and all(token.proper for token in words[cut:]) else words


__all__ = ["SUBJECT", "Identity", "identities", "is_office"]
