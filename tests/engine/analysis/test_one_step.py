"""Each number of a step taken apart is torch's: sums, deltas, gradient, update, the loss after."""

import sys
from collections.abc import Generator
from itertools import product
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.analysis.one_step import traced
from engine.analysis.snapshot import snapshot
from engine.analysis.step_start import StepStart
from engine.analysis.traced import BIAS, Choice, Sum, Traced
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.models import build_model
from engine.optimizers import OPTIMIZERS
from engine.options import ACTIVATIONS, LOSSES, MODELS, chosen_loss
from engine.reports import StepReport
from engine.schedules import one_cycle
from tests.engine.analysis.test_neuron import classifier_of

IMAGES = 5


def done(steps: Generator[None, None, Traced]) -> Traced:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Traced = end.value
            return found


def start_of(few: Dataset, name: str, classes: int = 10, **settings: Any) -> StepStart:
    start = StepStart.of_model(classifier_of(name, classes, hidden=(7, 6, 5), **settings))
    start.x = torch.tensor(few.train.images[:IMAGES]).flatten(1).float() / 255
    start.y = torch.arange(IMAGES) * 3 % classes
    return start


def loss_of(loss: str, logits: Tensor, labels: Tensor) -> Tensor:
    """The losses as torch and the book write them."""
    if loss == "accuracy":
        answers = (logits[:, 0] <= 0).long() if logits.shape[1] == 1 else logits.argmax(1)
        return (answers != labels).float().mean() + 0 * logits.sum()
    if logits.shape[1] > 1:
        right = logits.softmax(1)[torch.arange(len(labels)), labels]
        return F.cross_entropy(logits, labels) if loss == "cross_entropy" else (1 - right).mean()
    p, is_first = logits[:, 0].sigmoid(), (labels == 0).float()
    if loss == "cross_entropy":
        return F.binary_cross_entropy(p, is_first)
    return torch.where(is_first == 1, 1 - p, p).mean()


def sums_of(model: nn.Sequential, x: Tensor) -> tuple[list[Tensor], Tensor]:
    """What the layers with weights give, with gradients, and the logits."""
    sums = []
    for layer in model:
        x = layer(x)
        if isinstance(layer, nn.Linear | nn.Conv2d):
            x.retain_grad()
            sums.append(x)
    return sums, x


def added_up(found: Sum) -> float:
    return sum(term.product for term in found.terms) + found.rest + (found.bias or 0)


def close(found: float, wanted: float, scale: float = 1.0) -> None:
    assert found == pytest.approx(wanted, rel=2e-4, abs=2e-6 * scale)


def cases() -> list[Any]:
    """All of them; in `make test` those with a ReLU, of filters only those without a bias.

    Another function is there with one loss, as none has to do with the other.
    """
    found = []
    for case in product(MODELS, ACTIVATIONS, (2, 10), (True, False), LOSSES):
        is_costly = case[1] != "relu" and case[4] != "cross_entropy"
        is_costly |= "convnet" in case[0] and (case[1] != "relu" or case[3])
        found.append(pytest.param(*case, marks=[pytest.mark.long] if is_costly else []))
    return found


@pytest.fixture
def without_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what asks for torch's compiler, as the installers do."""
    monkeypatch.setitem(sys.modules, "torch.fx.experimental.symbolic_shapes", None)


@pytest.mark.usefixtures("without_compiler")
@pytest.mark.parametrize(("name", "activation", "classes", "bias", "loss"), cases())
def test_what_is_walked_is_what_autograd_has(
    few: Dataset, name: str, activation: str, classes: int, bias: bool, loss: str
) -> None:
    start = start_of(few, name, classes, activation=activation, bias=bias, loss=loss)
    config, images = start.config, start.x.clone().requires_grad_()
    layers = [layer for layer in start.model if isinstance(layer, nn.Linear | nn.Conv2d)]
    for column in range(len(layers)):
        for source in (None, 3, BIAS):
            found = done(traced(start, Choice(column, input=source)))
            at = found.choice
            model = nn.Sequential(*start.model)
            model.zero_grad()
            sums, logits = sums_of(model, images)
            mean = loss_of(loss, logits, start.y)
            mean.backward()
            assert found.lost.mean == pytest.approx(mean.item(), rel=1e-4)
            own = layers[column]
            is_bias = source == BIAS and bias
            grads = own.bias.grad if is_bias else own.weight.grad.flatten(1)[:, at.input]
            wanted = float(grads[at.neuron])
            scale = max(float(own.weight.grad.abs().max()), 1e-3)
            close(found.gradient.autograd, wanted, scale)
            close(found.gradient.total, wanted, scale)
            parts = found.gradient.here + found.gradient.rest
            assert parts == pytest.approx(found.gradient.total, rel=1e-4, abs=1e-9)
            assert (found.gradient.paths is None) == any(s.dim() > 2 for s in sums[column + 1 :])
            slopes = sums[-1].grad[at.image].numpy()
            np.testing.assert_allclose(found.lost.slopes, slopes, rtol=1e-4, atol=1e-7)
            assert len(found.path) == len(layers) - column
            for stop, values in zip(found.path, sums[column:], strict=True):
                place = (at.image, *stop.unit)
                total = float(values.detach()[place])
                assert stop.forward.total == pytest.approx(total, rel=1e-3, abs=1e-4)
                assert added_up(stop.forward) == pytest.approx(stop.forward.total, abs=1e-9)
                close(stop.delta, float(values.grad[place]))
                if stop.back is not None:
                    back = stop.back.total * stop.slope * stop.is_passed
                    close(back, float(values.grad[place]))
                    assert added_up(stop.back) == pytest.approx(stop.back.total, abs=1e-12)
                is_last = stop.column == len(layers) - 1
                assert stop.function == ("none" if is_last else config.activation)


