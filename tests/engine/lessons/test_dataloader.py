"""The DataLoader: every item once in an epoch, in new orders, in batches of the size."""

import ast
import math

import numpy as np
import pytest
import torch

from engine.lessons.figures import Code, Pictures


def batches(figures) -> list[list[int]]:
    code = figures[0]
    assert isinstance(code, Code)
    return [ast.literal_eval(line.code.strip()) for line in code.lines[3:]]


@pytest.mark.parametrize("batch", [1, 4, 5, 15])
@pytest.mark.parametrize("shuffle", ["yes", "no"])
@pytest.mark.parametrize("epoch", [1, 3])
def test_each_number_comes_once_in_batches(show, batch: int, shuffle: str, epoch: int) -> None:
    figures = show("dataloader", batch=batch, shuffle=shuffle, epoch=epoch)
    found = batches(figures)
    assert [len(each) for each in found[:-1]] == [batch] * (math.ceil(15 / batch) - 1)
    numbers = [number for each in found for number in each]
    assert sorted(numbers) == list(range(15))
    assert (numbers == list(range(15))) == (shuffle == "no")
    assert figures[-1].as_promised


def test_another_epoch_brings_another_order_and_the_same_one_again(show) -> None:
    first, second = (batches(show("dataloader", epoch=epoch)) for epoch in (1, 2))
    assert first != second
    assert first == batches(show("dataloader", epoch=1))


def test_images_come_with_their_labels(lab, show, mnist) -> None:
    bench = lab("dataloader", dataset=mnist)
    *_, code, pictures, _ = show("dataloader", bench, batch=6)
    assert [line.value for line in code.lines[1:]] == ["(6, 784)", "(6,)"]
    assert isinstance(pictures, Pictures)
    for picture in pictures.pictures:
        image = (picture.values * 255).round().astype(np.uint8)
        (rows,) = np.nonzero((mnist.train.images == image).all(axis=(1, 2)))
        assert str(mnist.train.labels[rows[0]]) == picture.caption


def test_chance_stays_as_it_was(show) -> None:
    state = torch.random.get_rng_state()
    show("dataloader")
    assert torch.equal(state, torch.random.get_rng_state())


@pytest.mark.parametrize(("shuffle", "epoch"), [("no", 1), ("yes", 1), ("yes", 2)])
def test_the_sketchs_tiles_come_in_the_order_of_the_numbers(
    show, mnist_sample, shuffle, epoch
) -> None:
    figures = show("dataloader", shuffle=shuffle, epoch=epoch)
    before, laid = figures[2].pictures
    sketch = mnist_sample.valid.images[0]
    np.testing.assert_array_equal(before.values, sketch[:27, :25])
    order = [number for each in batches(figures) for number in each]
    for place, number in enumerate(order):
        (y, x), (top, left) = divmod(place, 5), divmod(number, 5)
        tile = sketch[9 * top : 9 * top + 9, 5 * left : 5 * left + 5]
        np.testing.assert_array_equal(laid.values[9 * y : 9 * y + 9, 5 * x : 5 * x + 5], tile)
    assert (laid.values == before.values).all() == (shuffle == "no")
