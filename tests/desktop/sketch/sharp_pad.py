"""Draws on a wide pad and prints where the ink is, in pixels; `test_canvas` runs it at scale 2."""

import json

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.sketch.canvas import Canvas
from desktop.sketch.document import SketchDocument
from desktop.sketch.mime import rgba

PLACES = [(20 + 10 * step, 30 + 4 * step) for step in range(36)]


def ink_box(canvas: Canvas) -> list[list[int]]:
    """Return left and top, right and bottom of what has the ink's colour."""
    QApplication.processEvents()
    grey = rgba(canvas.grab().toImage())[..., 0]
    rows, columns = np.nonzero(grey == canvas.palette().text().color().red())
    return [[int(columns.min()), int(rows.min())], [int(columns.max()), int(rows.max())]]


def main() -> None:
    app = QApplication([])
    document = SketchDocument()
    canvas = Canvas(document)
    canvas.show_guide(False)
    canvas.resize(400, 200)
    canvas.show()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=QPoint(*PLACES[0]))
    for place in PLACES[1:]:
        QTest.mouseMove(canvas, QPoint(*place))
        app.processEvents()
    live = ink_box(canvas)
    QTest.mouseRelease(canvas, left, pos=QPoint(*PLACES[-1]))
    ends = [[2 * x for x in PLACES[0]], [2 * x for x in PLACES[-1]]]
    ratio = canvas.devicePixelRatioF()
    print(json.dumps({"ratio": ratio, "places": ends, "live": live, "done": ink_box(canvas)}))


if __name__ == "__main__":
    main()
