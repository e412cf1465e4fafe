"""What stands in a number field's editor, and when it is time to say that it is no number."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox

from desktop.i18n.engine_words import in_words
from desktop.i18n.typed_numbers import UNFINISHED
from engine.errors import ConfigError

_REST_MS = 1000  # a pause after which what was typed is finished


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

    @property
    def is_under_way(self) -> bool:
        """Whether something stands there that isn't finished, or can't be used."""
        return self._rest.isActive() or self.problem is not None

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
