"""What went wrong, and what mends it: other settings, or another try where nothing computes."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.training.status import moved, remedy
from desktop.worker.messages import Origin, RunRequest
from engine.reports import Advice, EpochReport, Report


class Advising(QObject):
    """Signals: `advised(str, str)` a sentence for people, and what its remedy would do, if any."""

    advised = Signal(str, str)

    def __init__(self, model: AppModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._remedy: Advice | None = None
        self._is_wanted = False  # once the run that it would mend has ended
        model.gave_up.connect(self._on_gave_up)
        model.trainer.run_asked_for.connect(self._on_run_asked_for)
        model.trainer.reported.connect(self._on_reported)
        model.trainer.advised.connect(self._on_advised)
        model.trainer.run_ended.connect(self._on_run_ended)

    @Slot()
    def apply_remedy(self) -> None:
        """Take the settings that would mend the reader's last run, and train again."""
        if self._model.link.has_given_up:
            self._model.link.try_again()
        elif self._remedy is None:
            return
        elif self._model.trainer.is_free:
            self._model.settings.change(self._remedy.fix)
            self._model.train()
        else:
            self._is_wanted = True
            self._model.trainer.stop()

    @Slot(str)
    def _on_gave_up(self, sentence: str) -> None:
        self._remedy = None  # the banner's button is for another try from now on
        self.advised.emit(sentence, self.tr("Try again"))

    @Slot(object)
    def _on_run_asked_for(self, request: RunRequest) -> None:
        if request.origin is Origin.READER:
            self._remedy = None
        self._is_wanted = False

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        """Pass on what reports say besides their numbers; the first advice is the best."""
        if self._model.trainer.origin is not Origin.READER:
            return  # who asked for it tells what goes wrong
        for report in reports:
            if isinstance(report, EpochReport) and report.moved:
                self.advised.emit(moved(report.moved), "")
            if isinstance(report, EpochReport) and report.advice and self._remedy is None:
                self._on_advised(report.advice)

    @Slot(object)
    def _on_advised(self, advice: Advice) -> None:
        if self._model.trainer.origin is Origin.READER:
            self._remedy = advice
            self.advised.emit(in_words(advice.message), remedy(advice.fix))

    @Slot()
    def _on_run_ended(self) -> None:
        if self._is_wanted:
            self._is_wanted = False
            self.apply_remedy()
