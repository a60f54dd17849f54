"""Words in quotation marks: the very words, by the same speaker, with what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError
from factlint.prose import telling
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.context import antecedent, earlier
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.kinds.base import Part, apart, binding, told
from factlint.prose.lexicon import lexicon
from factlint.prose.narrowing import meet
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import says
from factlint.values.base import Text
from factlint.verdict import Verdict

_FEWEST = 2  # words of a quotation

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,600})[”\"]|(?<![\w])[‘']([^‘’']{8,600})[’'](?!\w)")


def spans(text: str) -> list[tuple[int, int]]:
    """Return the places of the words between quotation marks, where there are enough of them."""
    found = []
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] is not None else 2
        if len(match[group].split()) >= _FEWEST:
            found.append(match.span(group))
    return found


def parts(claim: Sentence) -> list[Part]:
    """Return one part for every quotation."""
    made = []
    for start, end in spans(claim.text):
        inside = [at for at, token in enumerate(claim.tokens) if start <= token.start < end]
        if inside:
            text = claim.text[start:end].strip(" ,.;")
            made.append(Part("quotation", frame(claim, inside[0]), text, Text(text)))
    return made


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return the sentences that have the words, or words like them, with their speaker."""
    return [made for sentence in sentences if (made := _bound(part, sentence, terms)) is not None]


def _bound(part: Part, sentence: Sentence, terms: Terms) -> Binding | None:
    if not sentence.tokens:
        return None
    try:
        comparison = compare(Text(part.text), Text(sentence.text), rule="quotation", terms=terms)
    except FactlintError:
        return None
    if comparison.outcome is not Outcome.MATCH and not comparison.suggestion:
        return None
    found = frame(sentence, 0)
    start = sentence.text.find(comparison.suggestion or part.text)
    made = replace(
        binding(found, _speaker(part.frame, found)), value=Text(comparison.suggestion or part.text)
    )
    size = len(comparison.suggestion or part.text) if start >= 0 else 0
    made = replace(made, start=max(start, 0), end=max(start, 0) + size)
    between = apart(made.facets)
    if between:
        return replace(made, problem=told(between))
    if comparison.outcome is Outcome.MATCH and _is_reported(found, part.text):
        return replace(made, problem="the passage reports it in its own words")
    if comparison.outcome is Outcome.MATCH:
        return replace(made, comparison=comparison, rule=comparison.rule, verdict=Verdict.SUPPORTED)
    if not _is_quoted(sentence, comparison.suggestion):
        return replace(made, problem="the nearest words aren't quoted there")
    return replace(made, comparison=comparison, rule=comparison.rule, verdict=Verdict.REFUTED)


def _is_reported(found: Frame, words: str) -> bool:
    """Whether the words are what somebody is said to have said, without quotation marks around them."""
    sentence = found.sentence
    speaks = any(token.stem in lexicon().speech and token.tag is Tag.VERB for token in sentence.tokens)
    return speaks and not _is_quoted(sentence, words)


def _is_quoted(sentence: Sentence, words: str) -> bool:
    """Whether the nearest words stand between quotation marks."""
    first = words.split(" … ")[0]
    at = sentence.text.find(first)
    marks = sum(sentence.text.count(mark, 0, at) for mark in '“”"') if at >= 0 else 0
    return any(start <= at < end for start, end in spans(sentence.text)) or marks % 2 == 1


def _speaker(claim: Frame, found: Frame) -> tuple[Facet, ...]:
    """Relate who is said to have said it."""
    ours = _sayer(claim)
    if not ours:
        return ()
    theirs = _around(found.sentence)
    text = " ".join(token.word for token in ours)
    lacking = [token for token in ours if not meet([token], theirs)]
    if not lacking:
        return (Facet("attribution", Agreement.SAME, text, text),)
    named = [token for token in _sayer(found) if token.proper]
    other = bool(named) and not meet(ours, named)
    agreement = Agreement.DIFFERENT if other else Agreement.MISSING
    return (Facet("attribution", agreement, text, " ".join(token.word for token in named)),)


def _sayer(made: Frame) -> list[Token]:
    """Return the words of who speaks: the source, or the subject outside of the quotation."""
    sentence = made.sentence
    quoted = spans(sentence.text)
    told_by = telling.source(made)
    if not told_by:
        told_by = [
            sentence.tokens[at]
            for phrase in sentence.phrases
            if phrase.role == "subject" or phrase.role == "according"
            for at in range(phrase.first, phrase.last + 1)
        ]
    outside = [t for t in told_by if not any(start <= t.start < end for start, end in quoted)]
    return [token for token in outside if says(token) and token.tag is Tag.NOUN]


def _around(sentence: Sentence) -> list[Token]:
    """Return the words outside of the quotation that may name its speaker: its sentence, those before, what "she" is."""
    quoted = spans(sentence.text)
    near = [t for t in sentence.tokens if not any(start <= t.start < end for start, end in quoted)]
    pronouns = any(token.tag is Tag.PRON for token in near)
    speaks = any(token.stem in lexicon().speech for token in near)
    before = antecedent(sentence) if pronouns else []
    if not speaks:
        before = [*before, *(token for place in list(earlier(sentence))[:1] for token in place.tokens)]
    return [*near, *before]
