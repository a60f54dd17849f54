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

    base: str = Field(pattern="^[A-Z]{3}$")
    quote: str = Field(pattern="^[A-Z]{3}$")
    rate: Exact
    date: Day


class Publisher(Model):
    """Who publishes the fact check, for formats that name it."""

    name: str
    url: str


class Settings(Model):
    """The project's settings; paths are relative to this file."""

    version: Literal["1"] = "1"
    claims: Words = Field(("claims/*.yaml",), min_length=1)
    sources: Words = Field(("claims/sources.yaml",), min_length=1)
    lock: str = "claims/factlint.lock"
    reports: str = "reports"
    profile: Slug = "shipped"
    policy: PolicyField = Policy()
    tolerance: Tolerance = Tolerance()
    fail_on: tuple[FailOn, ...] = DEFAULT_FAIL_ON
    max_unchecked: str = Field("0%", pattern=r"^\d{1,3}(\.\d+)?%$", description="Share left unchecked.")
    patience: int | None = Field(
        None,
        ge=1,
        description="Runs on end that a source may fail, the last one red; default 3 in CI, else 1.",
    )
    history: str = Field(".factlint/history.sqlite", description='The record of runs; "" keeps none.')
    network: Network = Network()
    measures: str = Field("", description="A TOML file that adds families of measures.")
    ladders: str = Field("", description="A TOML file that adds ladders of words.")
    rates: tuple[ExchangeRate, ...] = Field((), description="Rates that money is compared by.")
    publisher: Publisher | None = None

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
