"""How the rate moves over a run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.options import SCHEDULES as NAMES
from engine.schedules import SCHEDULES, constant, one_cycle

share = st.floats(0, 1)


def test_every_choice_has_its_schedule() -> None:
    assert set(SCHEDULES) == set(NAMES)


@given(share)
def test_constant_never_moves(progress: float) -> None:
    assert constant(progress) == 1


def test_one_cycle_starts_low_peaks_at_a_quarter_and_ends_at_almost_nothing() -> None:
    assert one_cycle(0) == pytest.approx(1 / 25)
    assert one_cycle(0.25) == pytest.approx(1)
    assert one_cycle(1) == pytest.approx(1e-4)
    assert one_cycle(0.625) == pytest.approx((1 + 1e-4) / 2)  # a cosine is halfway at half time


@given(share, share)
def test_one_cycle_rises_once_and_falls_once(a: float, b: float) -> None:
    low, high = sorted((a, b))
    if high <= 0.25:
        assert one_cycle(low) <= one_cycle(high) + 1e-12
    if low >= 0.25:
        assert one_cycle(low) >= one_cycle(high) - 1e-12


@given(share)
def test_one_cycle_never_jumps(progress: float) -> None:
    assert abs(one_cycle(min(progress + 1e-4, 1)) - one_cycle(progress)) < 1e-3
