"""What is written in one of the formats is read back identical, pixel by pixel, in order."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from numpy.typing import NDArray

from engine.data.splits import Dataset, Split
from engine.data.writing import save_as_folders
from engine.datasets import load_dataset
from tests.engine.data.given import idx, load

Bytes = NDArray[np.uint8]
CLASSES = ("0", "1", "2")


@st.composite
def splits(draw: st.DrawFn) -> Split:
    """Draw a few images, one of them with the whitest white, and a label for each."""
    images = draw(npst.arrays(np.uint8, (6, 28, 28)))
    images[0, 0, 0] = 255  # or their range would be that of other numbers than bytes
    labels = [0, 1, 2, *draw(st.lists(st.integers(0, 2), min_size=3, max_size=3))]
    return Split(images, np.array(draw(st.permutations(labels)), np.int64))


def as_csv(split: Split) -> bytes:
    head = ",".join(["label", *(f"pixel{k}" for k in range(784))])
    rows = [
        ",".join(map(str, [label, *image.ravel()]))
        for image, label in zip(split.images, split.labels, strict=True)
    ]
    return "\n".join([head, *rows]).encode()


def as_npz(train: Split, valid: Split) -> bytes:
    data = io.BytesIO()
    np.savez(
        data, x_train=train.images, y_train=train.labels, x_test=valid.images, y_test=valid.labels
    )
    return data.getvalue()


def as_idx(train: Split, valid: Split) -> dict[str, bytes]:
    files = {}
    for part, split in (("train", train), ("t10k", valid)):
        files[f"{part}-images-idx3-ubyte"] = idx(split.images)
        files[f"{part}-labels-idx1-ubyte"] = idx(split.labels.astype(np.uint8))
    return files


def same(found: Dataset, train: Split, valid: Split) -> bool:
    return Dataset(train, valid, CLASSES, "").fingerprint == found.fingerprint


@pytest.mark.parametrize("kind", ["csv", "npz", "idx"])
@settings(max_examples=25)
@given(train=splits(), valid=splits())
def test_tables_arrays_and_idx(kind: str, train: Split, valid: Split) -> None:
    files = {
        "csv": lambda: {"train.csv": as_csv(train), "test.csv": as_csv(valid)},
        "npz": lambda: {"mine.npz": as_npz(train, valid)},
        "idx": lambda: as_idx(train, valid),
    }[kind]()
    assert same(load(files, as_is=True), train, valid)


@settings(max_examples=25)
@given(train=splits(), valid=splits())
def test_folders(train: Split, valid: Split) -> None:
    with TemporaryDirectory() as place:
        save_as_folders(Dataset(train, valid, CLASSES, ""), Path(place) / "mine")
        assert same(load_dataset(Path(place) / "mine", as_is=True), train, valid)


@pytest.mark.parametrize("kind", ["csv", "npz", "idx"])
def test_mnist_comes_through_all_checks_unchanged(mnist: Dataset, kind: str) -> None:
    train = Split(mnist.train.images[:300], mnist.train.labels[:300])
    valid = Split(mnist.valid.images[:100], mnist.valid.labels[:100])
    files = {
        "csv": lambda: {"train.csv": as_csv(train), "test.csv": as_csv(valid)},
        "npz": lambda: {"mine.npz": as_npz(train, valid)},
        "idx": lambda: as_idx(train, valid),
    }[kind]()
    found = load(files)
    assert found.fingerprint == Dataset(train, valid, mnist.classes, "").fingerprint
    assert found.findings == ()
