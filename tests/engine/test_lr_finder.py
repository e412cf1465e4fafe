"""The range test: the rates that it suggests train well, whatever the model, loss and seed."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import TrainConfig
from engine.data.loading import Dataset, Split
from engine.learner import Learner
from engine.lr_finder import HIGHEST, LOWEST, find_lr, search_lr, suggest
from engine.reports import EpochReport, LrSearch
from tests.mostly_long import mostly_long


def reached(dataset: Dataset, config: TrainConfig) -> float:
    """Train to the end and return the accuracy on the validation set."""
    last = list(Learner(dataset, config).fit(1000))[-1]
    assert isinstance(last, EpochReport)
    return last.valid_accuracy


@pytest.mark.parametrize("seed", mostly_long([0, 1, 2], {0}))
@pytest.mark.parametrize(
    ("settings", "bound"),
    [
        ({}, 0.97),
        ({"loss": "cross_entropy"}, 0.97),
        ({"model": "linear"}, 0.965),
        ({"momentum": 0.9}, 0.97),
        ({"activation": "sigmoid"}, 0.965),
    ],
)
def test_three_epochs_at_the_suggested_rate_train_well(
    mnist_sample: Dataset, settings: dict[str, Any], bound: float, seed: int
) -> None:
    config = TrainConfig(epochs=3, seed=seed, **settings)
    suggestion = find_lr(mnist_sample, config).suggestion
    assert suggestion is not None
    assert reached(mnist_sample, replace(config, lr=suggestion)) > bound


@pytest.mark.parametrize(
    ("settings", "bound"),
    [({}, 0.8), ({"loss": "mnist_loss"}, 0.55), ({"model": "linear"}, 0.8)],
)
def test_ten_digits(few_digits: Dataset, settings: dict[str, Any], bound: float) -> None:
    config = TrainConfig(epochs=8, **settings)
    suggestion = find_lr(few_digits, config).suggestion
    assert suggestion is not None
    assert reached(few_digits, replace(config, lr=suggestion)) > bound


@pytest.mark.long
def test_a_convnet(few: Dataset) -> None:
    config = TrainConfig(model="convnet", batch_size=64, epochs=1)
    suggestion = find_lr(few, config).suggestion
    assert suggestion is not None
    assert 0.02 < suggestion < 1.5  # it breaks at 3, and at 0.01 hardly moves
    assert reached(few, replace(config, lr=suggestion)) > 0.9


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("model", ["convnet", "small_convnet"])
def test_a_convnet_stands_the_suggested_rate_from_its_first_batch(
    mnist_sample: Dataset, model: str, seed: int
) -> None:
    config = TrainConfig(model=model, batch_size=64, epochs=1, seed=seed)
    suggestion = find_lr(mnist_sample, config).suggestion
    assert suggestion is not None
    assert reached(mnist_sample, replace(config, lr=suggestion)) > 0.975


def test_rates_climb_by_equal_factors(few: Dataset) -> None:
    search = find_lr(few, TrainConfig(model="linear"), steps=40)
    assert search.lrs.dtype == search.losses.dtype == np.float32
    assert len(search.lrs) == len(search.losses) == 40
    assert search.lrs[[0, -1]] == pytest.approx([LOWEST, HIGHEST])
    np.testing.assert_allclose(np.diff(np.log(search.lrs)), np.log(1e6) / 39, rtol=1e-3)


def test_it_tells_after_each_batch_and_may_be_left_at_any(few: Dataset) -> None:
    search = search_lr(few, TrainConfig())
    for count in range(1, 15):  # past the end of the first epoch
        assert len(next(search).losses) == count
    search.close()  # type: ignore[attr-defined]


def test_it_ends_where_the_loss_explodes(few: Dataset) -> None:
    search = find_lr(few, TrainConfig(loss="cross_entropy", activation="none"))
    assert len(search.losses) < 100
    assert np.isfinite(search.losses).all()
    assert search.losses.max() <= 4 * search.losses[0]


def test_it_touches_no_other_run_and_no_global_dice(few: Dataset) -> None:
    alone, other = (Learner(few, TrainConfig(epochs=1)) for _ in range(2))
    list(alone.fit())
    run = other.fit()
    next(run)
    state = torch.get_rng_state()
    find_lr(few, TrainConfig(), steps=10)
    assert torch.equal(torch.get_rng_state(), state)
    list(run)
    for a, b in zip(alone.model.parameters(), other.model.parameters(), strict=True):
        assert torch.equal(a, b)


def test_the_same_seed_finds_the_same(few: Dataset) -> None:
    def found(**settings: Any) -> LrSearch:
        return find_lr(few, TrainConfig(**settings), steps=30)

    np.testing.assert_array_equal(found().losses, found().losses)
    first, same = found(), found(lr=3.0, schedule="one_cycle", epochs=1)
    np.testing.assert_array_equal(first.losses, same.losses)
    assert not np.array_equal(first.losses, found(seed=1).losses)


def test_where_nothing_can_be_learned_nothing_is_suggested(few: Dataset) -> None:
    search = find_lr(few, TrainConfig(loss="accuracy"), steps=50)
    assert search.suggestion is None


@pytest.mark.parametrize("seed", mostly_long([0, 1, 2], {0}))
@pytest.mark.parametrize(
    "settings", [{"loss": "accuracy"}, {"loss": "accuracy", "model": "linear"}, {"init": "zeros"}]
)
def test_what_batches_differ_by_is_no_fall(
    mnist_sample: Dataset, settings: dict[str, Any], seed: int
) -> None:
    assert find_lr(mnist_sample, TrainConfig(seed=seed, **settings)).suggestion is None


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("settings", [{"init": "zeros", "batch_size": 32}, {"init": "large"}])
def test_what_falls_at_the_very_end_is_no_suggestion(
    mnist_sample: Dataset, settings: dict[str, Any], seed: int
) -> None:
    train = Split(mnist_sample.train.images[::12], mnist_sample.train.labels[::12])
    thousand = replace(mnist_sample, train=train)
    assert find_lr(thousand, TrainConfig(seed=seed, **settings)).suggestion is None


@pytest.mark.parametrize("middle", [0.1, 0.003])
def test_the_suggestion_of_a_known_curve(middle: float) -> None:
    """A logistic fall, four to the decade, has come nine tenths of its way ln 9 / 4 decades on."""
    lrs = np.geomspace(1e-4, 100, 100).astype(np.float32)
    fall = 1 / (1 + np.exp(-4 * np.log10(lrs / middle)))  # from 1 to 0 around it
    losses = np.where(lrs < 30, 1 - 0.9 * fall, 3).astype(np.float32)
    found = suggest(lrs, losses)
    assert found == pytest.approx(middle * 10 ** (np.log(9) / 4), rel=0.25)
