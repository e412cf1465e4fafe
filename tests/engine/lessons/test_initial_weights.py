"""Three starts: how they answer at once, and what the trainings from them give."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine import Dataset, Learner
from engine.lessons import initial_weights
from engine.lessons.figures import Figure, Outcome, Table
from engine.lessons.lab import Lab, RunRecord

Show = Callable[..., tuple[Figure, ...]]
Fit = Callable[..., tuple[RunRecord, Learner]]


def test_zeros_say_a_half_and_have_no_slope_large_ones_are_sure(show: Show) -> None:
    (table,) = show("initial_weights")
    assert isinstance(table, Table)
    random, zeros, large = ([float(cell) for cell in row[1:4]] for row in table.rows)
    assert zeros == [0, 0.5, 0]
    assert abs(large[0]) > 100
    assert large[1] in (0, 1)
    assert 0.05 < random[1] < 0.95
    assert random[2] > 100 * large[2]
    assert table.rows[1][4] == "0 / 30"


@pytest.mark.parametrize("seed", [0, *(pytest.param(s, marks=pytest.mark.long) for s in (1, 2))])
def test_only_small_random_ones_learn(
    fit: Fit, mnist_sample: Dataset, lab: Callable[..., Lab], seed: int
) -> None:
    runs = initial_weights.runs({})
    records = {r.name: fit(mnist_sample, replace(r.config, seed=seed))[0] for r in runs}
    _, outcome = initial_weights.judge(lab("initial_weights"), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    swapped = records | {"random": records["zeros"], "zeros": records["random"]}
    _, outcome = initial_weights.judge(lab("initial_weights"), swapped)
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised
