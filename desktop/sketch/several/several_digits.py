"""Several digits on the pad and in the answer, where the reader wants them read each by itself."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence

from desktop.i18n.numbers import fill
from desktop.shell.actions import Actions
from desktop.shell.preferences import Preferences
from desktop.sketch.content import Picture
from desktop.sketch.several.digits import Parting, are_apart
from desktop.sketch.several.questions import find_digits
from desktop.sketch.sketch_panel import SketchPanel
from desktop.worker.messages import Reading
from desktop.worker.questions import Newest, Questions
from engine.images.several import shows_several

_LOW_PX, _USUAL_PX = 160, 200  # the pad's least height: with the row of digits less is left


class SeveralDigits(QObject):
    """Off, it only says that it is there, where several things are taken for no digit.

    Signals: `changed()`, on or off.
    """

    changed = Signal()

    def __init__(self, sketch: SketchPanel, questions: Questions, actions: Actions) -> None:
        super().__init__(sketch)
        self._sketch, self._action = sketch, actions.several
        self._parting = Parting()
        self._asked: Picture | None = None
        self._question = Newest(questions, self)  # of a picture, where they lie
        self._question.answered.connect(self._on_found)
        self._question.failed.connect(self._on_failed)
        self._action.toggled.connect(self._on_toggled)
        sketch.reader.digits_changed.connect(self._on_digits_changed)
        sketch.reader.answered.connect(self._on_answered)
        sketch.answer.digits.chosen.connect(sketch.reader.choose)

    def restore(self, saved: Preferences) -> None:
        """Read as the last window did."""
        self._action.setChecked(saved.several_digits)

    def save(self, saved: Preferences) -> None:
        """Leave it to the next window."""
        saved.several_digits = self._action.isChecked()

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave."""
        return (self.changed,)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        sketch = self._sketch
        sketch.answer.digits.setVisible(on)
        sketch.answer.show_hint("")
        sketch.canvas.setMinimumHeight(_LOW_PX if on else _USUAL_PX)
        sketch.reader.part_with(self._parting if on else None)
        self.changed.emit()

    @Slot()
    def _on_digits_changed(self) -> None:
        reader, digits = self._sketch.reader, self._sketch.reader.digits
        place = digits.index(reader.chosen) if reader.chosen else 0
        self._sketch.answer.digits.show_digits([digit.image for digit in digits], place)
        boxes = [box for digit in digits if (box := digit.box())]
        self._sketch.canvas.mark(boxes, place)
        picture = self._parting.unknown(self._sketch.document.shown)
        if self._action.isChecked() and picture and picture is not self._asked:
            self._asked = picture
            assert picture.colors is not None
            self._question.ask(find_digits(picture.colors))

    @Slot(object)
    def _on_found(self, images: NDArray[np.uint8]) -> None:
        if self._asked:
            self._parting.learn(self._asked, images)
            if self._sketch.document.shown.picture is self._asked:
                self._sketch.reader.look_again()

    @Slot()
    def _on_failed(self) -> None:
        self._asked = None  # it can be asked about once more

    @Slot(object)
    def _on_answered(self, reading: Reading) -> None:
        self._sketch.answer.digits.show_answers(reading.digits)
        answer = reading.prediction
        is_refused = answer is not None and answer.of_digits and not answer.known
        self._sketch.answer.show_hint(self._hint() if is_refused else "")

    def _hint(self) -> str:
        """Return what to do where several things stand apart and are read as one."""
        image = self._sketch.reader.image
        if self._action.isChecked() or image is None:
            return ""
        if not (shows_several(image) or are_apart(self._sketch.document.shown)):  # quick one first
            return ""
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return fill(self.tr("Several digits? To have each read:\nView > Several digits ({0})"), key)
