"""Keeps everything within reach on a screen that is smaller than what it shows."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QScrollArea,
    QWidget,
)

from desktop.widgets import qt_scale

SMALLEST = QSize(640, 400)  # what is left of a screen of 800x600 beside bars and menus


def name_scroll_bars(root: QWidget, name: str) -> None:
    """Let screen readers tell what each bar scrolls: its area, or else what has this name.

    The head of a table that has no name of its own takes the table's.
    """
    for table in root.findChildren(QAbstractItemView):
        for head in table.findChildren(QHeaderView):
            head.setAccessibleName(head.accessibleName() or table.accessibleName() or name)
    for area in (root, *root.findChildren(QAbstractScrollArea)):
        if isinstance(area, QAbstractScrollArea):
            for bar in (area.horizontalScrollBar(), area.verticalScrollBar()):
                bar.setAccessibleName(bar.accessibleName() or area.accessibleName() or name)


class ScrollWhenSmall(QScrollArea):
    """Shows its content as large as there is room, and scrolls only where that isn't enough."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("scrollWhenSmall")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what has the focus scrolls into view
        self.setWidgetResizable(True)
        self._content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setAccessibleName(self.tr("Scroll the window"))

    def minimumSizeHint(self) -> QSize:
        smallest = SMALLEST / qt_scale.factor()  # the screen has no more room for larger type
        return smallest.boundedTo(self._content.minimumSizeHint())

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.updateGeometry()
        return super().event(event)
