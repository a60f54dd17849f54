"""``factlint.yaml``: where a project's files are and how strict it is. All of it is optional."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Literal

from pydantic import Field

from factlint.comparators.base import Exact, Tolerance
from factlint.project.claims import Policy, PolicyField
from factlint.project.fields import Day, Model, Slug, Words
from factlint.sources.settings import Network


class FailOn(StrEnum):
    """Kinds of finding that the gate can be told to count."""

    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    IMPRECISE = "imprecise"
    OUTDATED = "outdated"
    UNCHECKED = "unchecked"
    DRIFT = "drift"


DEFAULT_FAIL_ON = (FailOn.REFUTED, FailOn.CONFLICTING, FailOn.UNCHECKED, FailOn.DRIFT)


class ExchangeRate(Model):
    """A declared rate: one ``base`` was ``rate`` of ``quote`` on ``date`` (ISO 4217 codes)."""

    base: str = Field(pattern="^[A-Z]{3}$", description="The currency that is worth ``rate``.")
    quote: str = Field(pattern="^[A-Z]{3}$", description="The currency that ``rate`` counts.")
    rate: Exact = Field(description="What one ``base`` was worth.")
    date: Day = Field(description="The day of the rate.")


class Publisher(Model):
    """Who publishes the fact check, for formats that name it."""

    name: str = Field(description="Its name.")
    url: str = Field(description="Its home page.")


class Settings(Model):
    """The project's settings; paths are relative to this file."""

    version: Literal["1"] = Field("1", description="The form of this file.")
    claims: Words = Field(("claims/*.yaml",), min_length=1, description="Patterns of the claims files.")
    sources: Words = Field(
        ("claims/sources.yaml",), min_length=1, description="Patterns of the sources files."
    )
    lock: str = Field("claims/factlint.lock", description="The baseline.")
    reports: str = Field(
        "reports", description='Folder for the reports that each full check writes; "" writes none.'
    )
    profile: Slug = Field("shipped", description="Which of their addresses sources are read at.")
    policy: PolicyField = Field(Policy(), description="How many independent sources must agree.")
    tolerance: Tolerance = Field(
        Tolerance(), description="The bands of every claim, where nothing nearer sets them."
    )
    fail_on: tuple[FailOn, ...] = Field(DEFAULT_FAIL_ON, description="Findings that fail the gate.")
    max_unchecked: str = Field(
        "0%", pattern=r"^(100(\.0+)?|\d{1,2}(\.\d+)?)%$", description="Share left unchecked."
    )
    patience: int | None = Field(
        None,
        ge=1,
        description="Runs on end that a source may fail, the last one red; default 3 in CI, else 1.",
    )
    history: str = Field(".factlint/history.sqlite", description='The record of runs; "" keeps none.')
    network: Network = Field(Network(), description="Manners and limits of fetching.")
    measures: str = Field("", description="A TOML file that adds families of measures.")
    ladders: str = Field("", description="A TOML file that adds ladders of words.")
    rates: tuple[ExchangeRate, ...] = Field((), description="Rates that money is compared by.")
    publisher: Publisher | None = Field(None, description="Who publishes the fact check, for ClaimReview.")

    @property
    def unchecked_share(self) -> Fraction:
        """The share of claims, 0 to 1, that may go unchecked."""
        return Fraction(self.max_unchecked.rstrip("%")) / 100


NAME = "factlint.yaml"


def find(start: Path) -> Path | None:
    """Return the nearest ``factlint.yaml`` in ``start`` or above it."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    return None
