"""``factlint coverage``: which numbers, dates and names of the article no claim covers."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factlint.cli.options import Article, Paths

if TYPE_CHECKING:
    from factlint.drafting.coverage import Coverage
    from factlint.drafting.reading import Article as Read
    from factlint.project.model import ClaimsDocument

_AROUND = 30


def coverage(
    paths: Paths = None,
    article: Article = None,
    min: Annotated[
        str, typer.Option("--min", metavar="SHARE", help="Exit 1 below this share, such as 95%.")
    ] = "0%",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """List the numbers, dates and names of an article that no claim covers."""
    from factlint.drafting.coverage import coverage as covered
    from factlint.drafting.coverage import held_by

    least = _share(min)
    results = []
    for document in _documents(paths, article):
        read = _read(document, article)
        results.append(
            (document, read, covered(read, held_by(document.model.claims, read.text, document.marks)))
        )
    if as_json:
        print(json.dumps([_data(*result) for result in results], ensure_ascii=False))
    else:
        for result in results:
            _tell(*result)
    raise typer.Exit(1 if any(round(result[2].share, 6) < least for result in results) else 0)


def _share(text: str) -> float:
    found = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%", text.strip())
    if not found or float(found[1]) > 100:
        raise typer.BadParameter(f"'{text}' is no share; write it like 95%", param_hint="--min")
    return float(found[1]) / 100


def _documents(paths: list[Any] | None, article: Any) -> tuple[ClaimsDocument, ...]:
    from factlint.project import load

    return load(*(paths or []), article=article).documents


def _read(document: ClaimsDocument, given: Any) -> Read:
    """Read the article of a claims file. Raises NothingToCheckError where its text isn't at hand."""
    from factlint.documents.article import read_article
    from factlint.drafting.described import article_for
    from factlint.errors import NothingToCheckError

    entry = document.model.article
    if given is None and not entry.file:
        raise NothingToCheckError(
            f"the article of {document.name} is not at hand", hint="give --article FILE"
        )
    return article_for(read_article(given or document.path.parent / entry.file), entry)


def _tell(document: ClaimsDocument, read: Read, found: Coverage) -> None:
    from factlint.drafting.contradictions import contradictions
    from factlint.drafting.tail import noticed
    from factlint.reports.escape import terminal

    for item in found.missing:
        around = read.words(max(0, item.start - _AROUND), item.end + _AROUND)
        print(
            terminal(
                f"{document.name}: line {item.line}: {item.what} '{item.text}' is in no claim: …{around}…"
            )
        )
    for notice in contradictions(read):
        print(terminal(f"{document.name}: notice: {noticed(notice, read)}"))
    print(_summary(found), file=sys.stderr)


def _summary(found: Coverage) -> str:
    parts = []
    for what in dict.fromkeys(item.what for item in found.counted):
        counted = [item for item in found.counted if item.what is what]
        parts.append(f"{sum(item.covered for item in counted)} of {len(counted)} {what}s")
    left = Counter(item.discounted for item in found.items if item.discounted)
    told = ", ".join(f"{count} {why}" for why, count in left.most_common())
    return f"{found.share:.1%} covered: {', '.join(parts) or 'nothing to cover'}" + (
        f"; discounted: {told}" if told else ""
    )


def _data(document: ClaimsDocument, read: Read, found: Coverage) -> dict[str, Any]:
    from factlint.drafting.contradictions import contradictions

    return {
        "claims_file": document.name,
        "share": round(found.share, 4),
        "counted": len(found.counted),
        "missing": [
            {"line": item.line, "start": item.start, "end": item.end, "what": item.what, "text": item.text}
            for item in found.missing
        ],
        "discounted": Counter(item.discounted for item in found.items if item.discounted),
        "notices": [
            {"rule": notice.rule, "message": notice.message, "places": notice.places}
            for notice in contradictions(read)
        ],
    }
