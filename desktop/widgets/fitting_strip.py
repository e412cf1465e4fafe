"""A strip above the pages that is as high as its words need in the width that it has."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame


class FittingStrip(QFrame):
    """Takes its height from its layout; whoever changes the words calls `fit` afterwards."""

    def hasHeightForWidth(self) -> bool:
        return False  # or the window would take its pages' favourite heights for the least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.fit)  # not before this event is done with the layout

    @Slot()
    def fit(self) -> None:
        """Be as high as the words need in this width."""
        layout = self.layout()
        if layout is None or self.isHidden():
            return
        layout.activate()  # or the words' own layout still counts without what was hidden
        if layout.hasHeightForWidth():
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        else:
            self.setFixedHeight(layout.totalSizeHint().height())
