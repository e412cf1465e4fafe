"""Slices of the bundled sets: real digits, few enough for a test that trains."""

from pathlib import Path

import numpy as np
import pytest

from engine.data.loading import save_as_folders
from engine.data.splits import Dataset, Split


def first(dataset: Dataset, train: int, valid: int) -> Dataset:
    """Return the first images of each split; MNIST is shuffled, so every class is among them."""
    return Dataset(
        Split(dataset.train.images[:train], dataset.train.labels[:train]),
        Split(dataset.valid.images[:valid], dataset.valid.labels[:valid]),
        dataset.classes,
        dataset.name,
    )


@pytest.fixture(scope="session")
def few(mnist_sample: Dataset) -> Dataset:
    """Return 2,000 + 500 threes and sevens."""
    return first(mnist_sample, 2000, 500)


@pytest.fixture(scope="session")
def handful(mnist_sample: Dataset) -> Dataset:
    """Return 300 + 100 threes and sevens, for what is slow."""
    return first(mnist_sample, 300, 100)


@pytest.fixture(scope="session")
def handful_folder(handful: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the handful, for commands that open a path."""
    folder = tmp_path_factory.mktemp("datasets") / "handful"
    save_as_folders(handful, folder)
    return folder


@pytest.fixture(scope="session")
def few_digits(mnist: Dataset) -> Dataset:
    """Return 3,000 + 1,000 of all ten digits."""
    return first(mnist, 3000, 1000)


@pytest.fixture(scope="session")
def blank() -> np.ndarray:
    """Return a sheet without ink."""
    return np.zeros((28, 28), np.uint8)
