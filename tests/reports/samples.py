"""A report as a newsroom would see it: an invented town, every verdict, and every way not to be checked."""

from __future__ import annotations

from typing import Any

from factlint.results import (
    Anchor,
    AnchorStatus,
    ArticleView,
    Cause,
    ClaimResult,
    Discrepancy,
    DocumentView,
    Drift,
    Evidence,
    Failure,
    Newest,
    PassageView,
    PointView,
    Report,
    Review,
    Summary,
    ValueView,
    Verdict,
)

ARTICLE = """\
Port Lavell's tidal barrier turns four, and the ferries are full again
Four years after it opened on 14 March 2021, the tidal barrier has changed the town of 318,400 people more than \
its builders dared to hope. It cost €412 million, paid in equal parts by the town, the region and the harbour \
union, whose members are Aldmoor, Brekk and Sund.
Mayor Ilse Varga called the barrier “the best money this town has ever borrowed”. Her transport chief, Tomas \
Rehn, was more careful: the ferries now carry around 62,000 passengers a day, and the piers were built for \
50,000.
Why the barrier was built
The flood of 1953 killed 300 people and pushed the town's fishing fleet into ruin. No storm since has come \
within a metre of the quay walls.
What it changed
- Some 20% of the ferry fleet runs on batteries
- The works created more than 1,400 permanent jobs
- Night-time noise at the north pier fell by 6 decibels
Port Lavell remains the only harbour on the coast with a lock for seals.
"""

POPULATION = [
    (2010, "281,200"), (2012, "286,900"), (2014, "293,400"), (2016, "299,800"), (2018, "306,100"),
    (2020, "310,700"), (2022, "314,900"), (2023, "316,800"), (2024, "318,377"), (2025, "321,940"),
]  # fmt: skip
PASSENGERS = [
    ("2024-05", 55_100), ("2024-06", 58_300), ("2024-07", 63_900), ("2024-08", 66_200), ("2024-09", 61_000),
    ("2024-10", 57_400), ("2024-11", 54_800), ("2024-12", 56_900), ("2025-01", 53_200), ("2025-02", 60_480),
]  # fmt: skip

REVIEW = Review(
    source="other-checkers",
    publisher="Coast Facts",
    rating="Mostly false",
    title="What the barrier really cost",
    claim="The barrier cost 412 million",
    claimant="Town Council",
    address="https://facts.coast.example/barrier-cost",
    published="2025-03-16",
)

STATISTICS = {
    "source": "statistics-office",
    "publisher": "Lavell Statistics Office",
    "location": "https://stats.lavell.example/series/population.csv",
}
PORT = {
    "source": "port-authority",
    "publisher": "Port Authority of Lavell",
    "location": "https://port.lavell.example/traffic",
}
COUNCIL = {
    "source": "council-minutes",
    "publisher": "Town Council",
    "location": "https://council.lavell.example/minutes/2021-04",
}


def value(
    text: str, reading: str = "", low: str | None = None, high: str | None = None, unit: str = ""
) -> ValueView:
    return ValueView(text=text, reading=reading, low=low, high=high or low, unit=unit)


def points(pairs: list[tuple[Any, Any]]) -> tuple[PointView, ...]:
    return tuple(
        PointView(
            date=str(day),
            text=f"{figure}",
            low=str(figure).replace(",", ""),
            high=str(figure).replace(",", ""),
        )
        for day, figure in pairs
    )


def evidence(where: dict[str, str], claimed: ValueView, found: ValueView, **more: Any) -> Evidence:
    passage = more.pop("passage", None) or PassageView(
        text=found.text,
        context=more.pop("context", f"According to the records, the figure is {found.text}, as published."),
        locator=more.pop("locator", "row 14"),
        as_of="2025-03",
        publisher=where["publisher"],
        address=where["location"],
        published="2025-03-02",
        confidence=more.pop("confidence", "verified"),
    )
    document = DocumentView(
        address=where["location"],
        retrieved="2025-03-20T07:41:12Z",
        media_type="text/csv",
        sha256="9f2c4a7be1d05863f7a1c2b94d6e8037519acbd2e4f60718293a4b5c6d7e8f90",
    )
    return Evidence(
        reference=more.pop("reference", where["source"]),
        **where,
        independence=where["publisher"].lower(),
        document=document,
        selector=more.pop("selector", 'csv row: entity = "Port Lavell", as of 2025-03'),
        passage=passage,
        claimed=claimed,
        found=found,
        **{
            "outcome": "match",
            "rule": "rounding",
            "band": "the reference rounds to it at the precision printed",
        }
        | more,
    )


