"""Runs that go astray are noticed, and what mends them mends them; healthy ones are let alone."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.config import TrainConfig
from engine.data.loading import Dataset, Split
from engine.divergence import Watchdog
from engine.errors import TrainingDiverged
from engine.learner import Learner
from engine.options import OPTIMIZERS
from engine.reports import Advice, EpochReport

DEEP: dict[str, Any] = {"model": "mlp", "hidden": (50, 50, 50)}


def epochs(dataset: Dataset, config: TrainConfig) -> list[EpochReport]:
    run = Learner(dataset, config).fit(1000)
    return [report for report in run if isinstance(report, EpochReport)]


def check_fix(dataset: Dataset, config: TrainConfig, fix: dict[str, Any]) -> None:
    """Train as advised: it must learn, and without further advice."""
    reports = epochs(dataset, replace(config, epochs=6, **fix))
    assert reports[-1].valid_accuracy > (0.9 if len(dataset.classes) == 2 else 0.6)
    assert reports[-1].advice is None


def test_what_mends_a_faint_slope_takes_sgd_and_says_so_only_where_it_is_another() -> None:
    for optimizer, taken in (("sgd", None), ("adam", "sgd")):
        rate = OPTIMIZERS[optimizer].usual_lr
        config = TrainConfig(optimizer=optimizer, loss="mnist_loss", activation="sigmoid", lr=rate)
        dog = Watchdog(config, 0.5)
        advice = [dog.advise(0.5, 0.5, rate, lambda: False) for _ in range(3)][-1]
        assert advice is not None
        assert advice.fix["loss"] == "cross_entropy"
        assert advice.fix.get("optimizer") == taken


# What stops a run


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"loss": "cross_entropy", "lr": 10.0}, "learning rate of 10 is too high"),
        ({"loss": "cross_entropy", "lr": 1000.0}, "learning rate of 1000 is too high"),
        ({"loss": "cross_entropy", "lr": 10.0, "momentum": 0.9}, "too high"),
        ({"loss": "cross_entropy", "lr": 1.0, "activation": "none"}, "learning rate of 1 is"),
        ({"loss": "cross_entropy", "lr": 100.0, "activation": "tanh"}, "too high"),
        ({"loss": "cross_entropy", "lr": 1.0, **DEEP}, "too high"),
        ({"loss": "cross_entropy", "lr": 10.0, "init": "large", **DEEP}, "initial weights"),
        ({"lr": 3.0, "weight_decay": 1.0}, "weight decay of 1"),
        ({"lr": 0.5, "weight_decay": 10.0}, "weight decay of 10"),
        (
            {"loss": "cross_entropy", "lr": 1.0, "zero_grad": False, "momentum": 0.9},
            "never zeroed",
        ),
        ({"model": "linear", "lr": 1.0, "weight_decay": 50.0}, "weight decay"),
    ],
)
def test_a_run_that_explodes_stops_with_the_cause_and_what_mends_it(
    few: Dataset, settings: dict[str, Any], said: str
) -> None:
    config = TrainConfig(epochs=20, **settings)
    with pytest.raises(TrainingDiverged, match=said) as caught:
        epochs(few, config)
    assert str(caught.value).startswith("After ")
    check_fix(few, config, caught.value.fix)


def test_ten_digits_are_watched_too(few_digits: Dataset) -> None:
    config = TrainConfig(lr=100.0, epochs=5)
    with pytest.raises(TrainingDiverged) as caught:
        epochs(few_digits, config)
    check_fix(few_digits, config, caught.value.fix)


def test_what_is_no_number_is_noticed_at_once() -> None:
    dog = Watchdog(TrainConfig(), 0.5)
    with pytest.raises(TrainingDiverged, match="After 10 batches the loss is no longer a number"):
        dog.check(np.float32([0.5, np.nan, 0.5]), 12, lr=0.1)
    with pytest.raises(TrainingDiverged, match="no longer a number"):
        Watchdog(TrainConfig(model="linear"), 0.5).check(np.float32([np.inf]), 12, lr=0.1)


@given(st.lists(st.floats(0, 900, width=32), min_size=1, max_size=20))
def test_a_loss_of_any_usual_size_is_let_through(losses: list[float]) -> None:
    Watchdog(TrainConfig(), 0.5).check(np.float32(losses), 1, lr=0.1)


@pytest.mark.parametrize(
    ("settings", "heals"), [({"init": "large"}, True), ({"model": "linear"}, True), ({}, False)]
)
def test_a_huge_loss_stops_what_it_would_not_heal_from(
    settings: dict[str, Any], heals: bool
) -> None:
    dog = Watchdog(TrainConfig(**settings), 0.5)
    if heals:
        dog.check(np.float32([5000]), 1, lr=0.1)
    else:
        with pytest.raises(TrainingDiverged, match="exploded"):
            dog.check(np.float32([5000]), 1, lr=0.1)


def test_several_causes_are_named_and_mended_together(few: Dataset) -> None:
    config = TrainConfig(loss="cross_entropy", lr=100.0, zero_grad=False, weight_decay=1.0)
    with pytest.raises(
        TrainingDiverged, match=r"weight decay.* Besides, .*zeroed.* Besides, .*100"
    ) as caught:
        epochs(few, config)
    assert caught.value.fix == {"weight_decay": 0.0, "zero_grad": True, "lr": 0.1}
    check_fix(few, config, caught.value.fix)


@pytest.mark.parametrize(
    ("lr", "momentum", "better"),
    [(1000.0, 0, 0.1), (0.5, 0, 0.05), (0.1, 0, 0.01), (1.0, 0.9, 0.01), (0.07, 0, 0.007)],
)
def test_the_rate_that_is_advised(lr: float, momentum: float, better: float) -> None:
    with pytest.raises(TrainingDiverged) as caught:
        Watchdog(TrainConfig(momentum=momentum), 0.5).check(np.float32([np.nan]), 1, lr)
    assert caught.value.fix == {"lr": pytest.approx(better)}


@pytest.mark.parametrize(("decay", "is_to_blame"), [(1.5, False), (2.1, True)])
def test_a_decay_that_takes_more_than_all_of_a_weight_is_to_blame(
    decay: float, is_to_blame: bool
) -> None:
    """At a rate of 0.5 a step takes rate x decay of each weight away: past 1 they change sides."""
    with pytest.raises(TrainingDiverged) as caught:
        Watchdog(TrainConfig(weight_decay=decay), 0.5).check(np.float32([np.nan]), 1, 0.5)
    assert ("weight_decay" in caught.value.fix) == is_to_blame


# What only gets advice


def advised(dataset: Dataset, config: TrainConfig) -> Advice:
    """Train to the end, which advice never hinders, and return the last advice."""
    reports = epochs(dataset, config)
    assert len(reports) == config.epochs
    assert reports[-1].advice is not None
    return reports[-1].advice


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"loss": "accuracy"}, "no slope to follow"),
        ({"lr": 0.0}, "learning rate is 0"),
        ({"init": "zeros"}, "started at zero"),
        ({"init": "zeros", "activation": "tanh", "lr": 0.1}, "started at zero"),
        ({"lr": 100.0, "hidden": (30, 30), "model": "mlp"}, "learning rate of 100 is too high"),
        ({"lr": 100.0, "activation": "sigmoid"}, "too high"),
        ({"weight_decay": 2.0, "epochs": 10}, "weight decay of 2"),
        ({"lr": 1e-6, "activation": "sigmoid"}, "too low"),
        ({"loss": "mnist_loss", "init": "large", "lr": 100.0, **DEEP}, "initial weights"),
        ({"model": "mlp", "hidden": (30,) * 6, "activation": "sigmoid"}, "hardly any slope"),
        ({"model": "mlp", "hidden": (30,) * 12}, "hardly any slope"),
    ],
)
def test_a_run_that_learns_nothing_goes_on_with_advice_that_helps(
    few: Dataset, settings: dict[str, Any], said: str
) -> None:
    config = TrainConfig(**{"epochs": 4} | settings)
    advice = advised(few, config)
    assert str(advice.message).startswith("It learns nothing: ")
    assert said in str(advice.message)
    check_fix(few, config, advice.fix)


def test_dead_neurons_are_known_after_one_epoch(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(lr=0.5))
    with torch.no_grad():
        next(learner.model.parameters()).fill_(-1)  # what a step far too large may leave
    report = next(r for r in learner.fit(1000) if isinstance(r, EpochReport))
    assert report.advice is not None
    assert report.advice.fix == {"lr": 0.05}


def test_labels_that_mean_nothing_are_suspected_last(few: Dataset) -> None:
    dog = Watchdog(TrainConfig(loss="cross_entropy"), 0.5)
    assert dog.advise(0.5, 0.7, 0.1, lambda: False) is None
    advice = dog.advise(0.5, 0.7, 0.1, lambda: False)
    assert advice is not None
    assert "labels" in str(advice.message)
    assert advice.fix == {}


@pytest.mark.parametrize(
    ("settings", "said", "fix"),
    [
        ({"weight_decay": 0.3}, "weight decay of 0.3", {"weight_decay": 0.0}),
        ({"weight_decay": 0.03}, "check that the labels", {}),
        ({"lr": 0.05}, "0.05 is too low", {"lr": 0.1}),
        ({"lr": 0.005, "momentum": 0.9}, "0.005 is too low", {"lr": 0.01}),
        ({"lr": 0.05, "momentum": 0.9}, "check that the labels", {}),
        ({"lr": 3.0}, "3 is too high", {"lr": 0.1}),
        ({"lr": 0.3, "momentum": 0.9}, "0.3 is too high", {"lr": 0.01}),
    ],
)
def test_what_is_suspected_of_an_idle_run(
    settings: dict[str, Any], said: str, fix: dict[str, Any]
) -> None:
    config = TrainConfig(**{"loss": "cross_entropy", "lr": 0.3} | settings)
    dog = Watchdog(config, 0.5)
    for _ in range(2):
        advice = dog.advise(0.5, 0.7, config.lr, lambda: False)
    assert advice is not None
    assert said in str(advice.message)
    assert advice.fix == pytest.approx(fix)


def test_it_takes_two_idle_epochs_in_a_row(few: Dataset) -> None:
    dog = Watchdog(TrainConfig(), 0.5)
    accuracies = (0.5, 0.7, 0.54, 0.5, 0.5, 0.9)
    said = [dog.advise(a, 0.5, 30.0, lambda: False) is not None for a in accuracies]
    assert said == [False, False, False, True, True, False]


def test_a_healthy_model_is_never_asked_for_silence() -> None:
    def asked() -> bool:
        raise AssertionError("a look at the neurons costs time")

    assert Watchdog(TrainConfig(), 0.5).advise(0.97, 0.1, 0.1, asked) is None


# What is let alone


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"lr": 1.0},
        {"lr": 1.0, "momentum": 0.9},
        {"lr": 0.3, "momentum": 0.9, "loss": "cross_entropy", "schedule": "one_cycle"},
        {"lr": 3.0, "activation": "sigmoid", "loss": "cross_entropy"},
        {"model": "linear", "lr": 1000.0, "loss": "cross_entropy"},
        {"model": "linear", "lr": 100.0},
        {"model": "linear", "init": "zeros"},
        {"init": "large", "loss": "cross_entropy"},
        {"zero_grad": False},
        {"lr": 0.01},
        {"activation": "none"},
        {"augment": "gentle"},
        {"lr": 0.1, "weight_decay": 0.01},
        DEEP,
    ],
)
def test_a_run_that_learns_is_let_alone(few: Dataset, settings: dict[str, Any]) -> None:
    reports = epochs(few, TrainConfig(epochs=6, **settings))
    assert reports[-1].valid_accuracy > 0.8
    assert reports[-1].advice is None


@pytest.mark.parametrize(
    ("common_share", "idle", "learning"),
    [(0.5, 0.55, 0.56), (0.88, 0.93, 0.94), (0.95, 0.975, 0.976), (0.99, 0.995, 0.996)],
)
def test_rare_classes_leave_less_room_for_learning(
    common_share: float, idle: float, learning: float
) -> None:
    for accuracy, expected in ((idle, True), (learning, False)):
        dog = Watchdog(TrainConfig(), common_share)
        for _ in range(3):
            advice = dog.advise(accuracy, 0.1, 30.0, lambda: False)
        assert (advice is not None) == expected


def test_one_class_alone_is_no_reason_for_advice() -> None:
    dog = Watchdog(TrainConfig(), 1.0)
    assert [dog.advise(1.0, 0.0, 0.1, lambda: True) for _ in range(4)] == [None] * 4


def test_a_training_loss_that_falls_is_learning() -> None:
    dog = Watchdog(TrainConfig(), 0.95)
    losses = (0.20, 0.18, 0.15, 0.12, 0.119, 0.121, 0.118)
    said = [dog.advise(0.95, loss, 0.1, lambda: False) is not None for loss in losses]
    assert said == [False, False, False, False, False, True, True]


@pytest.mark.parametrize(("kept", "learns"), [(0.93, True), (0.975, True), (0.985, False)])
def test_a_loss_that_falls_by_more_than_2_percent_an_epoch_is_learning(
    kept: float, learns: bool
) -> None:
    dog = Watchdog(TrainConfig(), 0.5)
    said = [dog.advise(0.5, 0.5 * kept**epoch, 0.1, lambda: False) for epoch in range(8)]
    assert (said == [None] * 8) == learns


def test_a_loss_that_only_comes_back_from_above_has_learned_nothing() -> None:
    """It rises and falls again: each fall is large, and none is below what there was."""
    dog = Watchdog(TrainConfig(), 0.5)
    losses = (0.30, 0.40, 0.30, 0.40, 0.30)
    said = [dog.advise(0.5, loss, 0.1, lambda: False) is not None for loss in losses]
    assert said == [False, True, True, True, True]


def test_a_layer_that_is_silent_is_told_whatever_the_loss_does() -> None:
    dog = Watchdog(TrainConfig(), 0.5)
    assert all(dog.advise(0.5, loss, 0.1, lambda: True) for loss in (0.5, 0.4, 0.3))


def test_an_unbalanced_set_that_is_learned_is_let_alone(few: Dataset) -> None:
    rare = with_few_sevens(few.train, 60), with_few_sevens(few.valid, 15)
    dataset = Dataset(*rare, few.classes, few.name)
    config = TrainConfig(epochs=8, loss="cross_entropy", batch_size=64)
    reports = epochs(dataset, config)
    common_share = (dataset.valid.labels == 0).mean()
    assert common_share > 0.94
    assert reports[-1].valid_accuracy > common_share
    assert [report.advice for report in reports] == [None] * 8


def with_few_sevens(split: Split, few: int) -> Split:
    """Leave out all 7s but the first `few`."""
    kept = (split.labels == 0) | ((split.labels == 1).cumsum() <= few)
    return Split(split.images[kept], split.labels[kept])


def test_adam_is_advised_a_rate_that_suits_it() -> None:
    config = TrainConfig(optimizer="adam", momentum=0.9, lr=1.0)
    with pytest.raises(
        TrainingDiverged, match=r"learning rate of 1 is too high.*Try 0\.001"
    ) as caught:
        Watchdog(config, 0.5).check(np.float32([np.nan]), 1, lr=1.0)
    assert caught.value.fix == {"lr": 0.001}


@pytest.mark.parametrize(("lr", "too_low"), [(0.0005, True), (0.001, False), (0.1, False)])
def test_what_is_too_low_a_rate_hangs_on_the_optimizer(lr: float, too_low: bool) -> None:
    dog = Watchdog(TrainConfig(optimizer="adam", loss="cross_entropy", lr=lr), 0.5)
    advice = [dog.advise(0.5, 0.7, lr, lambda: False) for _ in range(2)][-1]
    assert advice is not None
    assert ("is too low" in str(advice.message)) is too_low


def test_the_batches_before_the_one_that_went_astray_are_told_of(few: Dataset) -> None:
    config = TrainConfig(loss="cross_entropy", lr=100.0)
    often, seldom = Learner(few, config).fit(every=1), Learner(few, config).fit(every=100)
    told: list[list[float]] = []
    said = []
    for run in (often, seldom):
        told.append([])
        with pytest.raises(TrainingDiverged) as caught:
            told[-1].extend(loss for report in run for loss in report.losses.tolist())
        said.append(caught.value.message)
    assert 0 < len(told[0]) < 8
    assert told[0] == told[1]
    assert said[0] == said[1]


def test_the_rate_to_blame_is_the_one_of_the_moment(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(loss="cross_entropy"))
    run = learner.fit()
    next(run)
    learner.lr = 500.0
    with pytest.raises(TrainingDiverged, match="learning rate of 500 is too high"):
        list(run)
