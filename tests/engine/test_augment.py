"""Augmentation changes images a little, within its limits, and by the generator alone."""

import math

import numpy as np
import pytest
import torch
from torch import Tensor
from torch._subclasses.fake_tensor import FakeTensorMode

from engine.augment import SIDE, augment, bends, sampling_grid, thicken
from engine.options import AUGMENTATIONS, Limits

GENTLE = AUGMENTATIONS["gentle"]
assert GENTLE


@pytest.fixture
def digits(mnist_sample) -> Tensor:
    return torch.tensor(mnist_sample.train.images[:200]).flatten(1) / 255


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def centres(x: Tensor) -> Tensor:
    """Return the centre of mass of each image: (N, 2), column and row."""
    images = x if x.dim() == 3 else x.reshape(-1, 28, 28)
    index = torch.arange(float(images.shape[-1]))
    columns, rows = images.sum(dim=1) @ index, images.sum(dim=2) @ index
    return torch.stack([columns, rows], dim=1) / images.sum(dim=(1, 2))[:, None]


@pytest.mark.parametrize("shape", [(200, 784), (200, 1, 28, 28)])
def test_keeps_shape_type_and_range(digits, shape):
    changed = augment(digits.reshape(shape), generator(), GENTLE)
    assert changed.shape == shape
    assert changed.dtype == torch.float32
    assert changed.min() >= 0
    assert changed.max() <= 1


def test_depends_on_the_generator_alone(digits):
    torch.manual_seed(1)
    first = augment(digits, generator(5), GENTLE)
    torch.manual_seed(2)
    assert torch.equal(first, augment(digits, generator(5), GENTLE))
    assert not torch.equal(first, augment(digits, generator(6), GENTLE))


def test_leaves_its_input_alone(digits):
    before = digits.clone()
    augment(digits, generator(), GENTLE)
    assert torch.equal(digits, before)


def test_without_limits_changes_nothing(digits):
    torch.testing.assert_close(augment(digits, generator(), Limits()), digits, atol=1e-5, rtol=0)


def test_each_image_is_changed_its_own_way(digits):
    changed = augment(digits[:1].expand(50, -1), generator(), GENTLE)
    assert len(torch.unique(changed, dim=0)) == 50


def test_shift_moves_no_further_than_its_limit(digits):
    moved = centres(augment(digits, generator(), Limits(shift_px=2))) - centres(digits)
    assert moved.abs().max() <= 2.01
    assert moved.abs().mean() == pytest.approx(1, abs=0.15)
    assert moved.mean(dim=0).abs().max() < 0.2


def test_gentle_keeps_the_digit_near_its_place(digits):
    moved = centres(augment(digits, generator(), GENTLE)) - centres(digits)
    assert moved.abs().max() <= GENTLE.shift_px + 1  # turning and scaling swing it, too


def test_thickness_changes_the_ink_and_not_the_place(digits):
    changed = augment(digits, generator(), Limits(thickness=1))
    assert (centres(changed) - centres(digits)).abs().max() < 0.6
    ratio = changed.sum(dim=1) / digits.sum(dim=1)
    assert ratio.min() < 0.9
    assert ratio.max() > 1.1


@pytest.mark.parametrize("way", [1.0, -1.0, 0.5])
@pytest.mark.parametrize(
    ("limits", "place", "read"),
    [
        (Limits(slant=0.2), 1, lambda x, y, c: (x + 0.2 * c * y, y)),
        (Limits(scale=0.1), 2, lambda x, y, c: (x / (1 + 0.1 * c), y / (1 + 0.1 * c))),
        (Limits(stretch=0.15), 3, lambda x, y, c: (x / (1 + 0.15 * c), y * (1 + 0.15 * c))),
        (Limits(shift_px=1.5), 4, lambda x, y, c: (x + 1.5 * c / 14, y)),
        (Limits(shift_px=1.5), 5, lambda x, y, c: (x, y + 1.5 * c / 14)),
    ],
    ids=["slant", "scale", "stretch", "shift across", "shift down"],
)
def test_each_change_reads_where_geometry_says(limits, place, read, way):
    chance = torch.zeros(1, 7)
    chance[0, place] = way
    middles = (torch.arange(28) + 0.5) / 14 - 1
    y, x = torch.meshgrid(middles, middles, indexing="ij")
    expected = torch.stack(read(x, y, way), dim=-1)
    torch.testing.assert_close(sampling_grid(chance, limits)[0], expected)
    others = torch.ones(1, 7)
    others[0, place] = 0
    if limits.shift_px == 0:  # no other number moves anything
        still = torch.stack([x, y], dim=-1)
        torch.testing.assert_close(sampling_grid(others, limits)[0], still)


