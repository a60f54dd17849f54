"""Times of day, moments and times that come back."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from factlint.values.base import Context, Recurrence, TimeValue
from factlint.values.dates import find

TODAY = Context(reference=date(2025, 8, 28), date_order="dmy")


def only(text, context=TODAY):
    (reading,) = find(text, context)
    return reading.value


@pytest.mark.parametrize(
    ("text", "iso", "start"),
    [
        ("at 5:30 p.m.", "T17:30", time(17, 30)),
        ("at 7 a.m.", "T07", time(7)),
        ("half past seven", "T07:30", time(7, 30)),
        ("quarter to eight p.m.", "T19:45", time(19, 45)),
        ("at noon", "T12", time(12)),
        ("at midnight", "T00", time(0)),
        ("by 14:05", "../T14:05", None),
        ("at 7:56:30 am", "T07:56:30", time(7, 56, 30)),
        ("five o'clock", "T05", time(5)),
        ("at 6 in the evening", "T18", time(18)),
        ("at 1700 hours", "T17:00", time(17)),
        ("nine a m", "T09", time(9)),
    ],
)
def test_a_time_of_day(text, iso, start):
    value = only(text)
    assert isinstance(value, TimeValue)
    assert (value.iso, value.start) == (iso, start)


@pytest.mark.parametrize(
    ("text", "twelve"), [("at 10:30", True), ("at 10:30 p.m.", False), ("at 22:30", False), ("noon", False)]
)
def test_a_twelve_hour_time_is_told_from_a_known_one(text, twelve):
    assert only(text).twelve is twelve


@pytest.mark.parametrize(
    ("text", "zone"),
    [("at 06:12 GMT", "GMT"), ("5 p.m. EST", "EST"), ("9 a.m. local time", "local time"), ("at 9 a.m.", "")],
)
def test_the_zone_is_kept(text, zone):
    assert only(text).zone == zone


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Friday at 8 p.m.", "2025-08-22T20:00", "2025-08-22T20:00"),
        ("13:00 on 28 February 2013", "2013-02-28T13:00", "2013-02-28T13:00"),
        ("yesterday afternoon from 3-8pm", "2025-08-27T15:00", "2025-08-27T20:00"),
        ("tonight from 7 to 7:30pm", "2025-08-28T19:00", "2025-08-28T19:30"),
        ("tomorrow between 11 and 1pm", "2025-08-29T11:00", "2025-08-29T13:00"),
        ("last night", "2025-08-27T18:00", "2025-08-28T06:00"),
        ("this morning", "2025-08-28T06:00", "2025-08-28T12:00"),
        ("Monday morning", "2025-08-25T06:00", "2025-08-25T12:00"),
        ("from 10pm Saturday to 6am Monday", "2025-08-23T22:00", "2025-08-25T06:00"),
        ("2022-02-24T05:00Z", "2022-02-24T05:00", "2022-02-24T05:00"),
        ("3 May from 22:00 to 02:00", "2025-05-03T22:00", "2025-05-04T02:00"),
    ],
)
def test_a_time_on_its_day(text, start, end):
    value = only(text)
    assert (value.start, value.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


def test_hours_away_need_a_moment_to_count_from():
    assert only("two hours ago").start is None
    moment = Context(reference=datetime(2025, 8, 28, 9, 0))
    assert only("two hours ago", moment).start == datetime(2025, 8, 28, 7, 0)
    assert only("the past 24 hours", moment).start == datetime(2025, 8, 27, 9, 0)
    assert only("in 30 minutes", moment).start == datetime(2025, 8, 28, 9, 30)


@pytest.mark.parametrize("day", [datetime.min, datetime.max])
def test_moments_at_the_end_of_the_calendar_have_no_bounds(day):
    way = "ago" if day == datetime.min else "from now"
    assert only(f"5000 hours {way}", Context(reference=day)).start is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every Monday", "XXXX-WXX-1"),
        ("daily", "P1D"),
        ("each two days", "P2D"),
        ("every other week", "P2W"),
        ("once a week", "P1W"),
        ("every 5 minutes", "PT5M"),
        ("every Sunday at 9pm", "XXXX-WXX-7T21"),
        ("at 8pm every evening", "T20"),
        ("the 19th of every month", "XXXX-XX-19"),
        ("every December", "XXXX-12"),
        ("every weekend", "XXXX-WXX-WE"),
    ],
)
def test_what_comes_back(text, rule):
    value = only(text)
    assert isinstance(value, Recurrence)
    assert value.rule == rule


@pytest.mark.parametrize(
    "text",
    ["won 3:2", "a 1:1 draw", "at 5 sites", "in 9:58", "2:04:33", "John 3:16", "at 25", "10.30 per cent", "the Daily Mail",
     "a.m.", "talks could last two hours", "25:61"],
)  # fmt: skip
def test_what_is_no_time(text):
    assert not [reading for reading in find(text, TODAY) if isinstance(reading.value, TimeValue | Recurrence)]
