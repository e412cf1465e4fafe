"""The runs of this window and of earlier ones, without Qt: numbers, names, which are shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from desktop.runs.history import RunHistory
from desktop.runs.kept_runs import KeptRun
from desktop.worker.messages import Origin, Outcome, RunStart
from engine.reports import Report
from engine.runs.record import RunLabels

_NUMBERED = re.compile(r"(?<!\d)\d{1,9}$")  # a name that was given to a run as it began


@dataclass(eq=False)
class Run:
    """One run. `look` chooses its colour and dashes, and stays as long as the run does.

    `rates` are the learning rates that were set, each with the batches that were done by then.
    """

    start: RunStart
    first_name: str  # before the reader gave it one
    history: RunHistory
    look: int
    shown: bool = True
    outcome: Outcome | None = None  # None while it is under way
    diverged: bool = False  # which is why it failed
    own_name: str = ""  # that the reader gave it
    note: str = ""
    keep: bool = False  # never cleared away by itself
    awaits_curves: bool = False  # of an earlier window: what is known is where it ended

    def __post_init__(self) -> None:
        self.rates = [(0, self.start.config.lr)]
        self.numbers = {self.start.number}  # it has another each time that it goes on

    @classmethod
    def of_earlier(cls, kept: KeptRun, history: RunHistory, look: int) -> "Run":
        """Return a run of an earlier window; its curves are still to come."""
        run = cls(kept.start, kept.name, history, look, kept.labels.shown, kept.outcome)
        run.diverged, run.awaits_curves, run.rates = kept.diverged, True, list(kept.rates)
        run.own_name, run.note, run.keep = kept.labels.name, kept.labels.note, kept.labels.keep
        history.last_step, history.last_epoch = kept.last_step, kept.last_epoch
        history.best = kept.best
        return run

    @property
    def name(self) -> str:
        """What it is called."""
        return self.own_name or self.first_name

    @property
    def labels(self) -> RunLabels:
        """What the reader says of it."""
        return RunLabels(self.own_name, self.note, self.keep, self.shown)

    def take_back(self, labels: RunLabels, known: RunLabels) -> None:
        """Let what was said in `labels`, and not anew since, be as it was in `known`."""
        back = known.merged(self.labels, labels)
        self.own_name, self.note, self.keep = back.name, back.note, back.keep

    @property
    def can_go_on(self) -> bool:
        """Whether it was ended before its time and is kept: it can be continued."""
        is_unfinished = self.outcome in (Outcome.STOPPED, Outcome.CUT_OFF)
        return bool(self.start.id) and is_unfinished and self.is_own

    @property
    def has_model(self) -> bool:
        """Whether its network can answer."""
        ended_well = self.outcome in (Outcome.FINISHED, Outcome.STOPPED)
        return ended_well or self.outcome is Outcome.CUT_OFF

    @property
    def number(self) -> int:
        return self.start.number

    @property
    def is_own(self) -> bool:
        """Whether the reader asked for it, with the settings of the form."""
        return self.start.origin is Origin.READER

    @property
    def epochs_done(self) -> int:
        last = self.history.last_epoch
        return last.epoch if last else 0

    @property
    def drawn_accuracy(self) -> float | None:
        """The share of drawn digits read correctly; None where its classes aren't digits."""
        last = self.history.last_epoch
        return last.drawn_accuracy if last else None

    @property
    def batches_done(self) -> int:
        last = self.history.last_step
        return last.step if last else 0

    @property
    def epochs_told(self) -> str:
        """How many epochs are done, of how many: "2 / 5"."""
        return f"{self.epochs_done} / {self.start.config.epochs}"

    def change_lr(self, lr: float) -> None:
        """Note a learning rate that was set; of several between two batches the last counts."""
        done = self.batches_done
        earlier = [rate for rate in self.rates if rate[0] < done]
        if not earlier or earlier[-1][1] != lr:
            earlier.append((done, lr))
        self.rates = earlier


