"""Who won what, in other words: "beat B in the final", "the prize went to A", "gold, ahead of B"."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.clauses import Clause
from factlint.prose.converse import beating, key, words
from factlint.prose.frames import subjects
from factlint.prose.framing import frame
from factlint.prose.lexicon import stem
from factlint.prose.partaking import taking_part
from factlint.prose.phrases import OBJECT, Phrase
from factlint.prose.roles import is_passive
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag

_MEDALS = (("gold", "silver", "bronze"), ("first", "second", "third"))
_WINNING = frozenset(map(stem, "win take claim".split()))
_GO = stem("go")
_GOING = frozenset(map(stem, "go award give hand present".split()))


def won(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """Yield the sentences that say in plain words who won, lost or came where by what a clause says."""
    yield from _contest(sentence, clause)
    yield from _podium(sentence, clause)
    yield from _award(sentence, clause)


def _contest(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """Read "A beat B in the final", and "B lost to A in the final", as "A won the final" and "B lost the final"."""
    contests = [
        p
        for p in sentence.of(clause)
        if p.role in ("in", "at") and sentence.tokens[p.head].stem in words("contests", "rounds")
    ]
    side = beating().get(key(sentence.tokens[clause.verb or 0]))
    if side is None or not contests:
        return
    turned = is_passive(frame(sentence, clause.verb or 0))
    told = taking_part(sentence, clause, side, turned=turned)
    if len(told) < 2:
        return
    (_, winner), (_, loser) = sorted(told.items())
    contest = text_of(sentence, contests[0])
    yield f"{text_of(sentence, winner)} won {contest}."
    yield f"{text_of(sentence, loser)} lost {contest}."


def _podium(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """Read "A won gold in the race, ahead of B and C" as "B won silver in the race"."""
    tokens = sentence.tokens
    if tokens[clause.verb or 0].stem not in _WINNING:
        return
    behind = [p for p in sentence.phrases if p.role == "of" and tokens[p.first - 1].word == "of"]
    ahead = [p for p in behind if p.first > 1 and tokens[p.first - 2].word == "ahead"]
    if not ahead or not tokens[ahead[0].head].proper:
        return
    won = [p for p in sentence.of(clause) if p.role == OBJECT]
    events = [p for p in sentence.of(clause) if p.role in ("in", "at") and p.first < ahead[0].first]
    event = events[0] if events else _only(won)
    if event is None:
        return
    rest = [p for p in sentence.phrases if p.first > ahead[0].last and p.joined and tokens[p.head].proper]
    for place, phrase in enumerate([*ahead[:1], *rest[:1]], start=1):
        yield f"{text_of(sentence, phrase)} won {_MEDALS[0][place]} in {text_of(sentence, event)}."
        yield f"{text_of(sentence, phrase)} finished {_MEDALS[1][place]} in {text_of(sentence, event)}."


def _award(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """Read "The prize went to A" and "The prize was awarded to A" as "A won the prize"."""
    verb, tokens = sentence.tokens[clause.verb or 0], sentence.tokens
    prizes = [
        p
        for p in subjects(sentence, clause)
        if tokens[p.head].stem in words("prizes", "honours", "contests") or _is_prize(sentence, p)
    ]
    to = [p for p in sentence.of(clause) if p.role == "to" and tokens[p.head].proper]
    if verb.stem in _GOING and len(prizes) == 1 and to:
        start, end = tokens[prizes[0].first].start, tokens[(clause.verb or 1) - 1].end
        if verb.stem != _GO:
            end = tokens[prizes[0].last].end
        prize = sentence.text[start:end]
        yield f"{text_of(sentence, to[0])} won {prize[0].lower() + prize[1:]}."


def _is_prize(sentence: Sentence, phrase: Phrase) -> bool:
    return any(token.stem in words("prizes", "honours", "contests") for token in sentence.nouns(phrase))


def parties(sentence: Sentence, clause: Clause) -> tuple[str, str]:
    """Return who does it and to whom it is done, in the words of the text; "" where it isn't told."""
    first = _only([p for p in subjects(sentence, clause) if sentence.tokens[p.head].tag is Tag.NOUN])
    passive = is_passive(frame(sentence, clause.verb or 0))
    role = "by" if passive else OBJECT
    behind = [p for p in sentence.of(clause) if p.role == role and p.first > (clause.verb or 0)]
    last = _only(behind[:1])
    texts = [text_of(sentence, phrase) if phrase is not None else "" for phrase in (first, last)]
    return (texts[1], texts[0]) if passive else (texts[0], texts[1])


def _only(found: list[Phrase]) -> Phrase | None:
    return found[0] if len(found) == 1 else None


def text_of(sentence: Sentence, phrase: Phrase) -> str:
    """Return the words of a phrase with what "of" ties to it."""
    tied = [p for p in sentence.phrases if p.holder is phrase and p.role == "of"]
    return sentence.slice(phrase.first, (tied[-1] if tied else phrase).last)
