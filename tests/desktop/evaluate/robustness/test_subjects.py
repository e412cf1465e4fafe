"""Whose curves are drawn, and what of them is known already."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.evaluate.robustness.kept_curves import KeptCurves
from desktop.evaluate.robustness.questions import Images
from desktop.evaluate.robustness.subjects import MOST, subjects_of
from desktop.runs.history import RunHistory
from desktop.runs.run_list import Run
from desktop.worker.messages import Kind, Moment, Outcome, Source
from engine.analysis.distortions import DISTORTIONS
from engine.analysis.robustness import Stood
from engine.reports import StepReport
from tests.desktop.by_hand import a_start

STARTER = Source(Kind.STARTER, "mnist", ("3", "7"))


def run_of(number: int, outcome: Outcome | None = Outcome.FINISHED) -> Run:
    start = a_start(number=number, id=f"run-{number}")
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
    found = subjects_of(runs, own(runs[-1]), ())
    assert names(*found) == ["Run 3", "Run 4", "Run 5"]
    assert len(found) == MOST
    assert [subject.look for subject in found] == [3, 4, 5]
    older = subjects_of(runs, own(runs[0]), ())
    assert names(*older) == ["Run 4", "Run 5", "RUN"]


def test_whoever_answers_is_among_them_where_it_is_no_ticked_run(runs: list[Run]) -> None:
    assert names(*subjects_of([], STARTER, ())) == ["STARTER"]
    assert names(*subjects_of(runs, STARTER, ())) == ["Run 4", "Run 5", "STARTER"]
    assert names(*subjects_of(runs[:1], own(runs[3]), ())) == ["Run 1", "RUN"]
    moment = replace(own(runs[0]), kind=Kind.MOMENT, moment=Moment("run-1", 3, 2, 8))
    assert names(*subjects_of(runs[:1], moment, ())) == ["Run 1", "MOMENT"]
    assert subjects_of([], None, ()) == ()
    looks = [subject.look for subject in subjects_of(runs[:1], STARTER, ())]
    assert looks == [1, 0]


def test_runs_without_a_network_are_left_out(runs: list[Run]) -> None:
    runs[4].outcome = Outcome.FAILED
    found = subjects_of(runs[3:], own(runs[3]), ())
    assert names(*found) == ["Run 4"]


def test_a_network_that_learns_stays_as_it_was_measured() -> None:
    run = run_of(1, None)
    before = subjects_of([run], own(run), (), 1)
    assert [subject.learns for subject in before] == [True]
    run.history.add([StepReport(9, 1, np.array([0.5], np.float32), 0.1, 1.0)])
    assert run.batches_done == 9
    assert subjects_of([run], own(run, 5), before, 1) == before
    assert subjects_of([run], own(run, 5), (), 1) != before
    run.outcome = Outcome.FINISHED
    assert subjects_of([run], own(run, 5), before) != before
    unticked = subjects_of([], own(run, 1), (), 1)
    assert subjects_of([], own(run, 4), unticked, 1) == unticked
    assert subjects_of([], own(run, 4), (), 1) != unticked
    (ended,) = subjects_of([], own(run, 1), unticked)
    assert ended.key != unticked[0].key
    assert not ended.learns


def test_the_starter_was_made_otherwise_than_its_settings_tell() -> None:
    (starter,) = subjects_of([], STARTER, ())
    assert not starter.marks_training
    (run,) = subjects_of([run_of(1)], own(run_of(1)), ())
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
    kept.note("a", "mnist", "shift", 1.0, Stood(0.5, 0.5, 0.0))
    kept.forget_curve("a", "mnist", "size")
    assert kept.missing("a", "mnist", "size") == amounts
    assert len(kept.points("a", "mnist", "shift")) == 1
    kept.forget("a")
    assert kept.missing("a", "mnist", "size") == amounts
    assert len(kept.points("b", "mnist", "size")) == 1


def test_what_was_measured_on_other_images_is_forgotten() -> None:
    kept = KeptCurves()
    images = Images(10, 20, "digits", "aa")
    assert not kept.begin("mnist", images)
    kept.note("a", "mnist", "size", 1.2, Stood(0.5, 0.75, 0.25))
    kept.note("a", "other", "size", 1.2, Stood(0.5, 0.75, 0.25))
    assert not kept.begin("mnist", images)
    assert kept.points("a", "mnist", "size")
    assert kept.begin("mnist", images._replace(fingerprint="bb"))
    assert not kept.points("a", "mnist", "size")
    assert kept.points("a", "other", "size")
