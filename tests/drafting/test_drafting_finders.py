"""What a draft claims of a sentence, and what it leaves out with which reason."""

from __future__ import annotations

import pytest

from factlint.documents.article import ArticleText
from factlint.drafting import draft
from factlint.drafting.described import article_for, described
from factlint.project import anchors


def drafted(text, published="2025-03-05"):
    source = ArticleText(text)
    return draft(article_for(source, described(source, "story", published=published)))


def values(text, *tags):
    return [claim.value for claim in drafted(text).claims if set(claim.tags) & set(tags)]


def only(text, tag):
    (claim,) = [claim for claim in drafted(text).claims if tag in claim.tags]
    return claim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 1.2 million people fled.", ["Some 1.2 million"]),
        ("Prices rose 2.5% to $3.2bn.", ["2.5%", "$3.2bn"]),
        ("Between 38,000 and 52,000 soldiers died.", ["Between 38,000 and 52,000"]),
        ("It was the third attempt in five years.", ["third", "five years"]),
        ("Sales doubled and dozens of shops closed.", ["doubled", "dozens"]),
        ("Nearly one in five residents agree.", ["Nearly one in five"]),
        ("Ada Lund, 54, was aged seven then.", ["54", "seven"]),
        ("The 68-metre ship left with 25 crew.", ["68-metre", "25"]),
        ("It killed one person and wounded two.", ["one", "two"]),
        ("Crime rose 7% in 2023 to 49,489 offences.", ["7%", "49,489"]),
        ("He has seen much in 22 years on the bench.", ["22 years"]),
        ("Its margin of error is plus or minus 4.2 points.", ["4.2"]),
    ],
)
def test_quantities(text, expected):
    assert values(text, "counts", "shares", "money", "ranks", "multiples", "measurements") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 4 May 2019 and shut in June 2020.", ["4 May 2019", "June 2020"]),
        ("It has grown since 2006, until 2019.", ["since 2006", "until 2019"]),
        ("They met in the 1930s and 40s.", ["the 1930s and 40s"]),
        ("The quake struck at 6 p.m. on Sunday.", ["Sunday"]),
        ("Talks are due to begin on Friday.", ["2025-03-07"]),  # "Friday" alone would look back
    ],
)
def test_dates(text, expected):
    assert values(text, "dates") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("United won 3-1 at home.", ["3-1"]),
        ("The council voted 64 to 121 against it.", ["64 to 121"]),
        ("Judges ruled 6–3 for the firm.", ["6–3"]),
        ("It takes 2-3 weeks.", []),
        ("Adults aged 18–74 were asked from 5 to 9 June.", []),
        ("It was built in 2018-19.", []),
    ],
)
def test_results_are_no_ranges_and_ranges_are_no_results(text, expected):
    assert values(text, "scores") == expected


@pytest.mark.parametrize(
    ("text", "left", "reason"),
    [
        ("Growth is expected to reach 2.1% in 2027.", ["2.1%", "2027"], "forecast"),
        ("Losses could top $40m.", ["$40m"], "forecast"),
        ("A third of the ice would survive.", ["A third"], "forecast"),
        ("If 40 of them stayed, nobody would mind.", ["40"], "condition or example"),
        ("I think 40 people came.", ["40"], "opinion"),
        ("Did 40 people come?", ["40"], "question"),
        ("There is zero chance of that.", ["zero"], "figure of speech"),
        ("The three leaders met.", ["three"], "counts what the text has just named"),
        ("It was the second Test.", ["second"], "counts what the text has just named"),
        ("Call 0800 or text on 101.", ["101"], "part of a name or an identifier"),
        ("It fell four days later.", ["four days later"], "counts from another day of the text"),
        ("The rate is 15.2 per 1,000.", ["1,000"], "what a rate is told per"),
    ],
)
def test_what_is_no_claim_is_left_out_with_its_reason(text, left, reason):
    made = drafted(text)
    assert [item.text for item in made.left_out if item.reason == reason] == left
    assert not [claim for claim in made.claims if claim.value in left]


