"""What is said of a run and what is offered against its faults: the worker's news by hand."""

from typing import Any

import pytest

from desktop.app_model import AppModel
from desktop.training.advising import Advising
from desktop.training.devices import Devices
from desktop.training.status import RunStatus, remedy
from desktop.worker.messages import Kind, Loss, Origin, Outcome, RunRequest, Source
from desktop.worker.to_worker import Ask, Start
from engine.config import TrainConfig
from engine.data.description import ClassCount, Description
from engine.reports import Advice, EpochReport
from engine.words.message import Message
from tests.desktop.by_hand import begun, wishes

LESSON = RunRequest("mnist", TrainConfig(), origin=Origin.LESSON, name="batches of 1")
MINE = RunRequest("mnist", TrainConfig())


@pytest.fixture
def told(model: AppModel) -> list[str]:
    """Return what the status line is told."""
    sentences: list[str] = []
    RunStatus(model, model).told.connect(sentences.append)
    return sentences


@pytest.fixture
def advised(model: AppModel) -> list[tuple[str, str]]:
    """Return what the banner is told, and what its button says."""
    advice: list[tuple[str, str]] = []
    advising = Advising(model, model)
    advising.advised.connect(lambda words, button: advice.append((words, button)))
    return advice


def begin(model: AppModel, request: RunRequest) -> None:
    model.begin(request, lr=0.1)
    begun(model, request)


def epoch(number: int, **more: Any) -> EpochReport:
    return EpochReport(number, 40, 0.4, 0.3, 0.975, 1.0, **more)


def test_what_a_run_of_one_s_own_comes_to(model: AppModel, told: list[str]) -> None:
    begin(model, MINE)
    assert told[-1] == "Training simple_net on 90 images of all ten digits"
    model.link.reported.emit((epoch(3),))
    model.link.run_ended.emit(Outcome.STOPPED)
    words = "Stopped after epoch 3: 97.50 % of the validation set read correctly"
    assert told[-1] == words


def test_a_run_that_diverged_says_so_whatever_it_reached(model: AppModel, told: list[str]) -> None:
    begin(model, MINE)
    model.link.reported.emit((epoch(3),))
    model.link.advised.emit(Advice(Message("no_gpu"), {}))
    model.link.run_ended.emit(Outcome.FAILED)
    assert told[-1] == "The run diverged"


def test_whose_network_reads_after_a_lesson_is_told_once_it_does(
    model: AppModel, told: list[str]
) -> None:
    model.lend()
    begin(model, LESSON)
    assert (
        told[-1]
        == "For the lesson, batches of 1: Training simple_net on 90 images of all ten digits"
    )
    under_way = told[-1]
    model.link.source_changed.emit(Source(Kind.RUN, "mlp", ("3", "7"), run=7))
    assert told[-1] == under_way  # whoever reads the sketch meanwhile
    model.link.run_ended.emit(Outcome.FINISHED)
    assert told[-1] == "The lesson's run has ended"
    lent = Source(Kind.RUN, "simple_net", ("3", "7"), origin=Origin.LESSON, run=1)
    model.lend()
    model.link.source_changed.emit(lent)
    assert told[-1] == "The lesson's run has ended"
    for _ in range(2):
        model.link.source_changed.emit(Source(Kind.STARTER, "mnist", ("3", "7")))
    assert told[-1] == "The starter network reads the sketch"
    assert told.count(told[-1]) == 1


def test_a_dataset_is_told_of_unless_something_is_trained(model: AppModel, told: list[str]) -> None:
    found = Description(
        "mine", "/mine", None, (ClassCount("3", 9, 1), ClassCount("7", 9, 1)), 33, ()
    )
    model.checking.found.emit(found)
    assert told[-1].startswith("mine: 20 images")
    begin(model, MINE)
    model.checking.found.emit(found)
    assert told[-1].startswith("Training")


def test_the_first_advice_on_a_run_is_the_one_that_counts(
    model: AppModel, advised: list[tuple[str, str]]
) -> None:
    begin(model, MINE)
    first, later = Advice(Message("no_gpu"), {"lr": 0.5}), Advice(Message("no_gpu"), {"lr": 0.1})
    model.link.reported.emit((epoch(3, advice=first), epoch(4, advice=later)))
    assert [button for _, button in advised] == ["Train again at 0.5"]
    model.link.run_ended.emit(Outcome.FINISHED)
    begin(model, MINE)  # the next has its own
    model.link.reported.emit((epoch(3, advice=later),))
    assert [button for _, button in advised[1:]] == ["Train again at 0.1"]


def test_a_lesson_s_troubles_are_no_business_of_the_banner(
    model: AppModel, advised: list[tuple[str, str]]
) -> None:
    begin(model, LESSON)
    advice = Advice(Message("no_gpu"), {"lr": 0.5})
    model.link.reported.emit((epoch(3, advice=advice),))
    model.link.advised.emit(advice)
    assert not advised


def test_a_remedy_waits_for_the_end_of_the_run_that_it_mends(model: AppModel) -> None:
    advising = Advising(model, model)
    begin(model, MINE)
    model.link.advised.emit(Advice(Message("no_gpu"), {"lr": 0.5}))
    advising.apply_remedy()
    model.link.run_ended.emit(Outcome.STOPPED)
    assert wishes(model, Start)[-1].request.config == TrainConfig(lr=0.5)


def test_each_process_is_asked_once_what_it_can_compute_on(model: AppModel) -> None:
    Devices(model, model)
    starter = Source(Kind.STARTER, "mnist", ("3", "7"))

    for _ in range(2):
        model.link.source_changed.emit(starter)
        assert len(wishes(model, Ask)) == 1
    model.link.lost.emit(Loss.WAS_REPLACED)  # it may work elsewhere
    model.link.source_changed.emit(starter)
    assert len(wishes(model, Ask)) == 2


def test_where_a_run_has_moved_to_is_told(model: AppModel) -> None:
    reasons: list[str] = []
    Devices(model, model).reason_changed.connect(reasons.append)
    begin(model, MINE)
    started = reasons[-1]
    model.link.reported.emit((epoch(1),))
    assert reasons[-1] == started
    model.link.reported.emit((epoch(2, moved=Message("cpu", name="cpu")),))
    assert reasons[-1] != started


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        ({}, ""),
        ({"lr": 0.25}, "Train again at 0.25"),
        ({"loss": "auto"}, "Fix and train again"),
        ({"lr": 0.25, "loss": "auto"}, "Fix 2 settings and train again"),
    ],
)
def test_a_remedy_says_what_it_does(qapp: object, fix: dict[str, Any], words: str) -> None:
    assert remedy(fix) == words
