"""What scrolls a column that is read from top to bottom."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.widgets.scroll_when_small import name_scroll_bars


def reading_area(name: str, column: QWidget) -> QScrollArea:
    """Return a frameless area around a column; `name` tells screen readers what it scrolls."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what has the focus scrolls into view
    name_scroll_bars(area, name)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(column)
    return area
