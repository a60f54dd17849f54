"""The reader against cases of Recognizers-Text, where that suite lies beside the project."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCORER = ROOT / "../shared/specs/score.py"
QUANTITIES = (
    "Number/NumberModel",
    "Number/PercentModel",
    "NumberWithUnit/CurrencyModel",
    "NumberWithUnit/DimensionModel",
    "NumberWithUnit/TemperatureModel",
)


@pytest.mark.skipif(not SCORER.exists(), reason="the suite's cases aren't here")
def test_quantities_of_the_suite_are_found() -> None:
    adapter = ["--adapter", "benchmarks.specs_adapter:extract", "--files", ",".join(QUANTITIES)]
    command = [sys.executable, str(SCORER), *adapter]
    table = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120).stdout
    total = re.search(r"TOTAL.*?(?P<found>[\d.]+)\s+(?P<errors>\d+)\s+[\d.]+$", table, re.MULTILINE)
    assert total is not None
    assert total["errors"] == "0"
    assert float(total["found"]) >= 92
