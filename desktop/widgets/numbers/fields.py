"""Fields for numbers: what is typed is what counts, and what is no number stays and says why."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from desktop.i18n.numbers import exact
from desktop.i18n.typed_numbers import read_real, read_whole
from desktop.widgets.fields import FIELD_MARGINS, paint_arrows, wheel_if_focused
from desktop.widgets.numbers.typing import Typing
from desktop.widgets.theme import VERMILLION
from engine.errors import ConfigError

_FINEST = Decimal("1e-6")  # what the arrows change at least
_FROM_ZERO = -2  # the power of ten that counts as its size: 0 goes to 0.001
_USUAL = "0.001"
_EDGE_PX, _ROUND_PX = 2, 6

if TYPE_CHECKING:

    class _SpinBox(QAbstractSpinBox):
        settled: SignalInstance

        def value(self) -> Any: ...
        def setValue(self, value: Any) -> None: ...

else:  # a class can't stand on two of Qt's: what both fields share is plain Python
    _SpinBox = object


class _Typed(_SpinBox):
    """What the two kinds of field share: an editor in which anything can stand, for a while."""

    typing: Typing
    _finished: Any  # the number that was finished last

    @property
    def problem(self) -> ConfigError | None:
        """Why what stands there can't be used, or None."""
        return self.typing.problem

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        return self.typing.state_of(text), text, pos

    def fixup(self, text: str) -> str:
        return text  # Qt would leave out what sets off thousands: 1,5 would be 15

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrows(self)
        if self.typing.told:
            self._paint_edge()

    def _begin(self, typing: Typing) -> None:
        self.typing = typing
        typing.changed.connect(self._fall_back)
        typing.rested.connect(self._finish)
        self.lineEdit().setTextMargins(*FIELD_MARGINS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _finish(self) -> None:
        """Take what stands there for finished, where it is a number."""
        if not self.problem and self.value() != self._finished:
            self._finished = self.value()
            self.settled.emit(self._finished)

    def _fall_back(self) -> None:
        """Stay with the last finished number, where there stands none: 1,0 on the way to 1,000."""
        if self.problem:
            super().setValue(self._finished)

    def _paint_edge(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(VERMILLION), _EDGE_PX))
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, _ROUND_PX, _ROUND_PX)
        painter.end()


class WholeNumber(_Typed, QSpinBox):
    """A field for a whole number; `value()` is the last finished one where there stands none.

    Signals: `settled(int)` a number is finished, and another one than before.
    """

    settled = Signal(int)

    def __init__(self, low: int, high: int, value: int) -> None:
        super().__init__()
        self._finished = value
        self._begin(Typing(self, self.valueFromText))
        self.setRange(low, high)
        self.setValue(value)
        self.rule = self.tr("Use no separator for thousands: 1000, or 1e3.")

    def setValue(self, value: int) -> None:
        self.typing.forget()
        super().setValue(value)
        self._finish()

    def valueFromText(self, text: str) -> int:
        return read_whole(text, self.minimum(), self.maximum())

    def textFromValue(self, value: int) -> str:
        is_wrong = self.typing.problem and value == self.value()
        return self.typing.text if is_wrong else str(value)

    def stepBy(self, steps: int) -> None:
        if not self.problem:
            super().stepBy(steps)
            self._finish()


class RealNumber(_Typed, QDoubleSpinBox):
    """A field for a small positive number; the arrows change its second digit.

    `value()` is the last finished number where there stands none. Signals: `settled(float)` a
    number is finished, and another one than before.
    """

    settled = Signal(float)

    def __init__(self, low: float, high: float, value: float) -> None:
        super().__init__()
        self._finished = value
        self._begin(Typing(self, self.valueFromText))
        self.setDecimals(323)  # as many as Qt can: what is typed is never rounded
        self.setRange(low, high)
        self.setValue(value)
        self.rule = self.tr(
            "Use a point or a comma for decimals and no separator for thousands; 1e-3 is 0.001."
        )

    def setValue(self, value: float) -> None:
        self.typing.forget()
        super().setValue(value)
        self._finish()

    def sizeHint(self) -> QSize:
        return self._for_usual(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._for_usual(super().minimumSizeHint())

    def valueFromText(self, text: str) -> float:
        return read_real(text, self.minimum(), self.maximum())

    def textFromValue(self, value: float) -> str:
        is_wrong = self.typing.problem and value == self.value()
        return self.typing.text if is_wrong else exact(value)

    def stepBy(self, steps: int) -> None:
        if not self.problem:
            self.setValue(stepped(self.value(), steps))
            self.selectAll()

    def _for_usual(self, hint: QSize) -> QSize:
        """Ask for no more room than usual numbers need: nobody chooses the largest."""
        room = self.fontMetrics().horizontalAdvance
        return hint - QSize(max(0, room(exact(self.maximum())) - room(_USUAL)), 0)


NumberField = WholeNumber | RealNumber


def stepped(value: float, steps: int) -> float:
    """Return a number with its second digit so many steps on: 0.1 goes to 0.11, or to 0.099."""
    number = Decimal(repr(value))
    size = number.adjusted() if number else _FROM_ZERO
    if steps < 0 and number == Decimal(1).scaleb(size):
        size -= 1
    return float(number + steps * max(Decimal(1).scaleb(size - 1), _FINEST))
