"""Words of a text by a pattern."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from factlint.documents.base import Document
from factlint.documents.text import PlainText, plain_text
from factlint.errors import NoMatchError
from factlint.selectors.base import Passage
from factlint.selectors.nearby import nearest_sentence
from factlint.selectors.patterns import compile_pattern, literal
from factlint.selectors.series import SeriesSelector

_MOST = 10_000
_DATE = "date"
_VALUE = "value"


class RegexSelector(SeriesSelector):
    """Words of the document's visible text, by a pattern (RE2) that matches exactly once.

    Read are the words of the group named ``value``, else of the first group, else of the whole match.
    A group named ``date`` says the day; then several matches are a series, read at the latest on or before
    the claim's day. ``many: true`` reads all matches as one list. A space stands for any white space, a
    line's end and a no-break space included. RE2 has no look-around and no back-references. ``page`` names
    the page of a PDF file. ``format: text`` matches a page's source instead of its visible text.

    ```yaml
    select:
      kind: regex
      pattern: 'As of (?P<date>\\d{4}-\\d{2}-\\d{2}), (?P<value>[\\d,]+) people'
    ```
    """

    kind: Literal["regex"] = "regex"
    pattern: str = Field(description="The pattern (RE2).")
    page: int | None = Field(None, ge=1, description="The only page to look at, of a PDF file.")

    @model_validator(mode="after")
    def _compiles(self) -> Self:
        _ = self._compiled
        return self

    @property
    def _compiled(self) -> Any:
        return compile_pattern(self.pattern, spaced=True)

    @property
    def dated(self) -> bool:
        """Whether the pattern has a group named ``date``."""
        return _DATE in self._compiled.groupindex

    def find(self, document: Document, at: date | None) -> Passage:
        """Find the one match, or with ``many`` the matches."""
        text = plain_text(document, self.format, self.page)
        found = islice(self._compiled.finditer(text.text), _MOST)
        passages = [self._passage(match, text) for match in found if match[_group(match)]]
        if not passages:
            raise NoMatchError(
                f"'{self.pattern}' matches nothing in the text of {len(text.text):,} characters",
                hint=nearest_sentence(literal(self.pattern), text),
            )
        return self._settled(
            passages, at, f"'{self.pattern}' finds", "add more of the surrounding words, or say 'many: true'"
        )

    def _passage(self, match: Any, text: PlainText) -> Passage:
        start, end = match.span(_group(match))
        return Passage(
            text=text.text[start:end].strip(),
            context=text.around(*match.span()),
            locator=text.place(start, end),
            as_of=match[_DATE] or "" if self.dated else "",
        )


def _group(match: Any) -> int:
    """Return the number of the group that is read: the one named ``value``, else the first, else all."""
    number: int = match.re.groupindex.get(_VALUE, min(1, match.re.groups))
    return number
