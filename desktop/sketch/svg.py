"""A sketch as an SVG file that any program can show, and that this one opens as it was. No Qt.

The curves are for others; beside them, in the file's metadata, stand the points as they were drawn.
"""

import xml.etree.ElementTree as ET

import numpy as np
from numpy.typing import NDArray

from desktop.sketch.content import Content, Picture
from desktop.sketch.facts import (
    PNG,
    Facts,
    as_text,
    colors_link,
    picture_text,
    png,
    read_picture,
    read_stroke,
    stroke_text,
)
from desktop.sketch.history import History
from desktop.sketch.history_facts import history_text, read_history
from desktop.sketch.strokes import Stroke
from desktop.sketch.svg_reading import LARGEST_BYTES, LARGEST_TEXT, read_parts
from engine.errors import DataError
from engine.images.curve import bezier_pieces

_SVG, _OURS = "http://www.w3.org/2000/svg", "urn:inkgrad:sketch"
_INK = "#1b1e22"
_UNIT_PX = 512
_DAMAGE = (ET.ParseError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError)

ET.register_namespace("", _SVG)
ET.register_namespace("inkgrad", _OURS)


def to_svg(content: Content) -> bytes:
    """Return the sketch as an SVG file on white paper."""
    return _to_svg(content, "")


def history_to_svg(history: History) -> bytes:
    """Return the sketch with what led to it and was undone, as an SVG file all the same.

    Where that is more than is read again, it is the sketch alone.
    """
    data = _to_svg(history.content, history_text(history))
    return data if len(data) <= LARGEST_BYTES else to_svg(history.content)


def _to_svg(content: Content, steps: str) -> bytes:
    x, y, width, height = (f"{value:.5g}" for value in content.box())
    size = {"width": f"{_UNIT_PX * float(width):.0f}", "height": f"{_UNIT_PX * float(height):.0f}"}
    root = ET.Element(f"{{{_SVG}}}svg", {"viewBox": f"{x} {y} {width} {height}", **size})
    metadata = ET.SubElement(root, f"{{{_SVG}}}metadata")
    ET.SubElement(metadata, f"{{{_OURS}}}sketch").text = _facts(content, steps)
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
    """Return the sketch in a file that was written here. Raises DataError for any other."""
    return _from_svg(data)[0]


def history_from_svg(data: bytes) -> History:
    """Return it with its history, of one state in a file without. Raises DataError as above."""
    content, facts = _from_svg(data)
    if "history" not in facts:
        return History((content,))
    try:
        return read_history(facts["history"], content)
    except _DAMAGE as error:
        raise DataError("damaged") from error


def _from_svg(data: bytes) -> tuple[Content, Facts]:
    if len(data) > LARGEST_BYTES:
        raise DataError("sketch_too_large")
    try:
        facts, href = read_parts(data, f"{{{_OURS}}}sketch", f"{{{_SVG}}}image")
        picture = read_picture(facts["picture"], href) if facts["picture"] else None
        return Content(tuple(read_stroke(stroke) for stroke in facts["strokes"]), picture), facts
    except _DAMAGE as error:
        raise DataError("damaged") from error


def _facts(content: Content, steps: str) -> str:
    """Return it as JSON without any "=", of which the reader bears few in what may be a tag."""
    strokes = ", ".join(map(stroke_text, content.strokes))
    picture = picture_text(content.picture) if content.picture else "null"
    more = f', "history": {steps}' if steps else ""
    text = f'{{"strokes": [{strokes}], "picture": {picture}{more}}}'.replace("=", r"\u003d")
    return text if len(text) <= LARGEST_TEXT or not steps else _facts(content, "")


def _add_picture(root: ET.Element, picture: Picture) -> None:
    href = colors_link(picture) or PNG + as_text(png(255 - picture.image))
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
