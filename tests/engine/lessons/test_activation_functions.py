"""Two layers multiplied into one, against the same products in float64."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, Learner
from engine.lessons import activation_functions
from engine.lessons.figures import Figure, Outcome, Pictures, Plot, Table
from engine.lessons.lab import Lab, RunRecord

Show = Callable[..., tuple[Figure, ...]]


def test_with_nothing_between_one_matrix_says_the_same(
    show: Show, lab: Callable[..., Lab], few_digits: Dataset
) -> None:
    for dataset in ({}, {"dataset": few_digits}):
        _, table, plot, outcome = show(
            "activation_functions", lab("activation_functions", **dataset)
        )
        assert isinstance(table, Table)
        assert isinstance(plot, Plot)
        assert isinstance(outcome, Outcome)
        points = plot.curves[1]
        np.testing.assert_allclose(points.y, points.x, atol=1e-4)
        assert np.ptp(points.x) > 1  # they say something
        assert float(table.rows[0][2]) == pytest.approx(float(table.rows[1][2]), abs=1e-4)
        assert outcome.as_promised


@pytest.mark.parametrize("between", ["relu", "sigmoid", "tanh"])
def test_with_a_function_between_it_does_not(show: Show, between: str) -> None:
    pictures, _, plot, outcome = show("activation_functions", between=between)
    assert isinstance(pictures, Pictures)
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    points = plot.curves[1]
    assert np.abs(points.y - points.x).max() > 0.1
    assert outcome.as_promised


@pytest.mark.long
def test_relu_reads_more_of_ten_digits(
    fit: Callable[..., tuple[RunRecord, Learner]], mnist: Dataset, lab: Callable[..., Lab]
) -> None:
    runs = activation_functions.runs({})
    assert {run.dataset for run in runs} == {"mnist"}
    records = {run.name: fit(mnist, run.config)[0] for run in runs}
    relu, none = (records[name].epochs[-1].valid_accuracy for name in ("relu", "none"))
    assert relu > none + 0.01
    _, outcome = activation_functions.judge(lab("activation_functions"), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
