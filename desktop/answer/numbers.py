"""The 28x28 numbers in a window of their own, as large as they can be read, and to be copied."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.answer.headings import Headings
from desktop.answer.heat import HeatMap, key, words
from desktop.answer.model_view import SIDE, Cell, ModelView
from desktop.i18n.numbers import fill
from desktop.widgets.controls import caption
from desktop.widgets.dialog import Dialog
from desktop.widgets.theme import GAP_PX

CELL_PX = 22  # less on a screen that isn't high enough
_REST_PX = 166  # the window's title, headings, key and foot


class NumbersWindow(Dialog):
    """Follows the sketch while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the model sees: 28 × 28 numbers"))
        self.view = ModelView(CELL_PX, numbers=True)
        self.view.setObjectName("numbersView")
        self.columns = Headings(Qt.Orientation.Horizontal)
        self.rows = Headings(Qt.Orientation.Vertical)
        self.key = caption("")
        self.key.setObjectName("heatKey")
        self.key.setTextFormat(Qt.TextFormat.RichText)
        self.readout = caption("")
        self.readout.setObjectName("numbersReadout")
        self.copy_button = QPushButton(self.tr("&Copy the numbers"))
        self.copy_button.setToolTip(
            self.tr("28 rows of 28 numbers, ready to paste into a spreadsheet")
        )
        self.copy_button.setAutoDefault(False)
        self._build()
        self.copy_button.clicked.connect(self.copy)
        QShortcut(QKeySequence.StandardKey.Copy, self).activated.connect(self.copy)
        for headings in (self.columns, self.rows):
            self.view.cell_changed.connect(headings.show_cell)
        self.view.cell_changed.connect(self._on_cell_changed)
        self._on_cell_changed(None)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.addWidget(self.columns, 0, 1)
        grid.addWidget(self.rows, 1, 0)
        grid.addWidget(self.view, 1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.readout, 1)
        foot.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(8)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # smaller cells shrink it
        layout.addLayout(grid)
        layout.setAlignment(grid, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.key)
        layout.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        room_px = self.screen().availableGeometry().height() - _REST_PX
        self.view.set_cell_px(max(12, min(CELL_PX, room_px // SIDE)))
        super().showEvent(event)

    @Slot(object)
    def show_image(self, image: NDArray[np.uint8] | None) -> None:
        self.view.show_image(image)

    @Slot(object)
    def show_heat(self, heat: HeatMap | None) -> None:
        """Lay a map of what mattered over the numbers, and say what its colours mean; or None."""
        self.view.show_heat(heat)
        self._explain_heat()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._explain_heat()
        super().changeEvent(event)

    def _explain_heat(self) -> None:
        text = self.tr(
            "{0} counts for the answer, {1} against it; the stronger the colour, the "
            "more. In brackets: by how much."
        )
        self.key.setText("" if self.view.heat is None else fill(text, *key(self.palette())))

    @Slot()
    def copy(self) -> None:
        """Put the numbers on the clipboard: a line a row, tabs between them."""
        QGuiApplication.clipboard().setText(self.text())

    def text(self) -> str:
        """Return the numbers as `copy` does."""
        image = self.view.image
        numbers = np.zeros((SIDE, SIDE), np.uint8) if image is None else image
        return "\n".join("\t".join(map(str, row)) for row in numbers.tolist())

    @Slot(object)
    def _on_cell_changed(self, cell: Cell | None) -> None:
        if cell is None:
            text = self.tr("0 is paper, 255 is ink. The arrow keys move from pixel to pixel.")
        else:
            text = fill(self.tr("Row {0}, column {1}: {2}"), *cell, self.view.value())
            if self.view.heat is not None:
                text += f" ({words(self.view.heat, *cell)})"
        self.readout.setText(text)
