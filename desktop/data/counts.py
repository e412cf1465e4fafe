"""How many images there are of each class in each split, as a table that also chooses them."""

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from desktop.data.album import OF_EACH, Inventory
from desktop.data.tree import Wanted
from desktop.i18n.numbers import whole
from desktop.widgets.controls import Card, title
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.widgets.whole_rows import WholeItems

LEFT_PX = 194  # how wide it is, and the folders above it
_SPLITS = ("train", "valid")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountsTable(QTableWidget):
    """A row for each class, one for all. Signals: `wanted(Wanted)`, the cell that was chosen."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(0, 1 + len(_SPLITS))
        self.setObjectName("countsTable")
        self.setAccessibleName(self.tr("Images of each class and split"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        for column, text in enumerate((self.tr("Class"), self.tr("train"), self.tr("valid"))):
            header = QTableWidgetItem(text)
            header.setTextAlignment(_RIGHT if column else _LEFT)
            self.setHorizontalHeaderItem(column, header)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        head = self.horizontalHeader()
        head.setAccessibleName(self.tr("Columns of the counts"))
        self.verticalHeader().hide()
        self._classes: tuple[str, ...] = ()
        self.currentCellChanged.connect(self._on_cell_changed)
        self.cellClicked.connect(self._on_cell_changed)

    def show_inventory(self, inventory: Inventory) -> None:
        """Count the images of a dataset."""
        self._classes = inventory.classes
        self.blockSignals(True)
        self.setRowCount(len(inventory.classes) + 1)
        for row, name in enumerate([*inventory.classes, self.tr("all")]):
            self.setItem(row, 0, QTableWidgetItem(name))
        for column, labels in enumerate(np.split(inventory.labels, [inventory.train]), start=1):
            counts = np.bincount(labels, minlength=len(inventory.classes)).tolist()
            for row, count in enumerate([*counts, len(labels)]):
                item = QTableWidgetItem(whole(count))
                item.setTextAlignment(_RIGHT)
                self.setItem(row, column, item)
        row_px = self.fontMetrics().height() + 4
        for row in range(self.rowCount()):
            self.setRowHeight(row, row_px)
        self.blockSignals(False)

    @Slot(int, int)
    def _on_cell_changed(self, row: int, column: int, *_: int) -> None:
        if row >= 0 and column >= 0:
            label = self._classes[row] if row < len(self._classes) else None
            self.wanted.emit(Wanted(_SPLITS[column - 1] if column else None, label))


class CountsCard(Card):
    """The table, and a button below it. Signals: `draw_wished()`, to see a few of each class."""

    draw_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = CountsTable()
        self.draw_button = QPushButton()
        self.draw_button.setObjectName("drawButton")
        self.draw_button.clicked.connect(self.draw_wished)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX - 3, GAP_PX, GAP_PX - 2)
        layout.setSpacing(6)
        heading, table = title(self.tr("Images of each class")), WholeItems(self.table, LEFT_PX)
        for widget in (heading, table, self.draw_button):
            layout.addWidget(widget)

    def offer_draw(self, inventory: Inventory, wanted: Wanted) -> None:
        """Offer a few of each class, or others of them where these are what is shown."""
        text, can_draw = self.tr("Show a sa&mple"), True
        tip = self.tr("Up to twenty random training images of each class")
        if wanted.draw:
            text = self.tr("Show another sa&mple")
            tip = self.tr("Draw again: up to twenty random training images of each class")
            counts = np.bincount(inventory.labels[: inventory.train], minlength=1)
            can_draw = bool(counts.max() > OF_EACH)
        if not can_draw:
            tip = self.tr("No class has more than twenty images to train on: all of them are shown")
        self.draw_button.setText(text)
        self.draw_button.setToolTip(as_tip(tip))
        self.draw_button.setEnabled(can_draw)
