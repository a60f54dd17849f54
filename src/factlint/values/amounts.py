"""One amount where a number starts: sign, currency, figure, scale and unit ("-£1.2bn", "5 ft 2 in", "12 °C")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from factlint.values.figures import SPACES
from factlint.values.numbers import Numeral, numeral
from factlint.values.units import BEFORE, MONEY, PHRASES, Phrase, unit
from factlint.values.words import SCALES

ONE = Fraction(1)


@dataclass(slots=True)
class Amount:
    """A figure as printed, at ``start:end``. ``bare`` is its value before scale; ``unit`` may be empty.

    number_end: where the digits or words of the figure end; scaled_end: where its scale word ends
    """

    start: int
    end: int
    bare: Fraction
    step: Fraction
    form: str
    number_start: int
    number_end: int
    scale: Fraction = ONE
    scaled_end: int = 0
    unit: str = ""
    before: bool = False  # the unit stands before the figure
    signed: bool = False
    age: bool = False
    other: Fraction | None = None

    @property
    def value(self) -> Fraction:
        return self.bare * self.scale


_SCALE = re.compile(
    r"[\s-]?(?P<word>hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|mln|bln|trn)s?(?![^\W_])"
    r"|\s{0,2}(?P<short>k|mm|mn|m|bn|b|tn|t|g)(?![^\W_]|[²³/])"
)
_WORD_SCALES = {**SCALES, "hundred": 100, "dozen": 12, "mln": 10**6, "bln": 10**9, "trn": 10**12}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "t": 10**12,
                 "g": 10**9}  # fmt: skip
_UNAMBIGUOUS = {"k", "bn", "mn", "tn"}


def amount(
    text: str, low: str, start: int, locale: str = "", *, join: bool = True, floor: int = 0
) -> Amount | None:
    """Read the amount whose figure starts at ``start``; ``low`` is ``text`` in lower case, of the same length.

    join: whether "and" may join the parts of one number; floor: where what stands before may begin at the earliest
    """
    number = numeral(low, start, locale, join)
    if number is None:
        return None
    made = Amount(start, number.end, number.value, number.step, number.form, start, number.end, other=number.other)
    made.scaled_end = number.end
    if number.form == "ordinal":
        return made
    _look_before(made, text, low, floor)
    if number.form != "words" or low[start].isdecimal():
        _take_scale(made, text, low)
    _take_unit(made, text, low)
    return made


_SYMBOLS = frozenset(name[-1] for name in BEFORE if not name[-1].isalnum() and name[-1] != ".")
_MINUS = {"-", "−", "–"}
_SIGN_WORD = re.compile(r"(?:minus|negative)\s$")


def _look_before(made: Amount, text: str, low: str, floor: int) -> None:
    """Take in what stands before the figure: a currency and a sign."""
    at = made.start
    if at <= floor or low[at - 1] == " " and at - 1 <= floor:
        return
    if text[at - 1 : at] in _MINUS and at:
        at = _sign(made, text, at)
    at = _currency(made, text, at)
    made.start = at
    if not made.signed:
        made.start = _sign(made, text, at)
    if not made.signed and low[max(0, made.start - 2) : made.start] in {"s ", "e "}:
        word = _SIGN_WORD.search(low, max(0, made.start - 10), made.start)
        if word:
            made.start, made.signed = word.start(), True
    if made.signed:
        made.bare = -made.bare


def _sign(made: Amount, text: str, at: int) -> int:
    """Take a minus sign before ``at`` and return where it starts; a hyphen after a word or figure is none."""
    i = at - 1
    if i > 0 and text[i] == " " and text[i - 1] in "-−" and (i < 2 or text[i - 2] in " (\n"):
        i -= 1 if i < 2 or not text[: i - 1].rstrip()[-1:].isalnum() else 0
    if i < 0 or text[i] not in _MINUS or (i and (text[i - 1].isalnum() or text[i - 1] in ".-–%)/")):
        return at
    made.signed = True
    return i


def _currency(made: Amount, text: str, at: int) -> int:
    """Take the currency symbol, code or word before ``at``; return where it starts."""
    i = at - 1 if text[at - 1 : at] in SPACES and at else at
    if i and text[i - 1] in _SYMBOLS:
        return _symbol(made, text, i)
    word_start = i
    while word_start and i - word_start < 7 and (text[word_start - 1].isalpha() or text[word_start - 1] == "."):
        word_start -= 1
    phrase = BEFORE.get(text[word_start:i]) if word_start < i else None
    if not phrase or (i - word_start == 1 and i != at) or text[word_start - 1 : word_start].isalnum():
        return at
    made.unit, made.before = phrase.code, True
    made.scale *= phrase.part
    made.step *= phrase.part
    return word_start


def _symbol(made: Amount, text: str, i: int) -> int:
    """Take a symbol that ends at ``i`` with the letters before it: ``US$``, ``HK $``, ``R$``."""
    symbol = text[i - 1]
    made.before = True
    for length in (4, 3, 2, 1):
        letters = text[max(0, i - 1 - length) : i - 1].upper()
        for glued in (letters, letters.rstrip()):
            start = i - 1 - length
            if start < 0 or not glued or not glued[0].isalpha() or text[start - 1 : start].isalnum():
                continue
            phrase = BEFORE.get(glued + symbol)
            if phrase and (glued == letters or text[start : i - 2].isupper() or glued in {"HK", "NZ", "NT", "C"}):
                made.unit = phrase.code
                return start
    made.unit = BEFORE[symbol].code
    return i - 1


def _take_scale(made: Amount, text: str, low: str) -> None:
    for _ in range(2):
        found = _SCALE.match(low, made.end)
        if not found:
            return
        if found["word"]:
            scale = _WORD_SCALES[found["word"]]
        elif made.scale == ONE and _is_scale(made, text, low, found):
            scale = _SHORT_SCALES[found["short"]]
        else:
            return
        made.scale *= scale
        made.step *= scale
        made.end = made.scaled_end = found.end()


_NEXT_WORD = re.compile(r"[\s-]?\w")
_COUNTABLE = re.compile(r"\s(?:[a-z-]+\s){0,2}?(?:[a-z]{2,}[^s\W]s|people|men|women|children|jobs|tonnes)\b")
_LENGTHS = re.compile(
    r"[\s-](?:tall|long|wide|high|deep|away|above|below|from|sprint\w*|race|hurdle\w*|final\w*|freestyle|relay|title"
    r"|medley|butterfly|backstroke|breaststroke|gold|silver|bronze|champion\w*|waves?|record|heats?|runners?|event\w*"
    r"|deep|underground|down|apart|across|in|of|and|or|to|by|off|at|on|metres?|meters?)\b"
)


def _is_scale(made: Amount, text: str, low: str, found: re.Match[str]) -> bool:
    """Tell a short scale from a unit: "5m" is million for money and things counted, else metres."""
    short, start = found["short"], found.start("short")
    glued = start == made.end
    if short in _UNAMBIGUOUS:
        return glued or short != "k" or text[start] == "k"
    if short == "g":  # giga, but "5G" is a network and "20 g" a mass
        alone = not _NEXT_WORD.match(low, found.end())
        return text[start] == "G" and made.number_end - made.number_start > 1 and alone and not made.unit
    if made.unit:
        return True
    if short == "t" or not glued:
        return short == "m" and text[start] == "M" and not glued
    if short == "mm":
        return False
    if short == "b":
        return made.form == "digits"
    if text[start] == "M":
        return True
    return bool(_COUNTABLE.match(low, found.end())) and not _LENGTHS.match(low, found.end())


_AT_UNIT = re.compile(rf"([{SPACES}\n-]?)([^\W\d_]+|[^\w\s])")
_AGE = re.compile(r"[\s-]olds?\b|[\s-]of[\s-]age\b")
_YEARS_OLD = re.compile(r"[\s-]?(?:y/o|yo|yrs?[\s-]old)(?![^\W_])")
_WEATHER = re.compile(r"temperature|thermometer|weather|outside|warm|cold|heat|angle|rotat|tilt|turn")
_PART_OF = re.compile(r"\s(?:of\s)?(?:an?|one)(?=\s)")  # half an hour, a quarter of a mile
_GLUED_ONLY = {"C", "F", "K", "d", "y", "s", "h", "B", "V", "R", "p", "D", "J", "Br", "ct", "min"}


def _take_unit(made: Amount, text: str, low: str) -> None:
    """Take the unit after the figure, a smaller unit that follows it, and "old" after years."""
    below = _BELOW_ZERO.match(low, made.end)
    if below and not made.signed:
        made.bare, made.signed = -made.bare, True
        made.end, made.unit = below.end(), _degrees(below[1] or "")
        return
    age = _YEARS_OLD.match(low, made.end)
    if age:
        made.unit, made.end, made.age = "year", age.end(), True
        return
    feet = _FEET.match(low, made.end) if low[made.end : made.end + 2].strip()[:1] in {"'", "′", "’"} else None
    if feet:
        _add_inches(made, feet)
        return
    if _is_inch_mark(low, made):
        made.unit, made.end = "in", low.index('"', made.end) + 1
        return
    part_of = _PART_OF.match(low, made.end) if made.form == "fraction" else None
    found = _unit_after(made, text, low, part_of.end() if part_of else made.end)
    if found is None:
        return
    phrase, end = found
    if made.before and not (unit(phrase.code).dimension == MONEY and phrase.part == 1 and phrase.text.isalpha()):
        return
    made.unit, made.end = phrase.code, end
    made.scale *= phrase.part
    made.step *= phrase.part
    if unit(phrase.code).dimension == MONEY and made.scale == ONE:
        _take_scale(made, text, low)
    if phrase.part == 1:
        _add_smaller(made, text, low)
    aged = _AGE.match(low, made.end) if unit(made.unit).dimension == "time" else None
    if aged:
        made.end, made.age = aged.end(), True


_BELOW_ZERO = re.compile(r"(?:\s?(°[cf]?|c\b|f\b|degrees(?:\s(?:celsius|fahrenheit))?))?\sbelow\s(?:zero|freezing)\b")


def _degrees(words: str) -> str:
    last = words.split(" ")[-1].lstrip("°")[:1]
    return {"c": "°C", "f": "°F"}.get(last, "°")


def _unit_after(made: Amount, text: str, low: str, end: int) -> tuple[Phrase, int] | None:
    found = _AT_UNIT.match(low, end)
    if not found:
        return None
    gap, at = found.end(1) - found.start(1), found.start(2)
    word = text[at : found.end()]
    candidates = PHRASES.get(found[2], ()) if word == found[2] else (*PHRASES.get(word, ()), *PHRASES.get(found[2], ()))
    for phrase in candidates:
        stop = at + len(phrase.text)
        if not (text if phrase.cased else low).startswith(phrase.text, at):
            continue
        last = phrase.text[-1]
        if last.isalnum() and (text[stop : stop + 1].isalnum() or text[stop : stop + 1] in {"²", "³"}):
            continue
        if _fits(made, phrase, gap, low, stop):
            return _pounds(made, phrase, low), stop
    return None


_PLURAL_NOUN = re.compile(r"\s(?!as|is|was|has|this|its|his|across|versus|plus)[a-z]{3,}s\b")
_MULTIPLE = re.compile(r"\s(?:as|more|less|fewer|higher|lower|larger|bigger|greater|faster|worse|better|the|that|its|their)\b")
_OF = re.compile(r"\s(?:of|warmer|colder|hotter|cooler|above|below)\b")


def _fits(made: Amount, phrase: Phrase, gap: int, low: str, stop: int) -> bool:
    """Tell a unit from a word that only looks like one in its place."""
    name = phrase.text
    if phrase.glued and gap:
        return False
    if phrase.cased:
        if not name[-1].isalnum() and low[stop : stop + 1].isdecimal():
            return False  # the symbol of the next figure
        if name in _GLUED_ONLY:
            return not gap
        return name != "in" or (gap == 1 and low[made.end] == "-" and not low[stop : stop + 2] == "-d")
    if name == "won":
        return abs(made.value) >= 1000 and not _PLURAL_NOUN.match(low, stop)
    if name == "times":
        return bool(_MULTIPLE.match(low, stop))
    if name in {"cup", "cups"}:
        return made.bare.denominator > 1 or bool(_OF.match(low, stop))
    if phrase.code == "°" and name not in {"°", "º"}:
        written = low[made.number_start].isalpha() and not _OF.match(low, stop)
        return not written or bool(_WEATHER.search(low, max(0, made.start - 60), made.start))
    if name in {"second", "bar", "turn", "bit", "foot"}:
        return low[stop : stop + 5] not in {"-half", "-hand", "-plac"} and not low.startswith((" half", " place"), stop)
    return name not in {"stones", "bars"}


_MONEY_WORDS = re.compile(
    r"\b(?:cost\w*|pa(?:y|id|ys|ying)|worth|price[ds]?|fine[ds]?|earn\w*|spen[dt]\w*|sold|sell\w*|bought|buy\w*|sum|fee"
    r"|donat\w+|rais\w+|invest\w+|charg\w+|lost|sav\w+|debt\w*|wage\w*|salary|budget|bill|loan|fund\w*|owe[ds]?|profit"
    r"|grant\w*|bet|won|cash|tax\w*)\b[^.;]*$"
)
_STERLING = Phrase("pounds", "GBP")


def _pounds(made: Amount, phrase: Phrase, low: str) -> Phrase:
    """Tell money from weight: "pounds" are sterling after words of money or a scale of a thousand and more."""
    if phrase.code != "lb" or not phrase.text.startswith("pound"):
        return phrase
    scaled = made.scale >= 1000 or "illion" in low[made.number_start : made.number_end]
    money = _MONEY_WORDS.search(low, max(0, made.number_start - 40), made.number_start)
    return _STERLING if scaled or money else phrase


_FEET = re.compile(r"\s?['′’]\s?(\d{1,2})\s?(?:[\"″”]|'')")


def _is_inch_mark(low: str, made: Amount) -> bool:
    """Tell ``10"`` in inches from the end of a quotation: no quotation may be open before it."""
    if low[made.end : made.end + 2].lstrip(" ")[:1] != '"' or made.unit or made.form == "words":
        return False
    return low.count('"', max(0, made.start - 400), made.start) % 2 == 0 and '"' not in low[made.end + 2 : made.end + 80]


