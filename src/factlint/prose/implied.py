"""What a sentence implies, written out as one of its own: a difference, a share, a later year, a superlative.

The new sentence says the rest in the same words, so that its figure is bound like any other; it keeps the sentence
that implies it and the place of the words that do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from factlint.prose import possessing
from factlint.prose.adding import (
    added,
    courses,
    exact,
    losses,
    multiples,
    plain,
    recounted,
    remainders,
    shares_of_them,
)
from factlint.prose.crowning import crowned
from factlint.prose.dated import before, later, same
from factlint.prose.majorities import bounded
from factlint.prose.phrases import Phrase
from factlint.prose.ratios import plainly
from factlint.prose.restating import restated
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.units import unit


def with_implied(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences, each followed by those that it implies."""
    return [
        made for sentence in sentences for told in (put_plainly(sentence),) for made in (told, *implied(told))
    ]


def put_plainly(sentence: Sentence) -> Sentence:
    """Return a sentence with its shares in their plain form, or itself where it has none."""
    return _put(sentence, plainly(sentence.text))


def claimed_plainly(sentence: Sentence) -> Sentence:
    """Return a claim in the plain form in which passages are read too: of shares, and of what is there or lacking."""
    told = put_plainly(sentence)
    return _put(told, possessing.plainly(told))


def _put(sentence: Sentence, text: str) -> Sentence:
    return sentence if text == sentence.text else rewritten(sentence, 0, len(sentence.text), text)


def implied(sentence: Sentence) -> list[Sentence]:
    """Return the sentences that one implies."""
    found = [*crowned(sentence), *same(sentence), *bounded(sentence), *_by_figures(sentence)]
    made = [rewritten(sentence, start, end, words) for start, end, words in found]
    return made + [rewritten(sentence, 0, len(sentence.text), words) for words in restated(sentence)]


def _by_figures(sentence: Sentence) -> list[tuple[int, int, str]]:
    told = any(token.tag in (Tag.VALUE, Tag.DATE) for token in sentence.tokens)
    if not told and not any(token.word in ("others", "rest", "remainder") for token in sentence.tokens):
        return []
    return [
        *_changes(sentence),
        *_rises(sentence),
        *_shares(sentence),
        *_counts(sentence),
        *added(sentence),
        *remainders(sentence),
        *multiples(sentence),
        *losses(sentence),
        *courses(sentence),
        *shares_of_them(sentence),
        *later(sentence),
        *before(sentence),
        *recounted(sentence),
    ]


def rewritten(sentence: Sentence, start: int, end: int, words: str) -> Sentence:
    """Return the sentence with characters ``start`` to ``end`` put in other words."""
    text = sentence.text
    return Sentence(
        f"{text[:start]}{words}{text[end:]}",
        sentence.context,
        sentence.start,
        sentence.source,
        sentence.before,
        sentence.heading,
        sentence.names,
        told=sentence,
        span=(start, end),
    )


