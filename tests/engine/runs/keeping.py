"""A process that trains and keeps one run after the other, until it is killed."""

from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import engine
from engine.runs.record import Outcome
from engine.runs.store import RunStore

RUNS_BEFORE = 2  # in each process, before the one that has no end


def keep_runs(folder: Path, line: "Connection[Any, Any]") -> None:
    """Tell by `line` of each report, (id, step, the step that was seen written), and of each end,
    (id, None, None).
    """
    dataset = engine.load_dataset("mnist_sample")
    for number in count():
        epochs = 3 if number < RUNS_BEFORE else 100_000
        learner = engine.Learner(dataset, engine.TrainConfig(epochs=epochs, seed=number))
        recording = RunStore(folder).record(learner, "a test", print)
        recording.wait()
        written = 0
        for report in learner.fit():
            was_busy = recording.is_busy()
            recording.add(report)
            if was_busy and not recording.is_busy():
                written = recording.folder.record().step
            line.send((recording.folder.id, learner.step, written))
        recording.end(Outcome.FINISHED)
        recording.wait()
        line.send((recording.folder.id, None, None))
