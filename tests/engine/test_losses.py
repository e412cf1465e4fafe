"""The losses against the book's own formulas, plain loops and torch's functions."""

import math

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from engine.losses import LOSSES, accuracy_loss, cross_entropy, mnist_loss, predicted
from engine.metrics import probabilities


def book_mnist_loss(predictions: Tensor, targets: Tensor) -> Tensor:
    """Compute the loss as chapter 4 prints it; a target of 1 means "it is a 3"."""
    predictions = predictions.sigmoid()
    return torch.where(targets == 1, 1 - predictions, predictions).mean()


logits = st.lists(st.floats(-30, 30, width=32), min_size=1, max_size=20)


@given(logits)
def test_with_one_output_mnist_loss_is_the_books(z: list[float]) -> None:
    column = torch.tensor(z)[:, None]
    labels = torch.randint(2, (len(z),), generator=torch.Generator().manual_seed(len(z)))
    is_a_three = (1 - labels)[:, None]  # our first class is the 3
    ours, books = mnist_loss(column, labels), book_mnist_loss(column, is_a_three)
    torch.testing.assert_close(ours, books, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("outputs", [2, 3, 10])
def test_with_more_outputs_mnist_loss_is_what_the_right_class_lacks(outputs: int) -> None:
    z = torch.randn(7, outputs, generator=torch.Generator().manual_seed(1))
    labels = torch.arange(7) % outputs
    lacks = []
    for row, label in zip(z.tolist(), labels.tolist(), strict=True):
        powers = [math.exp(value) for value in row]
        lacks.append(1 - powers[label] / sum(powers))
    assert mnist_loss(z, labels).item() == pytest.approx(sum(lacks) / 7, rel=1e-5)


@given(logits)
def test_one_output_and_two_that_say_the_same_lose_the_same(z: list[float]) -> None:
    column = torch.tensor(z, dtype=torch.float64)[:, None]
    pair = torch.cat([column, torch.zeros_like(column)], dim=1)  # softmax of (z, 0) = sigmoid z
    labels = torch.arange(len(z)) % 2
    for loss in (mnist_loss, cross_entropy):
        torch.testing.assert_close(loss(column, labels), loss(pair, labels))


@given(logits)
def test_cross_entropy_of_one_output_is_torchs_binary_one(z: list[float]) -> None:
    column = torch.tensor(z)[:, None]
    labels = torch.arange(len(z)) % 2
    expected = F.binary_cross_entropy_with_logits(column[:, 0], 1.0 - labels)
    torch.testing.assert_close(cross_entropy(column, labels), expected)


@pytest.mark.parametrize("outputs", [1, 2, 10])
def test_losses_have_the_gradient_of_their_difference_quotient(outputs: int) -> None:
    z = torch.randn(5, outputs, dtype=torch.float64, requires_grad=True)
    labels = torch.arange(5) % max(outputs, 2)
    for loss in (mnist_loss, cross_entropy):
        assert torch.autograd.gradcheck(lambda t, loss=loss: loss(t, labels), z)


@pytest.mark.parametrize("outputs", [1, 2, 10])
def test_accuracy_as_a_loss_counts_mistakes_and_teaches_nothing(outputs: int) -> None:
    z = torch.randn(50, outputs, requires_grad=True)
    labels = torch.arange(50) % max(outputs, 2)
    loss = accuracy_loss(z, labels)
    loss.backward()
    assert loss.item() == pytest.approx((predicted(z) != labels).float().mean().item())
    assert z.grad is not None
    assert not z.grad.any()


@given(logits)
def test_the_class_spoken_for_is_the_likelier_one(z: list[float]) -> None:
    column = torch.tensor(z)[:, None]
    p = probabilities(column)
    clear = p[:, 0] != p[:, 1]
    assert torch.equal(predicted(column)[clear], p.argmax(dim=1)[clear])


def test_a_logit_over_zero_says_three_as_in_the_book() -> None:
    assert predicted(torch.tensor([[0.1], [-0.1], [0.0]])).tolist() == [0, 1, 1]


def test_huge_logits_give_no_nan() -> None:
    z = torch.tensor([[1e4], [-1e4]], requires_grad=True)
    for loss in LOSSES.values():
        z.grad = None
        loss(z, torch.tensor([1, 0])).backward()
        assert z.grad is not None
        assert torch.isfinite(z.grad).all()
