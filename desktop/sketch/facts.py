"""What a sketch's file holds for this program: strokes and pictures as JSON, and back. No Qt."""

import base64
import io
import json
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from desktop.sketch.content import Picture
from desktop.sketch.strokes import PLACES, PRESSURE_PLACES, Stroke, rounded

PNG = "data:image/png;base64,"
_LONGEST_CAPTION = 200

Facts = dict[str, Any]

_TEXTS: "WeakKeyDictionary[Stroke | Picture, str]" = WeakKeyDictionary()
_LINKS: "WeakKeyDictionary[Picture, str]" = WeakKeyDictionary()


def stroke_text(stroke: Stroke) -> str:
    """Return a stroke as JSON; it is worked out once, as a history writes it again and again."""
    text = _TEXTS.get(stroke)
    if text is None:
        facts = {
            "width": stroke.width,
            "points": stroke.points.round(PLACES).tolist(),
            "pressures": stroke.pressures.astype(float).round(PRESSURE_PLACES).tolist(),
        }
        text = _TEXTS[stroke] = json.dumps(facts)
    return text


def picture_text(picture: Picture) -> str:
    """Return what the model sees of a picture, and its caption, as JSON; worked out once, too."""
    text = _TEXTS.get(picture)
    if text is None:
        facts = {"image": as_text(png(picture.image)), "caption": picture.caption}
        text = _TEXTS[picture] = json.dumps(facts)
    return text


def colors_link(picture: Picture) -> str:
    """Return a picture's colours as a link with the data in it; empty where it has none."""
    if picture.colors is None:
        return ""
    link = _LINKS.get(picture)
    if link is None:
        link = _LINKS[picture] = PNG + as_text(png(picture.colors))
    return link


def read_stroke(facts: Facts) -> Stroke:
    """Return the stroke of such facts. Raises ValueError, TypeError or LookupError."""
    points = np.array(facts["points"], np.float64)
    pressures = np.array(facts["pressures"], np.float64)
    width = float(facts["width"])
    right = points.ndim == 2 and points.shape[1] == 2 and pressures.shape == (len(points),)
    if not (right and len(points) and np.isfinite(points).all() and 0 < width < 1):
        raise ValueError("no stroke")
    if not (np.abs(points).max() < 100 and (pressures >= 0).all() and (pressures <= 1).all()):
        raise ValueError("no stroke")
    return rounded(Stroke(points, pressures.astype(np.float32), width))


def read_picture(facts: Facts, colors: str) -> Picture:
    """Return the picture of such facts; `colors` is how the file shows it, as a link with data."""
    image = _pixels(facts["image"], "L")
    if image.shape != (28, 28):
        raise ValueError("no picture")
    shown = _pixels(colors.removeprefix(PNG), "RGB") if colors else None
    return Picture(image, shown, str(facts["caption"])[:_LONGEST_CAPTION])


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Return uint8 (H, W) or (H, W, 3) as a PNG file."""
    import PIL.Image

    file = io.BytesIO()
    PIL.Image.fromarray(pixels).save(file, "PNG", compress_level=1)  # the window waits for it
    return file.getvalue()


def as_text(data: bytes) -> str:
    """Return bytes as base64, for JSON and XML."""
    return base64.b64encode(data).decode("ascii")


def _pixels(text: str, mode: str) -> NDArray[np.uint8]:
    import PIL.Image  # late, so that a window without a picture is there sooner

    from engine.images.bitmaps import DAMAGE, TOO_LARGE

    try:
        with PIL.Image.open(io.BytesIO(base64.b64decode(text)), formats=("PNG",)) as image:
            if max(image.size) > 4096:
                raise ValueError("too large")
            return np.asarray(image.convert(mode), np.uint8)
    except (*TOO_LARGE, *DAMAGE) as error:
        raise ValueError("no image") from error
