"""Who says it, whether it is denied, and which way it went."""

from __future__ import annotations

from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import Frame, subjects
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token

_TELL = stem("tell")
_ROLE = frozenset(("according",))


def source(frame: Frame) -> list[Token]:
    """Return the words of who is said to say what the frame says; empty where nobody is."""
    sentence = frame.sentence
    for phrase in sentence.phrases:
        if phrase.role in _ROLE and _root(phrase.clause) is _root(frame.clause):
            return list(sentence.nouns(phrase))
    clause: Clause | None = frame.clause
    while clause is not None:
        parent = clause.parent
        if clause.kind is Kind.COMPLEMENT and parent is not None and _tells(sentence, parent):
            return _words(sentence, subjects(sentence, parent))
        clause = parent
    return _told_after(sentence, frame.clause)


def is_source(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause only says who tells: "officials said"."""
    figures = any(sentence.tokens[at].tag is Tag.VALUE for at in clause.members)
    told = any(other.parent is clause and other.kind is Kind.COMPLEMENT for other in sentence.clauses)
    if _is_inverted(sentence, clause):
        return not figures
    if not told and (len(sentence.clauses) == 1 or is_passive(sentence, clause)):
        return False
    heard = clause.verb is not None and sentence.tokens[clause.verb].stem == _TELL
    objects = not heard and any(phrase.role in (OBJECT, "by") for phrase in sentence.of(clause))
    return _tells(sentence, clause) and not figures and (told or not objects)


def is_passive(sentence: Sentence, clause: Clause) -> bool:
    """Whether a form of "be" stands before the clause's verb: "weapons were found"."""
    before = sentence.tokens[clause.verb - 1] if clause.verb else None
    return before is not None and before.word in {"is", "are", "was", "were", "be", "been", "being"}


def _is_inverted(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is one like "said the mayor" behind a quotation."""
    first = clause.members[0] if clause.members else 0
    quoted = first > 0 and sentence.tokens[first - 1].tag is Tag.MARK
    return quoted and clause.verb == first and _tells(sentence, clause)


def _root(clause: Clause) -> Clause:
    while clause.parent is not None and clause.kind is not Kind.COMPLEMENT:
        clause = clause.parent
    return clause


def _tells(sentence: Sentence, clause: Clause) -> bool:
    return clause.verb is not None and sentence.tokens[clause.verb].stem in lexicon().speech


def _told_after(sentence: Sentence, clause: Clause) -> list[Token]:
    """Return who stands behind it: "…, officials said"."""
    at = sentence.clauses.index(clause) if clause in sentence.clauses else 0
    for later in sentence.clauses[at + 1 :]:
        if not is_source(sentence, later) or later.kind not in (Kind.MAIN, Kind.GAPPED, Kind.SUBORDINATE):
            continue
        if _is_inverted(sentence, later):
            return _words(sentence, [p for p in sentence.of(later) if p.role == OBJECT][:1])
        verb = later.verb if later.verb is not None else -1
        heard = verb >= 0 and sentence.tokens[verb].stem == _TELL
        if heard or not any(n > verb and sentence.tokens[n].tag is Tag.NOUN for n in later.members):
            return _words(sentence, subjects(sentence, later))
    return []


def _words(sentence: Sentence, found: list[Phrase]) -> list[Token]:
    told = [other for phrase in found for other in with_described(sentence, phrase)]
    pronouns = [sentence.tokens[p.head] for p in found if sentence.tokens[p.head].tag is Tag.PRON]
    return pronouns + [token for phrase in dict.fromkeys(told) for token in sentence.nouns(phrase)]


def with_described(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Return a phrase with what it is of, and what stands in apposition to it: "Ines Moll, a hydrologist"."""
    held = [other for other in sentence.phrases if other.holder is phrase]
    beside = [
        other
        for clause in sentence.clauses
        if clause.kind is Kind.APPOSITION and clause.antecedent is not None and clause.antecedent in phrase
        for other in sentence.of(clause)
    ]
    return [phrase, *held, *beside, *(p for p in sentence.phrases if p.holder in beside)]


def denied(frame: Frame) -> bool:
    """Whether the frame's clause, or the figure itself, is denied."""
    quantity = frame.quantity
    if quantity is not None and quantity.negated:
        return True
    return _has_none(frame) or any(_denies(frame, at) for at in frame.clause.members)


def _has_none(frame: Frame) -> bool:
    """Whether what is said is said of nobody and nothing: "no weapons were found"."""
    if frame.quantity is not None:
        return False
    words = [token.word for token in frame.sentence.tokens]
    told = [p for p in frame.sentence.of(frame.clause) if p.role == OBJECT and not p.joined]
    told = [p for p in told if words[p.first - 1] != "but"]
    tokens = (t for p in (*frame.subjects, *told) for t in frame.sentence.tokens[p.first : p.last + 1])
    return any(token.quantity is not None and token.quantity.high == 0 for token in tokens)


def _denies(frame: Frame, at: int) -> bool:
    """Whether a "not" belongs to the verb or to the figure, not to something beside it ("but not by …")."""
    tokens = frame.sentence.tokens
    token = tokens[at]
    if token.tag is Tag.DET:
        return token.word == "no"
    if token.tag is not Tag.NOT:
        return False
    if token.word == "without":
        return at + 1 == frame.at
    if token.word in {"neither", "nobody", "nothing"}:
        return frame.clause.verb is not None and at < frame.clause.verb
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.word in {"only", "just", "merely", "simply", "solely"}:
        return False
    beside = (before is not None and before.tag is Tag.AUX) or (
        after is not None and after.tag in (Tag.VERB, Tag.AUX)
    )
    return beside or at + 1 == frame.at


def direction(frame: Frame) -> str:
    """Return "up" or "down" where the words say which way the figure went, else ""."""
    quantity = frame.quantity
    if frame.whole or is_still(frame):
        return ""
    if quantity is not None and quantity.direction:
        return quantity.direction
    if compared(frame):
        return compared(frame)
    ways = lexicon().directions
    if quantity is not None and frame.phrase is not None and frame.phrase.role == SUBJECT:
        return ""  # what fell are the things counted
    way = moving(frame) or further(frame)
    if way:
        return way
    if quantity is not None and quantity.role == "by":
        return next((ways[token.stem] for token in frame.tokens(frame.own) if token.stem in ways), "")
    return ""


def moving(frame: Frame) -> str:
    """Return which way the frame's verb says that something went."""
    verb = frame.verb
    return "" if verb is None or is_still(frame) else lexicon().directions.get(verb.stem, "")


def is_still(frame: Frame) -> bool:
    """Whether a verb of rising or falling says another thing of what it stands with: "lifted the ban", "sank two ferries"."""
    things = lexicon().still.get(frame.verb.stem) if frame.verb is not None else None
    if not things:
        return False
    held = [p for p in (*frame.phrases, frame.phrase) if p is not None and p.role in (OBJECT, SUBJECT)]
    return any(token.stem in things for phrase in held for token in frame.sentence.nouns(phrase))


def further(frame: Frame) -> str:
    """Return which way a figure went by what follows it: "…, down from 3.5%"."""
    for clause in frame.sentence.clauses:
        first = frame.sentence.tokens[clause.members[0]].word
        if clause.parent is frame.clause and clause.kind is Kind.PARTICIPLE and first in {"up", "down"}:
            return first
    return ""


def compared(frame: Frame) -> str:
    """Return which way a share says that one thing differs from another: "25% lower", "9 per cent fewer than"."""
    quantity, behind = frame.quantity, frame.sentence.tokens[frame.at + 1 : frame.at + 3]
    if quantity is None or quantity.unit not in ("%", "x") or quantity.low is None or not behind:
        return ""
    than = behind[0].word in _MORE and len(behind) > 1 and behind[1].word == "than"
    return _WAYS.get(behind[0].word, "") if behind[0].word not in _MORE or than else ""


_MORE = frozenset(("more", "less"))
_WAYS = {
    **dict.fromkeys(("higher", "more", "greater", "larger", "bigger", "longer", "dearer", "heavier"), "up"),
    **dict.fromkeys(("lower", "less", "fewer", "smaller", "shorter", "cheaper", "lighter"), "down"),
}


def is_change(token: Token) -> bool:
    """Whether a word only says that and which way a figure moved."""
    return (token.stem in lexicon().directions or token.word in _WAYS) and not token.proper
