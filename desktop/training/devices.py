"""Which devices there are to compute on, and why the arithmetic runs where it does."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.training.model_questions import list_devices
from desktop.worker.messages import RunStart
from engine.hardware.graphics_cards import way_to_gpu
from engine.reports import EpochReport, Report
from engine.words.message import Message


class DeviceWords(Words):
    """Of the device."""


class Devices(QObject):
    """Asks once, when a worker is ready, and follows every run.

    Signals: `listed(tuple[str, ...])` their names; `reason_changed(str)`.
    """

    listed = Signal(object)
    reason_changed = Signal(str)

    def __init__(self, model: AppModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._is_asked = False
        self._reason, self._threads = Message("no_gpu"), 1
        model.link.lost.connect(self._on_lost)
        model.link.gave_up.connect(self._on_lost)
        model.source_changed.connect(self._on_source_changed)
        model.trainer.run_started.connect(self._on_run_started)
        model.trainer.reported.connect(self._on_reported)

    @Slot()
    def _on_source_changed(self) -> None:
        if not self._is_asked:
            self._is_asked = True
            self._model.questions.ask(list_devices).answered.connect(self._on_listed)

    @Slot()
    def _on_lost(self) -> None:
        self._is_asked = False  # the next process may work elsewhere

    @Slot(object)
    def _on_listed(self, answer: tuple[tuple[str, ...], Message]) -> None:
        names, reason = answer
        self.listed.emit(names)
        self._tell(reason)

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        self._tell(run.device_reason)

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        for report in reports:
            if isinstance(report, EpochReport):
                if report.moved:
                    self._tell(report.moved)
            elif report.threads != self._threads:
                self._tell(self._reason, report.threads)

    def _tell(self, reason: Message, threads: int = 1) -> None:
        self._reason, self._threads = reason, threads
        device, colon, why = in_words(reason).partition(":")
        if threads > 1:
            device = fill(DeviceWords.tr("{0}, %Ln thread(s)", "", threads), device)
        way = way_to_gpu(reason)
        self.reason_changed.emit(device + colon + why + (f". {in_words(way)}" if way else ""))
