"""A sample's words with other figures in them: the style of one printed quantity carried over to another."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.values import qualifiers, spelling
from factlint.values.amounts import ONE, Amount, amount
from factlint.values.base import Quantity, Sense
from factlint.values.figures import SPACES
from factlint.values.plain import ends_of, qualified, qualifier_of
from factlint.values.qualifiers import FOLLOWING
from factlint.values.ranges import LINK, NEXT_FIGURE
from factlint.values.scan import TRIGGER, lowered, with_article

_GROUP = re.compile(rf"\d([{SPACES},.'’])\d{{3}}(?!\d)")
_MINUS = re.compile(r"(?:[-−–]\s?|\bminus\s|\bnegative\s)(?=[^\d]*$)")
_STEMS = {Fraction(2): "doubl", Fraction(3): "tripl", Fraction(4): "quadrupl", Fraction(1, 2): "halv"}
_VERB = re.compile(r"\b(?:doubl|tripl|trebl|quadrupl|halv)(e|ed|ing)\b")


def filled(sample: str, value: Quantity, locale: str = "") -> str | None:
    """Return ``sample`` with the figures and qualifier of ``value``; ``None`` where its words don't fit."""
    if value.unit == "x" and _VERB.search(sample) and value.low in _STEMS:
        return _VERB.sub(lambda verb: _STEMS[value.low or ONE] + verb[1], sample)
    slots, figures = _slots(sample, locale), ends_of(value)
    if not slots or len(slots) != len(figures):
        return None
    if len(slots) == 2 and slots[0].scale == ONE < slots[1].scale and slots[0].bare < slots[1].bare:
        slots[0].scale = slots[1].scale  # $5-10 million
    out, at = "", 0
    for slot, figure in zip(slots, figures, strict=True):
        out += _signed(sample[at : slot.number_start], slot, figure) + _figure(
            sample, slot, figure, value.step, locale
        )
        at = slot.scaled_end
    return _requalified(sample, slots[0].start, out + sample[at:], value)


def _slots(sample: str, locale: str) -> list[Amount]:
    low = lowered(sample)
    first = None
    for trigger in TRIGGER.finditer(f"\n{low}"):
        first = amount(sample, low, with_article(low, trigger.start(1) - 1), locale)
        if first:
            break
    if first is None or first.form == "ordinal":
        return []
    link = LINK.match(low, first.end)
    figure = NEXT_FIGURE.match(low, link.end()) if link else None
    second = amount(sample, low, figure.end(), locale) if figure and figure.end() < len(low) else None
    return [first, second] if second else [first]


def _requalified(sample: str, start: int, body: str, value: Quantity) -> str:
    """Put the value's qualifier in the place of the sample's, where they differ."""
    low = lowered(sample)
    bound = qualifiers.before(low, start)
    if value.sense is Sense.RANGE or (bound and bound.words == value.qualifier):
        return body
    core = body[start:] if bound else body
    words = qualifier_of(value)
    return core if words in FOLLOWING and core.lower().endswith(words) else qualified(core, words)


def _signed(lead: str, slot: Amount, figure: Fraction) -> str:
    if slot.signed and figure >= 0:
        return _MINUS.sub("", lead)
    if figure < 0 and not slot.signed:
        kept = len(lead.rstrip()) if slot.before else len(lead)
        return (
            f"{lead}−"
            if not slot.before
            else f"{lead[: slot.start]}−{lead[slot.start :]}"
            if kept
            else f"−{lead}"
        )
    return lead


def _figure(sample: str, slot: Amount, figure: Fraction, step: Fraction, locale: str) -> str:
    """Print a figure in the form of a slot: digits or words, with the slot's scale word where that stays short."""
    bare, scale_word = abs(figure) / slot.scale, sample[slot.number_end : slot.scaled_end]
    if sample[slot.number_start].isalpha():
        in_words = spelling.spelled(int(bare)) if bare.denominator == 1 else spelling.fraction(bare)
        if in_words:
            return in_words
    mark = _group_mark(sample[slot.number_start : slot.number_end])
    text = spelling.digits(bare, step / slot.scale, locale, mark)
    if scale_word and (bare < 1 or len(text.partition(".")[2]) > 3):
        return spelling.digits(abs(figure) / slot.part, step / slot.part, locale, mark)
    return text + scale_word


def _group_mark(printed: str) -> str | None:
    found = _GROUP.search(printed)
    if found:
        return found[1]
    return "" if len(printed) >= 4 and printed.isdecimal() else None
