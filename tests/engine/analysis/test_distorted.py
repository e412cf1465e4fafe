"""What each distortion does to pixels, against arithmetic by hand; the rest of the record too."""

import math

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.analysis.distorted import WAYS, chances, distorted
from engine.analysis.distortions import DISTORTIONS, coarse_first, trained_range
from engine.augment import augment, thicken
from engine.data.splits import Dataset
from engine.options import AUGMENTATIONS, Limits

Images = NDArray[np.uint8]


@pytest.fixture
def images(few: Dataset) -> Images:
    return few.valid.images[:6]


def shown(name: str, images: Images, amount: float, seed: int = 0) -> Images:
    return distorted(name, images, amount, chances(len(images), seed))


def between(image: Images, rows: NDArray[np.float64], columns: NDArray[np.float64]) -> Images:
    """Read an image between its pixels, with paper around it: plain numpy, pixel by pixel."""
    paper = np.zeros((60, 60))
    paper[16:44, 16:44] = image
    top, left = np.floor(rows).astype(int), np.floor(columns).astype(int)
    down, right = rows - top, columns - left
    found = np.zeros((28, 28))
    for row, row_share in ((top, 1 - down), (top + 1, down)):
        for column, share in ((left, 1 - right), (left + 1, right)):
            at = np.clip(row + 16, 0, 59), np.clip(column + 16, 0, 59)
            found += row_share * share * paper[at]
    return found


def test_each_record_has_a_way_and_a_curve_that_passes_home() -> None:
    assert set(WAYS) == set(DISTORTIONS)
    for record in DISTORTIONS.values():
        assert record.home in record.amounts
        assert (record.amounts[0], record.amounts[-1]) == (record.low, record.high)
        assert sorted(coarse_first(record.amounts)) == list(record.amounts)
        assert set(coarse_first(record.amounts)[:2]) == {record.low, record.high}


@pytest.mark.parametrize("name", DISTORTIONS)
def test_at_home_an_image_is_as_it_was_and_elsewhere_it_is_not(name: str, images: Images) -> None:
    record = DISTORTIONS[name]
    before = images.copy()
    np.testing.assert_array_equal(shown(name, images, record.home), images)
    for amount in {record.low, record.high} - {record.home}:
        found = shown(name, images, amount)
        assert found.dtype == np.uint8
        assert found.shape == images.shape
        assert (found != images).any(axis=(1, 2)).all()
        np.testing.assert_array_equal(found, shown(name, images, amount))
    np.testing.assert_array_equal(images, before)


@pytest.mark.parametrize("degrees", [-90, -37, 15, 90])
def test_a_rotation_is_one_by_hand_clockwise(degrees: float, images: Images) -> None:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    y, x = np.mgrid[:28, :28] - 13.5
    for image, found in zip(images, shown("rotation", images, degrees), strict=True):
        expected = between(image, 13.5 - sin * x + cos * y, 13.5 + cos * x + sin * y)
        np.testing.assert_allclose(found, expected, atol=1)
    quarter = shown("rotation", images, 90)
    np.testing.assert_allclose(quarter.astype(int), np.rot90(images, -1, (1, 2)), atol=1)


@pytest.mark.parametrize("right_px", [-8, -1.25, 3])
def test_a_shift_goes_to_the_right(right_px: float, images: Images) -> None:
    y, x = np.mgrid[:28, :28].astype(float)
    for image, found in zip(images, shown("shift", images, right_px), strict=True):
        np.testing.assert_allclose(found, between(image, y, x - right_px), atol=1)
    np.testing.assert_array_equal(shown("shift", images, 3)[:, :, 3:], images[:, :, :-3])


@pytest.mark.parametrize("factor", [0.4, 0.9, 1.6])
def test_a_size_is_about_the_middle(factor: float, images: Images) -> None:
    y, x = np.mgrid[:28, :28] - 13.5
    for image, found in zip(images, shown("size", images, factor), strict=True):
        expected = between(image, 13.5 + y / factor, 13.5 + x / factor)
        np.testing.assert_allclose(found, expected, atol=1)


