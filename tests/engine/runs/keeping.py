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
    """Tell by `line` of each report, (id, step, seconds), and of each end, (id, None, None)."""
    dataset = engine.load_dataset("mnist_sample")
    for number in count():
        epochs = 3 if number < RUNS_BEFORE else 100_000
        learner = engine.Learner(dataset, engine.TrainConfig(epochs=epochs, seed=number))
        recording = RunStore(folder).record(learner, "a test", print)
        for report in learner.fit():
            recording.add(report)
            line.send((recording.folder.id, learner.step, learner.seconds))
        recording.end(Outcome.FINISHED)
        recording.wait()
        line.send((recording.folder.id, None, None))
