"""Load a project: its settings, sources and claims, checked as a whole, every fault with its place."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.errors import FactlintError, MissingFileError, NothingToCheckError, OutsideRootError, Where
from factlint.project import faults, settings, tables, yamlfile
from factlint.project.claimed import check_quote, claimed_value, context_of
from factlint.project.claims import ClaimsFile
from factlint.project.model import ClaimsDocument, LoadedClaim, Project
from factlint.project.problems import salvage
from factlint.project.settings import Settings
from factlint.project.sources import Source, SourcesFile
from factlint.project.yamlfile import YamlFile
from factlint.values.counted.measures import using

if TYPE_CHECKING:
    from factlint.documents.article import ArticleText


@dataclass
class _Loading:
    """What is gathered while loading; problems pile up so that all are told at once.

    root: the project's folder
    base: the folder that settings, sources and tables come from: the root, unless that isn't trusted
    written: the claims files as they were read
    """

    root: Path
    base: Path
    problems: list[FactlintError] = field(default_factory=list)
    written: list[YamlFile] = field(default_factory=list)

    def name(self, path: Path) -> str:
        path = path.resolve()
        for folder in (self.root, self.base):
            if path.is_relative_to(folder):
                return str(path.relative_to(folder))
        return str(path)

    def inside(self, path: Path, *, declared: bool = False) -> bool:
        """Say whether a file lies in the project, links resolved, where it has to: what a claims file declares
        always, and of an untrusted project what has its place there. A file that the command line names may be
        elsewhere.
        """
        ours = declared or (self.root != self.base and Path(os.path.abspath(path)).is_relative_to(self.root))
        return not ours or path.resolve().is_relative_to(self.root)

    def read(self, path: Path) -> YamlFile | None:
        try:
            if not self.inside(path):
                raise OutsideRootError(f"{self.name(path)}: leads outside the project")
            return yamlfile.load(path, self.name(path))
        except FactlintError as error:
            self.problems.append(error)
            return None


def load(
    path: str | Path | None = None,
    *more: str | Path,
    profile: str | None = None,
    article: Path | None = None,
    base: Path | None = None,
) -> Project:
    """Load the project that ``path`` (claims files, or a folder; default: here) belongs to.

    base: a trusted copy of the project's folder; from it come settings, sources, references and the baseline
    Raises InvalidProjectError holding every problem, or NothingToCheckError.
    """
    project, problems = examine(path, *more, profile=profile, article=article, base=base)
    yamlfile.raise_problems(problems)
    assert project is not None
    return project


def examine(
    path: str | Path | None = None,
    *more: str | Path,
    profile: str | None = None,
    article: Path | None = None,
    base: Path | None = None,
) -> tuple[Project | None, list[FactlintError]]:
    """Load as far as possible and return every problem beside what was loaded."""
    start = Path(path) if path is not None else Path.cwd()
    root = root_of(start)
    loading = _Loading(root, base.resolve() if base else root)
    config = _settings(loading)
    files = _claims_paths(start, more, loading.root, config)
    sources, named = _sources(loading, config)
    vocabulary = tables.vocabulary(loading.base, config, loading.problems)
    with using(vocabulary):
        documents, claims = _claims(files, article, loading)
    chosen = profile or config.profile
    loading.problems += faults.unknown_sources(loading.written, named) if named is not None else []
    loading.problems += faults.duplicate_ids(loading.written)
    asked = None if profile == config.profile else profile
    loading.problems += faults.unknown_profile(asked, claims, sources)
    if not loading.problems:
        for document in documents:
            document.yaml.rest()
    if not claims and not loading.problems:
        raise NothingToCheckError("there is no claim to check", hint="add claims, or name another file")
    project = Project(
        root=loading.root,
        settings=config,
        profile=chosen,
        sources=sources,
        sources_root=(loading.base / config.sources[0]).parent,
        documents=tuple(documents),
        claims=tuple(claims),
        ladders=tables.ladders(loading.base, config, loading.problems),
        vocabulary=vocabulary,
        base=loading.base,
    )
    return project, loading.problems


def ids(folder: Path) -> set[str]:
    """Return the ids of the claims in the project that a folder belongs to, as far as its files can be read."""
    root = root_of(folder)
    loading = _Loading(root, root)
    try:
        files = _claims_paths(folder, (), root, _settings(loading))
    except NothingToCheckError:
        return set()
    read = [file for path in files if (file := loading.read(path)) is not None]
    return {str(claim["id"]) for file in read for _, claim in faults.written_claims(file) if claim.get("id")}


def root_of(start: Path) -> Path:
    """Return the project's folder: the nearest with settings, else the one that holds ``claims``, else this."""
    folder = (start if start.is_dir() else start.parent).resolve()
    found = settings.find(folder)
    if found:
        return found.parent
    return folder.parent if folder.name == "claims" else folder