@pytest.mark.parametrize(
    "text",
    [
        "The museum will open on 4 May 2026.",  # planned, not guessed
        "It is set to rise to 4% from 2.9% in 2024.",  # what it rises from is known
        "He said that 1,200 signals would be checked.",  # a promise that was made
        "Growth of 2.1% beat forecasts.",
    ],
)
def test_what_is_planned_or_past_is_claimed_in_a_sentence_that_looks_ahead(text):
    assert values(text, "counts", "shares", "dates")


def test_an_office_is_claimed_beside_the_name():
    made = drafted("Ada Lund, mayor of Northport, met former minister Karl Rask and coach Ann Vos.")
    offices = {claim.topic: claim.value for claim in made.claims if "offices" in claim.tags}
    assert offices == {
        "Ada Lund office": "in office",
        "Karl Rask office": "former minister",
        "Ann Vos office": "in office",
    }
    assert values("Ada Lund, mayor of Northport, left.", "names") == ["Ada Lund"]


def test_every_printed_form_of_a_name_is_claimed_once_and_traced():
    made = drafted("Minister Hong Lei arrived. Later Hong Lei left. Mr Hong waved, and Mr Lei too.")
    names = {claim.value: claim.flags for claim in made.claims if "names" in claim.tags}
    assert list(names) == ["Hong Lei", "Mr Hong", "Mr Lei"]
    assert "whose family name is Hong" in names["Mr Lei"][0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Varland, a former member of the Customs Pact, agreed.", "a former member of the Customs Pact"),
        ("It has been under UN sanctions since 2006.", "has been under UN sanctions since 2006"),
        ("They spoke as founding members of the UN.", "as founding members of the UN"),
        ("The firm, founded in 1984, grew.", "founded in 1984"),
    ],
)
def test_relations_keep_the_words_of_their_state(text, value):
    assert only(text, "relations").value == value


def test_lists_in_sentences_and_under_a_heading():
    assert only("He was envoy to Italy, San Marino and Myanmar.", "lists").value == (
        "Italy",
        "San Marino",
        "Myanmar",
    )
    assert only("It includes fighter jets, missile defence and new weapons.", "lists").value == (
        "fighter jets",
        "missile defence",
        "new weapons",
    )
    made = drafted("The following will come:\n- Ada Lund, mayor\n- Karl Rask, minister\n")
    items = [claim for claim in made.claims if "lists" in claim.tags]
    assert [item.value for item in items] == [("Ada Lund",), ("Karl Rask",)]
    assert items[0].flags == ("listed under: The following will come:",)


def test_a_quotation_is_claimed_apart_from_what_it_asserts():
    made = drafted("“We lost 40 homes,” said Ada Lund. She read “Lost Homes” aloud.")
    (quotation,) = [claim for claim in made.claims if "quotations" in claim.tags]
    assert (quotation.value, quotation.attribution) == ("We lost 40 homes", "Ada Lund")
    (count,) = [claim for claim in made.claims if "counts" in claim.tags]
    assert (count.value, count.attribution) == ("40", "Ada Lund")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Some 40 homes burned, according to the Roads Agency.", "the Roads Agency"),
        ("As reported by The Guardian, 40 homes burned.", "The Guardian"),
        ("Ada Lund, the mayor, said 40 homes burned.", "Ada Lund"),
        ("“It was bad.” Ada Lund spoke. She said 40 homes burned.", "Ada Lund"),
        ("The interior ministry said 40 homes burned.", "The interior ministry"),
        ("Dr Elena Marsh of Deakin University said 40 homes burned.", "Dr Elena Marsh"),
        ("The war claimed 40 lives.", ""),
        ("Records began with 40 homes.", ""),
    ],
)
def test_an_attribution_travels_with_its_claims(text, source):
    (count,) = [claim for claim in drafted(text).claims if "counts" in claim.tags]
    assert count.attribution == source


