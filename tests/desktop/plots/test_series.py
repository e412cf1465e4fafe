"""Growing series and smoothing against plain lists and the formula."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.plots.end_marks import end_of
from desktop.plots.series import MOST_POINTS, Series, Smoother
from desktop.plots.smoothing import to_place, to_weight

RUNS = st.lists(arrays(np.float64, st.integers(0, 900), elements=st.floats(-1e6, 1e6)), max_size=6)


@given(RUNS)
def test_a_series_holds_what_was_appended(runs: list[np.ndarray]) -> None:
    series = Series()
    for run in runs:
        series.append(np.arange(len(run)), run)
    expected = np.concatenate(runs) if runs else np.zeros(0)
    np.testing.assert_array_equal(series.y, expected)
    assert len(series.x) == len(series) == len(expected)
    series.clear()
    assert len(series) == 0


def test_single_points_can_be_appended() -> None:
    series = Series()
    series.append(1, 0.5)
    series.append(2, 0.25)
    assert (series.x.tolist(), series.y.tolist()) == ([1, 2], [0.5, 0.25])


@given(arrays(np.float32, st.integers(1, 50), elements=st.floats(0, 100, width=32)))
def test_smoothing_is_a_weighted_mean_of_the_past(values: np.ndarray) -> None:
    halves = np.array_split(values, 2)
    smoother = Smoother(0.8)
    smoothed = np.concatenate([smoother.smooth(half) for half in halves])
    for index in range(len(values)):
        weights = 0.8 ** np.arange(index, -1, -1)
        expected = (weights * values[: index + 1]).sum() / weights.sum()
        np.testing.assert_allclose(smoothed[index], expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("height", [1e-12, 1.0, 1e30])
def test_a_long_level_run_stays_level(height: float) -> None:
    values = np.full(100_000, height)
    np.testing.assert_allclose(Smoother(0.9).smooth(values), values, rtol=1e-9)


def test_the_slider_goes_evenly_from_one_batch_to_a_thousand() -> None:
    weights = [round(to_weight(place), 3) for place in (0, 33, 67, 100)]
    assert weights == [0, 0.898, 0.99, 0.999]
    assert all(to_place(to_weight(place)) == place for place in range(101))


def test_a_full_series_keeps_every_second_point() -> None:
    series = Series()
    for start in range(0, 2 * MOST_POINTS, 1000):
        places = np.arange(start, start + 1000)
        series.append(places, 2.0 * places)
    assert MOST_POINTS / 2 <= len(series) <= MOST_POINTS
    assert (np.diff(series.x) > 0).all()
    assert (series.x[0], series.x[-1]) == (0, places[-1])
    assert (series.y == 2 * series.x).all()


@pytest.mark.parametrize(
    ("y", "end"), [([1, -np.inf, np.inf, np.inf], 2), ([-np.inf, np.nan], None)]
)
def test_only_what_rises_beyond_all_numbers_is_a_curves_end(
    y: list[float], end: float | None
) -> None:
    series = Series()
    series.append(np.arange(len(y)), np.array(y))
    assert end_of(series) == end
