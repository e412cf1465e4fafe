"""What the pad shows is what the model reads, and what an SVG file holds: one curve."""

import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.sketch.canvas import Canvas
from desktop.sketch.content import Content
from desktop.sketch.ink_layer import paint_stroke
from desktop.sketch.mime import rgba
from desktop.sketch.strokes import Stroke
from desktop.sketch.svg import to_svg
from engine.images.curve import points_along
from engine.images.ink import STROKE_WIDTH_PX, Sketch
from engine.images.unipen import read_unipen
from tests.mostly_long import mostly_long

Floats = NDArray[np.float64]

DIGITS = read_unipen(Path(__file__).parents[2] / "data" / "pen_digits.unipen")
FINE = 8  # painted pixels for each of the image's, along a side
SOFT_PX = 0.65  # MNIST's edges are this soft
CLOSE = 0.1  # of the ink, as the soft edges differ; a curve of another kind makes 0.17 and more

SEVENS = [
    np.array([[0.2, 0.2], [0.7, 0.2], [0.4, 0.9]]),
    np.array([[0.2, 0.22], [0.45, 0.2], [0.7, 0.2], [0.4, 0.9]]),
    np.array([[0.2, 0.2], [0.7, 0.2], [0.55, 0.5], [0.4, 0.9]]),
]
CIRCLE = 0.5 + 0.3 * np.stack([f(np.linspace(0, 6.28, 9)) for f in (np.cos, np.sin)], axis=1)
HOOK = np.array([[0.3, 0.8], [0.6, 0.31], [0.63, 0.3], [0.63, 0.31], [0.5, 0.9]])  # a short corner


def stroke_of(points: Floats, width: float = 0.055) -> Stroke:
    return Stroke(np.asarray(points, np.float64), np.ones(len(points), np.float32), width)


def painted(strokes: list[Floats], scale: float, shift: Floats) -> Floats:
    """Paint as the pad does, with the line of MNIST; return (28, 28), as soft as MNIST, 0 to 1."""
    side = 28 * FINE
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(*((shift + 0.5) * FINE))  # a pixel's middle is a whole number
    for points in strokes:
        stroke = stroke_of(points, STROKE_WIDTH_PX / scale)
        paint_stroke(painter, stroke, scale * FINE, QColor("white"))
    painter.end()
    return softened(rgba(picture)[..., 0] / 255)