@pytest.mark.parametrize("name", MODELS)
def test_the_terms_are_all_that_a_unit_reads_and_the_walked_one_comes_first(
    few: Dataset, name: str
) -> None:
    start = start_of(few, name)
    last = len([layer for layer in start.model if isinstance(layer, nn.Linear | nn.Conv2d)]) - 1
    for column in range(last + 1):
        found = done(traced(start, Choice(column, neuron=1, image=2)))
        first = found.path[0].forward
        assert (found.choice.neuron, found.choice.image) == (1, 2)
        assert first.terms[0].unit == found.source
        weight = found.weights[1].ravel()[found.choice.input]
        assert first.terms[0].weight == pytest.approx(float(weight))
        assert first.terms[0].factor == pytest.approx(found.gradient.input)
        if found.weights.ndim == 2:
            assert len(first.terms) == 4  # the walked one and three others
            assert len(first.terms) + first.others == found.weights.shape[1]
            size = np.abs(found.gradients[1])
            assert size[found.choice.input] == size.max()
        for stop, after in zip(found.path[:-1], found.path[1:], strict=True):
            assert stop.back is not None
            assert stop.back.terms[0].unit == after.unit
            assert stop.back.terms[0].factor == pytest.approx(after.delta)
            assert stop.back.terms[0].weight == pytest.approx(after.forward.terms[0].weight)
            assert after.forward.terms[0].factor == pytest.approx(stop.value)


def test_a_single_path_carries_the_whole_gradient(few: Dataset) -> None:
    start = start_of(few, "simple_net", 2).with_sketch(few.valid.images[0], 1)
    found = done(traced(start, Choice(0)))
    hidden, output = found.path
    factors = found.lost.slopes[0], hidden.back.terms[0].weight, hidden.slope, found.gradient.input
    assert found.gradient.paths == 1
    assert np.prod(factors) == pytest.approx(found.gradient.autograd, rel=1e-4)
    np.testing.assert_array_equal(found.image, few.valid.images[0])
    assert (found.gradient.others, found.lost.images) == (0, 1)
    assert output.back is None


@pytest.mark.parametrize("name", ["linear", "simple_net"])
def test_without_any_slope_an_inked_pixel_is_walked(few: Dataset, name: str) -> None:
    start = start_of(few, name, loss="accuracy").with_sketch(few.valid.images[0], 1)
    found = done(traced(start, Choice(0)))
    assert found.gradient.autograd == 0
    assert found.gradient.input == pytest.approx(few.valid.images[0].max() / 255)


def test_many_paths_are_counted(few: Dataset) -> None:
    assert done(traced(start_of(few, "mlp"), Choice(0))).gradient.paths == 6 * 5 * 10


def torch_optimizer(config: TrainConfig, model: nn.Module) -> torch.optim.Optimizer:
    settings = {"lr": config.lr, "weight_decay": config.weight_decay}
    if config.optimizer in ("adam", "adamw"):
        kind = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[config.optimizer]
        return kind(model.parameters(), **settings)
    is_nesterov = config.optimizer == "nesterov" and config.momentum > 0
    momentum = config.momentum
    return torch.optim.SGD(model.parameters(), momentum=momentum, nesterov=is_nesterov, **settings)


