"""The tag of a word by itself: the closed classes, and a noun until the words around it say otherwise."""

from __future__ import annotations

from factlint.prose.tokens import Tag
from factlint.values.function_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)

_BE = frozenset("is are was were be been being am 're 's".split())
HAVE = frozenset(("has", "have", "had", "having", "'ve"))
_DO = frozenset(("do", "does", "did"))
MODAL = frozenset("will would can could may might must shall should 'll 'd".split())
_SUB = frozenset(
    "while but because although though whereas if unless when since until before after as than so whether yet".split()
)
_REL = frozenset(("who", "whom", "whose", "which", "where"))
_NOT = frozenset(("not", "never", "n't", "neither", "nobody", "nothing", "none", "without"))
_MORE_ADVERBS = frozenset(
    "up down off out away back very quite only just both all"
    " more most less least too as well instead further itself themselves himself herself".split()
)
_MORE_PREPOSITIONS = frozenset(
    "according apart aside below above beneath amid amidst despite throughout beside besides except regarding concerning underneath"
    " atop aboard opposite past notwithstanding unlike via alongside following".split()
)
_LY_NOUNS = frozenset(
    "butterfly dragonfly firefly mayfly fly belly bully jelly lily folly gully trolley homily tally doily lovely friendly"
    " lonely lively likely unlikely deadly ugly silly costly orderly scholarly homely holy oily family assembly italy july supply reply ally rally anomaly monopoly early daily weekly monthly yearly quarterly elderly only hourly".split()
)


def tag(word: str, *, owner: bool) -> Tag:
    """Return the tag of a word in small letters; owner: it is a possessive."""
    if not word[0].isalnum():
        return Tag.CONJ if word in {"&", "/"} else Tag.MARK
    if owner:
        return Tag.NOUN if word not in {"it", "that", "there", "he", "she"} else Tag.PRON
    if word in _NOT:
        return Tag.NOT
    if word in _BE or word in HAVE or word in _DO or word in MODAL:
        return Tag.AUX
    if word == "to":
        return Tag.TO
    if word in _REL:
        return Tag.REL
    if word in _SUB:
        return Tag.SUB
    if word in DETERMINERS or word == "neither":
        return Tag.DET
    if word in PRONOUNS:
        return Tag.PRON
    if word in CONJUNCTIONS:
        return Tag.CONJ
    if word in _MORE_PREPOSITIONS:
        return Tag.PREP
    if word in _MORE_ADVERBS:
        return Tag.ADV
    if word in PREPOSITIONS:
        return Tag.PREP
    if word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _LY_NOUNS):
        return Tag.ADV
    return Tag.NOUN
