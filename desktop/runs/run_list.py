"""The runs of this session, without Qt: their numbers, names, and which of them are shown."""

from dataclasses import dataclass

from desktop.runs.history import RunHistory
from desktop.worker.messages import Outcome, RunStart


@dataclass(eq=False)
class Run:
    """One run. `look` chooses its colour and dashes, and stays as long as the run does.

    `rates` are the learning rates that were set, each with the batches that were done by then.
    """

    start: RunStart
    name: str
    history: RunHistory
    look: int
    shown: bool = True
    taught: bool = False  # by a lesson
    outcome: Outcome | None = None  # None while it is under way
    diverged: bool = False  # which is why it failed

    def __post_init__(self) -> None:
        self.rates = [(0, self.start.config.lr)]

    @property
    def number(self) -> int:
        return self.start.number

    @property
    def epochs_done(self) -> int:
        last = self.history.last_epoch
        return last.epoch if last else 0

    def change_lr(self, lr: float) -> None:
        """Note a learning rate that was set; of several between two batches the last counts."""
        step = self.history.last_step
        done = step.step if step else 0
        earlier = [rate for rate in self.rates if rate[0] < done]
        if not earlier or earlier[-1][1] != lr:
            earlier.append((done, lr))
        self.rates = earlier


class RunLog:
    """All runs, oldest first. `live` is the newest run's history: one object for all of them."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.live = RunHistory()
        self._early_lr: float | None = None

    @property
    def current(self) -> Run | None:
        """The newest run, unless that was deleted."""
        newest = self.newest
        return newest if newest and newest.history is self.live else None

    @property
    def newest(self) -> Run | None:
        """The newest run that is left."""
        return self.runs[-1] if self.runs else None

    @property
    def shown(self) -> list[Run]:
        return [run for run in self.runs if run.shown]

    def begin(self, start: RunStart, name: str) -> Run:
        """Add a run. A lone earlier curve makes room for it; several were put there on purpose."""
        self._retire()
        if len(self.shown) == 1:
            self.shown[0].shown = False
        run = Run(start, name, self.live, self._free_look())
        self.runs.append(run)
        if self._early_lr is not None:
            run.change_lr(self._early_lr)
            self._early_lr = None
        return run

    def change_lr(self, lr: float) -> None:
        """Note a learning rate that was set for the run under way, or the one about to begin."""
        if self.current and self.current.outcome is None:
            self.current.change_lr(lr)
        else:
            self._early_lr = lr

    def end(self, outcome: Outcome) -> Run | None:
        """Note how the run under way ended, and return it; None where it never began."""
        self._early_lr = None
        run = self.current
        if run is None or run.outcome is not None:
            return None
        run.outcome = outcome
        return run

    def delete(self, number: int) -> None:
        """Forget a run; where none is left to see, the newest is shown."""
        if self.current and self.current.number == number:
            self.live.clear()
        self.runs = [run for run in self.runs if run.number != number]
        if self.runs and not self.shown:
            self.runs[-1].shown = True

    def find(self, number: int) -> Run:
        """Return the run of that number."""
        return next(run for run in self.runs if run.number == number)

    def smooth(self, weight: float) -> None:
        """Smooth the loss of every run, and of those to come."""
        for history in {
            id(h): h for h in (self.live, *(run.history for run in self.runs))
        }.values():
            history.smooth(weight)

    def _retire(self) -> None:
        if self.current:
            self.current.history = self.live.hand_over()
        else:
            self.live.clear()

    def _free_look(self) -> int:
        taken = {run.look for run in self.runs}
        return next(look for look in range(len(self.runs) + 1) if look not in taken)
