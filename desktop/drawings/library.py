"""The drawings that are kept, as the window knows them. Files are the engine's business."""

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from desktop.drawings.questions import list_drawings
from desktop.i18n.engine_words import in_words
from desktop.worker.questions import Newest, Questions
from engine.data import drawings, own_places
from engine.data.drawings import KeptDrawing
from engine.errors import DataError
from engine.words.message import Message

Change = tuple[KeptDrawing, KeptDrawing | None]  # a drawing before and after; None: removed


class Library(QObject):
    """Signals: `changed()` other drawings than before; `failed(str)` a sentence for people."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, questions: Questions, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.drawings: tuple[KeptDrawing, ...] = ()  # class after class, the oldest first
        self.known = False  # whether the folder has been looked through
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_found)
        self._question.ended.connect(self._on_read)
        self._question.failed.connect(self._on_refused)
        self._found: list[KeptDrawing] = []
        self._done: list[list[Change]] = []  # what can be undone, the last step last

    @property
    def kept_back(self) -> tuple[KeptDrawing, ...]:
        """The drawings to test on."""
        return tuple(drawing for drawing in self.drawings if drawing.kept_back)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes of which there is a drawing, in natural order."""
        return tuple(dict.fromkeys(drawing.label for drawing in self.drawings))

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def spelling(self, typed: str) -> str:
        """Return a label as it is known, where it was typed with other bytes for the same letters.

        An "é" may be one character or two; nobody sees which.
        """
        composed = unicodedata.normalize("NFC", typed)
        same = (name for name in self.labels if unicodedata.normalize("NFC", name) == composed)
        return next(same, typed)

    def read(self) -> None:
        """Look through the folder; `changed` follows."""
        self._found = []
        self._question.ask(list_drawings(self.folder))

    def keep(self, image: NDArray[np.uint8], label: str) -> KeptDrawing | None:
        """Keep a drawing; None where it can't be, and `failed` says why."""
        try:
            drawing = own_places.keep(self.folder, image, self.spelling(label))
        except DataError as error:
            self.failed.emit(in_words(error))
            return None
        self._show((*self.drawings, drawing))
        return drawing

    def remove(self, chosen: Sequence[KeptDrawing]) -> None:
        """Take drawings away; `undo` brings them back."""
        self._change(chosen, None)

    def move(self, chosen: Sequence[KeptDrawing], label: str) -> None:
        """Put drawings into another class, each on the side where it is; `undo` takes it back."""
        self._change(chosen, self.spelling(label))

    @Slot()
    def undo(self) -> None:
        """Take back the last removal, move or renaming, as far as it can be."""
        shown = {drawing.path: drawing for drawing in self.drawings}
        step = self._done.pop()
        try:
            while step:
                before, after = step[-1]
                if after:
                    own_places.move_back(before, after)
                    shown.pop(after.path, None)
                else:
                    drawings.put_back(before)
                shown[before.path] = before
                step.pop()
        except DataError as error:
            self._done.append(step)
            self.failed.emit(in_words(error))
        self._show(shown.values())

    def export(self, path: Path) -> bool:
        """Write all of them to an archive; tell whether it worked."""
        try:
            drawings.export_zip(self.drawings, path)
        except DataError as error:
            self.failed.emit(in_words(error))
            return False
        return True

    def _change(self, chosen: Sequence[KeptDrawing], label: str | None) -> None:
        """Move drawings to a class, or remove them where that is None; up to the first refusal."""
        done: list[Change] = []
        try:
            places = None if label is None else own_places.Places(self.folder)
            for drawing in chosen:
                if places is None or label is None:
                    drawings.remove(drawing)
                    done.append((drawing, None))
                elif label != drawing.label:
                    done.append((drawing, places.move(drawing, label)))
        except DataError as error:
            self.failed.emit(in_words(error))
        if done:
            self._done.append(done)
        gone = {before.path for before, _ in done}
        new = [after for _, after in done if after]
        self._show((*(d for d in self.drawings if d.path not in gone), *new))

    def _show(self, shown: Iterable[KeptDrawing]) -> None:
        self.drawings = tuple(sorted(shown, key=lambda drawing: drawing.sort_key))
        self.changed.emit()
        if self._question.is_awaited:
            self.read()  # the list that is on its way is older than this

    @Slot(object)
    def _on_found(self, found: tuple[KeptDrawing, ...] | Message) -> None:
        if isinstance(found, Message):
            self.failed.emit(in_words(found))
        else:
            self._found += found

    @Slot()
    def _on_read(self) -> None:
        self.known = True
        self._show(self._found)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._on_read()
        self.failed.emit(sentence)
