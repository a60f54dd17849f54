"""Draw a path of figures against a band in the terminal's own characters."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factlint.comparators.words import number

HEIGHT = 9
WIDTH = 60

_IN, _OUT, _NONE, _EDGE = "●", "✗", "?", "┄"


def plot(
    path: Sequence[Fraction | None], band: tuple[Fraction | None, Fraction | None], *, width: int = WIDTH
) -> list[str]:
    """Return the lines of a plot: a column a figure (the newest ``width``), the band's ends as dashed lines.

    ``None`` in the path is a run without a figure, an end of ``None`` an open side. No figure gives no plot.
    """
    path = path[-width:]
    known = [figure for figure in path if figure is not None]
    if not known:
        return []
    ends = [end for end in band if end is not None]
    top, bottom = max(known + ends), min(known + ends)
    rows = HEIGHT if top > bottom else 1
    grid = [[" "] * len(path) for _ in range(rows)]
    labels = {_row(figure, top, bottom): number(figure) for figure in (max(known), min(known), *ends)}
    for end in ends:
        grid[_row(end, top, bottom)] = [_EDGE] * len(path)
    for column, figure in enumerate(path):
        if figure is None:
            grid[-1][column] = _NONE
        else:
            grid[_row(figure, top, bottom)][column] = _IN if _inside(figure, band) else _OUT
    margin = max(map(len, labels.values()))
    lines = [f"{labels.get(row, ''):>{margin}} │{''.join(cells)}" for row, cells in enumerate(grid)]
    return [*lines, f"{'':>{margin}} └{'─' * len(path)}"]


def _row(figure: Fraction, top: Fraction, bottom: Fraction) -> int:
    return round((top - figure) / (top - bottom) * (HEIGHT - 1)) if top > bottom else 0


def _inside(figure: Fraction, band: tuple[Fraction | None, Fraction | None]) -> bool:
    least, most = band
    return (least is None or least <= figure) and (most is None or figure <= most)
