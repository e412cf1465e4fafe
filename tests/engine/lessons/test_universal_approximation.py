"""Curves from ReLUs: what is dragged adds up, fits, is learned, and doubles its pieces by layer."""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
import torch

from engine import Dataset
from engine.lessons import relus
from engine.lessons import universal_approximation as lesson
from engine.lessons.figures import Figure, Outcome, Plot
from engine.lessons.lab import Lab
from tests.mostly_long import mostly_long

Show = Callable[..., tuple[Figure, ...]]
X = np.linspace(0, 1, 449)


def of_kind(kind: type, figures: tuple[Figure, ...]) -> list[Any]:
    return [figure for figure in figures if isinstance(figure, kind)]


def shown(show: Show, **values: float | str) -> tuple[list[Any], list[Any]]:
    figures = show("universal_approximation", **values)
    return of_kind(Plot, figures), of_kind(Outcome, figures)


def target(show: Show, name: str) -> np.ndarray:
    return shown(show, target=name)[0][1].curves[0].y


@pytest.mark.parametrize("fit", ["hand", "least_squares", "sgd"])
def test_the_pieces_add_up_to_the_sum(show: Show, fit: str) -> None:
    (pieces, total, *_), _ = shown(show, fit=fit, bend_2=0.33, slope_3=1.5, target="step")
    curve, dashed, *others = total.curves
    assert [(each.name, each.faint) for each in others] == [("by hand", True)] * (fit != "hand")
    added = sum(piece.y for piece in pieces.curves)
    base = dashed.y - added
    assert base == pytest.approx(base[0])
    if fit == "hand":
        assert base[0] == curve.y[0]
        slopes = ((0, 1), (0.33, -2), (0.5, 1.5), (0.75, -2))
        by_hand = sum(slope * np.maximum(X - bend, 0) for bend, slope in slopes)
        assert added == pytest.approx(by_hand)


def test_each_handle_moves_its_slider(show: Show) -> None:
    (pieces, *_), _ = shown(show, bend_2=0.33, slope_2=-4)
    started = {control.name for control in lesson.CONTROLS}
    assert len(pieces.handles) == 8
    assert {handle.slider for handle in pieces.handles} <= started
    bend, slope = (h for h in pieces.handles if h.slider.endswith("2"))
    assert (bend.x, bend.y, bend.upright) == (0.33, 0, False)
    assert slope.upright
    assert slope.y * slope.per == pytest.approx(-4)
    piece = pieces.curves[1]
    assert slope.y == pytest.approx(np.interp(slope.x, piece.x, piece.y))
    fitted, learned = (shown(show, fit=fit)[0][0].handles for fit in ("least_squares", "sgd"))
    assert {h.slider[:4] for h in fitted} == {"bend"}
    assert not learned


@pytest.mark.parametrize("name", ["sketch", "wave", "step"])
def test_least_squares_are_the_best_for_the_bends(show: Show, name: str) -> None:
    (_, total, *_), (outcome, *_) = shown(show, target=name, fit="least_squares")
    y, fitted, by_hand = (curve.y for curve in total.curves)
    assert np.square(fitted - y).mean() < np.square(by_hand - y).mean()
    basis = np.column_stack([np.ones(449), *(np.maximum(X - k / 4, 0) for k in range(4))])
    assert basis.T @ (fitted - y) == pytest.approx(0, abs=1e-6)
    rmse = np.sqrt(np.mean((fitted - y) ** 2))
    assert f" {rmse:.3f} with the best slopes that these bends allow" in outcome.text
    assert outcome.as_promised


@pytest.mark.parametrize("name", ["sketch", "wave", "step"])
@pytest.mark.parametrize("seed", mostly_long(range(8), {0, 5}))
def test_sgd_comes_nearer_from_where_a_hand_left_it(show: Show, name: str, seed: int) -> None:
    y = target(show, name)
    start = relus.Relus(np.arange(4) / 4, np.array([1.0, -2, 2, -2]), float(y[0]))
    *_, learned = relus.learn(X, y, start, seed)
    assert learned.error(X, y) < 0.8 * start.error(X, y)
    assert np.abs(learned.bends - start.bends).max() > 0.01  # which least squares leaves alone


@pytest.mark.parametrize("name", ["sketch", "wave", "step"])
@pytest.mark.parametrize("bend", [0, 0.8])
@pytest.mark.parametrize("slope", [8, -8])
def test_sgd_bears_the_steepest_slopes(show: Show, name: str, bend: float, slope: float) -> None:
    y = target(show, name)
    start = relus.Relus(np.full(4, bend), np.full(4, float(slope)), float(y[0]))
    *_, learned = relus.learn(X, y, start)
    assert learned.error(X, y) < start.error(X, y)


def test_its_gradient_is_autograds(show: Show) -> None:
    rng = np.random.default_rng(0)
    weights, xb, yb = rng.normal(0, 1, 13), rng.random(32), rng.random(32)
    tensor = torch.tensor(weights, requires_grad=True)
    inputs = torch.tensor(xb)[:, None] - tensor[:6]
    predicted = inputs.relu() @ tensor[6:-1] + tensor[-1]
    (predicted - torch.tensor(yb)).square().mean().backward()
    assert tensor.grad is not None
    assert relus._gradient(weights, xb, yb, 6) == pytest.approx(tensor.grad.numpy())


