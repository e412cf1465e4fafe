"""What is asked about kept runs and what comes of the answers: the worker's are given by hand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from desktop.app_model import AppModel
from desktop.runs.keeper import RunKeeper
from desktop.runs.kept_runs import Limits, clear_away, label, list_kept, read_reports
from desktop.worker.messages import (
    Kind,
    Moment,
    Origin,
    Outcome,
    RunRequest,
    Source,
)
from desktop.worker.questions import Question
from desktop.worker.to_worker import Ask
from engine.config import TrainConfig
from engine.runs.record import RunLabels
from engine.words.message import Message
from tests.desktop.by_hand import a_start, kept, wishes

STARTER = Source(Kind.STARTER, "mnist", ("3", "7"))
RUN = Source(Kind.RUN, "simple_net", ("3", "7"), run=-1)


@pytest.fixture
def keeper(model: AppModel) -> RunKeeper:
    return RunKeeper(model, model)


@pytest.fixture
def said(keeper: RunKeeper) -> list[str]:
    sentences: list[str] = []
    keeper.failed.connect(sentences.append)
    keeper.told.connect(sentences.append)
    return sentences


def kind(question: Question) -> object:
    """Return what is asked, whatever it is asked about."""
    assert isinstance(question, partial)
    return question.func


LIST, READ = kind(list_kept(Limits())), kind(read_reports(""))
LABEL = kind(label("", RunLabels(), RunLabels()))
CLEAR_AWAY = kind(clear_away(Limits(), {}))


def asked(model: AppModel) -> list[object]:
    """Return what was asked so far."""
    return [kind(ask.question) for ask in wishes(model, Ask)]


def newest(model: AppModel, what: object) -> int:
    """Return the number of the newest question of a kind."""
    return [ask.number for ask in wishes(model, Ask) if kind(ask.question) is what][-1]


def answer(model: AppModel, what: object, value: object) -> None:
    """Answer the newest question of a kind."""
    number = newest(model, what)
    model.questions.on_answered(number, value)
    model.questions.on_ended(number, "")


@pytest.fixture
def back(model: AppModel, keeper: RunKeeper) -> AppModel:
    """Return the model with two kept runs, of which the newer one is shown."""
    model.link.source_changed.emit(STARTER)
    runs = (kept(-1, shown=False), kept(-2, name="mine", shown=True))
    answer(model, LIST, (runs, ()))
    return model


def test_the_runs_are_asked_for_once_somebody_answers(model: AppModel, keeper: RunKeeper) -> None:
    assert asked(model) == []
    for _ in range(2):
        model.link.source_changed.emit(STARTER)
    assert asked(model) == [LIST]
    assert not keeper.is_back


def test_what_is_wrong_with_the_kept_runs_is_told(
    model: AppModel, keeper: RunKeeper, said: list[str]
) -> None:
    model.link.source_changed.emit(STARTER)
    answer(model, LIST, ((), (Message("store_newer"),)))
    assert len(said) == 1
    assert keeper.is_back


def test_only_the_curves_of_runs_that_are_seen_are_asked_for(
    back: AppModel, keeper: RunKeeper
) -> None:
    keeper.look()
    keeper.look()
    assert asked(back).count(READ) == 1
    back.runs.find(-1).shown = True
    keeper.look()
    assert asked(back).count(READ) == 2


@pytest.mark.parametrize("answering", ["kept2", str(Path("/a/model.safetensors"))])
def test_who_answered_is_asked_to_do_so_again(
    model: AppModel, keeper: RunKeeper, answering: str
) -> None:
    found: list[object] = []
    keeper.answerer_found.connect(lambda run: found.append(run.start.id))
    keeper.model_file_found.connect(lambda path: found.append(str(path)))
    keeper.answering = answering
    model.link.source_changed.emit(STARTER)
    answer(model, LIST, ((kept(-1), kept(-2)), ()))
    assert found == [answering]


def test_who_answers_is_remembered_unless_it_is_lent(back: AppModel, keeper: RunKeeper) -> None:
    path = Path("/a/model.safetensors")
    for source, answering in (
        (RUN, "kept1"),
        (replace(RUN, run=-2), "kept2"),
        (replace(RUN, origin=Origin.LESSON), "kept2"),
        (replace(RUN, moment=Moment("kept1", 1, 10, 90)), "kept2"),
        (Source(Kind.FILE, "mine", ("3", "7"), path=path), str(path)),
        (STARTER, ""),
    ):
        back.lend()
        back.link.source_changed.emit(source)
        assert keeper.answering == answering


@pytest.mark.parametrize("origin", Origin)
def test_old_runs_make_room_as_one_that_is_kept_ends(
    back: AppModel, said: list[str], origin: Origin
) -> None:
    request = RunRequest("mnist", TrainConfig(), origin=origin)
    back.begin(request, lr=0.1)
    back.link.run_started.emit(a_start(id="new", origin=origin))
    back.link.run_ended.emit(Outcome.FINISHED)
    assert (CLEAR_AWAY in asked(back)) is (origin is not Origin.LESSON)
    if origin is not Origin.LESSON:
        answer(back, CLEAR_AWAY, (-1,))
        assert said == ["1 old run cleared away to make room"]
        assert -1 not in [run.number for run in back.runs.runs]


@pytest.mark.parametrize(
    ("change", "is_told"),
    [
        (lambda run: setattr(run, "shown", False), False),  # this window's own affair
        (lambda run: setattr(run, "note", "good"), True),
    ],
)
def test_what_cannot_be_kept_of_a_run_is_taken_back(
    back: AppModel, keeper: RunKeeper, said: list[str], change: Callable[..., None], is_told: bool
) -> None:
    run = back.runs.find(-2)
    change(run)
    keeper.look()
    assert asked(back).count(LABEL) == 1
    back.questions.on_ended(newest(back, LABEL), "The disk is full.")
    assert said == ["The disk is full."] * is_told
    assert run.note == ""
    keeper.finish()  # nothing is on its way any more


def test_what_was_said_of_a_deleted_run_is_forgotten(back: AppModel, keeper: RunKeeper) -> None:
    back.delete_runs([-2])
    back.runs.add_kept([kept(-2, name="mine", shown=False)])
    keeper.look()
    questions = [ask.question for ask in wishes(back, Ask) if kind(ask.question) is LABEL]
    asked_of = {q.args[0]: q.args[-1] for q in questions if isinstance(q, partial)}
    assert asked_of["kept2"] == RunLabels()  # as of one that was never seen
