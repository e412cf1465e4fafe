"""What the window can wish of the worker: one frozen type for each wish, pickled on its way."""

from dataclasses import dataclass
from queue import SimpleQueue

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import KeptModel, Moment, RunRequest, Stretch
from desktop.worker.questions import Question


@dataclass(frozen=True, eq=False)
class Read:
    """Answer the sketch uint8 (28, 28), under a number, and all digits where it is one of them."""

    number: int
    image: NDArray[np.uint8]
    digits: tuple[NDArray[np.uint8], ...] = ()


@dataclass(frozen=True, eq=False)
class SendThrough:
    """Tell what the sketch uint8 (28, 28) does to the network that answers."""

    image: NDArray[np.uint8]


@dataclass(frozen=True)
class Start:
    """Begin a run from new weights."""

    request: RunRequest


@dataclass(frozen=True)
class Pause:
    """Stand still after the batch of the moment."""


@dataclass(frozen=True)
class GoOn:
    """Learn on for a batch, an epoch, or the rest of the run."""

    stretch: Stretch


@dataclass(frozen=True)
class Stop:
    """End the run, or the reading of its data."""


@dataclass(frozen=True)
class SetLr:
    """Change the learning rate of the run under way."""

    lr: float


@dataclass(frozen=True)
class GiveBack:
    """Let the reader's own model answer again, whatever run has borrowed the sketch."""


@dataclass(frozen=True)
class ShowMoment:
    """Let a kept run answer as it was at a moment; None: whoever answered before."""

    moment: Moment | None


@dataclass(frozen=True)
class Ask:
    """Answer a question, under a number."""

    number: int
    question: Question


@dataclass(frozen=True)
class Cancel:
    """Answer a question no further."""

    number: int


@dataclass(frozen=True)
class TakeOver:
    """Keep these models of ended runs, and let the reader's own answer: an earlier worker died."""

    models: tuple[KeptModel, ...]
    own: KeptModel | None


@dataclass(frozen=True)
class Leave:
    """End the process."""


@dataclass(frozen=True)
class Look:
    """The worker's own wish for a new snapshot of the run under way."""


@dataclass(frozen=True)
class Save:
    """The worker's own wish to have all of the run under way on the disk."""

    is_done: "SimpleQueue[None]"


RunWish = Pause | GoOn | Stop | SetLr  # for the run under way
Wish = (
    Read | SendThrough | Start | RunWish | GiveBack | ShowMoment | Ask | Cancel | TakeOver | Leave
)
