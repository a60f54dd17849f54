"""What is counted or measured, so that a figure from 1900 to 2099 before it is a count and no year: "2000 people"."""

from __future__ import annotations

COUNTABLE = frozenset(
    "acres aircraft animals apartments applicants applications arrests attendees ballots banks barrels"
    " beds billion birds bn buildings buses calories camels cars cases casualties cats cattle child"
    " children citizens civilians classrooms cm companies complaints copies cows cubic days dead deaths"
    " degrees delegates demonstrators detainees doctors dogs dollars drones employees engineers euros"
    " evacuees families fans farmers feet fighters firms fish flats flights g gb genes ghz goals goats"
    " guests gw hectares homes horses hospitals hostages hours households houses hz injuries inmates"
    " islands jobs kb kcal kg khz kilometers kilometres km kmh kw l lawyers liters litres m man mb members"
    " men meters metres mg mhz migrants miles militants million minutes missiles ml mm months mph mw mwh"
    " nm nurses officers pages participants passengers patients people per percent person persons pigs"
    " planes points police pounds prisoners protesters protestors pupils refugees residents restaurants"
    " rooms roubles rpm rubles runs rupees schools scientists seats seconds sheep ships shops signatures"
    " soldiers species spectators sq square staff steps stores students survivors tanks tb teachers times"
    " tonnes tons tourists trains trees troops vehicles victims villages visitors voices volts volunteers"
    " voters votes watts weeks wickets woman women words workers years yen yuan %".split()
)  # fmt: skip
