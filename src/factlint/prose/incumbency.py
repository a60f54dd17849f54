"""How long somebody held an office, put together from when he took it and when he left it.

"She took office as Minister of Finance in 1994 and left the post in 1998" says that she was that from 1994 to 1998.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factlint.prose.clauses import Clause, Kind
from factlint.prose.context import stands_for
from factlint.prose.frames import subjects
from factlint.prose.framing import frame
from factlint.prose.identities import UNSETTLED, is_office
from factlint.prose.lexicon import stem, stems_of
from factlint.prose.phrases import OBJECT, Phrase
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.telling import denied
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike

TAKING = frozenset(
    map(stems_of, "become take_office assume_office take_over appoint elect name be_sworn_in".split())
)
_HOLDING = frozenset(map(stem, "serve be work act".split()))
_LEAVING = frozenset(
    map(stems_of, "leave_office step_down resign stand_down quit retire give_up_the_post".split())
)
_GIVING_UP = frozenset(map(stem, "leave quit vacate relinquish".split()))
_POSTS = frozenset("post office job role position seat".split())
_TIED = frozenset(("of", "for", "at", "in", "to"))
_UNTIL = re.compile(
    r"\b(?:until|till|to) (?:his|her|their) (?:resignation|death|dismissal|retirement|departure|removal|defeat|ousting) (?:in|on) ",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween (?P<first>[^,;]{4,20}?) and (?P<last>[^,;]{4,20}?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Taking:
    """That somebody took an office: his name, the office and when, in the words of the text; ``at`` is the verb's token."""

    name: tuple[Token, ...]
    who: str
    office: str
    when: str
    at: int


def incumbencies(sentence: Sentence) -> Iterator[str]:
    """Yield the sentences that say how long an office was held."""
    text = _UNTIL.sub("until ", sentence.text)
    if text != sentence.text:
        yield re.sub(r"(\bfrom [^,;]{4,20}) until ", r"\1 to ", text)
    yield from _served(sentence)
    yield from _held(sentence)
    yield from _left(sentence)


def _served(sentence: Sentence) -> Iterator[str]:
    """Read "served as mayor between 2001 and 2009" as "was mayor from 2001 to 2009", and that somebody became it."""
    for one in _takings(sentence):
        stem_ = sentence.tokens[one.at].stem
        if stem_ in TAKING:
            yield f"{one.who} became {one.office} {one.when}.".replace(" .", ".")
        elif one.when:
            yield f"{one.who} was {one.office} {one.when}."


def _held(sentence: Sentence) -> Iterator[str]:
    """Read "A held the post from 2004 to 2011" behind what says which post."""
    for clause in sentence.clauses:
        held = clause.verb is not None and sentence.tokens[clause.verb].stem in {"hold", "fill", "occupi"}
        posts = [
            p for p in sentence.of(clause) if p.role == OBJECT and sentence.tokens[p.head].word in _POSTS
        ]
        who, when = _who(sentence, clause), _when(sentence, clause)
        told = _before(sentence, clause) if held and posts and who and when else None
        if told is not None:
            yield f"{_text(who)} was {told.office} {when}."


def _left(sentence: Sentence) -> Iterator[str]:
    """Put together when somebody took an office and when he left it, and who took it then."""
    for clause in sentence.clauses:
        when = _when(sentence, clause)
        if clause.verb is None or not _leaves(sentence, clause) or not when:
            continue
        who = _who(sentence, clause)
        told = _before(sentence, clause, who) if who else None
        if told is None:
            continue
        end = re.sub(r"^(?:in|on) ", "", when)
        begin = re.sub(r"^(?:in|on|since) ", "", told.when)
        span = f"from {begin} to {end}" if begin else f"until {end}"
        yield f"{told.who} was {told.office} {span}."
        yield from (f"{heir} became {told.office} {when}." for heir in _heirs(sentence, clause))


def _leaves(sentence: Sentence, clause: Clause) -> bool:
    verb = sentence.tokens[clause.verb or 0]
    if denied(frame(sentence, clause.verb or 0)) or verb.tag is not Tag.VERB:
        return False
    posts = [p for p in sentence.of(clause) if p.role == OBJECT and sentence.tokens[p.head].word in _POSTS]
    return verb.stem in _LEAVING or (verb.stem in _GIVING_UP and bool(posts))


