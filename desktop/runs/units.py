"""What a run's curves run along: turns its batches and epochs into images seen or seconds."""

from typing import NamedTuple

from desktop.plots.along import Along, Images, Seconds, Unit
from desktop.runs.run_list import Run


class Units(NamedTuple):
    """Of the points of each batch, and of those of each epoch; None leaves them as they are."""

    batches: Unit | None = None
    epochs: Unit | None = None


def units_of(run: Run | None, along: Along) -> Units:
    """Return where the points of a run stand."""
    if run is None or along is Along.BATCHES:
        return Units()
    if along is Along.SECONDS:
        return Units(Seconds(run.history.batch_seconds), Seconds(run.history.epoch_seconds))
    start, images = run.start, run.start.train_images
    batches = Images(images, start.batches, start.config.batch_size)
    return Units(batches, Images(images, 1, images))
