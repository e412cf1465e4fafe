"""Pads and frames: what they enclose is read alone, and boxy digits are no frames."""

from itertools import pairwise

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest
from numpy.typing import NDArray

import engine
from engine.images.frame import inside_of_frame
from engine.images.pixels import prepare_image
from tests.mostly_long import mostly_long

Floats = NDArray[np.float64]

STROKES = {  # of digits as a clock shows them, on a grid of 1 by 2
    "0": [[(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)]],
    "1": [[(1, 0), (1, 2)]],
    "6": [[(1, 0), (0, 0), (0, 2), (1, 2), (1, 1), (0, 1)]],
    "8": [[(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)], [(0, 1), (1, 1)]],
    "9": [[(1, 1), (0, 1), (0, 0), (1, 0), (1, 2), (0, 2)]],
}


def ink_of(image: NDArray[np.uint8], size: tuple[int, int], side: int = 180) -> Floats:
    """Return an MNIST digit in the middle of a large sheet: (height, width), 1 is ink."""
    large = PIL.Image.fromarray(image).resize((side, side), PIL.Image.Resampling.BICUBIC)
    ink = np.zeros(size)
    top, left = (size[0] - side) // 2, (size[1] - side) // 2
    ink[top : top + side, left : left + side] = np.asarray(large) / 255
    return ink


def pad(ink: Floats, page: float, paper: float, pen: float, margin: int) -> Floats:
    """Return a screenshot: a page, and a pad on it with a margin all around; tones from 0 to 1."""
    return np.pad(paper + (pen - paper) * ink, margin, constant_values=page)


def framed(ink: Floats, inset: int, line: int, tone: float) -> Floats:
    """Draw a frame on white paper, `inset` pixels from the edge."""
    grey = np.minimum(1 - ink, 1 - tone)
    grey[inset + line : -inset - line, inset + line : -inset - line] = 1
    grey[:inset] = grey[-inset:] = grey[:, :inset] = grey[:, -inset:] = 1
    return np.minimum(grey, 1 - ink)


def boxy(digit: str, size: tuple[int, int], line: int, joint: str | None = None) -> Floats:
    """Draw a digit of straight strokes, as a clock or an unsteady mouse does: 1 is ink."""
    picture = PIL.Image.new("L", (400, 400))
    pen = PIL.ImageDraw.Draw(picture)
    start = np.array([(400 - size[0]) / 2, (400 - size[1]) / 2])
    for stroke in STROKES[digit]:
        points = start + np.array(stroke) * np.array([size[0], size[1] / 2])
        pen.line([tuple(point) for point in points.tolist()], 255, line, joint)
        for x, y in points.tolist():
            reach = line / 2
            box = (x - reach, y - reach, x + reach, y + reach)
            pen.rectangle(box, 255) if joint is None else pen.ellipse(box, 255)
    return np.asarray(picture) / 255


def bytes_of(grey: Floats) -> NDArray[np.uint8]:
    return np.rint(grey * 255).astype(np.uint8)


def check_alike(picture: Floats, clean: Floats, most: float = 2) -> None:
    one, other = prepare_image(bytes_of(picture)), prepare_image(bytes_of(clean))
    assert np.abs(one.astype(float) - other).mean() < most


@pytest.mark.parametrize("margin", mostly_long([12, 25, 60], {0}))
@pytest.mark.parametrize(
    ("page", "paper", "pen"),
    mostly_long([(0.16, 1, 0), (0.8, 1, 0), (0.98, 0, 1), (0.5, 0, 0.9)], {0, 3}),
)
def test_a_pad_in_a_screenshot_is_read_as_the_pad_alone(
    mnist: engine.Dataset, page: float, paper: float, pen: float, margin: int
) -> None:
    for image in mnist.valid.images[:4]:
        ink = ink_of(image, (320, 380))
        check_alike(pad(ink, page, paper, pen, margin), 1 - ink)


@pytest.mark.parametrize("inset", mostly_long([18, 25, 40], {1}))
@pytest.mark.parametrize(("line", "tone"), mostly_long([(3, 0.76), (1, 0.76), (6, 1.0)], {1}))
def test_a_drawn_frame_is_left_out_wherever_it_is(
    mnist: engine.Dataset, inset: int, line: int, tone: float
) -> None:
    for image in mnist.valid.images[:4]:
        ink = ink_of(image, (300, 300), 150)
        check_alike(framed(ink, inset, line, tone), 1 - ink)
        # on dark paper soft edges may count as pale ink, once the frame is cut off: a few greys
        check_alike(1 - framed(ink, inset, line, tone), 1 - ink, most=3)


def test_a_small_digit_on_a_pad_is_found(mnist: engine.Dataset) -> None:
    for image in mnist.valid.images[:2]:
        ink = ink_of(image, (320, 380), 75)
        assert ink.mean() < 0.01
        check_alike(pad(ink, 0.16, 1, 0, 25), 1 - ink)


