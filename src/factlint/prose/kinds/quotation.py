"""Words in quotation marks: the very words, by the same speaker, with what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError
from factlint.prose import telling
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.clauses import Clause
from factlint.prose.clauses import Kind as ClauseKind
from factlint.prose.context import antecedent, stands_for
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.kinds.base import Part, apart, binding, told
from factlint.prose.lexicon import lexicon
from factlint.prose.pointing import earlier, is_anaphor
from factlint.prose.quoting import cut_off, spans
from factlint.prose.roles import meet
from factlint.prose.sentence import Sentence
from factlint.prose.speakers import Speaker, speaker
from factlint.prose.telling import with_described
from factlint.prose.things import fits
from factlint.prose.tokens import Tag, Token
from factlint.prose.voices import around, begins_inside, is_among, quoted, unquoted, voice
from factlint.prose.words import says
from factlint.values.base import DateValue, Text
from factlint.verdict import Verdict


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
    found = [made for sentence in sentences if (made := _bound(part, sentence, terms)) is not None]
    exact = [one for one in found if part.text.lower() in one.found.lower()]
    said = any(one.verdict is Verdict.SUPPORTED for one in exact)
    return [_without_refutal(one) if exact and (said or one not in exact) else one for one in found]


def _without_refutal(one: Binding) -> Binding:
    """Let near words settle nothing where the very words stand elsewhere."""
    return (
        replace(one, verdict=Verdict.NOT_ENOUGH, comparison=None) if one.verdict is Verdict.REFUTED else one
    )


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
    start = sentence.text.lower().find((comparison.suggestion or part.text).lower())
    facets = (*_speaker(part.frame, found, max(start, 0)), *_occasion(part.frame, found))
    made = replace(binding(found, facets), value=Text(comparison.suggestion or part.text))
    size = len(comparison.suggestion or part.text) if start >= 0 else 0
    made = replace(made, start=max(start, 0), end=max(start, 0) + size)
    between = apart(made.facets)
    if comparison.outcome is Outcome.MATCH and _is_of_another(part, sentence, between):
        return replace(made, verdict=Verdict.REFUTED, rule=comparison.rule, problem=told(between))
    if between:
        return replace(made, problem=told(between))
    hedge = cut_off(sentence.text, part.text) if comparison.outcome is Outcome.MATCH else ""
    if hedge and all(token.word != hedge for token in part.frame.sentence.tokens):
        return replace(made, problem=f"the words stand there with '{hedge}', which the claim leaves out")
    if comparison.outcome is Outcome.MATCH and _is_reported(found, part.text):
        return replace(made, problem="the passage reports it in its own words")
    if comparison.outcome is Outcome.MATCH:
        return replace(made, comparison=comparison, rule=comparison.rule, verdict=Verdict.SUPPORTED)
    if not _is_quoted(sentence, comparison.suggestion):
        return replace(made, problem="the nearest words aren't quoted there")
    return replace(made, comparison=comparison, rule=comparison.rule, verdict=Verdict.REFUTED)


def _is_of_another(part: Part, sentence: Sentence, between: list[Facet]) -> bool:
    """Whether a named person says the very words of a whole phrase, in a sentence without the one whom the claim names."""
    named = [token for token in _sayer(part.frame) if token.proper]
    if not named or meet(named, unquoted(sentence)) or len(part.text.split()) < _TELLING:
        return False
    other = [
        facet for facet in between if facet.name == "attribution" and facet.agreement is Agreement.DIFFERENT
    ]
    return len(other) == len(between) == 1 and _is_quoted(sentence, part.text)


_TELLING = 4
"""Words of a quotation that hardly two people say."""


def _is_reported(found: Frame, words: str) -> bool:
    """Whether the words are what somebody is said to have said, without quotation marks around them."""
    sentence = found.sentence
    speaks = any(token.stem in lexicon().speech and token.tag is Tag.VERB for token in sentence.tokens)
    return speaks and not _is_quoted(sentence, words)


def _is_quoted(sentence: Sentence, words: str) -> bool:
    """Whether the nearest words stand between quotation marks."""
    first = words.split(" … ")[0]
    at = sentence.text.lower().find(first.lower())
    marks = sum(sentence.text.count(mark, 0, at) for mark in '“”"') if at >= 0 else 0
    if marks % 2 == 1 and not begins_inside(sentence):
        return True
    within = (min(end, at + len(first)) - max(start, at) for start, end in quoted(sentence))
    return at >= 0 and any(size > _MOSTLY * len(first) for size in within)


_MOSTLY = 0.6


def _speaker(claim: Frame, found: Frame, at: int) -> tuple[Facet, ...]:
    """Relate who is said to have said it."""
    ours = _sayer(claim)
    told = speaker(found.sentence, quoted(found.sentence), at)
    if told.denied:
        return (Facet("denial", Agreement.DIFFERENT, "said", "not said"),)
    if not ours:
        return ()
    if not any(token.proper or token.tag is Tag.PRON for token in told.words):
        whose = voice(found.sentence, unquoted(found.sentence))
        told = replace(told, words=tuple(whose)) if whose else told
    text = " ".join(token.word for token in ours)
    theirs = [*told.words, *_known(found.sentence, told)]
    lacking = [token for token in ours if not is_among(token, theirs)]
    if lacking and _is_described(ours, told):
        lacking = [token for token in lacking if not is_among(token, _near(found.sentence))]
    if not lacking and (told.words or not told.told):
        return (Facet("attribution", Agreement.SAME, text, text),)
    other = (
        any(token.proper for token in told.words)
        and not any(t.tag is Tag.PRON for t in told.words)
        and not meet(ours, list(told.words))
    )
    agreement = Agreement.DIFFERENT if other else Agreement.MISSING
    return (Facet("attribution", agreement, text, " ".join(token.word for token in told.words)),)


def _occasion(claim: Frame, found: Frame) -> Iterator[Facet]:
    """Tell what was said in one year from what was said in another: "in its 2022 report", "the report for 2020"."""
    ours, theirs = (_years(frame.sentence) for frame in (claim, found))
    if ours and theirs and not ours & theirs:
        yield Facet("time", Agreement.DIFFERENT, *(", ".join(sorted(years)) for years in (ours, theirs)))


def _years(sentence: Sentence) -> set[str]:
    """Return the years that a sentence names outside of its quotations."""
    quoted = spans(sentence.text)
    return {
        token.reading.value.edtf[:4]
        for token in sentence.tokens
        if token.reading is not None
        and isinstance(token.reading.value, DateValue)
        and token.reading.value.edtf[:4].isdecimal()
        and not any(start <= token.start < end for start, end in quoted)
    }


def _is_described(ours: list[Token], told: Speaker) -> bool:
    """Whether it is one person by name, of whom the passage says nothing in the claim's description's stead."""
    names = [token for token in told.words if token.proper]
    described = [token for token in told.words if token.tag is Tag.NOUN and not token.proper]
    same = meet([token for token in ours if token.proper], names)
    return same and (not described or meet(ours, described))


def _near(sentence: Sentence) -> list[Token]:
    """Return the words around the quotations of a sentence, and those of the sentences before."""
    return [*unquoted(sentence), *(token for place in earlier(sentence) for token in place.tokens)]


def _known(sentence: Sentence, told: Speaker) -> list[Token]:
    """Return what the sentences before tell of the speaker: what "she" stands for, the rest of a name."""
    if not told.told:
        return around(sentence)
    pronouns = [token.word for token in told.words if token.tag is Tag.PRON]
    if pronouns or not told.words:
        named = _named_before(sentence, pronouns[0]) if pronouns else []
        return named or list(antecedent(sentence, pronouns[0] if pronouns else ""))
    meant = _called_by_kind(sentence, told)
    if meant:
        return meant
    names = [t for t in told.words if t.proper][-1:] or [t for t in told.words if t.tag is Tag.NOUN]
    return [
        token
        for place in earlier(sentence)
        for clause in place.clauses
        if any(meet([place.tokens[at]], names) for at in clause.members)
        for token in _with_appositions(place, clause)
    ]


def _called_by_kind(sentence: Sentence, told: Speaker) -> list[Token]:
    """Return whom "the company" stands for, where that speaks."""
    phrases = [p for p in sentence.phrases if any(sentence.tokens[p.head] is word for word in told.words)]
    return [token for p in phrases if is_anaphor(sentence, p) for token in stands_for(sentence, p)]


def _named_before(sentence: Sentence, pronoun: str) -> list[Token]:
    """Return the one whom a sentence names, outside of its quotations, as a subject that the pronoun may stand for."""
    free = {id(token) for token in unquoted(sentence)}
    told = [p for p in sentence.phrases if p.role == "subject" and id(sentence.tokens[p.head]) in free]
    told = [p for p in told if fits(sentence.tokens[p.first : p.last + 1], pronoun)]
    words = [t for p in told[:1] for other in with_described(sentence, p) for t in sentence.nouns(other)]
    return words if len(told) == 1 else []


def _with_appositions(sentence: Sentence, clause: Clause) -> list[Token]:
    near = [
        other
        for other in sentence.clauses
        if other is clause or other.parent is clause or clause.parent is other
    ]
    kept = [other for other in near if other is clause or ClauseKind.APPOSITION in (other.kind, clause.kind)]
    return [sentence.tokens[at] for other in kept for at in other.members]


def _sayer(made: Frame) -> list[Token]:
    """Return the words of who speaks: the source, or the subject outside of the quotation."""
    sentence = made.sentence
    quoted = spans(sentence.text)
    named = [t for t in speaker(sentence, quoted, made.token.start).words if says(t) and t.tag is Tag.NOUN]
    if named:
        return named
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
