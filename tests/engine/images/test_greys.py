"""Pictures -> greys: ranges, channels, sizes."""

import numpy as np
import PIL.Image
import pytest
from numpy.typing import NDArray

from engine.errors import DataError
from engine.images.greys import greys


@pytest.mark.parametrize(
    ("array", "expected"),
    [
        (np.array([[0, 255]], np.uint8), [0, 1]),
        (np.array([[0, 1]], np.uint8), [0, 1]),
        (np.array([[False, True]]), [0, 1]),
        (np.array([[0, 128]], np.int64), [0, 128 / 255]),
        (np.array([[0, 65535]], np.uint16), [0, 1]),
        (np.array([[0.0, 0.5]]), [0, 0.5]),
        (np.array([[-1.0, 0.5]]), [0, 0.75]),
        (np.array([[0.0, 2.0]]), [0, 1]),
        (np.array([[0.0, 8.0]]), [0, 0.5]),
        (np.array([[0.0, 1e6]]), [0, 1]),
        (np.array([[0, 12]], np.uint8), [0, 0.75]),
        (np.array([[0, 17]], np.uint8), [0, 17 / 255]),
        (np.array([[0, 12, *[0] * 15]], np.uint8), [0, 12 / 255, *[0] * 15]),
    ],
)
def test_numbers_of_any_usual_range_become_0_to_1(
    array: NDArray[np.generic], expected: list[float]
) -> None:
    np.testing.assert_allclose(greys(array)[0], expected, atol=1e-6)


def test_a_large_photo_is_shrunk_in_both_directions() -> None:
    photo = PIL.Image.new("RGB", (4000, 3000), (250, 250, 250))
    photo.paste((0, 0, 0), (0, 0, 2000, 3000))
    grey = greys(photo)
    assert grey.shape == (600, 800)
    assert grey[:, :399].max() == 0
    assert grey[:, 401:].min() > 0.9


def test_a_cameras_grain_becomes_its_mean() -> None:
    grain = np.random.default_rng(0).normal(200, 5, (1500, 1500))
    assert greys(grain.round().astype(np.uint8)).std() < 3.5 / 255


def test_the_callers_image_is_left_alone() -> None:
    image = PIL.Image.new("RGBA", (1700, 30), (1, 2, 3, 4))
    before = image.tobytes()
    greys(image)
    assert (image.size, image.mode, image.tobytes()) == ((1700, 30), "RGBA", before)


@pytest.mark.parametrize("ink", [(255, 255, 0), (0, 255, 255), (255, 0, 255)])
def test_coloured_ink_is_seen_through_the_channel_that_shows_it(ink: tuple[int, int, int]) -> None:
    colour = np.full((20, 20, 3), 255, np.uint8)
    colour[5:15, 8:12] = ink
    grey = greys(colour)
    assert grey[10, 10] == 0
    assert grey[0, 0] == 1


@pytest.mark.parametrize(
    "mode",
    [
        *("1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr", "LAB"),
        *("HSV", "I", "F", "I;16", "I;16L", "I;16B", "I;16N"),
    ],
)
def test_pictures_of_every_mode_are_read(mode: str) -> None:
    grey = PIL.Image.new("L", (60, 40), 255)
    grey.paste(0, (20, 10, 40, 30))
    if mode.startswith("I;16"):
        order = ">u2" if mode.endswith("B") else "<u2"
        data = (np.asarray(grey).astype(order) * 257).tobytes()
        picture = PIL.Image.frombytes(mode, grey.size, data)
    else:
        first = {"La": "LA", "PA": "LA", "RGBa": "RGBA", "LAB": "RGB", "HSV": "RGB"}.get(mode, mode)
        picture = grey.convert(first).convert(mode)
    np.testing.assert_allclose(greys(picture), np.asarray(grey) / 255, atol=0.02)


def test_a_closed_picture_and_ragged_rows_are_refused() -> None:
    closed = PIL.Image.new("L", (60, 40))
    closed.close()
    with pytest.raises(DataError, match="can't be read: Operation on closed image"):
        greys(closed)
    with pytest.raises(DataError, match="all be the same length"):
        greys([[1, 2], [3]])  # type: ignore[arg-type]