def test_what_is_counted_where_and_when():
    claim = only("In 2024 around 250,000 Russian soldiers were killed in Ukraine.", "counts")
    assert (claim.measure, claim.population, claim.place, claim.as_of) == (
        "killed",
        "Russian soldiers",
        "Ukraine",
        "2024",
    )


def test_a_back_reference_is_resolved_or_flagged():
    text = "It began on 24 February 2022. {}Since then, 40 people died."
    flags = [only(text.format(more), "counts").flags for more in ("", "It grew in 2014. ")]
    assert flags == [
        ("'Since then' is read as 24 February 2022",),
        ("'Since then' is read as 24 February 2022 or 2014: say which",),
    ]


def test_events_and_statements_without_numbers():
    assert only("Later Russia invaded Ukraine.", "events").quote.exact == "Russia invaded Ukraine"
    assert only("The Kremlin has backed rebels.", "events").value == "yes"
    assert not values("This is a clear message to Moscow.", "events")


def test_worth_tells_its_reasons():
    claim = only("At least 40 people were killed.", "counts")
    assert claim.score > only("The hall has forty seats.", "counts").score
    assert "harm to people" in claim.reasons


def test_quotes_are_the_shortest_that_stand_once():
    text = "It has 40 doors. It has 40 doors and 26 lamps. In 2026 it had 26 lamps too."
    for claim in drafted(text).claims:
        places = anchors.find(claim.quote, text).places
        assert len(places) == 1
        assert places[0][0] < claim.end
        assert claim.start < places[0][1]
    assert only("The hall has 5,400 seats.", "counts").quote.exact == "5,400 seats"


def test_a_sentence_that_repeats_is_told_by_what_stands_around():
    text = "It rose by 40%.\n\nAlpha.\n\nIt rose by 40%.\n\nBeta.\n"
    quotes = [claim.quote for claim in drafted(text).claims if claim.value == "40%"]
    places = [anchors.find(quote, text).places for quote in quotes]
    assert [len(found) for found in places] == [1, 1]
    assert places[0] != places[1]


def test_a_date_that_may_be_of_another_year_is_flagged():
    claims = drafted(
        "The virus came in the spring of 2022. It was found on 18 February.", "2025-07-01"
    ).claims
    flags = {claim.value: claim.flags for claim in claims}
    assert flags["18 February"] == (
        "'18 February' was read as 2025-02-18, where the text has just spoken of 2022",
    )
    assert flags["the spring of 2022"] == ()


def test_a_quote_stays_in_its_sentence():
    text = "The toll rose to 1997. According to the ministry, 40 died in 1997. The last flood was in 1997."
    quotes = [claim.quote for claim in drafted(text).claims]
    assert not [quote.exact for quote in quotes if ". " in quote.exact]
    assert all(len(anchors.find(quote, text).places) == 1 for quote in quotes)


def test_what_repeats_with_all_around_it_is_left_out_with_the_reason():
    made = drafted("The council bought 400 lamps and 12 buses.\n\n" * 200)
    assert made.claims == ()
    assert {item.reason for item in made.left_out} == {"stands elsewhere too, with the same words all around"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank to 52 m in March last year.", ["2024-03"]),
        ("By June this year it had replaced 18,260.", ["../2025-06"]),
        ("She took over 20 months ago.", ["20 months ago"]),
        ("The truck hit the gate before dawn on Monday.", ["Monday"]),
        ("The budget for 2024-25 at a glance.", ["for 2024-25"]),
    ],
)
def test_dates_that_other_words_touch(text, expected):
    assert values(text, "dates") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The reserve will be extended from 8% to 20% of the waters.", ["8%", "20%"]),
        ("Estimates ranging from 8% to 20% were heard.", ["from 8% to 20%"]),
        ("Bins are emptied every three weeks instead of every two.", ["three weeks", "two"]),
        ("| Grants | 114.1 | +1.5% |", ["114.1", "+1.5%"]),
    ],
)
def test_quantities_that_other_words_touch(text, expected):
    assert values(text, "counts", "shares", "money", "ranks", "multiples", "measurements") == expected


