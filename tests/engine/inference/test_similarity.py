"""Pixel similarity: the book's figure, and a plain loop that says the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.data.splits import Dataset, Split
from engine.errors import DataError
from engine.inference.similarity import Norm, PixelSimilarity


@pytest.fixture(scope="module")
def similarity(mnist_sample: Dataset) -> PixelSimilarity:
    return PixelSimilarity.of(mnist_sample.train, mnist_sample.classes)


def looped(split: Split, images: NDArray[np.uint8], norm: str) -> list[list[float]]:
    """Measure the distances to the two means, image by image, in float64."""
    means = [np.mean([i / 255 for i in split.images[split.labels == k]], axis=0) for k in (0, 1)]
    rows = []
    for image in images:
        differences = [image / 255 - mean for mean in means]
        if norm == "l1":
            rows.append([float(np.mean(np.abs(d))) for d in differences])
        else:
            rows.append([float(np.sqrt(np.mean(d**2))) for d in differences])
    return rows


@pytest.mark.parametrize(("norm", "figure"), [("l1", 0.951), ("rmse", 0.966)])
def test_the_books_baseline(
    similarity: PixelSimilarity, mnist_sample: Dataset, norm: Norm, figure: float
) -> None:
    assert round(similarity.accuracy(mnist_sample.valid, norm), 3) == figure


@pytest.mark.parametrize("norm", ["l1", "rmse"])
def test_the_means_of_the_book_by_a_plain_loop(few: Dataset, norm: Norm) -> None:
    similarity = PixelSimilarity.of(few.train, few.classes)
    images = few.valid.images[:60]
    ours = similarity.distances(images, norm)
    assert ours.dtype == np.float32
    np.testing.assert_allclose(ours, looped(few.train, images, norm), rtol=1e-4)


def test_a_mean_is_a_picture_from_paper_to_ink(similarity: PixelSimilarity) -> None:
    assert similarity.means.shape == (2, 28, 28)
    assert similarity.means.dtype == np.float32
    assert similarity.means.min() >= 0
    assert 0.5 < similarity.means.max() <= 1


def test_many_images_are_measured_as_each_alone(
    similarity: PixelSimilarity, mnist_sample: Dataset
) -> None:
    images = np.concatenate([mnist_sample.valid.images] * 2)  # more than are done at once
    together = similarity.distances(images)
    for row in (0, 2047, 2048, len(images) - 1):
        alone = similarity.distances(images[row : row + 1])[0]
        np.testing.assert_allclose(together[row], alone, rtol=1e-6)


@pytest.mark.parametrize("norm", ["l1", "rmse"])
def test_a_mean_is_nearest_to_itself(similarity: PixelSimilarity, norm: Norm) -> None:
    for name, mean in zip(similarity.classes, similarity.means, strict=True):
        image = np.round(mean * 255).astype(np.uint8)
        assert similarity.predict(image, norm).label == name


@given(st.integers(0, 499))
def test_the_answer_is_the_nearest_and_the_likeliest(few: Dataset, row: int) -> None:
    similarity = PixelSimilarity.of(few.train, few.classes)
    image = few.valid.images[row]
    answer = similarity.predict(image)
    assert answer.label == similarity.classes[int(similarity.distances(image[None])[0].argmin())]
    assert answer.label == answer.classes[int(answer.probabilities.argmax())]
    assert answer.probabilities.dtype == np.float32
    assert answer.probabilities.sum() == pytest.approx(1, abs=1e-6)
    assert answer.known


def test_blank_paper_is_not_known(similarity: PixelSimilarity, blank: NDArray[np.uint8]) -> None:
    assert not similarity.predict(blank).known


def test_ten_digits(few_digits: Dataset) -> None:
    similarity = PixelSimilarity.of(few_digits.train, few_digits.classes)
    assert similarity.distances(few_digits.valid.images).shape == (1000, 10)
    assert similarity.accuracy(few_digits.valid, "rmse") > 0.7  # chance: 0.1


def test_no_images_have_no_distances(similarity: PixelSimilarity) -> None:
    assert similarity.distances(np.zeros((0, 28, 28), np.uint8)).shape == (0, 2)


def test_a_class_without_images_has_no_mean(few: Dataset) -> None:
    with pytest.raises(DataError, match="no training images of 9"):
        PixelSimilarity.of(few.train, (*few.classes, "9"))
