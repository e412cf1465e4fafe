"""The sentences of the status line and the banner's button, about runs."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.app_model import AppModel
from desktop.data.description_words import account
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.i18n.wording import dataset_words
from desktop.i18n.words import Words
from desktop.runs.run_list import Run
from desktop.worker.messages import Kind, Origin, Outcome, RunRequest, RunStart
from desktop.worker.run_state import State
from engine.data.description import Description
from engine.words.message import Message


class StatusWords(Words):
    """Of the status line and the banner."""


class RunStatus(QObject):
    """Says what is trained, and for whom. Signals: `told(str)`, a sentence for people."""

    told = Signal(str)

    def __init__(self, model: AppModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._trainer = model, model.trainer
        self._dataset = ""  # what is to be said of the chosen dataset
        self._told_of_lesson = False  # that its run has ended, and nothing since
        model.source_changed.connect(self._on_source_changed)
        model.checking.found.connect(self._on_dataset_found)
        self._trainer.state_changed.connect(self._on_state_changed)
        self._trainer.run_ended.connect(self._on_run_ended)

    @Slot()
    def _on_source_changed(self) -> None:
        source = self._model.source
        if self._trainer.request is None and not self._dataset:
            self.told.emit(StatusWords.tr("Ready: draw something, or press “Train”"))
        elif self._told_of_lesson and source and source.origin is Origin.READER:
            self._told_of_lesson = False
            is_starter = source.kind is Kind.STARTER
            self.told.emit(
                StatusWords.tr("The starter network reads the sketch")
                if is_starter
                else StatusWords.tr("Your own network reads the sketch")
            )

    @Slot(object)
    def _on_dataset_found(self, found: Description) -> None:
        self._dataset = account(found)
        if self._trainer.is_free:
            self.told.emit(self._dataset)

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        request = self._trainer.request
        assert request is not None  # or the state would be the first one still
        self._told_of_lesson = state is State.IDLE and request.origin is Origin.LESSON
        if state is not State.IDLE:
            self.told.emit(_for_whom(request, under_way(state, self._trainer.run)))
        elif request.origin is Origin.LESSON:
            self.told.emit(StatusWords.tr("The lesson's run has ended"))

    @Slot(object, object)
    def _on_run_ended(self, request: RunRequest, outcome: Outcome) -> None:
        if request.origin is not Origin.LESSON:
            self.told.emit(ended(outcome, self._model.runs.ended))


def _for_whom(request: RunRequest, sentence: str) -> str:
    """Say whose training it is, where it isn't the reader's own."""
    if request.origin is Origin.LESSON:
        return fill(StatusWords.tr("For the lesson, {0}: {1}"), request.name, sentence)
    if request.origin is Origin.DRAWINGS:
        return fill(StatusWords.tr("For My drawings: {0}"), sentence)
    return sentence


def under_way(state: State, run: RunStart | None) -> str:
    """Say what is going on in a state that isn't idle."""
    if state is State.LOADING:
        return StatusWords.tr("Getting the data and the model ready…")
    if state is State.STOPPING or run is None:
        return StatusWords.tr("Stopping…")
    words = StatusWords.tr("Training {0} on %Ln image(s) of {1}", "", run.train_images)
    if state is State.PAUSED:
        words = StatusWords.tr("Paused: {0} on %Ln image(s) of {1}", "", run.train_images)
    return fill(words, run.config.model, dataset_words(run.dataset))


def ended(outcome: Outcome, run: Run | None) -> str:
    """Say how a run ended; None stands for one that never began."""
    epoch = run.history.last_epoch if run else None
    if run and run.diverged:
        return StatusWords.tr("The run diverged")
    if outcome is Outcome.FAILED:
        return StatusWords.tr("The run ended with an error")
    if epoch is None:
        return StatusWords.tr("Stopped")
    words = StatusWords.tr(
        "Finished after epoch {0}: {1:.2f} % of the validation set read correctly"
    )
    if outcome is Outcome.STOPPED:
        words = StatusWords.tr(
            "Stopped after epoch {0}: {1:.2f} % of the validation set read correctly"
        )
    return fill(words, epoch.epoch, epoch.valid_accuracy * 100)


def moved(reason: Message) -> str:
    """Say that a run goes on elsewhere, as a GPU is full; `reason` is the device's."""
    return fill(StatusWords.tr("{0}. The run goes on."), in_words(reason))


def remedy(fix: dict[str, Any]) -> str:
    """Return what a button that applies `fix` says; empty where no setting would help."""
    if not fix:
        return ""
    name, value = next(iter(fix.items()))
    if len(fix) > 1:
        return StatusWords.tr("Fix %Ln setting(s) and train again", "", len(fix))
    if name == "lr":
        return fill(StatusWords.tr("Train again at {0:g}"), value)
    return StatusWords.tr("Fix and train again")
