"""The written-out optimizer against torch.optim.SGD, step for step."""

import pytest
import torch
from torch import nn
from torch._subclasses.fake_tensor import FakeTensorMode

from engine.sgd import SGD


def twins() -> tuple[nn.Sequential, nn.Sequential]:
    """Return two networks with the same weights."""
    ours = nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 1))
    theirs = nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 1))
    theirs.load_state_dict(ours.state_dict())
    return ours, theirs


@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("weight_decay", [0.0, 0.01])
@pytest.mark.parametrize("zeroed", [True, False])
def test_every_step_is_torchs(momentum: float, weight_decay: float, zeroed: bool) -> None:
    ours, theirs = twins()
    optimizer = SGD(ours.parameters(), 0.1, momentum, weight_decay)
    oracle = torch.optim.SGD(theirs.parameters(), 0.1, momentum, weight_decay=weight_decay)
    for step in range(20):
        optimizer.lr = oracle.param_groups[0]["lr"] = 0.1 / (1 + step)
        x = torch.randn(8, 6)
        for model, sgd in ((ours, optimizer), (theirs, oracle)):
            if zeroed:
                sgd.zero_grad()
            model(x).square().mean().backward()
            sgd.step()
        for mine, other in zip(ours.parameters(), theirs.parameters(), strict=True):
            torch.testing.assert_close(mine, other, rtol=1e-6, atol=1e-7)


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


def test_momentum_lies_where_the_model_is() -> None:
    with FakeTensorMode():  # here an operation that mixes two devices fails
        near, far = (torch.zeros(2, device=d, requires_grad=True) for d in ("cpu", "meta"))
        near.grad, far.grad = torch.ones(2), torch.ones(2, device="meta")
        optimizer = SGD([near], lr=1.0, momentum=0.5)
        optimizer.step()
        optimizer.follow([far])
        optimizer.step()
