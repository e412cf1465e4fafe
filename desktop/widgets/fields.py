"""The fields of a form: choices and numbers. The wheel turns only the one that has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from desktop.widgets import icons
from desktop.widgets.accessibility import name_part

_CHEVRON_PX = 13  # from the right edge to the arrow's middle


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

    def choose_plain(self, plain: object) -> None:
        """Choose the item that stands for this. Raises ValueError where none does."""
        index = self.findData(plain)
        if index < 0:
            raise ValueError(f"{self.objectName() or type(self).__name__} doesn't offer {plain!r}.")
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        center = QPointF(self.width() - _CHEVRON_PX, self.height() / 2)
        icons.chevron(QPainter(self), center, up=False, color=icons.arrow_color(self))


class WholeNumber(QSpinBox):
    """A field for a whole number."""

    def __init__(self, low: int, high: int, value: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setValue(value)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        name_part(self.lineEdit(), name, QAccessible.Role.EditableText)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrows(self)


class RealNumber(QDoubleSpinBox):
    """A field for a small positive number; the arrows change its first digit."""

    def __init__(self, low: float, high: float, value: float) -> None:
        super().__init__()
        self.setDecimals(6)
        self.setRange(low, high)
        self.setValue(value)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        name_part(self.lineEdit(), name, QAccessible.Role.EditableText)

    def textFromValue(self, value: float) -> str:
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value, "g", 6)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._with_point(text))

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        return super().validate(self._with_point(text), place)

    def _with_point(self, text: str) -> str:
        """Take a point and a comma alike for the language's own: nobody types thousands here."""
        point = self.locale().decimalPoint()
        return text.replace(".", point).replace(",", point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrows(self)


def _wheel_if_focused(
    widget: QWidget, event: QWheelEvent, turn: Callable[[QWheelEvent], None]
) -> None:
    if widget.hasFocus():
        turn(event)
    else:
        event.ignore()


def _paint_arrows(box: QAbstractSpinBox) -> None:
    painter = QPainter(box)
    x, middle = box.width() - _CHEVRON_PX, box.height() / 2
    icons.chevron(painter, QPointF(x, middle - 4.5), up=True, color=icons.arrow_color(box))
    icons.chevron(painter, QPointF(x, middle + 4.5), up=False, color=icons.arrow_color(box))
    painter.end()
