"""DOCX files: paragraphs and table rows in their order, parsed in the child process."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from factlint.documents.article.base import ArticleText
from factlint.documents.base import Document
from factlint.documents.child import run
from factlint.documents.detect import looks_like
from factlint.errors import MissingExtraError, UnparseableError


def word_article(document: Document) -> ArticleText:
    """Return the text of a DOCX file, a blank line between paragraphs. Raises UnparseableError, MissingExtraError."""
    if not document.body.startswith(b"PK\x03\x04"):
        raise UnparseableError(
            f"{document.address} gave {looks_like(document)} where a DOCX file was expected"
        )
    said = run("DOCX file", document.body)
    return ArticleText(
        "\n\n".join(said["paragraphs"]), title=said["title"], author=said["author"], language=said["language"]
    )


def parse(body: bytes, options: Mapping[str, str]) -> dict[str, Any]:
    """Parse in the child process: the paragraphs, and the title, author and language that the file declares."""
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise MissingExtraError("DOCX files need an extra", hint="pip install 'factlint[draft]'") from None
    try:
        file = docx.Document(io.BytesIO(body))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UnparseableError(f"the DOCX file can't be read: {error}") from None
    core = file.core_properties
    lines = [line for part in file.iter_inner_content() for line in _lines(part)]
    return {
        "paragraphs": [line for line in lines if line.strip()],
        "title": core.title or "",
        "author": core.author or "",
        "language": core.language or "",
    }


def _lines(part: Any) -> list[str]:
    """Return a paragraph's text, a list item marked as one, or a table's rows."""
    if not hasattr(part, "rows"):
        bullet = "- " if (part.style.name or "").startswith("List") else ""
        return [bullet + part.text]
    return ["\t".join(" ".join(cell.text.split()) for cell in row.cells) for row in part.rows]
