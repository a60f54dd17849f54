"""Which unit the words after a figure name, and whether they are one there ("won", "pounds", "second", "in")."""

from __future__ import annotations

import re

from factlint.values.amount import Amount
from factlint.values.figures import SPACES
from factlint.values.units import PHRASES, Phrase

# Bounded: halves in a row (½½½) are letters to this pattern.
_AT_UNIT = re.compile(rf"([{SPACES}\n-]?)(?:d['’]|de\s)?([^\W\d_]{{1,40}}|[^\w\s])")  # 2 millions d’euros
_WEATHER = re.compile(r"temperature|thermo|weather|outside|warm|cold|heat|cool|freez|angle|rotat|tilt|turn")
_WEATHER_REACH = 60
_SCALE_LETTERS = {"C", "F", "K", "c", "f"}  # of temperature
_AFTER_LETTER = re.compile(
    r"\s?[.,;:!?)]|\s?$|\s(?:and|or|but|to|in|at|on|outside|today|tonight|now|this|is|was)\b"
)
_GLUED_ONLY = {"C", "st", "F", "K", "d", "y", "s", "h", "B", "V", "R", "p", "D", "J", "Br", "ct", "min"}


def unit_after(made: Amount, text: str, low: str, end: int) -> tuple[Phrase, int] | None:
    """Return the unit named at ``end``, after the figure of ``made``, and where its words end."""
    found = _AT_UNIT.match(low, end)
    if not found:
        return None
    word, at = found[2], found.start(2)
    printed = text[at : at + len(word)]
    candidates = PHRASES.get(word, ())
    if printed != word:
        candidates = (*PHRASES.get(printed, ()), *candidates)
    gap = at - end
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
_MULTIPLE = re.compile(
    r"\s(?:as|more|less|fewer|higher|lower|larger|bigger|greater|faster|worse|better|the|that|its|their)\b"
)
_OF = re.compile(r"\s(?:of|warmer|colder|hotter|cooler|above|below)\b")


def _fits(made: Amount, phrase: Phrase, gap: int, low: str, stop: int) -> bool:
    """Tell a unit from a word that only looks like one in its place."""
    name = phrase.text
    if phrase.glued and gap:
        return False
    if name in _SCALE_LETTERS and (gap or name.islower()):
        return gap < 2 and _is_scale(made, name, low, stop)
    if phrase.cased:
        if not name[-1].isalnum() and low[stop : stop + 1].isdecimal():
            return False  # the symbol of the next figure
        if name in _GLUED_ONLY:
            return not gap and not (name == "st" and made.bare % 10 == 1 and made.bare % 100 != 11)  # 21st
        return name != "in" or not gap or (gap == 1 and low[made.end] == "-" and low[stop : stop + 2] != "-d")
    if name == "times":
        return bool(_MULTIPLE.match(low, stop))
    if stop >= len(low) and phrase.code != "°":
        return True  # nothing but a measure: the cell of a table, or a value by itself
    if name == "won":
        return abs(made.value) >= 1000 and not _PLURAL_NOUN.match(low, stop)
    if name in {"cup", "cups"}:
        return made.bare.denominator > 1 or bool(_OF.match(low, stop))
    if phrase.code == "°" and name not in {"°", "º"}:
        return low[made.number_start].isdecimal() or _is_measured(made, low, stop)
    if name in {"second", "bar", "turn", "bit", "foot"}:
        return low[stop : stop + 5] not in {"-half", "-hand", "-plac"} and not low.startswith(
            (" half", " place"), stop
        )
    return name not in {"stones", "bars"}


def _is_measured(made: Amount, low: str, stop: int) -> bool:
    """Tell "minus three degrees", "ten degrees" and "three degrees warmer" from the degrees of a university."""
    if made.signed or not 0 < made.bare < 10:
        return True
    return bool(_OF.match(low, stop)) or is_weather(made, low, stop)


def is_weather(made: Amount, low: str, stop: int) -> bool:
    """Tell whether words of temperature stand near the figure."""
    begin = max(0, made.start - _WEATHER_REACH)
    return bool(_WEATHER.search(low, begin, made.start) or _WEATHER.search(low, stop, stop + 20))


def _is_scale(made: Amount, letter: str, low: str, stop: int) -> bool:
    """Tell a letter that stands for a scale of temperature: "it's 20 c outside", "set it to 70 f"."""
    if not _AFTER_LETTER.match(low, stop) or abs(made.value) >= 1000:
        return False
    if stop == len(low) and not low[: made.start].strip("-−"):
        return True  # nothing but a measure
    return letter in "fF" or is_weather(made, low, stop)


_MONEY_WORDS = re.compile(
    r"\b(?:cost\w*|pa(?:y|id|ys|ying)|worth|price[ds]?|fine[ds]?|earn\w*|spen[dt]\w*|sold|sell\w*|bought|buy\w*|sum|fee"
    r"|donat\w+|rais\w+|invest\w+|charg\w+|sav\w+|debt\w*|wage\w*|salary|budget|bill|loan|fund\w*|owe[ds]?|profit"
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
