"""The sentences of the status line and the banner's button, about runs."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.i18n.engine_words import in_words
from desktop.i18n.wording import dataset_words
from desktop.runs.run_list import Run
from desktop.worker.messages import Outcome, RunStart
from desktop.worker.run_state import State


def under_way(state: State, run: RunStart | None) -> str:
    """Say what is going on in a state that isn't idle."""
    if state is State.LOADING:
        return _tr("Getting the data and the model ready…")
    if state is State.STOPPING or run is None:
        return _tr("Stopping…")
    words = _tr("Training {0} on {1:,} images of {2}")
    if state is State.PAUSED:
        words = _tr("Paused: {0} on {1:,} images of {2}")
    return words.format(run.config.model, run.train_images, dataset_words(run.dataset))


def ended(outcome: Outcome, run: Run | None) -> str:
    """Say how a run ended; None stands for one that never began."""
    epoch = run.history.last_epoch if run else None
    if run and run.diverged:
        return _tr("The run diverged")
    if outcome is Outcome.FAILED:
        return _tr("The run ended with an error")
    if epoch is None:
        return _tr("Stopped")
    words = _tr("Finished after epoch {0}: {1:.2f} % of the validation set read right")
    if outcome is Outcome.STOPPED:
        words = _tr("Stopped after epoch {0}: {1:.2f} % of the validation set read right")
    return words.format(epoch.epoch, epoch.valid_accuracy * 100)


def moved(reason: str) -> str:
    """Say that a run goes on elsewhere, as a GPU is full; `reason` is the device's."""
    return _tr("{0}. The run goes on.").format(in_words(reason))


def remedy(fix: dict[str, Any]) -> str:
    """Return what a button that applies `fix` says; empty where no setting would help."""
    if not fix:
        return ""
    name, value = next(iter(fix.items()))
    if len(fix) > 1:
        return _tr("Mend {0} settings and train again").format(len(fix))
    if name == "lr":
        return _tr("Train again at {0:g}").format(value)
    return _tr("Mend it and train again")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Status", text)
