"""Which of a run's moments are kept, and let go of where there are more than can be."""

import math
from collections.abc import Sequence


def least_missed(steps: Sequence[int]) -> int:
    """Return the place of the moment without which the others are spread best.

    `steps` are batches done, ascending, three or more. The first and the last always stay. Early
    moments stand closer than late ones, as a network changes most at the beginning: distances are
    those of the square roots.
    """
    places = range(1, len(steps) - 1)
    return min(places, key=lambda i: math.sqrt(steps[i + 1]) - math.sqrt(steps[i - 1]))


def is_far(steps: Sequence[int], step: int, most: int) -> bool:
    """Tell whether a later moment is so far from the last that it wouldn't soon be let go of.

    `most` are kept: at half the distance at which they then stand, it would be.
    """
    return math.sqrt(step) - math.sqrt(steps[-1]) >= math.sqrt(step) / most / 2
