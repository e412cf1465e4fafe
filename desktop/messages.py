"""What the window and its worker tell each other: frozen values, safe to hand between threads."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from engine.config import TrainConfig
from engine.prediction import Prediction


class Kind(Enum):
    """Where an answer comes from."""

    STARTER = auto()  # the weights that travel with the program
    SIMILARITY = auto()  # the book's baseline: the nearest mean image
    RUN = auto()  # the network trained in this window


@dataclass(frozen=True)
class Source:
    """Which model answers. `epoch` counts the epochs done, where it was trained here."""

    kind: Kind
    name: str
    classes: tuple[str, ...]
    epoch: int = 0


@dataclass(frozen=True)
class Reading:
    """The answer to the sketch that was asked about under `number`; None without a model."""

    number: int
    prediction: Prediction | None
    source: Source | None


@dataclass(frozen=True)
class RunRequest:
    """What to train on what. `one_batch` pauses the run after its first batch."""

    dataset: str | Path  # a bundled name, or where a folder or an archive stands
    config: TrainConfig
    one_batch: bool = False


@dataclass(frozen=True)
class RunStart:
    """A run that has begun."""

    dataset: str
    classes: tuple[str, ...]
    config: TrainConfig
    train_images: int
    valid_images: int
    batches: int  # in an epoch
    device: str
    device_reason: str


class Outcome(Enum):
    """How a run ended."""

    FINISHED = auto()
    STOPPED = auto()
    FAILED = auto()
