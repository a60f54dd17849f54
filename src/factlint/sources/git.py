"""Kind ``git``: a file of a repository as it stood on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self
from urllib.parse import quote, unquote

from pydantic import Field, StringConstraints, model_validator

from factlint.documents.base import Document
from factlint.errors import NoDataError, UnexpectedAnswerError
from factlint.sources.api import ApiAddress, answer, day_of
from factlint.sources.base import Reader

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_COMMITS = "https://api.github.com/repos/{project}/commits?path={file}&sha={branch}&until={until}&per_page=1"
_RAW = "https://raw.githubusercontent.com/{project}/{commit}/{file}"

Template = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$", max_length=2048)]


class GitAddress(ApiAddress):
    """A file of a git repository, as the last commit on or before the claim's day (UTC) left it.

    Either ``repository`` names a local clone under the folder of the sources file, which is read by the program ``git``
    and needs no network; or ``project`` (``owner/name``) is read from its host: ``commits`` lists the commits
    until a moment, newest first, and ``raw`` gives a file at a commit. The two are preset for GitHub, and
    may be any templates over ``{project}``, ``{branch}``, ``{file}``, ``{until}`` and ``{commit}``. ``file``
    may also come from a reference's ``query``.

    ```yaml
    bird-counts:
      publisher: Ministry of Birds
      kind: git
      project: ministry-of-birds/counts
      file: data/daily.csv
    # and in the claim
    select: {kind: csv, column: counted, date: day}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("file",)

    kind: Literal["git"] = "git"
    repository: str = Field("", description="A clone under the folder of the sources file.")
    project: str = Field("", pattern=r"^[\w./-]*$", description="The project's name at its host.")
    branch: str = Field(
        "HEAD", pattern=r"^[\w][\w./-]*$", description="The branch, tag or commit whose history is read."
    )
    file: str = Field("", description="The file's path in the repository.")
    commits: Template = Field(_COMMITS, description="Where the host lists the commits.")
    raw: Template = Field(_RAW, description="Where the host gives a file at a commit.")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.repository) == bool(self.project):
            raise ValueError("give either 'repository' (a local clone) or 'project' (owner/name)")
        return self

    @property
    def vintages(self) -> bool:
        """Every commit is kept."""
        return True

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise a file's page at GitHub."""
        page = r"https://github\.com/([\w.-]+/[\w.-]+)/(?:blob|raw)/([\w.-]+)/([^?#]+)"
        bytes_ = r"https://raw\.githubusercontent\.com/([\w.-]+/[\w.-]+)/(?:refs/heads/)?([\w.-]+)/([^?#]+)"
        found = re.match(page, url) or re.match(bytes_, url)
        return {"project": found[1], "branch": found[2], "file": unquote(found[3])} if found else None

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Read the file. Raises NoDataError, RepositoryError and the errors of fetching."""
        file = self.asked(query, "file")["file"]
        if self.repository:
            return reader.commit(self.repository, file, self.branch, at)
        if at is None:
            return reader.get(self._filled(self.raw, file=file, commit=self.branch))
        commit, made = self._commit(reader, file, at)
        return replace(reader.get(self._filled(self.raw, file=file, commit=commit)), dated=made)

    def _commit(self, reader: Reader, file: str, at: date) -> tuple[str, date | None]:
        document = reader.get(self._filled(self.commits, file=file, until=f"{at}T23:59:59Z"))
        found = answer(document)
        if not isinstance(found, list):
            raise UnexpectedAnswerError(f"{document.address}: the answer is no list of commits")
        if not found:
            raise NoDataError(f"{self.project} has no commit of {file} on or before {at}")
        first = found[0] if isinstance(found[0], dict) else {}
        commit = str(first.get("sha") or first.get("id") or "")
        if not _COMMIT.fullmatch(commit):
            raise UnexpectedAnswerError(f"{document.address}: the first of the commits has no number")
        return commit, _made(first)

    def _filled(self, template: str, **parts: str) -> str:
        """Fill a template; slashes stay where they stand in a path, and are escaped in parameters."""
        values = {"project": self.project, "branch": self.branch, **parts}
        path, mark, parameters = template.partition("?")
        for name, value in values.items():
            path = path.replace(f"{{{name}}}", quote(value))
            parameters = parameters.replace(f"{{{name}}}", quote(value, safe=""))
        return f"{path}{mark}{parameters}"

    @property
    def location(self) -> str:
        """The repository and the file in it."""
        return f"{self.repository or self.project}:{self.file or '…'}"


def _made(commit: Mapping[str, Any]) -> date | None:
    """Return the day (UTC) of a commit as GitHub or GitLab tells it."""
    inner = commit.get("commit")
    committer = inner.get("committer") if isinstance(inner, dict) else None
    told = committer.get("date") if isinstance(committer, dict) else commit.get("committed_date")
    return day_of(told)
