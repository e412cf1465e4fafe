"""Accuracy and probabilities against the book's own lines."""

import pytest
import torch

from engine.metrics import accuracy, probabilities


@pytest.mark.parametrize("outputs", [1, 2, 10])
def test_probabilities_are_shares_of_one_for_each_class(outputs: int) -> None:
    p = probabilities(torch.randn(20, outputs) * 10)
    assert p.shape == (20, max(outputs, 2))
    assert (p >= 0).all()
    torch.testing.assert_close(p.sum(dim=1), torch.ones(20))


def test_one_output_is_the_probability_of_the_first_class() -> None:
    z = torch.tensor([[-2.0], [0.0], [3.0]])
    torch.testing.assert_close(probabilities(z)[:, 0], 1 / (1 + torch.exp(-z[:, 0])))


def test_accuracy_is_the_books() -> None:
    z, is_a_three = torch.randn(100, 1), torch.randint(2, (100, 1))
    z[0] = 0  # neither
    book = ((z.sigmoid() > 0.5) == is_a_three.bool()).float().mean()
    assert accuracy(z, 1 - is_a_three[:, 0]) == book
