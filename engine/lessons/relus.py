"""Sums of ReLUs on a line, b + Σ wᵢ · relu(x − kᵢ): drawn by hand, fitted, learned, or folded."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STEPS = 2000
_SHOWN_EVERY = 50  # steps
_BATCH, _MOMENTUM = 32, 0.9  # points
_LR, _FEW = 0.02, 8  # ReLUs up to which that rate is stable
_STEEP = 4  # a bend's gradient grows with its slope, which the rate must allow for


@dataclass(frozen=True)
class Relus:
    """One hidden layer: bends (n,), slopes (n,) and the height to begin with."""

    bends: Array
    slopes: Array
    base: float

    def pieces(self, x: Array) -> Array:
        """Return what each ReLU adds: (n, len(x))."""
        each: Array = self.slopes[:, None] * np.maximum(x - self.bends[:, None], 0)
        return each

    def __call__(self, x: Array) -> Array:
        total: Array = self.base + self.pieces(x).sum(axis=0)
        return total

    def error(self, x: Array, y: Array) -> float:
        """Return how far it is from a curve: the root of the mean square."""
        return float(np.sqrt(np.mean((self(x) - y) ** 2)))


def spread(n: int) -> Array:
    """Return n bends, evenly spread from 0 on."""
    return np.arange(n) / n


def best(x: Array, y: Array, bends: Array) -> Relus:
    """Return the least squares' slopes and base for these bends."""
    basis = np.column_stack([np.ones_like(x), np.maximum(x[:, None] - bends, 0)])
    weights = np.linalg.lstsq(basis, y, rcond=None)[0]
    return Relus(bends, weights[1:], float(weights[0]))


def at_random(n: int, seed: int) -> Relus:
    """Return n ReLUs as a network might begin: bends spread, slopes small and random."""
    return Relus(spread(n), np.random.default_rng(seed).normal(0, 0.5, n), 0.0)


def learn(x: Array, y: Array, start: Relus, seed: int = 0) -> Iterator[Relus]:
    """Let SGD move bends, slopes and base from there on; give them now and then, and at the end."""
    n, rng = len(start.bends), np.random.default_rng(seed)
    weights = np.concatenate([start.bends, start.slopes, [start.base]])
    steepest = max(1.0, float(np.abs(start.slopes).max()) / _STEEP)
    lr = _LR / max(1.0, n / _FEW) / steepest**2
    velocity = np.zeros_like(weights)
    for step, rows in enumerate(rng.integers(0, len(x), (STEPS, _BATCH)), 1):
        velocity = _MOMENTUM * velocity + _gradient(weights, x[rows], y[rows], n)
        weights = weights - lr * velocity
        if step % _SHOWN_EVERY == 0:
            yield Relus(weights[:n], weights[n:-1], float(weights[-1]))


def _gradient(weights: Array, xb: Array, yb: Array, n: int) -> Array:
    """Return the slope of a batch's mean square along bends, slopes and base: (2 n + 1,)."""
    inputs = xb[:, None] - weights[:n]  # (batch, n)
    outputs = np.maximum(inputs, 0)
    off = 2 * (outputs @ weights[n:-1] + weights[-1] - yb) / len(xb)
    of_bends = -(off @ (inputs > 0)) * weights[n:-1]
    return np.concatenate([of_bends, off @ outputs, [off.sum()]])


def fold(x: Array, depth: int) -> Array:
    """Fold the line from 0 to 1 in two, again and again: two ReLUs for each layer."""
    y = x
    for _ in range(depth):
        y = 2 * np.maximum(y, 0) - 4 * np.maximum(y - 0.5, 0)
    return y


def count_pieces(y: Array) -> int:
    """Count the straight pieces of a line whose bends all lie at its points."""
    return 1 + int(np.count_nonzero(np.abs(np.diff(y, 2)) > 1e-9))
