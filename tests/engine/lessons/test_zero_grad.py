"""Gradients that add up, and trainings that suffer from it, for every seed."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, Learner
from engine.lessons import zero_grad
from engine.lessons.figures import Figure, Outcome, Pictures, Table
from engine.lessons.lab import Lab, RunRecord

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize("calls", [1, 2, 5])
def test_each_call_adds_the_same_gradient(show: Show, calls: int) -> None:
    code, pictures, outcome = show("zero_grad", calls=calls)
    assert isinstance(pictures, Pictures)
    assert isinstance(outcome, Outcome)
    assert len(code.lines) == calls  # type: ignore[union-attr]
    first, last = pictures.pictures[0].values, pictures.pictures[-1].values
    np.testing.assert_allclose(last, calls * first, rtol=1e-4, atol=1e-7)
    assert ("once" if calls == 1 else f"{calls:.2f} times") in outcome.text
    assert outcome.as_promised


def test_without_zeroing_it_is_worse_for_every_seed(
    fit: Callable[..., tuple[RunRecord, Learner]], mnist_sample: Dataset, lab: Callable[..., Lab]
) -> None:
    records = {run.name: fit(mnist_sample, run.config)[0] for run in zero_grad.runs({})}
    assert len(records) == 6
    for seed in (0, 1, 2):
        without = records[f"without_{seed}"]
        zeroed = records[f"with_{seed}"].epochs[-1].valid_accuracy
        assert zeroed > 0.97
        assert without.diverged or without.epochs[-1].valid_accuracy < zeroed - 0.05
    table, outcome = zero_grad.judge(lab("zero_grad"), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert isinstance(table, Table)
    highest = [row[2] for row in table.rows]  # a run that is stopped was on its way up
    assert ["> " in cell for cell in highest] == [each.diverged for each in records.values()]
    one_as_good = records | {"without_1": records["with_1"]}
    _, outcome = zero_grad.judge(lab("zero_grad"), one_as_good)
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised
    assert "2 of 3" in outcome.text
