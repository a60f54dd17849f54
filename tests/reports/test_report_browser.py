"""The HTML report in a real browser: opening, filtering, addresses, paper, and who can read it."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from factlint import reports

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine")

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(report, options, tmp_path_factory):
    file = tmp_path_factory.mktemp("html") / "report.html"
    file.write_text(reports.render("html", report, options), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def visit(chromium):
    """Open a page that notes what went wrong; nothing may have by the end of the test."""
    wrong: list[str] = []
    contexts = []

    def open_page(url, **settings):
        context = chromium.new_context(
            reduced_motion="reduce", **{"viewport": {"width": 1280, "height": 900}} | settings
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on(
            "request", lambda request: request.url.startswith("file:") or wrong.append(f"asked {request.url}")
        )
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def shown(page) -> list[str]:
    return page.locator(".card:visible .id").all_inner_texts()


def is_open(page, claim: str) -> bool:
    return page.locator(f"#claim-{claim}").evaluate("details => details.open")


def test_the_page_opens_closed_and_asks_for_nothing(visit, address, report):
    page = visit(address)
    assert page.title().startswith("Fact check: Port Lavell's tidal barrier")
    assert page.locator(".figure").inner_text() == "Checked 12 of 15 claims"
    assert shown(page) == [claim.id for claim in report.claims]
    assert page.locator(".card > details[open]").count() == 0


def test_a_claim_opens_by_click_and_by_keyboard(visit, address):
    page = visit(address)
    page.locator("#claim-cost > summary").click()
    assert is_open(page, "cost")
    assert page.locator("#claim-cost").get_by_text("What the sentence should say").is_visible()
    page.locator("#claim-population > summary").focus()
    page.keyboard.press("Enter")
    assert is_open(page, "population")
    page.keyboard.press("Space")
    assert not is_open(page, "population")


def test_an_address_opens_its_claim(visit, address):
    page = visit(f"{address}#claim-battery-share")
    page.wait_for_selector("#claim-battery-share[open]")
    assert page.evaluate("document.activeElement.parentElement.id") == "claim-battery-share"
    assert page.locator("#claim-battery-share").evaluate(
        "node => node.getBoundingClientRect().top < innerHeight / 2"
    )
    page.evaluate("location.hash = '#claim-noise'")
    page.wait_for_selector("#claim-noise[open]")


def test_the_article_beside_scrolls_to_the_claims_words(visit, address):
    page = visit(f"{address}#claim-only-seal-lock", viewport={"width": 1280, "height": 420})
    page.wait_for_selector("#claim-only-seal-lock[open]")
    mark, paper = (page.locator(place).first.bounding_box() for place in ("mark.lit", ".paper"))
    assert paper["y"] <= mark["y"] <= paper["y"] + paper["height"] - mark["height"]


def test_words_in_the_article_and_their_numbers_open_the_claim(visit, address):
    page = visit(address)
    page.get_by_text("It cost €412 million", exact=True).first.click()
    page.wait_for_selector("#claim-cost[open]")
    assert page.url.endswith("#claim-cost")
    page.locator("a.pin[href='#claim-mayor']").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#claim-mayor[open]")
    page.locator("#claim-mayor .back").click()
    assert page.locator("mark.lit").all_inner_texts() == ["Mayor Ilse Varga"]


@pytest.mark.parametrize(
    ("buttons", "claims"),
    [
        (["Refuted"], ["cost", "union-members", "transport-chief", "jobs"]),
        (["Refuted", "Conflicting"], ["cost", "union-members", "transport-chief", "battery-share", "jobs"]),
        (["outdated"], ["population"]),
        (["imprecise"], ["flood-toll"]),
        (["not checked"], ["mayor-quote", "fleet-ruin", "only-seal-lock"]),
        (["Refuted", "waived"], ["jobs"]),
        (["Supported", "waived"], []),
    ],
)
def test_buttons_filter(visit, address, buttons, claims):
    page = visit(address)
    for name in buttons:
        page.locator("[aria-pressed]", has_text=name).first.click()
    assert shown(page) == claims
    assert page.locator("#status").inner_text() == f"{len(claims)} of 15 claims"
    assert page.locator("#none").is_visible() is (not claims)
    page.get_by_role("button", name="Clear filters").click()
    assert len(shown(page)) == 15
    assert page.locator("[aria-pressed=true]").count() == 0


@pytest.mark.parametrize(
    ("label", "choice", "claims"),
    [
        ("Cause of drift", "reference-revised", ["noise"]),
        ("Tag", "ferry", ["ferry-passengers", "battery-share"]),
        ("Source", "our-archive", ["fleet-ruin"]),
    ],
)
def test_lists_filter(visit, address, label, choice, claims):
    page = visit(address)
    page.get_by_label(label, exact=True).select_option(choice)
    assert shown(page) == claims


def test_search_finds_words_anywhere_in_a_claim(visit, address):
    page = visit(address)
    page.get_by_label("Search").fill("ESTIMATE 2017")
    assert shown(page) == ["cost"]
    dimmed = page.locator("mark.off").count()
    assert dimmed == 14
    page.get_by_label("Search").press("Enter")
    assert shown(page) == ["cost"]


def test_a_link_to_a_filtered_claim_shows_it(visit, address):
    page = visit(address)
    page.get_by_label("Search").fill("seals")
    page.locator(".rows a", has_text="mayor-quote").first.click()
    page.wait_for_selector("#claim-mayor-quote[open]")
    assert page.locator("#claim-mayor-quote").is_visible()


def test_all_open_and_close_at_once(visit, address):
    page = visit(address)
    page.get_by_role("button", name="Open all").click()
    assert page.locator(".card > details[open]").count() == 15
    page.get_by_role("button", name="Close all").click()
    assert page.locator(".card > details[open]").count() == 0


def test_the_chart_has_words(visit, address):
    page = visit(f"{address}#claim-population")
    page.wait_for_selector("#claim-population[open]")
    picture = page.locator("#claim-population").get_by_role("img")
    assert picture.get_attribute("aria-label").startswith("Line chart of 10 values, from 2010 (281,200)")
    page.locator("#claim-population").get_by_text("The figures").click()
    assert page.locator("#claim-population tbody tr").count() == 10


def test_on_paper_every_claim_is_open_and_no_control_is_left(visit, address):
    page = visit(address)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".card > details[open]").count() == 15
    assert not page.locator("#filters").is_visible()
    assert page.locator("#claim-cost blockquote").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".card > details[open]").count() == 0


def test_light_and_dark_follow_the_system_and_the_button(visit, address):
    page = visit(address, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(21, 23, 26)"
    page.get_by_role("button", name="Light").click()
    assert page.evaluate(ground) == "rgb(251, 250, 247)"
    assert page.get_by_role("button", name="Dark").is_visible()


def test_without_script_everything_is_there(visit, address):
    page = visit(address, java_script_enabled=False)
    page.locator("#claim-cost > summary").click()
    assert page.get_by_text("What the sentence should say").first.is_visible()
    assert not page.locator("#filters").is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_width_scrolls_sideways(visit, address, width):
    page = visit(address, viewport={"width": width, "height": 800})
    page.get_by_role("button", name="Open all").click()
    for summary in page.locator(".trace summary, .data summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_barrier(visit, address, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(address, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.get_by_role("button", name="Open all").click()
    page.locator(".trace summary").first.click()
    page.get_by_label("Search").fill("e")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found] == []


def test_a_report_without_the_article_works_as_well(visit, report, options, tmp_path):
    file = tmp_path / "bare.html"
    file.write_text(reports.render("html", report, replace(options, texts={})), encoding="utf-8")
    page = visit(file.as_uri())
    page.locator(".quotes mark").nth(3).click()
    page.wait_for_selector("#claim-cost[open]")
