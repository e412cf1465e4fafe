"""What batches of a size have taught after so many images, and after so many seconds."""

from dataclasses import dataclass, replace

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.reports import StepReport

_EVERY, _SOON_EVERY = 64, 16  # images from one measurement to the next, where a batch isn't larger
_SOON = 1024  # images, in which most is learned


@dataclass(frozen=True)
class Progress:
    """Images seen, seconds of training, and the share (0 to 1) of validation images right."""

    seen: tuple[int, ...]
    seconds: tuple[float, ...]
    right: tuple[float, ...]


def progress(dataset: Dataset, config: TrainConfig, passes: int) -> Progress:
    """Train for some passes over the images, and measure now and then; that takes no seconds."""
    config = replace(config, epochs=passes, device="cpu")
    next(Learner(dataset, config).fit())  # pays for what is made once
    learner = Learner(dataset, config)
    size, before, told = config.batch_size, 0.0, [(0, 0.0, learner.validate()[1])]

    def is_due() -> bool:
        seen = learner.step * size
        return seen % max(size, _SOON_EVERY if seen <= _SOON else _EVERY) == 0

    measuring = 0.0  # seconds of the fit's own, at the end of each pass
    for report in learner.fit_when(is_due):
        if isinstance(report, StepReport):
            seen = min(learner.step * size, passes * len(dataset.train))
            told.append((seen, learner.seconds - measuring, learner.validate()[1]))
        else:
            measuring += learner.seconds - before
        before = learner.seconds
    seen_, seconds, right = zip(*told, strict=True)
    return Progress(seen_, seconds, right)
