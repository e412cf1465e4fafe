"""The flat map: against numpy's own singular value decomposition, and its promises."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.analysis.projection import principal_axes


def cloud(n: int, d: int, seed: int) -> np.ndarray:
    """Return points that spread differently in each direction, away from the origin."""
    dice = np.random.default_rng(seed)
    scales = np.linspace(5, 0.5, d)
    turned = np.linalg.qr(dice.normal(size=(d, d)))[0]
    return (dice.normal(size=(n, d)) * scales @ turned + 3).astype(np.float32)


@given(st.integers(10, 80), st.integers(2, 12), st.integers(0, 100))
def test_the_axes_are_the_first_two_singular_directions(n: int, d: int, seed: int) -> None:
    points = cloud(n, d, seed)
    centred = points.astype(np.float64) - points.mean(axis=0, dtype=np.float64)
    _, spread, directions = np.linalg.svd(centred, full_matrices=False)
    found = principal_axes(points)
    for axis, expected in zip(found.axes, directions[:2], strict=True):
        assert abs(float(axis @ expected)) == pytest.approx(1, abs=1e-3)
        assert axis[np.abs(axis).argmax()] > 0
    np.testing.assert_allclose(found.shares, (spread**2 / (spread**2).sum())[:2], rtol=1e-4)
    np.testing.assert_allclose(found.axes @ found.axes.T, np.eye(2), atol=1e-5)


def test_a_new_point_is_placed_as_it_would_have_been() -> None:
    points = cloud(50, 6, 1)
    found = principal_axes(points)
    together = found.place(points)
    assert (together.shape, together.dtype) == ((50, 2), np.float32)
    np.testing.assert_allclose(found.place(points[7:8])[0], together[7], atol=1e-5)
    np.testing.assert_allclose(together.mean(axis=0), 0, atol=1e-4)
    assert together[:, 0].std() > together[:, 1].std()


def test_a_map_of_a_plane_keeps_its_distances() -> None:
    flat = np.random.default_rng(2).normal(size=(40, 2)) * [3, 1]
    points = (flat @ np.linalg.qr(np.random.default_rng(3).normal(size=(5, 2)))[0].T + 1).astype(
        np.float32
    )
    found = principal_axes(points)
    placed = found.place(points)
    for i, j in ((0, 1), (5, 30), (39, 2)):
        distance = np.linalg.norm(flat[i] - flat[j])
        assert np.linalg.norm(placed[i] - placed[j]) == pytest.approx(distance, rel=1e-4)
    assert sum(found.shares) == pytest.approx(1)


@pytest.mark.parametrize("points", [np.ones((1, 4)), np.ones((5, 1)), np.zeros((3, 3))])
def test_points_without_spread_lie_in_the_middle(points: np.ndarray) -> None:
    found = principal_axes(points.astype(np.float32))
    assert found.axes.shape == (2, points.shape[1])
    np.testing.assert_allclose(found.place(points.astype(np.float32)), 0, atol=1e-6)
    assert found.shares == (0, 0)


def test_one_dimension_lies_on_the_first_axis() -> None:
    points = np.float32([[1], [2], [4]])
    found = principal_axes(points)
    np.testing.assert_allclose(found.place(points)[:, 0], [-4 / 3, -1 / 3, 5 / 3], rtol=1e-5)
    assert not found.place(points)[:, 1].any()
