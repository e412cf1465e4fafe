"""Thinned curves against the curves themselves, and the ranges of axes."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.plots.thinning import Beyond, clipped_range, round_range, thin

NUMBERS = st.floats(-1e6, 1e6, width=32)


@given(arrays(np.float64, st.integers(1, 3000), elements=NUMBERS), st.integers(10, 300))
def test_each_column_keeps_its_lowest_and_highest(y: np.ndarray, columns: int) -> None:
    x = np.arange(1.0, len(y) + 1)
    within = (0.0, len(y) + 1.0)
    thin_x, thin_y = thin((x, y), within, columns)
    assert len(thin_x) == len(thin_y) <= 2 * columns
    if len(y) <= 2 * columns:
        assert thin_y.tolist() == y.tolist()
    column = np.floor((x - within[0]) / (within[1] - within[0]) * columns * 0.999999)
    for place in range(0, len(y), max(1, len(y) // 20)):
        own = y[column == column[place]]
        near = np.abs(thin_x - x[place]) <= 2 * (within[1] / columns + 1)
        assert thin_y[near].min() <= own.min()
        assert thin_y[near].max() >= own.max()


def test_a_part_has_a_neighbour_on_either_side() -> None:
    x = np.arange(1000.0)
    seen, _ = thin((x, x), (99.5, 110.5), 500)
    assert seen.tolist() == list(range(99, 112))
    assert thin((x[:0], x[:0]), (0.0, 1.0), 500)[0].tolist() == []
    assert thin((x[:5], x[:5]), (50.0, 60.0), 500)[0].tolist() == [4]


def test_a_value_that_is_no_number_hides_no_other() -> None:
    y = np.ones(1000)
    y[500], y[501] = math.nan, 7.0
    assert np.nanmax(thin((np.arange(1000.0), y), (0.0, 1000.0), 50)[1]) == 7


@given(st.lists(NUMBERS, min_size=1))
def test_a_range_is_round_and_holds_every_value(values: list[float]) -> None:
    low, high = round_range([np.array(values)])
    slack = 1e-9 * max(abs(low), abs(high))
    assert low <= min(values) + slack
    assert max(values) - slack <= high
    spread = max(values) - min(values)
    if spread > max(1e-9, 1e-3 * max(map(abs, values))):  # what is closer counts as one value
        assert high - low <= 1.5 * spread


def test_a_range_stays_while_values_move_a_little() -> None:
    ranges = {round_range([np.array([0.0, end])], steps=3) for end in np.linspace(61, 99, 50)}
    assert ranges == {(0, 80), (0, 100)}


@pytest.mark.parametrize("values", [[], [np.empty(0)], [np.array([math.nan, math.inf])]])
def test_nothing_has_a_range_too(values: list[np.ndarray]) -> None:
    assert round_range(values) == (0, 1)


def test_no_loss_is_clipped_below_three_times_its_start() -> None:
    cross_entropy, mnist_loss = np.array([2.3, 4.0, 0.4]), np.array([0.5, 0.2])
    assert clipped_range([cross_entropy, mnist_loss]) == (
        round_range([cross_entropy, mnist_loss]),
        None,
    )


def test_what_exploded_at_once_stretches_no_plot() -> None:
    calm, wild = np.array([0.5, 0.2]), np.array([120.0, np.nan, 300.0, np.inf])
    (low, high), beyond = clipped_range([calm, wild])
    assert low <= 0.2
    assert 1.5 <= high <= 2
    assert beyond == Beyond(1, 300.0)


@pytest.mark.parametrize(("start", "limit"), [(4.9, 14.7), (5.1, 1.5)])
def test_ten_times_as_high_as_another_no_loss_begins(start: float, limit: float) -> None:
    curves = [np.array([0.5, 0.2]), np.array([start, 300.0])]
    assert clipped_range(curves) == (
        round_range([np.array([0.2, limit])]),
        Beyond(1, 300.0),
    )


@pytest.mark.parametrize("curves", [[], [np.empty(0)], [np.array([np.nan])], [np.zeros(3)]])
def test_where_there_is_no_loss_nothing_is_clipped(curves: list[np.ndarray]) -> None:
    assert clipped_range(curves)[1] is None
