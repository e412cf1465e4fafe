"""The same answers, given with more or less certainty: the loss moves, the accuracy stays."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.data.splits import Split
from engine.inference.similarity import PixelSimilarity
from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Plot, Table
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.losses import cross_entropy, mnist_loss
from engine.metrics import accuracy

FOLLOWS_MODEL = True
CONTROLS: tuple[Control, ...] = (Slider("certainty", 0.1, 4, 1, 0.1),)
_IMAGES = 500
_TINY = 1e-30  # a probability of 0 has no logarithm


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Multiply the model's logits by a number: no answer changes, but each one's certainty does."""
    valid = asked(lab)
    logits, labels = logits_of(lab, valid), torch.tensor(valid.labels)
    factors = np.linspace(0.1, 4, 40)
    losses = np.array([cross_entropy(f * logits, labels).item() for f in factors])
    shares = np.array([accuracy(f * logits, labels).item() for f in factors])
    mine = float(values["certainty"])
    same = bool((shares == shares[0]).all())
    text = lab.word("outcome", lowest=losses.min(), highest=losses.max(), accuracy=100 * shares[0])
    yield (
        *_plots(lab, factors, losses, shares, mine),
        _table(lab, mine * logits, labels),
        Outcome(text, same and bool(losses.max() > 1.05 * losses.min())),
    )


def asked(lab: Lab) -> Split:
    """Return the validation images that the model is asked about."""
    return some(lab.dataset, 1, _IMAGES).valid


def logits_of(lab: Lab, valid: Split) -> Tensor:
    """Return logits float64 (N, C) of the reader's model; or of the nearest mean, where it can't.

    It can where it knows all of the dataset's classes, and hasn't diverged; what it thinks of other
    classes is left out.
    """
    reader = lab.classifier
    if reader is not None and set(lab.dataset.classes) <= set(reader.classes):
        columns = [reader.classes.index(name) for name in lab.dataset.classes]
        given = torch.tensor(reader.predict_batch(valid.images)[:, columns]).double()
        if given.isfinite().all():
            return given.clamp(min=_TINY).log()
    means = PixelSimilarity.of(some(lab.dataset, 2000).train, lab.dataset.classes)
    return -50 * torch.tensor(means.distances(valid.images)).double()


def _plots(
    lab: Lab,
    factors: NDArray[np.float64],
    losses: NDArray[np.float64],
    shares: NDArray[np.float64],
    mine: float,
) -> tuple[Plot, Plot]:
    """Plot each on an axis of its own: beside accuracies the loss would lie on the ground."""
    across = lab.word("certainty_axis")
    height, share = (float(np.interp(mine, factors, values)) for values in (losses, shares))
    loss = Plot(
        (Curve("", factors, losses),),
        across,
        lab.word("loss_axis"),
        lab.word("loss"),
        marks=(Mark(lab.word("now"), mine, height),),
        log_y=True,
        drag_x="certainty",
    )
    metric = Plot(
        (Curve("", factors, 100 * shares),),
        across,
        "%",
        lab.word("metric"),
        marks=(Mark(lab.word("now"), mine, 100 * share),),
        y_range=(0, 105),
        drag_x="certainty",
    )
    return loss, metric


def _table(lab: Lab, logits: Tensor, labels: Tensor) -> Table:
    rows = (
        (lab.word("accuracy"), f"{lab.number(100 * accuracy(logits, labels).item(), '.2f')} %"),
        ("mnist_loss", lab.number(mnist_loss(logits, labels).item(), ".4f")),
        ("cross_entropy", lab.number(cross_entropy(logits, labels).item(), ".4f")),
    )
    return Table((lab.word("column_number"), lab.word("column_now")), rows)
