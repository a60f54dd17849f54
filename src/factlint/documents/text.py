"""Text of a document: its bytes decoded, or, for pages and other structured forms, what a reader sees."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from factlint.documents.base import Document
from factlint.documents.detect import BINARY, detect, looks_like
from factlint.documents.sentences import sentences
from factlint.errors import EmptyDocumentError, NoMatchError, UnparseableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_PRESCAN = 2048  # HTML looks for its charset in the first 1024 bytes; real pages often need a little more


@dataclass(frozen=True)
class PlainText:
    """Running text with its sentences.

    pages: the offset at which each page starts, empty for formats without pages
    before: of one page alone, how many characters and pages stand before it
    """

    text: str
    pages: tuple[int, ...] = ()
    before: tuple[int, int] = (0, 0)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences as (start, end) offsets, end excluded."""
        return sentences(self.text)

    def around(self, start: int, end: int) -> str:
        """Return the sentences that the characters from ``start`` to ``end`` lie in, on one line."""
        first = max(bisect_right(self.sentences, (start, len(self.text))) - 1, 0)
        last = bisect_right(self.sentences, (max(end - 1, start), len(self.text)))
        found = self.sentences[first : max(last, first + 1)]
        return " ".join(self.text[found[0][0] : found[-1][1]].split()) if found else ""

    def place(self, start: int, end: int) -> str:
        """Name a place for people: the page where there are pages, and the characters, from 0."""
        characters, pages = self.before
        page = f"page {pages + bisect_right(self.pages, start)}, " if self.pages else ""
        return f"{page}characters {characters + start}-{characters + end}"

    def page(self, number: int) -> PlainText:
        """Return one page, counted from 1. Raises NoMatchError."""
        if number > len(self.pages):
            there = f"{len(self.pages)} pages" if self.pages else "no pages"
            raise NoMatchError(f"there is no page {number}", hint=f"the document has {there}")
        start, end = (*self.pages, len(self.text))[number - 1 : number + 1]
        return PlainText(self.text[start:end], (0,), (start, number - 1))


def charset(document: Document) -> str:
    """Return the charset: byte order mark, the source's word, the document's own, UTF-8, Windows-1252."""
    marked = next((name for mark, name in _MARKS if document.body.startswith(mark)), "")
    found = _DECLARED.search(document.body[:_PRESCAN])
    own = (found[1] or found[2]).decode("ascii") if found else ""
    for name in (marked, document.charset, own):
        if name and _known(name):
            return name
    return "utf-8" if _is_utf8(document.body) else "windows-1252"


def decode(document: Document) -> str:
    """Return the whole body as text, undecodable bytes replaced. Raises EmptyDocumentError."""
    if not document.body.strip():
        raise EmptyDocumentError(f"{document.address} gave an empty document")
    return document.parsed("decoded", lambda it: it.body.decode(charset(it), errors="replace"))


def plain_text(document: Document, override: str = "", page: int | None = None) -> PlainText:
    """Return the document's text: what a reader of the page sees for HTML, the characters for the rest.

    page: of formats with pages, the one that is wanted
    """
    name = detect(document, override)
    if page is not None:
        return document.parsed(f"text:{name}:{page}", lambda it: plain_text(it, override).page(page))
    return document.parsed(f"text:{name}", lambda it: _plain(it, name))


def _plain(document: Document, name: str) -> PlainText:
    if name == "html":
        from factlint.documents.html import visible_text

        return PlainText(visible_text(document))
    if name == "pdf":
        from factlint.documents.pdf import pdf_text

        return pdf_text(document)
    if name == "xml":
        from factlint.documents.xml import xml_text

        return PlainText(xml_text(document))
    if name in BINARY:
        raise UnparseableError(
            f"{document.address} gave {looks_like(document)} where text was expected",
            hint="choose a selector of tables or databases",
        )
    return PlainText(decode(document))


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name).name not in ("base64", "hex", "rot13", "zlib", "bz2", "quopri", "uu")
    except LookupError:
        return False


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
