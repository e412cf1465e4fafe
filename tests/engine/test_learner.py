"""The learner: it learns, it repeats, and its deliberate mistakes do what the chapter says."""

import dataclasses
import itertools
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.errors import ConfigError, TrainingDiverged
from engine.inference.similarity import PixelSimilarity
from engine.learner import Learner
from engine.losses import LOSSES, predicted
from engine.options import MODELS
from engine.reports import EpochReport, Report, StepReport
from tests.mostly_long import mostly_long

Weights = list[torch.Tensor]


def weights(learner: Learner) -> Weights:
    return [p.detach().clone() for p in learner.model.parameters()]


def trained(dataset: Dataset, fast: bool = True, **settings: Any) -> tuple[Learner, EpochReport]:
    """Train to the end and return the learner and its last report."""
    learner = Learner(dataset, TrainConfig(**settings), fast)
    last = list(learner.fit(every=1000))[-1]
    assert isinstance(last, EpochReport)
    return learner, last


def same(a: Weights, b: Weights) -> bool:
    return all(torch.equal(x, y) for x, y in zip(a, b, strict=True))


def told(reports: list[Report]) -> list[Any]:
    """Return reports as comparable values, the seconds left out."""
    values = [dataclasses.asdict(report) for report in reports]
    return [
        {k: v.tolist() if isinstance(v, np.ndarray) else v for k, v in value.items()}
        | {"seconds": None}
        for value in values
    ]


# What it reaches


def test_simple_net_passes_pixel_similarity_within_two_epochs(mnist_sample: Dataset) -> None:
    baseline = PixelSimilarity.of(mnist_sample.train, mnist_sample.classes)
    _, report = trained(mnist_sample, epochs=2)
    assert report.valid_accuracy > 0.965 > baseline.accuracy(mnist_sample.valid, "l1")


@pytest.mark.parametrize("seed", mostly_long([0, 1, 2], {0}))
def test_simple_net_reaches_98_2_as_in_the_book(mnist_sample: Dataset, seed: int) -> None:
    _, report = trained(mnist_sample, seed=seed)  # 40 epochs of the book's settings
    assert report.valid_accuracy >= 0.982


def test_linear_reaches_96_5_in_twenty_epochs(mnist_sample: Dataset) -> None:
    _, report = trained(mnist_sample, model="linear", epochs=20)
    assert report.valid_accuracy >= 0.965


@pytest.mark.parametrize(
    ("model", "settings", "bound"),
    [
        ("linear", {"lr": 0.5}, 0.8),
        ("simple_net", {"lr": 0.5}, 0.8),
        ("mlp", {"lr": 0.2, "hidden": (40, 20)}, 0.75),
        ("convnet", {"lr": 0.1, "batch_size": 64, "epochs": 1}, 0.75),
        ("small_convnet", {"lr": 0.1, "batch_size": 64, "epochs": 1}, 0.75),
    ],
)
def test_every_model_learns_ten_digits(
    few_digits: Dataset, model: str, settings: dict[str, Any], bound: float
) -> None:
    settings = {"model": model, "epochs": 4, "momentum": 0.9, "schedule": "one_cycle"} | settings
    _, report = trained(few_digits, **settings)
    assert report.valid_accuracy > bound  # chance is 0.1
    assert report.valid_loss < 1  # ln 10 = 2.3 knows nothing


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh", "none"])
@pytest.mark.parametrize("loss", ["mnist_loss", "cross_entropy"])
def test_every_activation_learns_with_either_loss(few: Dataset, activation: str, loss: str) -> None:
    _, report = trained(few, epochs=8, lr=0.1, momentum=0.5, activation=activation, loss=loss)
    assert report.valid_accuracy > 0.93


def test_gentle_augmentation_still_learns(few: Dataset) -> None:
    _, report = trained(few, epochs=4, lr=0.5, augment="gentle")
    assert report.valid_accuracy > 0.93


# It repeats


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("augment", mostly_long(["off", "gentle"], {1}))
def test_a_seed_repeats_bit_for_bit(handful: Dataset, model: str, augment: str) -> None:
    settings = {"model": model, "augment": augment, "epochs": 2, "batch_size": 64}
    runs = []
    for seed in (1, 1, 2):
        torch.manual_seed(len(runs))  # nothing hangs on the global dice
        learner = Learner(handful, TrainConfig(**settings, seed=seed))
        runs.append((told(list(learner.fit())), weights(learner)))
    assert runs[0][0] == runs[1][0]
    assert same(runs[0][1], runs[1][1])
    assert runs[0][0] != runs[2][0]


