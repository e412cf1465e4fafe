"""What an experiment works with: the reader's sketch, data and model, and the lesson's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.errors import InkgradError
from engine.reports import EpochReport
from engine.words.message import InWords, shorten
from engine.words.numbers import ENGLISH, NumberStyle

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner


@dataclass(frozen=True)
class Lab:
    """One experiment's bench. Nothing on it may be changed; it is gone when the experiment ends."""

    sketch: NDArray[np.uint8]  # (28, 28): the sketch, or a test digit where the pad is empty
    is_drawn: bool  # whether it is the reader's own
    dataset: Dataset  # the one chosen in the window
    sample: Dataset  # the 3s and 7s of MNIST_SAMPLE
    learner: "Learner | None"  # the run of the moment or the last one
    classifier: "Classifier | None"  # who answers for the sketch
    words: Mapping[str, str]
    numbers: NumberStyle = ENGLISH  # of the language of the words

    def word(self, name: str, /, **values: object) -> str:
        """Return the lesson's words by that name, with values for what stands in braces."""
        return self.numbers.fill(self.words[name], **values)

    def number(self, value: float, spec: str) -> str:
        """Return a number as `format` does it, in the language of the words."""
        return self.numbers.write(value, spec)

    def refusal(self, name: str, /, **values: str) -> InkgradError:
        """Return the error that says by those words what is wrong with what was typed."""
        shown = {key: shorten(value) for key, value in values.items()}
        return InkgradError("lesson_says", sentence=InWords(self.word(name, **shown)))


@dataclass(frozen=True)
class Run:
    """A training that the window is to do: its words stand in the text, as `run_<name>`.

    `color`, `dashed` and `look` are its Curve's. Where words are pairs, as in "seed 0, zeroed", the
    legend names the colours and the dashes.
    """

    name: str
    config: TrainConfig
    dataset: str = "mnist_sample"
    color: int = -1
    dashed: bool = False
    look: int = -1


@dataclass(frozen=True)
class RunRecord:
    """What a training that ended left behind."""

    losses: NDArray[np.float32]  # (batches,)
    epochs: tuple[EpochReport, ...]
    diverged: bool
    weights_moved: bool  # whether any parameter differs from its first value
