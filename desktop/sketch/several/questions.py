"""What the worker is asked of a picture: which digits stand apart in it."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop.worker.questions import Question, Session


def find_digits(colors: NDArray[np.uint8]) -> Question:
    """Ask for the digits of a picture uint8 (H, W, 3): uint8 (N, 28, 28), from left to right."""
    return partial(_find_digits, colors)


def _find_digits(colors: NDArray[np.uint8], session: Session) -> Iterator[object]:
    from engine.images.several import prepare_several

    yield prepare_several(colors)
