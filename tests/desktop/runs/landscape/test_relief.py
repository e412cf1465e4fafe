"""Bands of a loss: round numbers, linear or logarithmic, and what is no number."""

import math

import numpy as np
import pytest

from desktop.runs.landscape.relief import Bands, edges_of, enlarged, value_at

SIDE = 9


def slope(low: float, high: float) -> np.ndarray:
    return np.tile(np.linspace(low, high, SIDE), (SIDE, 1))


def test_what_spans_little_has_even_steps() -> None:
    bands = Bands.of(slope(0.31, 0.69))
    assert bands == Bands((0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65), is_log=False) or (
        bands is not None and np.allclose(np.diff(bands.edges), 0.05)
    )
    assert bands is not None
    assert bands.edges[0] > 0.31
    assert bands.edges[-1] < 0.69


@pytest.mark.parametrize(("low", "high"), [(0.01, 0.7), (1e-4, 9.0), (3e-6, 2e3), (0.0, 50.0)])
def test_what_spans_much_is_logarithmic(low: float, high: float) -> None:
    bands = Bands.of(np.array([[low, high], [max(low, 0.01), high]]))
    assert bands is not None
    assert bands.is_log
    assert 1 <= len(bands.edges) <= 14
    for edge in bands.edges:
        assert max(low, 1e-6) < edge < high
        assert f"{edge:.2g}".rstrip("0").rstrip(".").lstrip("0.")[0] in "12357"


@pytest.mark.parametrize("losses", [slope(0.2, 0.9), slope(0.5, 0.5), slope(0.01, 60), slope(0, 0)])
def test_each_place_has_the_colour_of_its_band(losses: np.ndarray) -> None:
    bands = Bands.of(losses)
    assert bands is not None
    codes = bands.codes(losses, (SIDE, SIDE))
    expected = np.searchsorted(bands.edges, losses, side="right")
    near = np.isclose(losses[..., None], bands.edges, rtol=1e-9).any(axis=2)
    np.testing.assert_array_equal(codes[::-1][~near], expected[~near])
    assert codes.max() < bands.count


def test_the_top_of_the_picture_is_the_highest_row() -> None:
    losses = slope(0.1, 0.9).T
    bands = Bands.of(losses)
    assert bands is not None
    codes = bands.codes(losses, (90, 30))
    assert codes.shape == (90, 30)
    assert codes[0, 0] > codes[-1, 0]
    assert (edges_of(codes).sum(axis=0) == len(set(codes[:, 0])) - 1).all()


def test_what_is_no_number_has_a_colour_of_its_own() -> None:
    losses = slope(0.1, 0.9)
    losses[:, -2:] = np.nan
    losses[0, -1] = np.inf
    bands = Bands.of(losses)
    assert bands is not None
    codes = bands.codes(losses, (SIDE, SIDE))
    assert (codes[:, -2:] == bands.count).all()
    assert (codes[:, :-2] < bands.count).all()
    assert Bands.of(np.full((SIDE, SIDE), np.nan)) is None


def test_one_enormous_place_leaves_the_lines_where_they_are() -> None:
    losses = slope(0.01, 0.9)
    high = losses.copy()
    high[:, -1] = 1e30
    bands = Bands.of(high)
    assert bands is not None
    assert bands.is_log
    assert len([edge for edge in bands.edges if edge < 0.9]) > 1


def test_values_between_places_are_on_straight_lines() -> None:
    losses = slope(0, 8)
    assert value_at(losses, 0.5, 0.1) == pytest.approx(4)
    assert value_at(losses, 0.3, 1.0) == pytest.approx(2.4)
    assert value_at(losses, 1.0, 0.0) == pytest.approx(8)
    np.testing.assert_allclose(enlarged(losses, (3, 17))[1], np.linspace(0, 8, 17))
    losses[0, 0] = np.inf
    assert math.isnan(value_at(losses, 0.05, 0.05))
