"""Rows are found by a value without looking at every row each time."""

from __future__ import annotations

from factlint.documents.table import table


def test_rows_by_a_value_keep_their_order_and_count_missing_cells_as_empty(doc):
    found = table(doc("city,people\nA,1\nB,2\nA,3\n,4\nC\n", "text/csv"))
    assert [row.cells["people"] for row in found.having("city", "A")] == ["1", "3"]
    assert [row.cells["people"] for row in found.having("city", "")] == ["4"]
    assert found.having("city", "D") == []
    assert [row.cells["city"] for row in found.having("people", "")] == ["C"]