def test_votes_and_clocks_of_the_world():
    assert values("A tree fell shortly before 5am.", "times") == ["shortly before 5am"]
    assert values("It was agreed by 33 votes to 18.", "scores") == ["33 votes to 18"]
    assert values("It began at 3:40 a.m. (2240 GMT).", "times") == ["3:40 a.m.", "2240 GMT"]
    assert values("There was rain until five o'clock.", "times") == ["until five o'clock"]


TABLE = "Deaths by region\n\n| Region | Deaths | 2023-24 (£m) |\n|---|---:|---:|\n| North | 17 | 6.2 |\n| South | 20 | 4.1 |\n"


def test_a_cell_of_a_table_knows_its_row_and_column():
    made = {claim.value: claim for claim in drafted(TABLE).claims if claim.tags[0] != "dates"}
    assert (made["17"].id, made["17"].measure) == ("north-deaths", "killed")
    assert made["6.2"].as_of == "2023/2024"
    assert made["6.2"].flags == ("in row 'North', column '2023-24 (£m)': say the unit '£m' with it",)
    assert "|" not in made["20"].quote.exact.strip("20 |4.1")


def test_a_number_that_counts_nothing_is_named_by_its_clause():
    (claim,) = drafted("The river peaked at 7.8 metres.").claims
    assert claim.id == "river-peaked"


def test_a_counted_list_between_dashes_is_one_of_members():
    text = "His coalition of four parties – the Greens, the Centre, the Social Democrats and the Farmers' Party – met."
    assert only(text, "lists").value == ("Greens", "Centre", "Social Democrats", "Farmers' Party")
    assert only(text, "counts").value == "four"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Insurers put the damage at $5m.", "Insurers"),
        ("Exports fell 4%, customs data show.", "customs data"),
    ],
)
def test_who_puts_or_shows_a_figure_is_its_source(text, who):
    assert drafted(text).claims[0].attribution == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("He met Ada Lund. Ada Lund put losses at 40 dead.", "Ada Lund"),
        ("The United States, which gave Tarshan $5m last year, condemned it.", ""),
        ("The war killed 9,000 people, says Tarshan Watch, a group based in Vienna.", "Tarshan Watch"),
    ],
)
def test_the_source_of_a_number(text, who):
    claim = next(item for item in drafted(text).claims if {"counts", "money"} & set(item.tags))
    assert claim.attribution == who


def test_a_place_is_where_it_happened_and_not_where_the_source_is_or_what_is_spoken():
    text = "The war killed 9,000 people, according to Tarshan Watch, a group based in Vienna."
    assert only(text, "counts").place == ""
    assert only("Some 40 letters went out in English.", "counts").place == ""


@pytest.mark.parametrize(
    "text",
    [
        "By Elif Sorany and Peter Hask\n\nIt rained.",
        "It rained.\n\n(Additional reporting by Hana Mirov in Sefi; Editing by John Kell)",
        "DEATH TOLL\n\nIt rained.",
    ],
)
def test_names_of_the_page_are_none_of_the_story(text):
    assert values(text, "names") == []


def test_what_has_a_unit_counts_nobody():
    claim = only("It estimates 900,000 deaths, and levels above 5 micrograms in others.", "measurements")
    assert (claim.measure, claim.population) == ("", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 133 conflicts that she was called to in 2023, half were settled.", ["2023"]),
        ("If numbers go on growing, he says, the rest will be full by 2035.", []),
    ],
)
def test_dates_that_are_claims_and_that_are_none(text, expected):
    assert values(text, "dates") == expected


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        (
            "They met in Oslo on 3 May. The latter meeting drew 300 delegates.",
            "'The latter' is read as 3 May",
        ),
        ("Mr Kolar said it had 12 seats.", "'Mr Kolar' is named in full nowhere before"),
        ("Some 40 ships came. Three of them sank.", "'of them' points back: say of what"),
    ],
)
def test_what_points_back_is_flagged(text, flag):
    assert flag in [flag for claim in drafted(text).claims for flag in claim.flags]
