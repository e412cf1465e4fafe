"""A landscape as a file: a picture, or a table of the paths' moments and the loss at each place."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.i18n.words import Words
from desktop.plots.saving import ask_where, png_of_widget
from desktop.runs.landscape.messages import Found, Measured
from desktop.widgets.save_file import saved, write
from engine.words.csv_table import csv_file


class LandscapeTable(Words):
    """The heads of its columns, and what is said of a file."""


def save_picture(window: QWidget, body: QWidget) -> str:
    """Ask where to, and save what is in sight; return what came of it, in words."""
    caption, kind = LandscapeTable.tr("Save the picture"), LandscapeTable.tr("Images")
    path = ask_where(window, caption, window.windowTitle() + ".png", kind)
    return _saved(path, png_of_widget(body)) if path else ""


def save_numbers(
    window: QWidget, found: Found, measured: Measured, names: Mapping[int, str]
) -> str:
    """Ask where to, and save the table; return what came of it, in words."""
    caption, kind = LandscapeTable.tr("Save the numbers"), LandscapeTable.tr("Tables")
    path = ask_where(window, caption, window.windowTitle() + ".csv", kind)
    return _saved(path, landscape_csv(found, measured, names)) if path else ""


def landscape_csv(found: Found, measured: Measured, names: Mapping[int, str]) -> bytes:
    """Return the table's file. Numbers keep a point.

    Of moments the loss is known of marked ones and of ends alone; rows of the loss over the plane
    name no run.
    """
    head = [
        *(LandscapeTable.tr("Run"), LandscapeTable.tr("Batch"), "x", "y"),
        *(LandscapeTable.tr("Distance from the plane"), LandscapeTable.tr("Loss")),
    ]
    rows = [head]
    for run, path in found.paths.items():
        moments = zip(path.steps, path.places.tolist(), path.distances.tolist(), strict=True)
        for step, (x, y), distance in moments:
            known = found.loss_at(run, step)
            loss = "" if known is None else f"{known:.9g}"
            rows.append([names[run], str(step), f"{x:.9g}", f"{y:.9g}", f"{distance:.9g}", loss])
    box, side = found.box, len(measured.losses)
    across, up = np.linspace(box.left, box.right, side), np.linspace(box.low, box.high, side)
    for row, y in enumerate(up.tolist()):
        for column, x in enumerate(across.tolist()):
            loss = f"{measured.losses[row, column]:.9g}"
            rows.append(["", "", f"{x:.9g}", f"{y:.9g}", "", loss])
    return csv_file(rows)


def _saved(path: Path, content: bytes) -> str:
    return write(path, content) or saved(path)