@pytest.mark.parametrize("model", ["linear", "simple_net", "mlp"])
@pytest.mark.parametrize("loss", ["mnist_loss", "cross_entropy"])
def test_fast_gradients_train_as_autograds_do(few: Dataset, model: str, loss: str) -> None:
    settings = {"model": model, "loss": loss, "epochs": 3, "lr": 0.3, "momentum": 0.5}
    _, fast = trained(few, **settings)
    _, plain = trained(few, fast=False, **settings)
    assert fast.train_loss == pytest.approx(plain.train_loss, rel=0.01)
    assert fast.valid_loss == pytest.approx(plain.valid_loss, rel=0.02)
    assert abs(fast.valid_accuracy - plain.valid_accuracy) <= 0.004  # 2 images in 500


def test_a_run_broken_off_anywhere_goes_on_as_if_it_had_not_been(few: Dataset) -> None:
    whole = Learner(few, TrainConfig(epochs=3, momentum=0.9, schedule="one_cycle"))
    expected = told(list(whole.fit()))
    parts = Learner(few, TrainConfig(epochs=3, momentum=0.9, schedule="one_cycle"))
    reports: list[Report] = []
    for count in (1, 3, 4, 1, 1, 6, 2, 100):  # one of them between the last step and its epoch
        reports += itertools.islice(parts.fit(), count)
    assert told(reports) == expected
    assert same(weights(parts), weights(whole))


def test_a_finished_run_has_nothing_more_to_do(few: Dataset) -> None:
    learner, _ = trained(few, epochs=1)
    assert list(learner.fit()) == []


# What it tells


@pytest.mark.parametrize("every", [1, 3, 8, 1000])
def test_reports_tell_every_batch_and_epoch_once(few: Dataset, every: int) -> None:
    learner = Learner(few, TrainConfig(epochs=3))  # 8 batches an epoch
    reports = list(learner.fit(every))
    assert [r.epoch for r in reports if isinstance(r, EpochReport)] == [1, 2, 3]
    assert sum(len(r.losses) for r in reports if isinstance(r, StepReport)) == 24
    for epoch in (1, 2, 3):
        of_it = [r for r in reports if r.epoch == epoch]
        assert isinstance(of_it[-1], EpochReport)
        steps = [r for r in of_it if isinstance(r, StepReport)]
        assert steps[-1].step == 8 * epoch
        assert all(r.step % every == 0 for r in steps[:-1])
        losses = np.concatenate([r.losses for r in steps])
        assert len(losses) == 8
        assert of_it[-1].train_loss == pytest.approx(float(losses.mean()), rel=1e-6)
        assert of_it[-1].epochs == 3
    assert learner.epochs_done == 3


@pytest.mark.parametrize("momentum", [0.0, 0.9])  # fused steps, and others
def test_a_report_that_is_due_has_all_losses_since_the_one_before(
    few: Dataset, momentum: float
) -> None:
    config = TrainConfig(epochs=2, momentum=momentum)  # 8 batches an epoch
    counted = [r for r in Learner(few, config).fit(every=1) if isinstance(r, StepReport)]
    due = iter([False, True, True, False, False, False, False, False] + [False] * 8)
    timed = [
        r for r in Learner(few, config).fit_when(lambda: next(due)) if isinstance(r, StepReport)
    ]
    assert [r.step for r in timed] == [2, 3, 8, 16]
    assert [len(r.losses) for r in timed] == [2, 1, 5, 8]
    np.testing.assert_allclose(
        np.concatenate([r.losses for r in timed]), [r.loss for r in counted], rtol=1e-3
    )


def test_how_often_it_reports_changes_nothing_in_the_learning(few: Dataset) -> None:
    for momentum, tolerance in ((0.0, 2e-3), (0.9, 0.0)):  # without it, fused steps round anew
        often, seldom = (Learner(few, TrainConfig(epochs=2, momentum=momentum)) for _ in range(2))
        list(often.fit(every=1))
        list(seldom.fit(every=7))
        for one, other in zip(weights(often), weights(seldom), strict=True):
            torch.testing.assert_close(one, other, rtol=0, atol=tolerance)


def test_reports_carry_plain_values(few: Dataset) -> None:
    for report in Learner(few, TrainConfig(epochs=1)).fit(every=3):
        for field in dataclasses.fields(report):
            value = getattr(report, field.name)
            if field.name == "losses":
                assert type(value) is np.ndarray
                assert value.dtype == np.float32
            elif field.name in ("advice", "moved"):
                assert value is None
            else:
                assert type(value) in (int, float)


