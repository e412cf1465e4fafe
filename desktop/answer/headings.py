"""The numbers 0 to 27 over the columns of the 28x28 and beside its rows."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.answer.model_view import SIDE, Cell
from desktop.widgets.theme import scaled_font

_PART = 0.5  # of a pixel's size on the screen: how large the letters are
_THICK_PX = 18


class Headings(QWidget):
    """As long as the `ModelView` that it stands at; the cursor's row or column stands out."""

    def __init__(self, way: Qt.Orientation) -> None:
        super().__init__()
        self._is_row = way is Qt.Orientation.Horizontal
        self._at: int | None = None
        along, across = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
        self.setSizePolicy(*((along, across) if self._is_row else (across, along)))

    def sizeHint(self) -> QSize:
        return QSize(_THICK_PX, _THICK_PX)

    @Slot(object)
    def show_cell(self, cell: Cell | None) -> None:
        """Let the number of the cursor's (row, column) stand out; None is no cursor."""
        self._at = cell[self._is_row] if cell else None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        cell_px = (max(self.width(), self.height()) - 2) / SIDE
        for number in range(SIDE):
            start, is_here = 1 + number * cell_px, number == self._at
            place = QRectF(0, start, _THICK_PX, cell_px)
            if self._is_row:
                place = QRectF(start, 0, cell_px, _THICK_PX)
            font = scaled_font(self, 1.0, bold=is_here)
            font.setPixelSize(round(cell_px * _PART))
            painter.setFont(font)
            painter.setPen((palette.highlight() if is_here else palette.placeholderText()).color())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{number}")
