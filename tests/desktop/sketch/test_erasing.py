"""What the eraser leaves, against a plain point-by-point oracle."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.sketch.erasing import erase
from desktop.sketch.strokes import Stroke, Strokes, extent
from engine.images.curve import points_along

EDGE = 2e-3  # pad units: where the curve's straight pieces and the oracle may differ
COORDINATES = st.floats(0, 1, allow_subnormal=False, width=32)
PLACES = arrays(np.float64, (2,), elements=COORDINATES)
LINES = st.integers(1, 8).flatmap(lambda n: arrays(np.float64, (n, 2), elements=COORDINATES))
THIN = 1e-6  # a brush without a width to speak of: the disc alone decides


def stroke(points: np.ndarray) -> Stroke:
    return Stroke(points, np.linspace(0, 1, len(points)).astype(np.float32), THIN)


def samples(one: Stroke) -> np.ndarray:
    """Points along the straight pieces of a stroke, ends among them."""
    points = one.points
    if len(points) == 1:
        return points
    t = np.linspace(0, 1, 21)[:, None]
    return np.concatenate([a + (b - a) * t for a, b in itertools.pairwise(points)])


def distance(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """How far points are from the straight way between two places."""
    way = end - start
    square = float(way @ way)
    t = np.clip((points - start) @ way / square, 0, 1) if square else np.zeros(len(points))
    return np.hypot(*(points - start - t[:, None] * way).T)


@given(LINES, PLACES, PLACES, st.floats(0.01, 0.4))
def test_what_is_left_lies_outside_and_all_that_lies_outside_is_left(
    points: np.ndarray, start: np.ndarray, end: np.ndarray, radius: float
) -> None:
    whole = stroke(points)
    left = erase((whole,), start, end, radius)
    if left == (whole,):
        assert (distance(points, start, end) > radius - EDGE).all()
        return
    kept = np.concatenate([samples(part) for part in left]) if left else np.zeros((0, 2))
    assert (distance(kept, start, end) >= radius - EDGE).all()
    for point in points[distance(points, start, end) > radius + EDGE]:
        assert np.hypot(*(kept - point).T).min() < EDGE


@given(st.lists(LINES, max_size=4), PLACES, PLACES, st.floats(0.01, 0.4))
def test_wiping_twice_is_wiping_once(
    lines: list[np.ndarray], start: np.ndarray, end: np.ndarray, radius: float
) -> None:
    once = erase(tuple(map(stroke, lines)), start, end, radius)
    again = erase(once, start, end, radius - EDGE)
    assert sum(length(s) for s in again) == pytest.approx(sum(length(s) for s in once), abs=0.05)


def test_a_stroke_is_cut_in_two_exactly() -> None:
    bar = stroke(np.array([[0.1, 0.5], [0.9, 0.5]]))
    left, right = erase((bar,), np.array([0.5, 0.2]), np.array([0.5, 0.8]), 0.1)
    np.testing.assert_allclose(left.points[[0, -1]], [[0.1, 0.5], [0.4, 0.5]], atol=1e-6)
    np.testing.assert_allclose(right.points[[0, -1]], [[0.6, 0.5], [0.9, 0.5]], atol=1e-6)
    assert left.pressures[-1] == pytest.approx(0.375, abs=0.03)


def test_ink_that_bows_out_of_its_points_box_is_wiped_too() -> None:
    points = np.array(
        [[0.1796, 0.003], [0.1793, 0.468], [0.221, 0.7095], [0.86, 0.7095], [0.9, 0.3]]
    )
    bowed = stroke(points)
    assert extent(bowed)[1][1] > points[:, 1].max() + 0.03
    _, curve = points_along(points, 0.001)
    tip = curve[curve[:, 1].argmax()]
    there = tip + np.array([0, 0.015])  # the disc stays outside of the box
    assert there[1] - 0.02 > points[:, 1].max()
    assert len(erase((bowed,), there, there, 0.02)) == 2


def test_the_brushs_width_counts() -> None:
    broad = Stroke(np.array([[0.1, 0.5], [0.9, 0.5]]), np.ones(2, np.float32), 0.2)
    there = np.array([0.5, 0.35])  # beside the line, on its ink
    assert len(erase((broad,), there, there, 0.06)) == 2


def test_what_is_not_touched_is_the_same_object() -> None:
    strokes: Strokes = (stroke(np.array([[0.1, 0.1], [0.2, 0.1]])), stroke(np.array([[0.8, 0.8]])))
    nowhere, dot = np.array([0.5, 0.5]), np.array([0.8, 0.8])
    assert erase(strokes, nowhere, nowhere, 0.1) is strokes
    assert erase(strokes, dot, dot, 0.1) == (strokes[0],)


def length(one: Stroke) -> float:
    return float(np.hypot(*np.diff(one.points, axis=0).T).sum())
