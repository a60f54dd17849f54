"""Whom the article gives as its source: "according to …", "X said", and pronouns traced to the last person named."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from factlint.drafting.phrases import pattern
from factlint.drafting.reading import Article
from factlint.values.function_words import AUXILIARIES, BREAKS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS

_PHRASE = r"((?:[\w’'&.-]+ ){{0,7}}?[\w’'&-]+)(?=[,.;:”\"]|$| (?:{})\b)"
_SUBJECT = re.compile(r"(?:^|[,;:”\"“(] ?|\b(?:and|but|that|as|while|because) )((?:[^\W_][\w’'.&-]* ){1,9})$")
_PRONOUN = re.compile(r"(?<!\w)(he|she) (?:also |later |then )?$", re.IGNORECASE)
_APPOSED = re.compile(r", (?:[^,;]|,(?=\d)){2,200}, (?:also |later |then )?$")
_OF = re.compile(r",? (?:of|at|from|for|with) (?:the )?")
_OFFICE = re.compile(r"(?: (?:of|for) [\w’' -]{2,40})?,? ")
_LIVES = re.compile(r" (?:\w+ ){0,4}(?:lives|life|victory|credit|responsibility)\b")
_AFTER = (
    r" ((?:the |an? )?(?:[\w’'-]+ ){{0,5}}?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,4}}|the (?:[\w’'-]+ ){{0,3}}[\w’'-]+|{})"
    r"(?=[,.;:]|$| (?:on|in|at|of|who)\b)"
)
_TRIM = re.compile(r"^(?:but|and|also|however|meanwhile|yesterday|earlier|as|on \w+|in \w+) ", re.IGNORECASE)


_FIGURE = re.compile(r" (?:by |about |another )?[$£€¥\d]")
_ASKING = frozenset({"what", "how", "why", "when", "where", "who"})


@dataclass(frozen=True)
class Said:
    """Who says what a sentence says: where they are named, in which words, and whether a pronoun was traced."""

    start: int
    end: int
    who: str
    traced: bool = False


class Attributions:
    """The sources of an article's sentences; lives for one draft."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.speaker = ""
        self.people = {person.text for person in article.people}
        self.by_sentence = {span: self._in_order(*span) for span in article.sentences}

    def of(self, at: int) -> Said | None:
        """Return whom the sentence at a character is given as said by."""
        return self.by_sentence.get(self.article.sentence(at))

    def of_quotation(self, start: int, end: int) -> Said | None:
        """Return whose words are quoted: named in the same sentence, or in the one before or after on the line."""
        own = self.of(start) or self.of(end - 1)
        if own:
            return own
        sentences = self.article.sentences
        index = bisect_right(sentences, (start, len(self.article.plain))) - 1
        near = [sentences[i] for i in (index - 1, index + 1) if 0 <= i < len(sentences)]
        return next((said for span in near if (said := self.by_sentence[span])), None)

    def _in_order(self, start: int, end: int) -> Said | None:
        said = self._in_sentence(start, end)
        if said and said.who in self.people:
            self.speaker = said.who
        return said

    def _in_sentence(self, start: int, end: int) -> Said | None:
        return self._by_source(start, end) or self._by_verb(start, end)

    def _by_source(self, start: int, end: int) -> Said | None:
        for source in pattern("attribution", "sources", r"\b(?:{}) ").finditer(
            self.article.plain, start, end
        ):
            found = pattern("attribution", "ends", _PHRASE).match(self.article.plain, source.end(), end)
            if found and not any(char.isdigit() for char in found[1]):
                return Said(*found.span(1), found[1])
        return None

    def _by_verb(self, start: int, end: int) -> Said | None:
        plain = self.article.plain
        for verb in pattern("attribution", "verbs", r"\b(?:{})\b").finditer(plain, start, end):
            if self.article.quotation(verb.start()) or _is_other(verb[0], plain[verb.end() : end]):
                continue
            said = self._subject(start, verb.start()) or self._inverted(
                verb.end(), end, plain[start : verb.start()]
            )
            if said:
                return said
        return None

    def _subject(self, start: int, at: int) -> Said | None:
        plain = self.article.plain
        pronoun = _PRONOUN.search(plain, max(start, at - 14), at)
        if pronoun:
            return self._traced(start, *pronoun.span(1))
        apposed = _APPOSED.search(plain, start, at)
        ends = {at - 1} | ({apposed.start()} if apposed else set())
        named = [item for item in self.article.names.within(start, at) if item.end in ends]
        if named:
            return self._named(start, named[-1].start, named[-1].end)
        found = _SUBJECT.search(plain[start : apposed.start()] + " " if apposed else plain[start:at])
        who = _TRIM.sub("", found[1].strip()) if found else ""
        if not found or not _may_say(who):
            return None
        first = start + found.start(1)
        return Said(first, first + len(found[1].strip()), who)

    def _traced(self, sentence: int, start: int, end: int) -> Said | None:
        """Trace "he" or "she" to who spoke last, else to whom the nearest sentence with a name opens with."""
        people = self.article.people.before(sentence)
        nearest = self.article.sentence(people[-1].start)[0] if people else 0
        told = next((item.text for item in people if item.start >= nearest), "")
        who = self.speaker or told
        return Said(start, end, who, traced=True) if who else None

    def _named(self, sentence: int, start: int, end: int) -> Said:
        """Return who a name is; "Elena Marsh of Deakin University" is the person and not the place of work."""
        people = [
            item
            for item in self.article.people.within(sentence, end)
            if item.end == end or _OF.fullmatch(self.article.plain, item.end, start)
        ]
        return Said(start, end, people[-1].text if people else self.article.words(start, end))

    def _inverted(self, at: int, end: int, before_verb: str) -> Said | None:
        """Read "…,” said Ada Lund"."""
        if not before_verb.rstrip().endswith(("”", '"', "’", ",")):
            return None
        found = pattern("attribution", "groups", _AFTER, case=True).match(self.article.plain, at, end)
        if not found:
            return None
        people = [
            item
            for item in self.article.people.touching(at, end)
            if item.start <= found.end(1) or _OFFICE.fullmatch(self.article.plain, found.end(1), item.start)
        ]
        return Said(found.start(1), found.end(1), people[0].text if people else found[1])


def _is_other(verb: str, after: str) -> bool:
    """Whether a verb of saying says nothing here: "claimed 40 lives", "added 0.3%"."""
    if verb[0].isupper():  # "the United States", a title
        return True
    if verb.startswith("call") and after.startswith((" for ", " on ", " off ", " up ", " in ")):
        return True
    return _LIVES.match(after) is not None or (verb in {"added", "adds"} and _FIGURE.match(after) is not None)


def _may_say(who: str) -> bool:
    """Whether a subject may be a source: a group of words with a noun, and no verb of another clause."""
    words = who.lower().split()
    if not words or words[0] in _ASKING or pattern("attribution", "none", r"^(?:{})$").match(words[-1]):
        return False
    if words[-1] in PREPOSITIONS | DETERMINERS | BREAKS:
        return False
    if len(words) > 7 or any(char.isdigit() for char in who):
        return False
    verbs = pattern("attribution", "verbs", r"^(?:{})$")
    return not any(word in AUXILIARIES or word in CONJUNCTIONS or verbs.match(word) for word in words)
