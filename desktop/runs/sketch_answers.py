"""What the networks of the ticked runs make of the sketch on the pad, as one draws."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.inspect.live import LiveQuestion
from desktop.runs.run_list import Run
from desktop.sketch.reader import SketchReader
from desktop.training.model_questions import read_by
from desktop.worker.messages import Kind, Reading
from desktop.worker.questions import Question
from engine.inference.prediction import Prediction

MOST_RUNS = 6  # that answer at every stroke


class SketchAnswers(QObject):
    """Asks all of them in one question, again as soon as that is answered and the sketch went on.

    The run whose network answers on the pad isn't asked: its answer is there. `by_run` has what is
    known, by the runs' numbers. Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, model: AppModel, reader: SketchReader, watched: QWidget) -> None:
        super().__init__(watched)
        self.by_run: dict[int, Prediction] = {}
        self._model, self._reader = model, reader
        self._live = LiveQuestion(model.questions, watched, self._question)
        self._live.answered.connect(self._on_answered)
        reader.image_changed.connect(self._on_image_changed)
        reader.answered.connect(self._on_reading)
        model.source_changed.connect(self.look)
        model.runs_changed.connect(self.look)
        model.trainer.reported.connect(self._on_reported)

    @property
    def asked(self) -> list[Run]:
        """The ticked runs that answer here and not on the pad."""
        readers = [run for run in self._model.runs.shown if run.has_model or run.outcome is None]
        return [run for run in readers[-MOST_RUNS:] if run.number != self._on_pad]

    @property
    def is_wanted(self) -> bool:
        """Whether there is more to tell than the pad does."""
        return bool(self.asked)

    @Slot()
    def look(self) -> None:
        """Ask again: other runs are ticked, or another network answers on the pad."""
        self._note({})
        self._live.refresh()
        if self._on_pad in self._followed - self.by_run.keys():
            self._reader.refresh()

    @property
    def _on_pad(self) -> int | None:
        source = self._model.source
        return source.run if source and source.kind is Kind.RUN else None

    @property
    def _followed(self) -> set[int]:
        """The numbers of the ticked runs that answer at every stroke, here or on the pad."""
        ticked = {run.number for run in self._model.runs.shown}
        return ticked & {self._on_pad, *(run.number for run in self.asked)}

    def _question(self) -> Question | None:
        image, asked = self._reader.image, self.asked
        if image is None or not asked:
            return None
        return read_by(tuple(run.start for run in asked), image)

    @Slot(object)
    def _on_image_changed(self, image: NDArray[np.uint8] | None) -> None:
        if image is None:
            self.by_run = {}
            self.changed.emit()
        elif self.is_wanted:
            self._live.refresh()

    @Slot(object)
    def _on_answered(self, answers: dict[int, Prediction]) -> None:
        self._note(answers)

    @Slot(object)
    def _on_reading(self, reading: Reading) -> None:
        if self._on_pad is not None and reading.source and reading.source.run == self._on_pad:
            self._note({self._on_pad: reading.prediction} if reading.prediction else {})

    @Slot()
    def _on_reported(self) -> None:
        """Ask the run that learns again, unless it answers on the pad."""
        if self._model.runs.under_way in self.asked:
            self._live.refresh()

    def _note(self, answers: dict[int, Prediction]) -> None:
        """Know these, and no more those that would stand still from now on."""
        known = self.by_run | answers if self._reader.image is not None else {}
        followed = self._followed
        self.by_run = {number: known[number] for number in known if number in followed}
        self.changed.emit()
