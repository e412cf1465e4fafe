"""What every test stands on: one thread, no screen, and the data sets loaded once."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

import engine


@pytest.fixture(scope="session")
def mnist_sample() -> engine.Dataset:
    """Return every 3 and 7 of the bundled MNIST."""
    return engine.load_dataset("mnist_sample")


@pytest.fixture(scope="session")
def mnist() -> engine.Dataset:
    """Return all ten digits of the bundled MNIST."""
    return engine.load_dataset("mnist")
