"""The list of pictures that were read, as a table: it holds what `pictures_window` puts in it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from desktop.widgets.theme import GAP_PX

FILE, ANSWER, SURE, KEEP = range(4)  # columns
CHOICE_PX = 110
_ICON_PX, _ROW_PX = 28, 42
_MEASURED_ROWS = 30  # say how wide a column is, or each row would ask all before it


class PicturesTable(QTableWidget):
    """A row a picture; its first column takes the room that the others leave."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(0, len(names))
        self.setObjectName("pictures")
        self.setHorizontalHeaderLabels(list(names))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(KEEP, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(KEEP, CHOICE_PX + GAP_PX)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
