"""Experiments that train say the same whichever seed the network and the batches begin with.

Those with draws or seeds of their own (questions 12, 14, 16, 18, 38) are tried beside the others of
their lesson; here are all the rest.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module

import numpy as np
import pytest

from engine import Dataset, Learner, TrainConfig
from engine.lessons import accuracy_as_loss, activation_functions, bias, zero_grad
from engine.lessons.figures import Figure, Outcome
from engine.lessons.lab import Lab, RunRecord
from tests.engine.lessons.claims.quoted import answers, says
from tests.mostly_long import mostly_long

Show = Callable[..., tuple[Figure, ...]]
Fit = Callable[..., tuple[RunRecord, Learner]]
SEEDS = range(8)
SHOWN = [
    ("seven_steps", {"step": 4}),
    ("seven_steps", {"step": 6}),
    ("epoch_in_five_lines", {"line": 15}),
    ("training_loop", {"leave_out": "nothing"}),
    ("training_loop", {"leave_out": "backward"}),
    ("training_loop", {"leave_out": "step"}),
    ("training_loop", {"leave_out": "zero_grad"}),
    ("activation_functions", {"between": "none"}),
    ("activation_functions", {"between": "relu"}),
    ("activation_functions", {"between": "sigmoid"}),
    ("activation_functions", {"between": "tanh"}),
    ("accuracy_as_loss", {}),
    ("optimizer_step", {"step": 5, "momentum": 0.9}),
    ("bias", {"ink": 0}),
    ("zero_grad", {"calls": 3}),
]


@pytest.mark.parametrize("seed", mostly_long(SEEDS, {2}))
@pytest.mark.parametrize(("name", "values"), SHOWN)
def test_what_an_experiment_promises(
    show: Show, monkeypatch: pytest.MonkeyPatch, name: str, values: dict, seed: int
) -> None:
    module = import_module(f"engine.lessons.{name}")
    monkeypatch.setattr(module, "TrainConfig", partial(TrainConfig, seed=seed))
    outcomes = [each for each in show(name, **values) if isinstance(each, Outcome)]
    assert outcomes
    assert all(outcome.as_promised for outcome in outcomes)


@pytest.mark.parametrize("seed", mostly_long(SEEDS, {2}))
@pytest.mark.parametrize("times_as_high", [1, 1000])
def test_21_accuracy_as_the_loss_moves_no_weight(
    fit: Fit, mnist_sample: Dataset, lab: Callable[..., Lab], times_as_high: float, seed: int
) -> None:
    assert answers("accuracy_as_loss", "a thousand times as high").startswith("Nothing")
    smooth, flat = accuracy_as_loss.runs({})
    config = replace(flat.config, seed=seed, lr=flat.config.lr * times_as_high)
    records = {
        "accuracy": fit(mnist_sample, config)[0],
        "smooth": fit(mnist_sample, replace(smooth.config, seed=seed))[0],
    }
    assert not records["accuracy"].weights_moved
    _, outcome = accuracy_as_loss.judge(lab("accuracy_as_loss"), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


@pytest.mark.parametrize("seed", mostly_long(SEEDS, {2}))
def test_29_a_bias_makes_little_difference_to_the_accuracy(
    fit: Fit, mnist_sample: Dataset, seed: int
) -> None:
    says("bias", "7s a bias makes little difference to the accuracy")
    blank = np.zeros((28, 28), np.uint8)
    shares, halves = [], []
    for run in bias.runs({}):
        record, learner = fit(mnist_sample, replace(run.config, seed=seed))
        shares.append(record.epochs[-1].valid_accuracy)
        halves.append(learner.predict(blank).probabilities[0] == 0.5)
    assert abs(shares[0] - shares[1]) < 0.01
    assert min(shares) > 0.95
    assert halves == [False, True]


@pytest.fixture(scope="module")
def swings(fit: Fit, mnist_sample: Dataset) -> list[tuple[RunRecord, RunRecord]]:
    """Return the runs with and without zeroing, for each seed."""
    pairs = []
    for seed in SEEDS:
        zeroed, not_zeroed = (zero_grad._config(seed, zeroes) for zeroes in (True, False))
        pairs.append((fit(mnist_sample, zeroed)[0], fit(mnist_sample, not_zeroed)[0]))
    return pairs


def test_32_without_zeroing_it_swings_wider_and_often_explodes(
    swings: list[tuple[RunRecord, RunRecord]],
) -> None:
    says("zero_grad", "swing back, and swing wider, often until the loss")
    for zeroed, not_zeroed in swings:
        first, *later = np.array_split(not_zeroed.losses, 5)
        assert max(part.max() for part in later) > 5 * first.max()
        assert zeroed.losses[-20:].max() < zeroed.losses[0]
    assert sum(not_zeroed.diverged for _, not_zeroed in swings) > 2


def test_32_for_each_seed_it_came_out_worse(swings: list[tuple[RunRecord, RunRecord]]) -> None:
    for zeroed, not_zeroed in swings:
        share = zeroed.epochs[-1].valid_accuracy
        assert share > 0.97
        assert not_zeroed.diverged or not_zeroed.epochs[-1].valid_accuracy < share - 0.02


@pytest.mark.long  # the first seed is tried where the lesson is
@pytest.mark.parametrize("seed", range(1, 8))
def test_36_relu_reads_more_of_ten_digits(fit: Fit, mnist: Dataset, seed: int) -> None:
    says("activation_functions", "With ReLU {relu:.1f} % of the answers on ten digits are right")
    relu, none = (
        fit(mnist, replace(run.config, seed=seed))[0].epochs[-1].valid_accuracy
        for run in activation_functions.runs({})
    )
    assert relu > none + 0.01