@pytest.mark.parametrize("name", ["sketch", "wave", "step"])
@pytest.mark.parametrize("n", [1, 6, 16, 64])
def test_the_fit_is_the_best_with_so_many_bends(show: Show, name: str, n: int) -> None:
    (_, _, plot, errors, *_), (_, outcome, learned, _) = shown(show, target=name, n=n)
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
    assert outcome.as_promised
    assert learned.as_promised


@pytest.mark.parametrize("name", mostly_long(["sketch", "wave", "step"], {1}))
def test_sgd_does_not_find_the_best_weights(show: Show, name: str) -> None:
    y = target(show, name)
    least = relus.best(X, y, relus.spread(64)).error(X, y)
    for seed in range(8):
        assert lesson.learned_error(y.tobytes(), 64, seed) > 2 * least
        assert lesson.learned_error(y.tobytes(), 64, seed) < lesson.learned_error(
            y.tobytes(), 1, seed
        )


def test_one_relu_is_a_straight_line(show: Show) -> None:
    (_, _, plot, *_), _ = shown(show, target="wave", n=1)
    curve, fit = plot.curves
    assert fit.y == pytest.approx(np.polyval(np.polyfit(curve.x, curve.y, 1), curve.x))


def test_the_sketchs_curve_is_its_ink(lab: Callable[..., Lab], show: Show, mnist: Dataset) -> None:
    sketch = mnist.valid.images[3]
    figures = show("universal_approximation", lab("universal_approximation", sketch))
    curve = of_kind(Plot, figures)[1].curves[0]
    columns = sketch.sum(axis=0, dtype=float)
    assert np.interp(np.arange(28) / 27, curve.x, curve.y) == pytest.approx(
        columns / columns.max(), abs=0.02
    )


def test_an_empty_column_of_ink_is_no_trouble(lab: Callable[..., Lab], show: Show) -> None:
    bench = lab("universal_approximation", np.zeros((28, 28), np.uint8))
    assert show("universal_approximation", bench)


@pytest.mark.parametrize("depth", range(1, 7))
def test_each_layer_doubles_the_pieces(show: Show, depth: int) -> None:
    (*_, plot, needed), (*_, outcome) = shown(show, depth=depth)
    x, y = plot.curves[0].x, plot.curves[0].y
    position = x * 2**depth
    teeth = np.abs((position + 1) % 2 - 1)  # 0 at even places, 1 at odd ones
    assert np.allclose(y, teeth)
    assert f"{2 * depth} ReLUs" in outcome.text
    assert f"{2**depth} straight pieces" in outcome.text
    counts = dict.fromkeys((2 * depth, 2**depth))  # one name where they are the same
    assert [(mark.name, mark.y) for mark in needed.marks] == [(str(n), n) for n in counts]
    assert outcome.as_promised


@pytest.mark.parametrize(("depth", "deep", "flat"), [(3, 6, 8), (5, 10, 32), (6, 12, 64)])
def test_six_against_eight_and_twelve_against_sixty_four(
    show: Show, depth: int, deep: int, flat: int
) -> None:
    (*_, plot, _), (*_, outcome) = shown(show, depth=depth)
    assert f"with {deep} ReLUs" in outcome.text
    assert outcome.text.endswith(f"A single hidden layer needs {flat} ReLUs for this line.")
    folded, one_layer = (curve.y for curve in plot.curves)
    assert np.sqrt(np.mean((folded - one_layer) ** 2)) > 0.1  # with as many it can't follow
    spread = np.arange(flat) / flat
    assert fitted_error(plot.curves[0].x, folded, spread, np.ones(flat)) < 1e-9


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_single_layer_needs_a_relu_for_each_piece(show: Show, depth: int) -> None:
    (*_, plot, _), (*_, outcome) = shown(show, depth=depth)
    x, y = plot.curves[0].x, plot.curves[0].y
    pieces = 2**depth
    bends = np.arange(1, pieces) / pieces
    errors = [fitted_error(x, y, bends, signs) for signs in product((1, -1), repeat=len(bends))]
    assert min(errors) > 0.01  # a ReLU at each bend, whichever way they face, isn't enough
    with_one_more = np.append(bends, 0.0)
    assert fitted_error(x, y, with_one_more, np.ones(pieces)) < 1e-9
    if depth > 1:
        assert f"needs {pieces} ReLUs for this line" in outcome.text


def fitted_error(x: np.ndarray, y: np.ndarray, bends: np.ndarray, signs: object) -> float:
    """Return how far the best sum of ReLUs at these bends, facing so, is from a curve."""
    relus = np.maximum(np.asarray(signs) * (x[:, None] - bends), 0)
    basis = np.column_stack([np.ones_like(x), relus])
    return float(np.abs(basis @ np.linalg.lstsq(basis, y, rcond=None)[0] - y).max())
