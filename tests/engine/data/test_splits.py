"""A dataset checks itself, keeps its arrays from being written to, and knows its own content."""

import numpy as np
import pytest

from engine.data.splits import Dataset, Split
from engine.errors import DataError


def split(*labels: int) -> Split:
    images = np.arange(len(labels) * 784, dtype=np.uint8).reshape(-1, 28, 28)
    return Split(images, np.array(labels, np.int64))


def test_a_split_is_as_long_as_its_labels() -> None:
    assert len(split(0, 1, 1)) == 3


@pytest.mark.parametrize(
    "images",
    [
        np.zeros((2, 28, 28), np.float32),
        np.zeros((2, 784), np.uint8),
        np.zeros((2, 28, 27), np.uint8),
        np.zeros((3, 28, 28), np.uint8),
    ],
)
def test_a_split_refuses_images_of_another_shape_type_or_number(images: np.ndarray) -> None:
    with pytest.raises(DataError):
        Split(images, np.array([0, 1], np.int64))


@pytest.mark.parametrize("labels", [np.zeros(2, np.int32), np.zeros((2, 1), np.int64)])
def test_a_split_refuses_labels_of_another_shape_or_type(labels: np.ndarray) -> None:
    with pytest.raises(DataError):
        Split(np.zeros((2, 28, 28), np.uint8), labels)


def test_the_arrays_cannot_be_written_to() -> None:
    ours = split(0, 1)
    with pytest.raises(ValueError, match="read-only"):
        ours.images[0, 0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        ours.labels[0] = 1


@pytest.mark.parametrize(
    ("train", "valid", "classes"),
    [
        (split(0, 2), split(0), ("a", "b")),
        (split(0, 1), split(-1), ("a", "b")),
        (split(0, 0), split(0), ("a",)),
        (split(0, 1), split(0), ("a", "a")),
        (split(), split(0), ("a", "b")),
        (split(0, 1), split(), ("a", "b")),
    ],
    ids=["label too high", "label too low", "one class", "twice the same", "no train", "no valid"],
)
def test_a_dataset_refuses_what_cannot_be_learned(
    train: Split, valid: Split, classes: tuple[str, ...]
) -> None:
    with pytest.raises(DataError, match=r"^mine has"):
        Dataset(train, valid, classes, "mine")


def test_the_fingerprint_stands_for_content_and_not_for_the_name() -> None:
    ours = Dataset(split(0, 1), split(1), ("a", "b"), "ours")
    same = Dataset(split(0, 1), split(1), ("a", "b"), "another name")
    assert ours.fingerprint == same.fingerprint
    assert len(ours.fingerprint) == 16
    int(ours.fingerprint, 16)
    others = [
        Dataset(split(1, 0), split(1), ("a", "b"), "ours"),
        Dataset(split(0, 1), split(0), ("a", "b"), "ours"),
        Dataset(split(0, 1), split(1), ("a", "c"), "ours"),
        Dataset(split(0, 1, 1), split(1), ("a", "b"), "ours"),
        Dataset(Split(255 - split(0, 1).images, split(0, 1).labels), split(1), ("a", "b"), "ours"),
    ]
    assert len({ours.fingerprint, *(other.fingerprint for other in others)}) == 6


def test_the_fingerprint_of_mnist_sample_never_changes(mnist_sample: Dataset) -> None:
    assert mnist_sample.fingerprint == "8e8f64afc7f23758"
