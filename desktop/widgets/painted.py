"""What is painted by hand, and what screen readers take it for: a picture with a name.

Qt tells the role of a widget by its class. A plain QWidget is a container to it, a label with a
picture is a picture, and a label without one is text.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Painted(QLabel):
    """A widget that paints itself. Name and describe it: nothing else can be heard of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)
