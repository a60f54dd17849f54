"""The samples that the tests of this folder share: a module beside them, loaded by its path."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from factlint.reports.base import RenderOptions, Shown
from factlint.results import Report

_spec = importlib.util.spec_from_file_location("report_samples", Path(__file__).with_name("samples.py"))
assert _spec
assert _spec.loader
samples = importlib.util.module_from_spec(_spec)
sys.modules["report_samples"] = samples
_spec.loader.exec_module(samples)


@pytest.fixture(scope="session")
def report() -> Report:
    return samples.sample_report()


@pytest.fixture(scope="session")
def options() -> RenderOptions:
    publisher = SimpleNamespace(name="The Lavell Courier", url="https://courier.example/facts")
    return RenderOptions(texts={"claims/barrier.yaml": Shown(samples.ARTICLE)}, publisher=publisher)
