"""The words of an office: what is held, and the place or body that it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factlint.prose.identities import is_office
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.roles import meet
from factlint.prose.tokens import Token
from factlint.prose.words import says
from factlint.values.countries import nation
from factlint.values.names.tables import word_set

LENDING = frozenset("former formerly ex acting interim deputy vice assistant caretaker outgoing".split())
_NOW = frozenset("current present incumbent sitting serving".split())


def _parted(role: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the words of a role, "finance minister" as two."""
    for token in role:
        parts = token.word.split(" ")
        if parts[-1] not in FIELDED or len(parts) == 1:
            yield token
        else:
            yield from (replace(token, word=part, stem=stem(part)) for part in parts)


FIELDED = frozenset(("minister", "secretary"))


def split(role: tuple[Token, ...]) -> tuple[list[Token], list[Token]]:
    """Return the words of the office, and those of the place or body that it is of."""
    idle = lexicon().idle
    told = [token for token in _parted(role) if (says(token) or is_office(token)) and token.stem not in idle]
    held = any(is_office(token) for token in told)  # "the team's coach" is the coach
    told = [t for t in told if t.word not in _NOW and not (held and t.owner and t.stem in lexicon().anaphors)]
    fields = word_set("titles", "helpers") if any(token.word in FIELDED for token in told) else frozenset()
    named = [token for token in told if token.proper and token.word not in fields]
    bodies = [token for token in told if (token in named or nation(token.word)) and not is_office(token)]
    office = [
        token
        for token in told
        if token not in bodies and token.word not in LENDING - {"deputy", "vice", "assistant"}
    ]
    return office, bodies


def are_sent_otherwise(ours: list[Token], theirs: list[Token]) -> bool:
    """Whether two offices are of two places each, the other way round: "Ghana's ambassador to Norway"."""
    owners, others = ([token for token in side if token.owner] for side in (ours, theirs))
    return bool(owners and others) and not meet(owners, others)
