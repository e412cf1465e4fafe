"""Draws the same thing again as another hand would: slanted, wobbly, hasty, with another mouse.

Lives here: what a hand and a pointing device do to any drawing. What can be added to one digit
lives in `habits`; what happens to pixels, in `pictures`.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from engine.starter.strokes import Drawing, Stroke, length, resample, smooth_noise, unit


def rewrite(
    drawing: Sequence[ArrayLike], rng: np.random.Generator, strength: float = 1.0
) -> Drawing:
    """Return the drawing as another hand might have made it, of unit size.

    `strength` 0 changes nothing but the size; 1 is the most that a digit stands without becoming
    another one.
    """
    strokes = unit(drawing)
    warp = _Warp(rng, strength)
    hasty = rng.random() < 0.3 * strength
    strokes = [_device(warp(stroke), rng, strength, hasty) for stroke in strokes]
    return unit([_ends(stroke, rng, strength) for stroke in strokes])


class _Warp:
    """One bent sheet of paper for all the strokes of a drawing: turned, slanted, stretched."""

    def __init__(self, rng: np.random.Generator, strength: float) -> None:
        angle = np.clip(rng.normal(0, 0.10), -0.3, 0.3) * strength
        slant = np.clip(rng.normal(0, 0.16), -0.45, 0.45) * strength
        stretch = np.exp(np.clip(rng.normal(0, 0.17), -0.4, 0.4) * strength)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        self._matrix = turn @ np.array([[stretch, slant], [0, 1 / stretch]])
        self._bend = rng.normal(0, 0.028 * strength, (3, 2))
        self._wave = rng.normal(0, 3.0, (3, 2))
        self._phase = rng.uniform(0, 2 * np.pi, 3)

    def __call__(self, stroke: Stroke) -> Stroke:
        waves = np.sin(stroke @ self._wave.T + self._phase)
        bent: Stroke = (stroke + waves @ self._bend) @ self._matrix.T
        return bent


def _device(stroke: Stroke, rng: np.random.Generator, strength: float, hasty: bool) -> Stroke:
    """Draw a stroke with an unsteady hand and report it as seldom as a slow mouse would."""
    reach = length(stroke)
    if reach < 0.05:
        return stroke
    stroke = resample(stroke, max(8, int(reach * 24)))
    stroke = stroke + smooth_noise(len(stroke), int(reach * 5), rng) * (
        strength * rng.uniform(0, 0.02)
    )
    if rng.random() < 0.4:
        stroke = stroke + rng.normal(0, strength * rng.uniform(0, 0.012), stroke.shape)
    if hasty:
        count = int(reach * rng.uniform(4, 10))
        stroke = resample(stroke, max(5, count))
    if rng.random() < 0.2 * strength:
        stroke = np.round(stroke * 40) / 40  # a small pad on a coarse screen
    return stroke


def _ends(stroke: Stroke, rng: np.random.Generator, strength: float) -> Stroke:
    """Lose a little of a stroke's ends, or draw a little too far."""
    reach = length(stroke)
    if reach < 0.3 or rng.random() > 0.5 * strength:
        return stroke
    stroke = resample(stroke, 40)
    first, last = rng.integers(0, 3, 2)
    stroke = stroke[first : len(stroke) - last]
    overshoot = (stroke[-1] - stroke[-3]) * rng.uniform(0, 1.2)
    return np.concatenate([stroke, [stroke[-1] + overshoot]])
