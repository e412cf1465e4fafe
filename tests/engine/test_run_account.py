"""What a run keeps account of: seconds without the pauses, losses by epoch, silent layers."""

import time
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch import nn

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.errors import TrainingDiverged
from engine.models import build_model
from engine.run_account import RunAccount


def account_of(dataset: Dataset) -> RunAccount:
    return RunAccount(dataset, TrainConfig(loss="mnist_loss"))


def test_an_epochs_loss_is_the_mean_of_its_own_batches(few: Dataset) -> None:
    account, model = account_of(few), build_model(TrainConfig(), 2)
    assert list(account.steps(2, 1, np.float32([0.4, 0.2]), 0.1, 0.1))
    assert list(account.steps(3, 1, np.float32([0.6]), 0.1, 0.1))
    first = account.epoch(1, 3, (0.5, 0.9), 0.1, model)
    assert list(account.steps(4, 2, np.float32([0.1]), 0.1, 0.1))
    second = account.epoch(2, 4, (0.5, 0.9), 0.1, model)
    assert first.train_loss == pytest.approx(0.4)
    assert second.train_loss == pytest.approx(0.1)


@pytest.mark.parametrize("loss", [np.nan, np.inf, 2000.0])
def test_a_validation_loss_may_stop_a_run_too(few: Dataset, loss: float) -> None:
    account = account_of(few)
    assert list(account.steps(1, 1, np.float32([0.4]), 0.1, 0.1))
    with pytest.raises(TrainingDiverged, match="After 1 batch "):
        account.epoch(1, 1, (loss, 0.9), 0.1, build_model(TrainConfig(), 2))


def test_a_change_of_device_is_told_once(few: Dataset) -> None:
    account, model = account_of(few), build_model(TrainConfig(), 2)
    account.moved = "CPU: the GPU is full"
    told = []
    for epoch in (1, 2):
        assert list(account.steps(epoch, epoch, np.float32([0.4]), 0.1, 0.1))
        told.append(account.epoch(epoch, epoch, (0.5, 0.9), 0.1, model).moved)
    assert told == ["CPU: the GPU is full", None]


def test_a_layer_that_wakes_for_one_image_of_many_is_not_silent(few: Dataset) -> None:
    """Only the darkest image wakes it; where that one is paper too, nothing does."""
    ink = few.valid.images.reshape(-1, 784).mean(axis=1) / 255
    darkest, next_to_it = np.sort(ink)[:-3:-1]
    assert len(few.valid) < 2 * 256  # so that all of them are looked at
    for border, silent in (((darkest + next_to_it) / 2, False), (darkest + 0.01, True)):
        model = only_for_more_ink_than(float(border))
        account = account_of(few)
        assert list(account.steps(1, 1, np.float32([0.5]), 0.1, 0.1))
        advice = account.epoch(1, 1, (0.5, 0.5), 0.1, model).advice
        assert (advice is not None) == silent


def only_for_more_ink_than(border: float) -> nn.Sequential:
    model = build_model(TrainConfig(), 2)
    weight, bias = list(model.parameters())[:2]
    with torch.no_grad():
        weight.fill_(1 / 784)
        bias.fill_(-border)
    return model


def test_pauses_between_two_reports_do_not_count(few: Dataset) -> None:
    account = account_of(few)

    def work() -> Iterator[float]:
        for _ in range(3):
            yield time.perf_counter()

    begun = time.perf_counter()
    for _ in account.timed(work()):
        standing = account.seconds
        until = time.perf_counter() + 0.05
        while time.perf_counter() < until:  # the reader is busy
            assert account.seconds == standing
    assert account.seconds < time.perf_counter() - begun - 0.15 + 1e-3
