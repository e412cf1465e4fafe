"""Which digits are on the pad: parted from strokes, drawn anew only where they have changed."""

import numpy as np

from desktop.sketch.content import EMPTY, Content, Picture
from desktop.sketch.several.digits import Parting, are_apart
from desktop.sketch.strokes import Stroke
from engine.images.ink import Sketch


def stroke(*points: tuple[float, float]) -> Stroke:
    return Stroke(np.array(points), np.full(len(points), 0.5, np.float32), width=0.04)


SEVEN = stroke((0.1, 0.2), (0.3, 0.2), (0.2, 0.8))
BAR = stroke((0.15, 0.5), (0.28, 0.5))
ONE = stroke((0.6, 0.2), (0.6, 0.8))
PICTURE = Picture(np.zeros((28, 28), np.uint8), np.zeros((60, 90, 3), np.uint8))


def test_digits_come_from_left_to_right_and_each_knows_when_it_was_drawn() -> None:
    seven, one = Parting().digits(Content((SEVEN, ONE, BAR)))
    assert (seven.strokes, seven.newest) == ((SEVEN, BAR), 2)
    assert (one.strokes, one.newest) == ((ONE,), 1)
    alone = Sketch([SEVEN.points, BAR.points]).to_image()
    np.testing.assert_array_equal(seven.image, alone)


def test_a_box_goes_around_the_ink() -> None:
    seven, _ = Parting().digits(Content((SEVEN, ONE)))
    box = seven.box()
    assert box is not None
    np.testing.assert_allclose(box, (0.08, 0.18, 0.32, 0.82), atol=0.011)


def test_a_digit_is_drawn_anew_only_where_its_strokes_have_changed() -> None:
    parting = Parting()
    before = parting.digits(Content((SEVEN, ONE)))
    after = parting.digits(Content((SEVEN, ONE, BAR)))
    assert after[1] is before[1]
    assert after[0] is not before[0]


def test_an_erased_stroke_leaves_another_digit_the_newest() -> None:
    parting = Parting()
    parting.digits(Content((SEVEN, ONE, BAR)))
    seven, one = parting.digits(Content((ONE, SEVEN)))  # of the same strokes, in another order
    assert (seven.newest, one.newest) == (1, 0)


def test_one_thing_and_nothing_are_no_digits() -> None:
    for content in (EMPTY, Content((SEVEN, BAR)), Content(picture=PICTURE)):
        assert Parting().digits(content) == ()
        assert not are_apart(content)
    assert are_apart(Content((SEVEN, ONE)))


def test_a_picture_consists_of_what_was_found_in_it() -> None:
    parting, content = Parting(), Content(picture=PICTURE)
    assert parting.unknown(content) is PICTURE
    parting.learn(PICTURE, np.ones((3, 28, 28), np.uint8))
    assert parting.unknown(content) is None
    assert [digit.image.shape for digit in parting.digits(content)] == [(28, 28)] * 3
    parting.learn(PICTURE, np.ones((1, 28, 28), np.uint8))
    assert parting.digits(content) == ()
    assert parting.unknown(Content(picture=Picture(PICTURE.image))) is None  # of 28x28 pixels
