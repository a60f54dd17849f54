"""The words of the English calendar, lower-cased, and what they stand for."""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(DAY_NAMES, 1)}
WEEKDAY_SHORT = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
ANY_WEEKDAY = WEEKDAYS | WEEKDAY_SHORT
# Common words, names of people or papers as well: a month or weekday only with a calendar word beside them.
DOUBTFUL = frozenset({"may", "march", "mar", "jan", "dec", "sun", "sat", "mon", "wed", "fri", "thu", "tue"})
NAMES_TOO = frozenset({"april", "june", "august", "may", "march", "summer", "autumn", "winter"})

UNITS = {
    "second": "second", "seconds": "second", "sec": "second", "secs": "second",
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "h": "hour",
    "day": "day", "days": "day", "night": "day", "nights": "day",
    "week": "week", "weeks": "week", "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter",
    "year": "year", "years": "year", "decade": "decade", "decades": "decade",
    "century": "century", "centuries": "century",
}  # fmt: skip
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
# How far, in days, a count of whole units may be off: half a unit, and of the long ones a quarter.
HALF_UNIT = {
    "day": 0,
    "week": 3,
    "fortnight": 7,
    "month": 15,
    "quarter": 45,
    "year": 182,
    "decade": 913,
    "century": 9131,
}
HALVES = {
    "week": (3, "day"), "fortnight": (1, "week"), "month": (15, "day"), "year": (6, "month"), "decade": (5, "year"),
    "century": (50, "year"),
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINAL_ONES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
EARLY_LATE = {
    "early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3, "close": 3,
}  # fmt: skip
# Hours by convention, the end perhaps on the next day.
PARTS_OF_DAY = {
    "morning": (6, 12), "afternoon": (12, 18), "evening": (18, 22), "night": (18, 6), "overnight": (22, 6),
    "early hours": (0, 6), "late night": (22, 2),
    "lunchtime": (12, 14), "daytime": (6, 18), "dawn": (4, 7), "dusk": (17, 21),
}  # fmt: skip
ZONES = frozenset(
    "gmt utc bst ist cet cest eet eest msk wet est edt cst cdt mst mdt pst pdt"
    " jst kst hkt sgt aest aedt pkt et pt ct".split()
)
NAMED_ZONES = frozenset({"eastern", "central", "mountain", "pacific", "local", "moscow", "london", "beijing"})
