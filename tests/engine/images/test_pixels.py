"""Any bitmap -> 28x28: MNIST itself and the drawn strokes are the oracles."""

import io
from pathlib import Path

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import engine
from engine.errors import DataError
from engine.images.ink import Sketch
from engine.images.pixels import prepare_image
from engine.images.unipen import PenDigit, read_unipen
from tests.mostly_long import mostly_long

Image = NDArray[np.uint8]
Floats = NDArray[np.float64]

DIGITS = read_unipen(Path(__file__).parents[2] / "data" / "pen_digits.unipen")


def mean_difference(one: Image, other: Image) -> float:
    return float(np.abs(one.astype(float) - other).mean())


def centre_of_mass(image: Image) -> Floats:
    ink = image / image.sum()
    return np.array([ink.sum(axis=0) @ np.arange(28), ink.sum(axis=1) @ np.arange(28)])


def written(
    digit: PenDigit, size: tuple[int, int], side: float, corner: tuple[float, float], width: float
) -> Floats:
    """Draw a digit with Pillow, an oracle that knows no `ink`: (height, width), 1 is ink."""
    points = np.concatenate(digit.strokes)
    low, extent = points.min(axis=0), np.ptp(points, axis=0).max()
    picture = PIL.Image.new("L", (size[0] * 4, size[1] * 4))
    pen = PIL.ImageDraw.Draw(picture)
    for stroke in digit.strokes:
        line = ((stroke - low) / extent * (side - width) + np.array(corner) + width / 2) * 4
        pen.line([tuple(point) for point in line.tolist()], 255, round(width * 4))
        for x, y in line.tolist():
            pen.ellipse((x - width * 2, y - width * 2, x + width * 2, y + width * 2), 255)
    return np.asarray(picture.reduce(4)) / 255


def photo(digit: PenDigit, rng: np.random.Generator) -> PIL.Image.Image:
    """Photograph a digit in pen on yellowish paper, in uneven light, with grain, as a JPEG."""
    ink = written(digit, (640, 480), 210, (rng.uniform(40, 380), rng.uniform(40, 220)), 16)[
        ..., None
    ]
    scene = np.array([235, 228, 200]) * (1 - ink) + np.array([45, 50, 90]) * ink
    across, down = np.meshgrid(np.linspace(0, 1, 640), np.linspace(0, 1, 480))
    light = 1 - 0.45 * (across if rng.random() < 0.5 else down) - 0.1 * down
    scene = scene * light[..., None] + rng.normal(0, 5, scene.shape)
    packed = io.BytesIO()
    PIL.Image.fromarray(scene.clip(0, 255).astype(np.uint8)).save(packed, "JPEG", quality=80)
    return PIL.Image.open(packed)


def cropped(image: Image) -> PIL.Image.Image:
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    box = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return PIL.Image.fromarray(box)