def _settings(loading: _Loading) -> Settings:
    path = loading.base / settings.NAME
    if not path.is_file():
        return Settings()
    file = loading.read(path)
    if file is None:
        return Settings()
    model, _, problems = salvage(Settings, file)
    loading.problems += problems
    return model or Settings()


def _claims_paths(start: Path, more: tuple[str | Path, ...], root: Path, config: Settings) -> list[Path]:
    named = [path for path in (start, *map(Path, more)) if not path.is_dir()]
    if named:
        return named
    found = {path for pattern in config.claims for path in root.glob(pattern)}
    others = {root / name for name in config.sources}
    paths = sorted(path for path in found - others if path.name != settings.NAME)
    if not paths:
        raise NothingToCheckError(
            f"no claims file matches {', '.join(config.claims)}",
            hint="name one, or run factlint init",
        )
    return paths


def _sources(loading: _Loading, config: Settings) -> tuple[dict[str, Source], set[str] | None]:
    """Return the sound sources, and the names of all: ``None`` where a file can't be read for its names."""
    sources: dict[str, Source] = {}
    named: list[set[str] | None] = []
    for name in config.sources:
        path = loading.base / name
        if not path.exists() and name in Settings().sources:
            continue
        file = loading.read(path)
        named.append(_names(file))
        model, _, problems = salvage(SourcesFile, file) if file else (None, None, [])
        loading.problems += problems
        sources.update(model.sources if model else {})
    return sources, None if None in named else {name for names in named for name in names or ()}


def _names(file: YamlFile | None) -> set[str] | None:
    if file is None or not isinstance(file.data, dict | None):
        return None
    written = (file.data or {}).get("sources") or {}
    return set(written) if isinstance(written, dict) else None


def _claims(
    files: list[Path], article: Path | None, loading: _Loading
) -> tuple[list[ClaimsDocument], list[LoadedClaim]]:
    documents: list[ClaimsDocument] = []
    claims: list[LoadedClaim] = []
    for path in files:
        file = loading.read(path)
        if file is None:
            continue
        loading.written.append(file)
        model, file, problems = salvage(ClaimsFile, file, {"article": {"title": "?"}})
        loading.problems += problems
        if model is None:
            continue
        declared = path.parent / model.article.file if model.article.file else None
        source = (article if len(files) == 1 else None) or declared
        read = _article(path, source, loading, declared=source is declared) if source else None
        text, marks, ignores = (read.text, read.marks, read.ignores) if read else (None, (), ())
        document = ClaimsDocument(path, loading.name(path), model, file, text, source, marks, ignores)
        documents.append(document)
        claims += _read_claims(document, loading)
    if article is not None and len(files) > 1:
        loading.problems.append(
            NothingToCheckError("--article supplies the text of one claims file", hint="name that file")
        )
    return documents, claims


def _article(path: Path, file: Path, loading: _Loading, *, declared: bool) -> ArticleText | None:
    from factlint.documents.article import read_article

    where = Where(loading.name(path))
    try:
        if not loading.inside(file, declared=declared):
            hint = "hand it over with --article"
            raise OutsideRootError(
                f"the article {os.path.relpath(file, path.parent)}: leads outside the project", hint=hint
            )
        return read_article(file)
    except OSError as error:
        loading.problems.append(
            MissingFileError(f"can't read the article {file}: {error.strerror}", where=where)
        )
    except FactlintError as error:
        loading.problems.append(error.located(where=where))
    return None


def _read_claims(document: ClaimsDocument, loading: _Loading) -> list[LoadedClaim]:
    loaded = []
    context = context_of(document.model.article)
    for index, claim in enumerate(document.model.claims):
        at = ("claims", index)
        where = document.yaml.where((*at, "id"))
        try:
            kind, value = claimed_value(claim, document.model.article)
        except FactlintError as error:
            loading.problems.append(error.located(where=document.yaml.where((*at, "value")), claim=claim.id))
            continue
        loaded.append(LoadedClaim(claim, kind, value, where, document))
        try:
            check_quote(claim, value, context)
        except FactlintError as error:
            loading.problems.append(error.located(where=document.yaml.where((*at, "value")), claim=claim.id))
    return loaded
