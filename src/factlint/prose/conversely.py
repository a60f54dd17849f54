"""A deed of a passage told from the other side, where the claim tells it so: "A sold X to B" as "B bought X from A"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factlint.prose.clauses import Clause, Kind
from factlint.prose.converse import BOTH, PASSIVE, Side, key, sides
from factlint.prose.framing import frame
from factlint.prose.implied import rewritten
from factlint.prose.inflecting import Group, verb_group
from factlint.prose.lexicon import lexicon
from factlint.prose.partaking import taking_part
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.roles import is_passive
from factlint.prose.sentence import Sentence
from factlint.prose.supposing import doubting
from factlint.prose.tokens import Tag

_ALONE = (Kind.MAIN, Kind.COORDINATE, Kind.RELATIVE, Kind.PARTICIPLE, Kind.APPOSITION)
_FACTUAL = frozenset(("after", "when", "while", "because", "since", "as", "although", "though", "where"))
_SUBJECTS = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "I", "whom": "who"}
_OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me", "who": "whom"}


def with_converse(claim: Sentence, near: list[Sentence]) -> list[Sentence]:
    """Return the sentences, each followed by those that tell its deeds with the claim's verb, roles exchanged."""
    wanted = {verb for clause in claim.clauses for verb in _keys(claim, clause)} & sides().keys()
    if not wanted:
        return near
    return [made for sentence in near for made in (sentence, *_exchanged(sentence, frozenset(wanted)))]


def _exchanged(sentence: Sentence, wanted: frozenset[str]) -> list[Sentence]:
    told = dict.fromkeys(told_conversely(sentence, wanted))
    return [rewritten(sentence, 0, len(sentence.text), words) for words in told]


def told_conversely(sentence: Sentence, wanted: frozenset[str]) -> Iterator[str]:
    """Yield the sentences in which a deed of the sentence is told by one of the verbs, roles exchanged."""
    for clause in sentence.clauses:
        if not _is_told(sentence, clause):
            continue
        for told in _keys(sentence, clause):
            for side, others in sides().get(told, ()):
                for other in others:
                    verbs = [verb for stem, verb in other.verbs.items() if stem in wanted]
                    yield from _told(sentence, clause, side, other, verbs[:1])


def _keys(sentence: Sentence, clause: Clause) -> list[str]:
    """Return the keys of a clause's verb in the table: "lost to" is "lose", "is married" is "be_marry" too."""
    verb = sentence.tokens[clause.verb] if clause.verb is not None else None
    if verb is None or verb.tag is not Tag.VERB:
        return []
    return [key(verb), f"{PASSIVE}{key(verb)}"]


