"""Shares told in a word as the bound that they are: "most of the members" is "more than half of the members"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.prose.sentence import Sentence

_MOST = re.compile(
    r"\b(?P<many>[Mm]ost|(?:[Aa]|[Tt]he) majority) (?:of the |of )?(?=[^\W\d_]{3,})(?!of\b|recent)"
)
_FEW = re.compile(r"\b(?P<many>(?:[Oo]nly a|[Aa]) minority) (?:of the |of )(?=[^\W\d_]{3,})")


def bounded(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each such word before a plural, and the bound in its place."""
    for form, bound in ((_MOST, "more than half"), (_FEW, "fewer than half")):
        for found in form.finditer(sentence.text):
            plural = re.match(r"[\w-]+(?: [\w-]+)?", sentence.text[found.end() :])
            if plural is None or not any(
                word.endswith("s") or word == "people" for word in plural[0].split()
            ):
                continue
            words = bound[0].upper() + bound[1:] if found[0][0].isupper() else bound
            yield *found.span(), f"{words} of the "
