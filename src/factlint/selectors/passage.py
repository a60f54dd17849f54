"""A sentence of a text by words like it."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from factlint.documents.archives import unpacked
from factlint.documents.base import Document
from factlint.documents.nearest import quoted, shortened
from factlint.documents.text import PlainText, plain_text
from factlint.errors import NoMatchError, SeveralMatchesError
from factlint.selectors.base import Passage, SelectorBase
from factlint.selectors.nearby import best, folded, nearest_sentence, widened
from factlint.selectors.patterns import compile_pattern

_CONTEXT = 600


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
        "",
        pattern="^(.{3,})?$",
        max_length=300,
        description="Words of the passage; without them the claim itself finds it.",
    )
    cutoff: float = Field(80.0, ge=50, le=100, description="Least similarity, in per cent.")
    value: str = Field("", description="A pattern for the words to read within the sentence.")
    page: int | None = Field(None, ge=1, description="The only page to look at, of a PDF file.")

    @model_validator(mode="after")
    def _compiles(self) -> Self:
        if self.value:
            compile_pattern(self.value, spaced=True)
        return self

    def find(self, document: Document, at: date | None) -> Passage:
        """Find the one sentence."""
        if not self.near:
            raise NoMatchError(
                "only a claim's own reference finds its passage without 'near'",
                hint="add 'near:' with words of the passage",
            )
        text = plain_text(document, self.format, self.page)
        start, end = widened(text, *self._place(text))
        sentence = text.text[start:end]
        return Passage(
            text=self._value(sentence) if self.value else " ".join(sentence.split()),
            context=shortened(sentence, _CONTEXT),
            locator=text.place(start, end),
        )

    def text(self, document: Document) -> str:
        """Return the text that is looked at, of what is packed where the document is an archive.

        Raises as ``select``.
        """
        inner = unpacked(document, self.member, self.format)
        return plain_text(inner, self.format, self.page).text

    def _place(self, text: PlainText) -> tuple[int, int]:
        near, whole = folded(" ".join(self.near.split())), folded(text.text)
        found = best(near, whole, self.cutoff)
        if found is None:
            raise NoMatchError(f"no passage is near {quoted(self.near)}", hint=nearest_sentence(near, text))
        score, start, end = found
        others = (best(near, whole[:start], score), best(near, whole[end:], score))
        if any(others):
            raise SeveralMatchesError(
                f"several passages are equally near {quoted(self.near)}: the first is "
                f"{quoted(text.text[slice(*widened(text, start, end))])}",
                hint="give more of the words",
            )
        return start, end

    def _value(self, sentence: str) -> str:
        found = list(compile_pattern(self.value, spaced=True).finditer(sentence))
        if len(found) == 1:
            return (found[0][min(1, found[0].re.groups)] or "").strip()
        kind = SeveralMatchesError if found else NoMatchError
        raise kind(f"'{self.value}' matches {len(found)} times in the sentence", hint=quoted(sentence))
