"""Keeps the distorted sketch up to date: its picture, the answers to it, and how far they hold."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.answer.answer import LATE_MS
from desktop.evaluate.robustness.changed_sketch import ChangedSketch
from desktop.evaluate.robustness.distortion_bar import DistortionBar
from desktop.evaluate.robustness.measuring import Measuring
from desktop.evaluate.robustness.questions import Changed, Reached, Runs, change, reach
from desktop.evaluate.robustness.subjects import Subject
from desktop.evaluate.robustness.words import reach_words
from desktop.inspect.live import LiveQuestion
from desktop.plots.curve_styles import CurveStyle
from desktop.sketch.reader import SketchReader
from desktop.worker.questions import Newest, Question, Questions

_LIVE_MS = 33  # it follows the pen and the slider
_REST_MS = 250  # of pen and slider, until it is tried how far the answers hold
Style = Callable[[Subject], CurveStyle]


class Asked(NamedTuple):
    """What an answer is about."""

    runs: Runs
    image: NDArray[np.uint8]
    distortion: str
    amount: float


class SketchReading(QObject):
    """Works while `watched` can be seen. Signals: `failed(str)` a sentence for people."""

    failed = Signal(str)

    def __init__(
        self,
        questions: Questions,
        reader: SketchReader,
        measuring: Measuring,
        bar: DistortionBar,
        view: ChangedSketch,
        style: Style,
        watched: QWidget,
    ) -> None:
        super().__init__(watched)
        self._reader, self._measuring, self._bar = reader, measuring, bar
        self._view, self._style, self._watched = view, style, watched
        self._asked: Asked | None = None  # of which the next answer is
        self._live = LiveQuestion(questions, watched, self._question, _LIVE_MS)
        self._reaching = Newest(questions, self)
        self._late = QTimer(self, interval=LATE_MS, singleShot=True)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._live.answered.connect(self._on_changed)
        self._live.failed.connect(self.failed)
        self._reaching.answered.connect(self._on_reached)
        self._late.timeout.connect(self._on_late)
        self._rest.timeout.connect(self._ask_reach)
        bar.moved.connect(self.follow)
        bar.chosen.connect(self.renew)
        measuring.subjects_changed.connect(self.renew)
        reader.image_changed.connect(self.renew)

    @Slot()
    def follow(self) -> None:
        """Read the sketch with another amount of the same distortion."""
        if self._reader.image is not None and self._watched.isVisible():
            self._live.refresh()
            if not self._late.isActive():
                self._late.start()

    @Slot()
    def renew(self) -> None:
        """Read another sketch, or by other networks, or another distortion of it."""
        self._view.answers.show_reaches(())
        self._reaching.cancel()
        if self._reader.image is None:
            self.rest()
            self._view.show_nothing()
        else:
            self.follow()
            self._rest.start()

    def rest(self) -> None:
        """Want no more answers until somebody looks again."""
        self._reaching.cancel()
        self._late.stop()
        self._rest.stop()

    def _question(self) -> Question | None:
        image, runs = self._reader.image, self._measuring.runs
        if image is None or not runs:
            return None
        self._asked = Asked(runs, image, self._bar.distortion, self._bar.amount)
        return change(*self._asked)

    def _is_of_now(self, asked: Asked) -> bool:
        at = asked.distortion, asked.amount
        return asked.image is self._reader.image and at == (self._bar.distortion, self._bar.amount)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        subjects, asked = self._measuring.subjects, self._asked
        if asked is None or self._reader.image is None or asked.runs != self._measuring.runs:
            return
        answers = [(self._style(s), a) for s, a in zip(subjects, changed.answers, strict=True)]
        self._view.show_changed(changed.image, answers)
        if self._is_of_now(asked):
            self._late.stop()
            self._view.show_late(is_late=False)
        elif self._late.isActive():  # it comes along, only a little behind
            self._late.start()
        if any(subject.learns for subject in subjects):
            self._rest.start()

    @Slot()
    def _on_late(self) -> None:
        self._view.show_late(is_late=True)

    @Slot()
    def _ask_reach(self) -> None:
        image, runs = self._reader.image, self._measuring.runs
        if image is not None and runs and self._watched.isVisible():
            self._reaching.ask(reach(runs, image, self._bar.distortion))

    @Slot(object)
    def _on_reached(self, reached: Reached) -> None:
        name = self._bar.distortion
        words = [reach_words(name, each) if each else "" for each in reached.reaches]
        self._view.answers.show_reaches(words)
