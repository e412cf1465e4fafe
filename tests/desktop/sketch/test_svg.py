"""Sketches as files: what is written comes back, and nothing else is let in."""

import base64
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.sketch.content import Content, Picture
from desktop.sketch.strokes import Stroke, with_points_along
from desktop.sketch.svg import from_svg, to_svg
from desktop.sketch.svg_reading import LARGEST_BYTES
from engine.errors import DataError

LINES = st.integers(1, 6).flatmap(
    lambda n: arrays(np.float64, (n, 2), elements=st.floats(-0.5, 1.5, width=32))
)
OLDER = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkgrad="urn:inkgrad:sketch"
    viewBox="0 0 1 1" width="512" height="512"><metadata><inkgrad:sketch>
    {"strokes": [{"width": 0.075, "points": [[0.5, 0.2], [1.6, 0.8]], "pressures": [1.0, 1.0]}],
    "picture": null}</inkgrad:sketch></metadata><rect width="1" height="1" fill="#ffffff"/></svg>"""
HUGE_PNG = base64.b64encode(
    b"\x89PNG\r\n\x1a\n"
    b"\0\0\0\rIHDR\0\0N \0\0N \x08\x02\0\0\0\xb1-\x04\xed"
    b"\0\0\0\x0cIDATx\x9cc`\xa0=\0\0\0d\0\x01"
)  # whose head says 20,000 x 20,000
STROKE = b'{"strokes": [{%b, "width": 0.1}], "picture": null}'


@given(st.lists(LINES, max_size=4))
def test_strokes_come_back(lines: list[np.ndarray]) -> None:
    strokes = tuple(
        Stroke(points, np.linspace(0.2, 1, len(points)).astype(np.float32), 0.075)
        for points in lines
    )
    again = from_svg(to_svg(Content(strokes)))
    assert len(again.strokes) == len(strokes)
    for before, after in zip(strokes, again.strokes, strict=True):
        np.testing.assert_allclose(after.points, before.points, atol=1e-5)
        np.testing.assert_allclose(after.pressures, before.pressures, atol=1e-3)
        assert after.width == before.width


def test_a_sketch_that_an_older_version_kept_still_opens() -> None:
    """It measured from the pad's corner and showed the unit square alone."""
    again = from_svg(OLDER)
    (stroke,) = again.strokes
    assert stroke.points.tolist() == [[0.5, 0.2], [1.6, 0.8]]
    assert stroke.width == 0.075
    ET.fromstring(to_svg(again))


@given(st.lists(LINES, max_size=4))
def test_the_sheet_holds_the_unit_square_and_all_curves(lines: list[np.ndarray]) -> None:
    strokes = tuple(Stroke(points, np.ones(len(points), np.float32)) for points in lines)
    left, top, width, height = Content(strokes).box()
    ends = [np.zeros((1, 2)), np.ones((1, 2))]
    ends += [
        with_points_along(s, 0.01).points + side * s.width / 2 for s in strokes for side in (-1, 1)
    ]
    points = np.concatenate(ends)
    assert (points >= np.array([left, top]) - 1e-9).all()
    assert (points <= np.array([left + width, top + height]) + 1e-9).all()
    if all((points >= 0.4).all() and (points <= 0.6).all() for points in lines):
        assert (left, top, width, height) == (0, 0, 1, 1)


@pytest.mark.parametrize("colored", [True, False])
def test_a_picture_comes_back(colored: bool) -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (28, 28), np.uint8)
    colors = rng.integers(0, 256, (40, 30, 3), np.uint8) if colored else None
    again = from_svg(to_svg(Content(picture=Picture(image, colors, "A <digit> & more")))).picture
    assert again is not None
    np.testing.assert_array_equal(again.image, image)
    assert again.caption == "A <digit> & more"
    assert (again.colors is None) == (colors is None)
    if colors is not None:
        np.testing.assert_array_equal(again.colors, colors)


def test_other_programs_find_the_curves() -> None:
    points = np.array([[0.2, 0.3], [0.5, 0.4], [0.7, 0.8]])
    even = Stroke(points, np.ones(3, np.float32))
    pen = Stroke(points, np.array([0.2, 0.5, 1], np.float32))
    dot = Stroke(points[:1], np.ones(1, np.float32))
    root = ET.fromstring(to_svg(Content((even, pen, dot))))
    paths = root.findall("{http://www.w3.org/2000/svg}path")
    assert len(paths) == 1 + 2 + 1
    assert paths[0].get("d", "").startswith("M0.2 0.3 C")
    assert float(paths[1].get("stroke-width", "")) < float(paths[2].get("stroke-width", ""))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no xml",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><svg/>",
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY b 'c'>]><svg/>".encode(
            "utf-16"
        ),
        b"<?xml version='1.0' encoding='utf-9'?><svg/>",
        b"<a>" * 100_000,
        b"<svg>" + b"<a/>" * 600_000 + b"</svg>",
        b"<svg " + b" ".join(b'a%d=">"' % n for n in range(50_000)) + b"/>",
        b" " * (LARGEST_BYTES + 1),
        *(
            b"<svg><i:sketch xmlns:i='urn:inkgrad:sketch'>%b</i:sketch></svg>" % text
            for text in (
                b"nothing",
                b"[]",
                STROKE % b'"points": [[1]], "pressures": [1]',
                STROKE % b'"points": [[1, NaN]], "pressures": [1]',
                STROKE % b'"points": [[1, 1]], "pressures": [7]',
                STROKE % b'"points": [[1, 1]], "pressures": [1e300]',
                STROKE % (b'"points": [[1, 1]], "pressures": [1%b]' % (b"0" * 400)),
                b"[" * 100_000,
                b'{"strokes": [], "picture": {"image": "%b", "caption": "x"}}' % HUGE_PNG,
                *(
                    b'{"strokes": [{"points": [[1, 1]], "pressures": [1], "width": %b}], '
                    b'"picture": null}' % width
                    for width in (b"0", b"-0.1", b"1.5", b"NaN", b"1" + b"0" * 400)
                ),
                b'{"strokes": [], "picture": {"image": "AAAA", "colors": null, "caption": ""}}',
                b'{"strokes": [], "picture": {"image": 5}}',
            )
        ),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(DataError):
        from_svg(data)
