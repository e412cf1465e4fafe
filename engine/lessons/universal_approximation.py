"""Any curve from enough ReLUs, fitted by least squares; and what a few more layers can fold."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Plot, Text
from engine.lessons.lab import Lab

CONTROLS: tuple[Control, ...] = (
    Choice("target", ("sketch", "wave", "step"), "sketch"),
    Slider("n", 1, 64, 6),
    Slider("depth", 1, 6, 3),
)
Array = NDArray[np.float64]

_POINTS = 449  # 16 for each of 28 columns, and the end
_DOUBLED = (1, 2, 4, 8, 16, 32, 64)  # the bends of each stay in the next
_BETWEEN = (3, 5, 6, 7, 10, 12, 14, 20, 24, 28, 40, 48, 56)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Fit the curve with n ReLUs, plot how the error falls with n, and fold with depth."""
    x = np.linspace(0, 1, _POINTS)
    y = _targets(lab)[str(values["target"])](x)
    n, depth = int(values["n"]), int(values["depth"])
    fitted = _fit(x, y, n)
    errors = {c: _error(_fit(x, y, c), y) for c in sorted({*_DOUBLED, *_BETWEEN, n})}
    one, most = errors[1], errors[_DOUBLED[-1]]
    falls = all(errors[b] <= errors[a] + 1e-9 for a, b in pairwise(_DOUBLED))
    yield (
        _plot(lab, x, y, fitted, n),
        _errors(lab, errors, n),
        Outcome(
            lab.word("outcome", n=n, error=errors[n], one=one, most=most),
            falls and most < one / 3,
        ),
        Text(lab.word("why_deeper"), strong=True),
        *_folded(lab, depth),
    )


def _targets(lab: Lab) -> dict[str, Callable[[Array], Array]]:
    """Return the curves from 0 to 1; the sketch's tells how much ink each column holds."""
    ink = lab.sketch.astype(np.float64).sum(axis=0)
    ink /= max(float(ink.max()), 1.0)
    return {
        "sketch": lambda x: np.interp(x * 27, np.arange(28.0), ink),
        "wave": lambda x: 0.5 + 0.35 * np.sin(9 * x) + 0.15 * np.cos(23 * x),
        "step": lambda x: (x > 0.4) * 0.8 - (x > 0.75) * 0.5 + 0.1,
    }


def _fit(x: Array, y: Array, n: int) -> Array:
    """Return the best b + sum of w_i * relu(x - k_i), its n bends k_i spread evenly."""
    bends = np.arange(n) / n
    columns = np.maximum(x[:, None] - bends, 0)
    basis = np.column_stack([np.ones_like(x), columns])
    weights = np.linalg.lstsq(basis, y, rcond=None)[0]
    fitted: Array = basis @ weights
    return fitted


def _error(fitted: Array, y: Array) -> float:
    return float(np.sqrt(np.mean((fitted - y) ** 2)))


def _plot(lab: Lab, x: Array, y: Array, fitted: Array, n: int) -> Plot:
    return Plot(
        (
            Curve(lab.word("curve"), x, y),
            Curve(lab.word("fit", n=n), x, fitted, dashed=True),
        ),
        lab.word("across"),
        lab.word("height"),
        y_range=(float(min(y.min(), fitted.min())), float(max(y.max(), fitted.max()))),
    )


def _errors(lab: Lab, errors: dict[int, float], n: int) -> Plot:
    return Plot(
        (Curve(lab.word("rmse"), np.array([*errors], float), np.array([*errors.values()])),),
        lab.word("count"),
        lab.word("rmse"),
        marks=(Mark(f"n = {n}", float(n), errors[n]),),
        log_y=True,
        drag_x="n",
    )


def _folded(lab: Lab, depth: int) -> Iterator[Figure]:
    """Fold the line from 0 to 1 in two, again and again: two ReLUs for each layer."""
    x = np.arange(2**10 + 1) / 2**10  # every bend is among these, and no rounding: powers of two
    y = x
    for _ in range(depth):
        y = 2 * np.maximum(y, 0) - 4 * np.maximum(y - 0.5, 0)
    pieces = 1 + int(np.count_nonzero(np.diff(np.diff(y))))
    yield Plot(
        (Curve(lab.word("folded", depth=depth), x, y),),
        "x",
        lab.word("height"),
        y_range=(-0.05, 1.1),
    )
    # In one layer each ReLU adds a bend, of 4 or -4 in slope; the first piece rises by 2 only, and
    # takes a ReLU of its own.
    words = lab.word("outcome_depth", depth=depth, deep=2 * depth, pieces=pieces, flat=pieces)
    yield Outcome(words, pieces == 2**depth)