def test_a_report_keeps_its_losses_when_training_goes_on(few: Dataset) -> None:
    run = Learner(few, TrainConfig(epochs=1)).fit(every=2)
    first = next(run)
    assert isinstance(first, StepReport)
    before = first.losses.copy()
    list(run)
    np.testing.assert_array_equal(first.losses, before)


def test_the_first_loss_is_that_of_the_untrained_model(few: Dataset) -> None:
    untrained = Learner(few, TrainConfig(batch_size=len(few.train)))
    x, y = torch.tensor(few.train.images).flatten(1) / 255, torch.tensor(few.train.labels)
    expected = LOSSES["mnist_loss"](untrained.model(x), y).item()
    report = next(untrained.fit())
    assert isinstance(report, StepReport)
    assert report.loss == pytest.approx(expected, rel=1e-3)


def test_the_validation_set_is_measured_whole(few: Dataset) -> None:
    learner, report = trained(few, epochs=2)
    x, y = torch.tensor(few.valid.images).flatten(1) / 255, torch.tensor(few.valid.labels)
    logits = learner.model(x)
    assert report.valid_loss == pytest.approx(LOSSES["mnist_loss"](logits, y).item(), rel=1e-5)
    accuracy = (predicted(logits) == y).float().mean().item()
    assert report.valid_accuracy == learner.valid_accuracy == pytest.approx(accuracy)


def test_it_validates_and_predicts_in_reading_mode_and_learns_on_in_the_other(
    handful: Dataset,
) -> None:
    learner = Learner(handful, TrainConfig(batch_size=64), fast=False)
    modes: list[bool] = []
    learner.model[0].register_forward_pre_hook(lambda layer, _: modes.append(layer.training))
    for work, learns in (
        (lambda: next(learner.fit()), True),
        (learner.validate, False),
        (lambda: learner.predict(handful.valid.images[0]), False),
    ):
        modes.clear()
        work()
        assert set(modes) == {learns}
        assert learner.model.training


