"""Which strokes are which digit of a number: by where they lie, whatever their order and unit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.images.ink import Sketch
from engine.images.parting import MOST_DIGITS, part_strokes

Stroke = NDArray[np.float64]


def line(*points: tuple[float, float]) -> Stroke:
    return np.array(points, np.float64)


def moved(stroke: Stroke, right: float) -> Stroke:
    return stroke + np.array([right, 0.0])


FIVE = [line((0.1, 0), (0, 0.45), (0.5, 0.7), (0, 1)), line((0.15, 0.02), (0.55, 0))]
SEVEN = [line((0, 0), (0.5, 0), (0.2, 1)), line((0.1, 0.5), (0.45, 0.5))]
FOUR = [line((0.1, 0), (0, 0.6), (0.5, 0.6)), line((0.4, 0.1), (0.4, 1))]
OPEN_FOUR = [line((0.1, 0), (0, 0.6), (0.3, 0.6)), line((0.33, 0.1), (0.35, 1))]
ONE = [line((0, 0), (0, 1))]
BLOT = [line((0, 0.72), (0.26, 0.98))]
DOT = [line((0, 0.98), (0.03, 1))]
MINUS = [line((0, 0.5), (0.4, 0.5))]


def row(*digits: list[Stroke], gap: float) -> tuple[list[Stroke], list[list[int]]]:
    """Lay digits side by side; return all strokes, and which of them are each one's."""
    strokes: list[Stroke] = []
    places, left = [], 0.0
    for digit in digits:
        points = np.concatenate(digit)
        places.append(list(range(len(strokes), len(strokes) + len(digit))))
        strokes += [moved(stroke, left - points[:, 0].min()) for stroke in digit]
        left += float(np.ptp(points[:, 0])) + gap
    return strokes, places


@pytest.mark.parametrize("gap", [0.06, 0.1, 0.3, 2])
def test_what_lies_apart_is_digits_and_what_one_digit_consists_of_stays_together(
    gap: float,
) -> None:
    strokes, places = row(FOUR, FIVE, SEVEN, OPEN_FOUR, ONE, gap=gap)
    assert [sorted(digit) for digit in part_strokes(strokes)] == places


def test_the_bar_of_a_5_belongs_to_its_body_even_where_it_lies_off_it() -> None:
    body, bar = FIVE[0], moved(FIVE[1], 0.45)
    strokes, _ = row([body, bar], ONE, gap=0.3)
    assert [sorted(digit) for digit in part_strokes(strokes)] == [[0, 1], [2]]


def test_dots_and_dashes_between_digits_are_no_digits() -> None:
    strokes, places = row(ONE, DOT, FOUR, MINUS, SEVEN, BLOT, ONE, gap=0.25)
    assert [sorted(digit) for digit in part_strokes(strokes)] == places[::2]


def test_one_digit_is_one_part_and_keeps_all_its_strokes() -> None:
    for strokes in (ONE, FOUR, FIVE, [*SEVEN, *[stroke + 2 for stroke in DOT]], DOT, MINUS):
        assert part_strokes(strokes) == (tuple(range(len(strokes))),)


def test_a_flat_0_is_a_digit() -> None:
    flat = [line((0, 0.5), (0.25, 0.4), (0.5, 0.5), (0.25, 0.6), (0, 0.5))]
    strokes, places = row(flat, FOUR, gap=0.3)
    assert [sorted(digit) for digit in part_strokes(strokes)] == places


def test_two_dashes_are_no_number() -> None:
    strokes, _ = row(MINUS, MINUS, gap=0.3)
    assert len(part_strokes(strokes)) == 1


@pytest.mark.parametrize(("count", "parts"), [(MOST_DIGITS, MOST_DIGITS), (MOST_DIGITS + 1, 1)])
def test_more_than_twelve_are_a_line_of_writing(count: int, parts: int) -> None:
    strokes, _ = row(*[ONE] * count, gap=0.3)
    assert len(part_strokes(strokes)) == parts


def test_a_sketch_gives_its_digits_from_left_to_right_each_as_if_it_stood_alone() -> None:
    strokes, _ = row(FOUR, SEVEN, FIVE, gap=0.3)
    shuffled = [strokes[place] for place in (4, 0, 3, 5, 1, 2)]
    images = [part.to_image() for part in Sketch(shuffled).parts()]
    alone = [Sketch(digit).to_image() for digit in (FOUR, SEVEN, FIVE)]
    for image, expected in zip(images, alone, strict=True):
        assert np.abs(image.astype(int) - expected).max() <= 2
    assert Sketch([]).parts() == ()
    assert len(Sketch([1e307 * stroke for stroke in strokes]).parts()) == 3


@pytest.mark.parametrize("lean", [-0.2, 0.1, 0.2, 0.3, 0.4])
def test_leaning_digits_lie_apart_along_leaning_columns(lean: float) -> None:
    strokes, places = row(FOUR, FIVE, SEVEN, FOUR, gap=0.15)
    leaning = [np.stack((x - lean * y, y), axis=1) for x, y in (stroke.T for stroke in strokes)]
    assert [sorted(digit) for digit in part_strokes(leaning)] == places


corner = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
drawn = st.lists(st.lists(corner, min_size=1, max_size=4), max_size=20)


@given(drawn)
def test_no_stroke_is_in_two_digits_and_their_order_says_nothing(
    found: list[list[tuple[float, float]]],
) -> None:
    strokes = [line(*points) for points in found]
    digits = part_strokes(strokes)
    places = [place for digit in digits for place in digit]
    assert len(places) == len(set(places)) <= len(strokes)
    assert 1 <= len(digits) <= MOST_DIGITS
    order = np.random.default_rng(0).permutation(len(strokes))
    again = part_strokes([strokes[place] for place in order])
    assert [sorted(order[list(digit)]) for digit in again] == [sorted(digit) for digit in digits]
