"""What is painted by hand and has places to point at, by mouse or by keys."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.painted import Painted


class Pointed(Painted):
    """Follows the pointer; without it, or the focus, nothing is pointed at.

    A subclass says in `_point_at` what lies at a place, and moves its own cursor by keys.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _point_at(self, place: QPointF | None) -> None:
        """Move the cursor to what lies at a place; None: nothing is pointed at."""
        raise NotImplementedError

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
