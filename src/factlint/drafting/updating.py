"""Bring a claims file up to date with its changed article, and keep all that an editor did to it.

Claims move with their words, what is new is added as drafted, what is gone is marked; comments, order and every
field that isn't named here stay as they are.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from factlint.drafting import tail, writing
from factlint.drafting.anchoring import Anchors
from factlint.drafting.model import Draft, Drafted
from factlint.drafting.naming import named, telling
from factlint.drafting.reading import Article
from factlint.project import anchors
from factlint.project.claims import Quote, ValueType

GONE = "gone"
_NUMERIC = frozenset({"quantity", "date", ""})
_WORDED = frozenset({"paraphrase", "boolean", "wording", "state"})


@dataclass
class Update:
    """What an update did, as ids; ``text`` is the new claims file."""

    text: str = ""
    moved: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def updated(text: str, article: Article, draft: Draft) -> Update:
    """Return the claims file ``text`` as it stands to the new article, of which ``draft`` was made."""
    body, comments = tail.split(text)
    yaml = writing.round_trip()
    root = yaml.load(body)
    update, places = Update(), _Places(article, draft)
    positions = [places.settle(claim, update) for claim in root["claims"]]
    before = tail.recorded(comments)
    fresh = [claim for claim in draft.claims if tail.digest(claim) not in before and not places.holds(claim)]
    _add(root["claims"], positions, fresh, update)
    stream = io.StringIO()
    yaml.dump(root, stream)
    digests = before | set(map(tail.digest, draft.claims))
    lines = [*tail.kept(comments), *tail.remarks(draft.left_out, draft.notices, digests, article)]
    spaced = _spaced(stream.getvalue(), set(update.added)) if "\n\n" in body else stream.getvalue()
    update.text = spaced.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in lines)
    return update


class _Places:
    """Where the claims of a file stand in the new article; lives for one update."""

    def __init__(self, article: Article, draft: Draft) -> None:
        self.article = article
        self.draft = draft
        self.anchors = Anchors(article)
        self.taken: list[tuple[int, int, str]] = []

    def holds(self, drafted: Drafted) -> bool:
        """Whether a claim of the file speaks of the same words."""
        return any(
            start < drafted.end and drafted.start < end and _alike(kind, drafted)
            for start, end, kind in self.taken
        )

    def settle(self, claim: Any, update: Update) -> int:
        """Give a claim its place in the new article, mark it where it has none, and return where it stands."""
        found = anchors.find(_quote_of(claim), self.article.text)
        if len(found.places) == 1:
            _unmark(claim)
            return self._take(found.places[0], claim)
        match = self._drafted(claim, found)
        if match:
            return self._follow(claim, match, update)
        if found.nearest_place and str(claim.get("type", "")) not in _NUMERIC and not found.places:
            return self._requote(claim, found.nearest_place, update)
        return self._lose(claim, update)

    def _lose(self, claim: Any, update: Update) -> int:
        _mark(claim)
        update.gone.append(str(claim["id"]))
        return max((end for _, end, _ in self.taken), default=0)

    def _take(self, place: tuple[int, int], claim: Any) -> int:
        self.taken.append((*place, str(claim.get("type", ""))))
        return place[0]

    def _drafted(self, claim: Any, found: anchors.Match) -> Drafted | None:
        """Return the drafted claim that says the same: with the same value, or where the nearest words stand."""
        kind, value = str(claim.get("type", "")), claim.get("value")
        alike = [item for item in self.draft.claims if _alike(kind, item) and not self.holds(item)]
        same = [item for item in alike if _said(item.value) == _said(value) and _is_about(claim, item)]
        if len(same) == 1 or (same and found.places):
            return same[0]
        if not found.nearest_place:
            return None
        start, end = found.nearest_place
        return next((item for item in [*same, *alike] if item.start < end and start < item.end), None)

    def _follow(self, claim: Any, match: Drafted, update: Update) -> int:
        follows = claim.get("todo") or str(claim.get("type", "")) not in _WORDED
        if follows and _said(match.value) != _said(claim["value"]):
            was = claim["value"]
            claim["value"] = writing.value(match)
            claim.yaml_add_eol_comment(f"was {_said(was)} before the article changed", "value")
            update.changed.append(str(claim["id"]))
        else:
            update.moved.append(str(claim["id"]))
        claim["quote"] = writing.quote(match)
        _unmark(claim)
        return self._take(match.held, claim)

    def _requote(self, claim: Any, place: tuple[int, int], update: Update) -> int:
        moved = Drafted(*place, value="", kind=ValueType.PARAPHRASE)
        quote = self.anchors.quote(moved)
        if quote is None:
            return self._lose(claim, update)
        claim["quote"] = writing.quote(Drafted(*place, value="", quote=quote))
        update.moved.append(str(claim["id"]))
        _unmark(claim)
        return self._take(place, claim)


def _alike(kind: str, drafted: Drafted) -> bool:
    made = str(drafted.kind or "")
    if kind in _NUMERIC:
        return made in _NUMERIC and not (kind and made and kind != made)
    return kind == made or {kind, made} <= _WORDED


def _is_about(claim: Any, drafted: Drafted) -> bool:
    """Whether words that many claims have as their value ("yes", "in office") are said of the same thing."""
    if str(claim.get("type", "")) not in _WORDED or drafted.quote is None:
        return True
    before, now = set(telling(_quote_of(claim).exact)), set(telling(drafted.quote.exact))
    return 2 * len(before & now) > min(len(before), len(now))


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _quote_of(claim: Any) -> Quote:
    quote = claim["quote"]
    return (
        Quote(exact=str(quote))
        if isinstance(quote, str)
        else Quote(**{key: str(word) for key, word in quote.items()})
    )


def _mark(claim: Any) -> None:
    tags = claim.get("tags")
    if tags is None or isinstance(tags, str):
        claim["tags"] = writing.flow([tags] if tags else [])
    if GONE not in claim["tags"]:
        claim["tags"].append(GONE)


def _unmark(claim: Any) -> None:
    if isinstance(claim.get("tags"), list) and GONE in claim["tags"]:
        claim["tags"].remove(GONE)


def _add(claims: Any, positions: list[int], fresh: list[Drafted], update: Update) -> None:
    """Insert new claims in reading order, each behind the last claim that stands before it."""
    taken = [str(claim["id"]) for claim in claims]
    for drafted in named(fresh, taken):
        at = max((index + 1 for index, place in enumerate(positions) if place <= drafted.start), default=0)
        claims.insert(at, writing.entry(drafted))
        positions.insert(at, drafted.start)
        update.added.append(drafted.id)


def _spaced(text: str, added: set[str]) -> str:
    """Put a blank line around the claims that were added."""
    lines: list[str] = []
    after_new = False
    for line in text.split("\n"):
        opens = line.lstrip().startswith("- id:")
        is_new = opens and line.partition("id:")[2].strip() in added
        if (
            opens
            and (is_new or after_new)
            and lines
            and lines[-1].strip()
            and not lines[-1].lstrip().startswith("#")
        ):
            lines.append("")
        after_new = is_new if opens else after_new
        lines.append(line)
    return "\n".join(lines)