@pytest.mark.parametrize("broader_px", [-2, -1, 0.5, 1, 2, 4])
def test_a_line_is_broader_by_so_many_pixels(broader_px: float) -> None:
    bars = np.zeros((2, 28, 28), np.uint8)
    bars[0, 11:17] = 255
    bars[1, :, 11:17] = 255
    across, down = shown("thickness", bars, broader_px) / 255
    assert across[:, 13].sum() == pytest.approx(6 + broader_px, abs=0.02)
    assert down[13].sum() == pytest.approx(6 + broader_px, abs=0.02)


@pytest.mark.parametrize("broader_px", [-2, -0.6, 1, 3])
def test_a_disk_is_broader_in_every_direction(broader_px: float) -> None:
    y, x = (np.mgrid[: 28 * 9, : 28 * 9] + 0.5) / 9 - 14
    fine = (np.hypot(x, y) < 7).astype(float)
    disk = np.rint(fine.reshape(28, 9, 28, 9).mean(axis=(1, 3)) * 255).astype(np.uint8)
    found = shown("thickness", disk[None], broader_px).sum() / 255
    assert found == pytest.approx(np.pi * (7 + broader_px / 2) ** 2, rel=0.03)


def test_noise_contrast_and_missing_pixels_are_just_that(images: Images) -> None:
    chance = chances(6, 3)
    x = images.astype(np.float64) / 255
    noisy = np.rint(np.clip(x + 0.4 * chance, 0, 1) * 255)
    np.testing.assert_allclose(distorted("noise", images, 0.4, chance), noisy, atol=1)
    np.testing.assert_allclose(shown("contrast", images, 0.25), images * 0.25, atol=1)
    assert not shown("contrast", images, 0).any()
    full = np.full((40, 28, 28), 200, np.uint8)
    holed = shown("missing", full, 0.3)
    assert set(np.unique(holed)) == {0, 200}
    assert (holed == 0).mean() == pytest.approx(0.3, abs=0.01)
    more = shown("missing", full, 0.6)
    assert not more[holed == 0].any()  # who was missing still is


def test_chance_is_the_seeds_and_the_same_for_one_image_and_for_many() -> None:
    np.testing.assert_array_equal(chances(1, 5)[0], chances(30, 5)[0])
    assert (chances(3, 5) != chances(3, 6)).any()
    assert chances(200, 0).std() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("name", "limits", "column", "sign"),
    [
        ("rotation", Limits(turn_degrees=10), 0, -1),
        ("size", Limits(scale=0.1), 2, 1),
    ],
)
def test_training_varies_the_same_within_its_range(
    name: str, limits: Limits, column: int, sign: int, images: Images
) -> None:
    """The real augmentation, with one limit of its own, is the oracle."""
    x = torch.tensor(images).float().div(255).view(6, 1, 28, 28)
    varied = augment(x, torch.Generator().manual_seed(4), limits)
    chance = torch.rand(6, 7, generator=torch.Generator().manual_seed(4)) * 2 - 1
    low, high = trained_range(name, "gentle") or (0, 0)
    home, reach = (low + high) / 2, (high - low) / 2
    for place in range(6):
        amount = home + sign * reach * float(chance[place, column])
        assert low <= amount <= high
        found = shown(name, images[place : place + 1], amount)[0]
        np.testing.assert_allclose(found, varied[place, 0].numpy() * 255, atol=1)


def test_the_range_of_the_thickness_adds_about_as_much_ink(images: Images) -> None:
    low, high = trained_range("thickness", "gentle") or (0, 0)
    x = torch.tensor(images).float().div(255).view(6, 1, 28, 28)
    limit = AUGMENTATIONS["gentle"].thickness
    for end, amount in ((high, limit), (low, -limit)):
        ours = shown("thickness", images, end).sum() - images.sum(dtype=np.int64)
        theirs = (thicken(x, torch.full((6,), amount)).sum() - x.sum()) * 255
        assert float(ours) == pytest.approx(float(theirs), rel=0.5)


def test_what_isnt_varied_has_no_range() -> None:
    assert all(trained_range(name, "off") is None for name in DISTORTIONS)
    assert trained_range("noise", "gentle") is None
    assert trained_range("rotation", "gentle") == (-10, 10)
    assert trained_range("shift", "gentle") == (-1.5, 1.5)
    assert trained_range("size", "gentle") == pytest.approx((0.9, 1.1))
