"""Three starts: how they answer at once, and what the trainings from them give."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch

from engine import Dataset, Learner
from engine.lessons import initial_weights
from engine.lessons.figures import Figure, Outcome, Table
from engine.lessons.lab import Lab, RunRecord
from engine.models import build_model

Show = Callable[..., tuple[Figure, ...]]
Fit = Callable[..., tuple[RunRecord, Learner]]


def test_zeros_say_a_half_and_have_no_slope_large_ones_are_sure(show: Show) -> None:
    (table,) = show("initial_weights")
    assert isinstance(table, Table)
    random, zeros, large = ([float(cell) for cell in (*row[1:3], row[4])] for row in table.rows)
    assert zeros == [0, 0.5, 0]
    assert abs(large[0]) > 100
    assert large[1] in (0, 1)
    assert 0.05 < random[1] < 0.95
    assert random[2] > 100 * large[2]
    assert table.rows[1][5] == "0 / 30"


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(s, marks=pytest.mark.long) for s in range(1, 8))]
)
def test_only_small_random_ones_learn(
    fit: Fit,
    mnist_sample: Dataset,
    lab: Callable[..., Lab],
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    monkeypatch.setattr(initial_weights, "_SEED", seed)
    records = {r.name: fit(mnist_sample, r.config)[0] for r in initial_weights.runs({})}
    _, outcome = initial_weights.judge(lab("initial_weights"), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    swapped = records | {"random": records["zeros"], "zeros": records["random"]}
    _, outcome = initial_weights.judge(lab("initial_weights"), swapped)
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised


def test_far_too_large_weights_get_some_right_by_chance(show: Show, mnist_sample: Dataset) -> None:
    (table,) = show("initial_weights")
    assert isinstance(table, Table)
    config = replace(initial_weights.runs({})[2].config, device="cpu")
    model = build_model(config, 2)
    x = torch.tensor(mnist_sample.valid.images).flatten(1) / 255
    with torch.no_grad():
        said = (model(x)[:, 0] <= 0).numpy()
    right = (said == mnist_sample.valid.labels).mean()
    assert table.rows[2][3] == f"{100 * right:.1f} %"
