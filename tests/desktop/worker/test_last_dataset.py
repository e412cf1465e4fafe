"""One large dataset at a time: the one before is let go when another is read."""

import gc
import weakref
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.worker import last_dataset
from desktop.worker.last_dataset import LastDataset
from desktop.worker.messages import AsIs
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


def test_what_has_changed_in_its_folder_is_read_anew_and_the_rest_is_at_hand(
    mnist_sample: Dataset, tmp_path: Path
) -> None:
    for side in ("train", "valid"):
        for label in range(2):
            place = tmp_path / side / mnist_sample.classes[label]
            place.mkdir(parents=True)
            (row,) = np.flatnonzero(mnist_sample.train.labels == label)[:1]
            Image.fromarray(255 - mnist_sample.train.images[row]).save(place / "1.png")
    datasets = LastDataset(lambda _: None)
    first = datasets.wait_for(tmp_path, lambda: True)
    assert datasets.wait_for(tmp_path, lambda: True) is first
    bundled = datasets.wait_for("mnist_sample", lambda: True)
    assert datasets.wait_for(tmp_path, lambda: True) is first  # beside what comes with the program
    (tmp_path / "train/3/2.png").write_bytes((tmp_path / "train/3/1.png").read_bytes())
    again = datasets.wait_for(tmp_path, lambda: True)
    assert (len(first.train), len(again.train)) == (2, 3)
    as_is = datasets.wait_for(AsIs(tmp_path), lambda: True)
    assert again.train.images.mean() < 100 < as_is.train.images.mean()  # which is left light
    assert datasets.wait_for("mnist_sample", lambda: True) is bundled
