"""A sentence of a text by words like it."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from factlint.documents.base import Document
from factlint.documents.nearest import quoted, shortened
from factlint.documents.text import PlainText, plain_text
from factlint.errors import NoMatchError, SeveralMatchesError
from factlint.selectors.base import Passage, SelectorBase
from factlint.selectors.patterns import compile_pattern

_EDGE = 0.15
_CONTEXT = 600
_VARIANTS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n", " "),
    }
)


class PassageSelector(SelectorBase):
    """The sentence of the document's visible text that is nearest to given words.

    The words needn't be exact: what counts is their similarity, in per cent, which must reach ``cutoff``.
    A second place that is as near is an error. Words that span several sentences find all of these. Read
    is the whole sentence, or with ``value`` (RE2) the words of the pattern's first group in it.

    Without ``near`` the claim's own sentence decides which passage settles it: the value is bound to what it
    counts, to whom, where and when, and nothing is read where any of these is missing or in doubt.

    ```yaml
    select:
      kind: passage
      near: the mission has verified the deaths of civilians since the start
      value: 'deaths of ([\\d,]+)'
    ```
    """

    kind: Literal["passage"] = "passage"
    near: str = Field(
        "", pattern="^(.{3,})?$", description="Words of the passage; without them the claim itself finds it."
    )
    cutoff: float = Field(80.0, ge=50, le=100, description="Least similarity, in per cent.")
    value: str = Field("", description="A pattern for the words to read within the sentence.")

    @model_validator(mode="after")
    def _compiles(self) -> Self:
        if self.value:
            compile_pattern(self.value)
        return self

    def find(self, document: Document, at: date | None) -> Passage:
        """Find the one sentence."""
        if not self.near:
            raise NoMatchError(
                "only a claim's own reference finds its passage without 'near'",
                hint="add 'near:' with words of the passage",
            )
        text = plain_text(document, self.format)
        start, end = _widened(text, *self._place(text))
        sentence = text.text[start:end]
        return Passage(
            text=self._value(sentence) if self.value else " ".join(sentence.split()),
            context=shortened(sentence, _CONTEXT),
            locator=text.place(start, end),
        )

    def _place(self, text: PlainText) -> tuple[int, int]:
        near, whole = _folded(" ".join(self.near.split())), _folded(text.text)
        best = _best(near, whole, self.cutoff)
        if best is None:
            raise NoMatchError(f"no passage is near {quoted(self.near)}", hint=_hint(near, text))
        score, start, end = best
        others = (_best(near, whole[:start], score), _best(near, whole[end:], score))
        if any(others):
            raise SeveralMatchesError(
                f"several passages are equally near {quoted(self.near)}: the first is "
                f"{quoted(text.text[slice(*_widened(text, start, end))])}",
                hint="give more of the words",
            )
        return start, end

    def _value(self, sentence: str) -> str:
        found = list(compile_pattern(self.value).finditer(sentence))
        if len(found) == 1:
            return (found[0][min(1, found[0].re.groups)] or "").strip()
        kind = SeveralMatchesError if found else NoMatchError
        raise kind(f"'{self.value}' matches {len(found)} times in the sentence", hint=quoted(sentence))


def _best(near: str, whole: str, cutoff: float) -> tuple[float, int, int] | None:
    from rapidfuzz import fuzz

    if len(whole) < len(near):
        return None
    found = fuzz.partial_ratio_alignment(near, whole, score_cutoff=cutoff)
    return None if found is None else (found.score, found.dest_start, found.dest_end)


def _hint(near: str, text: PlainText) -> str:
    best = _best(near, _folded(text.text), 0.0)
    if best is None or best[0] <= 0:
        return ""
    start, end = _widened(text, best[1], best[2])
    return f"the nearest, at {best[0]:.0f} %, is {quoted(text.text[start:end])}"


def _widened(text: PlainText, start: int, end: int) -> tuple[int, int]:
    """Return the sentences that the place lies in; one that it merely touches doesn't count."""
    slack = (end - start) * _EDGE
    inside = [(first, last) for first, last in text.sentences if min(end, last) - max(start, first) > slack]
    return (inside[0][0], inside[-1][1]) if inside else (start, end)


def _folded(text: str) -> str:
    """Fold case and typographic variants, keeping every character's place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.translate(_VARIANTS)