def claim(id: str, quote: str, verdict: Verdict, *found: Evidence, **more: Any) -> ClaimResult:
    start = ARTICLE.find(quote)
    status = AnchorStatus.FOUND if start >= 0 else AnchorStatus.MISSING
    anchor = Anchor(
        status=status,
        start=start if start >= 0 else None,
        end=start + len(quote) if start >= 0 else None,
        line=ARTICLE.count("\n", 0, start) + 1 if start >= 0 else None,
        digest="c0ffee5a17",
        nearest=more.pop("nearest", ""),
    )
    claimed = more.pop("claimed", None) or (found[0].claimed if found else value(quote))
    return ClaimResult(
        id=id,
        quote=quote,
        claimed=claimed,
        verdict=verdict,
        file="claims/barrier.yaml",
        anchor=anchor,
        evidence=found,
        **{"reason": "The one source agrees."} | more,
    )


def discrepancy(item: Evidence, severity: str = "major", **more: Any) -> Discrepancy:
    fields = {"difference": item.difference, "direction": item.direction, "note": item.note} | more
    return Discrepancy(
        reference=item.reference,
        severity=severity,  # type: ignore[arg-type]
        rule=item.rule,
        claimed=item.claimed.text,
        found=item.found.text,
        suggestion=item.suggestion,
        **fields,
    )


def supported() -> list[ClaimResult]:
    people = value("318,400 people", "318,400 ± 50", "318400")
    ferry = value("around 62,000 passengers a day", "about 62,000 passengers per day", "62000")
    return [
        claim(
            "opening-date", "opened on 14 March 2021", Verdict.SUPPORTED,
            evidence(
                COUNCIL, value("14 March 2021", "2021-03-14"), value("14 March 2021", "2021-03-14"),
                rule="date-within", band="the claimed day lies within the reference's",
                selector="css: article > p.minutes, passage “opened the barrier”",
                context="The mayor opened the barrier on 14 March 2021 in the presence of the harbour union.",
            ),
            tags=("date", "barrier"), line=12,
        ),
        claim(
            "population", "the town of 318,400 people", Verdict.SUPPORTED,
            evidence(
                STATISTICS, people, value("318,377", "318,377 inhabitants", "318377"),
                difference="23 below the claim (0.01%)", direction="overstated", accepts=("318350", "318450"),
                series=points(POPULATION),
                newest=Newest(
                    as_of="2025", found=value("321,940", "", "321940"), outcome="mismatch", difference="3,540 more"
                ),
            ),
            outdated=True, as_of="2024", tags=("population", "figures"), line=24,
            drift=(Drift(
                cause=Cause.OUTDATED, reference="statistics-office", information=True,
                message="The reference has moved on since the article's day.", before="318,377", after="321,940",
            ),),
        ),
        claim(
            "ferry-passengers", "around 62,000 passengers a day", Verdict.SUPPORTED,
            evidence(
                PORT, ferry, value("60,480", "60,480 passengers per day", "60480"),
                rule="approximate", band="around: within 5% of the stated figure (58,900 to 65,100)",
                accepts=("58900", "65100"), difference="1,520 below the claim (2.5%)", direction="overstated",
                series=points(PASSENGERS),
            ),
            as_of="2025-02", attribution="Tomas Rehn, transport chief", tags=("figures", "ferry"), line=38,
        ),
        claim(
            "mayor", "Mayor Ilse Varga", Verdict.SUPPORTED,
            evidence(
                COUNCIL, value("Ilse Varga"), value("Ilse M. Varga"), rule="name",
                band="family name and office agree", context="Present: Ilse M. Varga (mayor, in office since 2019).",
            ),
            evidence(
                PORT, value("Ilse Varga"), value("Varga, Ilse"), rule="name", band="family name and office agree",
                confidence="second-hand",
            ),
            reason="Both independent sources agree.", tags=("name",), line=51,
        ),
    ]  # fmt: skip


