"""The drawings that are kept, as the window knows them. Files are the engine's business."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from desktop.drawings.questions import list_digits
from desktop.i18n.engine_words import in_words
from desktop.worker.questions import Newest, Questions
from engine.data import drawings
from engine.data.drawings import OwnDigit
from engine.errors import DataError
from engine.words.message import Message


class Library(QObject):
    """Signals: `changed()` other drawings than before; `failed(str)` a sentence for people."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, questions: Questions, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.digits: tuple[OwnDigit, ...] = ()  # class after class, the oldest first
        self.known = False  # whether the folder has been looked through
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_found)
        self._question.ended.connect(self._on_read)
        self._question.failed.connect(self._on_refused)
        self._found: list[OwnDigit] = []
        self._removed: list[OwnDigit] = []

    @property
    def kept_back(self) -> tuple[OwnDigit, ...]:
        """The drawings to test on."""
        return tuple(digit for digit in self.digits if digit.kept_back)

    @property
    def can_put_back(self) -> bool:
        return bool(self._removed)

    def read(self) -> None:
        """Look through the folder; `changed` follows."""
        self._found = []
        self._question.ask(list_digits(self.folder))

    def keep(self, image: NDArray[np.uint8], label: str) -> OwnDigit | None:
        """Keep a drawing; None where it can't be, and `failed` says why."""
        try:
            digit = drawings.keep(self.folder, image, label)
        except DataError as error:
            self.failed.emit(in_words(error))
            return None
        self._show((*self.digits, digit))
        return digit

    def remove(self, digit: OwnDigit) -> None:
        """Take a drawing away; `put_back` brings it back."""
        try:
            drawings.remove(digit)
        except DataError as error:
            self.failed.emit(in_words(error))
            return
        self._removed.append(digit)
        self._show(tuple(other for other in self.digits if other is not digit))

    @Slot()
    def put_back(self) -> None:
        """Bring back the drawing that was removed last."""
        try:
            drawings.put_back(self._removed[-1])
        except DataError as error:
            self.failed.emit(in_words(error))
            return
        self._show((*self.digits, self._removed.pop()))

    def export(self, path: Path) -> bool:
        """Write all of them to an archive; tell whether it worked."""
        try:
            drawings.export_zip(self.digits, path)
        except DataError as error:
            self.failed.emit(in_words(error))
            return False
        return True

    def _show(self, digits: tuple[OwnDigit, ...]) -> None:
        self.digits = tuple(sorted(digits, key=lambda digit: (digit.label, digit.path.name)))
        self.changed.emit()
        if self._question.is_awaited:
            self.read()  # the list that is on its way is older than this

    @Slot(object)
    def _on_found(self, found: tuple[OwnDigit, ...] | Message) -> None:
        if isinstance(found, Message):
            self.failed.emit(in_words(found))
        else:
            self._found += found

    @Slot()
    def _on_read(self) -> None:
        self.known = True
        self._show(tuple(self._found))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._on_read()
        self.failed.emit(sentence)
