"""Asks the worker to read the sketch: one question at a time, always about the newest strokes.

Where several digits are to be read, one of them is chosen: whoever asks for the sketch, gets it.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from desktop.sketch.document import SketchDocument
from desktop.sketch.several.digits import Digit, Digits, Parting
from desktop.widgets.throttle import Throttle
from desktop.worker.messages import Reading

REFRESH_MS = 150  # while it learns, the network's opinion of a resting sketch is asked anew


class SketchReader(QObject):
    """Turns strokes into the model's 28x28 and questions, and lets late answers drop.

    `digits` are those that stand apart, if several are to be read. Signals:
    `image_changed(uint8 (28, 28) | None)`, `digits_changed()` they, or which is chosen;
    `question_asked(int, uint8 (28, 28), tuple of such)` with all the digits; `answered(Reading)`,
    then `fell_behind()` where the sketch has changed since it was asked about; and
    `starter_answered(Prediction)` the starter network's opinion.
    """

    image_changed = Signal(object)
    digits_changed = Signal()
    question_asked = Signal(int, object, object)
    answered = Signal(object)
    fell_behind = Signal()
    starter_answered = Signal(object)

    def __init__(self, document: SketchDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._parting: Parting | None = None
        self.digits: Digits = ()
        self._place = 0
        self._image: NDArray[np.uint8] | None = None
        self._asked: NDArray[np.uint8] | None = None
        self._number = 0
        self._waiting = False
        self._outdated = False
        self._asking = Throttle(self._ask, REFRESH_MS, self)
        document.changed.connect(self.look_again)

    @property
    def image(self) -> NDArray[np.uint8] | None:
        """The sketch, or its chosen digit, as uint8 (28, 28); None while the pad is empty."""
        return self._image

    @property
    def chosen(self) -> Digit | None:
        """The digit of several that all is about; None where they are read as one thing."""
        return self.digits[self._place] if self.digits else None

    @property
    def is_waiting(self) -> bool:
        """Whether a question is on its way, or about to be asked."""
        return self._waiting or self._asking.is_wished

    def part_with(self, parting: Parting | None) -> None:
        """Read each digit of several, as this parts them; None: all as one thing."""
        self._parting = parting
        self.look_again()

    def choose(self, place: int) -> None:
        """Let it all be about another digit."""
        if self.digits and place != self._place:
            self._turn_to(min(place, len(self.digits) - 1))

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
            if self._asked is not self._image:
                self.fell_behind.emit()
        if self._outdated:
            self._asking.act_now()

    @Slot(object)
    def on_starter_reading(self, reading: Reading) -> None:
        """Take what the starter network makes of the sketch that was just answered."""
        if self._image is not None and reading.number == self._number:
            self.starter_answered.emit(reading.prediction)

    @Slot()
    def look_again(self) -> None:
        """See what is on the pad; of several digits, the one that was drawn last is chosen."""
        content = self._document.shown
        self.digits = self._parting.digits(content) if self._parting else ()
        newest = [digit.newest for digit in self.digits]
        self._turn_to(newest.index(max(newest)) if newest else 0)

    def _turn_to(self, place: int) -> None:
        self._place = place
        self._image = self.chosen.image if self.chosen else self._document.image()
        self.image_changed.emit(self._image)
        self.digits_changed.emit()
        self._asking.act_now()

    def _ask(self) -> None:
        self._outdated = self._waiting
        if self._waiting or self._image is None:
            return
        self._waiting = True
        self._number, self._asked = self._number + 1, self._image
        images = tuple(digit.image for digit in self.digits)
        self.question_asked.emit(self._number, self._image, images)
