"""What batches of a size have taught after so many images, and after so many seconds."""

from dataclasses import dataclass, replace

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.reports import StepReport

_MEASURED_EVERY = 64  # images, where a batch isn't larger


@dataclass(frozen=True)
class Progress:
    """Images seen, seconds of training, and the share (0 to 1) of validation images right."""

    seen: tuple[int, ...]
    seconds: tuple[float, ...]
    right: tuple[float, ...]


def progress(dataset: Dataset, config: TrainConfig, passes: int) -> Progress:
    """Train for some passes over the images, and measure now and then; that takes no seconds."""
    learner = Learner(dataset, replace(config, epochs=passes, device="cpu"))
    size = config.batch_size
    told = [(0, 0.0, learner.validate()[1])]
    for report in learner.fit(every=max(1, _MEASURED_EVERY // size)):
        if isinstance(report, StepReport):
            seen = min(learner.step * size, passes * len(dataset.train))
            told.append((seen, learner.seconds, learner.validate()[1]))
    seen_, seconds, right = zip(*told, strict=True)
    return Progress(seen_, seconds, right)
