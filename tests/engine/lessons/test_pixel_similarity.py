"""Each step of pixel similarity, against the same sums in float64."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.lessons.figures import Code, Figure, Outcome, Pictures, Plot, Table, Text
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


@pytest.fixture(scope="module")
def means(mnist_sample: Dataset) -> np.ndarray:
    """Return the mean 3 and the mean 7, summed up in whole numbers."""
    train = mnist_sample.train
    of_class = [train.images[train.labels == label] for label in (0, 1)]
    return np.stack([images.sum(axis=0, dtype=np.int64) / len(images) / 255 for images in of_class])


def test_the_stacks_have_the_chapters_shapes(show: Show) -> None:
    figures = show("pixel_similarity", step=0)
    shapes = [line.value for figure in figures if isinstance(figure, Code) for line in figure.lines]
    assert shapes == ["(6131, 28, 28)", "(6265, 28, 28)"]


def test_means_and_differences(show: Show, lab: Callable[..., Lab], means: np.ndarray) -> None:
    _, pictures, _ = show("pixel_similarity", step=1)
    assert isinstance(pictures, Pictures)
    for picture, mean in zip(pictures.pictures, means, strict=True):
        np.testing.assert_allclose(picture.values, mean, atol=1e-5)
    _, *rows = show("pixel_similarity", step=2)
    sketch = lab("pixel_similarity").sketch / 255
    for row, mean in zip(rows, means, strict=True):
        assert isinstance(row, Pictures)
        assert row.between == ("−", "=")
        np.testing.assert_allclose(row.pictures[2].values, sketch - mean, atol=1e-5)


@pytest.mark.parametrize("norm", ["l1", "rmse"])
def test_sizes_and_averages(
    show: Show, lab: Callable[..., Lab], means: np.ndarray, norm: str
) -> None:
    differences = lab("pixel_similarity").sketch / 255 - means
    sizes = abs(differences) if norm == "l1" else differences**2
    averages = sizes.mean(axis=(1, 2))
    distances = averages if norm == "l1" else averages**0.5
    _, pictures = show("pixel_similarity", step=3, norm=norm)
    assert isinstance(pictures, Pictures)
    for picture, size in zip(pictures.pictures, sizes, strict=True):
        np.testing.assert_allclose(picture.values, size, atol=1e-5)
    _, table = show("pixel_similarity", step=4, norm=norm)
    assert isinstance(table, Table)
    last = [float(row[-1]) for row in table.rows]
    np.testing.assert_allclose(last, distances, atol=6e-5)
    assert len(table.columns) == (3 if norm == "l1" else 4)


@pytest.mark.parametrize(("label", "digit"), [(0, "3"), (1, "7")])
def test_the_nearer_mean_is_the_answer(
    show: Show, lab: Callable[..., Lab], mnist_sample: Dataset, label: int, digit: str
) -> None:
    train = mnist_sample.train
    typical = train.images[train.labels == label].mean(axis=0).astype(np.uint8)
    bench = lab("pixel_similarity", sketch=typical)
    _, _, outcome, _, _ = show("pixel_similarity", at=bench, step=5)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert outcome.text.endswith(f"the answer is {digit}.")


def test_how_often_it_is_right(show: Show, mnist_sample: Dataset, means: np.ndarray) -> None:
    valid = mnist_sample.valid
    images = valid.images.reshape(-1, 784) / 255
    distances = [abs(images - mean.ravel()).mean(axis=1) for mean in means]
    right = float((np.argmin(distances, axis=0) == valid.labels).mean())
    told = show("pixel_similarity", step=5)[-2]
    assert isinstance(told, Text)
    assert f"{100 * right:.1f} % of the 2,038" in told.text


@pytest.mark.parametrize("norm", ["l1", "rmse"])
def test_both_distances_as_the_digit_is_moved(
    show: Show, lab: Callable[..., Lab], means: np.ndarray, norm: str
) -> None:
    plot = show("pixel_similarity", step=5, norm=norm, right=-3, down=2)[-1]
    assert isinstance(plot, Plot)
    sketch = lab("pixel_similarity").sketch / 255
    for curve, mean, mark in zip(plot.curves, means, plot.marks, strict=True):
        for x, distance in zip(curve.x.astype(int), curve.y, strict=True):
            moved = np.zeros((48, 48))
            moved[10 + 2 : 38 + 2, 10 + x : 38 + x] = sketch
            off = abs(moved[10:38, 10:38] - mean)
            expected = off.mean() if norm == "l1" else (off**2).mean() ** 0.5
            assert distance == pytest.approx(expected, abs=1e-4)
        assert (mark.x, mark.y) == (-3, curve.y[curve.x == -3])
    assert plot.y_range is not None
    height = max(curve.y.max() for curve in plot.curves) - plot.y_range[0]
    assert plot.y_range[1] - plot.y_range[0] > 1.1 * height  # a number stands above the highest


@pytest.mark.long
def test_moved_far_enough_nearly_every_3_is_taken_for_a_7(
    show: Show, mnist_sample: Dataset, lab: Callable[..., Lab]
) -> None:
    valid = mnist_sample.valid
    threes = valid.images[valid.labels == 0][::20]
    for right, told in ((0, "3"), (8, "7"), (-8, "7")):
        outcomes = [
            show("pixel_similarity", lab("pixel_similarity", image), step=5, right=right)[2]
            for image in threes
        ]
        assert sum(o.text.endswith(f"the answer is {told}.") for o in outcomes) > 0.8 * len(threes)
