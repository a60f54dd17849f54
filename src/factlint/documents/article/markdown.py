"""Markdown, read in place: its marks are blanked, so that quotes and lines are those of the file."""

from __future__ import annotations

import re

from factlint.documents.article.base import ArticleText

_FRONT = re.compile(r"---[ \t]*\n((?:.*\n){0,200}?)---[ \t]*(?:\n|\Z)")
_FIELD = re.compile(
    r"^(title|author|publisher|date|published|url|lang|language):[ \t]*(.{1,300})$", re.MULTILINE
)
_FENCE = re.compile(r"^(```|~~~)[^\n]*\n(?:(?!\1)[^\n]*\n)*(?:\1[^\n]*)?", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_TARGET = re.compile(r"\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*$", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^>\n]{0,500}>")
_INLINE = re.compile(
    r"^#{1,6}[ \t]|[ \t]#+[ \t]*$|^(?:>[ \t]?)+|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"
    r"|`+|~~|\[(?=[^\]\n]{1,500}\][(\[])|^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$|\\(?=[^\w\s])",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#[ \t]+(.{1,300})$", re.MULTILINE)


def markdown_article(text: str) -> ArticleText:
    """Read Markdown; title, author, date and the like come from its front matter, the title else from ``#``."""
    front = _FRONT.match(text)
    fields = dict(_FIELD.findall(front[1])) if front else {}
    said = {key: value.strip().strip("\"'") for key, value in fields.items()}
    heading = _HEADING.search(text)
    patterns = (_FENCE, _IMAGE, _TARGET, _DEFINITION, _TAG, _INLINE)
    marks = [found.span() for pattern in patterns for found in pattern.finditer(text)]
    return ArticleText(
        text,
        tuple(sorted([*marks, front.span()] if front else marks)),
        title=said.get("title") or (heading[1].strip(" #*") if heading else ""),
        author=said.get("author", ""),
        publisher=said.get("publisher", ""),
        published=said.get("date") or said.get("published", ""),
        url=said.get("url", ""),
        language=said.get("lang") or said.get("language", ""),
    )
