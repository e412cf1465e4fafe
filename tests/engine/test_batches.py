"""Batches: every image once an epoch, in an order that repeats with the seed."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.batches import Batches
from engine.data.splits import Dataset, Split


def numbered(n: int) -> Split:
    """Return n images that each hold their own number in two bytes."""
    images = np.zeros((n, 28, 28), np.uint8)
    images[:, 0, 0], images[:, 0, 1] = np.arange(n) // 256, np.arange(n) % 256
    return Split(images, np.arange(n))


def epoch(batches: Batches) -> tuple[list[int], list[int]]:
    """Return the number written in each image, and each label, in the order handed out."""
    pairs = list(batches)
    x, y = torch.cat([x for x, _ in pairs]), torch.cat([y for _, y in pairs])
    return (x[:, 0] * 255 * 256 + x[:, 1] * 255).round().int().tolist(), y.tolist()


@given(st.integers(1, 300), st.integers(1, 400), st.integers(0, 2**63 - 1))
def test_each_image_comes_once_with_its_own_label(n: int, size: int, seed: int) -> None:
    batches = Batches(numbered(n), size, generator=torch.Generator().manual_seed(seed))
    for _ in range(2):
        numbers, labels = epoch(batches)
        assert numbers == labels
        assert sorted(labels) == list(range(n))


@given(st.integers(1, 50), st.integers(1, 60))
def test_all_batches_are_full_but_the_last(n: int, size: int) -> None:
    batches = Batches(numbered(n), size)
    sizes = [len(y) for _, y in batches]
    assert len(sizes) == len(batches)
    assert sizes == [size] * (n // size) + ([n % size] if n % size else [])


def test_each_epoch_has_its_own_order_and_a_seed_repeats_them_all() -> None:
    split = numbered(100)
    one = Batches(split, 16, generator=torch.Generator().manual_seed(7))
    two = Batches(split, 16, generator=torch.Generator().manual_seed(7))
    other = Batches(split, 16, generator=torch.Generator().manual_seed(8))
    orders = [epoch(one)[1] for _ in range(3)]
    assert orders == [epoch(two)[1] for _ in range(3)]
    assert len({tuple(order) for order in [*orders, epoch(other)[1]]}) == 4


def test_without_a_generator_the_order_is_the_splits_own() -> None:
    batches = Batches(numbered(30), 7)
    assert epoch(batches)[1] == epoch(batches)[1] == list(range(30))


def test_pixels_come_as_floats_from_0_to_1(few: Dataset) -> None:
    x, y = next(iter(Batches(few.valid, len(few.valid))))
    expected = few.valid.images.reshape(len(few.valid), -1) / 255
    assert (x.dtype, y.dtype) == (torch.float32, torch.int64)
    np.testing.assert_allclose(x.numpy(), expected, rtol=1e-6)
    assert x.max() == 1
    assert x.min() == 0


def test_the_split_is_left_alone(few: Dataset) -> None:
    before = few.valid.images.copy()
    for x, _ in Batches(few.valid, 64):
        x.zero_()
    np.testing.assert_array_equal(few.valid.images, before)


@pytest.mark.parametrize("size", [1, 3])
def test_the_global_dice_are_not_touched(size: int) -> None:
    state = torch.get_rng_state()
    list(Batches(numbered(9), size, generator=torch.Generator().manual_seed(1)))
    assert torch.equal(torch.get_rng_state(), state)


def test_a_split_may_be_any_view(few: Dataset) -> None:
    mirrored = Split(few.valid.images[:, :, ::-1], few.valid.labels)
    x, _ = next(iter(Batches(mirrored, 5)))
    expected = few.valid.images[:5, :, ::-1].reshape(5, -1) / 255
    np.testing.assert_allclose(x.numpy(), expected, rtol=1e-6)


def test_a_pass_goes_on_where_it_was_broken_off() -> None:
    batches = Batches(numbered(20), 6, generator=torch.Generator().manual_seed(3))
    whole = [y.tolist() for _, y in batches]
    rest = [y.tolist() for _, y in batches.starting_at(2)]
    assert rest == whole[2:]


def test_images_may_come_as_the_bytes_that_they_are(few: Dataset) -> None:
    batches = Batches(few.valid, 9)
    floats, _ = next(iter(batches))
    batches.as_bytes = True
    x, _ = next(iter(batches))
    assert x.dtype == torch.uint8
    torch.testing.assert_close(x / 255, floats)
