"""What training tells: frozen values of plain floats and numpy, safe to hand to another thread.

No tensor ever stands in a report; the learner reads them out first.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class StepReport:
    """One or more batches done. `losses` holds a float32 for each batch since the last report."""

    step: int  # batches since the start of the run, counted from 1
    epoch: int  # the epoch that this batch belongs to, counted from 1
    losses: NDArray[np.float32]
    lr: float

    @property
    def loss(self) -> float:
        """The mean loss of the batches reported here."""
        return float(self.losses.mean())


@dataclass(frozen=True)
class Advice:
    """What seems wrong with a run, and the settings of TrainConfig, by name, that would mend it."""

    message: str
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
    advice: Advice | None = None  # where it learns nothing, or a GPU's memory ran out


Report = StepReport | EpochReport
