"""Curves from ReLUs: as many bends as ReLUs, the least error, and pieces that double by layer."""

from itertools import product

import numpy as np
import pytest

from engine.lessons.figures import Outcome, Plot


@pytest.mark.parametrize("target", ["sketch", "wave", "step"])
@pytest.mark.parametrize("n", [1, 6, 16, 64])
def test_the_fit_is_the_best_with_so_many_bends(show, target: str, n: int) -> None:
    plot, errors, outcome, *_ = show("universal_approximation", target=target, n=n)
    assert isinstance(plot, Plot)
    curve, fit = plot.curves
    bends = np.count_nonzero(np.abs(np.diff(fit.y, 2)) > 1e-6)
    assert bends <= 2 * (n - 1)  # a bend between two points shows at both
    basis = np.column_stack(
        [np.ones_like(fit.x), *(np.maximum(fit.x - k / n, 0) for k in range(n))]
    )
    assert basis.T @ (fit.y - curve.y) == pytest.approx(0, abs=1e-6)  # nothing better is left
    rmse = np.sqrt(np.mean((fit.y - curve.y) ** 2))
    assert errors.marks[0].y == pytest.approx(rmse)
    doubled = np.isin(errors.curves[0].x, 2 ** np.arange(7))
    assert np.all(np.diff(errors.curves[0].y[doubled]) <= 1e-9)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_one_relu_is_a_straight_line(show) -> None:
    curve, fit = show("universal_approximation", target="wave", n=1)[0].curves
    assert fit.y == pytest.approx(np.polyval(np.polyfit(curve.x, curve.y, 1), curve.x))


def test_the_sketchs_curve_is_its_ink(lab, show, mnist) -> None:
    sketch = mnist.valid.images[3]
    curve = show("universal_approximation", lab("universal_approximation", sketch))[0].curves[0]
    columns = sketch.sum(axis=0, dtype=float)
    assert np.interp(np.arange(28) / 27, curve.x, curve.y) == pytest.approx(
        columns / columns.max(), abs=0.02
    )


@pytest.mark.parametrize("depth", range(1, 7))
def test_each_layer_doubles_the_pieces(show, depth: int) -> None:
    *_, plot, outcome = show("universal_approximation", depth=depth)
    x, y = plot.curves[0].x, plot.curves[0].y
    position = x * 2**depth
    teeth = np.abs((position + 1) % 2 - 1)  # 0 at even places, 1 at odd ones
    assert np.allclose(y, teeth)
    assert f"{2 * depth} ReLUs in all, for {2**depth} straight pieces" in outcome.text
    assert outcome.as_promised


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_single_layer_needs_a_relu_for_each_piece(show, depth: int) -> None:
    *_, plot, outcome = show("universal_approximation", depth=depth)
    x, y = plot.curves[0].x, plot.curves[0].y
    pieces = 2**depth
    bends = np.arange(1, pieces) / pieces
    errors = [fitted_error(x, y, bends, signs) for signs in product((1, -1), repeat=len(bends))]
    assert min(errors) > 0.01  # a ReLU at each bend, whichever way they face, isn't enough
    with_one_more = np.append(bends, 0.0)
    assert fitted_error(x, y, with_one_more, np.ones(pieces)) < 1e-9
    assert f"for the same line: {pieces}" in outcome.text


def fitted_error(x: np.ndarray, y: np.ndarray, bends: np.ndarray, signs: object) -> float:
    """Return how far the best sum of ReLUs at these bends, facing so, is from a curve."""
    relus = np.maximum(np.asarray(signs) * (x[:, None] - bends), 0)
    basis = np.column_stack([np.ones_like(x), relus])
    return float(np.abs(basis @ np.linalg.lstsq(basis, y, rcond=None)[0] - y).max())
