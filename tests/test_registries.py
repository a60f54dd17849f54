"""Whatever kind of thing there is, it is registered, has a page, and occurs in the tests."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from inspect import cleandoc
from pathlib import Path

import pytest
import yaml

import factlint.comparators
import factlint.reports
import factlint.selectors
import factlint.sources
from factlint import errors
from factlint.comparators import RULES
from factlint.comparators.base import Rule
from factlint.project.claims import Claim
from factlint.project.sources import Source
from factlint.reports import FORMATS
from factlint.selectors import BUILT_IN as SELECTORS
from factlint.selectors import SelectorBase
from factlint.sources import BUILT_IN as SOURCES
from factlint.sources import AddressBase

TESTS = Path(__file__).parent
ERRORS = errors.registry()
EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def tested() -> str:
    """All tests but this one, as text."""
    files = [path for kind in ("*.py", "*.yaml") for path in TESTS.rglob(kind) if path != Path(__file__)]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def name_of(kind) -> str:
    return kind.model_fields["kind"].default


def concrete(package, base):
    """Every class of a package that is ready to be used."""
    modules = [
        importlib.import_module(f"{package.__name__}.{name}")
        for _, name, _ in pkgutil.iter_modules(package.__path__)
    ]
    return {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, base)
        and not inspect.isabstract(kind)
        and kind.__module__.startswith(package.__name__)
    }


def page(kind) -> str:
    text = cleandoc(kind.__doc__ or "")
    assert len(text) > 20, f"{kind} has no page"
    return text


def test_every_source_and_selector_is_registered():
    assert concrete(factlint.sources, AddressBase) == set(SOURCES)
    assert concrete(factlint.selectors, SelectorBase) == set(SELECTORS)


def test_every_rule_is_registered_under_its_name():
    assert {type(rule) if isinstance(rule, Rule) else rule for rule in RULES.values()} == {
        kind for kind in concrete(factlint.comparators, Rule) if getattr(kind, "name", "")
    }
    assert all(rule.name == name for name, rule in RULES.items())


def test_every_report_format_is_registered():
    modules = {name for _, name, _ in pkgutil.iter_modules(factlint.reports.__path__)}
    formats = {
        name for name in modules if hasattr(importlib.import_module(f"factlint.reports.{name}"), "SUFFIX")
    }
    assert formats == set(FORMATS.values())


def test_every_error_has_a_code_of_its_own():
    def descendants(kind):
        return [child for direct in kind.__subclasses__() for child in (direct, *descendants(direct))]

    coded = [kind for kind in descendants(errors.FactlintError) if kind.__dict__.get("code")]
    assert len(coded) == len({kind.code for kind in coded}) == len(ERRORS)
    leaves = [kind for kind in descendants(errors.FactlintError) if not kind.__subclasses__()]
    assert not [kind for kind in leaves if not re.fullmatch(r"FL\d{3}", kind.code)]


@pytest.mark.parametrize("kind", SOURCES, ids=name_of)
def test_a_source_has_a_page_with_an_example_that_loads(kind, tested):
    [example] = EXAMPLE.findall(page(kind))
    source, _, claim = example.partition("# and in the claim\n")
    [(name, entry)] = yaml.load(source, yaml.BaseLoader).items()
    assert type(Source.model_validate(entry).address) is kind
    reference = yaml.load(claim, yaml.BaseLoader)
    references = reference.get("references") or [{"source": name, **reference}]
    Claim.model_validate({"id": "a", "quote": "b", "value": "1", "references": references})
    assert re.search(rf"\b{re.escape(name_of(kind))}\b", tested)


@pytest.mark.parametrize("kind", SELECTORS, ids=name_of)
def test_a_selector_has_a_page_with_an_example_that_loads(kind, tested):
    [example] = EXAMPLE.findall(page(kind))
    reference = {"source": "a", **yaml.load(example, yaml.BaseLoader)}
    claim = Claim.model_validate({"id": "a", "quote": "b", "value": "1", "references": [reference]})
    assert type(claim.references[0].select) is kind
    assert re.search(rf"kind: {name_of(kind)}\b|\"{name_of(kind)}\"|{kind.__name__}", tested)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_a_page_and_cases(name):
    page(RULES[name])
    cases = (TESTS / "comparators/cases.yaml").read_text(encoding="utf-8")
    assert re.search(rf"\b(rule|with): {name}\b", cases)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_format_has_a_page_and_a_test(name, tested):
    page(importlib.import_module(f"factlint.reports.{FORMATS[name]}"))
    assert re.search(rf"\"{name}\"", tested)


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_has_a_page_and_a_test(code, tested):
    kind = ERRORS[code]
    text = page(kind)
    assert text.endswith((".", ")", "``"))
    assert re.search(rf"\b({code}|{kind.__name__})\b", tested)
