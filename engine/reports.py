"""What training and looking inside tell: frozen values of plain floats and numpy.

No tensor ever stands in a report, so that a program without torch can receive it from another
thread or process; whoever makes it reads them out first.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.words.message import Message

_OFTEN = 8  # of fused epochs, which take milliseconds, later only every eighth reads drawn digits


@dataclass(frozen=True)
class StepReport:
    """One or more batches done. `losses` holds a float32 for each batch since the last report."""

    step: int  # batches since the start of the run, counted from 1
    epoch: int  # the epoch that this batch belongs to, counted from 1
    losses: NDArray[np.float32]
    lr: float
    seconds: float  # since the run began, as in an EpochReport
    threads: int = 1  # of the CPU that pay

    @property
    def loss(self) -> float:
        """The mean loss of the batches reported here."""
        return float(self.losses.mean())


@dataclass(frozen=True)
class Advice:
    """What seems wrong with a run, and the settings of TrainConfig, by name, that would mend it."""

    message: Message
    fix: dict[str, Any]  # empty where no setting would


@dataclass(frozen=True)
class EpochReport:
    """One pass over the training set done, and the validation set measured."""

    epoch: int  # counted from 1
    epochs: int  # how many the run will do
    train_loss: float  # mean over the epoch's batches, as the weights moved
    valid_loss: float
    valid_accuracy: float  # 0 to 1
    seconds: float  # of training and measuring since the run began, pauses left out
    advice: Advice | None = None  # where it learns nothing
    moved: Message | None = None  # where the run goes on, and why: a GPU's memory ran out
    drawn_accuracy: float | None = None  # on digits of writers that nothing learned from, so far


Report = StepReport | EpochReport


def reads_drawn(epoch: int, epochs: int) -> bool:
    """Tell whether the drawn digits are read after an epoch, even where that takes milliseconds."""
    return epoch <= _OFTEN or epoch % _OFTEN == 0 or epoch == epochs


@dataclass(frozen=True)
class LrSearch:
    """How far a search has come: the rates (n,) and the loss (n,) of the batch met at each."""

    lrs: NDArray[np.float32]
    losses: NDArray[np.float32]
    suggestion: float | None  # None where the loss never fell: no rate helps


@dataclass(frozen=True)
class Activation:
    """What one layer gave for one image: float32 (features,) or (channels, height, width)."""

    layer: int  # its place in the model, counted from 0
    kind: str  # "linear", "convolution", "pool", or an activation's name
    values: NDArray[np.float32]
