"""What playback wishes of the worker, whose news are told by hand: no window, no process."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.app_model import AppModel
from desktop.playback.playback import Playback
from desktop.runs.run_list import Run
from desktop.worker.messages import Kind, Loss, Moment, Outcome, RunRequest, Source
from desktop.worker.to_worker import Ask, ShowMoment
from engine.config import TrainConfig
from engine.reports import EpochReport, StepReport
from tests.desktop.by_hand import answer, begun, wishes

STEPS = (0, 10, 20, 30)  # batches; an epoch has ten


@pytest.fixture
def run(model: AppModel) -> Run:
    """Return a run of three epochs that has ended and is looked back on."""
    run = begin(model, 1)
    model.link.run_ended.emit(Outcome.FINISHED)
    model.playback.choose(run)
    answer(model, STEPS)
    return run


@pytest.fixture
def playback(model: AppModel, run: Run) -> Playback:
    return model.playback


def begin(model: AppModel, number: int) -> Run:
    request = RunRequest("mnist", TrainConfig(epochs=3))
    model.begin(request, lr=0.1)
    begun(model, request, number, batches=10, id_=f"run{number}")
    return model.runs.runs[-1]


def asked(model: AppModel) -> list[int]:
    return [ask.number for ask in wishes(model, Ask)]


def wished(model: AppModel) -> list[int | None]:
    """Return after how many batches the run was wished to answer; None: as before."""
    moments = [wish.moment for wish in wishes(model, ShowMoment)]
    return [moment.step if moment else None for moment in moments]


def test_a_moment_is_wished_for_with_what_its_words_need(
    model: AppModel, playback: Playback
) -> None:
    assert playback.moment is None
    playback.show(1)
    assert playback.moment == Moment("run1", 10, 10, 30)
    playback.show(5)  # there is none
    assert wished(model) == [10]


def test_one_wish_is_on_its_way_and_the_last_counts(model: AppModel, playback: Playback) -> None:
    for place in (0, 1, 2, 3):
        playback.show(place)
    assert wished(model) == [0]
    model.link.moment_shown.emit(Moment("run1", 0, 10, 30))
    assert wished(model) == [0, 30]
    model.link.moment_shown.emit(playback.moment)
    assert wished(model) == [0, 30]
    playback.leave()
    assert wished(model) == [0, 30, None]


def test_a_moment_that_cannot_be_read_is_left(model: AppModel, playback: Playback) -> None:
    playback.show(2)
    model.link.moment_shown.emit(None)
    assert playback.moment is None


def test_it_is_left_when_another_answers_a_run_is_asked_for_or_the_worker_is_gone(
    model: AppModel, playback: Playback
) -> None:
    for news in (
        lambda: model.link.source_changed.emit(Source(Kind.STARTER, "mnist", ("3", "7"))),
        lambda: model.trainer.run_asked_for.emit(RunRequest("mnist", TrainConfig())),
        lambda: model.link.lost.emit(Loss.BROKE_DOWN),
        model.link.gave_up.emit,
    ):
        playback.show(1)
        model.link.moment_shown.emit(playback.moment)
        assert playback.moment is not None
        news()
        assert playback.moment is None
        model.link.moment_shown.emit(None)


def test_playing_begins_at_the_first_moment_or_where_one_is(
    playback: Playback, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(playback.playing_changed):
        playback.play(30)
    assert (playback.place, playback.is_playing) == (0, True)
    playback.pause()
    playback.show(2)
    playback.play(30)
    assert playback.place == 2
    playback.leave()
    assert not playback.is_playing


def test_an_accuracy_is_told_only_of_the_epoch_of_the_moment(
    model: AppModel, run: Run, playback: Playback
) -> None:
    run.history.add([EpochReport(n, 3, 0.5, 0.4, n / 10, 1.0 * n) for n in (1, 3)])
    accuracies = []
    for place in range(4):
        playback.show(place)
        accuracies.append(playback.accuracy)
    assert accuracies == [None, pytest.approx(10), None, pytest.approx(30)]


def test_moments_of_another_run_that_come_late_are_not_taken(model: AppModel, run: Run) -> None:
    other = begin(model, 2)
    model.link.run_ended.emit(Outcome.FINISHED)
    model.playback.choose(other)
    late = asked(model)[-1]
    model.playback.choose(run)
    model.questions.on_answered(late, (0, 5))
    assert model.playback.steps == ()
    answer(model, STEPS)
    assert model.playback.steps == STEPS
    model.playback.choose(other)
    model.playback.choose(None)
    model.questions.on_answered(asked(model)[-1], (0, 5))
    assert model.playback.steps == ()


def test_a_moment_that_is_dropped_gives_way_to_its_neighbour(model: AppModel) -> None:
    model.playback.choose(begin(model, 1))
    answer(model, STEPS)
    model.playback.show(1)
    model.link.run_ended.emit(Outcome.FINISHED)  # when it is looked at once more
    answer(model, (0, 12, 30))
    assert model.playback.moment == Moment("run1", 12, 10, 30)


def test_a_run_that_goes_on_is_looked_at_now_and_then_and_at_its_end(model: AppModel) -> None:
    run = begin(model, 1)
    model.playback.choose(run)
    answer(model, (0,))
    before = len(asked(model))
    report = StepReport(1, 1, np.array([0.5], np.float32), 0.1, 0.1)
    for _ in range(3):
        model.link.reported.emit((report,))
    assert len(asked(model)) == before + 1
    model.link.run_ended.emit(Outcome.FINISHED)
    assert len(asked(model)) == before + 2
