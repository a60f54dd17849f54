"""A date that a claim gives for something: when it opened, began, was signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError, ReferenceTooCoarseError
from factlint.prose import ranks, telling, timing
from factlint.prose.agreement import facets as facets_of
from factlint.prose.base import Binding
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.incumbency import TAKING
from factlint.prose.kinds.base import Part, apart, binding, told, turns
from factlint.prose.lexicon import stem
from factlint.prose.phrases import OBJECT, SUBJECT
from factlint.prose.sentence import Sentence
from factlint.prose.single import is_of_another
from factlint.prose.tokens import Tag
from factlint.prose.whens import is_told
from factlint.values.base import DateValue, Recurrence, TimeValue, Value
from factlint.verdict import Verdict


def parts(claim: Sentence) -> list[Part]:
    """Return one part for every date of a clause that has no figure: there the date is what is told."""
    found = []
    for clause in claim.clauses:
        tokens = [claim.tokens[at] for at in clause.members]
        if any(token.tag is Tag.VALUE or ranks.rank(token.stem) for token in tokens):
            continue
        found += [at for at in clause.members if claim.tokens[at].tag is Tag.DATE and is_told(claim, at)]
    frames = [frame(claim, at) for at in found if not _has_figures(claim)]
    return [_part(made) for made in frames if not telling.direction(made)]


def _has_figures(claim: Sentence) -> bool:
    return any(token.tag is Tag.VALUE for token in claim.tokens)


def _part(made: Frame) -> Part:
    token = made.token
    return Part("date", made, made.sentence.text[token.start : token.end], value_of(made))


def raw(made: Frame) -> Value | None:
    """Return the date that a frame is around, as it is written."""
    return made.token.reading.value if made.token.reading else None


def value_of(made: Frame) -> Value | None:
    """Return the date that a frame is around, its year filled in from what stands around it."""
    value = raw(made)
    return timing.placed(value, made) if isinstance(value, DateValue) else value


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return every date of the passages with what it is said of."""
    kind = DateValue if isinstance(part.value, DateValue) else (TimeValue, Recurrence)
    return [
        _bound(part, frame(sentence, at), terms)
        for sentence in sentences
        for at in _told(sentence)
        if (reading := sentence.tokens[at].reading) is not None and isinstance(reading.value, kind)
        if not _is_of_thing(sentence, at)
    ]


def _told(sentence: Sentence) -> list[int]:
    """Return the dates of a sentence, without those of names where others are told: "the 2018 final was on 26 May"."""
    dates = [at for at, token in enumerate(sentence.tokens) if token.tag is Tag.DATE]
    return [at for at in dates if is_told(sentence, at)] or dates


def _is_of_thing(sentence: Sentence, at: int) -> bool:
    """Whether a year only says of when a thing is, and not when something was done to it: "repealed the 1932 law"."""
    tokens = sentence.tokens
    whole = tokens[at].word.startswith("the ")  # "the 1930s"
    phrase = sentence.phrase_at(at + 1) if whole else sentence.phrase_at(at)
    if phrase is None or phrase.role not in (SUBJECT, OBJECT) or not at < phrase.head:
        return False
    before = tokens[at - 1].tag if at else None
    led = before is not Tag.PREP if whole else before in (Tag.DET, Tag.NOUN)
    return led and not any(t.stem in _DATED for t in tokens[at + 1 : phrase.last + 1])


_DATED = frozenset(
    map(
        stem,
        """election referendum vote census olympics game championship cup tournament match final race season edition
        conference congress summit festival exhibition war battle fire flood earthquake storm hurricane strike crisis
        eruption coup revolution crash attack massacre budget report study survey prize award film novel album""".split(),
    )
)


def _is_event_in_span(part: Part, found: Value) -> bool:
    """Whether a claim dates what happens at one time, and the passage only between which times: "closed between …"."""
    verb = part.frame.verb
    spans = isinstance(found, DateValue) and "/" in found.edtf.strip("/.")
    return spans and verb is not None and verb.tag is Tag.VERB and verb.stem not in _LASTING