def test_all_changes_together_are_stretched_then_slanted_then_turned():
    limits = Limits(turn_degrees=30, slant=0.3, scale=0.2, stretch=0.25)
    chance = torch.rand(20, 7, generator=generator(), dtype=torch.float64) * 2 - 1
    middles = (torch.arange(28, dtype=torch.float64) + 0.5) / 14 - 1
    places = torch.cartesian_prod(middles, middles).flip(1)  # x, y; row by row
    for found, (turn, slant, scale, stretch, *_) in zip(
        sampling_grid(chance, limits), chance.tolist(), strict=True
    ):
        angle = math.radians(30 * turn)
        across = (1 + 0.2 * scale) * (1 + 0.25 * stretch)
        down = (1 + 0.2 * scale) / (1 + 0.25 * stretch)
        turned = [[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]
        matrix = np.array(turned) @ [[1, 0.3 * slant], [0, 1]] @ np.diag([1 / across, 1 / down])
        expected = places.numpy() @ matrix.T
        np.testing.assert_allclose(found.reshape(784, 2).numpy(), expected, atol=1e-6)


def test_greys_grow_by_their_distance_from_ink_and_from_paper():
    greys = torch.linspace(0, 1, 784, dtype=torch.float64).view(1, 1, 28, 28).expand(3, -1, -1, -1)
    amounts = torch.tensor([-0.6, 0.0, 1.0], dtype=torch.float64)
    for found, grey, amount in zip(thicken(greys, amounts), greys, amounts, strict=True):
        torch.testing.assert_close(found, (1 + amount) * grey - amount * grey**2)


def test_thickness_is_drawn_by_itself():
    blob = torch.zeros(2000, 28, 28)
    blob[:, 10:18, 10:18] = 0.5  # greys alone are thickened
    changed = augment(blob.flatten(1), generator(), Limits(shift_px=2, thickness=1))
    moved = centres(changed) - centres(blob)
    ink = changed.sum(dim=1)
    for side in moved.t():
        assert torch.corrcoef(torch.stack([side, ink]))[0, 1].abs() < 0.1


def test_turning_a_bar_turns_it_both_ways_within_the_limit():
    bar = torch.zeros(400, 28, 28)
    bar[:, 4:24, 13:15] = 1
    turned = augment(bar.flatten(1), generator(), Limits(turn_degrees=10)).view(-1, 28, 28)
    index = torch.arange(28.0) - 13.5
    ink = turned.sum(dim=(1, 2))
    xy = (turned * index[:, None] * index).sum(dim=(1, 2)) / ink
    yy = (turned * index[:, None] ** 2).sum(dim=(1, 2)) / ink
    degrees = torch.rad2deg(torch.atan(xy / yy))
    assert degrees.abs().max() <= 10.3
    assert degrees.min() < -9
    assert degrees.max() > 9


def test_runs_on_a_device_without_waiting_for_the_host():
    with FakeTensorMode():
        images = torch.rand(64, 784, device="meta")
        assert augment(images, torch.Generator(), GENTLE).shape == (64, 784)


def test_bends_pass_through_their_knots_and_are_smooth():
    knots = torch.rand((50, 2, 5, 5), generator=generator(3)) * 2 - 1
    shifts = bends(50, generator(3), most_px=2.0).permute(0, 3, 1, 2) * 28 / 2  # in pixels
    corners = shifts[:, :, :: SIDE - 1, :: SIDE - 1]
    torch.testing.assert_close(corners, 2.0 * knots[:, :, ::4, ::4])
    assert shifts.abs().max() < 2.0 * 1.5  # a cubic swings a little beyond its knots
    steps = torch.cat([shifts.diff(dim=2).flatten(), shifts.diff(dim=3).flatten()])
    assert steps.abs().max() < 2 * 2.0 / (27 / 4) * 2  # nothing is torn


def test_bending_moves_parts_of_an_image_apart():
    dots = torch.zeros(100, 28, 28)
    dots[:, 8, 8] = dots[:, 20, 20] = 1.0
    bent = augment(dots.flatten(1), generator(), Limits(bend_px=1.5)).view(-1, 28, 28)
    apart = centres(bent[:, 14:, 14:]) - centres(bent[:, :14, :14])
    assert apart.std(dim=0).min() > 0.3
    assert (apart + 14 - 12).abs().max() < 4  # each is counted from its quarter's corner
