"""Which claims differ from a base revision: by their own words, their sources, or their paragraph of the article.

Files are compared by what they mean: a comment, an order or a moved claim touches nothing.
"""

from __future__ import annotations

import glob
import re
from pathlib import Path

from factlint.project import anchors
from factlint.project.claims import Claim, ClaimsFile
from factlint.project.faults import named_sources
from factlint.project.model import ClaimsDocument, LoadedClaim, Project
from factlint.sources.file import FileAddress
from factlint.sources.placeholders import pattern

_BREAK = re.compile(r"\n[ \t\r]*\n")


def touched(project: Project, base: Project | None) -> list[str]:
    """Return the ids of the claims to check again, in order; all where the base can't be read."""
    if base is None or _rules(project) != _rules(base):
        return [item.claim.id for item in project.claims]
    before = {item.claim.id: item for item in base.claims}
    sources = {name for name in project.sources if _source_differs(name, project, base)}
    return [item.claim.id for item in project.claims if _differs(item, before.get(item.claim.id), sources)]


def _rules(project: Project) -> tuple[object, ...]:
    settings = project.settings
    return (
        settings.policy,
        settings.tolerance,
        settings.rates,
        project.profile,
        project.ladders,
        _bytes((project.base or project.root) / settings.measures),
    )


def _source_differs(name: str, project: Project, base: Project) -> bool:
    now, before = project.sources[name], base.sources.get(name)
    if before is None or now != before:
        return True
    address = now.at(project.profile)
    if not isinstance(address, FileAddress):
        return False
    wanted = pattern(address.path)
    return _files(project.sources_root, wanted) != _files(base.sources_root, wanted)


def _files(root: Path, wanted: str) -> dict[str, bytes | None]:
    found = glob.glob(wanted, root_dir=root)
    return {name: _bytes(root / name) for name in found}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _differs(now: LoadedClaim, before: LoadedClaim | None, sources: set[str]) -> bool:
    if before is None or now.claim != before.claim or _head(now.file.model) != _head(before.file.model):
        return True
    return bool(sources & _sources(now.claim)) or _paragraph(now) != _paragraph(before)


def _head(model: ClaimsFile) -> ClaimsFile:
    return model.model_copy(update={"claims": ()})


def _sources(claim: Claim) -> set[str]:
    return {name for reference in claim.references for name in named_sources(reference)}


def _paragraph(item: LoadedClaim) -> str:
    """Return the paragraphs that hold the claim's quote; "" where the text isn't at hand or lacks it."""
    text = item.file.text
    if text is None:
        return ""
    match = anchors.find(item.claim.quote, text, item.file.marks)
    return "\n\n".join(_around(text, *place) for place in match.places)


def _around(text: str, start: int, end: int) -> str:
    first = max((found.end() for found in _BREAK.finditer(text, 0, start)), default=0)
    last = _BREAK.search(text, end)
    return " ".join(text[first : last.start() if last else len(text)].split())


def counterparts(documents: tuple[ClaimsDocument, ...], base: Path) -> list[Path]:
    """Return the base's files of the same names, of those that it has."""
    return [path for path in (base / document.name for document in documents) if path.is_file()]
