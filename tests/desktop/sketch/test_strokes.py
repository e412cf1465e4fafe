"""Strokes and their curves, without a screen."""

import numpy as np
import pytest

from desktop.sketch.strokes import CLOSEST, Stroke, StrokeBuilder


def test_a_resting_pen_adds_no_points() -> None:
    builder = StrokeBuilder(0.5, 0.5, 1.0)
    assert not builder.extend(0.5 + CLOSEST / 2, 0.5, 1.0)
    assert builder.extend(0.5 + 2 * CLOSEST, 0.5, 0.4)
    assert builder.stroke().points.tolist() == [[0.5, 0.5], [0.5 + 2 * CLOSEST, 0.5]]
    assert builder.stroke().pressures == pytest.approx([1.0, 0.4])


def test_a_slow_mouse_is_followed_pixel_by_pixel() -> None:
    """On a pad of 500 px a pixel is 0.002 of it."""
    builder = StrokeBuilder(0.5, 0.5, 1.0)
    assert all(builder.extend(0.5 + pixel / 500, 0.5, 1.0) for pixel in range(1, 6))
    assert not builder.extend(0.51 + 1 / 5000, 0.5, 1.0)


def test_a_pen_that_hardly_touches_draws_a_third_as_broad() -> None:
    stroke = Stroke(np.zeros((3, 2)), np.array([0.5, 0, 1], np.float32), 0.06)
    thin, broad = stroke.piece_widths
    assert broad == pytest.approx(0.06)
    assert thin == pytest.approx(broad / 3, rel=0.1)


def test_only_a_pen_has_pressure() -> None:
    points = np.zeros((3, 2))
    assert not Stroke(points, np.ones(3, np.float32)).has_pressure
    assert Stroke(points, np.array([0.2, 0.5, 0.5], np.float32)).has_pressure
