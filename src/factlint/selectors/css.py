"""An element of a page."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from pydantic import Field, field_validator

from factlint.documents import child, tangle
from factlint.documents.base import Document
from factlint.documents.detect import MARKUP, looks_like
from factlint.documents.html import html, line_of
from factlint.documents.nearest import did_you_mean, listed, shortened
from factlint.errors import NoMatchError, SeveralMatchesError, UnparseableError
from factlint.selectors.base import Passage, SelectorBase, gathered

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_CONTEXT = 300


class CssSelector(SelectorBase):
    """The visible text, or one attribute, of the one element of a page that a CSS selector matches.

    ``many: true`` reads every element that it matches, as one list.

    ```yaml
    select:
      kind: css
      selector: "#casualties td.killed"
    ```
    """

    kind: Literal["css"] = "css"
    selector: str = Field(description="The CSS selector.")
    attribute: str = Field("", description="Read this attribute in place of the text.")
    many: bool = Field(False, description="Read all that it matches as one list.")

    @field_validator("selector")
    @classmethod
    def _parses(cls, selector: str) -> str:
        if not _is_read(selector):
            raise ValueError(f"'{selector}' is no CSS selector that lexbor reads")
        return selector

    def find(self, document: Document, at: date | None) -> Passage:
        """Find the one element, or with ``many`` the elements."""
        page = html(document)
        if tangle.laborious(self.selector, len(document.body)):
            child.run("web page", document.body, {"selector": self.selector}, seconds=tangle.SECONDS)
        found = list({node.mem_id: node for node in page.css(self.selector)}.values())
        if not found:
            seen = looks_like(document)
            if seen not in (*MARKUP, "plain text"):
                raise UnparseableError(f"{document.address} gave {seen} where a web page was expected")
            raise NoMatchError(f"'{self.selector}' matches no element", hint=_nearest(self.selector, page))
        passages = [self._passage(node, number) for number, node in enumerate(found, start=1)]
        if self.many:
            return gathered(passages)
        if len(passages) > 1:
            raise SeveralMatchesError(
                f"'{self.selector}' matches {len(passages)} elements: "
                f"{listed(item.text for item in passages)}",
                hint="narrow the selector, or say 'many: true'",
            )
        return passages[0]

    def _passage(self, node: LexborNode, number: int) -> Passage:
        text = line_of(node)
        if self.attribute:
            text = (node.attributes.get(self.attribute) or "").strip()
        if not text:
            what = f"attribute '{self.attribute}'" if self.attribute else "text"
            known = did_you_mean(self.attribute, node.attributes) if self.attribute else ""
            raise NoMatchError(f"the element that '{self.selector}' matches has no {what}", hint=known)
        around = node.parent if node.parent is not None else node
        return Passage(
            text=text,
            context=shortened(line_of(around), _CONTEXT),
            locator=f"{self.selector} ({number})" if self.many else self.selector,
        )


@lru_cache(maxsize=256)  # the claims on one source share theirs
def _is_read(selector: str) -> bool:
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        LexborHTMLParser("<p></p>").css(selector)
    except SelectolaxError:
        return False
    return True


def _nearest(selector: str, page: LexborHTMLParser) -> str:
    """Hint at ids and classes of the page that resemble those of the selector's last part."""
    wanted = selector.split()[-1].lstrip("#.>+~ ")
    known: dict[str, None] = {}
    for node in page.css("[id], [class]"):
        attributes = node.attributes
        known.update(dict.fromkeys(f".{name}" for name in (attributes.get("class") or "").split()))
        if attributes.get("id"):
            known[f"#{attributes['id']}"] = None
    return did_you_mean(wanted, known)
