"""Read a located passage as the type of value that the claim needs, with the one reader."""

from __future__ import annotations

from factlint.project.claimed import WORDS, context_of, told
from factlint.project.claims import Article, ValueType
from factlint.project.fields import date_of
from factlint.project.model import LoadedClaim
from factlint.project.references import Reading
from factlint.selectors.base import Passage
from factlint.values import Context, Quantity, Text, Value, read, scan
from factlint.values.base import Listing, Name


def found_value(
    kind: ValueType | None, claimed: Value, passage: Passage, reading: Reading, article: Article
) -> Value:
    """Read the passage. ``kind`` is the claim's type; ``None`` asks for a quantity (a derivation's part).

    Raises the FL3xx errors where the words hold no such value, or several.
    """
    context = _context(passage, reading, article)
    if passage.items:
        return _members(passage, context)
    if kind in WORDS and kind is not ValueType.STATE:
        return Text(passage.text)
    if kind is ValueType.STATE:
        return date_of(passage.text) if _is_edtf(passage.text) else read(passage.text, "date", context)
    like = ValueType.QUANTITY if kind is None else kind
    value = read(passage.text, like=like.value, context=context)
    return told(value, reading) if isinstance(value, Quantity) else value


def value_in(words: str, claim: LoadedClaim) -> Value | None:
    """Return the one value of the claim's type (quantity or date) in the article's ``words``, if there is one."""
    context = context_of(claim.file.model.article)
    seen = [item.value for item in scan(words, context) if type(item.value) is type(claim.value)]
    return seen[0] if len(seen) == 1 else None


def _members(passage: Passage, context: Context) -> Listing:
    names = [read(item.text, like="name", context=context) for item in passage.items]
    return Listing(tuple(name for name in names if isinstance(name, Name)), text=passage.text)


def _context(passage: Passage, reading: Reading, article: Article) -> Context:
    dated = date_of(passage.as_of).end if _is_edtf(passage.as_of) else None
    published = date_of(article.published).end if article.published else None
    return Context(locale=reading.locale or "en", reference=dated or published, date_order=reading.date_order)


def _is_edtf(text: str) -> bool:
    from factlint.errors import FactlintError

    try:
        date_of(text)
    except FactlintError:
        return False
    return True
