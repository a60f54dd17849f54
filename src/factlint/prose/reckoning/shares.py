"""What share something is of a whole, from both counts, or from what is left of it: "a third of the residents"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factlint.prose.base import Binding, PartFinding
from factlint.prose.reckoning.base import FIGURE, Asker, amount, apart_from, compared, finding
from factlint.prose.tokens import Tag, Token
from factlint.values.base import Quantity
from factlint.verdict import Verdict

_OWNED = re.compile(r"^(?P<owner>.{2,80}?)['’]s (?P<things>[^'’]{2,80})$")
_PLACED = re.compile(r"^(?P<things>[\w -]{2,60}?) (?P<where>(?:in|on|at|of|aboard) (?P<place>.{2,80}))$")
_DONE = re.compile(r"^(?P<things>[\w -]{2,60}?) (?P<how>\w+ed|asked|seen|made)$")
_DENIED = (
    (re.compile(r"\b(had|has|have|with) no "), r"\1 "),
    (re.compile(r"\b(was|were|is|are|had|has|have|can|could|will) not "), r"\1 "),
    (re.compile(r"\b(?:did not|do not|does not) have "), "had "),
    (re.compile(r"\b(?:do|does) not "), ""),
)


def settle(ask: Asker) -> list[PartFinding]:
    """Decide a share where the passages give the part and the whole, or the share of which the contrary is true."""
    token = next((t for t in ask.claim.tokens if t.tag is Tag.VALUE), None)
    if token is None or not is_share(token.quantity):
        return []
    return _of_whole(ask, token) or _left(ask, token)


def is_share(quantity: Quantity | None) -> bool:
    """Whether a figure is a percentage or a fraction of one."""
    if quantity is None:
        return False
    sides = [side for side in (quantity.low, quantity.high) if side is not None]
    return quantity.unit == "%" or (not quantity.unit and all(0 < side < 1 for side in sides))


def _of_whole(ask: Asker, token: Token) -> list[PartFinding]:
    text, verb = ask.claim.text, _verb_after(ask, token)
    if verb is None or token.quantity is None:
        return []
    told = _inside(ask, token, verb)
    whole = text[token.end : verb.start] if told is None else _without(text, token, told, verb)
    whole = re.sub(r"^of ", "", whole.strip())
    lead, rest = text[: token.start], text[verb.start :]
    plain = re.sub(r"^(?:all |the |its |their )+", "", whole)
    bare = _OWNED.sub(r"\g<things>", plain)
    part = ask.figure(*(f"{lead}{FIGURE} {group} {rest}" for group in dict.fromkeys((f"of {whole}", bare))))
    total = ask.figure(*_asked(plain)) if part is not None and not _is_wider(text, part) else None
    verdict = _share(token.quantity, part, total)
    if part is None or total is None or verdict is None:
        return []
    if told is not None and told.quantity and isinstance(total.value, Quantity):
        verdict = verdict if compared(told.quantity, total.value) is Verdict.SUPPORTED else Verdict.REFUTED
    reason = f"it is '{part.found}' of '{total.found}'"
    return [finding(token.quantity.text, verdict, reason, part, total, value=token.quantity)]


def _inside(ask: Asker, token: Token, verb: Token) -> Token | None:
    """Return the figure of the whole that a claim tells: "a third of the town's 60,000 residents"."""
    inside = [t for t in ask.claim.tokens if t.tag is Tag.VALUE and token.end <= t.start < verb.start]
    return inside[0] if len(inside) == 1 else None


def _without(text: str, token: Token, told: Token, verb: Token) -> str:
    return f"{text[token.end : told.start]}{text[told.end : verb.start].lstrip()}"


def _is_wider(claim: str, part: Binding) -> bool:
    """Whether the sentence of the part says that it speaks of a greater whole than the claim does."""
    return any(word not in claim.lower() for word in _WIDER.findall(part.passage.lower()))


_WIDER = re.compile(
    r"\b(?:whole|entire|nationwide|worldwide|country|province|region|county|state|district)\b"
)


def _share(claimed: Quantity, part: Binding | None, total: Binding | None) -> Verdict | None:
    """Compare a share with that of a part in a whole."""
    some, many = amount(part), amount(total)
    if part is None or total is None or some is None or not many or some > many:
        return None
    if not apart_from(part, total):
        return None
    return compared(claimed, Quantity(some / many * 100, some / many * 100, unit="%", step=Fraction(1, 10)))


def _verb_after(ask: Asker, token: Token) -> Token | None:
    """Return the first word of the verb that the share is the subject of."""
    after = [t for t in ask.claim.tokens if t.start >= token.end]
    owners = ask.claim.owners
    main = owners.get(ask.claim.tokens.index(token))
    told = [
        t for t in after if t.tag in (Tag.VERB, Tag.AUX) and owners.get(ask.claim.tokens.index(t)) is main
    ]
    return told[0] if told and told[0] is not after[0] else None


def _asked(whole: str) -> Iterator[str]:
    """Yield the plain claims that ask how many there are of a whole."""
    owned, placed, done = _OWNED.match(whole), _PLACED.match(whole), _DONE.match(whole)
    if owned:
        yield from (f"{_the(owned['owner'])} {has} {FIGURE} {owned['things']}." for has in ("has", "had"))
        yield f"The population of {owned['owner']} is {FIGURE}."
    if placed:
        yield from (f"{_the(placed['place'])} {has} {FIGURE} {placed['things']}." for has in ("has", "had"))
    if done:
        yield f"{FIGURE} {done['things']} were {done['how']}."
    yield f"There were {FIGURE} {whole}."


def _the(name: str) -> str:
    return (
        name[0].upper() + name[1:] if name[0] != name[0].lower() or name.startswith("the ") else f"The {name}"
    )


def _left(ask: Asker, token: Token) -> list[PartFinding]:
    """Decide "one in ten had no access" by the share that had it."""
    text, claimed = ask.claim.text, token.quantity
    behind = text[token.end :]
    for form, words in _DENIED:
        had, times = form.subn(words, behind, count=1)
        if not times or claimed is None:
            continue
        of = "" if had.startswith(" of ") else " of"
        other = ask.figure(f"{text[: token.start]}{FIGURE} %{of}{had}")
        share = amount(other)
        if other is None or share is None or getattr(other.value, "unit", "") != "%":
            continue
        verdict = compared(claimed, Quantity(100 - share, 100 - share, unit="%", step=Fraction(1)))
        return (
            [finding(claimed.text, verdict, f"it is '{other.found}' of which it isn't so", other)]
            if verdict
            else []
        )
    return []