def _add_inches(made: Amount, found: re.Match[str]) -> None:
    made.bare += Fraction(int(found[1]), 12)
    made.step, made.unit, made.end = Fraction(1, 12), "ft", found.end()


_SMALLER = re.compile(r"(?:,?\s(?:and\s)?|-)?(?=\d|[a-z])")
_FOLLOWS = {"ft": {"in"}, "hour": {"minute"}, "minute": {"second"}, "lb": {"oz"}, "st": {"lb"}, "year": {"month"},
            "day": {"hour"}, "week": {"day"}, "m": {"cm"}, "kg": {"g"}}  # fmt: skip
_SHORT_INCH = re.compile(r"\s?in(?:s|ches|ch)?\b")


def _add_smaller(made: Amount, text: str, low: str) -> None:
    """Add a smaller unit that completes the first: "5 ft 2 in", "2 hours and 30 minutes", "13 dollars 45 cents"."""
    money = unit(made.unit).dimension == MONEY
    smaller = _FOLLOWS.get(made.unit)
    gap = _SMALLER.match(low, made.end) if smaller or money else None
    part = numeral(low, gap.end(), "en") if gap and gap.end() < len(low) and gap.end() > made.end else None
    if not part or not gap or part.form not in {"digits", "words"} or not 0 < part.value < 100:
        return
    if money:
        _add_cents(made, text, low, part, gap)
        return
    inch = _SHORT_INCH.match(low, part.end) if made.unit == "ft" else None
    probe = Amount(gap.end(), part.end, part.value, part.step, part.form, gap.end(), part.end)
    found = _unit_after(probe, text, low, part.end)
    if inch:
        code, end = "in", inch.end()
    elif found and smaller and found[0].code in smaller:
        code, end = found[0].code, found[1]
    else:
        return
    factor = unit(code).size / unit(made.unit).size
    made.bare += part.value * factor / made.scale
    made.step, made.end = part.step * factor, end


_CENTS = re.compile(r"\s(?:cents?|pence|p|kopecks?)\b")
_TENTHS = re.compile(r"\s(?:mao|jiao)\b")


def _add_cents(made: Amount, text: str, low: str, part: Numeral, gap: re.Match[str]) -> None:
    said = _CENTS.match(low, part.end)
    plain = gap[0] == " " and low[part.end : part.end + 1] in {"", ".", ",", ";"} and low[part.end + 1 : part.end + 2] in {"", " ", "\n"}
    if made.scale != ONE or made.bare.denominator != 1 or not (said or (plain and part.value >= 10)):
        return
    made.bare += part.value / 100
    made.step, made.end = Fraction(1, 100), said.end() if said else part.end
