"""Fields for numbers: what is typed is what counts, and what is no number stays and says why."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import exact
from desktop.i18n.typed_numbers import UNFINISHED, read_real, read_whole
from desktop.widgets.accessibility import name_part
from desktop.widgets.fields import paint_arrows, wheel_if_focused
from desktop.widgets.theme import VERMILLION
from engine.errors import ConfigError

_REST_MS = 1000  # a pause after which what was typed is finished
_FINEST = Decimal("1e-6")  # what the arrows change at least
_FROM_ZERO = -2  # the power of ten that counts as its size: 0 goes to 0.001
_EDGE_PX, _ROUND_PX = 2, 6


class Typing(QObject):
    """What stands in a number field's editor.

    `problem` is why that is no number for this field, or None, and `told` the same once it is time
    to say so: what may still become a number is left alone while it is being typed.
    Signals: `changed()` another text or another thing to say; `rested()` the typing is finished, by
    Enter, by a click elsewhere, or by a short rest.
    """

    changed = Signal()
    rested = Signal()

    def __init__(self, box: QAbstractSpinBox, read: Callable[[str], float]) -> None:
        super().__init__(box)
        self.problem: ConfigError | None = None
        self.told: ConfigError | None = None
        self.text = ""  # what stands there, where that is no number
        self._box, self._read = box, read
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        box.lineEdit().textChanged.connect(self._on_text_changed)
        box.editingFinished.connect(self._on_rested)

    def problem_of(self, text: str) -> ConfigError | None:
        """Return why a text is no number for this field, or None where it is one."""
        try:
            self._read(text)
        except ConfigError as error:
            return error
        return None

    def state_of(self, text: str) -> QValidator.State:
        """Tell Qt whether a text can be used; nothing is kept from being typed."""
        wrong = self.problem_of(text)
        return QValidator.State.Intermediate if wrong else QValidator.State.Acceptable

    def forget(self) -> None:
        """Know that a number takes the place of what was typed."""
        self._rest.stop()
        self._note("", None)
        self._tell(None)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        problem = self.problem_of(text)
        self._note(text, problem)
        self._tell(None if problem and problem.message.code in UNFINISHED else problem)
        self._rest.start()
        self.changed.emit()

    @Slot()
    def _on_rested(self) -> None:
        self._rest.stop()
        self._tell(self.problem)
        self.rested.emit()

    def _note(self, text: str, problem: ConfigError | None) -> None:
        self.problem, self.text = problem, text if problem else ""

    def _tell(self, problem: ConfigError | None) -> None:
        if problem is not self.told:
            self.told = problem
            self._box.setAccessibleDescription(in_words(problem) if problem else "")
            self._box.update()
            self.changed.emit()


class WholeNumber(QSpinBox):
    """A field for a whole number; `value()` is the last that stood there."""

    def __init__(self, low: int, high: int, value: int) -> None:
        super().__init__()
        self.typing = Typing(self, partial(read_whole, low=low, high=high))
        self.setRange(low, high)
        self.setValue(value)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rule = self.tr("Thousands are written without a sign: 1000, or 1e3.")

    @property
    def problem(self) -> ConfigError | None:
        """Why what stands there can't be used, or None."""
        return self.typing.problem

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        name_part(self.lineEdit(), name, QAccessible.Role.EditableText)

    def setValue(self, value: int) -> None:
        self.typing.forget()
        super().setValue(value)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        return self.typing.state_of(text), text, pos

    def fixup(self, text: str) -> str:
        return text  # Qt would leave out what sets off thousands: 1,5 would be 15

    def valueFromText(self, text: str) -> int:
        return read_whole(text, self.minimum(), self.maximum())

    def textFromValue(self, value: int) -> str:
        is_wrong = self.typing.problem and value == self.value()
        return self.typing.text if is_wrong else str(value)

    def stepBy(self, steps: int) -> None:
        if not self.problem:
            super().stepBy(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_around(self, self.typing)


class RealNumber(QDoubleSpinBox):
    """A field for a small positive number; the arrows change its second digit.

    `value()` is the last number that stood there. Signals: `settled(float)` that number once it is
    finished, where it is another one.
    """

    settled = Signal(float)

    def __init__(self, low: float, high: float, value: float) -> None:
        super().__init__()
        self.typing = Typing(self, partial(read_real, low=low, high=high))
        self.setDecimals(323)  # as many as Qt can: what is typed is never rounded
        self.setRange(low, high)
        self._settled = value
        self.setValue(value)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rule = self.tr(
            "Decimals follow a point or a comma, thousands have no sign, and 1e-3 is 0.001."
        )
        self.typing.rested.connect(self._settle)

    @property
    def problem(self) -> ConfigError | None:
        """Why what stands there can't be used, or None."""
        return self.typing.problem

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        name_part(self.lineEdit(), name, QAccessible.Role.EditableText)

    def setValue(self, value: float) -> None:
        self.typing.forget()
        super().setValue(value)
        self._settle()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        return self.typing.state_of(text), text, pos

    def fixup(self, text: str) -> str:
        return text  # Qt would leave out what sets off thousands: 1,5 would be 15

    def valueFromText(self, text: str) -> float:
        return read_real(text, self.minimum(), self.maximum())

    def textFromValue(self, value: float) -> str:
        is_wrong = self.typing.problem and value == self.value()
        return self.typing.text if is_wrong else exact(value)

    def stepBy(self, steps: int) -> None:
        if not self.problem:
            self.setValue(stepped(self.value(), steps))
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_around(self, self.typing)

    @Slot()
    def _settle(self) -> None:
        if not self.problem and self.value() != self._settled:
            self._settled = self.value()
            self.settled.emit(self._settled)


NumberField = WholeNumber | RealNumber


def stepped(value: float, steps: int) -> float:
    """Return a number with its second digit so many steps on: 0.1 goes to 0.11, or to 0.099."""
    number = Decimal(repr(value))
    size = number.adjusted() if number else _FROM_ZERO
    if steps < 0 and number == Decimal(1).scaleb(size):
        size -= 1
    return float(number + steps * max(Decimal(1).scaleb(size - 1), _FINEST))


def _paint_around(box: QAbstractSpinBox, typing: Typing) -> None:
    """Paint the arrows, and an edge around what can't be used."""
    paint_arrows(box)
    if typing.told:
        painter = QPainter(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(VERMILLION), _EDGE_PX))
        edge = QRectF(box.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, _ROUND_PX, _ROUND_PX)
        painter.end()
