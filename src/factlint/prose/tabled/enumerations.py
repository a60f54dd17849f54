"""Lists in sentences: "Its four-member jury consisted of Mira Solano, Henrik Dahl, Yuki Arai and Teresa Blum"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from factlint.prose import labels
from factlint.prose.labels import listed
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import says

_WHOLE = frozenset(("only", "members", "signatories"))
_LONGEST = 7  # words of an item
_INSIDE = frozenset((Tag.NOUN, Tag.DET))
_QUANTIFYING = frozenset(("all", "each", "both", "also", "together", "every"))


@dataclass(eq=False)
class Enumeration:
    """A list in a sentence: the token numbers of its items, each from first to last (included)."""

    sentence: Sentence
    items: tuple[tuple[int, int], ...]

    @cached_property
    def inside(self) -> frozenset[int]:
        """The tokens of the items."""
        return frozenset(at for first, last in self.items for at in range(first, last + 1))

    @cached_property
    def around(self) -> list[Token]:
        """The other words of the list's clause, and of the one that it hangs on where it has no verb."""
        clauses = [c for c in {self.sentence.owners.get(first) for first, _ in self.items} if c is not None]
        clauses += [c.parent for c in clauses if c.verb is None and c.parent is not None]
        numbers = {at for clause in clauses for at in clause.members} - self.inside
        return [self.sentence.tokens[at] for at in sorted(numbers)]

    def words(self, item: tuple[int, int]) -> list[Token]:
        """Return the words of an item."""
        return [t for t in self.sentence.tokens[item[0] : item[1] + 1] if t.tag is Tag.NOUN]

    def names(self, item: tuple[int, int]) -> list[Token]:
        """Return the words of an item's name, or all its words where it is none."""
        words = self.words(item)
        return [token for token in words if token.proper] or words

    @property
    def is_composed(self) -> bool:
        """Whether the clause says what something consists of."""
        before = [
            token for token in self.around if token.start < self.sentence.tokens[self.items[0][0]].start
        ]
        composed = {word for token in before for word in token.stem.split("_")} & labels.stemmed("composing")
        composed |= {token.stem for token in self.around} & labels.stemmed("forming")
        return bool(composed or {token.word for token in before} & _WHOLE)

    @property
    def is_partial(self) -> bool:
        """Whether it is told as some of what there is."""
        return bool({token.word for token in self.sentence.tokens} & listed("partial") | _others(self.around))

    @property
    def is_whole(self) -> bool:
        """Whether it is told as all there is: by a verb of composing, "only", or the number of its items."""
        numbers = {t.quantity.low for t in self.around if t.quantity is not None}
        return not self.is_partial and (self.is_composed or len(self.items) in numbers)


def _others(tokens: Iterable[Token]) -> set[str]:
    return {token.word for token in tokens} & {"other", "others", "more", "elsewhere"}


def enumerations(sentence: Sentence) -> list[Enumeration]:
    """Return the lists of a sentence: names or nouns with commas between them, the last behind "and"."""
    found: list[Enumeration] = []
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        items = _items(tokens, at)
        if len(items) < 2:
            at += 1
            continue
        found.append(Enumeration(sentence, tuple(items)))
        at = items[-1][1] + 1
    return found


def _items(tokens: list[Token], at: int) -> list[tuple[int, int]]:
    """Return the items of a list that begins at a token, or fewer than two where none does."""
    items: list[tuple[int, int]] = []
    closed = False
    while not closed:
        last = _item_end(tokens, at)
        if last is None:
            return []
        items.append((at, last))
        mark = tokens[last + 1] if last + 1 < len(tokens) else None
        joined = mark is not None and mark.word in ("and", ",", "&")
        if not joined:
            return items if closed else []
        at = last + 2
        if at < len(tokens) and mark is not None and mark.word == "," and tokens[at].word == "and":
            at, closed = at + 1, True
        closed = closed or (mark is not None and mark.word in ("and", "&"))
    last = _item_end(tokens, at)
    return [*items, (at, last)] if last is not None else []


def _item_end(tokens: list[Token], at: int) -> int | None:
    """Return the last token of an item that begins at a token: words of names, with a title or an article before."""
    last = at - 1
    while last + 1 < len(tokens) and last + 1 - at < _LONGEST and _is_inside(tokens, at, last + 1):
        last += 1
    return last if last >= at and any(t.proper and says(t) for t in tokens[at : last + 1]) else None


def _is_inside(tokens: list[Token], first: int, at: int) -> bool:
    token = tokens[at]
    if token.tag is Tag.PREP and token.word in ("of", "de", "von") and at > first:
        return at + 1 < len(tokens) and tokens[at + 1].proper
    return token.tag in _INSIDE and token.word not in _QUANTIFYING and (token.tag is Tag.NOUN or at == first)