def softened(fine: Floats) -> Floats:
    """Take the mean of a disc round each pixel's middle."""
    reach = int(SOFT_PX * FINE) + 1
    y, x = np.mgrid[-reach:reach, -reach:reach] + 0.5
    inside = np.hypot(x, y) <= SOFT_PX * FINE
    padded = np.pad(fine, reach)
    windows = np.lib.stride_tricks.sliding_window_view(padded, inside.shape)
    return windows[FINE // 2 :: FINE, FINE // 2 :: FINE][:28, :28][..., inside].mean(axis=-1)


def off_by(strokes: list[Floats]) -> float:
    """Return which share of the ink the pad and the model's image differ by, where they fit best.

    A digit is 19.1 to 20 px long, and its ink's centre of mass lies on (14, 14).
    """
    image = Sketch(strokes).to_image() / 255
    points = np.concatenate([points_along(stroke, 0.01)[1] for stroke in strokes])
    centre, reach = points.mean(axis=0), np.ptp(points, axis=0).max()
    differences = []
    for side in np.linspace(19.1, 20, 7):
        scale = (side - STROKE_WIDTH_PX) / reach
        for _ in range(4):
            ink = painted(strokes, scale, 14 - centre * scale)
            ways = np.arange(28)
            found = np.array([ink.sum(axis=0) @ ways, ink.sum(axis=1) @ ways]) / ink.sum()
            centre = centre + (found - 14) / scale
        differences.append(np.abs(ink - image).sum() / image.sum())
    return float(min(differences))


@pytest.mark.parametrize("stroke", [*SEVENS, CIRCLE, HOOK])
def test_a_few_points_are_painted_as_the_model_reads_them(stroke: Floats) -> None:
    assert off_by([stroke]) < CLOSE


@pytest.mark.parametrize("digit", DIGITS[::2], ids=lambda digit: f"{digit.label}-{digit.writer}")
def test_a_pens_digit_is_painted_as_the_model_reads_it(digit) -> None:
    box = np.concatenate(digit.strokes)
    low, side = box.min(axis=0), np.ptp(box, axis=0).max()
    assert off_by([(stroke - low) / side for stroke in map(np.float64, digit.strokes)]) < CLOSE


def test_a_ring_that_is_drawn_over_ten_times_stays_round() -> None:
    turn = np.linspace(0, 20 * np.pi, 400)
    assert off_by([0.5 + 0.4 * np.stack([np.cos(turn), np.sin(turn)], axis=1)]) < CLOSE


@settings(max_examples=40, deadline=None)
@given(arrays(np.float64, st.tuples(st.integers(2, 6), st.just(2)), elements=st.floats(0, 1)))
def test_any_stroke_is_painted_as_the_model_reads_it(stroke: Floats) -> None:
    assume(np.ptp(stroke, axis=0).max() > 0.1)
    assert off_by([stroke]) < CLOSE


@pytest.mark.parametrize("stroke", [*SEVENS, CIRCLE, HOOK, np.full((2, 2), 0.5)])
@pytest.mark.parametrize("pressed", [False, True])
def test_an_svg_file_holds_the_curve_that_the_model_reads(stroke: Floats, pressed: bool) -> None:
    pressures = np.linspace(0.3, 1, len(stroke)) if pressed else np.ones(len(stroke))
    root = ET.fromstring(to_svg(Content((Stroke(stroke, pressures.astype(np.float32)),))))
    paths = [path.get("d", "") for path in root.iter("{http://www.w3.org/2000/svg}path")]
    assert len(paths) == (len(stroke) - 1 if pressed else 1)
    numbers = np.concatenate([path_points(path, 20) for path in paths])
    _, curve = points_along(stroke, 0.01)
    for one, other in ((numbers, curve), (curve, numbers)):
        apart = np.hypot(*(one[:, None] - other[None]).transpose(2, 0, 1)).min(axis=1)
        assert apart.max() < 0.03  # half of the widest gap between two points of `numbers`


def path_points(path: str, count: int) -> Floats:
    """Return points on all curves of an SVG path of the form M C C C, by de Casteljau."""
    start, *curves = path.removeprefix("M").split("C")
    at = np.array(start.split(), float)
    t = np.linspace(0, 1, count)[:, None]
    points = [at[None]]
    for curve in curves:
        level = [at, *np.array(curve.split(), float).reshape(3, 2)]
        at = level[-1]
        while len(level) > 1:
            level = [a + t * (b - a) for a, b in pairwise(level)]
        points.append(level[0])
    return np.concatenate(points)


@pytest.mark.parametrize("stroke", [*SEVENS, CIRCLE, HOOK])
def test_each_move_paints_all_that_it_changes(canvas: Canvas, stroke: Floats) -> None:
    """The pad paints only a small area anew; at the pen's end nothing jumps."""
    places = [QPoint(*place) for place in np.rint(stroke * 400).astype(int).tolist()]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
        QApplication.processEvents()
        moved = on_screen(canvas)
        np.testing.assert_array_equal(moved, rgba(canvas.grab().toImage()))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])
    done = on_screen(canvas)
    assert np.abs(done[..., 0].astype(float) - moved[..., 0]).mean() < 0.1  # edges of round ends


@pytest.mark.parametrize("live", mostly_long([True, False], {0}))
def test_the_ink_lies_along_the_curve_and_nowhere_else(canvas: Canvas, live: bool) -> None:
    """Few points, far apart and round about: what is painted at once, and what bit by bit."""
    canvas.resize(800, 800)
    canvas.show_guide(False)
    turn = np.arange(30) * 0.61
    points = 0.5 + (0.06 + 0.015 * turn)[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    places = [QPoint(*place) for place in np.rint(points * 800).astype(int).tolist()]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
        QApplication.processEvents()
    if not live:
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])
    ink = canvas.palette().text().color().red()
    shown = on_screen(canvas)[..., 0].astype(float)
    paper = shown[20, 20]
    share = (shown - paper) / (ink - paper)
    drawn = np.array([[place.x(), place.y()] for place in places], float)
    _, curve = points_along(drawn, 0.4)
    along = np.diff(curve, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(*along.T)[:, None]
    half_px = 0.055 * 800 / 2
    for side in (-1, 1):
        edge = curve[:-1] + side * (half_px - 1.5) * across
        assert share[tuple(np.floor(edge).astype(int).T[::-1])].min() > 0.5
    apart = distance_to(points_along(drawn, 3)[1])
    assert share[apart > half_px + 1.5].max() < 0.5


def distance_to(curve: Floats) -> Floats:
    """Return how far each pixel's middle of a pad of 800 px is from the nearest of many points."""
    rows, columns = np.mgrid[:800, :800] + 0.5
    apart = np.full((800, 800), np.inf)
    for x, y in curve:
        np.minimum(apart, (columns - x) ** 2 + (rows - y) ** 2, out=apart)
    return np.sqrt(apart)


def on_screen(canvas: Canvas) -> NDArray[np.uint8]:
    """Return the pad as it stands there, without painting it anew."""
    QApplication.processEvents()
    return rgba(canvas.screen().grabWindow(canvas.winId()).toImage())


def test_a_sharp_corner_between_short_pieces_has_no_gap() -> None:
    points = HOOK * 20
    ink = painted([points], 1.0, np.zeros(2))
    corner = np.rint(points[2]).astype(int)
    assert ink[corner[1], corner[0]] == pytest.approx(1)
    assert off_by([points]) < CLOSE