def test_seconds_grow_and_leave_pauses_out(few: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count()  # a second passes at each look at the clock
    paused = [0.0]
    monkeypatch.setattr("time.perf_counter", lambda: next(clock) + paused[0])
    seconds = []
    for report in Learner(few, TrainConfig(epochs=3)).fit(every=4):
        paused[0] += 1e6
        seconds.append(report.seconds)
    assert len(seconds) > 3
    assert all(a < b for a, b in itertools.pairwise([0, *seconds, 1000]))


# What may be done while it runs


def test_the_rate_can_be_changed_while_it_runs(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(epochs=2, lr=0.1))
    run = learner.fit()
    assert getattr(next(run), "lr") == 0.1  # noqa: B009
    learner.lr = 0.0
    before = weights(learner)
    report = next(run)
    assert isinstance(report, StepReport)
    assert report.lr == 0
    assert same(weights(learner), before)
    learner.lr = 0.7
    report = next(run)
    assert isinstance(report, StepReport)
    assert report.lr == 0.7
    assert not same(weights(learner), before)


def test_one_cycle_bends_the_rate_that_is_set(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(epochs=4, lr=1.0, schedule="one_cycle"))
    rates = [r.lr for r in learner.fit() if isinstance(r, StepReport)]
    assert len(rates) == 32
    assert rates[0] == pytest.approx(1 / 25)
    assert max(rates) == rates[8] == 1.0
    assert rates[-1] < 0.01


def test_it_predicts_with_the_weights_of_the_moment(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(epochs=1))
    image = few.valid.images[0]
    before = learner.predict(image).probabilities
    frozen = learner.classifier()
    list(learner.fit())
    assert not np.array_equal(learner.predict(image).probabilities, before)
    np.testing.assert_allclose(frozen.predict(image).probabilities, before, atol=1e-6)
    now = learner.classifier()
    np.testing.assert_array_equal(
        now.predict(image).probabilities, learner.predict(image).probabilities
    )
    assert (frozen.card.accuracy, now.card.accuracy) == (None, learner.valid_accuracy)


def test_looking_at_it_changes_nothing(handful: Dataset) -> None:
    alone, watched = (Learner(handful, TrainConfig(model="convnet", epochs=2)) for _ in range(2))
    expected = told(list(alone.fit(every=1)))
    reports = []
    for report in watched.fit(every=1):
        reports.append(report)
        watched.predict(handful.valid.images[0])
        watched.classifier()
        watched.validate()
    assert told(reports) == expected
    assert same(weights(alone), weights(watched))


# The chapter's experiments, and mistakes made on purpose


def test_accuracy_as_a_loss_leaves_every_weight_as_it_was(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(loss="accuracy", epochs=2, lr=1.0, momentum=0.9))
    before = weights(learner)
    accuracies = {r.valid_accuracy for r in learner.fit(8) if isinstance(r, EpochReport)}
    assert same(weights(learner), before)
    assert len(accuracies) == 1


def test_gradients_never_zeroed_learn_worse(mnist_sample: Dataset) -> None:
    lost = []
    for seed in range(3):  # how much worse is chance: the steps grow, and overshoot
        _, zeroed = trained(mnist_sample, epochs=6, lr=0.3, seed=seed)
        try:
            _, piled = trained(mnist_sample, epochs=6, lr=0.3, seed=seed, zero_grad=False)
        except TrainingDiverged:
            continue
        lost.append(zeroed.valid_accuracy - piled.valid_accuracy)
    assert min(lost, default=1) > 0
    assert sum(lost) >= 0.005 * len(lost)


def test_gradients_never_zeroed_are_a_sum_over_all_batches(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(epochs=1, lr=0.0, zero_grad=False), fast=False)
    list(learner.fit())
    x, y = torch.tensor(few.train.images).flatten(1) / 255, torch.tensor(few.train.labels)
    piled = [p.grad.clone() for p in learner.model.parameters() if p.grad is not None]
    learner.optimizer.zero_grad()
    for rows in torch.arange(len(y)).split(256):
        learner.autograd(x[rows], y[rows])
    whole = [p.grad for p in learner.model.parameters()]
    for ours, once in zip(piled, whole, strict=True):
        assert once is not None
        assert torch.nn.functional.cosine_similarity(ours.flatten(), once.flatten(), 0) > 0.99


def test_without_bias_blank_paper_is_exactly_even(few: Dataset, blank: NDArray[np.uint8]) -> None:
    learner, _ = trained(few, bias=False, epochs=2)
    answer = learner.predict(blank)
    assert answer.probabilities.tolist() == [0.5, 0.5]
    assert not answer.known
    with_bias, _ = trained(few, epochs=2)
    assert with_bias.predict(blank).probabilities[0] != 0.5


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
def test_from_zeros_all_neurons_stay_the_same_one(few: Dataset, activation: str) -> None:
    learner, _ = trained(few, init="zeros", epochs=3, lr=1.0, activation=activation)
    first = next(learner.model.parameters())
    # A processor may sum up a block of neurons in another order than the rest of them.
    torch.testing.assert_close(first, first[:1].expand_as(first), rtol=0, atol=1e-6)


def test_from_zeros_a_relu_network_learns_nothing_but_a_linear_model_does(few: Dataset) -> None:
    stuck, report = trained(few, init="zeros", epochs=3, lr=1.0)
    assert not next(stuck.model.parameters()).any()
    assert report.valid_accuracy < 0.6
    _, report = trained(few, model="linear", init="zeros", epochs=3, lr=1.0)
    assert report.valid_accuracy > 0.93


def test_weights_too_large_learn_worse(few: Dataset) -> None:
    _, sane = trained(few, epochs=3)
    _, wild = trained(few, epochs=3, init="large")
    assert wild.valid_accuracy < sane.valid_accuracy - 0.01


def test_weight_decay_keeps_weights_small(few: Dataset) -> None:
    free, _ = trained(few, epochs=3, lr=0.5)
    pulled, _ = trained(few, epochs=3, lr=0.5, weight_decay=0.1)
    assert weights(pulled)[0].norm() < 0.8 * weights(free)[0].norm()


def test_a_batch_may_hold_the_whole_set_or_one_image(few: Dataset) -> None:
    whole = Learner(few, TrainConfig(batch_size=10_000, epochs=1))
    assert len(list(whole.fit())) == 2
    single = Learner(few, TrainConfig(batch_size=1, epochs=1))
    assert len(list(itertools.islice(single.fit(), 5))) == 5


@pytest.mark.parametrize("every", [0, -1, 1.5, None, True])
def test_reports_after_no_batch_at_all_are_refused(handful: Dataset, every: Any) -> None:
    with pytest.raises(ConfigError, match="every is"):
        Learner(handful, TrainConfig()).fit(every)
