"""Votes put in one form: "with 212 members in favour and 148 against" is "by 212 votes to 148"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.prose.sentence import Sentence

_N = r"(?:\d{1,3}(?:,\d{3})*|[a-z]+(?:-[a-z]+)?)"
_MEMBERS = r"(?P<who>members|deputies|delegates|senators|councillors|MPs|lawmakers|judges|justices|people|states|countries)"
_WHO = rf"(?: (?:votes?|{_MEMBERS.replace('?P<who>', '?:')}))?"
_CAST = r"(?: (?:cast|voting|voted|were))?"
_FOR, _AGAINST = r"(?:in favou?r|for(?: it)?)", r"(?:against(?: it)?|opposed)"
_FORMS = (
    re.compile(
        rf",? (?:with|by) (?P<most>{_N}){_WHO}{_CAST} {_FOR}(?:,| and|, and) (?P<rest>{_N}){_WHO}{_CAST} {_AGAINST}\b"
    ),
    re.compile(
        rf",? (?:with|by) (?P<most>{_N}){_WHO}{_CAST} {_AGAINST}(?:,| and|, and) (?P<rest>{_N}){_WHO}{_CAST} {_FOR}\b"
    ),
)
_DASHED = re.compile(
    r"\b(?P<verb>(?:approved|adopted|passed|rejected|backed|upheld|ratified|endorsed|voted|ruled) [^.;\d]{0,80}?)(?P<most>\d{1,3})[-–](?P<rest>\d{1,3})\b"
)
_ADOPTED = r"(?P<verb>approved|adopted|passed|backed|ratified|endorsed|carried|rejected|defeated|voted down)"
_BY = rf"(?: [^.;]{{2,40}}?)? by (?P<most>{_N}) votes to (?P<rest>{_N})\b"
_TOLD = (
    re.compile(
        rf"\b(?:(?P<who>the [\w' -]{{2,50}}) )?{_ADOPTED} (?P<what>(?:the|an?|its|his|her) [\w' -]{{2,60}}?){_BY}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<what>\b(?:The|the|An?|It|it)(?: [\w'-]+){{0,8}}) was {_ADOPTED}{_BY}"),
    re.compile(rf"(?P<what>\b(?:The|the|An?)(?: [\w'-]+){{1,8}}) (?P<verb>passed){_BY}"),
)
_DOWN = frozenset(("rejected", "defeated", "voted down"))


def plainly(text: str) -> str:
    """Return a text with its votes as "by 212 votes to 148", the winning side first."""
    for form in _FORMS:
        text = form.sub(r" by \g<most> votes to \g<rest>", text)
    return _DASHED.sub(r"\g<verb>by \g<most> votes to \g<rest>", text)


def cast(sentence: Sentence) -> Iterator[str]:
    """Yield who voted for and against something that was adopted or rejected by some votes to others."""
    if " votes to " not in sentence.text:
        return
    for form in _TOLD:
        found = form.search(sentence.text)
        if found:
            sides = ("against", "for") if found["verb"] in _DOWN else ("for", "against")
            told = found.groupdict()
            printed = (sentence.told or sentence).text
            named = re.search(rf"{told['most']} {_MEMBERS}", printed)
            who = named["who"] if named else "members"
            who = f"{who} of {_small(told['who'])}" if told.get("who") else who
            for many, side in zip((told["most"], told["rest"]), sides, strict=True):
                yield f"{many.capitalize()} {who} voted {side} {_small(told['what'])}."
            return


def _small(what: str) -> str:
    return what[0].lower() + what[1:]