@pytest.mark.parametrize("source", [None, BIAS])
@pytest.mark.parametrize("steps", [0, 4])
@pytest.mark.parametrize("decay", [0.0, 0.3])
@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_update_is_what_torch_s_optimizer_does(
    few: Dataset, name: str, momentum: float, decay: float, steps: int, source: int | None
) -> None:
    config = TrainConfig(
        "simple_net", optimizer=name, momentum=momentum, weight_decay=decay, lr=0.05
    )
    ours, theirs = build_model(config, 10), build_model(config, 10)
    start = start_of(few, "simple_net")
    start.config, start.model, start.rate = config, ours, config.lr
    own, other = OPTIMIZERS[name](ours.parameters(), config), torch_optimizer(config, theirs)

    def learn(model: nn.Module) -> float:
        model.zero_grad()
        loss = loss_of(start.loss, model(start.x), start.y)
        loss.backward()
        return loss.item()

    for model, optimizer in [(ours, own), (theirs, other)] * steps:
        learn(model)
        optimizer.step()
    start.memory = own.memory
    weights = [parameter.clone() for parameter in ours.parameters()]
    found = done(traced(start, Choice(0, neuron=4, input=source)))
    assert all(map(torch.equal, weights, ours.parameters()))  # it is as it was
    which, at = (1, (4,)) if source == BIAS else (0, (4, found.choice.input))
    loss, update = learn(theirs), found.update
    weight = [parameter.detach().clone() for parameter in theirs.parameters()][which]
    assert update.weight == pytest.approx(float(weight[at]), abs=1e-6)
    assert found.after.before == pytest.approx(loss, abs=1e-5)
    other.step()
    moved = float(list(theirs.parameters())[which].detach()[at])
    assert update.moved == pytest.approx(moved, rel=1e-4, abs=1e-6)
    assert update.optimizers == pytest.approx(moved, rel=1e-4, abs=1e-6)
    after = learn(theirs)
    assert found.after.all_moved == pytest.approx(after, abs=1e-4)
    with torch.no_grad():
        list(ours.parameters())[which][at] = moved
    assert found.after.only_this == pytest.approx(learn(ours), abs=1e-5)


@pytest.mark.parametrize("name", ["linear", "simple_net", "small_convnet"])
def test_the_last_batch_of_a_run_is_walked_again(few: Dataset, name: str) -> None:
    """With a rate of 0 its gradients are those that the run had."""
    config = TrainConfig(model=name, lr=0, batch_size=7, epochs=2, loss="cross_entropy")
    learner = Learner(few, config, fast=False)
    for report in learner.fit(every=1):
        if not isinstance(report, StepReport):
            continue
        found = done(traced(StepStart.of_run(learner), Choice(0)))
        wanted = next(iter(learner.model.parameters())).grad.numpy()
        np.testing.assert_allclose(found.gradients, wanted, rtol=1e-3, atol=1e-6)
        if learner.step >= 3:
            break
    assert learner.step == 3


def test_the_rate_is_the_schedule_s_and_gradients_that_none_zeroes_are_kept(few: Dataset) -> None:
    config = TrainConfig(
        lr=0.3, schedule="one_cycle", batch_size=20, epochs=4, zero_grad=False, momentum=0.5
    )
    learner = Learner(few, config, fast=False)
    reports = learner.fit(every=1)
    next(reports), next(reports)
    twin = snapshot(learner)
    found = done(traced(StepStart.of_run(twin), Choice(0)))
    update, at = found.update, (found.choice.neuron, found.choice.input)
    assert update.rate == pytest.approx(0.3 * one_cycle(2 / (4 * len(learner.batches))))
    assert update.kept == pytest.approx(float(learner.model[0].weight.grad[at]))
    assert update.before[0] == pytest.approx(float(learner.optimizer.memory["velocity.0"][at]))
    assert update.moved == pytest.approx(update.optimizers, abs=1e-6)
    direction = 0.5 * update.before[0] + update.kept + update.gradient
    assert update.direction == pytest.approx(direction)


def test_a_snapshot_stays_as_it_is_while_its_learner_learns_on(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(optimizer="adam", batch_size=20, epochs=9))
    reports = learner.fit(every=1)
    next(reports)
    twin = snapshot(learner)
    first = done(traced(StepStart.of_run(twin), Choice(0)))
    for _ in range(3 * len(learner.batches)):
        next(reports)
    again = done(traced(StepStart.of_run(twin), Choice(0)))
    assert (first.update, first.gradient, first.after) == (
        again.update,
        again.gradient,
        again.after,
    )


def test_the_configs_loss_is_the_start_s(few: Dataset) -> None:
    for classes in (2, 10):
        start = start_of(few, "linear", classes)
        assert start.loss == chosen_loss("auto", classes)
