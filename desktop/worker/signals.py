"""What the worker tells, as the signals of its link in the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.i18n.engine_words import in_words
from desktop.worker.to_window import (
    Advised,
    Answered,
    DatasetRefused,
    Failed,
    Loading,
    MomentShown,
    QuestionEnded,
    Reported,
    RunEnded,
    RunEvent,
    RunStarted,
    SourceChanged,
    StarterRead,
    StoodStill,
    Told,
    WasRead,
    WentThrough,
)
from engine.words.message import Message

_RUN_KEYS = {"name", "run"}  # of what is said about a run: its id


class WorkerSignals(QObject):
    """Signals, which carry frozen values only.

    `source_changed(Source)` another model answers from now on; `moment_shown(Moment | None)` after
    each wish for one; `read(Reading)` of a sketch,
    and `starter_read(Reading)` of the same where the answerer knows few digits;
    `went_through(WentThrough)` what one did to the network;
    `loading(DataSource, int, int)` images read and in all; `dataset_refused(DataSource)`;
    `run_started(RunStart)`; `reported(tuple[Report, ...])`; `held()` after a batch or an epoch;
    `run_ended(Outcome)`; `advised(Advice)` a run diverged; `failed(str)` a sentence for people;
    `answered(int, object)` and `ended(int, str)` of a question, by its number.
    """

    source_changed = Signal(object)
    moment_shown = Signal(object)
    read = Signal(object)
    starter_read = Signal(object)
    went_through = Signal(object)
    loading = Signal(object, int, int)
    dataset_refused = Signal(object)
    run_started = Signal(object)
    reported = Signal(object)
    held = Signal()
    run_ended = Signal(object)
    advised = Signal(object)
    failed = Signal(str)
    answered = Signal(int, object)
    ended = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name_of: Callable[[str], str] = str  # what people call the run of an id

    def pass_on(self, told: Told) -> None:
        """Emit the signal that stands for what was told, if one does."""
        match told:
            case SourceChanged(source):
                self.source_changed.emit(source)
            case MomentShown(moment):
                self.moment_shown.emit(moment)
            case WasRead(reading):
                self.read.emit(reading)
            case WentThrough():
                self.went_through.emit(told)
            case StarterRead(reading):
                self.starter_read.emit(reading)
            case Loading(source, done, images):
                self.loading.emit(source, done, images)
            case Failed(problem):
                self.failed.emit(self._in_words(problem))
            case Answered(number, value):
                self.answered.emit(number, value)
            case QuestionEnded(number, problem):
                self.ended.emit(number, self._in_words(problem) if problem else "")
            case RunStarted() | Reported() | StoodStill() | RunEnded() | Advised():
                self._pass_on_of_run(told)
            case DatasetRefused(dataset):
                self.dataset_refused.emit(dataset)

    def _in_words(self, problem: Message) -> str:
        values = dict(problem.values)
        for key in _RUN_KEYS & values.keys():
            if isinstance(values[key], str):
                values[key] = self.name_of(values[key])
        return in_words(Message(problem.code, **values))

    def _pass_on_of_run(self, event: RunEvent) -> None:
        match event:
            case RunStarted(run):
                self.run_started.emit(run)
            case Reported(reports):
                self.reported.emit(reports)
            case StoodStill():
                self.held.emit()
            case RunEnded(outcome):
                self.run_ended.emit(outcome)
            case Advised(advice):
                self.advised.emit(advice)
