"""Several things in one image: two digits side by side, and never one of MNIST's."""

import numpy as np

import engine
from engine.images.several import shows_several


def test_two_digits_side_by_side_are_several_things(mnist: engine.Dataset) -> None:
    images = mnist.valid.images[:60]
    pairs = zip(images[::2], images[1::2], strict=True)
    seen = [shows_several(engine.prepare_image(np.hstack(pair))) for pair in pairs]
    assert np.mean(seen) > 0.6


def test_one_digit_is_one_thing_even_in_two_strokes(mnist: engine.Dataset) -> None:
    assert np.mean([shows_several(image) for image in mnist.valid.images[:3000]]) < 0.002
    assert not shows_several(np.zeros((28, 28), np.uint8))