def imprecise() -> list[ClaimResult]:
    bound = evidence(
        COUNCIL, value("killed 300 people", "300 killed", "300"), value("as many as 300", "at most 300 killed", "0", "300"),
        outcome="imprecise", rule="bound-told-as-estimate", band="an upper bound is not a central estimate",
        note="The reference gives an upper bound; the article tells it as the toll.",
        suggestion="The flood of 1953 killed as many as 300 people",
    )  # fmt: skip
    noise = evidence(
        PORT, value("fell by 6 decibels", "a fall of 6 dB", "6", unit="dB"), value("5.9 dB", "a fall of 5.9 dB", "5.9", unit="dB"),
        difference="0.1 dB",
    )  # fmt: skip
    return [
        claim(
            "flood-toll", "The flood of 1953 killed 300 people", Verdict.SUPPORTED, bound,
            discrepancies=(discrepancy(bound, "minor"),), tags=("figures", "history"), line=63,
        ),
        claim(
            "noise", "Night-time noise at the north pier fell by 6 decibels", Verdict.SUPPORTED, noise,
            drift=(Drift(
                cause=Cause.REFERENCE_REVISED, reference="port-authority",
                message="The reference was revised since it was accepted.", before="6.2 dB", after="5.9 dB",
            ),),
            tags=("figures",), line=75,
        ),
        claim(
            "length", "a barrier 1.8 kilometres long", Verdict.SUPPORTED,
            evidence(PORT, value("1.8 kilometres", "", "1.8", unit="km"), value("1,790 m", "", "1.79", unit="km")),
            nearest="the tidal barrier has changed the town",
            drift=(Drift(
                cause=Cause.ARTICLE_EDITED, message="The article no longer contains the quote.",
                before="a barrier 1.8 kilometres long", after="",
            ),),
            tags=("figures", "barrier"), line=88,
        ),
    ]  # fmt: skip


def refuted() -> list[ClaimResult]:
    cost = evidence(
        COUNCIL, value("€412 million", "412,000,000 EUR ± 500,000", "412000000", unit="EUR"),
        value("€478.6 million", "478,600,000 EUR", "478600000", unit="EUR"), outcome="mismatch",
        difference="66.6 million EUR too low (13.9%)", direction="understated", accepts=("411500000", "412500000"),
        note="412 million is the estimate of 2017.", suggestion="It cost €479 million",
        context="The final account of the barrier closes at €478.6 million; the estimate of 2017 was €412 million.",
    )  # fmt: skip
    chief = evidence(
        COUNCIL, value("Tomas Rehn"), value("Tomasz Reen"), outcome="mismatch", rule="name",
        band="family names agree after folding", difference="Rehn is not Reen", suggestion="Her transport chief, Tomasz Reen",
    )  # fmt: skip
    members = evidence(
        PORT, value("Aldmoor, Brekk and Sund"), value("Aldmoor, Brekk, Sund and Tarn"), outcome="mismatch", rule="set",
        band="the same names in any order", difference="missing: Tarn",
        suggestion="whose members are Aldmoor, Brekk, Sund and Tarn",
    )  # fmt: skip
    jobs = evidence(
        STATISTICS, value("more than 1,400", "more than 1,400 jobs", "1400"), value("1,120", "1,120 jobs", "1120"),
        outcome="mismatch", rule="more-than", band="the reference must exceed the figure",
        difference="280 short (20%)", direction="overstated", suggestion="created more than 1,100 permanent jobs",
    )  # fmt: skip
    return [
        claim("cost", "It cost €412 million", Verdict.REFUTED, cost, discrepancies=(discrepancy(cost),), reviews=(REVIEW,),
              reviews_unread=("old-reviews: FL105 the server answered 410",),
              reason="The one source disagrees.", tags=("money", "barrier"), line=101),
        claim("transport-chief", "Her transport chief, Tomas Rehn", Verdict.REFUTED, chief,
              discrepancies=(discrepancy(chief),), reason="The one source disagrees.", tags=("name",), line=113),
        claim("union-members", "members are Aldmoor, Brekk and Sund", Verdict.REFUTED, members,
              discrepancies=(discrepancy(members),), reason="The one source disagrees.", accepted=True,
              accepted_reason="Tarn joined after the article went to print; corrected online.", tags=("list",), line=126),
        claim("jobs", "created more than 1,400 permanent jobs", Verdict.REFUTED, jobs,
              discrepancies=(discrepancy(jobs),), reason="The one source disagrees.",
              waived="M. Osei, until 2025-06-30: the office recounts in June", tags=("figures",), line=139),
    ]  # fmt: skip


