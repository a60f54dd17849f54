"""The text of an article: read the same by ``draft`` and by what checks quotes later."""

from __future__ import annotations

import io

import pytest
import yaml

from factlint.documents.article import article_of, read_article
from factlint.documents.base import Document
from factlint.drafting.coverage import IGNORED, coverage
from factlint.drafting.described import article_for, described
from factlint.errors import EmptyDocumentError, UnparseableError

PARAGRAPHS = (
    "Northport's population has grown to about 2.1 million, the city said on Tuesday, after three decades of decline "
    "that had emptied whole quarters along the river.",
    "The new bridge, 1,240 metres long, opened in 2019 and cost $3.2bn, which made it the most expensive public work "
    "in the history of the province, according to the Roads Agency.",
    "Ada Lund, mayor of Northport, said that more than 5,400 trees had been planted since then along both banks.",
)
VALUES = ["about 2.1 million", "1,240 metres", "2019", "$3.2bn", "more than 5,400"]
PAGE = """<!doctype html><html lang="en"><head><title>Northport grows</title>
<meta property="article:published_time" content="2025-03-05T08:00:00Z"><meta property="og:site_name" content="Post">
</head><body><nav><a href="/">Home</a> <a href="/99">99 other stories</a></nav>
<article><h1>Northport grows</h1>{}</article><footer>Call 555 1234. 12,000 subscribers</footer></body></html>"""


def page():
    return PAGE.format("".join(f"<p>{text}</p>" for text in PARAGRAPHS))


def docx():
    import docx

    file, out = docx.Document(), io.BytesIO()
    file.core_properties.title = "Northport grows"
    for text in PARAGRAPHS:
        file.add_paragraph(text)
    file.save(out)
    return out.getvalue()


def pdf():
    from fpdf import FPDF

    file = FPDF()
    file.add_page()
    file.set_font("helvetica", size=11)
    for text in PARAGRAPHS:
        file.multi_cell(0, 6, text, new_x="LMARGIN")
        file.ln(6)
    return bytes(file.output())


MAKERS = {
    "story.txt": lambda: "\n\n".join(PARAGRAPHS).encode(),
    "story.md": lambda: ("# Northport grows\n\n" + "\n\n".join(PARAGRAPHS)).encode(),
    "story.html": lambda: page().encode(),
    "story.docx": docx,
    "story.pdf": pdf,
}


@pytest.mark.parametrize("name", MAKERS)
def test_every_format_gives_the_same_claims_and_validates(project, name):
    (project.root / name).write_bytes(MAKERS[name]())
    result = project.run("draft", name, "--published", "2025-03-05", "-o", "claims/story.yaml")
    assert result.code == 0, result.err
    claims = yaml.safe_load((project.root / "claims/story.yaml").read_text())["claims"]
    values = [claim["value"] for claim in claims]
    assert [value for value in values if value in VALUES] == VALUES
    checked = project.run("validate", "claims/story.yaml")
    assert (checked.code, checked.out) == (0, "")


def test_a_page_says_its_title_and_day_and_its_furniture_is_left_alone():
    article = article_of(Document(page().encode(), "text/html", "https://post.example/northport"))
    assert (article.title, article.published, article.publisher) == ("Northport grows", "2025-03-05", "Post")
    assert "99 other stories" not in article.text
    assert "12,000" not in article.text


def test_a_web_page_is_drafted_from_its_address(project, loopback):
    loopback.routes["/story.html"] = page()
    project.write("factlint.yaml", "version: 1\nnetwork: {allow_private: [127.0.0.1]}\n")
    address = loopback.url("/story.html")
    result = project.run("draft", address, "--save-text", "story.txt", "-o", "claims/story.yaml")
    assert result.code == 0, result.err
    data = yaml.safe_load((project.root / "claims/story.yaml").read_text())
    assert data["article"]["url"] == address
    assert data["article"]["file"] == "../story.txt"
    assert project.run("validate", "claims/story.yaml").code == 0


def test_a_private_address_is_refused(project, loopback):
    loopback.routes["/story.html"] = page()
    result = project.run("draft", loopback.url("/story.html"))
    assert result.code == 2
    assert "FL101" in result.err


MARKDOWN = """\
---
title: Growth
date: 2025-03-05
---
# Growth

It has **about [2.1 million](https://example.org/2024/05) people** and *12* bridges.[1]

```
curl https://example.org/1999
```
"""


def test_markdown_is_read_in_place(tmp_path):
    path = tmp_path / "story.md"
    path.write_text(MARKDOWN)
    article = read_article(path)
    assert article.text == MARKDOWN
    assert len(article.plain) == len(MARKDOWN)
    assert (article.title, article.published) == ("Growth", "2025-03-05")
    assert article.plain.split() == "Growth It has about 2.1 million people and 12 bridges.".split()


def test_lines_wrapped_at_a_width_are_one_paragraph(project):
    import textwrap

    project.write("story.txt", "\n\n".join(textwrap.fill(text, 60) for text in PARAGRAPHS))
    project.run("draft", "story.txt", "--published", "2025-03-05", "-o", "claims/story.yaml")
    checked = project.run("validate", "claims/story.yaml")
    assert (checked.code, checked.out) == (0, "")


@pytest.mark.parametrize(
    ("body", "address", "error"),
    [
        (b"", "story.txt", EmptyDocumentError),
        (b"<html><body></body></html>", "story.html", EmptyDocumentError),
        (b"no zip file", "story.docx", UnparseableError),
        (b"PK\x03\x04 broken", "story.docx", UnparseableError),
    ],
)
def test_what_cant_be_read_is_told(body, address, error):
    with pytest.raises(error):
        article_of(Document(body, "", address))


@pytest.mark.parametrize(
    ("comment", "ignored"),
    [
        ("<p>{} <!-- factlint: ignore --></p>", ["1,240 metres", "2019", "$3.2bn", "Roads Agency"]),
        (
            "<!-- factlint: ignore -->\n<div><p>{}</p></div>",
            ["1,240 metres", "2019", "$3.2bn", "Roads Agency"],
        ),
        ("<p>{} <!-- factlint: ignore 2019; 4 May --></p>", ["2019"]),
    ],
)
def test_what_a_comment_of_a_page_ignores_is_known_and_its_text_unchanged(comment, ignored):
    plain = article_of(Document(page().encode(), "text/html", "https://post.example/northport"))
    marked = page().replace(f"<p>{PARAGRAPHS[1]}</p>", comment.format(PARAGRAPHS[1]))
    article = article_of(Document(marked.encode(), "text/html", "https://post.example/northport"))
    assert article.text == plain.text
    found = coverage(article_for(article, described(article, "story")), [])
    assert [item.text for item in found.items if item.discounted == IGNORED] == ignored
