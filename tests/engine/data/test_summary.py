"""Summaries of images: they say what numpy says of all images at once, however they are cut."""

import numpy as np

import engine
from engine.data.summary import Summary


def test_pieces_add_up_to_the_whole(mnist_sample: engine.Dataset) -> None:
    images = mnist_sample.valid.images
    pieces = Summary.of(images[:700]) + Summary.of(images[700:701]) + Summary.of(images[701:])
    assert pieces.count == len(images)
    np.testing.assert_allclose(pieces.mean, images.mean(axis=0) / 255, atol=1e-6)
    expected = [np.count_nonzero(images == value) for value in (0, 1, 255)]
    assert pieces.histogram[[0, 1, 255]].tolist() == expected
    assert np.isclose(pieces.mean_ink, images.mean(), atol=1e-3)
    assert pieces.paper_share == np.count_nonzero(images == 0) / images.size


def test_no_image_at_all_is_paper() -> None:
    nothing = Summary.of(np.zeros((0, 28, 28), np.uint8))
    assert not nothing.mean.any()
    assert nothing.paper_share == 0
