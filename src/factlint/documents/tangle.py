"""Pages and selectors that could take quadratic time or worse: elements left open, attributes without end, ``:has``.

The standard's own algorithm looks up the stack of open elements at most tags, and through a tag's attributes at
each attribute. Such a page is first tried in a child process with limits, where nothing is lost but time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

SECONDS = 10
SMALL = 1 << 15  # characters that are parsed in no time, whatever they are
LARGE = 1 << 19
MOST_OPEN = 1000
LONGEST_GAP = 1 << 15  # characters from one tag to the next: one tag's attributes, or a script

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def suspected(text: str) -> bool:
    """Say whether a page is to be tried in a child process first. Takes linear time."""
    if len(text) <= SMALL:
        return False
    return len(text) > LARGE or _widest(text) > LONGEST_GAP or _most_open(text) > MOST_OPEN


def laborious(selector: str, size: int) -> bool:
    """Say whether a selector is to be tried in a child process first, on a page of so many bytes.

    ``:has`` looks at whole subtrees once more at every descendant; ``:nth-…`` counts siblings at every sibling.
    """
    return ":has(" in selector.lower() or ("(" in selector and size > LARGE)


def parse(body: bytes, options: Mapping[str, str]) -> None:
    """Parse a page, apply a selector if there is one, and give nothing: what counts is that it ends."""
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(body)
    if options.get("selector"):
        page.css(options["selector"])


def _widest(text: str) -> int:
    starts = [0, *(found.start() for found in _TAG.finditer(text) if not found[1]), len(text)]
    return max(after - before for before, after in pairwise(starts))


def _most_open(text: str) -> int:
    """Return the most elements that are open at a time, taking each tag's name by itself."""
    still: Counter[str] = Counter()
    now = most = 0
    for closing, name in _TAG.findall(text):
        name = name.lower()
        if not closing and name not in _EMPTY:
            still[name] += 1
            now += 1
            most = max(most, now)
        elif closing and still[name]:
            still[name] -= 1
            now -= 1
    return most
