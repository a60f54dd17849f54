from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys

import pytest
import yaml
from pydantic import TypeAdapter

import factlint.selectors
from factlint.selectors import BUILT_IN, KINDS, Selector, SelectorBase


def example(kind):
    found = re.search(r"```yaml\n(.*?)```", kind.__doc__ or "", re.DOTALL)
    assert found, f"{kind.__name__} has no YAML example in its docstring"
    return yaml.load(found[1], Loader=yaml.BaseLoader)["select"]


@pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: kind.__name__)
def test_every_kind_documents_itself_with_an_example_that_loads(kind):
    made = TypeAdapter(Selector).validate_python(example(kind))
    assert type(made) is kind
    assert KINDS[made.kind] is kind
    assert str(made).startswith(f"{made.kind}, ")


def test_every_file_of_a_kind_is_registered():
    modules = [name for _, name, _ in pkgutil.iter_modules(factlint.selectors.__path__)]
    declared = {
        kind
        for name in modules
        for kind in vars(importlib.import_module(f"factlint.selectors.{name}")).values()
        if isinstance(kind, type) and issubclass(kind, SelectorBase) and not inspect.isabstract(kind)
    }
    assert declared == set(BUILT_IN)


def test_unknown_kinds_and_fields_are_refused():
    for fields in ({"kind": "xquery"}, {"kind": "css", "selector": "p", "atribute": "x"}):
        with pytest.raises(ValueError):
            TypeAdapter(Selector).validate_python(fields)


PLUGIN = """
import sys
from importlib.metadata import EntryPoint
import importlib.metadata
loaded = []
class Entry:
    name = "extra"
    def load(self):
        loaded.append(1)
        from typing import Literal
        from factlint.selectors.base import Passage, SelectorBase
        class Extra(SelectorBase):
            kind: Literal["extra"] = "extra"
            def select(self, document, at):
                return Passage("x")
        return Extra
importlib.metadata.entry_points = lambda group: [Entry()] if group == "factlint.selectors" else []
from factlint.selectors import KINDS
print("extra" in KINDS, len(loaded))
"""


@pytest.mark.parametrize(("switch", "seen"), [("", "True 1"), ("off", "False 0")])
def test_plugins_come_in_by_entry_points_unless_kept_out(switch, seen):
    done = subprocess.run(
        [sys.executable, "-c", PLUGIN],
        env={"FACTLINT_PLUGINS": switch},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == seen, done.stderr
