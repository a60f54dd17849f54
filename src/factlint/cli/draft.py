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
    from factlint.drafting.reading import Article
    from factlint.project.claims import Article as Described
    from factlint.sources.settings import Network

KEY = "FACTLINT_ENDPOINT_KEY"


def draft(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="The article: text, Markdown, HTML, DOCX or PDF, a file or a URL.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the claims file here; never over one that is there.",
            show_default=False,
        ),
    ] = None,
    update: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Bring this claims file up to date with the article, keeping your work.",
            show_default=False,
        ),
    ] = None,
    save_text: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Keep the article's text, as it was read, in this file.", show_default=False
        ),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The article's title.", show_default=False)] = "",
    publisher: Annotated[
        str, typer.Option(metavar="NAME", help="Who publishes it.", show_default=False)
    ] = "",
    published: Annotated[
        str,
        typer.Option(
            metavar="DAY",
            help="The day it was published, which relative dates count from.",
            show_default=False,
        ),
    ] = "",
    language: Annotated[
        str, typer.Option(metavar="TAG", help="Its language, such as en-GB.", show_default=False)
    ] = "",
    endpoint: Annotated[
        str,
        typer.Option(
            metavar="URL", help="An OpenAI-compatible address whose model may add drafts.", show_default=False
        ),
    ] = "",
    model: Annotated[
        str, typer.Option(metavar="NAME", help="The model to ask there.", show_default=False)
    ] = "",
) -> None:
    """Draft a claims file: one claim for every statement that can be checked, for an editor to review."""
    if output and output.exists():
        raise typer.BadParameter(f"{output} is there already", param_hint="--output")
    if bool(endpoint) != bool(model):
        raise typer.BadParameter("--endpoint and --model go together")
    source = _read(article)
    if save_text:
        save_text.write_text(source.text, encoding="utf-8")
    if update:
        _update(update, source)
        return
    told = {"title": title, "publisher": publisher, "published": published, "language": language}
    _write(source, _described(source, article, save_text, output, told), endpoint, model, output)


def _described(
    source: ArticleText, article: str, save_text: Path | None, output: Path | None, told: dict[str, str]
) -> Described:
    """Return the article's entry: what was told, else what its text says, and the path from the claims file to it."""
    from factlint.drafting.described import described

    local = save_text or (None if _is_address(article) else Path(article))
    file = os.path.relpath(local, output.parent) if output and local else ""
    return described(source, _name(article), file=file, **told)


def _write(source: ArticleText, entry: Described, endpoint: str, model: str, output: Path | None) -> None:
    from factlint.drafting.described import article_for
    from factlint.drafting.writing import written

    read = article_for(source, entry)
    made = _drafted(read, entry, endpoint, model, _taken(output))
    _print(written(made, read, entry), output)
    _tell(made, read)


def _taken(output: Path | None) -> set[str]:
    """Return the ids that claims of the project have already in which the draft is written."""
    from factlint.project.load import ids

    folder = output.parent if output else None
    return ids(folder) if folder and folder.is_dir() else set()


def _is_address(article: str) -> bool:
    return article.startswith(("http://", "https://"))


def _name(article: str) -> str:
    return Path(article.partition("?")[0].rstrip("/")).stem


def _read(article: str) -> ArticleText:
    """Read a file, or a URL through the one gate that everything fetched goes through."""
    from factlint.documents.article import article_of, read_article
    from factlint.sources.client import Client

    if not _is_address(article):
        if not Path(article).is_file():
            raise typer.BadParameter(f"there is no file {article}", param_hint="ARTICLE")
        return read_article(Path(article))
    with Client(_network(), Path.cwd()) as client:
        return article_of(client.get(article))


def _network() -> Network:
    """Return how the project here fetches, or the defaults."""
    from factlint.project import settings
    from factlint.project.problems import validate
    from factlint.project.yamlfile import load, raise_problems

    path = settings.find(Path.cwd())
    if path is None:
        return settings.Settings().network
    found, problems = validate(settings.Settings, load(path))
    raise_problems(problems)
    assert found is not None
    return found.network


def _drafted(read: Article, entry: Described, endpoint: str, model: str, taken: set[str]) -> Draft:
    from factlint.drafting import draft as drafted

    made = drafted(read, taken=taken)
    if not endpoint:
        return made
    from factlint.drafting.endpoint import Endpoint

    more = Endpoint(endpoint, model, os.environ.get(KEY, "")).drafts(read, entry, made.claims)
    print(f"{len(more)} claims added by {model}", file=sys.stderr)
    return drafted(read, more, taken)


def _print(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8")


def _tell(made: Draft, read: Article) -> None:
    from factlint.drafting.tail import noticed
    from factlint.reports.escape import terminal

    for notice in made.notices:
        print(terminal(f"notice: {noticed(notice, read)}"), file=sys.stderr)
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
