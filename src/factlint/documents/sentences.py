"""Split running text into sentences, by one linear scan and no model.

A line break inside a paragraph is a space; a blank line ends a sentence, so that headings and table rows
stand alone.
"""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"(?P<blank>\n[ \t\r]*\n\s*)"
    r"|(?<=[.!?\u2026])[\"'\u2019\u201d\u00bb)\]]{0,3}\s+(?=[\"'\u2018\u201c\u00ab(\[]{0,3}[^\W_a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'\u201c\u2018])"
    r"(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+|Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Rev|Hon"
    r"|St|Sr|Jr|No|Nos|Art|Sec|Fig|Vol|Ch|pp?|vs|cf|ca|approx|est|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_LOOK_BACK = 16
_HOUR = re.compile(r"\d\s?[ap]\.m\.$")  # "5 p.m. It …" ends a sentence, "5 p.m. EST" doesn't
_WORD = re.compile(r"\s+[A-Z][a-z]*\s")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences as (start, end) character offsets, end excluded, without the space around them."""
    spans, start = [], 0
    for found in _BREAK.finditer(text):
        if not found["blank"] and _abbreviated(text, found.start()):
            continue
        spans.append(_trimmed(text, start, _end(text, found)))
        start = found.end()
    spans.append(_trimmed(text, start, len(text)))
    return tuple(span for span in spans if span[0] < span[1])


def _abbreviated(text: str, stop: int) -> bool:
    if _HOUR.search(text, max(0, stop - _LOOK_BACK), stop):
        return not _WORD.match(text, stop)
    return _ABBREVIATION.search(text[max(0, stop - _LOOK_BACK) : stop]) is not None


def _end(text: str, found: re.Match[str]) -> int:
    """Closing quotation marks and brackets belong to the sentence that they close."""
    end = found.start()
    while end < found.end() and not text[end].isspace():
        end += 1
    return end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
