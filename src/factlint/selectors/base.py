"""What a selector is and what it returns.

A selector only locates: it finds exactly one passage in a document or raises, never picks silently.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from factlint.documents import FORMATS, Document
from factlint.documents.archives import unpacked

Day: TypeAlias = date
"""A day, in the kinds that have a field named ``date``."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a reference row says of its own origin; all parts as written there, empty when not said.

    confidence: "verified", "second-hand" or "general-knowledge"
    """

    publisher: str = ""
    address: str = ""
    published: str = ""
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One row of a dated series: its date as EDTF text and its value's words."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a reference, as located.

    text: the words to be read as a value
    context: the sentence, row or cell neighbourhood around them, for people
    locator: where in the document, such as ``line 17, column killed`` or ``characters 1204-1260``
    as_of: the date that the passage speaks of, as EDTF text; "" when it doesn't say
    items: for a selection of several members (a list of names): one passage each, else empty
    series: the whole dated series the passage was taken from, oldest first, else empty
    """

    text: str
    context: str = ""
    locator: str = ""
    as_of: str = ""
    provenance: Provenance = Provenance()
    items: tuple[Passage, ...] = ()
    series: tuple[Point, ...] = ()


class SelectorBase(BaseModel, ABC):
    """Base of every selector kind. A kind sets ``kind: Literal["…"]`` and implements ``find``.

    The docstring of a kind is its page of documentation: what it finds, and one YAML example.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    kind: str
    format: Literal[("", *FORMATS)] = Field(  # type: ignore[valid-type]
        "", description="What the document is, where its type and content mislead."
    )
    member: str = Field("", description="The file to read in a ZIP archive.")

    def select(self, document: Document, at: date | None) -> Passage:
        """Find the one passage, in what is packed where the document is an archive.

        ``at`` is the as-of day; ``None`` asks for the newest. Raises NoMatchError (with the nearest match)
        or SeveralMatchesError (with what was found), and the document errors where the document can't be
        parsed as this selector needs it.
        """
        inner = unpacked(document, self.member, self.format)
        found = self.find(inner, at)
        return replace(found, locator=f"{self.member}, {found.locator}") if self.member else found

    @abstractmethod
    def find(self, document: Document, at: date | None) -> Passage:
        """Find the one passage in a document that is no archive; else as ``select``."""

    @property
    def dated(self) -> bool:
        """Whether ``at`` changes what is found: a series is read at the as-of day and at its newest."""
        return False

    def __str__(self) -> str:
        """Return the selector as configured, on one line."""
        fields = self.model_dump(exclude_defaults=True, exclude={"kind"}, mode="json")
        return ", ".join([self.kind, *(f"{name}: {value}" for name, value in fields.items())])


def gathered(items: list[Passage]) -> Passage:
    """Return one passage that holds several members; its day and origin are theirs where they agree."""
    first, last = items[0], items[-1]
    return Passage(
        text="; ".join(item.text for item in items),
        context=first.context if len(items) == 1 else "",
        locator=first.locator if len(items) == 1 else f"{first.locator} … {last.locator}",
        as_of=first.as_of if all(item.as_of == first.as_of for item in items) else "",
        provenance=_common(items),
        items=tuple(items),
    )


def _common(items: list[Passage]) -> Provenance:
    parts = ((name, {getattr(item.provenance, name) for item in items}) for name in Provenance.__slots__)
    return Provenance(**{name: texts.pop() for name, texts in parts if len(texts) == 1})
