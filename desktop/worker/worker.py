"""The worker: it owns who answers for the sketch, the runs, and the models kept of ended ones.

All that happens comes in one queue: the window's wishes, what the runs' threads tell, and what the
questions want changed. So one thread changes everything here, and a stroke is never behind a batch,
a validation, a dataset or a question, which are other threads'. Nothing here touches a widget.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.worker import to_window, to_worker
from desktop.worker.answerers import first_answerer, send_through, show_moment
from desktop.worker.answering import Answerer, Answering
from desktop.worker.free_memory import give_back_free_memory
from desktop.worker.guard import said_of
from desktop.worker.kept_models import KeptModels
from desktop.worker.last_dataset import LastDataset
from desktop.worker.messages import Origin, Outcome, Reading, RunRequest, Source
from desktop.worker.run_threads import RunThreads
from desktop.worker.training_run import Begun, Held, Over, TrainingRun
from engine.errors import DataError, TrainingDiverged
from engine.reports import Advice

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner


@dataclass(frozen=True)
class Do:
    """A change that another thread wants made, and waits for."""

    change: Callable[[], None]
    is_done: "SimpleQueue[None]"


class Worker(QObject):
    """Obeys one message after the other. Tells the window by `tell`, which any thread may call.

    Signals, for the thread that answers questions: `asked(Ask | Cancel)`; `snapshot_made()`.
    """

    asked = Signal(object)
    snapshot_made = Signal()

    def __init__(self, tell: Callable[[to_window.Told], None], runs: int = 0) -> None:
        """Make a worker whose runs are counted on from `runs`."""
        super().__init__()
        self.inbox: SimpleQueue[to_worker.Wish | Begun | Held | Over | Do] = SimpleQueue()
        self.answering = Answering()
        self.datasets = LastDataset(tell)
        self.models = KeptModels(tell)
        self.last_runs: dict[Origin, TrainingRun] = {}  # whose learners can be looked at
        self._tell = tell
        self._runs = runs
        self._run: TrainingRun | None = None  # the one under way
        self._earlier: TrainingRun | None = None  # the last one before it, of the same origin
        self.threads = RunThreads()

    def work(self) -> None:
        """Warm up, and obey until it is told to leave."""
        self._guarded(self._warm_up)
        self._tell(to_window.Ready())
        while not isinstance(message := self.inbox.get(), to_worker.Leave):
            self._guarded(partial(self._obey, message))
        self._guarded(self.threads.save)

    def do(self, change: Callable[[], None]) -> None:
        """Let a change be made by the worker's own thread, and wait for it; call it from others."""
        is_done: SimpleQueue[None] = SimpleQueue()
        self.inbox.put(Do(change, is_done))
        is_done.get()

    @property
    def is_training(self) -> bool:
        """Whether there is a learner that changes."""
        run = self._run
        return run is not None and self._is_known(run)

    def look(self) -> None:
        """Ask for a new snapshot of the run under way; `snapshot_made` follows after its batch."""
        if run := self._run:
            run.wish(to_worker.Look())

    def look_at(self, origin: Origin) -> "Learner | None":
        """Return the last run of an origin as it was when it was looked at last."""
        run = self.last_runs.get(origin)
        return run.snapshot if run else None

    def answer_with(self, classifier: "Classifier", source: Source) -> None:
        """Let this model answer for the reader from now on."""
        self.answering.set_own(Answerer.fixed(classifier, source))
        self._tell_source()
        self.models.tell_of(classifier, source, is_own=True)

    def forget(self, numbers: tuple[int, ...]) -> None:
        """Let go of the models and the learners of runs."""
        self.models.forget(numbers)
        for origin, run in list(self.last_runs.items()):
            if run.number in numbers and run is not self._run:
                del self.last_runs[origin]

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # the worker's border
            self._tell(to_window.Failed(said_of(error)))

    def _warm_up(self) -> None:
        self.answering.set_own(first_answerer(self.datasets))
        self._tell_source()

    def _obey(self, message: object) -> None:
        match message:
            case to_worker.Read():
                self._read(message)
            case to_worker.SendThrough():
                send_through(message, self.answering, self._tell)
            case to_worker.Start(request):
                self._start(request)
            case to_worker.Stop():
                self._stop()
            case to_worker.Pause() | to_worker.GoOn() | to_worker.SetLr():
                if self._run:
                    self._run.wish(message)
            case to_worker.GiveBack():
                self.answering.give_back()
                self._tell_source()
            case to_worker.ShowMoment(moment):
                show_moment(moment, self.answering, self._tell)
            case to_worker.Ask() | to_worker.Cancel():
                self.asked.emit(message)
            case to_worker.TakeOver():
                self._take_over(message)
            case Do(change, is_done):
                try:
                    change()
                finally:
                    is_done.put(None)
            case Begun() | Held() | Over():
                if message.run is self._run:
                    self._follow(message)

    def _read(self, wish: to_worker.Read) -> None:
        answerer = self.answering.begin_reading()
        reading = Reading(wish.number, None, answerer.source if answerer else None)
        try:
            if answerer:
                reading = answerer.read(wish.number, wish.image, wish.digits)
        finally:
            self._tell(to_window.WasRead(reading))
        if opinion := self.answering.second_opinion(reading, wish.image):
            self._tell(to_window.StarterRead(opinion))

    def _start(self, request: RunRequest) -> None:
        self._runs += 1
        self._run = TrainingRun(
            self._runs,
            request,
            self.datasets,
            self._tell,
            self.inbox.put,
            self.snapshot_made.emit,
        )
        self.threads.begin(self._run)

    def _stop(self) -> None:
        if self._run is None:
            return
        self._run.wish(to_worker.Stop())
        if self._run.leave_validation():
            self._end(self._run, Outcome.STOPPED)

    def _follow(self, event: Begun | Held | Over) -> None:
        """Hear of the run under way."""
        run = event.run
        match event:
            case Begun(start=start):
                origin = run.request.origin
                self._earlier = self.last_runs.get(origin)
                self.last_runs[origin] = run
                self.answering.begin(run.answerer, borrows=origin is not Origin.READER)
                self._tell(to_window.RunStarted(start))
                self._tell_source()
                run.wish(to_worker.GoOn(run.request.stretch))
            case Held():
                self._tell(to_window.StoodStill())
            case Over(outcome=outcome, error=error):
                if error:
                    self._tell_failure(run, error)
                self._end(run, outcome, diverged=isinstance(error, TrainingDiverged))

    def _tell_failure(self, run: TrainingRun, error: Exception) -> None:
        if isinstance(error, TrainingDiverged):
            self._tell(to_window.Advised(Advice(error.message, error.fix)))
            return
        if isinstance(error, DataError) and not self._is_known(run):
            self._tell(to_window.DatasetRefused(run.request.dataset))
        self._tell(to_window.Failed(said_of(error)))

    def _end(self, run: TrainingRun, outcome: Outcome, *, diverged: bool = False) -> None:
        """Let go of the run under way. Its model goes on answering, unless it is half made."""
        self._run = None
        if self._is_known(run):
            if outcome is Outcome.FAILED and not diverged:
                self._take_back(run)
            else:
                classifier = run.settle(diverged=diverged)
                if outcome is not Outcome.FAILED:
                    self._keep(run, classifier)
            self.answering.end()
            self._tell_source()
        self._earlier = None
        self._tell(to_window.RunEnded(outcome))
        give_back_free_memory()

    def _is_known(self, run: TrainingRun) -> bool:
        """Whether a run has come so far as to answer; asked from other threads too."""
        return run in list(self.last_runs.values())

    def _take_back(self, run: TrainingRun) -> None:
        """Let all be as it was before a run."""
        self.answering.withdraw(run.answerer)
        del self.last_runs[run.request.origin]
        if self._earlier:
            self.last_runs[run.request.origin] = self._earlier

    def _keep(self, run: TrainingRun, classifier: "Classifier") -> None:
        is_own = run.request.origin is Origin.READER
        self.models.keep(run.number, classifier, run.answerer.source, is_own=is_own)

    def _take_over(self, wish: to_worker.TakeOver) -> None:
        own = self.models.take_over(wish)
        if own:
            self.answering.set_own(Answerer.fixed(*own))
            self._tell_source()

    def _tell_source(self) -> None:
        if answerer := self.answering.current:
            self._tell(to_window.SourceChanged(answerer.source))