def scanned(image: Image, side: int) -> Image:
    """Return the digit as a coarse scanner gives it: white on black, from edge to edge."""
    box = cropped(image)
    scale = side / max(box.size)
    small = box.resize([max(1, round(length * scale)) for length in box.size])
    scan = PIL.Image.new("L", (side, side))
    scan.paste(small, ((side - small.width) // 2, (side - small.height) // 2))
    return np.asarray(scan)


each_digit = pytest.mark.parametrize(
    "digit",
    mostly_long(DIGITS[::3], range(0, len(DIGITS[::3]), 3)),
    ids=[f"{digit.label}-writer{digit.writer}" for digit in DIGITS[::3]],
)


def test_mnists_images_come_back_unchanged(mnist: engine.Dataset) -> None:
    images = mnist.valid.images[:1500]
    assert all(np.array_equal(prepare_image(image), image) for image in images)


def test_mnists_negatives_and_floats_come_back_as_mnists(mnist: engine.Dataset) -> None:
    for image in mnist.valid.images[:100]:
        np.testing.assert_array_equal(prepare_image(255 - image), image)
        np.testing.assert_array_equal(prepare_image(image / 255), image)
        np.testing.assert_array_equal(prepare_image(image / 127.5 - 1), image)
        np.testing.assert_array_equal(prepare_image(PIL.Image.fromarray(image)), image)


@each_digit
def test_a_drawn_sketch_comes_back_unchanged(digit: PenDigit) -> None:
    image = Sketch(digit.strokes).to_image()
    np.testing.assert_array_equal(prepare_image(image), image)


@each_digit
def test_a_large_picture_of_strokes_becomes_what_the_strokes_become(digit: PenDigit) -> None:
    for size, side, corner in [((300, 280), 200, (30, 50)), ((1100, 800), 450, (600, 100))]:
        picture = 1 - written(digit, size, side, corner, side / 8)
        image = prepare_image((picture * 255).astype(np.uint8))
        assert mean_difference(image, Sketch(digit.strokes).to_image()) < 9
        assert np.abs(centre_of_mass(image) - 14).max() < 0.1


@each_digit
def test_black_on_white_is_white_on_black(digit: PenDigit) -> None:
    picture = (written(digit, (200, 200), 120, (20, 60), 12) * 255).astype(np.uint8)
    assert mean_difference(prepare_image(picture), prepare_image(255 - picture)) < 1


@each_digit
def test_a_photo_in_uneven_light_is_read(digit: PenDigit) -> None:
    image = prepare_image(photo(digit, np.random.default_rng(int(digit.label))))
    assert mean_difference(image, Sketch(digit.strokes).to_image()) < 18


def test_coarse_scans_become_as_mnists(mnist: engine.Dataset) -> None:
    """Means of MNIST's digits read prepared 16x16 scans as well as they read MNIST."""
    train, valid = mnist.train, mnist.valid
    means = np.stack([train.images[train.labels == label].mean(axis=0) for label in range(10)])

    def read(images: Image) -> NDArray[np.intp]:
        distances = ((images[:, None] - means) ** 2).sum(axis=(2, 3))
        return np.asarray(distances.argmin(axis=1), np.intp)

    originals, labels = valid.images[:600], valid.labels[:600]
    scans = np.stack([prepare_image(scanned(image, 16)) for image in originals])
    assert (read(scans) == labels).mean() > (read(originals) == labels).mean() - 0.02
    assert np.mean([mean_difference(*pair) for pair in zip(scans, originals, strict=True)]) < 10


@pytest.mark.parametrize("steps", [16, 256])
@pytest.mark.parametrize("dtype", mostly_long([np.uint8, np.int64, np.float64], {0}))
def test_digits_of_8_by_8_are_read_in_16_steps_and_in_256(
    mnist: engine.Dataset, dtype: type[np.generic], steps: int
) -> None:
    """Each pixel counts the ink in a small square, as in the digits of scikit-learn."""
    few = mnist.valid.images[:200]
    images = np.stack(
        [prepare_image((coarse(digit) // (256 // steps)).astype(dtype)) for digit in few]
    )
    assert images.any(axis=(1, 2)).all()
    answers = engine.Classifier.starter("mnist").predict_batch(images).argmax(axis=1)
    assert (answers == mnist.valid.labels[:200]).mean() > 0.9


def coarse(digit: Image) -> Image:
    """Shrink the 20 px of an MNIST digit to 8x8."""
    box = PIL.Image.fromarray(digit[4:24, 4:24])
    return np.asarray(box.resize((8, 8), PIL.Image.Resampling.BOX))


@pytest.mark.parametrize("low", [-1.0, 0.0])
@pytest.mark.parametrize("high", [1.0, 2.0, 16.0, 255.0])
def test_the_range_of_the_numbers_does_not_matter(
    low: float, high: float, mnist: engine.Dataset
) -> None:
    scan = scanned(mnist.valid.images[0], 16)
    numbers = scan / 255.0 * high if low == 0 else scan / 255.0 * 2 * high - high
    assert mean_difference(prepare_image(numbers), prepare_image(scan)) < 1
    assert mean_difference(prepare_image(numbers.astype(np.float32)), prepare_image(scan)) < 1


def test_every_usual_mode_and_number_type_is_read() -> None:
    grey = ((1 - written(DIGITS[20], (90, 120), 80, (5, 15), 9)) * 255).astype(np.uint8)
    expected = prepare_image(grey)
    picture = PIL.Image.fromarray(grey)
    for mode in ("RGB", "RGBA", "LA", "P", "CMYK", "I", "F", "HSV", "YCbCr"):
        assert mean_difference(prepare_image(picture.convert(mode)), expected) < 3, mode
    deep = grey.astype(np.uint16) * 257
    for array in (deep, grey.astype(np.int64), grey[:, :, None], grey[None], deep / 65535):
        assert mean_difference(prepare_image(array), expected) < 1
    assert mean_difference(prepare_image(PIL.Image.fromarray(deep)), expected) < 1
    sharp = prepare_image(grey > 127)
    assert (
        mean_difference(prepare_image(picture.convert("1", dither=PIL.Image.Dither.NONE)), sharp)
        < 1
    )
    assert mean_difference(sharp, expected) < 6


@pytest.mark.parametrize("tone", [(0, 0, 0), (255, 255, 255), (200, 30, 30)])
def test_a_transparent_picture_shows_its_ink(tone: tuple[int, int, int]) -> None:
    ink = written(DIGITS[9], (120, 120), 90, (10, 20), 10)
    layers = np.zeros((120, 120, 4), np.uint8)
    layers[:, :, :3] = tone
    layers[:, :, 3] = (ink * 255).astype(np.uint8)
    expected = prepare_image(1 - ink)
    assert mean_difference(prepare_image(PIL.Image.fromarray(layers)), expected) < 2
    assert mean_difference(prepare_image(layers), expected) < 2


@pytest.mark.parametrize("tone", [(255, 235, 60), (20, 60, 200), (230, 60, 60), (150, 150, 150)])
def test_coloured_and_pale_ink_is_seen(tone: tuple[int, int, int]) -> None:
    ink = written(DIGITS[30], (160, 160), 120, (15, 20), 12)[..., None]
    colour = (255 * (1 - ink) + np.array(tone) * ink).astype(np.uint8)
    assert mean_difference(prepare_image(colour), prepare_image(1 - ink)) < 3


def test_a_cameras_note_on_how_it_was_held_is_heeded() -> None:
    upright = ((1 - written(DIGITS[28], (200, 150), 110, (50, 20), 11)) * 255).astype(np.uint8)
    lying = PIL.Image.fromarray(np.ascontiguousarray(np.rot90(upright)))
    note = PIL.Image.Exif()
    note[0x0112] = 6  # to be shown turned clockwise by a quarter
    packed = io.BytesIO()
    lying.save(packed, "PNG", exif=note)
    image = prepare_image(PIL.Image.open(packed))
    assert mean_difference(image, prepare_image(upright)) < 1


def test_specks_and_a_drawn_frame_are_left_out() -> None:
    picture = written(DIGITS[12], (240, 240), 120, (60, 60), 13)
    expected = prepare_image(1 - picture)
    picture[30:34, 200:204] = 1
    picture[210, 20] = 1
    assert mean_difference(prepare_image(1 - picture), expected) < 1
    picture[:3] = picture[-3:] = picture[:, :3] = picture[:, -3:] = 1
    assert mean_difference(prepare_image(1 - picture), expected) < 1


def test_a_hairline_and_a_marker_come_nearer_to_mnists_lines() -> None:
    def ink_of(width: float) -> float:
        picture = written(DIGITS[5], (400, 400), 320, (40, 40), width)
        return float(prepare_image(1 - picture).mean())

    usual = Sketch(DIGITS[5].strokes).to_image().mean()
    assert 0.45 * usual < ink_of(4) < ink_of(40) < ink_of(90) < 1.75 * usual


@settings(max_examples=25, deadline=None)
@given(
    digit=st.sampled_from(DIGITS),
    side=st.floats(60, 200),
    place=st.tuples(st.floats(0.05, 0.95), st.floats(0.05, 0.95)),
)
def test_place_and_size_in_the_picture_do_not_matter(
    digit: PenDigit, side: float, place: tuple[float, float]
) -> None:
    corner = ((300 - side) * place[0], (260 - side) * place[1])
    image = prepare_image(1 - written(digit, (300, 260), side, corner, side / 8))
    reference = prepare_image(1 - written(digit, (300, 260), 200, (50, 30), 25))
    assert mean_difference(image, reference) < 6


@pytest.mark.parametrize(
    "blank",
    [
        np.zeros((28, 28), np.uint8),
        np.full((16, 16), 255, np.uint8),
        np.full((480, 640, 3), 200, np.uint8),
        np.full((8, 8), -1.0),
        np.ones((50, 50), bool),
        PIL.Image.new("RGBA", (40, 40)),
        np.full((300, 400), 0.5) + np.linspace(0, 0.02, 400),
    ],
    ids=lambda blank: f"{type(blank).__name__}-{getattr(blank, 'dtype', '')}",
)
def test_a_blank_picture_has_no_ink(blank: Image | PIL.Image.Image) -> None:
    image = prepare_image(blank)
    assert image.shape == (28, 28)
    assert not image.any()


def test_grainy_blank_paper_has_no_ink() -> None:
    grain = np.random.default_rng(2).normal(0, 4, (480, 640))
    paper = 210 - np.linspace(0, 60, 640) + grain
    assert not prepare_image(paper.clip(0, 255).astype(np.uint8)).any()


@pytest.mark.parametrize(
    ("array", "says"),
    [
        (np.zeros(784), r"shape .* not \(784,\)"),
        (np.zeros((5, 28, 28)), "must have the shape"),
        (np.zeros((2, 3, 4, 5)), "must have the shape"),
        (np.zeros((0, 28)), "no pixels"),
        (np.full((28, 28), np.nan), "not finite numbers"),
        (np.array([["a", "b"]]), "consist of numbers"),
    ],
)
def test_what_is_no_picture_is_refused(array: NDArray[np.generic], says: str) -> None:
    with pytest.raises(DataError, match=says):
        prepare_image(array)


@settings(max_examples=80, deadline=None)
@given(
    shape=st.tuples(st.integers(1, 70), st.integers(1, 70)),
    seed=st.integers(0, 9999),
    share=st.floats(0, 1),
)
def test_any_array_gives_an_image(shape: tuple[int, int], seed: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    array = np.where(rng.random(shape) < share, rng.integers(0, 256, shape), 255).astype(np.uint8)
    image = prepare_image(array)
    assert image.shape == (28, 28)
    assert image.dtype == np.uint8


def test_a_1_that_fills_a_small_scan_keeps_its_ink() -> None:
    """Half of what counts as its paper is the line's soft edge, which is no grain."""
    row = np.array([0, 0, 0, 29, 29, 29, 254, 254, 254, 254, 254, 254, 254, 109, 109, 109])
    image = prepare_image(np.tile(row, (16, 1)).astype(np.uint8))
    assert image[14, 14] == 255


@pytest.mark.parametrize("off", [(1, 0), (0, -2), (-2, 2)])
def test_an_image_like_mnists_but_for_its_place_is_put_right(
    mnist: engine.Dataset, off: tuple[int, int]
) -> None:
    for image in mnist.valid.images[:5]:
        put = prepare_image(np.roll(image, off, axis=(0, 1)))
        assert np.abs(centre_of_mass(put) - 14).max() < 0.05


@pytest.mark.parametrize("size", [(5_000_000, 1), (1, 5_000_000)])
def test_a_picture_of_one_row_is_read_by_itself(size: tuple[int, int]) -> None:
    """Not with black rows that aren't there, as many as it has pixels in a row."""
    assert prepare_image(PIL.Image.new("1", size, 1)).max() == 0