def test_a_pad_may_be_a_small_part_of_the_picture(mnist: engine.Dataset) -> None:
    ink = ink_of(mnist.valid.images[0], (200, 220), 150)
    check_alike(np.pad(1 - ink, ((40, 160), (30, 220)), constant_values=0.2), 1 - ink)
    ink = ink_of(mnist.valid.images[1], (260, 300), 170)
    check_alike(np.pad(1 - ink, ((90, 350), (300, 180)), constant_values=0.2), 1 - ink)


@pytest.mark.parametrize(("page", "paper", "ink"), [(235, 255, 0), (215, 20, 255)])
@pytest.mark.parametrize("radius", [8, 38])
def test_a_round_pad_below_a_title_bar_is_read_alone(
    mnist: engine.Dataset, page: int, paper: int, ink: int, radius: int
) -> None:
    picture = PIL.Image.new("L", (840, 620), page)
    pen = PIL.ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 840, 34), 70)
    pen.rounded_rectangle((40, 60, 360, 380), radius, paper, 120, 2)
    for top in (90, 150, 210):
        pen.rounded_rectangle((400, top, 500, top + 40), 8, 205, 150)
        pen.text((430, top + 14), "Clear", 40)
    digit = ink_of(mnist.valid.images[0], (180, 180))
    large = PIL.Image.fromarray(bytes_of(digit))
    picture.paste(PIL.Image.new("L", large.size, ink), (110, 130), large)
    check_alike(np.asarray(picture) / 255, np.pad(1 - digit, 60, constant_values=1), most=3)


def test_a_bar_with_words_in_it_is_no_pad(mnist: engine.Dataset) -> None:
    ink = ink_of(mnist.valid.images[0], (400, 300), 180)
    clean = 1 - ink
    window = clean.copy()
    window[:40] = 0.2
    window[12:28, 20:120:4] = 0.9
    check_alike(window, clean)


def test_a_bar_in_the_middle_is_no_pad(mnist: engine.Dataset) -> None:
    grey = np.pad(1 - ink_of(mnist.valid.images[0], (180, 300), 140), ((0, 220), (0, 0)), "edge")
    grey[220:260, 30:270] = 0.2  # 8 % of the picture
    grey[232:248, 50:150:4] = 0.9
    assert inside_of_frame(grey) is grey


def test_a_box_that_is_open_is_no_frame() -> None:
    """A quarter of one side is missing: a 6 or a C by a ruler, with a speck in it."""
    grey = np.ones((300, 300))
    grey[60:240, 60:240] = 0.0
    grey[66:234, 66:234] = 1.0
    grey[66:111, 234:240] = 1.0
    grey[140:160, 140:160] = 0.0
    assert inside_of_frame(grey) is grey


@pytest.mark.parametrize("digit", STROKES)
@pytest.mark.parametrize("size", [(70, 100), (60, 120), (120, 240), (160, 300), (220, 330)])
@pytest.mark.parametrize("line", mostly_long([6, 14, 30, 60], {0, 3}))
@pytest.mark.parametrize("joint", mostly_long([None, "curve"], {1}))
def test_a_digit_like_a_box_is_no_frame(
    digit: str, size: tuple[int, int], line: int, joint: str | None
) -> None:
    ink = boxy(digit, size, line, joint)
    for grey in (1 - ink, ink):
        assert inside_of_frame(grey) is grey


def test_a_boxy_0_by_an_unsteady_hand_is_no_frame() -> None:
    rng = np.random.default_rng(4)
    for line in (5, 12, 24):
        around = np.array([(100, 60), (290, 70), (300, 340), (95, 330), (100, 60)], float)
        points = np.concatenate([np.linspace(*pair, 20) for pair in pairwise(around)])
        points += rng.normal(0, 1.5, points.shape)
        picture = PIL.Image.new("L", (400, 400), 255)
        pen = PIL.ImageDraw.Draw(picture)
        pen.line([tuple(point) for point in points.tolist()], 0, line, "curve")
        grey = np.asarray(picture) / 255
        assert inside_of_frame(grey) is grey


def test_digits_without_a_frame_are_left_whole(mnist: engine.Dataset) -> None:
    for image in mnist.valid.images[:60]:
        grey = 1 - ink_of(image, (300, 300), 280)
        assert inside_of_frame(grey) is grey


def test_a_frame_that_the_digit_crosses_is_left_alone(mnist: engine.Dataset) -> None:
    grey = framed(ink_of(mnist.valid.images[0], (300, 300), 290), 60, 3, 1.0)
    assert inside_of_frame(grey) is grey


@pytest.mark.parametrize("shape", [(4000, 3), (3, 4000), (65, 1), (1, 300), (100, 100)])
def test_any_shape_and_any_blank_sheet_is_let_through(shape: tuple[int, int]) -> None:
    noise = np.random.default_rng(1).random(shape)
    assert inside_of_frame(noise).size
    blank = np.ones(shape)
    assert inside_of_frame(blank) is blank
