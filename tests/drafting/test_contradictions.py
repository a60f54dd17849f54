"""What an article says against itself, with no source at hand."""

from __future__ import annotations

import pytest

from factlint.documents.article import ArticleText
from factlint.drafting.contradictions import contradictions
from factlint.drafting.described import article_for, described


def notices(text, published="2025-03-05"):
    source = ArticleText(text)
    found = contradictions(article_for(source, described(source, "story", published=published)))
    return [(notice.rule, notice.message) for notice in found]


@pytest.mark.parametrize(
    ("text", "rule", "said"),
    [
        ("The war started on 24 February 2022. Fighting had already started in 2014.", "dates", "2014"),
        ("The city museum opened in 1893. The city museum opened in 1895.", "dates", "1895"),
        ("Of the 157 people killed, 105 died in Jarkot and 54 in Rukan.", "total", "make 159, not 157"),
        ("It has 45 seats: Labour won 22, the Greens 12 and the Liberals 9.", "total", "make 43, not 45"),
        ("Sales rose from $100m to $150m, an increase of 30%.", "percentage", "50%, not 30%"),
        ("It cut 1,900 of its 31,500 jobs, or about 12%.", "percentage", "6%, not about 12%"),
        ("Karin Aslund spoke. Later Karin Aslumd left.", "spelling", "'Karin Aslumd'"),
        ("Assistant minister Hong Lei arrived. Mr Lei said nothing.", "name", "the family name is Hong"),
        ("He visited three countries: Italy and Malta.", "count", "2 are listed"),
        (
            "Ilse Marholm was born on 17 August 1931. She died on 6 December 2022, aged 93.",
            "age",
            "makes 91, not 93",
        ),
        ("It opens on Friday, 5 March 2025.", "weekday", "Wednesday"),
        ("Of 80 schools, 40 – or 45% – have reopened.", "percentage", "50%, not 45%"),
        (
            "Inflation fell from 8% to 6%, a drop of three percentage points.",
            "percentage",
            "three percentage points",
        ),
        ("The price doubled from £40 to £60.", "percentage", "doubled"),
        ("Some 45% agree, 40% disagree and 25% don't know.", "total", "more than 100%"),
        ("Minister Tomas Reyk spoke. Mr Reik said that talks go on.", "spelling", "'Mr Reik'"),
        ("Ada Lund, 61, who was born in 1950, resigned.", "age", "74 or 75, not 61"),
        (
            "Blast kills 12 in Northport\n\nAt least 15 people were killed on Monday.",
            "headline",
            "story At least 15",
        ),
    ],
)
def test_a_contradiction_is_found(text, rule, said):
    found = [message for name, message in notices(text) if name == rule]
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The war started in February 2022. Fighting had already started on 24 February 2022.",
        "The museum opened in 1893. The theatre opened in 1895.",
        "Of the 157 people killed, 105 died in Jarkot and 52 in Rukan.",
        "It has 45 seats, including 22 for Labour and 12 for the Greens.",
        "Sales rose from $100m to $131m, an increase of 31%.",
        "It cut 1,900 of its 31,500 jobs, or about 6%.",
        "Profit fell from €535 million to €412 million, or 23%.",
        "Karin Aslund spoke. Ms Aslund left with Karim Aslan.",
        "Minister Hong Lei arrived. Mr Hong said nothing.",
        "Of 80 schools, 40 – or 50% – have reopened.",
        "Inflation fell from 8% to 6%, a drop of two percentage points.",
        "The price doubled from £30 to £58.",
        "Some 45% agree, 40% disagree and 15% don't know.",
        "Some 45% smoke, 40% drink and 25% do both.",
        "Ada Lund, 74, who was born in 1950, resigned.",
        "The crash killed 15 people: nine adults and six children.",
        "Tarshan paid in somoni. The Tarshani somoni fell.",
        "He visited three countries: Italy, Malta and Norway.",
        "Ilse Marholm was born on 17 August 1931. She died on 6 December 2022, aged 91.",
        "It opens on Wednesday, 5 March 2025.",
        "Blast kills 12 in Northport\n\nAt least 12 people were killed on Monday.",
    ],
)
def test_what_fits_is_left_alone(text):
    assert notices(text) == []


def test_places_are_in_the_article():
    text = "It opens on Friday, 5 March 2025."
    source = ArticleText(text)
    (notice,) = contradictions(article_for(source, described(source, "story")))
    assert [text[start:end] for start, end in notice.places] == ["Friday, 5 March 2025"]


def test_every_command_that_reads_the_article_tells(project):
    project.edit("article.txt", "4 March 2025", "Friday, 4 March 2025")
    drafted = project.run("draft", "article.txt")
    assert "notice: line 1: 4 March 2025 is a Tuesday, not a Friday (weekday)" in drafted.err
    assert "#   line 1: 4 March 2025 is a Tuesday" in drafted.out
    validated = project.run("validate", "claims/city.yaml", "--article", "article.txt")
    assert (validated.code, validated.out) == (0, "")
    assert "4 March 2025 is a Tuesday" in validated.err
    assert (
        "4 March 2025 is a Tuesday"
        in project.run("coverage", "claims/city.yaml", "--article", "article.txt").out
    )


def table(*rows):
    return "Costs by service\n\n| Service | 2024 | Change |\n|---|---:|---:|\n" + "\n".join(
        f"| {name} | {cost} | {change} |" for name, cost, change in rows
    )


def test_a_column_that_doesnt_add_up_to_its_total_is_told():
    parts = ("Care", "181.2", "+6.8%"), ("Roads", "74.0", "+5.3%"), ("Waste", "18.6", "+1.0%")
    assert notices(table(*parts, ("**Total**", "**273.8**", "+5.9%"))) == []
    assert notices(table(*parts, ("**Total**", "**273.9**", "+5.9%"))) == []  # by rounding
    assert notices(table(*parts, ("**Total**", "**283.8**", "+5.9%"))) == [
        ("total", "the column adds up to 273.8, not 283.8")
    ]
