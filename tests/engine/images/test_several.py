"""Several things in one picture: told from one of MNIST's digits, and each made ready to read."""

import numpy as np
import PIL.Image
from numpy.typing import NDArray

import engine
from engine.data.bundled import DIGITS, load_left_out
from engine.images.several import _digits, shows_several


def test_two_digits_side_by_side_are_several_things(mnist: engine.Dataset) -> None:
    images = mnist.valid.images[:60]
    pairs = zip(images[::2], images[1::2], strict=True)
    seen = [shows_several(engine.prepare_image(np.hstack(pair))) for pair in pairs]
    assert np.mean(seen) > 0.6


def test_one_digit_is_one_thing_even_in_two_strokes(mnist: engine.Dataset) -> None:
    assert np.mean([shows_several(image) for image in mnist.valid.images[:3000]]) < 0.002
    assert not shows_several(np.zeros((28, 28), np.uint8))


def number(*images: NDArray[np.uint8], gap_px: int = 24) -> NDArray[np.uint8]:
    """Lay digits side by side on white paper, enlarged."""
    pieces = [np.kron(image[:, image.any(axis=0)], np.ones((4, 4), np.uint8)) for image in images]
    apart = [np.pad(piece, ((20, 20), (0, gap_px))) for piece in pieces]
    return 255 - np.pad(np.concatenate(apart, axis=1), ((0, 0), (30, 6)))


def test_each_digit_of_a_picture_is_as_if_it_stood_alone() -> None:
    drawn = load_left_out(DIGITS)
    for length in (2, 3, 5, 12):
        images = drawn.images[100 : 100 + length]
        found = engine.prepare_several(number(*images))
        assert found.shape == (length, 28, 28)
        assert found.dtype == np.uint8
        assert np.abs(found.astype(int) - images).mean() < 3  # another digit: 40


def test_soft_edges_stay_with_their_digits() -> None:
    ink = np.zeros((40, 70))
    for left in (10, 40):
        ink[4:36, left - 2 : left + 8] = 0.3  # too faint to be part of a blob
        ink[5:35, left : left + 6] = 1
    first, second = _digits(ink)
    np.testing.assert_array_equal(first + second, ink)
    assert not first[:, 30:].any()


def test_a_speck_or_a_low_stroke_beside_a_digit_makes_no_two_of_it() -> None:
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 6:10] = 255
    for rows, columns, several in (
        (slice(4, 24), slice(12, 16), True),
        (slice(4, 24), slice(11, 15), True),  # a column lies between them
        (slice(11, 24), slice(12, 16), True),  # two thirds as high
        (slice(15, 24), slice(12, 20), False),  # not half as high
        (slice(4, 14), slice(12, 13), False),  # hardly any ink
    ):
        both = image.copy()
        both[rows, columns] = 255
        assert shows_several(both) is several


def test_leaning_digits_are_cut_out_along_their_lean() -> None:
    images = load_left_out(DIGITS).images[100:104]
    upright = PIL.Image.fromarray(number(*images, gap_px=10))
    white = {"fillcolor": 255, "resample": PIL.Image.Resampling.BICUBIC}
    size = (upright.width + 80, upright.height)
    leaning = upright.transform(size, PIL.Image.Transform.AFFINE, (1, 0.4, -60, 0, 1, 0), **white)
    found = engine.prepare_several(leaning)
    assert len(found) == 4
    read = [engine.Classifier.starter().predict(image).label for image in found]
    assert read == [DIGITS[k] for k in load_left_out(DIGITS).labels[100:104]]


def test_numbers_of_unseen_people_are_read_digit_by_digit() -> None:
    drawn, classifier = load_left_out(DIGITS), engine.Classifier.starter()
    right = []
    for start in range(0, 90, 3):
        found = engine.prepare_several(number(*drawn.images[start : start + 3], gap_px=8))
        read = "".join(classifier.predict(image).label for image in found)
        right.append(read == "".join(DIGITS[k] for k in drawn.labels[start : start + 3]))
    assert np.mean(right) > 0.93


def test_a_picture_of_one_digit_gives_what_prepare_image_gives() -> None:
    ready = load_left_out(DIGITS).images[7]
    for picture in (number(ready), ready, 255 - ready, PIL.Image.fromarray(number(ready))):
        assert (engine.prepare_several(picture) == engine.prepare_image(picture)[None]).all()
    assert engine.prepare_several(np.full((90, 200), 255, np.uint8)).shape == (0, 28, 28)


def test_a_line_of_writing_is_one_thing() -> None:
    images = load_left_out(DIGITS).images[100:114]
    assert engine.prepare_several(number(*images)).shape == (1, 28, 28)
