"""The state of the window, without any widget: data, settings, runs, who answers, what is trained.

Panels show it and ask it; nobody reads it back out of a widget.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from desktop.data.checking import Checking
from desktop.data.dataset_list import DatasetList
from desktop.data.fetching import Fetching
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.playback.playback import Playback
from desktop.runs.loss_words import giving_up_words, loss_words
from desktop.runs.run_list import RunLog
from desktop.training.reader_settings import ReaderSettings
from desktop.worker.link import WorkerLink
from desktop.worker.messages import (
    Loss,
    Origin,
    Outcome,
    Reading,
    RunRequest,
    RunStart,
    Source,
    Stretch,
)
from desktop.worker.questions import Questions
from desktop.worker.run_state import Event
from desktop.worker.trainer import Trainer
from engine.config import TrainConfig
from engine.errors import ConfigError
from engine.reports import Advice, Report


class AppModel(QObject):
    """The one owner of state, and of the link to the worker.

    `datasets`, `settings` and `runs` are the reader's, and `checking` reads what is chosen;
    `trainer` has the run under way, of whoever; `source` is who answers for the sketch, which may
    be a moment that `playback` looks back on. Only a run whose origin is the reader touches what is
    theirs; My drawings' are listed among the runs too.

    Signals: `source_changed(Source)`; `runs_changed()` other runs are listed, or they have ended;
    `failed(str)` a sentence for people; `gave_up(str)` another one: nothing computes any more
    until `link.try_again`.
    """

    source_changed = Signal(object)
    runs_changed = Signal()
    failed = Signal(str)
    gave_up = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.datasets = DatasetList(self)
        self.settings = ReaderSettings(self)
        self.runs = RunLog()
        self.source: Source | None = None
        self._lr = 0.0  # that the form said when the reader's newest run was told of it
        self._lends = False  # whether another's run may answer in place of the reader's own
        self.link = WorkerLink(self)
        self.link.name_of = self.runs.name_of
        self.questions = Questions(self)
        self.fetching = Fetching(self.questions, self)
        self.checking = Checking(self.datasets, self.questions, self.link, self)
        self.trainer = Trainer(self.link, self)
        self._connect_link()
        self._connect_trainer()
        # last: it asks the runs, which must have heard of what has happened
        self.playback = Playback(self.runs, self.link, self.questions, self.trainer)

    def _connect_link(self) -> None:
        link, questions = self.link, self.questions
        questions.answer_requested.connect(link.ask)
        questions.cancel_requested.connect(link.cancel)
        link.answered.connect(questions.on_answered)
        link.ended.connect(questions.on_ended)
        link.source_changed.connect(self._on_source_changed)
        link.read.connect(self._on_read)
        link.failed.connect(self.failed)
        link.lost.connect(self._on_lost)
        link.gave_up.connect(self._on_gave_up)

    def _connect_trainer(self) -> None:
        trainer = self.trainer
        trainer.dataset_refused.connect(self._on_dataset_refused)
        trainer.run_started.connect(self._on_run_started)
        trainer.reported.connect(self._on_reported)
        trainer.lr_changed.connect(self._on_lr_changed)
        trainer.advised.connect(self._on_advised)
        trainer.run_ended.connect(self._on_run_ended)

    def warm_up(self) -> None:
        """Start the worker; call it once the window is on the screen."""
        self.link.open()

    def shut_down(self) -> bool:
        """Stop what is under way and end the worker's process; return whether it ended in time."""
        self.fetching.cancel()
        self.trainer.blockSignals(True)  # who would hear of a run's end goes, one part by one
        return self.link.close()

    @Slot()
    def train(self) -> None:
        """Start a run with the reader's settings, unless one is under way."""
        if self.trainer.allows(Event.START):
            self._start(Stretch.RUN)

    @Slot()
    def pause(self) -> None:
        """Pause the reader's run, or go on with it."""
        if self.trainer.allows(Event.PAUSE):
            self.trainer.pause()
        elif self.trainer.allows(Event.RESUME):
            self._go_on(Stretch.RUN)

    @Slot()
    def step(self) -> None:
        """Do one batch: the first of a new run, or the next of a paused one."""
        self._go(Event.STEP, Stretch.BATCH)

    @Slot()
    def step_epoch(self) -> None:
        """Train to the end of the epoch: the first of a new run, or that of a paused one."""
        self._go(Event.EPOCH, Stretch.EPOCH)

    @Slot(float)
    def change_lr(self, lr: float) -> None:
        """Change the learning rate of the reader's run under way or about to begin."""
        if lr != self._lr:
            self._lr = lr
            self.trainer.set_lr(lr)

    def checked_settings(self) -> TrainConfig | None:
        """Return the reader's settings; where they make no sense, `failed` says why."""
        try:
            return self.settings.checked()
        except ConfigError as error:
            self.failed.emit(in_words(error))
            return None

    def lend(self) -> None:
        """Let the next runs that aren't the reader's answer for the sketch, until `give_back`."""
        self._lends = True

    def give_back(self) -> None:
        """Let the reader's own model answer again, where another's run does or is about to."""
        self._lends = False
        if self.source and (self.source.origin is not Origin.READER or self.source.moment):
            self.link.give_back()

    def delete_runs(self, numbers: list[int]) -> None:
        """Forget ended runs and their curves; their models are the worker's to forget."""
        for number in numbers:
            self.runs.delete(number)
        self.runs_changed.emit()

    def _go(self, wish: Event, stretch: Stretch) -> None:
        if self.trainer.is_free:
            self._start(stretch)
        elif self.trainer.allows(wish):
            self._go_on(stretch)

    def _go_on(self, stretch: Stretch) -> None:
        config = self.checked_settings()
        if config:
            self.change_lr(config.lr)  # where it was typed a moment ago
            self.trainer.go_on(stretch)

    def _start(self, stretch: Stretch) -> None:
        config = self.checked_settings()
        if config:
            name = fill(self.tr("Run {0}"), self.runs.begun + 1)
            self.begin(RunRequest(self.datasets.chosen, config, stretch, listed_as=name), config.lr)

    def begin(self, request: RunRequest, lr: float) -> None:
        """Start a run of the reader's, when nothing is trained; `lr` is what the form says now."""
        self.give_back()
        self._lr = lr
        self.trainer.start(request)

    @Slot(object)
    def _on_source_changed(self, source: Source) -> None:
        is_borrowed = source.origin is not Origin.READER
        if is_borrowed and not self._lends:
            self.link.give_back()  # a run that began after its page was left
        else:
            self.source = source
            self.source_changed.emit(source)

    @Slot(object)
    def _on_read(self, reading: Reading) -> None:
        """Know the epoch, of which the sketch's answers alone tell while a run goes on."""
        told = reading.source
        if self.source and told and replace(self.source, epoch=told.epoch) == told:
            self.source = told

    @Slot(object)
    def _on_dataset_refused(self, request: RunRequest) -> None:
        if request.origin is Origin.READER:
            self.datasets.refuse(request.dataset)

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        if run.origin is not Origin.LESSON:
            request = self.trainer.request
            self.runs.begin(run, run.name or (request.listed_as if request else ""))
            self.runs_changed.emit()

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        self.runs.add(reports)

    @Slot(float)
    def _on_lr_changed(self, lr: float) -> None:
        self.runs.change_lr(lr)
        self.runs_changed.emit()

    @Slot(object)
    def _on_advised(self, _: Advice) -> None:
        self.runs.note_divergence()

    @Slot(object, object)
    def _on_run_ended(self, _: RunRequest, outcome: Outcome) -> None:
        self.runs.end(outcome)
        if self.runs.ended:
            self.runs_changed.emit()

    @Slot(object)
    def _on_lost(self, loss: Loss) -> None:
        run = self.runs.under_way
        sentence = loss_words(loss, is_kept=bool(run and run.is_own and run.start.id))
        self.questions.fail_all(sentence)
        if loss is not Loss.WAS_ENDED:  # its end is told, and the next may be under way
            self.runs.cut_off()
            self.trainer.give_up()
            self.runs_changed.emit()
        if loss is not Loss.WAS_REPLACED:
            self.failed.emit(sentence)

    @Slot()
    def _on_gave_up(self) -> None:
        sentence = giving_up_words()
        self.questions.fail_all(sentence)
        self.trainer.give_up()
        self.gave_up.emit(sentence)
