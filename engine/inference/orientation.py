"""Sees whether digits stand upright: the starter network reads them in each way they can lie."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.bundled import DIGITS
from engine.data.turns import TURNS
from engine.data.watch import Watch
from engine.inference.classifier import Classifier

_LEAST = 20  # digits; fewer say too little
_LEAST_CLASSES = 2  # some other thing may well look like a single digit that lies
_READ = 0.6  # of the digits must be read in one way to believe it
_BETTER = 0.25  # so much more must be read after turning


def find_turn(images: NDArray[np.uint8], labels: Sequence[str], watch: Watch) -> str | None:
    """Return how images uint8 (N, 28, 28) of these classes lie: a name of TURNS, "" for upright.

    Only those of the classes 0 to 9 are looked at. None where it can't be seen: with few of them,
    or with such as are no digits, though shirts may be numbered too.
    """
    places = [i for i, label in enumerate(labels) if label in DIGITS]
    if len(places) < _LEAST:
        return None
    digits = images[places]
    truth = np.array([DIGITS.index(labels[i]) for i in places])
    if len(np.unique(truth)) < _LEAST_CLASSES:
        return None
    network = Classifier.starter("mnist")

    def share_read(turned: NDArray[np.uint8]) -> float:
        watch.check()
        shares = network.predict_batch(np.ascontiguousarray(turned))
        return float((shares.argmax(axis=1) == truth).mean())

    upright = share_read(digits)
    if upright >= _READ:
        return ""
    read = {name: share_read(turn(digits)) for name, turn in TURNS.items()}
    best = max(read, key=lambda name: read[name])
    return best if read[best] >= max(_READ, upright + _BETTER) else None