def _heirs(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """Yield who is said to have succeeded him in the sentence in which he leaves."""
    for other in sentence.clauses:
        if (
            other.verb is None
            or other is clause
            or sentence.tokens[other.verb].stem not in {"succeed", "replac"}
        ):
            continue
        by = [p for p in sentence.of(other) if p.role == "by" and sentence.tokens[p.head].proper]
        yield from (sentence.slice(p.first, p.last) for p in by[:1])


def _takings(sentence: Sentence) -> Iterator[Taking]:
    """Yield the offices that a sentence says somebody took or held."""
    for clause in sentence.clauses:
        verb = sentence.tokens[clause.verb] if clause.verb is not None else None
        if verb is None or verb.stem not in TAKING | _HOLDING or _is_not_so(sentence, clause):
            continue
        roles = [p for p in sentence.of(clause) if p.role in (OBJECT, "as") and _is_office(sentence, p)]
        who = _who(sentence, clause)
        if roles and who:
            office = _with_ties(sentence, roles[0])
            yield Taking(who, _text(who), office, _when(sentence, clause), clause.verb or 0)


def _is_not_so(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is denied, or tells of what will or may be, or nearly was."""
    words = {sentence.tokens[at].word for at in clause.members}
    return denied(frame(sentence, clause.verb or 0)) or bool(words & UNSETTLED)


def _is_office(sentence: Sentence, phrase: Phrase) -> bool:
    nouns = sentence.nouns(phrase)
    return any(is_office(token) and not token.owner for token in nouns) and not nouns[-1].owner


def _before(sentence: Sentence, clause: Clause, who: tuple[Token, ...] = ()) -> Taking | None:
    """Return the last office told of before a clause, of the one person where he is given."""
    first = clause.verb or 0
    told = [one for one in _takings(sentence) if one.at < first]
    for place in earlier(sentence):
        told = [*_takings(place), *told]
    told = [one for one in told if not who or alike(one.name[-1], who[-1])]
    return told[-1] if told else None


def _who(sentence: Sentence, clause: Clause) -> tuple[Token, ...]:
    """Return the name of whom a clause is said, pronouns and "who" resolved; () for nobody or several."""
    found = subjects(sentence, clause)
    if clause.kind is Kind.RELATIVE and found and not sentence.tokens[found[0].head].proper:
        found = subjects(sentence, found[0].clause)
    if len(found) != 1:
        return ()
    phrase = found[0]
    words = sentence.tokens[phrase.first : phrase.last + 1]
    if sentence.tokens[phrase.head].tag is Tag.PRON:
        words = stands_for(sentence, phrase)
    names = [token for token in words if token.proper and not token.owner and not is_office(token)]
    return tuple(names) if names and words[-1] is names[-1] else ()


def _text(name: tuple[Token, ...]) -> str:
    return " ".join(token.word.title() for token in name)


def _when(sentence: Sentence, clause: Clause) -> str:
    """Return the one date of a clause with its preposition, or the two between which something was so."""
    dates = [at for at in clause.members if sentence.tokens[at].tag is Tag.DATE]
    if len(dates) == 2:
        first, last = (sentence.tokens[at] for at in dates)
        between = _UNTIL.fullmatch(sentence.text[first.end : last.start].lstrip())
        begin, end = sentence.text[first.start : first.end], sentence.text[last.start : last.end]
        return f"from {begin} to {end}" if between else ""
    if len(dates) != 1:
        return ""
    date = sentence.tokens[dates[0]]
    text = sentence.text[date.start : date.end]
    between = _BETWEEN.match(text)
    if between:
        return f"from {between['first']} to {between['last']}"
    before = sentence.tokens[dates[0] - 1] if dates[0] else None
    return f"{before.word} {text}" if before is not None and before.tag is Tag.PREP else text


def _with_ties(sentence: Sentence, phrase: Phrase) -> str:
    """Return an office with the place or body that it is of."""
    last = phrase.last
    for other in sentence.phrases:
        if other.role in _TIED and other.holder is not None and other.holder.last == last:
            last = other.last
    return sentence.slice(phrase.first, last)
