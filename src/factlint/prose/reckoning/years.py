"""How old somebody was at something, from the day of birth and the other day: "was 31 when she won the prize"."""

from __future__ import annotations

import re
from datetime import date

from factlint.prose.base import Binding, PartFinding
from factlint.prose.phrases import SUBJECT
from factlint.prose.reckoning.base import YEAR, Asker, finding
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag
from factlint.values.base import DateValue, Quantity, Sense
from factlint.verdict import Verdict

_AGE = r"(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_WHEN = re.compile(
    rf"^(?P<who>.{{2,80}}?) (?:was|were) (?:only |just |already )?{_AGE}(?: years? old| years of age)? when (?:he|she|they) (?P<did>.+?)\.?$"
)
_AT = re.compile(
    rf",? (?:at (?:the )?age(?: of)?|aged(?: of)?|when (?:he|she) was(?: only| just)?) {_AGE}(?: years)?\b|,? at (?P<bare>\d{{1,2}})(?=\.?$)"
)


def settle(ask: Asker) -> list[PartFinding]:
    """Decide an age at an event, where the passages give the day of birth and that of the event."""
    read = _read(ask.claim)
    if read is None:
        return []
    who, did, age = read
    born = ask.day(f"{who} was born in {YEAR}.")
    dated = any(token.tag is Tag.DATE for token in Sentence(did, ask.claim.context).tokens)
    rest = ask.parts(f"{did}.") if dated else []
    if born is None or any(part.verdict is not Verdict.SUPPORTED for part in rest):
        return []
    when = next((part.best for part in rest if part.kind == "date"), None) if dated else _day(ask, did)
    ages = _between(born.value, when.value) if when is not None else None
    verdict = _compared(age, *ages) if ages is not None else None
    if when is None or ages is None or verdict is None:
        return []
    told = str(ages[0]) if ages[0] == ages[1] else f"{ages[0]} or {ages[1]}"
    reason = f"from '{born.found}' to '{when.found}' is {told} years"
    return [*rest, finding(age.text, verdict, reason, born, when, value=age)]


def _day(ask: Asker, did: str) -> Binding | None:
    return ask.day(f"{did} in {YEAR}.", f"{did} on 1 March {YEAR}.")


def _read(claim: Sentence) -> tuple[str, str, Quantity] | None:
    """Return whose age a claim tells, what happened then, and the age."""
    text = claim.text
    when = _WHEN.match(text)
    found = when or _AT.search(text)
    told = "bare" if found and found.groupdict().get("bare") else "age"
    age = _quantity(claim, found.start(told)) if found else None
    if found is None or age is None:
        return None
    if when:
        return when["who"], f"{when['who']} {when['did']}", age
    who = next((p for p in claim.phrases if p.role == SUBJECT and claim.nouns(p)), None)
    if who is None:
        return None
    rest = f"{text[: found.start()]}{text[found.end() :]}".rstrip(".").rstrip()
    return claim.slice(who.first, who.last), rest, age


def _quantity(claim: Sentence, at: int) -> Quantity | None:
    token = next((token for token in claim.tokens if token.start <= at < token.end), None)
    quantity = token.quantity if token is not None else None
    plain = quantity is not None and quantity.sense is Sense.POINT and quantity.low == quantity.high
    return quantity if plain else None


def _between(born: object, then: object) -> tuple[int, int] | None:
    """Return the least and the greatest age, in full years, that two dates leave open."""
    if not isinstance(born, DateValue) or not isinstance(then, DateValue):
        return None
    if not (born.start and born.end and then.start and then.end) or born.approximate or then.approximate:
        return None
    least, most = _years(born.end, then.start), _years(born.start, then.end)
    return (least, most) if least >= 0 and most - least <= 1 else None


def _years(first: date, second: date) -> int:
    return second.year - first.year - ((second.month, second.day) < (first.month, first.day))


def _compared(age: Quantity, least: int, most: int) -> Verdict | None:
    """Return whether an age is the one, none where the dates leave it open."""
    if age.low is None or not least <= age.low <= most:
        return Verdict.REFUTED
    return Verdict.SUPPORTED if least == most else None
