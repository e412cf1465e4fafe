"""The one curve through a pen's points. The oracle is Barry and Goldman's way to evaluate it."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from engine.images.curve import LEAVES_BOX_BY, bezier_pieces, corners, points_along
from engine.images.unipen import read_unipen

Floats = NDArray[np.float64]

DIGITS = read_unipen(Path(__file__).parents[2] / "data" / "pen_digits.unipen")
STROKES = [stroke.astype(float) for digit in DIGITS for stroke in digit.strokes]

lines = st.integers(1, 8).flatmap(
    lambda n: arrays(np.float64, (n, 2), elements=st.floats(-1, 1, width=16))
)
turns = st.lists(st.floats(-75, 75), min_size=2, max_size=8)  # degrees: none of them a corner
lengths = st.floats(0.01, 1)


def path(turns_deg: list[float], steps: Floats) -> Floats:
    """Return a line from (0, 0) that turns by so much between two steps."""
    angle = np.deg2rad(np.concatenate(([0.0], turns_deg))).cumsum()
    moves = steps[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return np.concatenate((np.zeros((1, 2)), moves.cumsum(axis=0)))


def cross(one: Floats, other: Floats) -> Floats:
    """Return how far each vector lies off the direction of another, times that one's length."""
    area: Floats = one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]
    return area


def barry_goldman(four: Floats, share: float) -> Floats:
    """Evaluate a centripetal Catmull-Rom spline between the second and the third of four points.

    Barry and Goldman, "A recursive evaluation algorithm for a class of Catmull-Rom splines", 1988.
    """
    knots = np.concatenate(([0.0], np.sqrt(np.hypot(*np.diff(four, axis=0).T)).cumsum()))
    t = knots[1] + share * (knots[2] - knots[1])
    level = list(four)
    for reach in (1, 2):
        level = [
            ((knots[i + reach] - t) * level[i] + (t - knots[i]) * level[i + 1])
            / (knots[i + reach] - knots[i])
            for i in range(len(level) - 1)
        ]
    low, high = level
    return ((knots[2] - t) * low + (t - knots[1]) * high) / (knots[2] - knots[1])


@given(turns=turns, data=st.data())
def test_between_corners_it_is_the_centripetal_catmull_rom_spline(
    turns: list[float], data: st.DataObject
) -> None:
    steps = data.draw(arrays(np.float64, len(turns) + 1, elements=lengths))
    points = path(turns, steps)
    places, curve = points_along(points, 0.05)
    for place, point in zip(places, curve, strict=True):
        piece = int(place)
        if 1 <= piece < len(points) - 2:
            four = points[piece - 1 : piece + 3]
            np.testing.assert_allclose(point, barry_goldman(four, place - piece), atol=1e-9)


@pytest.mark.parametrize(("turn", "is_corner"), [(66, False), (79, False), (82, True), (170, True)])
def test_a_turn_by_more_than_80_degrees_is_a_corner(turn: float, is_corner: bool) -> None:
    points = path([turn], np.array([2.0, 1.0]))
    _, curve = points_along(points, 0.01)
    assert corners(points).tolist() == ([1] if is_corner else [])
    first, second = points[1] - points[0], points[2] - points[1]
    off_first = cross(curve - points[0], first / 2)
    off_second = cross(curve - points[1], second)
    off_line = np.minimum(np.abs(off_first), np.abs(off_second)).max()
    assert (off_line < 1e-9) == is_corner
    assert is_corner or off_line > 0.03


@pytest.mark.parametrize("turn", [66, 79])
def test_where_no_corner_is_both_pieces_have_one_direction(turn: float) -> None:
    before, after = bezier_pieces(path([turn], np.array([2.0, 1.0])))
    arriving, leaving = before[3] - before[2], after[1] - after[0]
    assert cross(arriving, leaving) == pytest.approx(0, abs=1e-12)
    assert arriving @ leaving > 0


def test_a_7_of_three_points_is_two_straight_lines() -> None:
    seven = np.array([[0.0, 0.0], [10.0, 0.0], [4.0, 20.0]])
    _, curve = points_along(seven, 0.5)
    bar = curve[curve[:, 1] == 0]
    foot = curve[len(bar) - 1 :]
    assert np.abs(cross(foot - seven[1], seven[2] - seven[1])).max() < 1e-9
    assert np.ptp(bar[:, 0]) == 10


