"""Strokes -> 28x28: MNIST's own statistics are the oracle, then what a drawing may be like."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike, NDArray

import engine
from engine.errors import DataError
from engine.images.ink import Sketch
from engine.images.unipen import PenDigit, read_unipen

Image = NDArray[np.uint8]
Floats = NDArray[np.float64]

DIGITS = read_unipen(Path(__file__).parents[2] / "data" / "pen_digits.unipen")
IMAGES = np.stack([Sketch(digit.strokes).to_image() for digit in DIGITS])

each_digit = pytest.mark.parametrize(
    "digit", DIGITS, ids=[f"{digit.label}-writer{digit.writer}" for digit in DIGITS]
)


def centre_of_mass(image: Image) -> Floats:
    ink = image / image.sum()
    return np.array([ink.sum(axis=0) @ np.arange(28), ink.sum(axis=1) @ np.arange(28)])


def ink_sides(image: Image) -> tuple[int, int]:
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def mean_difference(one: Image, other: Image) -> float:
    return float(np.abs(one.astype(float) - other).mean())


def line_width(images: Image) -> Floats:
    """Return each image's line width in px: twice the ink's area over its outline's length."""
    ink = np.pad(images / 255, ((0, 0), (1, 1), (1, 1)))
    outline = np.hypot(np.diff(ink, axis=1)[:, :, :-1], np.diff(ink, axis=2)[:, :-1])
    width: Floats = 2 * ink.sum(axis=(1, 2)) / outline.sum(axis=(1, 2))
    return width


@each_digit
def test_the_ink_is_centred_and_20_px_long(digit: PenDigit) -> None:
    image = Sketch(digit.strokes).to_image()
    assert image.shape == (28, 28)
    assert image.dtype == np.uint8
    assert np.abs(centre_of_mass(image) - 14).max() < 0.04
    assert max(ink_sides(image)) == 20


def test_lines_are_as_wide_as_mnists(mnist: engine.Dataset) -> None:
    theirs = np.median(line_width(mnist.valid.images))
    assert np.median(line_width(IMAGES)) == pytest.approx(theirs, rel=0.1)


def test_lines_are_as_soft_as_mnists(mnist: engine.Dataset) -> None:
    edges = [1, 64, 128, 192, 250, 256]
    theirs = np.histogram(mnist.valid.images, edges)[0] / (mnist.valid.images > 0).sum()
    ours = np.histogram(IMAGES, edges)[0] / (IMAGES > 0).sum()
    np.testing.assert_allclose(ours, theirs, atol=0.03)


def test_there_is_as_much_ink_as_in_mnist(mnist: engine.Dataset) -> None:
    assert IMAGES.mean() == pytest.approx(mnist.valid.images.mean(), rel=0.1)


def test_each_digit_looks_like_its_namesakes_of_mnist(mnist: engine.Dataset) -> None:
    """A mean image reads well over half of the drawings: they lie where MNIST's digits lie."""
    train = mnist.train
    means = np.stack([train.images[train.labels == label].mean(axis=0) for label in range(10)])
    distances = ((IMAGES[:, None] - means.astype(float)) ** 2).sum(axis=(2, 3))
    read = distances.argmin(axis=1) == [int(digit.label) for digit in DIGITS]
    assert read.mean() > 0.6


@settings(max_examples=60, deadline=None)
@given(
    digit=st.sampled_from(DIGITS),
    scale=st.floats(-9, 9).map(lambda power: 10**power),
    move=st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)),
)
def test_place_size_and_unit_do_not_matter(
    digit: PenDigit, scale: float, move: tuple[float, float]
) -> None:
    moved = [(stroke.astype(float) + move) * scale for stroke in digit.strokes]
    assert mean_difference(Sketch(moved).to_image(), Sketch(digit.strokes).to_image()) < 0.1


@each_digit
def test_more_points_on_the_same_line_change_nothing(digit: PenDigit) -> None:
    def halved(stroke: NDArray[np.float32]) -> Floats:
        steps = np.arange(0, len(stroke) - 0.5, 0.5)
        return np.stack([np.interp(steps, np.arange(len(stroke)), axis) for axis in stroke.T], 1)

    finer = [np.repeat(halved(stroke), 2, axis=0) for stroke in digit.strokes]
    assert mean_difference(Sketch(finer).to_image(), Sketch(digit.strokes).to_image()) < 1


def test_a_slow_pens_loop_is_drawn_round() -> None:
    def circle(points: int) -> Floats:
        turn = np.linspace(0, 2 * np.pi, points)
        return np.stack([np.cos(turn), np.sin(turn)], axis=1)

    assert mean_difference(Sketch([circle(13)]).to_image(), Sketch([circle(400)]).to_image()) < 1


