"""Web pages: the main text and what the page says of itself, by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from factlint.documents.article.base import IGNORE, ArticleText
from factlint.documents.base import Document
from factlint.documents.text import decode
from factlint.errors import EmptyDocumentError, MissingExtraError

_NOTE_MARK = re.compile(
    r"<sup\b[^<>]{0,200}>\s{0,9}<a\b[^<>]{0,500}>\s{0,9}[\[(]?[\w*†‡§]{1,3}[\])]?\s{0,9}</a>\s{0,9}</sup>",
    re.IGNORECASE,
)
_MARK = re.compile(r" ?⟦ignored-(\d{1,4})⟧ ?")
_COMMENT = re.compile(rf"{IGNORE.pattern}((?:\s{{0,99}}<(?!!|/)[^<>]{{1,500}}>){{0,9}})")


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
    html, ignored = _marked(_NOTE_MARK.sub("", decode(document)))
    web = document.address if document.address.startswith(("http:", "https:")) else None
    found: Any = bare_extraction(
        html,
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
    text, places = _unmarked(found.text)
    return ArticleText(
        text,
        ignores=tuple((at, ignored[number]) for at, number in places if number < len(ignored)),
        title=found.title or "",
        author=found.author or "",
        publisher=found.sitename or "",
        published=found.date or "",
        url=web or found.url or "",
        language=found.language or "",
    )


def _marked(html: str) -> tuple[str, list[str]]:
    """Put a word that stays in the text for each comment that ignores something, inside the element it stands before.

    Returns the words of each comment beside the page.
    """
    words: list[str] = []

    def mark(found: re.Match[str]) -> str:
        words.append(found[1])
        return f"{found[2]} ⟦ignored-{len(words) - 1}⟧ "

    return _COMMENT.sub(mark, html), words


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without these words, and where in it each stood, with its number."""
    parts, places, at, length = [], [], 0, 0
    for found in _MARK.finditer(text):
        space = " " if found[0][0] == " " and found[0][-1] == " " else ""
        parts += [text[at : found.start()], space]
        length += found.start() - at + len(space)
        places.append((length, int(found[1])))
        at = found.end()
    return "".join([*parts, text[at:]]), places
