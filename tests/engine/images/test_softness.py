"""Soft pictures: clean enlargements are told from what a camera saw."""

import numpy as np
import PIL.Image
import PIL.ImageFilter
import pytest

import engine
from engine.images.softness import firmed, is_enlarged


@pytest.mark.parametrize("side", [8, 11])
@pytest.mark.parametrize("way", [PIL.Image.Resampling.BILINEAR, PIL.Image.Resampling.BICUBIC])
def test_few_pixels_that_were_enlarged_are_known(
    mnist: engine.Dataset, side: int, way: PIL.Image.Resampling
) -> None:
    for image in mnist.valid.images[:10]:
        few = PIL.Image.fromarray(image).resize((side, side), PIL.Image.Resampling.BOX)
        large = np.asarray(few.resize((240, 240), way)) / 255
        assert is_enlarged(large)
        assert is_enlarged(1 - large)


def test_a_sharp_picture_one_with_grain_and_one_in_uneven_light_are_not() -> None:
    sharp = np.ones((240, 240))
    sharp[60:180, 110:130] = 0
    rng = np.random.default_rng(0)
    grain = np.full((240, 240), 0.8) + rng.normal(0, 0.02, (240, 240))
    light = np.linspace(0.4, 0.9, 240) * np.ones((240, 1))
    assert not any(is_enlarged(picture) for picture in (sharp, grain, light))


def test_without_its_blur_a_digit_is_much_nearer_to_what_it_was(mnist: engine.Dataset) -> None:
    bicubic, box = PIL.Image.Resampling.BICUBIC, PIL.Image.Resampling.BOX
    left, before = [], []
    for digit in map(PIL.Image.fromarray, mnist.valid.images[:20]):
        blurred = digit.resize((224, 224), bicubic).filter(PIL.ImageFilter.GaussianBlur(8))
        ink = np.asarray(blurred, np.float64) / np.asarray(blurred).max()
        firm = firmed(ink)
        if firm is not None:
            size = firm.shape[::-1]
            soft = np.asarray(PIL.Image.fromarray(ink.astype(np.float32)).resize(size, box))
            sharp = np.asarray(digit.resize(size, bicubic)) / 255
            left.append(np.abs(firm - sharp).mean())
            before.append(np.abs(soft - sharp).mean())
    assert len(left) > 15
    assert np.mean(left) < 0.5 * np.mean(before)
