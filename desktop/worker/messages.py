"""What the window and its worker tell each other: frozen values that can be pickled."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Self

from engine.config import TrainConfig
from engine.data.bundled import DIGITS
from engine.inference.prediction import Prediction
from engine.words.message import Message

if TYPE_CHECKING:
    from engine.learner import Learner


@dataclass(frozen=True)
class AsIs:
    """Data of a person's own as its files have it: light paper and lying images stay so."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)


DataSource = str | Path | AsIs  # what goes by its name, or where another stands


class Origin(Enum):
    """Who asked for a run. Only the reader's own becomes the reader's network."""

    READER = auto()  # the Train form
    LESSON = auto()
    DRAWINGS = auto()  # "My drawings"


class Kind(Enum):
    """Where an answer comes from."""

    STARTER = auto()  # the weights that travel with the program
    SIMILARITY = auto()  # the book's baseline: the nearest mean image
    RUN = auto()  # a network trained in this window
    FILE = auto()  # a model that was opened
    MOMENT = auto()  # a kept run as it was, while it is played back


@dataclass(frozen=True)
class Moment:
    """A kept run after `step` batches, of `steps` in all and `batches` in each epoch."""

    id: str  # of the run
    step: int
    batches: int
    steps: int

    @property
    def epoch(self) -> int:
        """The epoch that its last batch belongs to, counted from 1; 0 before the first batch."""
        return -(-self.step // self.batches)

    @property
    def epochs_done(self) -> int:
        return self.step // self.batches


@dataclass(frozen=True)
class Source:
    """Which model answers.

    Where it was trained here: `epoch` counts the epochs done, `batch` all batches where its run has
    ended beyond them, and is 0 otherwise; `run` is the run's number, `origin`
    and `run_name` tell whose run it is and what that one calls it. `diverged`: this very run ended
    as its weights grew beyond all measure, or are no numbers any more.
    """

    kind: Kind
    name: str
    classes: tuple[str, ...]
    epoch: int = 0
    diverged: bool = False
    origin: Origin = Origin.READER
    run: int | None = None
    run_name: str = ""
    moment: Moment | None = None  # of a run that is played back
    batch: int = 0
    path: Path | None = None  # of a model file
    written_ns: int = 0  # when that was, by the system's clock

    @classmethod
    def of_run(cls, number: int, request: "RunRequest", classes: tuple[str, ...]) -> Self:
        """Name the network of a run that is about to begin."""
        model, origin = request.config.model, request.origin
        return cls(Kind.RUN, model, classes, origin=origin, run=number, run_name=request.name)

    def is_of_same(self, other: "Source") -> bool:
        """Whether both are the same network, which may have learned in between."""
        mine, theirs = (replace(each, epoch=0, batch=0, moment=None) for each in (self, other))
        return mine == theirs

    @property
    def reads_digits(self) -> bool:
        """Whether digits are all that it has learned: then the words may say so."""
        return set(self.classes) <= set(DIGITS)

    @property
    def knows_few(self) -> bool:
        """Whether it has learned digits, but not all ten: it takes any other for one of them."""
        return set(self.classes) < set(DIGITS)


@dataclass(frozen=True)
class Reading:
    """The answer to the sketch that was asked about under `number`; None without a model.

    Where several digits were asked about, `prediction` is of the chosen one.
    """

    number: int
    prediction: Prediction | None
    source: Source | None
    digits: tuple[Prediction, ...] = ()


class Stretch(Enum):
    """How far to train before standing still."""

    BATCH = auto()
    EPOCH = auto()
    RUN = auto()


@dataclass(frozen=True)
class RunRequest:
    """What to train on what, how far at first, and for whom.

    A run that isn't the reader's own borrows the sketch's answer until it is given back. `name` is
    what the asker calls the run ("batches of 1"); the reader's own has none. `listed_as` is what
    the list of runs calls it, `continues` the id of a kept run that is to go on.
    """

    dataset: DataSource
    config: TrainConfig
    stretch: Stretch = Stretch.RUN
    origin: Origin = Origin.READER
    name: str = ""
    listed_as: str = ""
    continues: str = ""


@dataclass(frozen=True)
class RunStart:
    """A run that has begun; `number` is its own among all runs of the window, whoever asked.

    It is kept under an `id`, unless that is empty.
    """

    number: int
    source: DataSource  # as it was asked for
    dataset: str
    classes: tuple[str, ...]
    config: TrainConfig
    train_images: int
    valid_images: int
    batches: int  # in an epoch
    device: str
    device_reason: Message
    origin: Origin = Origin.READER
    name: str = ""
    id: str = ""

    @classmethod
    def of(cls, number: int, request: RunRequest, learner: "Learner", id_: str) -> Self:
        """Tell of a learner that is about to begin what was asked for."""
        data = learner.dataset
        return cls(
            number=number,
            source=request.dataset,
            dataset=data.name,
            classes=data.classes,
            config=learner.config,
            train_images=len(data.train),
            valid_images=len(data.valid),
            batches=len(learner.batches),
            device=learner.device.device,
            device_reason=learner.device.reason,
            origin=request.origin,
            name=request.name,
            id=id_,
        )


class Outcome(Enum):
    """How a run ended."""

    FINISHED = auto()
    STOPPED = auto()
    FAILED = auto()
    CUT_OFF = auto()  # its process was ended in the middle of it


class Loss(Enum):
    """Why the worker's process is gone, and with it all that was under way."""

    BROKE_DOWN = auto()
    WAS_ENDED = auto()  # on purpose: it was asked to stop, and its batch took too long
    WAS_REPLACED = auto()  # as the reader wished it to work elsewhere, when nothing was trained
    NOT_ELSEWHERE = auto()  # it didn't begin in another environment


@dataclass(frozen=True)
class KeptModel:
    """A model as the window keeps it: bytes that only a worker can read, and whose they are."""

    source: Source
    model: bytes
