"""Values in running text: by a pattern of the words around them, the fewest that find one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.text import PlainText, plain_text
from factlint.prose import verify
from factlint.selectors.regex import RegexSelector
from factlint.suggesting.base import Suggestion, Wanted
from factlint.values import DateValue, Quantity, Reading, Value, scan

_MOST = 400
_WORDS = re.compile(r"\S+")
_FORMATS = ("html", "text", "pdf", "xml")
_SCALED = r" (?:hundred|thousand|million|billion|trillion|per cent|percent)"
_FIGURE = r"(?P<value>\d[\d.,]*)"


def find(document: Document, wanted: Wanted) -> Iterator[Suggestion]:
    """Yield a pattern for every value of the claim's kind in the sentences nearest to the claim."""
    if detect(document) not in _FORMATS:
        return
    text = plain_text(document)
    readings = [one for one in scan(text.text) if type(one.value) is type(wanted.value)]
    ranked = sorted(readings, key=lambda one: -wanted.nearness(text.around(one.start, one.end)))
    bound = _bound(text, wanted)
    for reading in islice(ranked, _MOST):
        suggestion = _pattern(text, reading, wanted, bound)
        if suggestion is not None:
            yield suggestion


def _bound(text: PlainText, wanted: Wanted) -> str:
    """Return the words that the claim's own sentence binds its value to."""
    finding = verify(wanted.sentence, [text.text])
    parts = (part for part in finding.parts if _is_same(part.value, wanted.value))
    best = next((part.best for part in parts if part.best is not None), None)
    return best.found if best is not None and best.comparison is not None else ""


def _is_same(ours: Value | None, theirs: Value) -> bool:
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return (ours.low, ours.high) == (theirs.low, theirs.high)
    return isinstance(ours, DateValue) and isinstance(theirs, DateValue) and ours.edtf == theirs.edtf


def _pattern(text: PlainText, reading: Reading, wanted: Wanted, bound: str) -> Suggestion | None:
    digit = re.search(r"\d", text.text[reading.start : reading.end])
    start = reading.start + (digit.start() if digit and isinstance(reading.value, Quantity) else 0)
    printed = text.text[start : reading.end]
    sentence = text.around(start, reading.end)
    before = _words(text.text[max(0, start - 120) : start], last=True)
    after = _words(text.text[reading.end : reading.end + 120], last=False)
    value = _value(reading, printed)
    for size in range(1, 5):
        pattern = r"\s+".join([*map(_escaped, before[-size:]), value, *map(_escaped, after[:size])])
        if _is_unique(pattern, text.text):
            return Suggestion(
                RegexSelector(pattern=pattern),
                printed,
                sentence,
                wanted.is_met(printed),
                70 if printed == bound else 55,
                "found by the words around it"
                + (", which bind it to what the claim counts" if printed == bound else ""),
                wanted.nearness(sentence),
            )
    return None


def _value(reading: Reading, printed: str) -> str:
    """Return the pattern of the value itself, which will stand for later figures too."""
    if isinstance(reading.value, Quantity) and re.fullmatch(rf"\d[\d.,]*(?:{_SCALED})?", printed):
        return _FIGURE if printed[-1].isdecimal() else _FIGURE[:-1] + _SCALED + ")"
    return f"(?P<value>{_escaped(printed)})"


def _words(text: str, *, last: bool) -> list[str]:
    """Return the words on one side of a value, up to the end of its line."""
    line = text.rsplit("\n", 1)[-1] if last else text.split("\n", 1)[0]
    words = _WORDS.findall(line)
    cut = line[:1].isspace() if last else line[-1:].isspace()
    return words[0 if cut or len(line) < 120 else 1 :] if last else words


def _escaped(word: str) -> str:
    return re.sub(r"([\\.^$*+?{}\[\]|()\-])", r"\\\1", word)


def _is_unique(pattern: str, text: str) -> bool:
    from factlint.selectors.patterns import compile_pattern

    return len(list(islice(compile_pattern(pattern).finditer(text), 2))) == 1
