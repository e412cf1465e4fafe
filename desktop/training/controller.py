"""The window's end of the worker: starts its thread, passes wishes on, keeps the run's state."""

from PySide6.QtCore import QObject, QThread, Signal, Slot

from desktop.inquiries import Inquiries
from desktop.messages import Outcome, RunRequest, RunStart, Stretch
from desktop.training.run_state import Event, State, advance, allows
from desktop.training.worker import Worker

PATIENCE_MS = 30_000  # the longest a worker should be busy with one thing

_WISHES = {Stretch.RUN: Event.START, Stretch.EPOCH: Event.EPOCH, Stretch.BATCH: Event.STEP}


class TrainingController(QObject):
    """Owns the thread and the worker. The worker's other news is had from `worker`'s own signals.

    Signals: `state_changed(State)`, `held()` after a batch or an epoch, `run_ended(Outcome)`;
    those that end in `_requested` go to the worker.
    """

    state_changed = Signal(object)
    held = Signal()
    run_ended = Signal(object)
    warm_up_requested = Signal()
    start_requested = Signal(object)
    pause_requested = Signal()
    go_on_requested = Signal(object)
    stop_requested = Signal()
    lr_requested = Signal(float)
    leave_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.run: RunStart | None = None
        self.worker = Worker()
        self.inquiries = Inquiries(self)
        self._thread = QThread(self)
        self._thread.setObjectName("training")
        self.worker.moveToThread(self._thread)
        self._connect()
        self._thread.start()

    def _connect(self) -> None:
        worker = self.worker
        self.warm_up_requested.connect(worker.warm_up)
        self.start_requested.connect(worker.start)
        self.pause_requested.connect(worker.pause)
        self.go_on_requested.connect(worker.go_on)
        self.stop_requested.connect(worker.stop)
        self.lr_requested.connect(worker.set_lr)
        self.leave_requested.connect(worker.leave)
        self._thread.finished.connect(worker.deleteLater)  # with its timer, in its own thread
        self.inquiries.answer_requested.connect(worker.desk.answer)
        self.inquiries.cancel_requested.connect(worker.desk.cancel)
        worker.desk.answered.connect(self.inquiries.on_answered)
        worker.desk.ended.connect(self.inquiries.on_ended)
        worker.run_started.connect(self._on_run_started)
        worker.held.connect(self._on_held)
        worker.run_ended.connect(self._on_run_ended)

    def allows(self, wish: Event) -> bool:
        """Tell whether a wish makes sense now."""
        return allows(self.state, wish)

    def warm_up(self) -> None:
        """Load torch and the starter network; call it once the window is on the screen."""
        self.warm_up_requested.emit()

    def start(self, request: RunRequest) -> None:
        """Begin a run; it stands still after its first stretch."""
        self._advance(_WISHES[request.stretch])
        self.worker.loading_unwanted.clear()
        self.start_requested.emit(request)

    def pause(self) -> None:
        self._advance(Event.PAUSE)
        self.pause_requested.emit()

    def go_on(self, stretch: Stretch) -> None:
        """Take a paused run a batch or an epoch further, or to its end."""
        self._advance(Event.RESUME if stretch is Stretch.RUN else _WISHES[stretch])
        self.go_on_requested.emit(stretch)

    def stop(self) -> None:
        """End the run, or the reading of its data."""
        if self.state is State.LOADING:
            self.worker.loading_unwanted.set()
        self._advance(Event.STOP)
        self.stop_requested.emit()

    @Slot(float)
    def set_lr(self, lr: float) -> None:
        """Change the learning rate of the run under way, if there is one."""
        if self.state in (State.RUNNING, State.PAUSED):
            self.lr_requested.emit(lr)

    def has_ended(self) -> bool:
        """Tell whether the worker's thread is over."""
        return self._thread.isFinished()

    def shut_down(self) -> bool:
        """Stop the run and end the thread; return whether it ended in time."""
        if self.has_ended():
            return True
        self.worker.loading_unwanted.set()
        self.leave_requested.emit()
        return self._thread.wait(PATIENCE_MS)

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        self.run = run
        self._advance(Event.STARTED)

    @Slot()
    def _on_held(self) -> None:
        self._advance(Event.HELD)
        self.held.emit()

    @Slot(object)
    def _on_run_ended(self, outcome: Outcome) -> None:
        self._advance(Event.ENDED)
        self.run_ended.emit(outcome)

    def _advance(self, event: Event) -> None:
        before, self.state = self.state, advance(self.state, event)
        if self.state is not before:
            self.state_changed.emit(self.state)