def open_questions() -> list[ClaimResult]:
    share = value("Some 20%", "about 20 per cent", "20", unit="%")
    agrees = evidence(PORT, share, value("21%", "21 per cent", "21", unit="%"), difference="1 percentage point",
                      accepts=("19", "21"), rule="approximate", band="some: within 5% of the stated figure")  # fmt: skip
    differs = evidence(STATISTICS, share, value("14.2%", "14.2 per cent", "14.2", unit="%"), outcome="mismatch",
                       difference="5.8 percentage points too high", direction="overstated", accepts=("19", "21"),
                       rule="approximate", band="some: within 5% of the stated figure",
                       suggestion="Some 14% of the ferry fleet")  # fmt: skip
    gone = Failure(
        reference="council-minutes", source="council-minutes", stage="fetch", code="FL104", transient=True,
        message="the server answered 503 Service Unavailable three times", hint="try again later",
        location="https://council.lavell.example/minutes/2025-03",
    )  # fmt: skip
    lost = Failure(
        reference="port-authority", source="port-authority", stage="select", code="FL203",
        message="the selector css: blockquote.mayor matched nothing", hint="the page's layout may have changed",
        location=PORT["location"],
    )  # fmt: skip
    own = {
        "source": "our-archive",
        "publisher": "The Lavell Courier",
        "location": "https://courier.example/2019/fleet",
    }
    return [
        claim("battery-share", "Some 20% of the ferry fleet runs on batteries", Verdict.CONFLICTING, agrees, differs,
              discrepancies=(discrepancy(differs),), reason="One independent source agrees, one disagrees.",
              tags=("figures", "ferry"), line=152),
        claim("mayor-quote", "“the best money this town has ever borrowed”", Verdict.NOT_ENOUGH, failures=(gone, lost),
              reason="Neither source could be read.", attribution="Ilse Varga", tags=("quotation",), line=166,
              drift=(Drift(cause=Cause.SOURCE_GONE, reference="council-minutes",
                           message="The source could be read when it was accepted, and can't now."),)),
        claim("fleet-ruin", "pushed the town's fishing fleet into ruin", Verdict.NOT_ENOUGH,
              evidence(own, value("into ruin"), value("lost nine of ten boats"), rule="wording",
                       band="the reference says the same", independent=False),
              reason="The article's own domain never counts.", tags=("cause", "history"), line=179),
        claim("only-seal-lock", "the only harbour on the coast with a lock for seals", Verdict.NOT_ENOUGH, todo=True,
              reason="No reference is named yet.", tags=("superlative",), line=191),
    ]  # fmt: skip


def summarise(claims: tuple[ClaimResult, ...]) -> Summary:
    def count(verdict: Verdict) -> int:
        return sum(item.verdict is verdict for item in claims)

    return Summary(
        claims=len(claims),
        checked=sum(item.checked for item in claims),
        supported=count(Verdict.SUPPORTED),
        refuted=count(Verdict.REFUTED),
        conflicting=count(Verdict.CONFLICTING),
        not_enough=count(Verdict.NOT_ENOUGH),
        outdated=sum(item.outdated for item in claims),
        imprecise=sum(item.verdict is Verdict.SUPPORTED and bool(item.discrepancies) for item in claims),
        failures=sum(len(item.failures) for item in claims),
        drift=sum(bool(item.drift) for item in claims),
        accepted=sum(item.accepted for item in claims),
        waived=sum(bool(item.waived) for item in claims),
        anchors_checked=sum(item.anchor.status is not AnchorStatus.NOT_CHECKED for item in claims),
    )


def sample_report() -> Report:
    return report_of(*supported(), *imprecise(), *refuted(), *open_questions())


def report_of(*claims: ClaimResult, **more: Any) -> Report:
    """A report of these claims, in the article's order."""
    article = ArticleView(
        title="Port Lavell's tidal barrier turns four, and the ferries are full again",
        publisher="The Lavell Courier",
        published="2025-03-14",
        url="https://courier.example/2025/barrier",
        file="articles/barrier.txt",
        claims_file="claims/barrier.yaml",
    )
    ordered = tuple(sorted(claims, key=lambda item: item.anchor.start or 0))
    fields = {
        "exit_code": 1,
        "gate": (
            "2 claims are refuted and not accepted: cost, transport-chief",
            "1 claim has conflicting evidence: battery-share",
            "2 claims could not be checked",
        ),
        "articles": (article,),
    } | more
    return Report(
        tool="factlint 0.1.0",
        generated="2025-03-20T07:42:00Z",
        profile="live",
        summary=summarise(ordered),
        claims=ordered,
        **fields,
    )
