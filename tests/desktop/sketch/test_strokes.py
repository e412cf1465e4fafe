"""Strokes and their curves, without a screen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sketch.strokes import CLOSEST, Stroke, StrokeBuilder, curve_controls


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


@given(st.integers(2, 40), st.floats(-3, 3), st.floats(-3, 3))
def test_points_on_a_line_make_a_straight_curve(count: int, dx: float, dy: float) -> None:
    along = np.arange(count)[:, None]
    points = along * np.array([dx, dy]) + 0.25
    controls = curve_controls(points)
    assert controls.shape == (count - 1, 2, 2)
    off_line = (controls[..., 0] - 0.25) * dy - (controls[..., 1] - 0.25) * dx
    np.testing.assert_allclose(off_line, 0, atol=1e-9)


def test_neighbouring_pieces_share_their_tangent() -> None:
    points = np.random.default_rng(0).random((20, 2))
    controls = curve_controls(points)
    arriving = points[1:-1] - controls[:-1, 1]
    leaving = controls[1:, 0] - points[1:-1]
    np.testing.assert_allclose(arriving, leaving)
