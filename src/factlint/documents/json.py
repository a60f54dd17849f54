"""JSON documents (RFC 8259) whose numbers keep the digits they were printed with."""

from __future__ import annotations

import json as stdlib
from collections import Counter
from collections.abc import Iterable
from typing import Any, NoReturn

from factlint.documents.base import Document
from factlint.documents.detect import looks_like
from factlint.documents.text import decode
from factlint.errors import TooDeepError, UnparseableError

MAX_DEPTH = 100


class Whole(int):
    """A JSON number without fraction or exponent; ``str()`` gives its printed text."""

    text: str

    def __new__(cls, text: str) -> Whole:
        """Read the printed text. Raises ValueError beyond 4300 digits."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __str__(self) -> str:
        return self.text


class Decimal(float):
    """A JSON number with a fraction or exponent; ``str()`` gives its printed text, which is exact."""

    text: str

    def __new__(cls, text: str) -> Decimal:
        """Read the printed text."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __str__(self) -> str:
        return self.text


def json(document: Document) -> Any:
    """Return the parsed document.

    Raises UnparseableError (also for a key given twice in one object, of which one would be lost),
    EmptyDocumentError and TooDeepError.
    """
    return document.parsed("json", _parse)


def printed(value: object) -> str:
    """Return a scalar's text as the document prints it; the empty string for ``null``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _parse(document: Document) -> Any:
    text = decode(document).removeprefix("\ufeff")
    try:
        value = stdlib.loads(
            text,
            parse_int=Whole,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except stdlib.JSONDecodeError as error:
        seen = looks_like(document).replace("JSON", "broken JSON")
        raise UnparseableError(
            f"{document.address} gave {seen} where JSON was expected",
            hint=f"{error.msg} at line {error.lineno}, column {error.colno}",
        ) from None
    except ValueError as error:
        raise UnparseableError(f"{document.address} is not valid JSON: {error}") from None
    except RecursionError:
        raise _too_deep() from None
    _check_depth(value)
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise ValueError(f"an object has the key '{twice}' twice")
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _check_depth(value: Any) -> None:
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        level = [child for item in level for child in _children(item)]
        if not level:
            return
    raise _too_deep()


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _too_deep() -> TooDeepError:
    return TooDeepError(f"the JSON document nests more than {MAX_DEPTH} deep")
