"""The highest value nearby: what closing, which removes dark and narrow things, is made of."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def highest(values: Floats, reach: int, axis: int) -> Floats:
    """Return the highest value within `reach` pixels along one axis; edges count on for ever."""
    ends = [(0, 0), (0, 0)]
    ends[axis] = (reach, reach)
    found = np.moveaxis(np.pad(values, ends, mode="edge"), axis, 0)
    seen, wanted = 1, 2 * reach + 1
    while 2 * seen <= wanted:  # twice as far each time
        found = np.maximum(found[:-seen], found[seen:])
        seen *= 2
    if seen < wanted:
        found = np.maximum(found[: seen - wanted], found[wanted - seen :])
    return np.moveaxis(found, 0, axis)
