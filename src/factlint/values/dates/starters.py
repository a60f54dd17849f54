"""The words that a date, time or recurrence can begin with."""

from __future__ import annotations

from factlint.values.dates import words

_OTHERS = """
the a an in on at @ from between since ever after before until till til by no not up as within for any ' ’ ‘
around about circa c approximately roughly
today yesterday tomorrow tonight tonite last past previous preceding next coming following upcoming this current
earlier later so q h year calendar couple half quarter final opening closing week weekend
noon midday midnight mid every each all once twice hourly daily nightly everyday weekly biweekly fortnightly monthly
bimonthly quarterly yearly annually semiannual semiannually mornings afternoons evenings weekends
mondays tuesdays wednesdays thursdays fridays saturdays sundays
christmas xmas easter thanksgiving halloween valentine new boxing juneteenth pentecost good palm ash shrove ascension
whit maundy black cyber earth international st armistice human world bastille hogmanay independence veterans flag
groundhog cinco freedom jubilee labor memorial martin mlk presidents columbus mother mothers father fathers
"""

STARTERS = frozenset(
    {
        *words.MONTHS,
        *words.ANY_WEEKDAY,
        *words.SEASONS,
        *words.DECADES,
        *words.ONES,
        *words.TENS,
        *words.ORDINAL_ONES,
        *words.EARLY_LATE,
        *words.PARTS_OF_DAY,
        *_OTHERS.split(),
    }
)