def test_a_corner_stays_a_corner() -> None:
    corners = np.array([[0.0, 0.0], [8.0, 0.0], [8.0, 20.0], [1.0, 6.0]])
    along = np.linspace(0, 3, 301)
    dense = np.stack([np.interp(along, np.arange(4), axis) for axis in corners.T], axis=1)
    assert mean_difference(Sketch([corners]).to_image(), Sketch([dense]).to_image()) < 0.1


@pytest.mark.parametrize("direction", [(0, 30), (30, 0), (0, -1e-6), (1e300, 0)])
def test_a_straight_line_is_20_px_long_and_one_line_wide(direction: tuple[float, float]) -> None:
    image = Sketch([[(5, 5), (5 + direction[0], 5 + direction[1])]]).to_image()
    assert sorted(ink_sides(image)) == [3, 20]
    assert np.abs(centre_of_mass(image) - 14).max() < 0.1


@pytest.mark.parametrize("points", [[(3, 4)], [(3, 4)] * 5])
def test_a_dot_is_one_dot_in_the_middle(points: list[tuple[float, float]]) -> None:
    sketch = Sketch([points])
    image = sketch.to_image()
    assert not sketch.is_empty
    assert ink_sides(image) == (3, 3)
    assert image[14, 14] == 255
    np.testing.assert_allclose(centre_of_mass(image), 14)


@pytest.mark.parametrize("strokes", [[], [[]], [np.empty((0, 2)), []]])
def test_no_points_give_no_ink(strokes: list[Floats]) -> None:
    sketch = Sketch(strokes)
    assert sketch.is_empty
    assert not sketch.to_image().any()


def test_strokes_without_points_are_left_out() -> None:
    line = [(0.0, 0.0), (3.0, 9.0)]
    np.testing.assert_array_equal(Sketch([[], line, []]).to_image(), Sketch([line]).to_image())


@pytest.mark.parametrize(
    ("strokes", "says"),
    [
        ([[(0, 0), (1, float("nan"))]], "Stroke 1 has a point that is not finite"),
        ([[(0, 0)], [(float("inf"), 1)]], "Stroke 2"),
        ([[(0, 0, 0)]], r"shape \(N, 2\), not \(1, 3\)"),
        ([[1, 2, 3]], r"shape \(N, 2\)"),
        ([[(1, "two")]], "Stroke 1 is not a list"),
        ([[(1, 2), (3,)]], "Stroke 1 is not a list"),
    ],
)
def test_what_is_no_stroke_is_refused(strokes: list[ArrayLike], says: str) -> None:
    with pytest.raises(DataError, match=says):
        Sketch(strokes)


@pytest.mark.parametrize("width", [1.6, 2.5])
@pytest.mark.parametrize("away", [(0, 1), (0, -1), (1, 0), (-1, 0)])
def test_a_dot_far_from_a_dash_is_drawn(width: float, away: tuple[int, int]) -> None:
    """Its centre of mass can't come to the middle of the image without ink falling off."""
    x, y = away
    image = Sketch([[(-0.1 * y, -0.1 * x), (0.1 * y, 0.1 * x)], [(x, y)]]).to_image(width)
    assert max(ink_sides(image)) == 20


def test_a_lopsided_drawing_stays_inside_the_image() -> None:
    """A blob with a long tail can't have its centre of mass at the centre and all of it in view."""
    tangle = np.random.default_rng(0).uniform(0, 4, (600, 2))
    image = Sketch([tangle, [(2, 2), (2, 40)]]).to_image()
    assert max(ink_sides(image)) == 20


coordinate = st.floats(allow_nan=False, allow_infinity=False)
stroke = st.lists(st.tuples(coordinate, coordinate), max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.lists(stroke, max_size=4))
def test_any_finite_drawing_gives_an_image(strokes: list[list[tuple[float, float]]]) -> None:
    sketch = Sketch(strokes)
    image = sketch.to_image()
    assert image.shape == (28, 28)
    assert image.any() != sketch.is_empty


def test_a_wide_line_is_wider_and_the_digit_no_larger() -> None:
    strokes = DIGITS[0].strokes
    thin, wide = (Sketch(strokes).to_image(width_px=width) for width in (1.8, 3.6))
    ratio = line_width(wide[None]) / line_width(thin[None])
    assert ratio == pytest.approx(2, rel=0.15)
    assert max(ink_sides(thin)) == max(ink_sides(wide)) == 20


@pytest.mark.parametrize("width", [float("nan"), 0, -1, 20.1, float("inf")])
def test_a_line_of_an_impossible_width_is_refused(width: float) -> None:
    with pytest.raises(DataError, match=f"can't be {width} px wide"):
        Sketch(DIGITS[0].strokes).to_image(width)


def test_a_scribble_of_thousands_of_points_is_drawn() -> None:
    scribble = np.random.default_rng(1).normal(size=(5000, 2)).cumsum(axis=0)
    image = Sketch([scribble]).to_image()
    assert max(ink_sides(image)) == 20
    assert np.abs(centre_of_mass(image) - 14).max() < 0.1
