"""``factlint draft``: from an article to a claims file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factlint.documents.article import ArticleText
    from factlint.drafting import Draft


def draft(
    article: Annotated[
        Path,
        typer.Argument(help="The article: text, Markdown, HTML, DOCX or PDF.", exists=True, dir_okay=False),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write the claims file here; never over one that is there.",
            show_default=False,
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="The article's title.", show_default=False)] = "",
    publisher: Annotated[str, typer.Option(help="Who publishes it.", show_default=False)] = "",
    published: Annotated[
        str,
        typer.Option(help="The day it was published, which relative dates count from.", show_default=False),
    ] = "",
    language: Annotated[str, typer.Option(help="Its language, such as en-GB.", show_default=False)] = "",
    update: Annotated[
        Path | None,
        typer.Option(
            help="Bring this claims file up to date with the article, keeping your work.", show_default=False
        ),
    ] = None,
) -> None:
    """Draft a claims file: one claim for every statement that can be checked, for an editor to review."""
    from factlint.documents.article import read_article
    from factlint.drafting import draft as drafted
    from factlint.drafting.described import article_for, described
    from factlint.drafting.writing import written

    if output and output.exists():
        raise typer.BadParameter(f"{output} is there already", param_hint="--output")
    source = read_article(article)
    if update:
        _update(update, source)
        return
    file = os.path.relpath(article, output.parent) if output else ""
    entry = described(
        source,
        article.stem,
        title=title,
        publisher=publisher,
        published=published,
        language=language,
        file=file,
    )
    made = drafted(article_for(source, entry))
    _print(written(made, article_for(source, entry), entry), output)
    _tell(made)


def _print(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8")


def _tell(made: Draft) -> None:
    print(
        f"{len(made.claims)} claims drafted, {len(made.left_out)} values left out, {len(made.notices)} notices",
        file=sys.stderr,
    )


def _update(path: Path, source: ArticleText) -> None:
    from factlint.drafting import draft as drafted
    from factlint.drafting.described import article_for
    from factlint.drafting.updating import updated
    from factlint.project.claims import ClaimsFile
    from factlint.project.problems import validate
    from factlint.project.yamlfile import load, raise_problems

    model, problems = validate(ClaimsFile, load(path))
    raise_problems(problems)
    assert model is not None
    article = article_for(source, model.article)
    made = updated(path.read_text(encoding="utf-8"), article, drafted(article))
    path.write_text(made.text, encoding="utf-8")
    for what in ("moved", "changed", "added", "gone"):
        ids = getattr(made, what)
        if ids:
            print(f"{what}: {', '.join(ids)}", file=sys.stderr)
    if not (made.moved or made.changed or made.added or made.gone):
        print("nothing has changed", file=sys.stderr)
