"""Other views of an image: the same ink, turned or slanted, in the same place."""

import numpy as np
import pytest
import torch

from engine.data.splits import Dataset
from engine.inference.second_look import look_again, other_views


def places(x: torch.Tensor) -> torch.Tensor:
    """Return the (x, y) of the centre of mass of each image, (N, 2)."""
    images, steps = x.view(-1, 28, 28), torch.arange(28.0)
    sides = [images.sum(dim=axis) @ steps / x.sum(dim=1) for axis in (1, 2)]
    return torch.stack(sides, dim=1)


def test_the_views_differ_and_keep_the_ink_and_its_place(few_digits: Dataset) -> None:
    x = torch.tensor(few_digits.valid.images[:40]).flatten(1) / 255
    views = other_views(x)
    assert views.shape == (4, 40, 784)
    np.testing.assert_allclose(views.sum(dim=2), x.sum(dim=1).expand(4, -1), rtol=0.1)
    for before, after in zip(places(x).expand(4, -1, -1), map(places, views), strict=True):
        assert (after - before).abs().max() < 0.5
    assert min(float((view - x).abs().mean()) for view in views) > 0.01


def test_a_bar_is_turned_by_8_degrees_and_slanted_by_0_12_to_either_side() -> None:
    bar = torch.zeros(1, 28, 28)
    bar[:, 4:24, 13:15] = 1
    leans = []
    for view in other_views(bar.view(1, 784)).view(4, 28, 28):
        rows = view[8:20]  # the middle of the bar, away from its ends
        centres = rows @ torch.arange(28.0) / rows.sum(dim=1)
        leans.append(float(np.polyfit(np.arange(8, 20), centres.numpy(), 1)[0]))
    turned, slanted = sorted(leans[:2]), sorted(leans[2:])
    assert turned == pytest.approx([-np.tan(np.deg2rad(8)), np.tan(np.deg2rad(8))], abs=0.01)
    assert slanted == pytest.approx([-0.12, 0.12], abs=0.01)


def test_a_sure_answer_is_not_thought_over() -> None:
    asked: list[int] = []

    def read(x: torch.Tensor) -> torch.Tensor:
        asked.append(len(x))
        return torch.stack([x.sum(dim=1), torch.zeros(len(x))], dim=1)

    x = torch.zeros(3, 784)
    x[1:, 400:420] = 1  # the first is unsure: both logits are 0
    look_again(read, x, below=0.9)
    assert asked == [3, 4]
    asked.clear()
    look_again(read, x[1:], below=0.9)
    assert asked == [2]


def test_views_that_agree_change_no_answer() -> None:
    logits = torch.tensor([[0.5, 0.2]])
    again = look_again(lambda x: logits.repeat(len(x), 1), torch.zeros(1, 784), below=0.9)
    np.testing.assert_allclose(again, logits)
