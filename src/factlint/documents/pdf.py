"""PDF documents: the text and the tables of each page."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factlint.documents.base import Document
from factlint.documents.child import run
from factlint.documents.detect import looks_like
from factlint.documents.grid import Cell, Grid, make_grid
from factlint.documents.text import PlainText
from factlint.errors import DocumentLimitError, MissingExtraError, UnparseableError

MAX_PAGES = 2000

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its text in reading order and its tables as rows of cells."""

    text: str
    tables: tuple[tuple[tuple[str, ...], ...], ...]


def pages(document: Document) -> tuple[Page, ...]:
    """Return the pages. Raises UnparseableError, DocumentLimitError and MissingExtraError."""
    return document.parsed("pdf", _pages)


def pdf_text(document: Document) -> PlainText:
    """Return the text of all pages, which knows where each page starts."""
    texts = [page.text for page in pages(document)]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + len(_BREAK))
    return PlainText(_BREAK.join(texts), tuple(starts[:-1]))


def pdf_grids(document: Document) -> tuple[Grid, ...]:
    """Return the tables of all pages; the heading of each is its page, such as ``page 3``."""
    found: list[Grid] = []
    for number, page in enumerate(pages(document), start=1):
        for rows in page.tables:
            cells = [[Cell(text) for text in row] for row in rows]
            found.append(make_grid(len(found) + 1, cells, heading=f"page {number}"))
    return tuple(found)


def parse(body: bytes, options: Mapping[str, str]) -> list[dict[str, Any]]:
    """Parse in the child process: a list of ``{"text": …, "tables": …}``, one a page."""
    try:
        import pdfplumber
        from pdfplumber.utils.exceptions import PdfminerException
    except ImportError:
        raise MissingExtraError("PDF files need an extra", hint="pip install 'factlint[pdf]'") from None
    try:
        with pdfplumber.open(io.BytesIO(body)) as file:
            if len(file.pages) > MAX_PAGES:
                raise DocumentLimitError(f"the PDF file has more than {MAX_PAGES:,} pages")
            return [_page(page) for page in file.pages]
    except PdfminerException as error:
        raise UnparseableError(f"the PDF file can't be read: {error}") from None


def _page(page: Any) -> dict[str, Any]:
    tables = [
        [[" ".join((cell or "").split()) for cell in row] for row in table] for table in page.extract_tables()
    ]
    text = page.extract_text() or ""
    page.close()
    return {"text": text, "tables": tables}


def _pages(document: Document) -> tuple[Page, ...]:
    if not document.body.startswith(b"%PDF-"):
        raise UnparseableError(
            f"{document.address} gave {looks_like(document)} where a PDF file was expected"
        )
    return tuple(
        Page(page["text"], tuple(tuple(map(tuple, table)) for table in page["tables"]))
        for page in run("PDF file", document.body)
    )
