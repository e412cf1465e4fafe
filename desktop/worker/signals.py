"""What the worker tells, as signals: the worker has them, and so has its link in the window."""

from PySide6.QtCore import QObject, Signal


class WorkerSignals(QObject):
    """Signals, which carry frozen values only.

    `source_changed(Source)` another model answers from now on; `read(Reading)` of a sketch;
    `loading(int, int)` images read and in all; `dataset_refused(str | Path)`;
    `run_started(RunStart)`; `reported(tuple[Report, ...])`; `held()` after a batch or an epoch;
    `run_ended(Outcome)`; `advised(Advice)` a run diverged; `failed(str)` a sentence for people;
    `answered(int, object)` and `ended(int, str)` of an inquiry, as the desk has them.
    """

    source_changed = Signal(object)
    read = Signal(object)
    loading = Signal(int, int)
    dataset_refused = Signal(object)
    run_started = Signal(object)
    reported = Signal(object)
    held = Signal()
    run_ended = Signal(object)
    advised = Signal(object)
    failed = Signal(str)
    answered = Signal(int, object)
    ended = Signal(int, str)


WORKER_SIGNALS = tuple(
    name for name, value in vars(WorkerSignals).items() if isinstance(value, Signal)
)
