"""What the worker tells the window: one frozen type for each event, pickled on its way."""

from dataclasses import dataclass

from desktop.worker import to_worker as wishes
from desktop.worker.messages import (
    DataSource,
    KeptModel,
    Moment,
    Outcome,
    Reading,
    RunStart,
    Source,
)
from engine.analysis.passage import Passage
from engine.reports import Advice, Report
from engine.words.message import Message


@dataclass(frozen=True)
class Ready:
    """The worker has warmed up."""


@dataclass(frozen=True)
class SourceChanged:
    """Another model answers from now on, or the same one has changed its mind."""

    source: Source


@dataclass(frozen=True)
class MomentShown:
    """A wish for a moment was obeyed: this one answers, or none (where it can't, too)."""

    moment: Moment | None


@dataclass(frozen=True)
class WasRead:
    """A sketch was read."""

    reading: Reading


@dataclass(frozen=True, eq=False)
class WentThrough:
    """What a sketch did to the network that answers, whose outputs have names; None: no network."""

    passage: Passage | None
    names: tuple[str, ...]
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class StarterRead:
    """The starter network has read the same sketch, as the answer is of one that knows few."""

    reading: Reading


@dataclass(frozen=True)
class Loading:
    """So many of a dataset's images are read; 0 of 0 until they are counted."""

    source: DataSource
    done: int
    images: int


@dataclass(frozen=True)
class DatasetRefused:
    """A run's dataset can't be used; the sentence that says why follows."""

    dataset: DataSource


@dataclass(frozen=True)
class RunStarted:
    """A run has its data and its first weights."""

    run: RunStart


@dataclass(frozen=True)
class Reported:
    """The run under way has learned."""

    reports: tuple[Report, ...]


@dataclass(frozen=True)
class StoodStill:
    """The run stands still after a batch or an epoch."""


@dataclass(frozen=True)
class RunEnded:
    """The run is over."""

    outcome: Outcome


@dataclass(frozen=True)
class Advised:
    """The run has diverged; the advice says what to do about it."""

    advice: Advice


@dataclass(frozen=True)
class Failed:
    """Something went wrong."""

    problem: Message


@dataclass(frozen=True)
class Answered:
    """One more value in answer to a question."""

    number: int
    value: object


@dataclass(frozen=True)
class QuestionEnded:
    """A question gets no more values; there is no `problem` where all went well."""

    number: int
    problem: Message | None


@dataclass(frozen=True)
class ModelKept:
    """A model that outlives this process: an ended run's, or (`is_own`) the reader's."""

    model: KeptModel
    is_own: bool


@dataclass(frozen=True)
class ModelsForgotten:
    """The models of runs, by their numbers, are kept no longer."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Logged:
    """Something for the log, whose file is the window's."""

    logger: str
    level: int
    text: str


RunEvent = DatasetRefused | RunStarted | Reported | StoodStill | RunEnded | Advised
Told = (
    RunEvent
    | Ready
    | SourceChanged
    | MomentShown
    | WasRead
    | WentThrough
    | StarterRead
    | Loading
    | Failed
    | Answered
    | QuestionEnded
    | ModelKept
    | ModelsForgotten
    | Logged
)


def in_vain(wish: wishes.Wish) -> tuple[Told, ...]:
    """Return what is told in answer to a wish that nobody is there to hear."""
    problem = Message("nothing_computes")
    match wish:
        case wishes.Read(number=number):
            return (WasRead(Reading(number, None, None)),)
        case wishes.SendThrough():
            return (WentThrough(None, ()),)
        case wishes.Start():
            return Failed(problem), RunEnded(Outcome.FAILED)
        case wishes.ShowMoment():
            return (MomentShown(None),)
        case wishes.Ask(number=number):
            return (QuestionEnded(number, problem),)
    return ()
