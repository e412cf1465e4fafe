"""Asks the worker to read the sketch: one question at a time, always about the newest strokes."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from desktop.sketch.document import SketchDocument
from desktop.widgets.throttle import Throttle
from desktop.worker.messages import Reading

REFRESH_MS = 150  # while it learns, the network's opinion of a resting sketch is asked anew


class SketchReader(QObject):
    """Turns strokes into the model's 28x28 and questions, and lets late answers drop.

    Signals: `image_changed(uint8 (28, 28) | None)`, `question_asked(int, uint8 (28, 28))`,
    `answered(Reading)`, and `starter_answered(Prediction)` the starter network's opinion.
    """

    image_changed = Signal(object)
    question_asked = Signal(int, object)
    answered = Signal(object)
    starter_answered = Signal(object)

    def __init__(self, document: SketchDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._image: NDArray[np.uint8] | None = None
        self._number = 0
        self._waiting = False
        self._outdated = False
        self._asking = Throttle(self._ask, REFRESH_MS, self)
        document.changed.connect(self._on_sketch_changed)

    @property
    def image(self) -> NDArray[np.uint8] | None:
        """The sketch as uint8 (28, 28); None while the pad is empty."""
        return self._image

    @property
    def is_waiting(self) -> bool:
        """Whether a question is on its way, or about to be asked."""
        return self._waiting or self._asking.is_wished

    @Slot()
    def refresh(self) -> None:
        """Ask about the same sketch again; a moment later, if it was asked a moment ago."""
        if self._image is not None:
            self._asking.wish()

    @Slot()
    def ask_again(self) -> None:
        """Ask about the same sketch again at once."""
        self._asking.act_now()

    @Slot(object)
    def on_reading(self, reading: Reading) -> None:
        """Take the worker's answer, and ask the next question if the sketch went on."""
        self._waiting = False
        if self._image is not None and reading.number == self._number:
            self.answered.emit(reading)
        if self._outdated:
            self._asking.act_now()

    @Slot(object)
    def on_starter_reading(self, reading: Reading) -> None:
        """Take what the starter network makes of the sketch that was just answered."""
        if self._image is not None and reading.number == self._number:
            self.starter_answered.emit(reading.prediction)

    @Slot()
    def _on_sketch_changed(self) -> None:
        self._image = self._document.image()
        self.image_changed.emit(self._image)
        self._asking.act_now()

    def _ask(self) -> None:
        self._outdated = self._waiting
        if self._waiting or self._image is None:
            return
        self._waiting = True
        self._number += 1
        self.question_asked.emit(self._number, self._image)
