"""What a clause takes over from others: its subject, the verb that it leaves out, what is told beside it."""

from __future__ import annotations

from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import REFERRING, SHARES_SUBJECT, has_value, subjects
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token

_THEMSELVES = frozenset(("they", "he", "she", "their"))
_BESIDE = (Kind.APPOSITION, Kind.RELATIVE, Kind.PARTICIPLE, Kind.ASIDE, Kind.SUBORDINATE)


def borrowed(sentence: Sentence, clause: Clause) -> list[int]:
    """Return the tokens that a clause takes over from its parent."""
    parent = clause.parent
    if clause.kind in REFERRING and clause.antecedent is not None:
        found = sentence.phrase_at(clause.antecedent)
        return with_complements(sentence, found) if found else [clause.antecedent]
    if parent is None:
        return []
    if clause.kind in SHARES_SUBJECT:
        return _with_subject_of(sentence, clause, parent)
    if clause.kind is Kind.GAPPED:
        return _verb_and_object(sentence, parent)
    return _fronted(sentence, parent) if clause.kind in (Kind.MAIN, Kind.COMPLEMENT) else []


def _with_subject_of(sentence: Sentence, clause: Clause, parent: Clause) -> list[int]:
    found = [at for phrase in subjects(sentence, parent) for at in with_complements(sentence, phrase)]
    found += _fronted(sentence, parent)
    if clause.verb is None and parent.verb is not None:
        found.append(parent.verb)
    if clause.kind is not Kind.COORDINATE and figures(sentence, parent) < 2:
        found += parent.members
    return found


def _verb_and_object(sentence: Sentence, parent: Clause) -> list[int]:
    found = [parent.verb] if parent.verb is not None else []
    objects = [p for p in sentence.of(parent) if p.role == OBJECT]
    if objects and not any(has_value(sentence, p) for p in objects) and figures(sentence, parent):
        told = [at for p in subjects(sentence, parent) for at in with_complements(sentence, p)]
        return [*found, *told, *_fronted(sentence, parent)]  # "cut deaths by 95% and illness by 62%"
    for phrase in sentence.of(parent):
        if phrase.role == OBJECT or has_value(sentence, phrase):
            inside = range(phrase.first, phrase.last + 1)
            found += [at for at in inside if sentence.tokens[at].tag is not Tag.VALUE]
            parts = [p for p in sentence.phrases if p.holder is phrase and p.role == "of"]
            found += [at for p in parts for at in range(p.first, p.last + 1)]
    return [*found, *_fronted(sentence, parent)]


def _fronted(sentence: Sentence, clause: Clause) -> list[int]:
    """Return what stands before a clause's subject: "In 2022, …", "In Germany, …"."""
    own = [phrase for phrase in sentence.of(clause) if phrase.role == SUBJECT]
    stop = own[0].first if own else next(iter(clause.members), 0)
    found = [at for at in clause.members if at < stop]
    return found + (borrowed(sentence, clause) if not found and clause.kind is Kind.MAIN else [])


def told_beside(sentence: Sentence, clause: Clause) -> list[int]:
    """Return the tokens of clauses without figures that say more of this one's things.

    The date of a clause with a verb of its own is the date of that: "Founded in 1921, it seats 1,300".
    """
    found = []
    for other in sentence.clauses:
        if other.kind in _BESIDE and not figures(sentence, other) and _tells_of(other, clause):
            verbal = any(sentence.tokens[at].tag is Tag.VERB for at in other.members)
            found += [at for at in other.members if not (verbal and sentence.tokens[at].tag is Tag.DATE)]
    return found


def _tells_of(other: Clause, clause: Clause) -> bool:
    """Whether a clause hangs on another one, or on one that is coordinated with it."""
    parent = other.parent
    joined = parent is not None and parent.parent is clause and parent.kind in (Kind.MAIN, Kind.COORDINATE)
    return parent is clause or (joined and other.kind is Kind.SUBORDINATE)


def said_too(sentence: Sentence, clause: Clause) -> list[int]:
    """Return the tokens of coordinated predicates without figures of their own: "… were brought up and rescued"."""
    return [
        at
        for other in sentence.clauses
        if other.parent is clause and other.kind is Kind.COORDINATE and not figures(sentence, other)
        for at in other.members
    ]


def said_of_themselves(sentence: Sentence, phrase: Phrase) -> list[int]:
    """Return what those in subject place say of themselves: "62% said they had considered leaving"."""
    told = [c for c in sentence.clauses if c.kind is Kind.COMPLEMENT and c.parent is phrase.clause]
    if phrase.role != SUBJECT or not told:
        return []
    own = [p for p in sentence.of(told[0]) if p.role == SUBJECT]
    words = [sentence.tokens[own[0].head].word, sentence.tokens[own[0].first].word] if own else []
    pointing = any(word in _THEMSELVES for word in words)
    return list(told[0].members) if pointing else []


def elided(sentence: Sentence, clause: Clause, at: int) -> tuple[Token, ...]:
    """Return the words that a bare auxiliary stands for ("in the war 300 did"): those of the clause before."""
    verb = clause.verb
    if (
        verb is None
        or sentence.tokens[verb].tag is not Tag.AUX
        or verb < at
        or _goes_on(sentence, clause, verb)
    ):
        return ()
    for place in (sentence, sentence.before):
        if place is None:
            continue
        told = [c for c in place.clauses if c.verb is not None and place.tokens[c.verb].tag is Tag.VERB]
        before = [c for c in told if place is not sentence or c.members[0] < clause.members[0]]
        if before:
            return tuple(place.tokens[i] for i in before[-1].members if _is_carried(place, before[-1], i))
    return ()


def _goes_on(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """Whether something is said behind the auxiliary, a comma or place apart."""
    return any(phrase.role == OBJECT and phrase.first > verb for phrase in sentence.of(clause))


def _is_carried(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether a word of the clause before is taken over: its verb, what it counts, what follows the verb."""
    token, verb = sentence.tokens[at], clause.verb or 0
    phrase = sentence.phrase_at(at)
    counted = phrase is not None and has_value(sentence, phrase)
    return token.tag in (Tag.NOUN, Tag.VERB) and (at >= verb or counted)


def with_complements(sentence: Sentence, phrase: Phrase) -> list[int]:
    """Return the tokens of a phrase and of those that prepositions tie to it."""
    found = list(range(phrase.first, phrase.last + 1))
    for other in sentence.phrases:
        if other.holder is phrase and other is not phrase:
            found += with_complements(sentence, other)
    return found


def renamings(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Return the other names of a thing that stand beside the phrase: "her predecessor, Tove Aas, …"."""
    beside = [c for c in sentence.clauses if c.kind is Kind.APPOSITION and c.antecedent is not None]
    told = [c for c in beside if c.antecedent is not None and c.antecedent in phrase]
    return [first for clause in told for first in sentence.of(clause)[:1]]


def relatives_of(sentence: Sentence, phrase: Phrase) -> list[int]:
    """Return the tokens of the relative clauses that say something of a phrase."""
    told = (
        clause for clause in sentence.clauses if clause.antecedent is not None and clause.antecedent in phrase
    )
    return [at for clause in told for at in clause.members]


def figures(sentence: Sentence, clause: Clause) -> int:
    """Count the figures of a clause."""
    return sum(sentence.tokens[at].tag is Tag.VALUE for at in clause.members)
