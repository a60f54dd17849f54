"""Parts of a count told behind it: "killed 24 people, of whom 15 were miners" says that it killed 15 miners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.prose.sentence import Sentence

_N = r"(?:\d{1,3}(?:,\d{3})*|[a-z]+(?:-[a-z]+)?)"
_WHOM = re.compile(
    rf",? (?:of|among) (?:whom|which|them) (?P<one>{_N}) (?:were|was|are) (?P<kind>(?!in |on |at |from )[a-z][\w' -]{{2,60}}?)"
    rf"(?:,? and (?P<two>{_N}) (?:were |was |are )?(?P<other>[a-z][\w' -]{{2,60}}?))?(?=[,.;]|$)"
)
_NUMBERED = re.compile(
    r"^(?P<lead>.*?)\b[Tt]he (?P<who>dead|injured|wounded|missing) numbered (?P<many>[\w,-]+)"
)
_DONE = {"dead": "died", "injured": "were injured", "wounded": "were wounded", "missing": "were missing"}


def parted(sentence: Sentence) -> Iterator[str]:
    """Yield a sentence for the whole that was numbered, and one for each part of a count."""
    text = sentence.text
    numbered, found = _NUMBERED.match(text), _WHOM.search(text)
    parts = (
        [(found[n], found[k]) for n, k in (("one", "kind"), ("two", "other")) if found[n]] if found else []
    )
    if numbered:
        done = _DONE[numbered["who"]]
        yield f"{numbered['many'].capitalize()} people {done}."
        yield from (f"{many.capitalize()} {kind} {done}." for many, kind in parts)
        return
    whole = _PASSIVE.search(text) or _ACTIVE.search(text)
    some = _SOME.search(text, whole.end()) if whole and not parts else None
    if some and _TIED.search(some[0]):
        parts = [(some["some"], some["kind"])]
    if whole:
        things = f"{_small(whole['many'])} {whole['who']} {whole['done']}"
        yield from (f"{many.capitalize()} of the {things} were {kind}." for many, kind in parts)


_TIED = re.compile(r" (?:of (?:them|whom)|including|among them)\b")


def _small(word: str) -> str:
    return word[0].lower() + word[1:]


_MEMBERS = re.compile(
    rf"^(?P<some>{_N}) (?P<kind>[a-z][a-z ]{{2,30}}) (?P<be>were|was|are|is) among the (?P<whole>{_N} [^.;,]{{3,80}})",
    re.IGNORECASE,
)


def plainly(text: str) -> str:
    """Return "Four children were among the 12 people killed" as "Four of the 12 people killed were children"."""
    return _MEMBERS.sub(r"\g<some> of the \g<whole> \g<be> \g<kind>", text)


_ACTIVE = re.compile(rf"\b(?P<done>[a-z]+ed) (?P<many>{_N}) (?P<who>[a-z]+(?: [a-z]+)?)\b")
_PASSIVE = re.compile(
    rf"\b(?P<many>{_N}) (?P<who>[a-z]+(?: [a-z]+)?) (?:were|had been|have been) (?P<done>[a-z]+ed)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf",(?: [^,;]{{2,40}},)?(?: including| among them)? (?P<some>{_N}) (?:of (?:them|whom) (?:were )?)?(?P<kind>[a-z]+(?: [a-z]+)?)(?= and the (?:rest|others)|[,.;]|$)"
)
