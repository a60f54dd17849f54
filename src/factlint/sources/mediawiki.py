"""The action API of MediaWiki, which Wikipedia and Wikidata share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from factlint.documents.base import Document
from factlint.errors import NoDataError, ReportedFaultError, ServerFaultError, UnexpectedAnswerError
from factlint.sources.api import address, answer, asked_at, day_of
from factlint.sources.base import Reader

_BUSY = ("maxlag", "ratelimited", "readonly")


def ask(reader: Reader, base: str, **parameters: str) -> tuple[Document, dict[str, Any]]:
    """Ask the API and return its answer with the document it came in.

    ``maxlag`` lets the wiki say that it is busy: a ServerFaultError. Also raises ReportedFaultError and the
    errors of fetching.
    """
    url = address(base, "w", "api.php", **parameters, format="json", formatversion="2", maxlag="5")
    document = reader.get(url)
    value = answer(document)
    if not isinstance(value, dict):
        raise UnexpectedAnswerError(f"{document.address}: the answer is no object")
    if "error" in value:
        error = value["error"] if isinstance(value["error"], dict) else {}
        told = f"{asked_at(document)}: {error.get('info') or error.get('code')}"
        if error.get("code") in _BUSY:
            raise ServerFaultError(told, hint="try again later")
        raise ReportedFaultError(told, hint="check the reference's query")
    return document, value


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a page: its number, and the day (UTC) that it was made on, if the wiki says so."""

    number: int
    made: date | None


def revision(reader: Reader, base: str, title: str, at: date | None) -> Revision:
    """Return the page's revision at the end of a day (UTC), or the newest.

    Raises NoDataError where there is no such page, or none yet on that day.
    """
    until = {"rvstart": f"{at}T23:59:59Z"} if at else {}
    document, value = ask(
        reader,
        base,
        action="query",
        prop="revisions",
        titles=title,
        redirects="1",
        rvlimit="1",
        rvdir="older",
        rvprop="ids|timestamp",
        **until,
    )
    pages = value.get("query", {}).get("pages") or [{}]
    page = next(iter(pages.values())) if isinstance(pages, dict) else pages[0]
    if "missing" in page or "invalid" in page:
        raise NoDataError(f"{asked_at(document)}: there is no page '{title}'", hint="check its title")
    found = page.get("revisions")
    if not found:
        raise NoDataError(f"{asked_at(document)}: '{title}' has no revision on or before {at}")
    return Revision(int(found[0]["revid"]), day_of(found[0].get("timestamp")))
