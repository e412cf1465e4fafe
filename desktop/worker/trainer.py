"""The run under way, of whoever asked for it: where it stands, and what may be done with it."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.worker.link import WorkerLink
from desktop.worker.messages import DataSource, Origin, Outcome, RunRequest, RunStart, Stretch
from desktop.worker.run_state import Event, State, advance, allows

_WISHES = {Stretch.RUN: Event.START, Stretch.EPOCH: Event.EPOCH, Stretch.BATCH: Event.STEP}


class Trainer(QObject):
    """Has the worker train, one run at a time.

    Of the run under way or the last one: `request` is how it was asked for, `run` how it began.
    Signals: `state_changed(State)`; `run_asked_for(RunRequest)`; `loading(int, int)` images read
    of its data and in all; `dataset_refused(RunRequest)`; `run_started(RunStart)`;
    `reported(tuple[Report, ...])`; `held()` after a batch or an epoch; `advised(Advice)` it
    diverged; `run_ended(RunRequest, Outcome)`; `lr_changed(float)` of the reader's run under way or
    about to begin.
    """

    state_changed = Signal(object)
    run_asked_for = Signal(object)
    loading = Signal(int, int)
    dataset_refused = Signal(object)
    run_started = Signal(object)
    reported = Signal(object)
    held = Signal()
    advised = Signal(object)
    run_ended = Signal(object, object)
    lr_changed = Signal(float)

    def __init__(self, link: WorkerLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.request: RunRequest | None = None
        self.run: RunStart | None = None
        self._link = link
        self._more_follow = False  # of the asker whose run is under way
        self._is_between = False  # of two runs of the same asker
        link.loading.connect(self._on_loading)
        link.dataset_refused.connect(self._on_dataset_refused)
        link.run_started.connect(self._on_run_started)
        link.reported.connect(self.reported)
        link.held.connect(self._on_held)
        link.advised.connect(self.advised)
        link.run_ended.connect(self._on_run_ended)

    @property
    def is_free(self) -> bool:
        """Whether nothing is trained, and nobody is between two runs."""
        return self.state is State.IDLE

    @property
    def origin(self) -> Origin | None:
        """Who has asked for the run under way; None while there is none."""
        return self.request.origin if self.request and not self.is_free else None

    def allows(self, wish: Event) -> bool:
        """Tell whether a wish of the reader's makes sense now: others' runs can only be stopped."""
        may = self.origin in (None, Origin.READER) or wish is Event.STOP
        return may and allows(self.state, wish)

    def start(self, request: RunRequest, *, more_follow: bool = False) -> None:
        """Begin a run, when nothing else is trained; it stands still after its first stretch.

        `more_follow`: after its end nobody else's can begin before the asker starts the next one
        or says `end_series`.
        """
        if not self._is_between:
            self._advance(_WISHES[request.stretch], request)
        self._is_between, self._more_follow = False, more_follow
        self.request = request
        self.run_asked_for.emit(request)
        self._link.start(request)

    def end_series(self) -> None:
        """Let others train again: of the runs that were to follow there will be no more."""
        self._more_follow = False
        if self._is_between:
            self._is_between = False
            self._advance(Event.ENDED)

    def pause(self) -> None:
        """Stand still after the batch of the moment."""
        self._advance(Event.PAUSE)
        self._link.pause()

    def go_on(self, stretch: Stretch) -> None:
        """Take a paused run a batch or an epoch further, or to its end."""
        self._advance(Event.RESUME if stretch is Stretch.RUN else _WISHES[stretch])
        self._link.go_on(stretch)

    @Slot()
    def stop(self) -> None:
        """End the run, or the reading of its data, and those of the same asker still to come."""
        if not self.allows(Event.STOP):
            return
        self._more_follow = False
        if self._is_between:
            self._on_run_ended(Outcome.STOPPED)  # there is none that the worker could end
            return
        self._advance(Event.STOP)
        self._link.stop()

    @Slot(float)
    def set_lr(self, lr: float) -> None:
        """Change the learning rate of the reader's run under way or about to begin."""
        if self.origin is Origin.READER and self.state is not State.STOPPING:
            self._link.set_lr(lr)
            self.lr_changed.emit(lr)

    def give_up(self) -> None:
        """End the run whose worker is gone, if there was one."""
        self._more_follow = False
        if not self.is_free:
            self._on_run_ended(Outcome.FAILED)

    @Slot(object, int, int)
    def _on_loading(self, source: DataSource, done: int, images: int) -> None:
        if self.state is State.LOADING and self.request and source == self.request.dataset:
            self.loading.emit(done, images)

    @Slot(object)
    def _on_dataset_refused(self, _: DataSource) -> None:
        self.dataset_refused.emit(self.request)

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        self.run = run
        self._advance(Event.STARTED)
        self.run_started.emit(run)

    @Slot()
    def _on_held(self) -> None:
        self._advance(Event.HELD)
        self.held.emit()

    @Slot(object)
    def _on_run_ended(self, outcome: Outcome) -> None:
        """Tell of a run's end; where more follow, the state says so before anybody can ask."""
        request = self.request
        self._is_between = self._more_follow
        self._advance(Event.ENDED_BEFORE_NEXT if self._more_follow else Event.ENDED)
        self.run_ended.emit(request, outcome)

    def _advance(self, event: Event, request: RunRequest | None = None) -> None:
        before, self.state = self.state, advance(self.state, event)
        self.request = request or self.request  # before anybody asks whose the new state is
        if self.state is not before:
            self.state_changed.emit(self.state)
