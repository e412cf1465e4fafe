"""Keeps a run on the disk while it goes on: reports, moments, and what it needs in order to go on.

The training thread copies what has changed; another one puts it into words and writes it, in jobs
of which each is finished before the next is given, so that a slow disk never holds up the training.
What costs is the writing of moments, half a millisecond for each: of a fast run's epochs only some
become one.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor

from engine.errors import InkgradError
from engine.inference.checkpoint import ModelCard, save_weights
from engine.learner import Learner
from engine.reports import EpochReport, Report
from engine.runs.learner_state import State, state_of, weights_of
from engine.runs.locks import Lock
from engine.runs.plain import report_line
from engine.runs.record import Outcome, RunRecord
from engine.runs.run_folder import RunFolder
from engine.runs.thinning import is_far, least_missed
from engine.words.message import Message, reason

EVERY_S = 1.5  # and what is written then is there before two seconds have gone
MOST_MOMENTS = 60  # of which the weights are kept
MOMENT_EVERY_S = 0.2  # at most, as soon as there are some
_SOME = 20
MOST_BYTES = 50 << 20  # that these take


@dataclass
class _Job:
    """What is to be written next."""

    state: State
    reports: list[tuple[Report, float]]  # each with the rate that was set
    outcome: Outcome | None = None
    lines: str = ""
    moments: dict[int, tuple[dict[str, Tensor], ModelCard]] = field(default_factory=dict)
    dropped: list[int] = field(default_factory=list)


class Recording:
    """What `RunStore.record` makes. Call `add` with each report, right after it was made; at last
    `end`.

    Where a report comes after each batch of which `is_due` says so, the first moments are kept too.
    Nothing here raises: `on_problem` is told once, in another thread, why a run can't be kept, and
    what could not be written is tried again.
    """

    def __init__(
        self,
        folder: RunFolder,
        lock: Lock,
        record: RunRecord,
        learner: Learner,
        on_problem: Callable[[Message], None],
    ) -> None:
        self.folder = folder
        self._learner, self._lock, self._on_problem = learner, lock, on_problem
        self._record = record  # the writing thread's
        self._reports: list[tuple[Report, float]] = []
        self._steps = folder.steps()
        self._moments: dict[int, tuple[dict[str, Tensor], ModelCard]] = {}
        self._dropped: list[int] = []
        self._thread = ThreadPoolExecutor(1, "run recording")
        self._writing: Future[None] | None = None
        self._left: _Job | None = None  # what could not be written
        self._has_problem = False
        self._written_at = self._moment_at = 0.0
        self._keep_moment()
        self._write()

    def is_due(self) -> bool:
        """Tell whether this batch is one of the first ones, after which a moment is kept."""
        return _is_power_of_two(self._learner.step)

    def add(self, report: Report) -> None:
        """Take a report of what the learner has just done."""
        self._reports.append((report, self._learner.lr))
        is_time = self._is_time()
        if is_time or self.is_due() or (isinstance(report, EpochReport) and self._is_worth()):
            self._keep_moment()
        if is_time:
            self._write()

    def hold(self) -> None:
        """Write all that has come in, as the run stands still."""
        self._keep_moment()
        self.wait()
        self._write()

    def end(self, outcome: Outcome) -> None:
        """Write all, in the background, and let go of the run; `wait` waits for it."""
        self._keep_moment()
        self.wait()
        self._write(outcome)
        self._writing = self._thread.submit(self._lock.release)
        self._thread.shutdown(wait=False)

    def wait(self) -> None:
        """Wait until all is written that was given to be written."""
        if self._writing:
            self._writing.result()

    def is_busy(self) -> bool:
        """Tell whether something is being written."""
        return self._writing is not None and not self._writing.done()

    def _is_time(self) -> bool:
        return not self.is_busy() and time.monotonic() - self._written_at >= EVERY_S

    def _is_worth(self) -> bool:
        """Tell whether an epoch is to be kept; the first ones are, however fast they come."""
        is_long_ago = time.monotonic() - self._moment_at >= MOMENT_EVERY_S
        is_new = len(self._steps) < _SOME or is_long_ago
        return is_new and is_far(self._steps, self._learner.step, MOST_MOMENTS)

    def _keep_moment(self) -> None:
        step = self._learner.step
        self._moment_at = time.monotonic()
        if step in self._steps and step not in self._moments:
            return  # written already
        weights = weights_of(self._learner)
        card = replace(self._learner.card, accuracy=self._learner.valid_accuracy)
        self._moments[step] = weights, card
        if step not in self._steps:
            self._steps.append(step)
        bytes_ = sum(t.nbytes for t in weights.values())
        while len(self._steps) > max(3, min(MOST_MOMENTS, MOST_BYTES // max(1, bytes_))):
            self._drop(self._steps.pop(least_missed(self._steps)))

    def _drop(self, step: int) -> None:
        if self._moments.pop(step, None) is None:
            self._dropped.append(step)

    def _write(self, outcome: Outcome | None = None) -> None:
        job = _Job(state_of(self._learner), self._reports, outcome)
        job.moments, job.dropped = self._moments, self._dropped
        self._reports, self._moments, self._dropped = [], {}, []
        self._written_at = time.monotonic()
        self._writing = self._thread.submit(self._do, job)

    def _do(self, job: _Job) -> None:
        """Write a job and what is left of an earlier one, in the thread for it."""
        left, self._left = self._left, job
        self._put_into_words(job)
        if left:
            job.lines = left.lines + job.lines
            job.moments = left.moments | job.moments
            job.dropped = left.dropped + job.dropped
        try:
            self._write_down(job)
        except OSError as error:
            self._tell(reason(error))
        except InkgradError as error:
            self._tell(error.message)
        else:
            self._left = None

    def _put_into_words(self, job: _Job) -> None:
        job.lines = "".join(report_line(report) for report, _ in job.reports)
        self._record = replace(self._record.after(job.reports), outcome=job.outcome)

    def _write_down(self, job: _Job) -> None:
        """Write reports before the state that stands for them, and forget what is written."""
        folder = self.folder
        if job.lines:
            folder.add_reports(job.lines)
            job.lines = ""
        for step, (weights, card) in list(job.moments.items()):
            if torch.cat([t.flatten() for t in weights.values()]).isfinite().all():
                save_weights(folder.weights(step), weights, card)
            del job.moments[step]
        folder.write_state(job.state)
        folder.write_record(self._record)
        for step in job.dropped:
            folder.weights(step).unlink(missing_ok=True)

    def _tell(self, why: Message) -> None:
        if not self._has_problem:
            self._has_problem = True
            self._on_problem(Message("run_not_kept", reason=why))


def _is_power_of_two(step: int) -> bool:
    return step & (step - 1) == 0
