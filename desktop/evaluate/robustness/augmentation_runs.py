"""Trains two presets one after the other, without and with augmentation, so that they compare."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.runs.run_list import Run
from desktop.worker.messages import Origin, Outcome, RunRequest
from engine.presets import PRESETS

PAIR = ("book", "drawings")


class AugmentationRuns(QObject):
    """Trains with the reader's data, seed and device; the reader's other settings stay as they are.

    Stopping either run ends it all. Signals: `advanced()` a run is about to begin, or all is over.
    """

    advanced = Signal()

    def __init__(self, model: AppModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._left: list[str] = []
        self._runs: list[Run] = []
        self.preset = ""  # that is trained with at the moment
        model.trainer.run_ended.connect(self._on_run_ended)

    def begin(self) -> None:
        """Train the first; nothing where a run is under way."""
        if self._model.trainer.is_free:
            self._left, self._runs = list(PAIR), []
            self._train_next()

    @Slot()
    def _train_next(self) -> None:
        model, own = self._model, self._model.settings.config
        if not model.trainer.is_free:  # the reader was faster
            self._end()
            return
        self.preset = self._left.pop(0)
        preset = PRESETS[self.preset]
        config = replace(preset.config, seed=own.seed, device=own.device)
        name = in_words(preset.name)
        model.begin(RunRequest(model.datasets.chosen, config, listed_as=name), own.lr)
        self.advanced.emit()

    @Slot(object, object)
    def _on_run_ended(self, request: RunRequest, outcome: Outcome) -> None:
        if not self.preset or request.origin is not Origin.READER:
            return
        if run := self._model.runs.ended:
            self._runs.append(run)
        if self._left and outcome is Outcome.FINISHED:
            QTimer.singleShot(0, self._train_next)  # when all have heard of this one's end
        else:
            QTimer.singleShot(0, self._end)

    @Slot()
    def _end(self) -> None:
        """Tick what was trained."""
        self.preset, self._left = "", []
        for run in self._runs:
            run.shown = True
        self._model.runs_changed.emit()
        self.advanced.emit()
