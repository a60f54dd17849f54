"""An observation of a statistical dataset."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from factlint.documents.base import Document
from factlint.documents.datasets import TIME, VALUE, dataset
from factlint.documents.table import Table
from factlint.selectors.rows import RowsSelector
from factlint.selectors.series import Edge


class ObservationsSelector(RowsSelector):
    """An observation of a statistical dataset: JSON-stat 2.0, SDMX-JSON (1.0 and 2.0) or SDMX-CSV.

    ``where`` names dimensions and the codes they must have, or with ``.label`` their labels
    (``geo.label: Norland``), until one series is left. It is read at the claim's day: a period counts once
    it is over (``counts_from: start`` lets it count from its first day). Periods such as ``2024-Q1`` and
    ``2024M05`` are understood, and a figure in millions (SDMX's attribute ``UNIT_MULT``) is written out. All
    else is as for kind ``csv``, over the columns ``value`` and ``time``.

    ```yaml
    select:
      kind: observations
      where: {geo: NO, unit: PC_GDP}
    ```
    """

    kind: Literal["observations"] = "observations"
    counts_from: Edge = Field("end", description="From which end of its period an observation counts.")

    @model_validator(mode="before")
    @classmethod
    def _usual_columns(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        read = {} if data.get("low") or data.get("high") else {"column": VALUE}
        dated = {} if data.get("interval") else {"date": TIME}
        return {**read, **dated, **data}

    def _table(self, document: Document) -> Table:
        return dataset(document, self.format)
