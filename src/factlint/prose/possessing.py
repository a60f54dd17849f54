"""That something is there or lacking, in one way of saying it: "there is no airport on Quenby" is "Quenby has no airport"."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import PLACING, Frame, subjects
from factlint.prose.framing import frame
from factlint.prose.lexicon import stem
from factlint.prose.phrases import OBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.telling import source
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike

_LACKING = frozenset(map(stem, ("lack", "miss")))
_HAVING = stem("have")
_OWN = (Kind.MAIN, Kind.COORDINATE)
_ANY = frozenset(("any", "either"))
_TENSES = {
    **dict.fromkeys(("lacks", "does", "is", "are", "do", "lack"), "has"),
    **dict.fromkeys(("lacked", "did", "was", "were"), "had"),
}


def possessed(sentence: Sentence) -> Iterator[str]:
    """Yield, for each clause that says what is there or lacking, who has it or not."""
    for clause in sentence.clauses:
        if clause.kind not in _OWN or clause.verb is None or source(frame(sentence, clause.verb)):
            continue
        found = _there(sentence, clause) or _lacking(sentence, clause)
        if found:
            yield found


def plainly(sentence: Sentence) -> str:
    """Return the text of a sentence that says nothing else as who has what or not, or its own text."""
    told = [token for token in sentence.tokens if token.tag in (Tag.VALUE, Tag.DATE)]
    if len(sentence.clauses) != 1 or told:
        return sentence.text
    return next(possessed(sentence), sentence.text)


def facets(claim: Frame, found: Frame) -> Iterator[Facet]:
    """Yield a facet where a passage doesn't say of the claim's very thing that somebody has it or not, or says so of before."""
    mine, its = claim.verb, found.verb
    if mine is None or its is None or mine.stem != _HAVING or mine.tag is not Tag.AUX:
        return
    if its.tag is not mine.tag or _is_past(found) != _is_past(claim) or _is_to_come(found):
        yield Facet("measure", Agreement.MISSING, mine.word)
        return
    ours, theirs = _things(claim), _things(found)
    for thing in ours:
        head = claim.sentence.tokens[thing.head]
        same = [p for p in theirs if alike(head, found.sentence.tokens[p.head])]
        if not same:
            yield Facet("words", Agreement.MISSING, head.word)
        elif not all(_is_tied(found, same, token) for token in _ties(claim.sentence, [thing])):
            yield Facet(
                "words", Agreement.MISSING, claim.sentence.slice(thing.first, _end(claim.sentence, thing))
            )


def _is_past(made: Frame) -> bool:
    words = {made.sentence.tokens[at].word for at in made.clause.members}
    return "had" in words and not words & {"has", "have"}


def _is_to_come(made: Frame) -> bool:
    """Whether a thing is still to be had: "is to have a school"."""
    return any(
        made.sentence.tokens[at].tag is Tag.TO and at + 1 == made.clause.verb for at in made.clause.members
    )


def _things(made: Frame) -> list[Phrase]:
    return [p for p in made.sentence.of(made.clause) if p.role == OBJECT]


def _ties(sentence: Sentence, things: list[Phrase]) -> list[Token]:
    """Return the heads of what prepositions tie to things."""
    return [sentence.tokens[p.head] for p in sentence.phrases if p.holder in things]


def _is_tied(found: Frame, things: list[Phrase], token: Token) -> bool:
    """Whether a word is tied to the same thing there too, where that has ties of its own."""
    ties = _ties(found.sentence, things)
    return not ties or any(alike(token, other) for other in ties)


def _there(sentence: Sentence, clause: Clause) -> str:
    """Read "There is no railway in Ostvar"."""
    tokens, verb = sentence.tokens, clause.verb
    opens = tokens[clause.members[0]].word == "there" if clause.members else False
    if verb is None or not opens or tokens[verb].word not in _TENSES:
        return ""
    things = [p for p in sentence.of(clause) if p.role == OBJECT]
    places = [p for p in sentence.of(clause) if p.role in PLACING and p.first > verb]
    if len(things) != 1 or len(places) != 1 or things[0].first != verb + 1 or _has_value(sentence, things[0]):
        return ""
    return _written(sentence, places[0], tokens[verb], things[0])


def _lacking(sentence: Sentence, clause: Clause) -> str:
    """Read "Quenby lacks an airport", "is without an airport", "does not have an airport"."""
    verb, tokens = clause.verb, sentence.tokens
    owners = subjects(sentence, clause)
    things = [p for p in sentence.of(clause) if p.role == OBJECT]
    if verb is None or len(owners) != 1 or len(things) != 1 or _has_value(sentence, things[0]):
        return ""
    last = _end(sentence, owners[0])
    between = [t.word for t in tokens[last + 1 : things[0].first] if t.tag is not Tag.ADV]
    if tokens[verb].stem in _LACKING and between == [tokens[verb].word]:
        return _written(sentence, owners[0], tokens[verb], things[0], lacking=True)
    without = len(between) == 2 and between[1] == "without"
    denied = len(between) == 3 and between[1] in {"not", "n't"} and tokens[verb].stem == _HAVING
    if (without or denied) and between[0] in _TENSES:
        return _written(sentence, owners[0], tokens[last + 1], things[0], lacking=True)
    return ""


def _has_value(sentence: Sentence, phrase: Phrase) -> bool:
    return any(token.tag is Tag.VALUE for token in sentence.tokens[phrase.first : phrase.last + 1])


def _written(sentence: Sentence, owner: Phrase, verb: Token, thing: Phrase, *, lacking: bool = False) -> str:
    """Write who has or had what; a thing that is lacking loses its article."""
    tokens = sentence.tokens
    first = thing.first
    articled = tokens[first].tag is Tag.DET or tokens[first].word in _ANY
    last = min(_end(sentence, thing), owner.first - 2) if owner.first > first else _end(sentence, thing)
    what = sentence.slice(first + 1 if lacking and articled else first, last)
    who = sentence.slice(owner.first, _end(sentence, owner))
    return f"{who[0].upper()}{who[1:]} {_TENSES[verb.word]} {'no ' if lacking else ''}{what}."


def _end(sentence: Sentence, thing: Phrase) -> int:
    """Return the last token of a thing with what prepositions tie to it."""
    last = thing.last
    for phrase in sentence.phrases:
        if phrase.holder is not None and phrase.holder.last == last and phrase.first == last + 2:
            last = phrase.last
    return last
