"""Local files as documents: under the folder of the sources file, symbolic links resolved."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from factlint.documents.base import Document
from factlint.errors import OutsideRootError, SourceFileMissingError, TooLargeError

_ENCODINGS = {"gzip": "application/gzip", "bzip2": "application/x-bzip2", "xz": "application/x-xz"}
_MORE = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".tsv": "text/tab-separated-values",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".yaml": "application/yaml",
}


def read(root: Path, path: str, limit: int) -> Document:
    """Read ``path`` (relative to ``root``) of at most ``limit`` bytes.

    Raises SourceFileMissingError, OutsideRootError, TooLargeError.
    """
    place = _resolve(root, path)
    try:
        with place.open("rb") as stream:
            body = stream.read(limit + 1)
    except OSError as error:
        raise SourceFileMissingError(f"{path}: can't be read: {error.strerror}") from None
    if len(body) > limit:
        raise TooLargeError(
            f"{path}: the file is larger than {limit:,} bytes", hint="raise network.max_bytes"
        )
    return Document(body=body, media_type=media_type(path), address=path)


def media_type(path: str) -> str:
    """Return the media type of a name's suffix; the same on every machine, whatever its own tables say."""
    suffix = Path(path).suffix.lower()
    if suffix in _MORE:
        return _MORE[suffix]
    kind, encoding = mimetypes.MimeTypes().guess_type(path, strict=True)
    return _ENCODINGS.get(encoding, "") if encoding else kind or ""


def _resolve(root: Path, path: str) -> Path:
    top = root.resolve()
    try:
        place = (top / path).resolve()
        exists = place.is_file()
    except (OSError, ValueError, RuntimeError):  # too long, a null byte, a circle of links
        raise SourceFileMissingError(f"{path[:80]!r} is no path") from None
    if not place.is_relative_to(top):
        raise OutsideRootError(f"{path}: lies outside the project", hint="copy the file into the project")
    if not exists:
        hint = f"paths are relative to {top.name}/"
        raise SourceFileMissingError(f"{path}: there is no such file", hint=hint)
    return place
