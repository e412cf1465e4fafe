"""What the page asks keeps the worker small: two large datasets at a time would be too much."""

import gc
import weakref
from collections.abc import Generator

import numpy as np
import pytest

from desktop.data.checking import check_data
from desktop.data.questions import fetch_images, open_data
from desktop.worker.messages import DataSource
from engine.data.splits import Dataset, Split
from tests.desktop.sketch.conftest import LocalSession


def few(images: int) -> Dataset:
    split = Split(np.zeros((images, 28, 28), np.uint8), np.arange(images) % 2)
    return Dataset(split, split, ("3", "7"), "few")


class Reading(LocalSession):
    """Has a new dataset for each reading, and notes whether the one before is still held then."""

    def __init__(self) -> None:
        super().__init__(few(4))
        self.was_held: list[bool] = []
        self._before = weakref.ref(self.dataset)

    def load(self, source: DataSource) -> Generator[object, None, Dataset]:
        yield from ()
        del self.dataset
        gc.collect()
        self.was_held.append(self._before() is not None)
        self.dataset = few(4)
        self._before = weakref.ref(self.dataset)
        return self.dataset


@pytest.mark.parametrize(("many", "held"), [(7, False), (8, True)])
def test_a_large_dataset_is_let_go_while_another_is_read(
    monkeypatch: pytest.MonkeyPatch, many: int, held: bool
) -> None:
    monkeypatch.setattr("desktop.data.questions._MANY", many)
    session = Reading()
    list(open_data("first")(session))
    list(check_data("second")(session))
    assert session.was_held == [False, held]
    (images,) = fetch_images("first", np.arange(3))(session)
    assert images.shape == (3, 28, 28), "read again, if it was let go"
