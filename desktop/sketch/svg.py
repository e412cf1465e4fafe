"""A sketch as an SVG file that any program can show, and that this one opens as it was. No Qt.

The curves are for others; beside them, in the file's metadata, stand the points as they were drawn.
"""

import base64
import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.sketch.content import Content, Picture
from desktop.sketch.strokes import Stroke
from desktop.sketch.svg_reading import LARGEST_BYTES, read_parts
from engine.errors import DataError
from engine.images.curve import bezier_pieces

_SVG, _OURS = "http://www.w3.org/2000/svg", "urn:inkgrad:sketch"
_INK = "#1b1e22"
_UNIT_PX = 512
_LONGEST_CAPTION = 200
_PNG = "data:image/png;base64,"
_DAMAGE = (ET.ParseError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError)

ET.register_namespace("", _SVG)
ET.register_namespace("inkgrad", _OURS)


def to_svg(content: Content) -> bytes:
    """Return the sketch as an SVG file on white paper."""
    x, y, width, height = (f"{value:.5g}" for value in content.box())
    size = {"width": f"{_UNIT_PX * float(width):.0f}", "height": f"{_UNIT_PX * float(height):.0f}"}
    root = ET.Element(f"{{{_SVG}}}svg", {"viewBox": f"{x} {y} {width} {height}", **size})
    metadata = ET.SubElement(root, f"{{{_SVG}}}metadata")
    ET.SubElement(metadata, f"{{{_OURS}}}sketch").text = json.dumps(_facts(content))
    paper = {"x": x, "y": y, "width": width, "height": height, "fill": "#ffffff"}
    ET.SubElement(root, f"{{{_SVG}}}rect", paper)
    if content.picture:
        _add_picture(root, content.picture)
    for stroke in content.strokes:
        _add_stroke(root, stroke)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def from_svg(data: bytes) -> Content:
    """Return the sketch in a file that `to_svg` wrote. Raises DataError for any other."""
    if len(data) > LARGEST_BYTES:
        raise DataError("sketch_too_large")
    try:
        facts, href = read_parts(data, f"{{{_OURS}}}sketch", f"{{{_SVG}}}image")
        picture = _picture(facts["picture"], href) if facts["picture"] else None
        return Content(tuple(_stroke(stroke) for stroke in facts["strokes"]), picture)
    except _DAMAGE as error:
        raise DataError("damaged") from error


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Return uint8 (H, W) or (H, W, 3) as a PNG file."""
    import PIL.Image

    file = io.BytesIO()
    PIL.Image.fromarray(pixels).save(file, "PNG", compress_level=1)  # the window waits for it
    return file.getvalue()


def _facts(content: Content) -> dict[str, Any]:
    strokes = [
        {
            "width": stroke.width,
            "points": stroke.points.round(5).tolist(),
            "pressures": stroke.pressures.astype(float).round(3).tolist(),
        }
        for stroke in content.strokes
    ]
    return {"strokes": strokes, "picture": _picture_facts(content.picture)}


def _picture_facts(picture: Picture | None) -> dict[str, Any] | None:
    if picture is None:
        return None
    return {"image": _text(png(picture.image)), "caption": picture.caption}


def _stroke(facts: dict[str, Any]) -> Stroke:
    points = np.array(facts["points"], np.float64)
    pressures = np.array(facts["pressures"], np.float64)
    width = float(facts["width"])
    right = points.ndim == 2 and points.shape[1] == 2 and pressures.shape == (len(points),)
    if not (right and len(points) and np.isfinite(points).all() and 0 < width < 1):
        raise ValueError("no stroke")
    if not (np.abs(points).max() < 100 and (pressures >= 0).all() and (pressures <= 1).all()):
        raise ValueError("no stroke")
    return Stroke(points, pressures.astype(np.float32), width)


def _picture(facts: dict[str, Any], href: str) -> Picture:
    """Put a picture together again: its colours are the ones that the file shows."""
    image = _pixels(facts["image"], "L")
    if image.shape != (28, 28):
        raise ValueError("no picture")
    colors = _pixels(href.removeprefix(_PNG), "RGB") if href else None
    return Picture(image, colors, str(facts["caption"])[:_LONGEST_CAPTION])


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


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _add_picture(root: ET.Element, picture: Picture) -> None:
    pixels = 255 - picture.image if picture.colors is None else picture.colors
    href = _PNG + _text(png(pixels))
    shown = ET.SubElement(root, f"{{{_SVG}}}image", width="1", height="1", href=href)
    if picture.colors is None:
        shown.set("style", "image-rendering: pixelated")
    else:
        shown.set("id", "colors")


def _add_stroke(root: ET.Element, stroke: Stroke) -> None:
    """Add one curve, or one for each piece where the pen's pressure changed the width."""
    pieces = bezier_pieces(stroke.points)
    if not stroke.has_pressure:
        _add_path(root, stroke.points[0], pieces, stroke.width)
        return
    for piece, width in zip(pieces, stroke.piece_widths.tolist(), strict=True):
        _add_path(root, piece[0], piece[None], width)


def _add_path(
    root: ET.Element, start: NDArray[np.float64], pieces: NDArray[np.float64], width: float
) -> None:
    words = [f"M{_place(start)}"]
    if len(pieces) == 0:
        words.append(f"L{_place(start + np.array([1e-4, 0]))}")  # round caps make it a dot
    words += [f"C{_place(out)} {_place(into)} {_place(end)}" for _, out, into, end in pieces]
    look = {"fill": "none", "stroke": _INK, "stroke-width": f"{width:.5g}"}
    caps = {"stroke-linecap": "round", "stroke-linejoin": "round"}
    ET.SubElement(root, f"{{{_SVG}}}path", {"d": " ".join(words), **look, **caps})


def _place(point: NDArray[np.float64]) -> str:
    return f"{point[0]:.5g} {point[1]:.5g}"
