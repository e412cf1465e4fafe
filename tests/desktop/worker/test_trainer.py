"""Whose run is under way, and what may be done with it: the worker's news are emitted by hand."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.worker.link import WorkerLink
from desktop.worker.messages import Origin, Outcome, RunRequest
from desktop.worker.run_state import WISHES, Event, State
from desktop.worker.trainer import Trainer
from engine.config import TrainConfig
from tests.desktop.by_hand import a_start

LESSON = RunRequest("mnist_sample", TrainConfig(), origin=Origin.LESSON, name="one")
NEXT = RunRequest("mnist_sample", TrainConfig(), origin=Origin.LESSON, name="two")
MINE = RunRequest("mnist_sample", TrainConfig())


@pytest.fixture
def link(qapp: object) -> WorkerLink:
    """Return a link that was never opened: it keeps all wishes to itself."""
    return WorkerLink()


@pytest.fixture
def trainer(link: WorkerLink) -> Trainer:
    return Trainer(link)


@pytest.fixture
def ended(trainer: Trainer) -> list[tuple[RunRequest, Outcome]]:
    """Return which runs have ended, and how."""
    found: list[tuple[RunRequest, Outcome]] = []
    trainer.run_ended.connect(lambda request, outcome: found.append((request, outcome)))
    return found


def begin(link: WorkerLink, request: RunRequest, number: int = 1) -> None:
    """Tell that a run has begun."""
    link.run_started.emit(a_start(number=number, config=request.config, origin=request.origin))


@pytest.fixture
def between(link: WorkerLink, trainer: Trainer, ended: list[object]) -> Trainer:
    """Return the trainer between two runs of a lesson."""
    trainer.start(LESSON, more_follow=True)
    begin(link, LESSON)
    link.run_ended.emit(Outcome.FINISHED)
    assert ended == [(LESSON, Outcome.FINISHED)]
    return trainer


def allowed(trainer: Trainer) -> set[Event]:
    return {wish for wish in WISHES if trainer.allows(wish)}


def test_nobody_elses_run_begins_between_two(between: Trainer, link: WorkerLink) -> None:
    assert between.state is State.LOADING
    assert between.origin is Origin.LESSON
    assert allowed(between) == {Event.STOP}


def test_the_last_one_lets_others_train(between: Trainer, link: WorkerLink) -> None:
    between.start(NEXT)
    begin(link, NEXT, 2)
    assert allowed(between) == {Event.STOP}
    link.run_ended.emit(Outcome.FINISHED)
    assert between.is_free
    assert Event.START in allowed(between)


def test_the_asker_may_leave_it_at_that(between: Trainer, ended: list[object]) -> None:
    between.end_series()
    assert between.is_free
    assert len(ended) == 1
    between.end_series()
    assert between.is_free


def test_stop_between_two_ends_them_all(between: Trainer, ended: list[object]) -> None:
    between.stop()
    assert between.is_free
    assert ended[1:] == [(LESSON, Outcome.STOPPED)]


def test_stop_in_one_ends_them_all(trainer: Trainer, link: WorkerLink, ended: list[object]) -> None:
    trainer.start(LESSON, more_follow=True)
    begin(link, LESSON)
    trainer.stop()
    assert trainer.state is State.STOPPING
    link.run_ended.emit(Outcome.FINISHED)  # it was quicker than the wish
    assert trainer.is_free


def test_a_lost_worker_ends_them_all(between: Trainer, ended: list[object]) -> None:
    between.give_up()
    assert between.is_free
    assert ended[1:] == [(LESSON, Outcome.FAILED)]


def test_only_the_readers_own_run_is_paused_and_steered(
    trainer: Trainer, link: WorkerLink, qtbot: QtBot
) -> None:
    trainer.start(LESSON)
    begin(link, LESSON)
    with qtbot.assertNotEmitted(trainer.lr_changed):
        trainer.set_lr(0.5)
    link.run_ended.emit(Outcome.FINISHED)
    trainer.start(MINE)
    begin(link, MINE, 2)
    assert allowed(trainer) == {Event.PAUSE, Event.STOP}
    with qtbot.waitSignal(trainer.lr_changed):
        trainer.set_lr(0.5)


def test_only_the_reading_of_its_own_data_is_told(trainer: Trainer, link: WorkerLink) -> None:
    told: list[tuple[int, int]] = []
    trainer.loading.connect(lambda done, images: told.append((done, images)))
    link.loading.emit("mnist_sample", 1, 9)  # for a page, while nothing is trained
    trainer.start(MINE)
    link.loading.emit("pens", 2, 9)
    link.loading.emit("mnist_sample", 3, 9)
    begin(link, MINE)
    link.loading.emit("mnist_sample", 4, 9)
    assert told == [(3, 9)]


def test_the_next_may_begin_in_whoever_hears_of_the_end(
    trainer: Trainer, link: WorkerLink, ended: list[object]
) -> None:
    trainer.run_ended.connect(lambda request, _: request is MINE and trainer.start(LESSON))
    trainer.start(MINE)
    begin(link, MINE)
    link.run_ended.emit(Outcome.FINISHED)
    assert trainer.origin is Origin.LESSON
    assert trainer.request is LESSON
    assert ended == [(MINE, Outcome.FINISHED)]
