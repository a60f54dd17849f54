"""``factlint validate``: every fault of every file, in one go."""

from __future__ import annotations

import sys

import typer

from factlint.cli.options import Article, Paths, Profile


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
    if project and not any(document.text for document in project.documents):
        print("anchors not checked: the article's text is not at hand (--article FILE)", file=sys.stderr)
    raise typer.Exit(2 if problems else 0)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
