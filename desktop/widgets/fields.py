"""Choices, and what all fields of a form share: the wheel turns only the one with the focus."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop.widgets import icons

FIELD_MARGINS = (6, 0, 0, 0)  # of what is typed in a field with arrows
_CHEVRON_PX = 13  # from the right edge to the arrow's middle
_WORDS_MARGINS_PX = 2  # beside a choice's words, which Qt's hint leaves out


def leave_drops(field: QWidget) -> None:
    """Let what is dropped on a field go to the window: a file is to be opened, and no words."""
    field.setAcceptDrops(False)


class Choice(QComboBox):
    """A combo box. The wheel scrolls the page unless the box has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)  # the list that opens

    def setCurrentText(self, text: str) -> None:
        """Choose the item by what it shows or by the plain name that it stands for."""
        index = self.findText(text)
        if index >= 0:
            self.setCurrentIndex(index)
        else:
            self.choose_plain(text)

    def index_of(self, plain: object) -> int:
        """Return where the item stands that means this, or -1; `findData` wants the very object."""
        return next((row for row in range(self.count()) if self.itemData(row) == plain), -1)

    def choose_plain(self, plain: object) -> None:
        """Choose the item that stands for this. Raises ValueError where none does."""
        index = self.index_of(plain)
        if index < 0:
            raise ValueError(f"{self.objectName() or type(self).__name__} doesn't offer {plain!r}.")
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_if_focused(self, event, super().wheelEvent)

    def sizeHint(self) -> QSize:
        return super().sizeHint().grownBy(QMargins(0, 0, _WORDS_MARGINS_PX, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        center = QPointF(self.width() - _CHEVRON_PX, self.height() / 2)
        icons.chevron(painter, center, up=False, color=icons.arrow_color(self))
        painter.end()

    def shown(self, option: QStyleOptionComboBox) -> str:
        """Return what of the chosen item's words there is room for."""
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, part, self).width() - _WORDS_MARGINS_PX
        words = option.currentText
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)


class Slider(QSlider):
    """A slider along a line. The wheel scrolls the page unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_if_focused(self, event, super().wheelEvent)


def wheel_if_focused(
    widget: QWidget, event: QWheelEvent, turn: Callable[[QWheelEvent], None]
) -> None:
    """Let the wheel turn a field that has the focus, and scroll the page otherwise."""
    if widget.hasFocus():
        turn(event)
    else:
        event.ignore()


def paint_arrows(box: QAbstractSpinBox) -> None:
    """Paint the arrows of a box for numbers."""
    painter = QPainter(box)
    x, middle = box.width() - _CHEVRON_PX, box.height() / 2
    icons.chevron(painter, QPointF(x, middle - 4.5), up=True, color=icons.arrow_color(box))
    icons.chevron(painter, QPointF(x, middle + 4.5), up=False, color=icons.arrow_color(box))
    painter.end()
