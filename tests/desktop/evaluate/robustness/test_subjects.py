"""Whose curves are drawn, and what of them is known already."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.evaluate.robustness.kept_curves import KeptCurves
from desktop.evaluate.robustness.subjects import MOST, subjects_of
from desktop.runs.history import RunHistory
from desktop.runs.run_list import Run
from desktop.worker.messages import Kind, Moment, Outcome, RunStart, Source
from engine.analysis.distortions import DISTORTIONS
from engine.analysis.robustness import Stood
from engine.config import TrainConfig
from engine.reports import StepReport
from engine.words.message import Message

STARTER = Source(Kind.STARTER, "mnist", ("3", "7"))


def run_of(number: int, outcome: Outcome | None = Outcome.FINISHED) -> Run:
    start = RunStart(
        number=number,
        source="mnist_sample",
        dataset="mnist_sample",
        classes=("3", "7"),
        config=TrainConfig(),
        train_images=10,
        valid_images=10,
        batches=1,
        device="cpu",
        device_reason=Message("cpu"),
        id=f"run-{number}",
    )
    run = Run(start, f"Run {number}", RunHistory(), number)
    run.outcome = outcome
    return run


def names(*found: object) -> list[str]:
    return [subject.name or subject.source.kind.name for subject in found]


@pytest.fixture
def runs() -> list[Run]:
    return [run_of(number) for number in range(1, 6)]


def own(run: Run, epoch: int = 1) -> Source:
    return Source(Kind.RUN, "simple_net", ("3", "7"), epoch, run=run.number)


def test_the_newest_ticked_runs_are_measured(runs: list[Run]) -> None:
    found = subjects_of(runs, own(runs[-1]), (), anew=False)
    assert names(*found) == ["Run 3", "Run 4", "Run 5"]
    assert len(found) == MOST
    assert [subject.look for subject in found] == [3, 4, 5]


def test_whoever_answers_is_among_them_where_it_is_no_ticked_run(runs: list[Run]) -> None:
    assert names(*subjects_of([], STARTER, (), anew=False)) == ["STARTER"]
    assert names(*subjects_of(runs, STARTER, (), anew=False)) == ["Run 4", "Run 5", "STARTER"]
    assert names(*subjects_of(runs[:1], own(runs[3]), (), anew=False)) == ["Run 1", "RUN"]
    moment = replace(own(runs[0]), kind=Kind.MOMENT, moment=Moment("run-1", 3, 2, 8))
    assert names(*subjects_of(runs[:1], moment, (), anew=False)) == ["Run 1", "MOMENT"]
    assert subjects_of([], None, (), anew=False) == ()
    looks = [subject.look for subject in subjects_of(runs[:1], STARTER, (), anew=False)]
    assert looks == [1, 0]


def test_runs_without_a_network_are_left_out(runs: list[Run]) -> None:
    runs[4].outcome = Outcome.FAILED
    found = subjects_of(runs[3:], own(runs[3]), (), anew=False)
    assert names(*found) == ["Run 4"]


def test_a_network_that_learns_stays_as_it_was_measured() -> None:
    run = run_of(1, None)
    before = subjects_of([run], own(run), (), anew=False)
    run.history.add([StepReport(9, 1, np.array([0.5], np.float32), 0.1, 1.0)])
    assert run.batches_done == 9
    assert subjects_of([run], own(run, 5), before, anew=False) == before
    assert subjects_of([run], own(run, 5), before, anew=True) != before
    run.outcome = Outcome.FINISHED
    assert subjects_of([run], own(run, 5), before, anew=False) != before
    unticked = subjects_of([], own(run, 1), (), anew=False)
    assert subjects_of([], own(run, 4), unticked, anew=False) == unticked
    assert subjects_of([], own(run, 4), unticked, anew=True) != unticked


def test_the_starter_was_made_otherwise_than_its_settings_tell() -> None:
    (starter,) = subjects_of([], STARTER, (), anew=False)
    assert not starter.marks_training
    (run,) = subjects_of([run_of(1)], own(run_of(1)), (), anew=False)
    assert run.marks_training


def test_curves_are_kept_by_network_data_and_distortion() -> None:
    kept = KeptCurves()
    kept.note("a", "mnist", "size", 1.2, Stood(0.5, 0.75, 0.25))
    kept.note("a", "mnist", "size", 0.4, Stood(0.25, 0.5, 0.0))
    kept.note("b", "mnist", "size", 0.4, Stood(1.0, 1.0, 0.0))
    amounts = DISTORTIONS["size"].amounts
    assert set(kept.missing("a", "mnist", "size")) == set(amounts) - {0.4, 1.2}
    assert kept.missing("a", "other", "size") == amounts
    assert kept.missing("a", "mnist", "shift") == DISTORTIONS["shift"].amounts
    curve = kept.curve("a", "mnist", "size", "accuracy")
    assert curve.x.tolist() == pytest.approx([40, 120])
    assert curve.y.tolist() == [25, 50]
    assert kept.curve("a", "mnist", "size", "refused").y.tolist() == [0, 25]
    kept.forget("a")
    assert kept.missing("a", "mnist", "size") == amounts
    assert len(kept.points("b", "mnist", "size")) == 1
