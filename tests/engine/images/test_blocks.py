"""Enlarged pixels become pixels again, whatever the blocks' size; pictures of lines stay."""

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest
from numpy.typing import NDArray

import engine
from engine.images.blocks import without_blocks
from engine.images.pixels import prepare_image

NEAREST = PIL.Image.Resampling.NEAREST


def enlarged(image: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    return np.asarray(PIL.Image.fromarray(image).resize((width, height), NEAREST))


@pytest.mark.parametrize(("width", "height"), [(112, 112), (280, 280), (369, 369), (150, 210)])
def test_blocks_become_the_pixels_that_they_were(
    mnist: engine.Dataset, width: int, height: int
) -> None:
    for image in mnist.valid.images[:20]:
        found = without_blocks(enlarged(image, width, height) / 255)
        np.testing.assert_array_equal(np.rint(found * 255), image)


def test_an_enlarged_image_of_mnists_comes_back_unchanged(mnist: engine.Dataset) -> None:
    for image in mnist.valid.images[:20]:
        np.testing.assert_array_equal(prepare_image(enlarged(image, 308, 308)), image)


def test_a_part_of_a_block_at_the_edge_counts_if_its_middle_is_there() -> None:
    few = np.random.default_rng(0).integers(0, 256, (9, 9)).astype(np.uint8)
    blocks = np.kron(few, np.ones((20, 20), np.uint8)) / 255
    np.testing.assert_array_equal(np.rint(without_blocks(blocks[6:, 14:-6]) * 255), few[:, 1:])


def test_lines_and_grain_stay_as_they_are() -> None:
    page = PIL.Image.new("L", (200, 200), 255)
    PIL.ImageDraw.Draw(page).line([(20, 30), (150, 40), (60, 180)], 0, 9)
    drawn = np.asarray(page) / 255
    grain = np.random.default_rng(0).normal(0.5, 0.1, (200, 300))
    for picture in (drawn, grain, np.zeros((50, 50)), drawn[:1, :1]):
        assert without_blocks(picture) is picture
