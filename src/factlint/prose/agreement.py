"""How the frame of a passage's figure stands to the claim's, facet by facet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from factlint.prose import telling, timing
from factlint.prose.base import Agreement, Facet
from factlint.prose.context import antecedent, earlier, is_anaphor, owned_by_pronoun, stands_for, starts_anew
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import lexicon
from factlint.prose.modes import modes, per, periods
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure, says
from factlint.values.base import Counted, DateValue
from factlint.values.counted import Relation, compatible
from factlint.values.counted.relations import measure_relation
from factlint.values.counted import measures

SAME, COMPATIBLE, MISSING, DIFFERENT = (
    Agreement.SAME,
    Agreement.COMPATIBLE,
    Agreement.MISSING,
    Agreement.DIFFERENT,
)
_NARROWING = frozenset("of to from for among with against by between on into".split())  # noqa: SIM905
_BASELINES = frozenset(("from", "than", "versus", "against"))


@dataclass(frozen=True, slots=True)
class Level:
    """One scope in which a claim's words are looked for, the nearest scope first."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]


class Pair:
    """A claim's frame beside a passage's."""

    def __init__(self, claim: Frame, found: Frame) -> None:
        self.claim, self.found = claim, found

    def facets(self) -> list[Facet]:
        """Return every facet that the claim states or the passage narrows."""
        facets = [self._measure(), *self._claimed_words(), *self._narrowed(), self._swapped()]
        facets += [self._time(), self._mode(), self._rate(), self._role(), self._direction(), self._source()]
        return [facet for facet in facets if facet is not None]

    # -- what is counted -------------------------------------------------------------------------------

    @cached_property
    def relation(self) -> Relation:
        """How the two things counted relate, by the vocabulary of measures."""
        return compatible(self._counted(self.claim), self._counted(self.found))

    def _counted(self, frame: Frame) -> Counted:
        quantity = frame.quantity
        return quantity.counted if quantity is not None else Counted()

    def _measure(self) -> Facet | None:
        ours, theirs = self._counted(self.claim), self._counted(self.found)
        known = {Relation.NARROWER, Relation.WIDER, Relation.DIFFERENT}
        measure = measure_relation(ours.measure, theirs.measure, measures.load())
        if self.relation in known and (self.relation is not Relation.UNKNOWN):
            return Facet("measure", DIFFERENT, _told(ours), _told(theirs))
        if measure is Relation.SAME and ours.measure:
            return Facet("measure", SAME, _told(ours), _told(theirs))
        return None

    @cached_property
    def _same_measure(self) -> bool:
        ours, theirs = self._counted(self.claim), self._counted(self.found)
        return bool(ours.measure) and ours.measure == theirs.measure

    def _said_by_measure(self, frame: Frame, token: Token) -> bool:
        """Whether a word is one of those that say the measure, which both sides have."""
        if not self._same_measure:
            return False
        counted = self._counted(frame)
        return token.word in counted.text.lower().split() and token.stem not in _stems(counted.modifiers)

    # -- the claim's words -----------------------------------------------------------------------------

    @cached_property
    def levels(self) -> list[Level]:
        """The scopes: the figure's own stretch, what it shares, the sentences before, the heading."""
        sentence = self.found.sentence
        own, shared = set(self.found.own), set(self.found.shared)
        levels = [self._level(sentence, own), self._level(sentence, own | shared)]
        if starts_anew(sentence):
            return levels
        for place in [*earlier(sentence), *([sentence.heading] if sentence.heading else [])]:
            levels.append(self._level(place, set(range(len(place.tokens)))))
            if starts_anew(place):
                break
        return levels

    def _level(self, sentence: Sentence, numbers: set[int]) -> Level:
        tokens = [sentence.tokens[at] for at in sorted(numbers)]
        phrases = [phrase for phrase in sentence.phrases if phrase.head in numbers]
        for phrase in phrases:
            if sentence is self.found.sentence and (
                is_anaphor(sentence, phrase) or owned_by_pronoun(sentence, phrase)
            ):
                tokens += stands_for(sentence, phrase)
        return Level(sentence, tuple(tokens), tuple(phrases))

    @cached_property
    def _all(self) -> list[Token]:
        return [token for level in self.levels for token in level.tokens]

    @cached_property
    def _claim_tokens(self) -> list[Token]:
        return [token for token in self.claim.sentence.tokens if token.tag in (Tag.NOUN, Tag.VERB)]

    @cached_property
    def _source_tokens(self) -> set[int]:
        return {id(token) for token in telling.source(self.claim)}

    def _claimed_words(self) -> Iterator[Facet]:
        for phrase in self.claim.phrases:
            if (
                phrase is self.claim.phrase
                or id(self.claim.sentence.tokens[phrase.head]) in self._source_tokens
            ):
                continue
            facet = self._phrase(phrase)
            if facet is not None:
                yield facet
        yield from self._loose_words()

    def _loose_words(self) -> Iterator[Facet]:
        """Look for the claim's verbs, and for the nouns that stand with its figure."""
        here = self.levels[1].tokens
        inside = self.claim.phrase
        for at in sorted(self.claim.reach):
            token = self.claim.sentence.tokens[at]
            counted = inside is not None and at in inside
            if not (counted or token.tag is Tag.VERB) or not self._must_be_found(token):
                continue
            scope = here if not counted else self._all
            if not any(alike(token, other) for other in scope):
                yield Facet("population" if counted else "measure", MISSING, token.word)

    def _must_be_found(self, token: Token) -> bool:
        if not says(token) or id(token) in self._source_tokens or self._said_by_measure(self.claim, token):
            return False
        if telling.is_change(token) and telling.direction(self.claim):
            return False
        return token.stem not in lexicon().modes and token.stem not in lexicon().idle

    def _phrase(self, phrase: Phrase) -> Facet | None:
        """Look for a phrase of the claim, scope by scope, until it is found or another stands in its place."""
        sentence = self.claim.sentence
        words = [token for token in sentence.nouns(phrase) if self._must_be_found(token)]
        if not words:
            return None
        head = sentence.tokens[phrase.head]
        text = sentence.slice(phrase.first, phrase.last)
        key = head if head in words else words[-1]
        name = "place" if phrase.role in PLACING else "subject" if phrase.role == SUBJECT else "words"
        for level in self.levels:
            if any(alike(key, token) for token in level.tokens):
                return self._modifiers(name, text, words, key)
            rival = self._rival(phrase, key, level)
            if rival is not None:
                return Facet(name, DIFFERENT, text, level.sentence.slice(rival.first, rival.last))
        return Facet(name, MISSING, text)

    def _modifiers(self, name: str, text: str, words: list[Token], key: Token) -> Facet:
        """Look for the other words of a phrase whose chief word was found."""
        lacking = [token for token in words if not any(alike(token, other) for other in self._all)]
        if not lacking:
            return Facet(name, SAME, text, text)
        holder = self._holder_of(key)
        if holder is not None and key.proper and all(token.proper for token in lacking):
            others = [
                token for token in self.found.sentence.nouns(holder) if token.proper and not alike(token, key)
            ]
            if not others:
                return Facet(name, SAME, text, self.found.sentence.slice(holder.first, holder.last))
            return Facet(name, DIFFERENT, text, self.found.sentence.slice(holder.first, holder.last))
        return Facet(name, MISSING, " ".join(token.word for token in lacking))

    def _holder_of(self, key: Token) -> Phrase | None:
        sentence = self.found.sentence
        return next(
            (p for p in sentence.phrases if any(alike(key, token) for token in sentence.nouns(p))), None
        )

    def _rival(self, phrase: Phrase, key: Token, level: Level) -> Phrase | None:
        """Return a phrase that stands where the claim's would: another subject, another place."""
        placing = phrase.role in PLACING
        for other in level.phrases:
            head = level.sentence.tokens[other.head]
            same_role = other.role in PLACING if placing else other.role == phrase.role
            if not same_role or other is self.found.phrase or not self._is_thing(level.sentence, other):
                continue
            if key.proper != head.proper and (placing or phrase.role != SUBJECT):
                continue
            if not self._is_claimed(head):
                return other
        return None

    def _is_thing(self, sentence: Sentence, phrase: Phrase) -> bool:
        head = sentence.tokens[phrase.head]
        if head.tag is not Tag.NOUN or is_anaphor(sentence, phrase) or is_measure(head.word):
            return False
        return says(head) and not any(
            token.tag is Tag.VALUE for token in sentence.tokens[phrase.first : phrase.last + 1]
        )

    def _is_claimed(self, token: Token) -> bool:
        return any(alike(token, other) for other in self._claim_tokens)

    # -- what the passage narrows ----------------------------------------------------------------------

    def _narrowed(self) -> Iterator[Facet]:
        """Yield the words of the passage's core that the claim lacks: another thing, or a part of it."""
        sentence = self.found.sentence
        for name, token in self._core():
            if not self._must_be_claimed(token) or self._is_claimed(token):
                continue
            yield Facet(name, DIFFERENT, "", token.word)
        for phrase in self.found.subjects:
            if is_anaphor(sentence, phrase):
                resolved = stands_for(sentence, phrase)
                named = [token for token in resolved if says(token) and token.tag is Tag.NOUN]
                if named and not any(self._is_claimed(token) for token in named) and self._claim_has_subject:
                    yield Facet("subject", DIFFERENT, "", named[-1].word)

    def _must_be_claimed(self, token: Token) -> bool:
        words = lexicon()
        if not says(token) or self._said_by_measure(self.found, token) or token.stem in words.idle:
            return False
        if token.stem in words.modes or (telling.is_change(token) and telling.direction(self.found)):
            return False
        return token.tag is not Tag.VERB or token.stem not in words.speech

    @cached_property
    def _claim_has_subject(self) -> bool:
        """Whether somebody or something is said to do or have what the claim counts."""
        sentence = self.claim.sentence
        return any(
            phrase is not self.claim.phrase and self._is_thing(sentence, phrase)
            for phrase in self.claim.subjects
        )

    def _core(self) -> Iterator[tuple[str, Token]]:
        """Yield the words that say what the figure is of, each with the facet that it belongs to."""
        found, sentence = self.found, self.found.sentence
        if found.phrase is not None:
            yield from (("population", token) for token in sentence.nouns(found.phrase))
            if found.phrase.holder is not None and found.phrase.role == "of":
                yield from (("measure", token) for token in sentence.nouns(found.phrase.holder))
        if found.verb is not None:
            yield "measure", found.verb
        if not self._agent_is_free:
            for phrase in found.subjects:
                if phrase is not found.phrase and not is_anaphor(sentence, phrase):
                    yield from (("subject", token) for token in self._subject_words(phrase))

    @property
    def _agent_is_free(self) -> bool:
        """Whether the claim leaves open who did it ("34 people were killed")."""
        inside = self.claim.phrase
        return inside is not None and inside.role == SUBJECT and not self._claim_has_subject

    def _subject_words(self, phrase: Phrase) -> Iterator[Token]:
        """Yield what identifies a subject: a name without its descriptions, a noun with all that narrows it."""
        sentence = self.found.sentence
        nouns = sentence.nouns(phrase)
        head = sentence.tokens[phrase.head]
        if head.proper:
            start = len(nouns)
            while start and nouns[start - 1].proper and not (nouns[start - 1].owner and start < len(nouns)):
                start -= 1
            matched = any(self._is_claimed(token) for token in nouns[start:])
            yield from ([] if matched else nouns[start:])
            return
        claimed = self._is_claimed(head)
        yield from (token for token in nouns if not (claimed and token.proper and not is_measure(head.word)))
        for other in sentence.phrases:
            if other.holder is phrase and other is not self.found.phrase and other.head in self.found.reach:
                narrow = other.role in _NARROWING or (other.role in PLACING and is_measure(head.word))
                if narrow and not any(
                    t.tag is Tag.VALUE for t in sentence.tokens[other.first : other.last + 1]
                ):
                    yield from sentence.nouns(other)

    def _swapped(self) -> Facet | None:
        """Tell where who did it and to whom are exchanged."""
        ours, theirs = self._sides(self.claim), self._sides(self.found)
        if not all((*ours, *theirs)):
            return None
        straight = _meet(ours[0], theirs[0]) or _meet(ours[1], theirs[1])
        crossed = _meet(ours[0], theirs[1]) and _meet(ours[1], theirs[0])
        if crossed and not straight:
            return Facet("subject", DIFFERENT, ours[0][-1].word, theirs[0][-1].word)
        return None

    def _sides(self, frame: Frame) -> tuple[list[Token], list[Token]]:
        """Return the words of who does it and of whom it is done to, passives turned round."""
        sentence = frame.sentence
        first = [token for phrase in frame.subjects for token in sentence.nouns(phrase) if says(token)]
        behind = [p for p in frame.phrases if p.clause is frame.clause and p.role in ("object", "by")]
        passive = _is_passive(frame)
        last = [t for p in behind if (p.role == "by") is passive for t in sentence.nouns(p) if says(t)]
        return (last, first) if passive else (first, last)

    # -- when, how, by whom ----------------------------------------------------------------------------

    def _time(self) -> Facet | None:
        ours, theirs = timing.stated(self.claim), timing.stated(self.found)
        if timing.is_shifted(self.found) and not timing.is_shifted(self.claim):
            fixed = [value for value in theirs if value.start is not None]
            if not (ours and fixed):
                return Facet("time", DIFFERENT, _days(ours), _days(theirs))
        context = [day for place in self._places_before() for day in place]
        agreement = timing.agree(ours, theirs, context[:2])
        if not ours and not theirs:
            return None
        return Facet("time", agreement, _days(ours), _days(theirs or context[:1]))

    def _places_before(self) -> Iterator[list[DateValue]]:
        for level in self.levels[2:]:
            yield [
                t.reading.value for t in level.tokens if t.reading and isinstance(t.reading.value, DateValue)
            ]

    def _mode(self) -> Facet | None:
        ours = modes(self.claim.tokens(self.claim.reach))
        theirs = modes(self.found.tokens(self.found.reach))
        if theirs - ours:
            return Facet("mode", DIFFERENT, ", ".join(sorted(ours)) or "fact", ", ".join(sorted(theirs)))
        return Facet("mode", MISSING, ", ".join(sorted(ours))) if ours - theirs else None

    def _rate(self) -> Facet | None:
        ours = per(self.claim.sentence.tokens, self.claim.at)
        theirs = per(self.found.sentence.tokens, self.found.at)
        ours, theirs = ours.removesuffix("s"), theirs.removesuffix("s")
        if ours != theirs and {ours, theirs} != {"", "year"}:
            return Facet("rate", DIFFERENT, ours and f"per {ours}", theirs and f"per {theirs}")
        left, right = (
            periods(self.claim.tokens(self.claim.reach)),
            periods(self.found.tokens(self.found.reach)),
        )
        if right - left - {ours}:
            return Facet("rate", DIFFERENT, " ".join(left), " ".join(right))
        return Facet("rate", MISSING, " ".join(left)) if left - right - {theirs} else None

    def _role(self) -> Facet | None:
        ours, theirs = _role(self.claim), _role(self.found)
        if ours == theirs:
            return None
        if theirs == "from" and timing.stated(self.claim) and self._time_is_same():
            return None
        return Facet("role", DIFFERENT, ours, theirs)

    def _time_is_same(self) -> bool:
        facet = self._time()
        return facet is not None and facet.agreement is SAME

    def _direction(self) -> Facet | None:
        ours, theirs = telling.direction(self.claim), telling.direction(self.found)
        if not ours or ours == theirs:
            return None
        return Facet("direction", DIFFERENT if theirs else MISSING, ours, theirs)

    def _source(self) -> Facet | None:
        ours, theirs = telling.source(self.claim), telling.source(self.found)
        wanted = [token for token in ours if says(token)]
        if not wanted:
            return None
        text = " ".join(token.word for token in ours)
        told = " ".join(token.word for token in theirs)
        if any(alike(token, other) for token in wanted for other in theirs):
            return Facet("attribution", SAME, text, told)
        if any(token.tag is Tag.PRON for token in theirs) or not theirs:
            before = antecedent(self.found.sentence)
            if theirs and any(alike(token, other) for token in wanted for other in before):
                return Facet("attribution", SAME, text, told)
        return Facet("attribution", DIFFERENT if theirs else MISSING, text, told)


