"""Membership of a list of names: "Norwick signed the treaty", where the signatories stand one a line."""

from __future__ import annotations

import re

from factlint.prose.labels import listed
from factlint.prose.tabled.base import Answer, Asked
from factlint.prose.tokens import Tag

_BELONGING = frozenset(("member", "members", "belong", "belongs", "belonged", "part"))


def belonging(asked: Asked) -> Answer | None:
    """Return whether what the claim names is on the list; what isn't is refuted only where the list is whole."""
    if not asked.table.named or asked.values or len(asked.rows) < 2:
        return None
    if not asked.is_timely() or any(token.word == "only" for token in asked.tokens):
        return None
    denied = any(token.tag is Tag.NOT for token in asked.tokens)
    asked.used.update(at for one in asked.named for at in one.at)
    lacking = [token for token in asked.lacking() if token.word not in _BELONGING]
    if asked.named and not lacking:
        return Answer(not denied, asked.named[0].row, "it is on the list")
    if lacking and asked.is_alone(lacking) and _is_whole(asked) and _is_told_alike(asked):
        names = " ".join(token.word for token in lacking)
        return Answer(denied, asked.rows[0], f"'{names}' isn't on the list")
    return None


def _is_whole(asked: Asked) -> bool:
    """Whether the list is told as the whole one: by "consists of", "only" or the number of its lines."""
    text = f"{asked.table.caption or asked.lead} {asked.table.heading}".lower()
    words = set(re.findall(r"\w+", text))
    return not asked.is_partial and bool(words & listed("whole"))


def _is_told_alike(asked: Asked) -> bool:
    """Whether anything of the claim but the name is in the list's titles."""
    return any(token.tag is Tag.NOUN and not token.proper for token in asked.tokens)
