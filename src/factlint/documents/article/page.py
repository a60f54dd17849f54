"""Web pages: the main text and what the page says of itself, by trafilatura."""

from __future__ import annotations

from typing import Any

from factlint.documents.article.base import ArticleText
from factlint.documents.base import Document
from factlint.documents.text import decode
from factlint.errors import EmptyDocumentError, MissingExtraError


def page_article(document: Document) -> ArticleText:
    """Return the main text of a page, one paragraph a line.

    Raises EmptyDocumentError where no main text is found, and MissingExtraError.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise MissingExtraError(
            "the main text of a web page needs an extra", hint="pip install 'factlint[draft]'"
        ) from None
    web = document.address if document.address.startswith(("http:", "https:")) else None
    found: Any = bare_extraction(
        decode(document),
        url=web,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_precision=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not (found.text or "").strip():
        raise EmptyDocumentError(
            f"{document.address} holds no main text", hint="save the article's text and name that"
        )
    return ArticleText(
        found.text,
        title=found.title or "",
        author=found.author or "",
        publisher=found.sitename or "",
        published=found.date or "",
        url=web or found.url or "",
        language=found.language or "",
    )
