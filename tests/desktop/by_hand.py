"""The model of a window whose worker never begins: its wishes are read, its news told by hand."""

from dataclasses import replace
from typing import Any, TypeVar

from desktop.app_model import AppModel
from desktop.runs.kept_runs import KeptRun
from desktop.worker.messages import Outcome, RunRequest, RunStart
from desktop.worker.to_worker import Ask
from engine.config import TrainConfig
from engine.runs.record import RunLabels
from engine.words.message import Message

_Wish = TypeVar("_Wish")
_START = RunStart(
    number=1,
    source="mnist_sample",
    dataset="mnist_sample",
    classes=("3", "7"),
    config=TrainConfig(),
    train_images=90,
    valid_images=10,
    batches=3,
    device="cpu",
    device_reason=Message("no_gpu"),
)


def a_start(**told: Any) -> RunStart:
    """Return how a small run began: the book's, where nothing else is told."""
    return replace(_START, **told)


def wishes(model: AppModel, kind: type[_Wish]) -> list[_Wish]:
    """Return what of this kind was wished of the worker so far, in its order."""
    assert model.link._early is not None
    return [wish for wish in model.link._early if isinstance(wish, kind)]


def begun(
    model: AppModel, request: RunRequest, number: int = 1, *, batches: int = 3, id_: str = ""
) -> RunStart:
    """Tell that the run that was asked for has begun, with so many batches in an epoch."""
    start = a_start(
        number=number,
        source=request.dataset,
        dataset=str(request.dataset),
        config=request.config,
        batches=batches,
        origin=request.origin,
        name=request.name,
        id=id_,
    )
    model.link.run_started.emit(start)
    return start


def answer(model: AppModel, value: object = None, problem: str = "") -> None:
    """Answer the newest question, or fail to."""
    number = wishes(model, Ask)[-1].number
    if value is not None:
        model.questions.on_answered(number, value)
    model.questions.on_ended(number, problem)


def kept(number: int, called: str = "", **labels: Any) -> KeptRun:
    """Return a run that an earlier window finished, by its number below zero."""
    start, name = a_start(number=number, id=f"kept{-number}"), called or f"Run {-number}"
    told = RunLabels(**labels)
    return KeptRun(start, name, told, Outcome.FINISHED, False, ((0, 0.1),), None, None, None)
