"""The model of the window alone, without widget and worker: what changes it, what doesn't."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.app_model import AppModel
from desktop.worker.messages import (
    Kind,
    Loss,
    Moment,
    Origin,
    Outcome,
    Reading,
    RunRequest,
    RunStart,
    Source,
    Stretch,
)
from desktop.worker.run_state import State
from desktop.worker.to_worker import GiveBack, GoOn, SetLr, Start
from engine.config import TrainConfig
from engine.reports import Advice
from engine.words.message import Message
from tests.desktop.by_hand import begun, wishes

RUN = Source(Kind.RUN, "mlp", ("3", "7"), run=1)


def test_the_sketchs_answers_tell_how_far_its_own_run_has_come(model: AppModel) -> None:
    model.link.source_changed.emit(RUN)
    model.link.read.emit(Reading(1, None, replace(RUN, epoch=3)))
    model.link.read.emit(Reading(2, None, replace(RUN, run=2, epoch=9)))  # of another, come late
    assert model.source == replace(RUN, epoch=3)


@pytest.mark.parametrize(
    ("origin", "is_taken_off"), [(Origin.READER, True), (Origin.LESSON, False)]
)
def test_only_the_readers_own_dataset_is_taken_off_the_list_when_it_is_refused(
    model: AppModel, tmp_path: Path, origin: Origin, is_taken_off: bool
) -> None:
    model.datasets.choose("mnist")
    model.datasets.choose(tmp_path)
    model.trainer.dataset_refused.emit(RunRequest(tmp_path, TrainConfig(), origin=origin))
    assert model.datasets.chosen == ("mnist" if is_taken_off else tmp_path)


@pytest.mark.parametrize(
    "borrower", [replace(RUN, origin=Origin.LESSON), replace(RUN, moment=Moment("a", 1, 10, 90))]
)
def test_who_trains_wants_no_other_network_to_answer(model: AppModel, borrower: Source) -> None:
    """Neither a lesson's nor that of an earlier moment, which is played back."""
    model.lend()
    model.link.source_changed.emit(borrower)
    request = RunRequest("mnist", TrainConfig())
    model.begin(request, lr=0.1)
    assert wishes(model, object) == [GiveBack(), Start(request)]
    model.link.source_changed.emit(replace(RUN, run=2, origin=Origin.LESSON))  # begun too late
    assert wishes(model, object)[2:] == [GiveBack()]
    assert model.source == borrower


def begin(model: AppModel, **asked: Any) -> RunStart:
    """Tell that a run of somebody has begun."""
    request = replace(RunRequest("mnist", TrainConfig(), listed_as="Run 1"), **asked)
    model.begin(request, lr=0.1)
    return begun(model, request)


def test_a_run_of_the_reader_s_is_listed_with_its_rates_and_how_it_ended(model: AppModel) -> None:
    begin(model)
    model.change_lr(0.5)
    model.link.advised.emit(Advice(Message("no_gpu"), {}))
    model.link.run_ended.emit(Outcome.FAILED)
    (run,) = model.runs.runs
    assert (run.name, run.rates, run.diverged) == ("Run 1", [(0, 0.5)], True)
    assert run.outcome is Outcome.FAILED
    model.train()
    (*_, start) = wishes(model, object)
    assert isinstance(start, Start)
    assert start.request.listed_as == "Run 2"


def test_a_lesson_s_run_is_not_listed(model: AppModel) -> None:
    begin(model, origin=Origin.LESSON, name="one")
    assert not model.runs.runs


@pytest.mark.parametrize("loss", Loss)
def test_what_becomes_of_a_run_whose_process_is_gone(model: AppModel, loss: Loss) -> None:
    said: list[str] = []
    model.failed.connect(said.append)
    begin(model)
    model.link.lost.emit(loss)
    assert bool(said) is (loss is not Loss.WAS_REPLACED)
    was_told = loss is Loss.WAS_ENDED  # the end of its run is told by itself
    assert model.trainer.is_free is not was_told
    assert (model.runs.runs[0].outcome is Outcome.CUT_OFF) is not was_told


def test_nothing_is_trained_where_nothing_computes(model: AppModel) -> None:
    begin(model)
    model.link.gave_up.emit()
    assert model.trainer.is_free


def test_a_rate_typed_in_a_pause_counts_from_the_next_batch(model: AppModel) -> None:
    model.begin(RunRequest("mnist", TrainConfig()), lr=0.1)
    model.trainer.state = State.PAUSED
    model.settings.change({"lr": 0.5})
    model.pause()
    assert wishes(model, object)[1:] == [SetLr(0.5), GoOn(Stretch.RUN)]