def _role(frame: Frame) -> str:
    """Return "by", "from" (a figure to compare with) or "level"."""
    quantity = frame.quantity
    role = quantity.role if quantity is not None else ""
    if role in ("by", "from"):
        return role
    phrase = frame.phrase
    start = phrase.first if phrase else frame.at
    before = frame.sentence.tokens[max(0, start - 2) : start]
    words = [token.word for token in before]
    if words[-1:] and (words[-1] in _BASELINES or (words[-1] in {"with", "to"} and words[0] == "compared")):
        return "from"
    return "level"


def _is_passive(frame: Frame) -> bool:
    verb = frame.clause.verb
    if verb is None:
        return False
    tokens = frame.sentence.tokens
    before = next((t for t in reversed(tokens[:verb]) if t.tag is not Tag.ADV), None)
    past = tokens[verb].word.endswith("ed") or tokens[verb].word in lexicon().participles
    return past and before is not None and before.word in {"is", "are", "was", "were", "be", "been", "being"}


def _meet(left: list[Token], right: list[Token]) -> bool:
    return any(alike(a, b) for a in left for b in right)


def _stems(words: tuple[str, ...]) -> set[str]:
    from factlint.prose.lexicon import stem

    return {stem(word) for word in words}


def _told(counted: Counted) -> str:
    return counted.text or " ".join((*counted.modifiers, counted.head, counted.measure)).strip()


def _days(days: list[DateValue]) -> str:
    return ", ".join(day.text or day.edtf for day in days)