_LASTING = frozenset(
    map(
        stem,
        """serve live work hold run reign govern rule lead chair head stay remain last teach study play reside own occupy
        operate attend belong continue manage coach captain edit direct""".split(),
    )
)


def _is_begun(part: Part, found: Frame) -> bool:
    """Whether the passage only says when something began of which the claim says how long it was so."""
    mine, its = part.frame.verb, found.verb
    spans = part.text.lower().startswith(("from ", "until ", "till "))
    return spans and its is not None and its.stem in TAKING and (mine is None or mine.stem not in TAKING)


def _is_one_day(ours: Value | None, theirs: Value | None, terms: Terms) -> bool:
    try:
        return (
            ours is not None
            and theirs is not None
            and compare(ours, theirs, terms=terms).outcome is Outcome.MATCH
        )
    except FactlintError:
        return False


def _bound(part: Part, found: Frame, terms: Terms) -> Binding:
    facets = tuple(facet for facet in facets_of(part.frame, found) if facet.name != "time")
    yearless = isinstance(part.value, DateValue) and part.value.start is None
    made = binding(found, facets, raw(found) if yearless else value_of(found))
    between = apart(facets)
    turned = [facet for facet in between if turns(facet)]
    if is_of_another(part.frame, found, between) and _is_one_day(part.value, made.value, terms):
        return replace(made, verdict=Verdict.REFUTED, rule="date", problem=f"only one is it: {told(between)}")
    if len(between) > len(turned):
        return replace(made, problem=told(between))
    if part.value is None or made.value is None:
        return replace(made, problem="there is no date")
    if _is_begun(part, found):
        return replace(made, problem="it says when that began, and not how long it was so")
    try:
        comparison = compare(part.value, made.value, terms=terms)
    except FactlintError as error:
        return replace(made, problem=error.message, coarse=isinstance(error, ReferenceTooCoarseError))
    if comparison.outcome is Outcome.IMPRECISE and _is_event_in_span(part, made.value):
        return replace(made, problem="the passage only gives a time in which it was", coarse=True)
    apart_by_days = comparison.outcome is Outcome.MISMATCH
    if turned and apart_by_days:
        return replace(made, problem=f"{told(turned)}, of another day")
    wrong = apart_by_days or bool(turned)
    since = _is_open_ended(made.value) and not _is_open_ended(part.value)
    if since and telling.denied(found) and not telling.denied(part.frame):
        return _none_since(part, made)
    if telling.denied(part.frame) != telling.denied(found):
        if wrong:
            return replace(made, problem="one side denies the date, the other gives another one")
        wrong = True
    verdict = Verdict.REFUTED if wrong else Verdict.SUPPORTED
    return replace(made, comparison=comparison, rule=comparison.rule, verdict=verdict)


def _is_open_ended(value: Value | None) -> bool:
    """Whether a date says only since when something is so: "since June 1962"."""
    return isinstance(value, DateValue) and value.start is not None and value.end is None


def _none_since(part: Part, made: Binding) -> Binding:
    """Relate a day to "none since June 1962": the last was then, none came later, and earlier ones are left open."""
    ours, theirs = part.value, made.value
    if not isinstance(ours, DateValue) or not isinstance(theirs, DateValue):
        return replace(made, problem="there is no date")
    if theirs.start is None or ours.start is None or ours.end is None:
        return replace(made, problem="one side denies the date, the other leaves it open")
    last = any(token.word == "last" for token in part.frame.sentence.tokens)
    told = theirs.edtf.split("/")[0]
    then = (f"{ours.start:%Y-%m-%d}"[: len(told)], f"{ours.end:%Y-%m-%d}"[: len(told)])
    if then[1] < told and not last:
        return replace(made, problem="the passage denies it only of later days")
    verdict = Verdict.SUPPORTED if then[0] <= told <= then[1] else Verdict.REFUTED
    return replace(
        made, verdict=verdict, rule="date", problem=f"the passage denies it of later days than {told}"
    )
