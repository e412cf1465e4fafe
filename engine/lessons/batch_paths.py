"""Two weights that learn to tell 3 from 7, in batches of three sizes: paths on one contour.

The model is w₁ · (how like a 3) + w₂ · (how much ink), the loss the mean square against +1 for a 3
and −1 for a 7. So the loss is a bowl, and its contour lines are ellipses.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Split

Array = NDArray[np.float64]

START = np.array([-1.2, 1.2])
STEPS, LR = 60, 0.05
_LEVELS = 6
_ANGLES = np.linspace(0, 2 * np.pi, 121)


@dataclass(frozen=True)
class Bowl:
    """The images' two numbers (N, 2), their labels of +1 and −1 (N,), and the best weights."""

    inputs: Array
    targets: Array
    best: Array

    def loss(self, weights: Array) -> float:
        """Return the mean square over all images."""
        return float(np.mean((self.inputs @ weights - self.targets) ** 2))

    def gradient(self, weights: Array, rows: NDArray[np.int64]) -> Array:
        """Return the slope of some images' mean square: (2,)."""
        x = self.inputs[rows]
        slope: Array = 2 * x.T @ (x @ weights - self.targets[rows]) / len(rows)
        return slope

    def contours(self) -> list[Array]:
        """Return ellipses of equal loss (121, 2), from the best weights to where paths start."""
        curvature = self.inputs.T @ self.inputs / len(self.inputs)
        values, axes = np.linalg.eigh(curvature)
        round_ = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)])
        ellipse = (axes @ (round_ / np.sqrt(values)[:, None])).T  # of a loss 1 above the least
        most = self.loss(START) - self.loss(self.best)
        return [self.best + np.sqrt(most) * share * ellipse for share in _shares()]


def _shares() -> Array:
    return np.arange(1, _LEVELS + 1) / _LEVELS


def bowl(train: Split) -> Bowl:
    """Measure 3s (label 0) and 7s (label 1): both numbers have the mean 0 and the spread 1."""
    images = train.images.reshape(len(train), -1) / 255
    three, seven = (images[train.labels == label].mean(axis=0) for label in (0, 1))
    inputs = np.column_stack([images @ (three - seven), images.sum(axis=1)])
    inputs = (inputs - inputs.mean(axis=0)) / inputs.std(axis=0)
    targets = np.where(train.labels == 0, 1.0, -1.0)
    best = np.linalg.lstsq(inputs, targets, rcond=None)[0]
    return Bowl(inputs, targets, best)


def path(where: Bowl, size: int, seed: int) -> Array:
    """Take so many steps from the same start; each looks at `size` images. (STEPS + 1, 2)."""
    generator = np.random.default_rng(seed)
    weights = [START]
    for _ in range(STEPS):
        rows = generator.permutation(len(where.targets))[:size]
        weights.append(weights[-1] - LR * where.gradient(weights[-1], rows))
    return np.array(weights)


def length(walked: Array) -> float:
    """Return how long a path is."""
    return float(np.linalg.norm(np.diff(walked, axis=0), axis=1).sum())
