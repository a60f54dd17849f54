"""The shipped fact check of a real article: every claim's verdict, and that the files hold together."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import factlint
from factlint.checking.found import found_value
from factlint.comparators import compare
from factlint.comparators.base import Outcome
from factlint.documents.base import Document
from factlint.errors import NoMatchError
from factlint.plan import plan
from factlint.project import anchors
from factlint.project.claimed import claimed_value
from factlint.values import scan
from factlint.values.base import DateValue, Quantity

ROOT = Path(__file__).parent.parent
CLAIMS = ROOT / "claims" / "beijing-parade.yaml"
REFERENCES = ROOT / "claims" / "references"
ARTICLE = ROOT.parent / "shared" / "article" / "beijing-parade.txt"

PLAIN = ("supported", False, None)
SUPERSEDED = ("supported", True, None)
IMPRECISE = ("supported", False, "minor")
WRONG = ("refuted", False, "major")
UNKNOWN = ("not-enough-evidence", False, None)

# What an editor who knows the records says of each claim; claims that aren't named are plainly right.
NOT_PLAIN = {
    "sanctions-cause-recession": IMPRECISE,  # stand side by side in the source, which names no cause
    "putin-last-visit": SUPERSEDED,  # he came in 2025 for the parade itself
    "china-north-korea-alliance": WRONG,  # the treaty of 1961 is in force
    "kim-last-visit": SUPERSEDED,
    "pezeshkian-name": WRONG,  # Pezashkian
    "un-delegation-led": IMPRECISE,  # represented by
    "hong-priority": IMPRECISE,  # the report of his words has no "central policy"
    "mr-lei": WRONG,  # Hong is the family name
    "hong-partnership": UNKNOWN,  # no transcript is shipped
    "hong-landscape": UNKNOWN,
    "parade-troops": IMPRECISE,  # who counts says over 10,000
    "russian-soldiers-killed": ("supported", True, "minor"),  # an upper bound told as an estimate
    "ukrainian-soldiers-killed": SUPERSEDED,
    "civilians-killed": SUPERSEDED,
}

# Numbers of the article that no claim holds, each with its reason at the end of the claims file.
LEFT_OUT = {"three"}


@pytest.fixture(scope="module")
def project():
    return factlint.load(CLAIMS, article=ARTICLE if ARTICLE.exists() else None)


@pytest.fixture(scope="module")
def report(project):
    return factlint.check(project)


@pytest.fixture(scope="module")
def article():
    if not ARTICLE.exists():
        pytest.skip("the article's text is its publisher's and isn't shipped")
    return ARTICLE.read_text(encoding="utf-8")


def severity(result):
    found = {item.severity for item in result.discrepancies}
    return "major" if "major" in found else "minor" if found else None


def test_every_verdict_is_the_editors(report):
    said = {item.id: (item.verdict.value, item.outdated, severity(item)) for item in report.claims}
    wanted = {name: NOT_PLAIN.get(name, PLAIN) for name in said}
    assert set(NOT_PLAIN) <= set(said)
    assert said == wanted


def test_only_the_unshipped_transcripts_fail(report):
    failed = {(item.id, fault.stage) for item in report.claims for fault in item.failures}
    assert failed == {("hong-partnership", "select"), ("hong-landscape", "select")}


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("pezeshkian-name", "Masoud Pezeshkian"),
        ("mr-lei", "Mr Hong"),
        ("un-delegation-led", "represented by"),
        ("russian-soldiers-killed", "250,000"),
    ],
)
def test_a_discrepancy_says_what_would_be_right(report, claim, words):
    result = next(item for item in report.claims if item.id == claim)
    assert any(words in item.suggestion for item in result.discrepancies)


WRONGED = {
    "foreign-leaders": "27 foreign leaders",
    "only-eu-member": ["Aleksandar Vucic"],
    "parade-date": "4 September",
    "putin-last-visit": "2023",
    "putin-warrant": "was under an arrest warrant",
    "north-korea-sanctions-since": "since 2009",
    "vucic-name": "Aleksandar Vulin",
    "vucic-office": "former",
    "li-was-ambassador": "serving ambassador",
    "li-ambassador-to": ["Italy", "Malta", "Myanmar"],
    "hong-welcome": "reluctantly tolerate",
    "parade-hardware": ["fighter jets", "submarines"],
    "japan-war-decades": "the 1920s",
    "war-start": "February 25, 2022",
    "russian-soldiers-killed": "around 400,000",
    "ukrainian-soldiers-killed": "160,000 to 200,000",
    "russian-losses": "more than 1.2 million",
    "civilians-killed": "13,983 civilian deaths",
    "killed-before-2022": "dozens",
    "territory-share": "around 30%",
    "kursk-year": "2023",
}


def test_a_wrong_claim_would_be_refuted(project):
    wronged = []
    for item in project.claims:
        if item.claim.id in WRONGED:
            claim = item.claim.model_copy(update={"value": WRONGED[item.claim.id]})
            kind, value = claimed_value(claim, item.file.model.article)
            wronged.append(replace(item, claim=claim, kind=kind, value=value))
    found = factlint.check(replace(project, claims=tuple(wronged)))
    assert {item.id: item.verdict.value for item in found.claims} == dict.fromkeys(WRONGED, "refuted")


def test_a_superseded_figure_shows_the_newest(report):
    result = next(item for item in report.claims if item.id == "civilians-killed")
    (evidence,) = result.evidence
    assert (evidence.passage.as_of, evidence.found.text) == ("2025-07-31", "13,883")
    assert evidence.newest is not None
    assert evidence.newest.as_of > "2025-07-31"


def test_the_cancelled_visit_is_read_on_the_articles_day(report):
    result = next(item for item in report.claims if item.id == "prabowo-attends")
    (evidence,) = result.evidence
    assert evidence.passage.as_of == "2025-08-28"
    assert evidence.newest is not None
    assert (evidence.newest.as_of, evidence.newest.outcome) == ("2025-09-03", "match")


def test_the_extract_of_the_loss_series_is_faithful(project):
    whole = ROOT.parent / "shared" / "data" / "russia-losses-personnel.json"
    if not whole.exists():
        pytest.skip("the whole series isn't at hand")
    document = Document(whole.read_bytes(), "application/json", whole.name)
    claim = next(item.claim for item in project.claims if item.claim.id == "russian-losses")
    live = claim.references[0].under("live").select
    with (REFERENCES / "general-staff-losses.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = live.select(document, date.fromisoformat(row["date"]))
            assert (found.as_of, found.text) == (row["date"], row["value"].replace(",", ""))


def test_every_quote_stands_once_in_the_article(project, article):
    places = {item.claim.id: len(anchors.find(item.claim.quote, article).places) for item in project.claims}
    assert {name: count for name, count in places.items() if count != 1} == {}


def test_quotes_are_a_few_words(project):
    assert [c.claim.id for c in project.claims if len(c.claim.quote.exact.split()) > 15] == []


def test_every_number_and_date_of_the_article_is_claimed(project, article):
    claimed = [
        place
        for item in project.claims
        if item.kind.value in ("quantity", "date", "state", "list", "wording", "name", "paraphrase")
        for place in anchors.find(item.claim.quote, article).places
    ]
    missed = {
        article[found.start : found.end]
        for found in scan(article)
        if isinstance(found.value, Quantity | DateValue)
        and not any(start <= found.start and found.end <= end for start, end in claimed)
    }
    assert missed == LEFT_OUT


def test_every_claim_has_tags_and_a_reference(project):
    bare = [item.claim.id for item in project.claims if not (item.claim.tags and item.claim.references)]
    assert bare == []


def read_by(project, profile):
    work = plan(replace(project, profile=profile))
    return {step.located.source for task in work.tasks for step in task.steps}


def test_every_source_is_used(project):
    assert read_by(project, "shipped") | read_by(project, "live") == set(project.sources)


def test_the_shipped_profile_reads_files_alone(project):
    for name in read_by(project, "shipped"):
        assert project.sources[name].at("shipped").kind == "file", name


def test_every_selector_of_the_live_profile_reads_what_its_source_gives(project):
    work = plan(replace(project, profile="live"))
    steps = [step for task in work.tasks for step in task.steps]
    pairs = {
        (project.sources[step.located.source].at("live").kind, step.located.select.kind) for step in steps
    }
    assert pairs == {
        ("file", "csv"),
        ("git", "area"),
        ("git", "records"),
        ("http", "passage"),
        ("http", "regex"),
        ("memento", "regex"),
        ("wikidata", "records"),
        ("worldbank", "records"),
    }


def test_the_live_profile_falls_back_on_the_notes_only_where_there_is_no_page(project):
    work = plan(replace(project, profile="live"))
    known = {step.located.source for task in work.tasks for step in task.steps}
    noted = {name for name in known if project.sources[name].at("live").kind == "file"} - {"notes"}
    front_pages = {"world-factbook", "eu-council", *(n for n, s in project.sources.items() if s.tier == 3)}
    assert {name for name in noted if name not in front_pages} <= {
        "chinese-foreign-ministry", "echr", "isw", "kremlin", "uk-mod",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "words", "found"),
    [
        ("civilians-killed", "a total of 13,883 civilians killed and 35,548 injured", "13,883"),
        (
            "civilians-killed",
            "13,883 civilians were killed in all, 286 civilians killed and 1,388 injured in July",
            "13,883",
        ),
        (
            "war-start",
            "Condemning the 24 February 2022 declaration by the Russian Federation",
            "24 February 2022",
        ),
        (
            "warrant-court",
            "Pre-Trial Chamber II of the International Criminal Court (“ICC” or “the Court”) issued warrants of arrest for two individuals",
            "International Criminal Court",
        ),
        ("pearl-harbor-year", "Yesterday, December 7, 1941, a date", "December 7, 1941"),
        ("pearl-harbor-by", "by naval and air forces of the Empire of Japan.", "Japan"),
        (
            "crimea-year",
            "city of Sevastopol on 16 March 2014 was not authorized; the city of Sevastopol on 16 March 2014, having no validity",
            "16 March 2014",
        ),
        (
            "russia-took-crimea",
            "the temporary occupation of part of the territory of Ukraine (hereinafter Crimea) by the Russian Federation",
            "Russian Federation",
        ),
        (
            "ukrainian-soldiers-killed",
            "Ukraine suffered between 60,000 and 100,000 fatalities",
            "between 60,000 and 100,000",
        ),
        ("russian-soldiers-killed", "Russia has lost as many as 250,000 fatalities", "as many as 250,000"),
    ],
)
def test_a_live_selector_reads_its_page(project, claim, words, found):
    item = next(item for item in project.claims if item.claim.id == claim)
    live = item.claim.references[0].under("live")
    page = Document(f"<p>{words}</p>".encode(), "text/html", "page")
    passage = live.select.select(page, date(2025, 8, 28))
    assert passage.text == found
    value = found_value(item.kind, item.value, passage, live, item.file.model.article)
    assert compare(item.value, value).outcome is not Outcome.MISMATCH


def test_a_months_dead_are_not_taken_for_the_total(project):
    item = next(item.claim for item in project.claims if item.claim.id == "civilians-killed")
    page = Document(b"<p>In July, 286 civilians killed and 1,388 injured</p>", "text/html", "page")
    with pytest.raises(NoMatchError):
        item.references[0].under("live").select.select(page, date(2025, 8, 28))


def test_the_live_profile_reads_offices_by_date_and_the_loss_series_by_commit(project):
    kinds = {name: project.sources[name].at("live").kind for name in read_by(project, "live")}
    wanted = {
        "wikidata": "wikidata",
        "ukraine-general-staff": "git",
        "deepstate": "git",
        "ohchr": "memento",
        "world-bank": "worldbank",
    }
    assert wanted.items() <= kinds.items()
    work = plan(replace(project, profile="live"))
    shares = [
        task.steps for task in work.tasks if task.claim.claim.id == "territory-share" and len(task.steps) == 2
    ]
    assert [steps[1].located.query["indicator"] for steps in shares] == ["AG.SRF.TOTL.K2", "AG.LND.TOTL.K2"]


def test_every_reference_file_is_used(project):
    read = {Path(project.sources[name].at("shipped").location).name for name in read_by(project, "shipped")}
    assert read == {path.name for path in REFERENCES.iterdir()}


@pytest.mark.parametrize("path", sorted(REFERENCES.iterdir()), ids=lambda path: path.name)
def test_every_row_says_where_it_comes_from(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert None not in (*row, *row.values()), row
        assert row["publisher"], row
        assert row["as_of"], row
        assert row["address"].startswith(("https://", "http://")), row
        assert row["confidence"] in ("verified", "second-hand", "general-knowledge"), row


def test_evidence_comes_from_its_sources_publisher(report, project):
    strangers = [
        (item.id, evidence.passage.publisher)
        for item in report.claims
        for evidence in item.evidence
        if evidence.passage.publisher
        and evidence.passage.publisher != project.sources[evidence.source].publisher
    ]
    assert strangers == []
