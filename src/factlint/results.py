"""What a check produced: the report's model, its JSON schema, and nothing that computes.

The JSON report is this model, version ``SCHEMA_VERSION``: fields may be added within a version,
never renamed or removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from factlint.verdict import Verdict as Verdict

SCHEMA_VERSION = "1.0"


class Cause(StrEnum):
    """Why something differs from the baseline."""

    ARTICLE_EDITED = "article-edited"
    CLAIM_EDITED = "claim-edited"
    REFERENCE_REVISED = "reference-revised"
    PAGE_CHANGED = "page-changed"
    SELECTOR_LOST = "selector-lost"
    SOURCE_GONE = "source-gone"
    SOURCE_BACK = "source-back"
    VERDICT_FLIPPED = "verdict-flipped"
    OUTDATED = "outdated"
    BAND_CHANGED = "band-changed"
    REVIEW_OVERDUE = "review-overdue"
    WAIVER_EXPIRED = "waiver-expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """A value for people and machines: its words, how they were read, and exact decimals where numeric."""

    text: str
    reading: Annotated[str, Field(description="How the words were read, in plain words.")] = ""
    low: str | None = None
    high: str | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Where a reference was read. ``retrieved`` is UTC, empty for files of the project.

    archived: address of the archive's copy that was read (RFC 7089, Memento), else empty
    dated: the day that this version of it was made on (a revision, a commit, a capture), where that is known
    """

    address: str
    retrieved: str = ""
    media_type: str = ""
    sha256: str
    archived: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """The reference's words: those read, those around them, where they stand and what day they speak of."""

    text: str
    context: str = ""
    locator: str = ""
    as_of: str = ""
    publisher: str = ""
    address: str = ""
    published: str = ""
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """What the same reference says at its newest, where that is later than the claim's day.

    as_of: the day that it speaks of, empty where it doesn't say
    outcome: ``unread`` where it could not be read; ``difference`` then says why
    """

    as_of: str
    found: ValueView
    outcome: Literal["match", "imprecise", "mismatch", "not-comparable", "unread"]
    difference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """A point of a dated series: its date (EDTF), its words, and exact decimals where numeric."""

    date: str
    text: str
    low: str | None = None
    high: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A comparison with everything needed to retrace it."""

    reference: str
    source: str
    publisher: str = ""
    independence: str = ""
    tier: int = 1
    location: Annotated[str, Field(description="The source's address as configured for this profile.")] = ""
    document: DocumentView
    selector: Annotated[str, Field(description="The selector as configured, in one line.")]
    passage: PassageView
    claimed: ValueView
    found: ValueView
    outcome: Literal["match", "imprecise", "mismatch"]
    rule: str
    band: str
    accepts: tuple[str | None, str | None] | None = None
    difference: str = ""
    direction: str = ""
    note: str = ""
    suggestion: str = ""
    independent: Annotated[bool, Field(description="Whether it counts: not the article's own domain.")] = True
    newest: Newest | None = None
    series: tuple[PointView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a reference gave no evidence. It is data, never a verdict."""

    reference: str
    source: str
    stage: Literal["configure", "fetch", "select", "read", "compare"]
    code: str
    message: str
    hint: str = ""
    location: str = ""
    transient: bool = False
    elsewhere: Annotated[
        str, Field(description="Where the accepted value stands now, where the selector lost it.")
    ] = ""
    failing_runs: Annotated[
        int, Field(description="For how many runs in a row the source has failed, if known.")
    ] = 0
    patience: Annotated[
        int, Field(description="How many failing runs turn the gate red; 0 where it waits for none.")
    ] = 0

    @property
    def excused(self) -> bool:
        """Whether the source may fail a little longer: told, and not yet counted by the gate."""
        return 0 < self.failing_runs < self.patience


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What another fact-checker has said of a similar claim, in its own words. It never counts."""

    source: str
    publisher: str = ""
    rating: str = ""
    title: str = ""
    claim: str = ""
    claimant: str = ""
    address: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A claim against a reference: size, direction, severity, and what the sentence should say."""

    reference: str
    severity: Literal["major", "minor"]
    rule: str
    claimed: str
    found: str
    difference: str = ""
    direction: str = ""
    note: str = ""
    suggestion: str = ""


class AnchorStatus(StrEnum):
    """How a claim's quote stands to the article's text."""

    FOUND = "found"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where the claim's quote stands in the article; ``start`` and ``end`` count characters from 0.

    digest: of the words and their surroundings, so that a text can later be held against the baseline
    """

    status: AnchorStatus
    start: int | None = None
    end: int | None = None
    line: int | None = None
    digest: str = ""
    nearest: Annotated[
        str, Field(description="The nearest words of the article, where the quote is missing.")
    ] = ""
    nearest_reading: Annotated[str, Field(description="How the value in the nearest words reads.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A difference from the baseline, with its cause."""

    cause: Cause
    reference: str = ""
    message: str
    before: str = ""
    after: str = ""
    before_reading: Annotated[str, Field(description="How the value before reads.")] = ""
    after_reading: Annotated[str, Field(description="How the value after reads.")] = ""
    information: Annotated[bool, Field(description="Told, but never counted by the gate.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimResult:
    """Everything found out about one claim."""

    id: str
    quote: str
    claimed: ValueView
    verdict: Verdict
    outdated: bool = False
    reason: Annotated[str, Field(description="How the policy came to the verdict, in plain words.")] = ""
    policy: str = "all"
    as_of: str = ""
    attribution: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    file: str = ""
    line: int = 0
    anchor: Anchor
    evidence: tuple[Evidence, ...] = ()
    failures: tuple[Failure, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    reviews: tuple[Review, ...] = ()
    reviews_unread: Annotated[tuple[str, ...], Field(description="Why reviews could not be read.")] = ()
    drift: tuple[Drift, ...] = ()
    accepted: Annotated[bool, Field(description="The verdict stands accepted in the baseline.")] = False
    accepted_reason: str = ""
    waived: Annotated[str, Field(description="Who waived it, why and until when.")] = ""
    todo: bool = False

    @property
    def checked(self) -> bool:
        """Whether at least one reference gave evidence that counts."""
        return any(item.independent for item in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """The article under check; ``text`` only where it was at hand."""

    title: str
    publisher: str = ""
    published: str = ""
    url: str = ""
    file: str = ""
    claims_file: str = ""
    text_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts over the claims."""

    claims: int
    checked: int
    supported: int
    refuted: int
    conflicting: int
    not_enough: int
    outdated: int
    imprecise: int
    failures: int
    drift: int
    accepted: int
    waived: int
    anchors_checked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole result of a check. ``generated`` is the only part that changes from run to run."""

    schema_version: str = SCHEMA_VERSION
    tool: str
    generated: Annotated[str, Field(description="When the check ran, in UTC.")]
    profile: str
    articles: tuple[ArticleView, ...]
    summary: Summary
    claims: tuple[ClaimResult, ...]
    exit_code: int = 0
    gate: Annotated[tuple[str, ...], Field(description="The gate's reasons for its exit code.")] = ()