def _is_told(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause tells a fact, by itself or as what somebody says: no "if" or "without" opens it."""
    if clause.verb is None or not clause.members:
        return False
    opener = sentence.tokens[clause.members[0]]
    if clause.kind is Kind.COMPLEMENT:
        return _is_plainly_said(sentence, clause.parent)
    if clause.kind is Kind.SUBORDINATE or opener.tag is Tag.SUB:
        return opener.word in _FACTUAL
    before = sentence.tokens[clause.members[0] - 1] if clause.members[0] else None
    if clause.kind is Kind.PARTICIPLE and before is not None and before.tag is not Tag.MARK:
        return before.word in _FACTUAL
    inner = clause.parent is not None and clause.parent.kind in (Kind.COMPLEMENT, Kind.SUBORDINATE)
    return clause.kind in _ALONE and not inner


def _is_plainly_said(sentence: Sentence, parent: Clause | None) -> bool:
    """Whether a clause only says that somebody says it: "said that", not "denied that" or "hoped that"."""
    if parent is None or parent.kind is not Kind.MAIN or parent.verb is None:
        return False
    return sentence.tokens[parent.verb].stem in lexicon().speech and not doubting(sentence, parent)


def _told(sentence: Sentence, clause: Clause, side: Side, other: Side, verbs: list[str]) -> Iterator[str]:
    passive, told_passive = is_passive(frame(sentence, clause.verb or 0)), _is_told_passive(side)
    if not verbs or (told_passive and not passive):
        return
    turned = passive and not told_passive
    found = taking_part(sentence, clause, side, turned=turned)
    group = verb_group(sentence, clause, passive=turned)
    needed = [letter for letter, role in other.roles.items() if role in (SUBJECT, OBJECT, BOTH)]
    several = BOTH in other.roles.values() and any(p.joined for p in sentence.of(clause))
    if group is not None and not several and all(letter in found for letter in needed):
        deed = _Deed(sentence, clause, found, group, BOTH in side.roles.values())
        yield from (deed.written(other, verb) for verb in verbs)


def _is_told_passive(side: Side) -> bool:
    return any(verb.startswith(PASSIVE) for verb in side.verbs)


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who takes part in what a clause tells."""

    sentence: Sentence
    clause: Clause
    found: dict[str, Phrase]
    group: Group
    together: bool  # two do it to one another

    def written(self, other: Side, verb: str) -> str:
        """Return the clause with everyone in the role that another way of telling it gives him."""
        given = {role: self._text(letter) for letter, role in other.roles.items() if role != BOTH}
        both = " and ".join(self._text(letter) for letter, role in other.roles.items() if role == BOTH)
        letter, preposition = other.preposition
        own = self.sentence.slice(self.group.first, self.clause.verb or 0)  # "is married", of both
        words = [
            self._opening(),
            _SUBJECTS.get(first := both or given[SUBJECT], first),
            own if _is_told_passive(other) else self.group.around(verb),
            _OBJECTS.get(thing := given.get(OBJECT, ""), thing),
            f"{preposition} {_OBJECTS.get(last := given[preposition], last)}" if letter in self.found else "",
            self._rest(),
        ]
        told = " ".join(filter(None, words)).rstrip(" .,;")
        return f"{told[:1].upper()}{told[1:]}."

    def _text(self, letter: str) -> str:
        if letter not in self.found:
            return ""
        first, last = self._span(self.found[letter])
        token, text = self.sentence.tokens[first], self.sentence.slice(first, last)
        small = token.tag in (Tag.DET, Tag.PRON) and not token.proper
        return text[0].lower() + text[1:] if small else text

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        """Return the tokens of a phrase with those joined to it, and what stands between a subject and its verb."""
        joined, last = False, phrase.last
        if self.together:
            return phrase.first, last
        for other in self.sentence.of(self.clause):
            joined = other is phrase or (joined and other.joined and other.role == phrase.role)
            tied = other.role == "of" and other.holder is not None and other.holder.last == last
            last = other.last if joined or tied else last
        between = range(phrase.first, self.group.first)
        if phrase.role == SUBJECT and between and set(between) <= set(self.clause.members):
            plain = all(self.sentence.tokens[at].tag is not Tag.MARK for at in between)
            last = between[-1] if plain else last
        return phrase.first, last

    def _opening(self) -> str:
        """Return what stands before the subject: "In the final"."""
        members, verb = self.clause.members, self.clause.verb or 0
        head = f"{self.sentence.slice(0, members[0] - 1)} " if self.clause.kind is Kind.COMPLEMENT else ""
        first = min((phrase.first for phrase in self.found.values()), default=0)
        before = [at for at in members if at < min(first, verb)]
        tokens = self.sentence.tokens
        while before and tokens[before[0]].tag in (Tag.CONJ, Tag.SUB, Tag.REL):
            before = before[1:]
        return (head + (self.sentence.slice(before[0], before[-1]) if before else "")).strip()

    def _rest(self) -> str:
        """Return what stands behind the verb besides those who take part."""
        used = {at for phrase in self.found.values() for at in self._used(phrase)}
        verb, tokens = self.clause.verb or 0, self.sentence.tokens
        runs: list[list[int]] = []
        for at in (at for at in self.clause.members if at > verb and at not in used):
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            elif tokens[at].tag is not Tag.MARK:
                runs.append([at])
        return " ".join(self.sentence.slice(run[0], run[-1]) for run in runs)

    def _used(self, phrase: Phrase) -> range:
        """Return the tokens of a phrase and of the preposition before it."""
        first, last = self._span(phrase)
        return range(first - 1 if phrase.role not in (SUBJECT, OBJECT) else first, last + 1)