def test_a_circle_of_13_points_is_round() -> None:
    turn = np.linspace(0, 2 * np.pi, 13)
    places, curve = points_along(np.stack([np.cos(turn), np.sin(turn)], axis=1), 0.02)
    inner = (places >= 1) & (places <= 11)
    assert np.abs(np.hypot(*curve[inner].T) - 1).max() < 0.002


@given(lines)
def test_it_goes_through_all_points_in_steps_no_longer_than_asked(points: Floats) -> None:
    spacing = 0.05
    places, curve = points_along(points, spacing)
    through = np.searchsorted(places, np.arange(len(points)))
    np.testing.assert_allclose(places[through], np.arange(len(points)))
    np.testing.assert_allclose(curve[through], points, atol=1e-12)
    assert (np.diff(places) > 0).all()
    assert np.hypot(*np.diff(curve, axis=0).T).max(initial=0) < 2 * spacing


def test_on_a_straight_line_no_step_is_longer_than_asked() -> None:
    for step in (0.9, 1.1, 1.9, 2.1):
        places, curve = points_along(np.arange(4.0)[:, None] * [step, 0.0], 1.0)
        assert np.diff(curve[:, 0]).max() <= 1 + 1e-12
        np.testing.assert_allclose(curve[:, 0], places * step)


@given(lines, st.integers(0, 6))
def test_a_point_that_is_told_twice_bends_nothing(points: Floats, at: int) -> None:
    twice = np.insert(points, at % len(points), points[at % len(points)], axis=0)
    pieces = bezier_pieces(twice)
    still = (pieces == pieces[:, :1]).all(axis=(1, 2))
    once = bezier_pieces(points)
    moves = ~(once == once[:, :1]).all(axis=(1, 2))
    np.testing.assert_allclose(pieces[~still], once[moves])


@given(lines, st.integers(-20, 20), st.tuples(st.floats(-9, 9), st.floats(-9, 9)))
def test_it_moves_and_grows_with_its_points(
    points: Floats, power: int, move: tuple[float, float]
) -> None:
    grown = bezier_pieces(points * 2.0**power) / 2.0**power
    np.testing.assert_allclose(grown, bezier_pieces(points), atol=1e-12)
    moved = bezier_pieces(points * 4 + np.round(move))  # exact in binary: no corner can tip over
    np.testing.assert_allclose((moved - np.round(move)) / 4, bezier_pieces(points), atol=1e-9)


@pytest.mark.parametrize("stroke", STROKES[:20])
def test_a_piece_is_bent_by_its_neighbours_alone(stroke: Floats) -> None:
    whole = bezier_pieces(stroke)
    for first in range(1, len(stroke) - 2):
        alone = bezier_pieces(stroke[first - 1 : first + 3])
        if np.diff(stroke[first - 1 : first + 3], axis=0).any(axis=1).all():
            np.testing.assert_array_equal(alone[1], whole[first])


BOWED = [  # found by a search for strokes that bow far out of the box of their points
    [[0.69, 0.84], [0.62, 0.41], [0.21, 0.409]],
    [[0.085, 0.044], [0.771, 0.0442], [0.914, 0.873], [0.086, 0.217]],
    [[0.1796, 0.0034], [0.1793, 0.4679], [0.221, 0.70948], [0.8597, 0.70949], [0.9352, 0.272]],
]


@given(arrays(np.float64, st.tuples(st.integers(2, 8), st.just(2)), elements=st.floats(0, 1)))
@example(np.array(BOWED[0]))
@example(np.array(BOWED[1]))
@example(np.array(BOWED[2]))
def test_it_hardly_leaves_the_box_of_its_points(points: Floats) -> None:
    _, curve = points_along(points, 0.005)
    low, high = points.min(axis=0), points.max(axis=0)
    out = np.maximum(low - curve.min(axis=0), curve.max(axis=0) - high).max()
    assert out <= LEAVES_BOX_BY * (high - low).max()


def test_the_ends_are_bent_by_what_is_there() -> None:
    (only,) = bezier_pieces(np.array([[0.0, 0.0], [3.0, 6.0]]))
    np.testing.assert_allclose(only, [[0, 0], [1, 2], [2, 4], [3, 6]])
    first, last = bezier_pieces(path([40], np.array([3.0, 3.0])))
    np.testing.assert_allclose(first[1], [1, 0])
    np.testing.assert_allclose(last[2], last[3] - (last[3] - first[3]) / 3)
    assert bezier_pieces(np.zeros((1, 2))).shape == (0, 4, 2)
