"""The written-out optimizers against torch.optim, step for step."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import torch
from torch import nn
from torch._subclasses.fake_tensor import FakeTensorMode

from engine.optimizers import SGD, Adam, AdamW, Nesterov


def twins() -> tuple[nn.Sequential, nn.Sequential]:
    """Return two networks with the same weights."""
    ours = nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 1))
    theirs = nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 1))
    theirs.load_state_dict(ours.state_dict())
    return ours, theirs


Pair = tuple[type[SGD], Callable[..., torch.optim.Optimizer], dict[str, Any]]
ORACLES: dict[str, Pair] = {
    "sgd": (SGD, torch.optim.SGD, {}),
    "sgd, momentum 0.5": (SGD, torch.optim.SGD, {"momentum": 0.5}),
    "sgd, momentum 0.9": (SGD, torch.optim.SGD, {"momentum": 0.9}),
    "nesterov": (Nesterov, partial(torch.optim.SGD, nesterov=True), {"momentum": 0.9}),
    "adam": (Adam, torch.optim.Adam, {}),
    "adamw": (AdamW, torch.optim.AdamW, {}),
}


@pytest.mark.parametrize("name", ORACLES)
@pytest.mark.parametrize("weight_decay", [0.0, 0.01])
@pytest.mark.parametrize("zeroed", [True, False])
def test_every_step_is_torchs(name: str, weight_decay: float, zeroed: bool) -> None:
    ours, theirs = twins()
    kind, torchs, settings = ORACLES[name]
    optimizer = kind(ours.parameters(), 0.1, weight_decay=weight_decay, **settings)
    oracle = torchs(theirs.parameters(), lr=0.1, weight_decay=weight_decay, **settings)
    for step in range(20):
        optimizer.lr = oracle.param_groups[0]["lr"] = 0.1 / (1 + step)
        x = torch.randn(8, 6)
        for model, one in ((ours, optimizer), (theirs, oracle)):
            if zeroed:
                one.zero_grad()
            model(x).square().mean().backward()
            one.step()
        for mine, other in zip(ours.parameters(), theirs.parameters(), strict=True):
            torch.testing.assert_close(mine, other, rtol=1e-5, atol=1e-6)


def test_without_momentum_nesterovs_step_is_the_plain_one() -> None:
    w, v = (torch.tensor([1.0, 2.0], requires_grad=True) for _ in range(2))
    for parameter, kind in ((w, SGD), (v, Nesterov)):
        parameter.grad = torch.tensor([3.0, 5.0])
        kind([parameter], lr=0.1).step()
    assert torch.equal(w, v)


def test_adams_first_step_is_the_rate_whatever_the_slope() -> None:
    w = torch.zeros(3, requires_grad=True)
    w.grad = torch.tensor([1e-3, -5.0, 100.0])
    Adam([w], lr=0.01).step()
    torch.testing.assert_close(w.detach(), torch.tensor([-0.01, 0.01, -0.01]), rtol=1e-4, atol=0)


def test_a_parameter_that_has_a_gradient_later_begins_then() -> None:
    first, second = (torch.zeros(1, requires_grad=True) for _ in range(2))
    optimizer = Adam([first, second], lr=0.01)
    for _ in range(5):
        first.grad = torch.ones(1)
        optimizer.step()
    second.grad = torch.ones(1)
    optimizer.step()
    assert second.item() == pytest.approx(-0.01)


def test_a_plain_step_is_the_books_line() -> None:
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    (w * torch.tensor([3.0, 5.0])).sum().backward()
    SGD([w], lr=0.1).step()
    assert torch.equal(w.detach(), torch.tensor([1.0, 2.0]) - 0.1 * torch.tensor([3.0, 5.0]))


def test_what_has_no_gradient_stays() -> None:
    w = torch.ones(2, requires_grad=True)
    SGD([w], lr=0.1, momentum=0.9, weight_decay=0.1).step()
    assert torch.equal(w.detach(), torch.ones(2))


def test_gradients_not_zeroed_add_up() -> None:
    w = torch.zeros(1, requires_grad=True)
    optimizer = SGD([w], lr=1.0)
    for _ in range(3):
        w.sum().backward()
    assert w.grad is not None
    assert w.grad.item() == 3
    optimizer.zero_grad()
    assert w.grad is None


def test_momentum_goes_along_when_the_model_moves() -> None:
    w = torch.zeros(2, requires_grad=True)
    optimizer = SGD([w], lr=1.0, momentum=0.5)
    w.sum().backward()
    optimizer.step()
    elsewhere = w.detach().clone().requires_grad_()
    elsewhere.grad = torch.ones(2)
    optimizer.follow([elsewhere])
    optimizer.step()
    assert elsewhere.tolist() == [-2.5, -2.5]  # -1, then -(1 + 0.5 * 1)


@pytest.mark.parametrize(
    "kind", [partial(SGD, momentum=0.5), partial(Nesterov, momentum=0.5), Adam]
)
def test_what_is_remembered_lies_where_the_model_is(kind: Callable[..., SGD]) -> None:
    with FakeTensorMode():  # here an operation that mixes two devices fails
        near, far = (torch.zeros(2, device=d, requires_grad=True) for d in ("cpu", "meta"))
        near.grad, far.grad = torch.ones(2), torch.ones(2, device="meta")
        optimizer = kind([near], lr=1.0)
        optimizer.step()
        optimizer.follow([far])
        optimizer.step()


@pytest.mark.parametrize(
    "kind", [partial(SGD, momentum=0.5), partial(Nesterov, momentum=0.5), Adam]
)
def test_with_the_memory_of_another_it_goes_on_as_that_one(kind: Callable[..., SGD]) -> None:
    first, second = (torch.tensor([1.0, 2.0], requires_grad=True) for _ in range(2))
    whole = kind([first], lr=0.1)
    early = kind([second], lr=0.1)
    slopes = torch.tensor([[0.5, -1.0], [2.0, 0.1], [-1.0, 3.0]])
    for slope in slopes[:2]:
        for optimizer, parameter in ((whole, first), (early, second)):
            parameter.grad = slope.clone()
            optimizer.step()
    late = kind([second], lr=0.1)
    late.remember({name: tensor.clone() for name, tensor in early.memory.items()})
    for optimizer, parameter in ((whole, first), (late, second)):
        parameter.grad = slopes[2].clone()
        optimizer.step()
    assert torch.equal(first, second)
    assert early.memory.keys() == late.memory.keys()
