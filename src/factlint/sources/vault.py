"""Credentials: read from named environment variables, sent to their own hosts only, never printed."""

from __future__ import annotations

import html
import json
import os
from collections.abc import Mapping
from threading import Lock
from urllib.parse import quote, quote_plus

from factlint.errors import CredentialScopeError, MissingCredentialError
from factlint.sources.settings import covers


class Vault:
    """Hands out the credentials that the settings name, and remembers them to redact and to guard them."""

    def __init__(
        self, hosts: Mapping[str, tuple[str, ...]], environment: Mapping[str, str] | None = None
    ) -> None:
        self._hosts = hosts
        self._environment = os.environ if environment is None else environment
        self._lock = Lock()
        self._spellings: dict[str, str] = {}

    def secret(self, name: str) -> str:
        """Return a credential. Raises MissingCredentialError."""
        if name not in self._hosts:
            raise MissingCredentialError(
                f"the environment variable {name} is not one that sources may use",
                hint=f"list {name} with its hosts under network.credentials",
            )
        value = self._environment.get(name, "").strip()
        if not value:
            raise MissingCredentialError(
                f"the environment variable {name} is not set", hint=f"set {name} and run again"
            )
        with self._lock:
            self._spellings.update(dict.fromkeys(_spellings(value), name))
        return value

    def check(self, host: str, text: str) -> None:
        """Check what is about to be sent to ``host``. Raises CredentialScopeError."""
        for spelling, name in self._known():
            if spelling in text and not covers(self._hosts[name], host):
                raise CredentialScopeError(
                    f"the credential {name} is not for the host '{host}'",
                    hint=f"add the host to network.credentials.{name} if it should have it",
                )

    def redact(self, text: str) -> str:
        """Replace every credential that was handed out by its name."""
        for spelling, name in self._known():
            text = text.replace(spelling, f"[{name}]")
        return text

    def redact_bytes(self, body: bytes) -> bytes:
        """Do the same to an answer, which may echo what was sent."""
        for spelling, name in self._known():
            body = body.replace(spelling.encode(), f"[{name}]".encode())
        return body

    def _known(self) -> list[tuple[str, str]]:
        with self._lock:
            return sorted(self._spellings.items(), key=lambda item: -len(item[0]))


def _spellings(value: str) -> set[str]:
    """Return the ways in which an answer may echo a value: as it is, in an address, in JSON and in HTML."""
    quoted = json.dumps(value)[1:-1]
    in_json = {quoted, quoted.replace("/", "\\/")}
    return {value, quote(value, safe=""), quote_plus(value), html.escape(value), *in_json}
