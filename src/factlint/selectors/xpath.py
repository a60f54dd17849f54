"""A part of an XML document or page by an XPath."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from factlint.documents.base import Document
from factlint.documents.nearest import did_you_mean, listed, shortened
from factlint.errors import MissingExtraError, NoMatchError, QueryError
from factlint.selectors.base import Day, Passage
from factlint.selectors.costs import LONGEST, check_xpath
from factlint.selectors.series import SeriesSelector

_CONTEXT = 300


class XpathSelector(SeriesSelector):
    """The text of the one element or attribute that an XPath (1.0) finds, in XML or in a page.

    Prefixes are declared in ``namespaces``. ``many: true`` reads all that it finds as one list. With
    ``date``, an XPath relative to the value's own element (or the nearest element around it that has one),
    the values are a series, read at the latest on or before the claim's day. Needs the extra ``xml``.

    ```yaml
    select:
      kind: xpath
      path: //s:Series[@GEO='NO']/s:Obs/@OBS_VALUE
      date: "@TIME_PERIOD"
      namespaces: {s: "urn:example:series"}
    ```
    """

    kind: Literal["xpath"] = "xpath"
    path: str = Field(max_length=LONGEST, description="XPath of the value.")
    date: str = Field(
        "", max_length=LONGEST, description="XPath of its date, relative to the elements around."
    )
    namespaces: dict[str, str] = Field(default_factory=dict, description="Prefixes and what they stand for.")

    @model_validator(mode="after")
    def _compiles(self) -> Self:
        for path in filter(None, (self.path, self.date)):
            check_xpath(path)
            self._compiled(path)
        return self

    @property
    def dated(self) -> bool:
        """Whether the values have dates."""
        return bool(self.date)

    def find(self, document: Document, at: Day | None) -> Passage:
        """Find the value, or with ``many`` the values."""
        from factlint.documents.xml import xml

        root = xml(document, self.format)
        found = self._run(self.path, root)
        passages = [passage for item in found if (passage := self._passage(item)).text]
        if not passages:
            raise NoMatchError(f"{self.path} finds no value", hint=_hint(_last_name(self.path), root))
        return self._settled(passages, at, f"{self.path} finds", "narrow the path, or say 'many: true'")

    def _compiled(self, path: str) -> Any:
        try:
            from lxml import etree
        except ImportError:  # told where the document is read; the project may still be validated
            return None
        try:
            return etree.XPath(path, namespaces=self.namespaces or None, regexp=False, smart_strings=True)
        except etree.XPathSyntaxError as error:
            raise ValueError(f"'{path}' is no XPath 1.0: {error}") from None

    def _run(self, path: str, node: Any) -> list[Any]:
        compiled = self._compiled(path)
        if compiled is None:
            raise MissingExtraError("XPath needs an extra", hint="pip install 'factlint[xml]'")
        from lxml import etree

        try:
            found = compiled(node)
        except etree.XPathError as error:
            raise QueryError(
                f"'{path}' can't be run: {error}", hint="declare prefixes in 'namespaces'"
            ) from None
        return found if isinstance(found, list) else [found]

    def _passage(self, item: Any) -> Passage:
        around = _element(item)
        return Passage(
            text=_text(item),
            context=shortened(_text(around), _CONTEXT) if around is not None else "",
            locator=around.getroottree().getpath(around) if around is not None else self.path,
            as_of=self._date_of(item) if self.date else "",
        )

    def _date_of(self, item: Any) -> str:
        around = _element(item)
        while around is not None:
            found = [text for date in self._run(self.date, around) if (text := _text(date))]
            if len(found) == 1:
                return found[0]
            around = around.getparent()
        raise NoMatchError(f"no one date at {self.date} in the elements around '{_text(item)}'")


def _element(item: Any) -> Any:
    """Return the element that an XPath result is or stands in; None for a computed one."""
    if hasattr(item, "itertext"):
        return item
    return item.getparent() if hasattr(item, "getparent") else None


def _text(item: Any) -> str:
    if hasattr(item, "itertext"):
        return " ".join("".join(item.itertext()).split())
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, float):
        return str(int(item)) if item.is_integer() else str(item)
    return " ".join(str(item).split())


def _hint(name: str, root: Any) -> str:
    """Name the elements that resemble the last of a path, or the namespaces that those of its name are in."""
    found: dict[str, set[str]] = {}
    for node in root.iter():
        space, _, local = str(node.tag).rpartition("}")
        found.setdefault(local, set()).add(space.removeprefix("{"))
    spaces = found.get(name, set()) - {""}
    if spaces:
        return f"'{name}' is in the namespace {listed(sorted(spaces))}: declare a prefix in 'namespaces'"
    return did_you_mean(name, found)


def _last_name(path: str) -> str:
    return path.rpartition("/")[2].partition("[")[0].rpartition(":")[2]
