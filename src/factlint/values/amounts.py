"""One amount where a number starts: sign, currency, figure, scale and unit ("-£1.2bn", "5 ft 2 in", "12 °C")."""

from __future__ import annotations

from factlint.values.amount import ONE, Amount
from factlint.values.beside import word_before
from factlint.values.numbers import numeral
from factlint.values.prefixes import may_be_prefixed, take_prefixes
from factlint.values.scales import take_scale
from factlint.values.suffixes import take_unit

__all__ = ["ONE", "Amount", "amount"]


def amount(
    text: str, low: str, start: int, locale: str = "", *, join: bool = True, floor: int = 0
) -> Amount | None:
    """Read the amount whose figure starts at ``start``; ``low`` is ``text`` in lower case, of the same length.

    join: whether "and" may join the parts of one number; floor: where what stands before may begin at the earliest
    """
    number = numeral(low, start, locale, join)
    if number is None:
        return None
    made = Amount(
        start, number.end, number.value, number.step, number.form, start, number.end, other=number.other
    )
    made.scaled_end = number.end
    made.word = word_before(low, start)
    if number.form == "ordinal":
        return made
    if may_be_prefixed(made.word):
        take_prefixes(made, text, low, floor)
    if number.form != "words" or low[start].isdecimal():
        take_scale(made, text, low, locale)
    take_unit(made, text, low)
    return made
