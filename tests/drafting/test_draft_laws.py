"""What holds of every draft, whatever the article."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.documents.article import ArticleText
from factlint.documents.article.markdown import markdown_article
from factlint.drafting import draft
from factlint.drafting.coverage import coverage, held_by
from factlint.drafting.described import article_for, described
from factlint.drafting.updating import updated
from factlint.drafting.writing import written
from factlint.project import anchors, yamlfile
from factlint.project.claimed import check_quote, claimed_value, context_of
from factlint.project.claims import ClaimsFile
from factlint.project.problems import validate

PIECES = (
    "Some 1.2 million people fled. ", "At least 9 died on Sunday. ", "It cost $3.2bn, up from £2.8bn in 2019. ",
    "“We lost 40 homes,” said Ada Lund, mayor of Northport. ", "Since then 90 900 of 1,000 left. ", "\n\n", "\n- ",
    "In 2024 alone it fell 4%: see “The: Salt # Road”. ", "He won 3-1 at 17:30. ", "yes: no, [40] {x} & *2026*. ",
    "Ada Lund", " and Karl Rask, 54, ", "Varland, a former ally of Norland, ", "about two-thirds ", "# 26 things\n",
    "They met in May. ", "It is twice the size, ", "the 21st largest. ", "“", "”", "'", ": ", " # ", "<!-- 5 -->", "|",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).filter(str.strip)
DAYS = st.sampled_from(["", "2025-03-05"])


def drafted(text, published, markdown=False):
    source = markdown_article(text) if markdown else ArticleText(text)
    entry = described(source, "story", published=published)
    article = article_for(source, entry)
    made = draft(article)
    return article, made, written(made, article, entry)


@settings(max_examples=40, deadline=None)
@given(TEXTS, DAYS, st.booleans())
def test_a_draft_validates_and_its_quotes_stand_once(text, published, markdown):
    article, _, file = drafted(text, published, markdown)
    model, problems = validate(ClaimsFile, yamlfile.loads(file))
    assert problems == []
    for claim in model.claims:
        assert len(anchors.find(claim.quote, article.text).places) == 1
        check_quote(claim, claimed_value(claim, model.article)[1], context_of(model.article))


@settings(max_examples=20, deadline=None)
@given(TEXTS, DAYS)
def test_every_number_and_date_is_claimed_or_has_a_reason(text, published):
    article, made, file = drafted(text, published)
    model, _ = validate(ClaimsFile, yamlfile.loads(file))
    told = {(item.start, item.end) for item in made.left_out}
    for item in coverage(article, held_by(model.claims, article.text)).missing:
        assert item.what == "name" or (item.start, item.end) in told


@settings(max_examples=20, deadline=None)
@given(TEXTS, DAYS)
def test_an_update_with_the_same_article_changes_nothing(text, published):
    article, made, file = drafted(text, published)
    update = updated(file, article, made)
    assert (update.text, update.added, update.gone) == (file, [], [])
