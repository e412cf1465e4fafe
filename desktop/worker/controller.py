"""The window's end of the worker: opens the link, passes wishes on, keeps the run's state."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.worker.link import WorkerLink
from desktop.worker.messages import Loss, Outcome, RunRequest, RunStart, Stretch
from desktop.worker.questions import Inquiries
from desktop.worker.run_state import Event, State, advance, allows

_WISHES = {Stretch.RUN: Event.START, Stretch.EPOCH: Event.EPOCH, Stretch.BATCH: Event.STEP}


class TrainingController(QObject):
    """Owns the link to the worker, whose other news is had from `worker`'s own signals.

    Signals: `state_changed(State)`, `held()` after a batch or an epoch, `run_ended(Outcome)`,
    `lr_changed(float)` of the run under way or about to begin; `gave_up(str)` a sentence, and
    nothing works until `worker.try_again`.
    """

    state_changed = Signal(object)
    held = Signal()
    run_ended = Signal(object)
    lr_changed = Signal(float)
    gave_up = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.run: RunStart | None = None
        self.worker = WorkerLink(self)
        self.inquiries = Inquiries(self)
        self._connect()

    def _connect(self) -> None:
        worker, inquiries = self.worker, self.inquiries
        inquiries.answer_requested.connect(worker.ask)
        inquiries.cancel_requested.connect(worker.cancel)
        worker.answered.connect(inquiries.on_answered)
        worker.ended.connect(inquiries.on_ended)
        worker.run_started.connect(self._on_run_started)
        worker.held.connect(self._on_held)
        worker.run_ended.connect(self._on_run_ended)
        worker.lost.connect(self._on_lost)
        worker.gave_up.connect(self._on_gave_up)

    def allows(self, wish: Event) -> bool:
        """Tell whether a wish makes sense now."""
        return allows(self.state, wish)

    def warm_up(self) -> None:
        """Start the worker; call it once the window is on the screen."""
        self.worker.open()

    def start(self, request: RunRequest) -> None:
        """Begin a run; it stands still after its first stretch."""
        self._advance(_WISHES[request.stretch])
        self.worker.start(request)

    def pause(self) -> None:
        self._advance(Event.PAUSE)
        self.worker.pause()

    def go_on(self, stretch: Stretch) -> None:
        """Take a paused run a batch or an epoch further, or to its end."""
        self._advance(Event.RESUME if stretch is Stretch.RUN else _WISHES[stretch])
        self.worker.go_on(stretch)

    def stop(self) -> None:
        """End the run, or the reading of its data."""
        self._advance(Event.STOP)
        self.worker.stop()

    @Slot(float)
    def set_lr(self, lr: float) -> None:
        """Change the learning rate of the run under way or about to begin, if there is one."""
        if self.state in (State.LOADING, State.RUNNING, State.PAUSED):
            self.worker.set_lr(lr)
            self.lr_changed.emit(lr)

    def has_ended(self) -> bool:
        """Tell whether the worker's process is over."""
        return self.worker.has_ended

    def shut_down(self) -> bool:
        """Stop the run and end the worker's process; return whether it ended in time."""
        return self.worker.close()

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

    @Slot(object)
    def _on_lost(self, loss: Loss) -> None:
        sentence = self._excuse(loss)
        self._fail_all(sentence)
        self.worker.failed.emit(sentence)

    @Slot()
    def _on_gave_up(self) -> None:
        sentence = self.tr(
            "The part of Inkgrad that computes broke down three times in a row. Your sketch is "
            "kept. If memory is short, close other programs; `inkgrad doctor` tells what may be "
            "missing."
        )
        self._fail_all(sentence)
        self.gave_up.emit(sentence)

    def _fail_all(self, sentence: str) -> None:
        self.inquiries.fail_all(sentence)
        if self.state is not State.IDLE:
            self._on_run_ended(Outcome.FAILED)

    def _excuse(self, loss: Loss) -> str:
        if loss is Loss.WAS_ENDED:
            return self.tr(
                "One batch took too long to wait for, so the run was ended in the middle of it, "
                "and what it had learned is lost. Models from before it are kept. Choose a smaller "
                "batch size or model."
            )
        return self.tr(
            "The part of Inkgrad that computes broke down and was started again. Your sketch and "
            "the models of ended runs are kept; the run under way is lost. If memory is short, "
            "choose a smaller model or batch size."
        )

    def _advance(self, event: Event) -> None:
        before, self.state = self.state, advance(self.state, event)
        if self.state is not before:
            self.state_changed.emit(self.state)
