"""The amount: one figure as printed, with its scale, unit and sign."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

ONE = Fraction(1)


@dataclass(slots=True)
class Amount:
    """A figure as printed, at ``start:end``. ``bare`` is its value before scale; ``unit`` may be empty.

    number_end: where the digits or words of the figure end; scaled_end: where its scale word ends
    word: the word before the figure
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
    part: Fraction = ONE  # 1/100 where the unit is cents; contained in the scale
    other: Fraction | None = None
    word: str = ""
    noun: str = ""  # what is counted, where it stands inside: one woman in three

    @property
    def value(self) -> Fraction:
        """The figure with its scale, in ``unit``."""
        return self.bare if self.scale is ONE else self.bare * self.scale
