"""Write the site's source: the hand-written pages, and a page for everything that the code documents.

python docs/generate.py FOLDER    then: zensical build --strict --config-file FOLDER/zensical.toml
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import reference

HERE = Path(__file__).parent

GUIDES = {
    "Start in five minutes": "start.md",
    "Write a claim": "claims.md",
    "Choose a source": "sources.md",
    "Choose a selector": "selectors.md",
    "Set a tolerance": "tolerance.md",
    "Run it in CI": "ci.md",
    "Accept drift": "drift.md",
    "Why a verdict is what it is": "verdicts.md",
}

SECTIONS = {
    "Sources": ("sources", reference.sources),
    "Selectors": ("selectors", reference.selectors),
    "Comparison rules": ("rules", reference.rules),
    "Reports": ("reports", reference.reports),
    "Errors": ("errors", reference.errors),
    "Files": ("files", reference.files),
    "Commands": ("commands", reference.commands),
}


def main(folder: Path) -> None:
    """Write ``folder/pages`` and ``folder/zensical.toml``; what stood there goes."""
    pages = folder / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir(parents=True)
    for page in HERE.glob("*.md"):
        shutil.copy(page, pages)
    nav: list[dict[str, object]] = [{"factlint": "index.md"}, {"Guides": entries(GUIDES)}]
    for title, (name, made) in SECTIONS.items():
        nav.append({title: section(pages / name, title, made())})
    config = (HERE / "zensical.toml").read_text(encoding="utf-8")
    (folder / "zensical.toml").write_text(
        config.replace("[project]\n", f"[project]\nnav = {inline(nav)}\n"), encoding="utf-8"
    )


def section(folder: Path, title: str, made: reference.Section) -> list[object]:
    """Write a section's index, pages and other files; return its part of the navigation."""
    folder.mkdir()
    listed = [f"| [{page.title}]({page.file}) | {page.summary} |" for page in made.pages]
    index = [f"# {title}", "", made.intro, "", "| page | about |", "|---|---|", *listed]
    (folder / "index.md").write_text("\n".join(index) + "\n", encoding="utf-8")
    for page in made.pages:
        (folder / page.file).write_text(f"# {page.title}\n\n{page.body}\n", encoding="utf-8")
    for name, text in made.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    pages = {page.title.replace("`", ""): f"{folder.name}/{page.file}" for page in made.pages}
    return [f"{folder.name}/index.md", *entries(pages)]


def entries(pages: dict[str, str]) -> list[object]:
    """Return titles and files as entries of the navigation."""
    return [{title: file} for title, file in pages.items()]


def inline(value: object) -> str:
    """Write lists, mappings and strings as one line of TOML."""
    if isinstance(value, list):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)} = {inline(item)}' for key, item in value.items())}}}"
    return json.dumps(value)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
