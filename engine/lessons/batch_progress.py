"""What batches of a size have taught after so many images, and after so many seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.lessons.figures import Curve, Outcome, Plot, Text
from engine.lessons.lab import Lab
from engine.reports import StepReport

IMAGES = 4096  # to learn from
LOOKS = {1: 0, 16: 1, 256: 2, IMAGES: 3}  # a size has one colour in all plots
_SEEN = 3 * IMAGES  # images after which sizes are compared
_EVERY, _SOON_EVERY = 64, 16  # images from one measurement to the next, where a batch isn't larger
_SOON = 1024  # images, in which most is learned


@dataclass(frozen=True)
class Progress:
    """Images seen, seconds of training, and the share (0 to 1) of validation images right.

    The seconds are those of the usual pace: one interruption would look like a slow batch size.
    """

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
    pace = float(np.median(np.diff(seconds) / np.diff(seen_)))
    return Progress(seen_, tuple(pace * each for each in seen_), right)


def plots(lab: Lab, found: Mapping[int, Progress]) -> tuple[Plot, Plot]:
    """Plot the accuracy over as many images seen, and over as many seconds, by batch size."""
    together = _together(found)
    by_images, by_seconds = [], []
    for size, told in found.items():
        name = lab.word("batches_of_all" if size == IMAGES else "batches_of", count=size)
        seen, seconds = np.array(told.seen, float), np.array(told.seconds)
        right, look = 100 * np.array(told.right), LOOKS[size]
        early, soon = seen <= _SEEN, seconds <= together
        by_images.append(Curve(name, seen[early], right[early], look=look))
        by_seconds.append(Curve(name, seconds[soon], right[soon], look=look))
    percent = lab.word("right")
    return (
        Plot(tuple(by_images), lab.word("column_seen"), percent, lab.word("by_images")),
        Plot(tuple(by_seconds), lab.word("seconds"), percent, lab.word("by_seconds")),
    )


def image_for_image(lab: Lab, found: Mapping[int, Progress]) -> Outcome:
    """Say that small batches have taught more after as many images; and taken longer."""
    one, some, whole = (
        100 * found[size].right[found[size].seen.index(_SEEN)] for size in (1, 256, IMAGES)
    )
    slow, quick = (found[size].seconds[-1] / found[size].seen[-1] for size in (1, 256))
    text = lab.word(
        "outcome_seen",
        count=_SEEN,
        one=one,
        some=some,
        whole=whole,
        steps=_SEEN // IMAGES,
        slower=slow / quick,
    )
    return Outcome(text, one > some > whole)


def second_for_second(lab: Lab, found: Mapping[int, Progress]) -> Text:
    """Say what the sizes have taught in the same time: who is ahead depends on the computer."""
    together = _together(found)
    values: dict[str, float] = {}
    for name, size in (("one", 1), ("some", 256), ("whole", IMAGES)):
        told = found[size]
        last = sum(seconds <= together for seconds in told.seconds) - 1
        values |= {name: 100 * told.right[last], f"{name}_seen": told.seen[last]}
    return Text(lab.word("same_time", seconds=together, **values))


def _together(found: Mapping[int, Progress]) -> float:
    """Return for how many seconds every size was trained."""
    return min(told.seconds[-1] for told in found.values())
