"""Four starts: how they answer at once, what becomes of their neurons, what trainings give."""

import functools
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch

from engine import Dataset, Learner
from engine.lessons import initial_weights, starts
from engine.lessons.figures import Figure, Outcome, Pictures, Plot, Table, Text
from engine.lessons.lab import Lab, RunRecord
from engine.models import build_model
from tests.mostly_long import mostly_long

Show = Callable[..., tuple[Figure, ...]]
Fit = Callable[..., tuple[RunRecord, Learner]]
LONG = pytest.mark.long
SEEDS = [0, *(pytest.param(seed, marks=LONG) for seed in range(1, 8))]


@pytest.fixture(scope="module")
def show(show: Show) -> Show:
    """Return one that runs nothing twice: each trains for a second or more."""
    return functools.cache(show)


def test_zeros_say_a_half_and_have_no_slope_large_ones_are_sure(show: Show) -> None:
    table, *_ = show("initial_weights")
    assert isinstance(table, Table)
    told = [[float(cell.replace(",", "")) for cell in (*row[1:3], row[4])] for row in table.rows]
    random, equal, zeros, large = told
    assert zeros == [0, 0.5, 0]
    assert abs(large[0]) > 100
    assert large[1] in (0, 1)
    assert 0.05 < random[1] < 0.95
    assert random[2] > 10 * large[2]
    assert equal[2] > 0
    assert table.rows[2][5] == "0 / 30"
    assert [row[0] for row in table.rows].index("small and random") == table.strong


def final(show: Show, start: str, seed: int) -> tuple[Pictures, Pictures, Plot, Outcome]:
    _, step, now, _, added, plot, outcome = show("initial_weights", begin=start, seed=seed)
    assert step == Text("Six of the hidden neurons, step 147 of 147", strong=True)
    assert isinstance(now, Pictures)
    assert isinstance(added, Pictures)
    for each in added.pictures:  # what was added is far smaller than what was there
        assert each.high == float(np.abs(each.values).max()) or not each.values.any()
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    return now, added, plot, outcome


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("start", mostly_long(starts.STARTS, {0, 2}))
def test_what_becomes_of_the_neurons(show: Show, start: str, seed: int) -> None:
    now, added, _, outcome = final(show, start, seed)
    weights, change = (np.stack([p.values for p in row.pictures]) for row in (now, added))
    assert outcome.as_promised
    if start == "random":
        assert all((weights[0] != other).any() for other in weights[1:])
        flat = change.reshape(len(change), -1)
        assert np.linalg.matrix_rank(flat) == len(flat)  # each in a direction of its own
    elif start == "equal":
        assert np.abs(weights - weights[0]).max() <= 1e-4 * np.abs(change).max() > 0
    elif start == "zeros":
        assert not weights.any()
    else:
        assert np.linalg.norm(change) < 0.01 * np.linalg.norm(weights)


def test_the_numbers_are_those_of_a_training_of_its_own(show: Show, mnist_sample: Dataset) -> None:
    learner = starts.begin(mnist_sample, "random", 3)
    before = learner.validate()[1]
    first = learner.model[0].weight.detach().clone()
    for _ in learner.fit():
        pass
    weight = learner.model[0].weight.detach()
    moved = 100 * float((weight - first).norm() / first.norm())
    now, added, _, outcome = final(show, "random", 3)
    assert f"by {moved:.0f} % of the weights' length" in outcome.text
    assert f"Right: {100 * before:.1f} % before, " in outcome.text
    assert f"{100 * learner.validate()[1]:.1f} % after" in outcome.text
    assert now.pictures[2].values.ravel() == pytest.approx(weight[2].numpy(), abs=1e-6)
    assert added.pictures[2].values.ravel() == pytest.approx((weight - first)[2].numpy(), abs=1e-6)
    assert learner.step == starts.STEPS


def test_one_neuron_is_nearly_enough_for_3s_and_7s(show: Show) -> None:
    several, one = (final(show, start, 0)[3].text for start in ("random", "equal"))
    after = [float(text.rpartition(" % after")[0].split()[-1]) for text in (several, one)]
    assert after[1] > 95
    assert after[1] > after[0] - 3


def test_large_weights_put_the_logits_where_the_sigmoid_is_flat(show: Show) -> None:
    _, _, plot, outcome = final(show, "large", 0)
    far = [np.mean(np.abs(curve.x) > 12) for curve in plot.curves[1:]]
    assert min(far) > 0.9
    (line, *points) = plot.curves
    assert max(np.abs(curve.x).max() for curve in points) <= line.x[-1] == -line.x[0]
    assert line.x[-1] / max(np.abs(curve.x).max() for curve in points) <= 2.5
    assert np.isfinite(line.y).all()
    assert float(outcome.text.partition(" % of the logits")[0].split()[-1]) > 90
    _, _, plot, _ = final(show, "random", 0)
    assert 12 <= plot.curves[0].x[-1] <= 20
    for curve in plot.curves[1:]:
        assert curve.y == pytest.approx(1 / (1 + np.exp(-curve.x)), abs=1e-6)
    threes, sevens = plot.curves[1:]
    assert threes.x.mean() > 0 > sevens.x.mean()


def test_the_pictures_move_while_it_trains(lab: Callable[..., Lab]) -> None:
    values = {"begin": "random", "seed": 0}
    shown = [figures[2] for figures in initial_weights.run(lab("initial_weights"), values)]
    assert len(shown) > 20
    apart = [np.abs(each.pictures[0].values - shown[0].pictures[0].values).max() for each in shown]
    assert 0 == apart[0] < apart[5] < apart[-1]


@pytest.mark.parametrize("seed", SEEDS)
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
    table, *_ = show("initial_weights")
    assert isinstance(table, Table)
    model = build_model(replace(starts.CONFIG, init="large", device="cpu"), 2)
    x = torch.tensor(mnist_sample.valid.images).flatten(1) / 255
    with torch.no_grad():
        said = (model(x)[:, 0] <= 0).numpy()
    share = (said == mnist_sample.valid.labels).mean()
    assert table.rows[3][3] == f"{100 * share:.1f} %"
    assert initial_weights.untrained(mnist_sample, "large", 0) == pytest.approx(share)
