"""Images of any size and colour become 28x28 greys that still look like themselves."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from numpy.typing import NDArray
from PIL import Image

from engine.data.dataset_images import fit_array, light_paper, read_dataset_image
from engine.data.splits import Dataset
from engine.errors import DataError

Bytes = NDArray[np.uint8]


def pack(image: Image.Image, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def digit(mnist_sample: Dataset) -> Bytes:
    return mnist_sample.train.images[0]


@given(npst.arrays(np.uint8, (28, 28)), st.sampled_from(["PNG", "BMP", "GIF"]))
def test_a_grey_28x28_image_is_taken_as_it_is(image: Bytes, kind: str) -> None:
    pixels = read_dataset_image(pack(Image.fromarray(image), kind), "a")
    assert np.array_equal(pixels, image)


def test_a_grey_jpeg_is_what_its_decoder_says(digit: Bytes) -> None:
    data = pack(Image.fromarray(digit), "JPEG")
    assert np.array_equal(read_dataset_image(data, "a"), Image.open(io.BytesIO(data)))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P"])
def test_greys_kept_in_colours_come_out_unchanged(digit: Bytes, mode: str) -> None:
    pixels = read_dataset_image(pack(Image.fromarray(digit).convert(mode)), "a")
    assert np.array_equal(pixels, digit)


def test_black_and_white_become_0_and_255(digit: Bytes) -> None:
    data = pack(Image.fromarray(digit > 127))
    assert np.array_equal(read_dataset_image(data, "a"), np.where(digit > 127, 255, 0))


def test_sixteen_bits_become_eight(digit: Bytes) -> None:
    data = pack(Image.fromarray(digit.astype(np.uint16) * 257))
    assert np.array_equal(read_dataset_image(data, "a"), digit)


def test_bytes_in_thirty_two_bits_stay_what_they_are(digit: Bytes) -> None:
    tiff = pack(Image.fromarray(digit.astype(np.int32)), "TIFF")
    assert np.array_equal(read_dataset_image(tiff, "a"), digit)


def test_colours_count_by_their_brightness() -> None:
    colours = {"red": 76, "lime": 150, "blue": 29, "white": 255}  # ITU-R 601
    for colour, grey in colours.items():
        pixels = read_dataset_image(pack(Image.new("RGB", (28, 28), colour)), "a")
        assert abs(int(pixels[5, 5]) - grey) <= 1


@pytest.mark.parametrize(("ink", "inverted"), [(255, False), (0, True)])
def test_transparency_becomes_the_paper_that_the_ink_shows_on(
    digit: Bytes, ink: int, inverted: bool
) -> None:
    sheet = Image.new("LA", (28, 28), (ink, 0))
    sheet.putalpha(Image.fromarray(digit))
    found = read_dataset_image(pack(sheet), "a").astype(int)
    assert np.abs(found - (255 - digit.astype(int) if inverted else digit)).max() <= 1


def test_a_fully_transparent_image_is_empty() -> None:
    found = read_dataset_image(pack(Image.new("RGBA", (28, 28), (9, 9, 9, 0))), "a")
    assert len(np.unique(found)) == 1


@pytest.mark.parametrize("times", [2, 3, 10])
def test_an_enlarged_digit_comes_back_unchanged(digit: Bytes, times: int) -> None:
    large = np.kron(digit, np.ones((times, times), np.uint8))
    assert np.array_equal(fit_array(large), digit)


@pytest.mark.parametrize("shape", [(8, 8), (20, 40), (300, 100), (1, 500), (500, 1), (1, 1)])
def test_any_shape_fits_in_and_keeps_its_paper(shape: tuple[int, int]) -> None:
    found = fit_array(np.full(shape, 200, np.uint8))
    assert found.shape == (28, 28)
    assert found.min() == found.max() == 200


def test_a_long_image_keeps_its_proportions() -> None:
    wide = np.zeros((50, 100), np.uint8)
    wide[5:45, 5:95] = 255
    rows, columns = np.nonzero(fit_array(wide) > 127)
    assert abs(np.ptp(columns) + 1 - 0.9 * 28) <= 1
    assert abs(np.ptp(rows) + 1 - 0.4 * 28) <= 1
    assert abs(rows.mean() - 13.5) <= 0.5


def test_a_photo_is_turned_upright() -> None:
    photo = np.zeros((56, 56, 3), np.uint8)
    photo[:28] = 255
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright: turn it by 90 degrees clockwise
    buffer = io.BytesIO()
    Image.fromarray(photo).save(buffer, "JPEG", exif=exif)
    found = read_dataset_image(buffer.getvalue(), "a")
    assert found[:, 20:].min() > 200
    assert found[:, :8].max() < 50


def test_a_large_photo_is_its_own_small_version(digit: Bytes) -> None:
    large = Image.fromarray(np.kron(digit, np.ones((80, 80), np.uint8)))
    found = read_dataset_image(pack(large, "JPEG"), "a")
    assert np.abs(found.astype(int) - digit).mean() < 1


def test_the_first_frame_of_an_animation_is_taken(digit: Bytes) -> None:
    buffer = io.BytesIO()
    frames = [Image.fromarray(frame) for frame in (digit, 255 - digit)]
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    assert np.array_equal(read_dataset_image(buffer.getvalue(), "a"), digit)


def test_light_paper_is_seen_at_the_edge(mnist_sample: Dataset) -> None:
    digits = mnist_sample.train.images[:50]
    noise = np.random.default_rng(0).integers(0, 256, (9, 28, 28), np.uint8)
    assert light_paper(255 - digits).all()
    assert not light_paper(digits).any()
    assert not light_paper(noise).any()


def png(width: int, height: int, data: bytes, kind: int = 0) -> bytes:
    """Return a PNG, grey as a rule, with a true check sum for each part, whatever it claims."""
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", data))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in (*parts, (b"IEND", b""))
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not an image",
        b"\x89PNG\r\n\x1a\n",
        png(28, 28, b"not packed"),
        png(28, 28, zlib.compress(b"\0" * 100)),
        png(28, 28, zlib.compress(b"\0" * 29 * 28), 3),  # Pillow asserts that it has a palette
        png(60_000, 60_000, zlib.compress(b"\0")),  # Pillow itself refuses
        png(10_000, 10_000, zlib.compress(b"\0")),  # Pillow only warns
        png(8_000, 8_000, zlib.compress(b"\0")),  # Pillow lets it pass
        b"II*\0" + b"\0" * 100,
    ],
    ids=["empty", "text", "head", "garbage", "short", "colours", "bomb", "large", "over", "tiff"],
)
def test_what_is_no_image_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^mine/3/a\.png .*: "):
        read_dataset_image(data, "mine/3/a.png")


@given(cut=st.integers(0, 250))
def test_a_png_cut_short_is_refused(cut: int) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (28, 28), np.uint8)
    with pytest.raises(DataError):
        read_dataset_image(pack(Image.fromarray(noise))[:cut], "a")


SEEDS = [
    pack(Image.fromarray(np.arange(784, dtype=np.uint8).reshape(28, 28)).convert(mode), kind)
    for kind, mode in (("PNG", "L"), ("PNG", "P"), ("JPEG", "RGB"), ("GIF", "L"), ("BMP", "RGB"))
]


@given(
    data=st.sampled_from(SEEDS),
    edits=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8),
)
def test_a_damaged_file_gives_an_image_or_our_error(
    data: bytes, edits: list[tuple[int, int]]
) -> None:
    damaged = bytearray(data)
    for place, value in edits:
        damaged[place % len(data)] = value
    try:
        found = read_dataset_image(bytes(damaged), "a")
    except DataError:
        return
    assert found.shape == (28, 28)


def test_nothing_is_left_open(digit: Bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(digit).save(path)
    read_dataset_image(path.read_bytes(), "a")
    path.unlink()  # fails on Windows while someone holds it
