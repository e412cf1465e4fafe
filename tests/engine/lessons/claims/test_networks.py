"""What questions 29 and 33 to 38 claim of biases, activations and layers, computed."""

from collections.abc import Callable
from inspect import signature

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from engine import Dataset, Learner, TrainConfig
from engine.lessons.figures import Figure
from engine.lessons.relus import best, fold, spread
from engine.models import build_model
from engine.options import ACTIVATIONS
from tests.engine.lessons.claims.quoted import answers, says

Show = Callable[..., tuple[Figure, ...]]


def test_29_zeros_give_a_half_and_a_line_goes_through_the_origin() -> None:
    assert answers("bias", "The image is all zeros") == "0.5"
    generator = torch.Generator().manual_seed(0)
    for _ in range(8):
        layer = nn.Linear(784, 1, bias=False)
        nn.init.normal_(layer.weight, generator=generator)
        assert layer(torch.zeros(784)).sigmoid().item() == 0.5
    says("bias", "sigmoid(0) = 1 / (1 + 1) = 0.5", "b says at what value it becomes active")
    x = torch.linspace(-2, 2, 401)
    for b in (-1.0, 0.5):
        assert x[torch.relu(2 * x + b) > 0].min().item() == pytest.approx(-b / 2, abs=0.011)


def test_33_what_a_learner_is_given(few: Dataset) -> None:
    says("training_loop", "In Inkgrad a TrainConfig names all of it")
    assert [*signature(Learner).parameters][:2] == ["dataset", "config"]
    learner = Learner(few, TrainConfig(model="linear", loss="cross_entropy", optimizer="adam"))
    assert len(learner.model) == 1
    assert learner.loss_name == "cross_entropy"
    assert type(learner.optimizer).__name__ == "Adam"
    assert answers("training_loop", "not need in order to learn") == "The metrics"


def test_35_relu_from_minus_2_to_2() -> None:
    x = torch.linspace(-2, 2, 401, requires_grad=True)
    y = torch.relu(x)
    y.sum().backward()
    x, y, slope = x.detach(), y.detach(), x.grad
    assert slope is not None
    says("relu", "From −2 to 0 it is flat at 0, and from 0 to 2 it is the line y = x")
    assert not y[x <= 0].any()
    assert torch.equal(y[x > 0], x[x > 0])
    says("relu", "0 on the left and 1 on the right; at 0 itself torch takes 0")
    assert not slope[x < 0].any()
    assert (slope[x > 0] == 1).all()
    at = torch.tensor(0.0, requires_grad=True)
    torch.relu(at).backward()
    assert at.grad == 0
    of_four = torch.relu(torch.tensor([-2, -1, 0, 2])).tolist()
    assert answers("relu", "the four numbers") == str(of_four).strip("[]")


def test_35_without_the_kink_two_layers_are_one() -> None:
    says("relu", "That kink is all \nthat keeps two linear layers".replace("\n", ""))
    torch.manual_seed(0)
    layers = [nn.Linear(5, 7), nn.Linear(7, 3)]
    x = torch.randn(50, 5)
    for between, are_one in ((nn.Identity(), True), (nn.ReLU(), False)):
        y = nn.Sequential(layers[0], between, layers[1])(x).detach()
        line = torch.cat([x, torch.ones(50, 1)], dim=1)
        rest = y - line @ torch.linalg.lstsq(line, y).solution
        assert (rest.abs().max() < 1e-5) == are_one


def test_36_ten_layers_are_one_and_activations_have_nothing_to_learn() -> None:
    assert answers("activation_functions", "Ten linear layers") == "Nothing"
    torch.manual_seed(0)
    layers = [nn.Linear(12, 12, bias=False).double() for _ in range(10)]
    one = torch.eye(12).double()
    for layer in layers:
        one = layer.weight @ one
    x = torch.randn(20, 12).double()
    assert torch.allclose(nn.Sequential(*layers)(x), x @ one.T)
    says("activation_functions", "The function itself usually has nothing to learn")
    assert len(ACTIVATIONS) >= 4
    counts = {
        sum(p.numel() for p in build_model(TrainConfig(activation=name), 2).parameters())
        for name in ACTIVATIONS
    }
    assert len(counts) == 1
    assert any(nn.PReLU().parameters())  # usually


def test_36_each_neuron_is_silent_for_some_images(mnist_sample: Dataset) -> None:
    says("activation_functions", "each neuron can be silent for some images and speak for others")
    learner = Learner(mnist_sample, TrainConfig(epochs=3))
    for _ in learner.fit(every=100):
        pass
    first, relu, _ = learner.model
    x = torch.tensor(mnist_sample.valid.images).flatten(1) / 255
    with torch.no_grad():
        speaks = (relu(first(x)) > 0).float().mean(dim=0)
    assert ((speaks > 0) & (speaks < 1)).float().mean() > 0.8


def test_37_both_forms_compute_the_same_and_one_is_a_module() -> None:
    says("relu", "They compute the same numbers", "A ReLU has no parameters")
    x = torch.randn(100)
    act = nn.ReLU()
    assert torch.equal(act(x), F.relu(x))
    assert not [*act.parameters()]
    assert answers("relu", "F.relu)?").startswith("A TypeError")
    with pytest.raises(TypeError, match="not a Module subclass"):
        nn.Sequential(nn.Linear(784, 30), F.relu)  # type: ignore[arg-type]


def test_38_each_relu_adds_a_bend_and_each_layer_doubles_the_pieces() -> None:
    check = "16 straight pieces a single hidden layer needs 16 ReLUs"
    says("universal_approximation", check, "each ReLU adds one bend")
    along = np.linspace(0, 1, 64 * 16 + 1)
    zigzag = fold(along, 4)
    assert best(along, zigzag, spread(16)).error(along, zigzag) < 1e-9
    assert best(along, zigzag, spread(16)[1:]).error(along, zigzag) > 0.05
    rng = np.random.default_rng(0)
    x = np.linspace(0, 1, 20_001)
    for _ in range(8):
        bends, slopes = rng.uniform(0.05, 0.95, 15), rng.choice([-1, 1], 15)
        y = (slopes[:, None] * np.maximum(x - bends[:, None], 0)).sum(axis=0)
        assert pieces(y) <= 16
    assert answers("universal_approximation", "four folding layers").startswith("8: two in each")
    for depth in range(1, 7):
        assert pieces(fold(np.linspace(0, 1, 64 * 40 + 1), depth)) == 2**depth


def pieces(y: np.ndarray) -> int:
    """Count the straight pieces of a line: its slope changes between them."""
    bent = np.abs(np.diff(y, 2)) > 1e-9
    return 1 + int(np.count_nonzero(bent & ~np.r_[False, bent[:-1]]))


def test_38_deeper_takes_fewer_parameters_for_the_same_line() -> None:
    says("universal_approximation", "get by with fewer parameters: they take less memory, and each")
    for depth in range(4, 7):
        hidden = [nn.Linear(2, 2) for _ in range(depth - 1)]
        deep = nn.Sequential(nn.Linear(1, 2), *hidden, nn.Linear(2, 1))
        flat = nn.Sequential(nn.Linear(1, 2**depth), nn.Linear(2**depth, 1))
        numbers = [sum(p.numel() for p in net.parameters()) for net in (deep, flat)]
        assert numbers[0] < numbers[1]
