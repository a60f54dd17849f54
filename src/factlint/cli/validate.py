"""``factlint validate``: every fault of every file, in one go."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from factlint.cli.options import Article, Paths, Profile

if TYPE_CHECKING:
    from factlint.project.model import ClaimsDocument


def validate(paths: Paths = None, profile: Profile = None, article: Article = None) -> None:
    """Find every fault of the project's files; fetch nothing."""
    from factlint.project import examine
    from factlint.project.faults import lost_anchors
    from factlint.project.yamlfile import by_place
    from factlint.reports.escape import terminal

    project, problems = examine(*(paths or []), profile=profile, article=article)
    problems = problems + (lost_anchors(project) if project else [])
    for problem in sorted(problems, key=by_place):
        print(terminal(str(problem)))
    claims = _counted(len(project.claims) if project else 0, "claim")
    print(f"{claims} read, {_counted(len(problems), 'fault')}", file=sys.stderr)
    for document in project.documents if project else ():
        _notice(document)
    if project and not any(document.text for document in project.documents):
        print("anchors not checked: the article's text is not at hand (--article FILE)", file=sys.stderr)
    raise typer.Exit(2 if problems else 0)


def _notice(document: ClaimsDocument) -> None:
    """Tell where the article contradicts itself; that is the writer's to settle, and no fault of the claims."""
    from factlint.documents.article import ArticleText
    from factlint.drafting.contradictions import contradictions
    from factlint.drafting.described import article_for
    from factlint.drafting.tail import noticed
    from factlint.reports.escape import terminal

    if document.text is None:
        return
    article = article_for(ArticleText(document.text, document.marks), document.model.article)
    for notice in contradictions(article):
        print(terminal(f"notice: {document.name}: the article, {noticed(notice, article)}"), file=sys.stderr)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
