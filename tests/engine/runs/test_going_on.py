"""A run that is taken up again learns the same numbers as one that was never away."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

import engine
from engine.device import Threads
from engine.errors import RunStoreError
from engine.learner import Learner
from engine.reports import EpochReport, StepReport
from engine.runs.plain import report_line
from engine.runs.record import Outcome
from engine.runs.run_folder import RunFolder
from engine.runs.store import RunStore
from tests.engine.runs.conftest import Run, follow, no_problem
from tests.full_disk import full_disk, needs_limit

SETTINGS: dict[str, dict[str, Any]] = {
    "the book's": {},
    "momentum and decay": {"model": "mlp", "momentum": 0.9, "weight_decay": 0.01},
    "one cycle, turned images": {"augment": "gentle", "schedule": "one_cycle", "lr": 0.05},
    "gradients that pile up": {"zero_grad": False, "lr": 0.001},
    "filters": {"model": "convnet", "momentum": 0.9, "lr": 0.01},
}


def numbers(reports: list[object]) -> list[object]:
    """Return all that is told but the seconds."""
    return [
        (r.step, r.epoch, r.losses.tolist(), r.lr)
        if isinstance(r, StepReport)
        else (r.epoch, r.train_loss, r.valid_loss, r.valid_accuracy, r.drawn_accuracy, r.advice)
        for r in reports
        if isinstance(r, StepReport | EpochReport)
    ]


def weights(learner: Learner) -> list[torch.Tensor]:
    return [tensor.clone() for tensor in learner.model.state_dict().values()]


def one_thread(learner: Learner) -> Learner:
    """With another number of threads the same sums would be rounded otherwise."""
    learner.threads = Threads(1)
    return learner


@pytest.mark.parametrize("left_at", [0, 3, 7, 10])
@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_it_is_the_same_as_an_unbroken_one(
    settings: dict[str, Any], left_at: int, store: RunStore, few: engine.Dataset
) -> None:
    config = engine.TrainConfig(**{"epochs": 3, "batch_size": 32} | settings)
    unbroken = one_thread(Learner(few, config))
    told = list(unbroken.fit())
    first = one_thread(Learner(few, config))
    recording = store.record(first, "a test", no_problem)
    before = follow(first, recording, left_at) if left_at else []
    recording.hold()
    recording.end(Outcome.STOPPED)
    recording.wait()
    second = one_thread(Learner(few, config))
    again = store.go_on(recording.folder.id, second, no_problem)
    assert second.step == left_at
    after = follow(second, again)
    again.end(Outcome.FINISHED)
    again.wait()
    assert numbers([*before, *after]) == numbers(list(told))
    assert numbers(list(again.folder.reports())) == numbers(list(told))
    assert all(map(torch.equal, weights(second), weights(unbroken)))
    assert second.seconds > first.seconds
    record = store.find(again.folder.id).record
    assert (record.outcome, record.step, record.epoch) == ("finished", unbroken.step, 3)
    assert again.folder.steps()[-1] == unbroken.step


def test_reports_that_came_after_the_last_state_are_let_go_of(
    store: RunStore, few: engine.Dataset
) -> None:
    """A kill may come between the writing of reports and of the state."""
    config = engine.TrainConfig(epochs=2, batch_size=32)
    learner = Learner(few, config)
    recording = store.record(learner, "a test", no_problem)
    before = follow(learner, recording, 3)
    recording.hold()
    recording.wait()
    later = recording.folder.weights(4)
    shutil.copyfile(recording.folder.weights(2), later)
    recording.folder.add_reports("".join(map(report_line, learner.fit())))
    record = recording.folder.path / "run.json"
    facts = json.loads(record.read_text())
    facts["rates"].append([4, 0.01])
    record.write_text(json.dumps(facts))
    recording._lock.release()
    again = store.go_on(recording.folder.id, Learner(few, config), no_problem)
    assert numbers(list(again.folder.reports())) == numbers(before)
    assert not later.exists()
    again.end(Outcome.STOPPED)
    again.wait()
    assert again.folder.record().rates == ((0, config.lr),)


def test_it_goes_on_with_the_same_data_and_settings_alone(
    store: RunStore, few: engine.Dataset, mnist_sample: engine.Dataset, keep: Run
) -> None:
    kept = keep()
    other = engine.TrainConfig(epochs=2, batch_size=16)
    for learner in (
        Learner(few, other),
        Learner(mnist_sample, engine.TrainConfig(epochs=2, batch_size=32)),
    ):
        with pytest.raises(RunStoreError, match="can't go on"):
            store.go_on(kept, learner, no_problem)
    assert store.find(kept).standing == "finished"


def test_a_damaged_state_is_refused_and_the_run_stays(
    store: RunStore, few: engine.Dataset, keep: Run
) -> None:
    kept = keep()
    path = store.open(kept).path / "state.safetensors"
    data = np.frombuffer(path.read_bytes(), np.uint8).copy()
    path.write_bytes(data[: len(data) // 2].tobytes())
    learner = Learner(few, engine.TrainConfig(epochs=2, batch_size=32))
    with pytest.raises(RunStoreError, match="can't go on"):
        store.go_on(kept, learner, no_problem)
    assert store.find(kept).standing == "finished"


@needs_limit
def test_a_report_that_fills_the_disk_leaves_no_half_line(tmp_path: Path) -> None:
    """The reports after it would never be read."""
    folder, line = RunFolder(tmp_path), report_line(EpochReport(1, 2, 0.1, 0.2, 0.9, 3.0))
    folder.add_reports(line)
    with full_disk(len(line) + 9), pytest.raises(OSError, match="too large"):
        folder.add_reports(line)
    folder.add_reports(line)
    assert len(list(folder.reports())) == 2