class RunLog:
    """All runs, oldest first. `live` is the history of the reader's newest: one object for all.

    Runs that others asked for have histories of their own, and are shown only when they are ticked.
    """

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.live = RunHistory()
        self.under_way: Run | None = None
        self.ended: Run | None = None  # the last one to end; None where that never began
        self.begun = 0  # of the reader's, deleted ones among them
        self._early_lr: float | None = None

    @property
    def current(self) -> Run | None:
        """The reader's newest run, unless that was deleted."""
        newest = self.newest
        return newest if newest and newest.history is self.live else None

    @property
    def newest(self) -> Run | None:
        """The newest of the reader's runs that is left."""
        return next((run for run in reversed(self.runs) if run.is_own), None)

    @property
    def shown(self) -> list[Run]:
        return [run for run in self.runs if run.shown]

    def begin(self, start: RunStart, name: str) -> Run:
        """Add a run, or one again that goes on: its reports are told anew."""
        earlier = next((run for run in self.runs if start.id and run.start.id == start.id), None)
        if start.origin is Origin.READER:
            self._make_room()
            run = Run(start, name, self.live, self._free_look())
        else:
            history = RunHistory(self.live.smoothing)
            run = Run(start, name, history, self._free_look(), shown=False)
        if earlier:
            self.runs.remove(earlier)
            run.look, run.first_name = earlier.look, earlier.first_name
            run.own_name = earlier.own_name
            run.note, run.keep, run.rates = earlier.note, earlier.keep, earlier.rates
            run.numbers |= earlier.numbers
        elif run.is_own:
            self.begun += 1
        self.runs.append(run)
        self.under_way = run
        if self._early_lr is not None:
            run.change_lr(self._early_lr)
        return run

    def add_kept(self, kept: Iterable[KeptRun]) -> None:
        """Put runs of earlier windows, or of others, before those that are here.

        The newest is shown if none is.
        """
        taken = {run.look for run in self.runs}
        looks = (look for look in count() if look not in taken)
        smoothing = self.live.smoothing
        earlier = [Run.of_earlier(run, RunHistory(smoothing), next(looks)) for run in kept]
        own = [run for run in earlier if run.is_own]
        if own and self.newest is None:
            own[-1].shown |= not any(run.shown for run in earlier)
            last = own[-1].history
            self.live.take_ends(last)
            own[-1].history = self.live
        self.runs[:0] = earlier
        numbered = (_NUMBERED.search(run.name) for run in own if not run.own_name)
        self.begun = max([self.begun, *(int(name[0]) for name in numbered if name)])

    def add(self, reports: Iterable[Report]) -> None:
        """Take reports of the run under way, if it is one of these."""
        if self.under_way:
            self.under_way.history.add(reports)

    def note_divergence(self) -> None:
        """Remember of the run under way that it is about to end as it diverged."""
        if self.under_way:
            self.under_way.diverged = True

    def change_lr(self, lr: float) -> None:
        """Note a learning rate that was set for the run under way, or the one about to begin."""
        if self.under_way:
            self.under_way.change_lr(lr)
        else:
            self._early_lr = lr

    def cut_off(self) -> None:
        """Note that the process of the run under way is gone."""
        if self.under_way:
            self.end(Outcome.CUT_OFF)

    def end(self, outcome: Outcome) -> None:
        """Note how the run under way ended, if it ever began."""
        self._early_lr = None
        self.ended, self.under_way = self.under_way, None
        if self.ended:
            self.ended.outcome = outcome

    def delete(self, number: int) -> None:
        """Forget a run; where none is left to see, the newest is shown."""
        if self.current and self.current.number == number:
            self.live.clear()
        self.runs = [run for run in self.runs if run.number != number]
        if self.newest and not self.shown:
            self.newest.shown = True

    def find(self, number: int) -> Run:
        """Return the run of that number."""
        return next(run for run in self.runs if run.number == number)

    def name_of(self, id_: str) -> str:
        """Return what the run of that id is called; an id that nobody has stays as it is."""
        return next((run.name for run in self.runs if run.start.id == id_), id_)

    def smooth(self, weight: float) -> None:
        """Smooth the loss of every run, and of those to come."""
        for history in {
            id(h): h for h in (self.live, *(run.history for run in self.runs))
        }.values():
            history.smooth(weight)

    def _make_room(self) -> None:
        """Let go of a lone earlier curve; several were put there on purpose."""
        if len(self.shown) == 1:
            self.shown[0].shown = False
        if self.current:
            self.current.history = self.live.hand_over()
        else:
            self.live.clear()

    def _free_look(self) -> int:
        taken = {run.look for run in self.runs}
        return next(look for look in range(len(self.runs) + 1) if look not in taken)