def _changes(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "from 4.5% to 4.25%" as "by 0.25 percentage points", "by 5.6%" of a count, and "to 4.25%"."""
    tokens = sentence.tokens
    values = [at for at, token in enumerate(tokens) if token.tag is Tag.VALUE and at]
    for first, last in pairwise(values):
        if tokens[first - 1].word != "from" or tokens[last - 1].word != "to":
            continue
        if any(token.tag in (Tag.VERB, Tag.AUX, Tag.CONJ) for token in tokens[first:last]):
            continue
        start, end = tokens[first - 1].start, tokens[last].end
        yield start, end, sentence.text[tokens[last - 1].start : end]
        for words in _difference(tokens[first], tokens[last]):
            yield start, end, f"by {words}"


def _rises(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "1,380, up from 1,150" as "up by 230" and "up by 20%" too."""
    tokens = sentence.tokens
    for at in range(3, len(tokens)):
        way = [token.word for token in tokens[at - 2 : at]]
        if tokens[at].tag is not Tag.VALUE or way not in (["up", "from"], ["down", "from"]):
            continue
        before = next((t for t in reversed(tokens[: at - 2]) if t.tag is Tag.VALUE), None)
        if before is None:
            continue
        for words in _difference(tokens[at], before):
            yield tokens[at - 1].start, tokens[at].end, f"by {words}"


def _difference(before: Token, after: Token) -> Iterator[str]:
    """Yield the difference of two exact figures of one unit, and its share of the first."""
    old, new = exact(before), exact(after)
    ours, theirs = before.quantity, after.quantity
    if old is None or new is None or ours is None or theirs is None or old == new:
        return
    if ours.unit != theirs.unit and not (ours.unit == "" and unit(theirs.unit).dimension):
        return
    share = theirs.unit == "%"
    step = (min if share else max)(ours.step, theirs.step)  # rates are set exactly: 4.5 is 4.50
    yield written(abs(new - old), step, "percentage points" if share else theirs.unit)
    if old > 0 and theirs.unit not in ("%", "pp", "year"):
        yield f"{plain(abs(new - old) / old * 100)}%"


def written(number: Fraction, step: Fraction, name: str) -> str:
    """Write a figure to the decimals that its step calls for, with its unit."""
    places = next((places for places in range(4) if step >= Fraction(1, 10**places)), 4)
    return f"{float(number):,.{places}f} {name}".strip()


def _shares(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "Of 48 clinics, 24 have shut" and "24 of the 48 clinics have shut" as "50% of the 48 clinics …"."""
    for whole, at in _parts(sentence):
        base, part = sentence.tokens[_figure(sentence, whole)], sentence.tokens[at]
        total, some = exact(base), exact(part)
        if not total or some is None or some > total or some < 1 or _unit(base) or _unit(part):
            continue
        share = f"{plain(some / total * 100)}%"
        if whole.last < at:
            start = sentence.tokens[whole.first - 1].start
            words = sentence.text[sentence.tokens[whole.first].start : _end(sentence, whole)]
            yield start, part.end, f"{share} of {words}"
        else:
            yield part.start, part.end, share


def _counts(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Read "half of the 240 containers" as "120 of the 240 containers" too."""
    for whole, at in _parts(sentence):
        base, part = sentence.tokens[_figure(sentence, whole)], sentence.tokens[at]
        total, share = exact(base), exact(part)
        unit_, step = _unit(part), part.quantity.step if part.quantity else Fraction(0)
        if not total or share is None or _unit(base) or not (unit_ == "%" or (not unit_ and 0 < share < 1)):
            continue
        number = total * share / (100 if unit_ == "%" else 1)
        if number.denominator == 1 and (not unit_ or step <= 1):
            yield part.start, sentence.tokens[_figure(sentence, whole)].end, f"{int(number):,}"


def _unit(token: Token) -> str:
    return token.quantity.unit if token.quantity else ""


def _parts(sentence: Sentence) -> Iterator[tuple[Phrase, int]]:
    """Yield each whole ("of the 48 clinics") with the figure that says how many of it."""
    values = [at for at, token in enumerate(sentence.tokens) if token.tag is Tag.VALUE]
    for phrase in sentence.phrases:
        inside = [at for at in values if at in phrase]
        if phrase.role != "of" or not inside or not sentence.nouns(phrase):
            continue
        held = [at for at in values if phrase.holder is not None and at in phrase.holder]
        if held and sentence.tokens[held[-1] + 1].word == "of":
            yield phrase, held[-1]
        elif phrase.holder is None and phrase.first < 3:
            after = [at for at in values if at > phrase.last]
            if after and _follows(sentence, phrase, after[0]):
                yield phrase, after[0]


def _follows(sentence: Sentence, whole: Phrase, at: int) -> bool:
    """Whether a comma and at most "some" or "only" stand between the whole and a figure that has no noun of its own."""
    between = sentence.tokens[whole.last + 1 : at]
    own = sentence.phrase_at(at)
    comma = any(token.word == "," for token in between)
    return comma and own is not None and not sentence.nouns(own) and own.first > whole.last


def _figure(sentence: Sentence, phrase: Phrase) -> int:
    return next(at for at in range(phrase.first, phrase.last + 1) if sentence.tokens[at].tag is Tag.VALUE)


def _end(sentence: Sentence, whole: Phrase) -> int:
    """Return where a whole ends, with what prepositions and "who" tie to it: up to the comma."""
    for token in sentence.tokens[whole.last + 1 :]:
        if token.word == ",":
            return token.start
    return sentence.tokens[whole.last].end
