"""What starters learn from: hands, habits, shapes, scribbles, scans. Meaning and ink survive."""

import string
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images.ink import Sketch
from engine.images.unipen import read_unipen
from engine.starter import crowds, doodles, material, scribbles, unseen
from engine.starter.habits import add_habit
from engine.starter.handwriting import rewrite
from engine.starter.printed import FAIR_LETTERS, printed
from engine.starter.scans import scan, scanned
from engine.starter.shapes import LOOK_LIKE_DIGITS, parse_drawing, shapes
from engine.starter.strokes import bounds, length, resample, smooth_through, unit

TRAINED_KINDS = (*scribbles.SCRIBBLES, *doodles.DOODLES, *scribbles.LETTER_LIKE[2:])
SEVEN = parse_drawing("0,0 7,0 3,10")
ONE = parse_drawing("4,0 4,10")


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def ink_between(image: np.ndarray) -> float:
    return float((image > 127).mean())


def test_unit_makes_the_longest_side_1_around_the_middle():
    low, high = bounds(unit(SEVEN))
    assert high - low == pytest.approx([0.7, 1])
    assert high + low == pytest.approx([0, 0])


def test_a_curve_goes_through_each_of_its_points():
    points = np.array([[0, 0], [3, 1], [4, 5], [2, 7]], float)
    curve = smooth_through(points)
    assert all(np.hypot(*(curve - point).T).min() < 1e-9 for point in points)


def test_resampling_keeps_the_ends_and_takes_equal_steps():
    stroke = resample(np.array([[0, 0], [1, 0], [1, 9]], float), 11)
    assert stroke[[0, -1]].tolist() == [[0, 0], [1, 9]]
    assert length(stroke) == pytest.approx(10)
    assert np.hypot(*np.diff(stroke, axis=0).T) == pytest.approx(np.ones(10))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 1.3))
def test_another_hand_draws_the_same_thing_elsewhere(seed, strength):
    drawing = rewrite(SEVEN, rng(seed), strength)
    low, high = bounds(drawing)
    assert (high - low).max() == pytest.approx(1)
    assert len(drawing) == 1
    (stroke,) = drawing
    assert stroke[0][1] < 0  # a 7 begins at the top, and ends at the bottom
    assert stroke[-1][1] > 0


def test_no_strength_changes_the_size_only():
    (before,), (after,) = unit(SEVEN), rewrite(SEVEN, rng(), strength=0)
    assert bounds([after])[1] == pytest.approx(bounds([before])[1], abs=0.02)
    assert length(after) == pytest.approx(length(before), rel=0.05)


def test_a_crossed_7_gets_one_bar_at_half_height_and_no_second_one():
    crossed = [add_habit("7", SEVEN, rng(seed)) for seed in range(30)]
    bars = [drawing[1] for drawing in crossed if len(drawing) == 2]
    assert len(bars) > 10
    for bar in bars:
        assert abs(bar[:, 1].mean()) < 0.2
        assert np.ptp(bar[:, 0]) > 2 * np.ptp(bar[:, 1])
    twice = parse_drawing("0,0 7,0 3,10 / 2,5 7,5")
    assert all(len(add_habit("7", twice, rng(seed))) == 2 for seed in range(10))


def test_a_1_gets_a_flag_to_the_left_of_its_top_or_a_foot_below():
    for seed in range(30):
        drawing = add_habit("1", ONE, rng(seed))
        added = np.concatenate(drawing)
        assert np.ptp(added[:, 0]) > 0.05
        assert added[:, 1].max() <= 0.56
        assert added[:, 1].min() >= -0.56


def test_a_0_is_slashed_and_a_5_has_no_habits():
    zero = shapes("digits")["0"][0]
    assert len(add_habit("0", zero, rng())) == 2
    assert len(add_habit("5", SEVEN, rng())) == 1


def test_shapes_hold_all_digits_and_every_letter_that_is_no_digit():
    assert list(shapes("digits")) == list(string.digits)
    assert set(shapes("letters")) == set(string.ascii_letters) - set(LOOK_LIKE_DIGITS)
    assert "".join(c for c in string.ascii_letters if c in shapes("letters")) == FAIR_LETTERS
    assert "".join(shapes("plotted letters")) == FAIR_LETTERS
    assert list(shapes("plotted digits")) == list(string.digits)


@pytest.mark.parametrize("kind", [*TRAINED_KINDS, *unseen.TO_CHOOSE_BY, *unseen.TO_MEASURE])
def test_each_scribble_leaves_ink_and_no_two_are_alike(kind):
    images = [Sketch(kind(rng(seed))).to_image() for seed in range(8)]
    assert all(0.01 < ink_between(image) < 0.7 for image in images)
    assert len({image.tobytes() for image in images}) == 8


def test_what_is_measured_on_was_not_trained_on():
    assert not {*TRAINED_KINDS} & {*unseen.TO_CHOOSE_BY, *unseen.TO_MEASURE}


def test_drawn_digits_are_labelled_in_turn():
    split = material.drawn_digits(25, rng())
    assert split.labels.tolist() == [i % 10 for i in range(25)]
    assert split.images.shape == (25, 28, 28)


def test_the_same_seed_makes_the_same_images():
    first = material.drawn("letters", 50, rng(4))
    assert np.array_equal(first, material.drawn("letters", 50, rng(4)))


def test_a_scan_is_the_mean_of_what_each_pixel_covers(mnist_sample):
    image = mnist_sample.train.images[0]
    square = np.zeros((28, 28), np.uint8)
    square[4:20, 6:22] = image[4:20, 6:22]
    square[4, 6] = square[19, 21] = 255  # so that the ink's box is known: 16 x 16
    assert np.array_equal(scan(square, 16, keep_aspect=True), square[4:20, 6:22])


def test_scans_stay_readable_after_preparation(mnist_sample):
    images = mnist_sample.train.images[:20]
    back = scanned(images, keep_aspect=True)
    likeness = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(images, back, strict=True)]
    assert np.median(likeness) > 0.85


def test_printed_letters_are_centred_ink():
    images = printed("Hx", 6, rng())
    assert images.shape == (6, 28, 28)
    assert (images.max(axis=(1, 2)) > 200).all()


def test_crowds_and_noise_are_as_varied_as_they_are_many(mnist_sample, strokes_of_digits):
    full = crowds.crowds(strokes_of_digits, 12, rng())
    noise = crowds.noise(mnist_sample.train.images, 12, rng())
    for images in (full, noise):
        assert images.shape == (12, 28, 28)
        assert images.dtype == np.uint8
        assert len({image.tobytes() for image in images}) == 12
    assert all(0.02 < ink_between(image) < 0.6 for image in full)


@pytest.fixture(scope="module")
def strokes_of_digits():
    return read_unipen(Path(__file__).parents[1] / "data" / "pen_digits.unipen")
