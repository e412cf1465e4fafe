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


def test_only_a_pen_has_pressure() -> None:
    points = np.zeros((3, 2))
    assert not Stroke(points, np.ones(3, np.float32)).has_pressure
    assert Stroke(points, np.array([0.2, 0.5, 0.5], np.float32)).has_pressure
