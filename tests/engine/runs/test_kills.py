"""Programs that keep runs are killed at any moment: what had ended is whole, the rest goes on."""

import random
import shutil
import time
from contextlib import suppress
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

import engine
from engine.reports import StepReport
from engine.runs.run_folder import RunFolder
from engine.runs.store import RunStore
from tests.copies import copies
from tests.engine.runs.conftest import no_problem
from tests.engine.runs.keeping import keep_runs

LONGEST_S = 4.0  # that a process works
Told = tuple[str, int | None, int | None]


@pytest.fixture(scope="module")
def context() -> ForkServerContext:
    """Let processes begin as copies of one that has imported torch already."""
    return copies()


def killed_after(seconds: float, store: RunStore, context: ForkServerContext) -> list[Told]:
    """Let a process keep runs, kill it, and return all that it had told."""
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=keep_runs, args=(store.folder, theirs), daemon=True)
    process.start()
    theirs.close()
    until = time.monotonic() + seconds
    told: list[Told] = []
    while (left := until - time.monotonic()) > 0:
        if ours.poll(left):  # a full pipe would hold the process up
            told.append(ours.recv())
    process.kill()
    process.join()
    with suppress(EOFError, OSError):
        while True:
            told.append(ours.recv())
    ours.close()
    return told


def is_whole(folder: RunFolder) -> bool:
    """Check that everything a run has can be read, and fits together."""
    steps = [report.step for report in folder.reports() if isinstance(report, StepReport)]
    assert steps == list(range(1, len(steps) + 1))
    for step in folder.steps():
        engine.Classifier.load(folder.weights(step))
    _, place = folder.state()
    return len(steps) >= place["step"] >= folder.record().step


def go_through(
    kills: int, seed: int, store: RunStore, data: engine.Dataset, context: ForkServerContext
) -> None:
    """Kill so often, and check what is there."""
    dice = random.Random(seed)
    for _ in range(kills):
        told = killed_after(dice.uniform(0.1, LONGEST_S), store, context)
        listing = store.runs()
        assert listing.said == ()
        runs = {run.id: run for run in listing.runs}
        for id_ in {id_ for id_, step, _ in told if step is None}:
            assert runs[id_].standing == "finished"
            assert is_whole(store.open(id_))
        for run in (run for run in runs.values() if run.standing == "cut off" and run.can_go_on):
            assert is_whole(store.open(run.id))
            written = [step for id_, _, step in told if id_ == run.id and step is not None]
            assert run.record.step >= max(written, default=0)
            learner = engine.Learner(data, run.record.config)
            recording = store.go_on(run.id, learner, no_problem)
            next(learner.fit(), None)  # a run may have been killed just before its end was noted
            recording._lock.release()
        shutil.rmtree(store.folder, ignore_errors=True)


@pytest.fixture
def place(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.mark.long
def test_a_few_kills(
    place: RunStore, mnist_sample: engine.Dataset, context: ForkServerContext
) -> None:
    go_through(3, 1, place, mnist_sample, context)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_kills(
    seed: int, place: RunStore, mnist_sample: engine.Dataset, context: ForkServerContext
) -> None:
    go_through(10, seed, place, mnist_sample, context)
