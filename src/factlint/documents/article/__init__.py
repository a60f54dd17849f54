"""The text of an article under check, read from text, Markdown, HTML, DOCX or PDF: one file a format."""

from __future__ import annotations

from pathlib import Path

from factlint.documents.article.base import ArticleText
from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.text import decode

__all__ = ["ArticleText", "article_of", "read_article"]

_MARKDOWN = (".md", ".markdown")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_article(path: Path) -> ArticleText:
    """Read an article's file.

    Raises OSError, UnparseableError where it can't be parsed, EmptyDocumentError where it holds no text, and
    MissingExtraError where its format needs an extra.
    """
    return article_of(Document(path.read_bytes(), "", str(path)))


def article_of(document: Document) -> ArticleText:
    """Return the text of a document that is an article: the main text only, for a web page."""
    suffix = Path(document.address.partition("?")[0]).suffix.lower()
    if document.media_type == _WORD or suffix == ".docx":
        from factlint.documents.article.word import word_article

        return word_article(document)
    name = detect(document)
    if name == "html":
        from factlint.documents.article.page import page_article

        return page_article(document)
    if name == "pdf":
        from factlint.documents.pdf import pdf_text

        return ArticleText(pdf_text(document).text)
    text = decode(document).removeprefix("\ufeff").replace("\r\n", "\n")
    if suffix in _MARKDOWN or document.media_type == "text/markdown":
        from factlint.documents.article.markdown import markdown_article

        return markdown_article(text)
    return ArticleText(text)
