"""Calibration against a plain loop, and against models whose honesty is known."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.analysis.calibration import reliability


def looped(probabilities: np.ndarray, labels: np.ndarray, bins: int) -> float:
    """Compute the expected calibration error as Guo et al. write it: over ((m-1)/M, m/M]."""
    error = 0.0
    for m in range(1, bins + 1):
        inside = [
            (row.max(), row.argmax() == label)
            for row, label in zip(probabilities.astype(np.float64), labels, strict=True)
            if (m - 1) / bins < row.max() <= m / bins
        ]
        if inside:
            gap = sum(right for _, right in inside) - sum(p for p, _ in inside)
            error += abs(gap) / len(labels)
    return error


def answers(n: int, n_classes: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    dice = np.random.default_rng(seed)
    shares = dice.dirichlet(np.full(n_classes, 0.4), n).astype(np.float32)
    return shares, dice.integers(n_classes, size=n)


@given(st.integers(1, 60), st.integers(2, 10), st.integers(1, 20), st.integers(0, 99))
def test_the_expected_error_is_the_papers(n: int, n_classes: int, bins: int, seed: int) -> None:
    shares, labels = answers(n, n_classes, seed)
    found = reliability(shares, labels, bins)
    assert found.expected_error == pytest.approx(looped(shares, labels, bins), abs=1e-6)
    assert found.counts.sum() == n
    assert len(found.counts) == len(found.confidence) == len(found.accuracy) == bins


def test_honest_answers_have_no_error() -> None:
    dice = np.random.default_rng(4)
    p = dice.uniform(0.5, 1, 200_000).astype(np.float32)
    labels = (dice.uniform(size=len(p)) > p).astype(np.int64)  # class 0 as often as promised
    found = reliability(np.stack([p, 1 - p], axis=1), labels)
    assert found.expected_error < 0.005
    assert len(found.counts) == 15  # as in the paper


def test_a_boaster_is_found_out() -> None:
    shares = np.tile(np.float32([0.95, 0.05]), (100, 1))
    labels = np.repeat([0, 1], [60, 40])
    found = reliability(shares, labels, bins=10)
    assert found.expected_error == pytest.approx(0.35)
    assert found.accuracy[9] == pytest.approx(0.6)
    assert found.counts.tolist() == [0] * 9 + [100]
    assert all(math.isnan(value) for value in found.accuracy[:9])


def test_a_border_belongs_to_the_lower_step_and_certainty_to_the_last() -> None:
    shares = np.array([[0.5, 0.5], [1.0, 0.0]], np.float32)
    assert reliability(shares, np.array([0, 0]), bins=2).counts.tolist() == [1, 1]


def test_no_answers_have_no_error() -> None:
    found = reliability(np.zeros((0, 3), np.float32), np.zeros(0, np.int64))
    assert found.expected_error == 0
    assert found.counts.sum() == 0
