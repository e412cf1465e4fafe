"""Random pictures of every mode and number type, to find what `prepare_image` can't stand.

Each comes from its own number, so one that failed can be made again:

    python -m tests.attacks.test_random_pictures --count 100000 --first 0
"""

import argparse
import sys
import traceback
import warnings

import numpy as np
import PIL.Image
import PIL.ImageDraw
from numpy.typing import NDArray

import engine
from engine.images.parting import MOST_DIGITS

Picture = PIL.Image.Image | NDArray[np.generic]
Rng = np.random.Generator

_MODES = ("1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "LAB", "HSV")
_PRECISE = ("I", "F", "I;16")
_TYPES = (np.bool_, np.uint8, np.int16, np.uint16, np.int64, np.float16, np.float32, np.float64)


def random_picture(number: int) -> Picture:
    """Return the picture of that number: noise, lines, blobs, ramps or several of them."""
    rng = np.random.default_rng(number)
    width, height = _size(rng)
    picture = PIL.Image.new("RGB", (width, height), _colour(rng))
    for _ in range(int(rng.integers(0, 4))):
        _MARKS[int(rng.integers(len(_MARKS)))](picture, rng)
    if rng.random() < 0.3:
        return _as_array(picture, rng)
    return _in_mode(picture, rng)


def _size(rng: Rng) -> tuple[int, int]:
    most = [30, 90, 300, 600, 3000][int(rng.choice(5, p=(0.3, 0.39, 0.25, 0.055, 0.005)))]
    return int(rng.integers(1, most + 1)), int(rng.integers(1, most + 1))


def _colour(rng: Rng) -> tuple[int, int, int]:
    grey = int(rng.choice((0, 255, int(rng.integers(256)))))
    return (grey, grey, grey) if rng.random() < 0.7 else tuple(rng.integers(0, 256, 3).tolist())


def _place(picture: PIL.Image.Image, rng: Rng) -> tuple[int, int]:
    return int(rng.integers(-9, picture.width + 9)), int(rng.integers(-9, picture.height + 9))


def _lines(picture: PIL.Image.Image, rng: Rng) -> None:
    points = [_place(picture, rng) for _ in range(int(rng.integers(2, 9)))]
    width = int(rng.choice((1, 1, 2, 3, 1 + max(picture.size) // 12)))
    PIL.ImageDraw.Draw(picture).line(points, _colour(rng), width)


def _blobs(picture: PIL.Image.Image, rng: Rng) -> None:
    pen = PIL.ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(1, 6))):
        (left, top), (right, bottom) = _place(picture, rng), _place(picture, rng)
        box = (min(left, right), min(top, bottom), max(left, right), max(top, bottom))
        (pen.ellipse if rng.random() < 0.5 else pen.rectangle)(box, _colour(rng), _colour(rng))


def _rules(picture: PIL.Image.Image, rng: Rng) -> None:
    pen, colour = PIL.ImageDraw.Draw(picture), _colour(rng)
    for at in range(0, picture.height, int(rng.integers(2, 40))):
        pen.line((0, at, picture.width, at), colour)


def _noise(picture: PIL.Image.Image, rng: Rng) -> None:
    pixels = np.asarray(picture) + rng.normal(0, rng.choice((1, 5, 60)), (*picture.size[::-1], 3))
    picture.paste(PIL.Image.fromarray(pixels.clip(0, 255).astype(np.uint8)))


def _ramp(picture: PIL.Image.Image, rng: Rng) -> None:
    left, right = rng.uniform(0, 1, 2)
    light = np.linspace(left, right, picture.width)[None, :, None]
    picture.paste(PIL.Image.fromarray((np.asarray(picture) * light).astype(np.uint8)))


_MARKS = (_lines, _lines, _blobs, _rules, _noise, _ramp)


def _in_mode(picture: PIL.Image.Image, rng: Rng) -> PIL.Image.Image:
    if rng.random() < 0.2:
        return picture.convert("L").convert(_PRECISE[int(rng.integers(len(_PRECISE)))])
    mode = _MODES[int(rng.integers(len(_MODES)))]
    first = {"La": "LA", "PA": "LA", "LAB": "RGB", "HSV": "RGB"}.get(mode, mode)
    found = picture.convert(first).convert(mode)
    if mode in ("LA", "RGBA"):
        alpha = PIL.Image.fromarray(rng.integers(0, 256, picture.size[::-1]).astype(np.uint8))
        found.putalpha(alpha)
    return found


def _as_array(picture: PIL.Image.Image, rng: Rng) -> NDArray[np.generic]:
    array = np.asarray(picture if rng.random() < 0.4 else picture.convert("L"))
    kind = _TYPES[int(rng.integers(len(_TYPES)))]
    scale = float(rng.choice((1 / 255, 1, 257))) if kind is not np.uint8 else 1.0
    shifted = array * scale - (float(rng.choice((0, 1))) if kind is not np.uint8 else 0.0)
    with np.errstate(over="ignore", invalid="ignore"):
        return shifted.clip(-32768, 32767).astype(kind)


def failures(numbers: range) -> list[int]:
    """Prepare the pictures of these numbers; return those that warn or give no image."""
    found = []
    for number in numbers:
        picture = random_picture(number)
        try:
            with warnings.catch_warnings(action="error"):
                image = engine.prepare_image(picture)
                digits = [image] if number % 4 else engine.prepare_several(picture)
            assert image.shape == (28, 28)
            assert image.dtype == np.uint8
            assert len(digits) <= MOST_DIGITS
            assert all(digit.shape == (28, 28) and digit.any() for digit in digits[1:])
        except Exception:
            traceback.print_exc()
            print(f"picture {number} failed", file=sys.stderr, flush=True)
            found.append(number)
    return found


def test_any_picture_gives_an_image() -> None:
    assert failures(range(50)) == []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    found = failures(range(options.first, options.first + options.count))
    print(f"{options.count} pictures, {len(found)} failed {found[:20]}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
