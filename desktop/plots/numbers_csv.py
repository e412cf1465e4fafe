"""Curves as a CSV file, without Qt: one row for each x that any curve has, one column a curve."""

import numpy as np

from desktop.plots.series import Points
from engine.words.csv_table import csv_file


def curves_csv(x_name: str, curves: list[tuple[str, Points]], *, log_x: bool = False) -> bytes:
    """Return the table; a curve that has no value at some x leaves its cell empty.

    With `log_x` the curves' x is a logarithm, and the table has what it stands for.
    """
    places = np.unique(np.concatenate([points.x for _, points in curves] or [np.empty(0)]))
    columns = [_cells(points, places) for _, points in curves]
    shown = 10**places if log_x else places
    rows = zip((f"{x:.9g}" for x in shown), *columns, strict=True)
    return csv_file([[x_name, *(name for name, _ in curves)], *rows])


def _cells(points: Points, places: np.ndarray) -> list[str]:
    cells = [""] * len(places)
    for index, y in zip(np.searchsorted(places, points.x), points.y, strict=True):
        cells[index] = f"{y:.9g}"
    return cells
