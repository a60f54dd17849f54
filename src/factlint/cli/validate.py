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
    claims = len(project.claims) if project else 0
    faults = f"{len(problems)} fault{'' if len(problems) == 1 else 's'}"
    print(f"{claims} claims read, {faults}", file=sys.stderr)
    if project and not any(document.text for document in project.documents):
        print("anchors not checked: the article's text is not at hand (--article FILE)", file=sys.stderr)
    raise typer.Exit(2 if problems else 0)
