from __future__ import annotations

import json

import pytest

from factlint.documents.base import Document
from factlint.suggesting import Wanted, suggest
from factlint.values import read

SENTENCE = "The dike collapse flooded 1,840 homes in Zeeland."
WANTED = Wanted(read("1,840"), SENTENCE)


def document(body: str, media: str) -> Document:
    return Document(body.encode(), media, "page")


def selectors(body: str, media: str) -> list[dict[str, object]]:
    return [
        {"kind": one.selector.kind, **one.selector.model_dump(mode="json", exclude_defaults=True)}
        for one in suggest(document(body, media), WANTED)
    ]


def test_a_json_value_is_found_by_its_members_own_key() -> None:
    body = {"rows": [{"area": "Zeeland", "flooded": 1840}, {"area": "Holland", "flooded": 12}]}
    assert selectors(json.dumps(body), "application/json") == [
        {"kind": "jsonpath", "path": "$.rows[?@.area=='Zeeland'].flooded"}
    ]


def test_a_csv_value_is_found_by_its_rows_own_texts() -> None:
    body = "area,year,flooded\nZeeland,2025,1840\nZeeland,2024,3\nHolland,2025,12\n"
    assert selectors(body, "text/csv") == [
        {"kind": "csv", "where": {"area": "Zeeland", "year": "2025"}, "column": "flooded"}
    ]


PAGE = """<html><body><p>In all, 1,840 homes were flooded.</p>
<div><b id="homes">1,840</b><i>homes</i></div>
<table><tr><th>Area</th><th>Flooded</th></tr><tr><td>Zeeland</td><td>1,840</td></tr><tr><td>Holland</td><td>12</td></tr></table>
</body></html>"""


def test_a_pages_values_are_found_by_id_headers_and_words() -> None:
    found = selectors(PAGE, "text/html")
    assert {"kind": "css", "selector": "#homes"} in found
    assert {"kind": "table", "row": ["Zeeland"], "column": ["Flooded"]} in found
    assert any(one["kind"] == "regex" for one in found)


def test_what_survives_a_redesign_ranks_before_what_does_not() -> None:
    scores = [
        one.survival for one in suggest(document(PAGE, "text/html"), WANTED) if one.selector.kind == "css"
    ]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("body", "media"), [(PAGE, "text/html"), ("They lost 1,840 homes; 12 burned.", "text/plain")]
)
def test_every_suggestion_reads_the_claims_value(body: str, media: str) -> None:
    page = document(body, media)
    found = suggest(page, WANTED)
    assert found
    texts = [one.selector.select(page, None).text for one in found]
    assert [read(text, like="quantity").low for text in texts] == [1840] * len(found)


def test_values_of_the_kind_are_offered_where_the_claims_own_is_nowhere() -> None:
    found = suggest(
        document("Some 1,795 homes were flooded in Zeeland. Tea costs 2 euros.", "text/plain"), WANTED
    )
    assert [one.found for one in found][:1] == ["1,795"]
    assert not found[0].matches


def test_of_equals_the_nearest_figure_comes_first() -> None:
    page = "<table><tr><th>City</th><th>2024</th><th>2025</th></tr><tr><td>Zeeland</td><td>2,083,000</td><td>2,104,000</td></tr></table>"
    wanted = Wanted(read("about 2.1 million"), "Zeeland has about 2.1 million people.")
    found = suggest(document(page, "text/html"), wanted)
    assert [one.found for one in found[:2]] == ["2,104,000", "2,083,000"]
