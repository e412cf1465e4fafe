"""Where a digit goes in its 28x28 image: the one rule that drawings and bitmaps share.

MNIST's makers fitted each digit into 20x20 pixels, its aspect ratio kept, and laid the ink's centre
of mass on the pixel (14, 14), counted from zero. In px, a pixel's centre is a whole number: the
image reaches from -0.5 to 27.5.
"""

import math

import numpy as np
from numpy.typing import NDArray

SIDE_PX = 28
INK_SIDE_PX = 20
CENTRE_PX = 14.0

_SHORTEST_PX = 19.1  # below this the twentieth row could be too faint to see


def fitted_side(share: float) -> float:
    """Return the length, 19.1 to 20 px, at which a digit's longest side touches 20 pixels.

    `share`, in (0, 1), is the part of that side that lies before the centre of mass. A side of
    20 px whose ends fall inside pixels touches 21 of them; this one is shorter by as little as
    brings one of its ends to a pixel's edge.
    """
    start = CENTRE_PX + 0.5 - share * INK_SIDE_PX
    spare = math.ceil(start) - start
    return max(_SHORTEST_PX, INK_SIDE_PX - min(spare / share, (1 - spare) / (1 - share)))


def centre_of_mass(ink: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the (x, y) of the centre of mass, in pixels of the array; it must hold some ink."""
    columns, rows = np.arange(ink.shape[1]), np.arange(ink.shape[0])
    total = float(ink.sum())
    return np.array([ink.sum(axis=0) @ columns / total, ink.sum(axis=1) @ rows / total])


def trim(image: NDArray[np.float64], start: NDArray[np.float64]) -> None:
    """Clear the last trace of soft edge outside the 20x20 pixels of a digit.

    `start` is the (x, y), in px, where its ink begins.
    """
    left, top = np.floor(start + 0.5 + 0.05).astype(int).clip(0)
    image[:top] = image[top + INK_SIDE_PX :] = 0
    image[:, :left] = image[:, left + INK_SIDE_PX :] = 0
