"""One large dataset at a time: the one before is let go when another is read."""

import gc
import weakref
from pathlib import Path

import numpy as np
import pytest

from desktop.worker import last_dataset
from desktop.worker.last_dataset import LastDataset
from engine.data.splits import Dataset
from engine.datasets import load_dataset


def test_the_one_before_is_let_go_before_another_is_read(
    mnist: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / "a.npz", tmp_path / "b.npz"]
    for place, start in zip(places, (0, 200), strict=True):
        part = slice(start, start + 200)
        np.savez(place, x=mnist.train.images[part], y=mnist.train.labels[part])
    known: list[weakref.ref[Dataset]] = []
    held: list[bool] = []

    def load(*arguments: object) -> Dataset:
        gc.collect()
        held.append(any(dataset() is not None for dataset in known))
        dataset = load_dataset(*arguments)  # type: ignore[arg-type]
        known.append(weakref.ref(dataset))
        return dataset

    monkeypatch.setattr(last_dataset, "load_dataset", load)
    datasets = LastDataset(lambda _: None)
    for place in (places[0], places[1], places[1], places[0]):
        datasets.wait_for(place, lambda: True)
    assert held == [False, False, False]
