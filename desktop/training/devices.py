"""Which devices there are to compute on, and why the arithmetic runs where it does."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.training.model_questions import list_devices
from desktop.worker.messages import RunStart
from engine.reports import EpochReport, Report
from engine.words.message import Message


class Devices(QObject):
    """Asks once, when the worker is ready, and follows every run.

    Signals: `listed(tuple[str, ...])` their names; `reason_changed(str)`.
    """

    listed = Signal(object)
    reason_changed = Signal(str)

    def __init__(self, model: AppModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._is_asked = False
        model.source_changed.connect(self._on_source_changed)
        model.trainer.run_started.connect(self._on_run_started)
        model.trainer.reported.connect(self._on_reported)

    @Slot()
    def _on_source_changed(self) -> None:
        if not self._is_asked:
            self._is_asked = True
            self._model.questions.ask(list_devices).answered.connect(self._on_listed)

    @Slot(object)
    def _on_listed(self, answer: tuple[tuple[str, ...], Message]) -> None:
        names, reason = answer
        self.listed.emit(names)
        self.reason_changed.emit(in_words(reason))

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        self.reason_changed.emit(in_words(run.device_reason))

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        for report in reports:
            if isinstance(report, EpochReport) and report.moved:
                self.reason_changed.emit(in_words(report.moved))
