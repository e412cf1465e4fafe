"""Data that can't be used, met in the real window: a sentence each, and nothing written or lost."""

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget

from desktop.main_window import MainWindow
from desktop.worker.run_state import State
from tests.mostly_long import mostly_long

Make = Callable[[Path], Path]


def png(seed: int) -> bytes:
    file = io.BytesIO()
    pixels = np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8)
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def folder_of(place: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = place / "digits" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return place / "digits"


GOOD = {f"{part}/{label}/0.png": png(9) for part in ("train", "valid") for label in "37"}


def empty(place: Path) -> Path:
    (place / "digits").mkdir()
    return place / "digits"


def one_class(place: Path) -> Path:
    return folder_of(place, {"train/3/0.png": png(1), "valid/3/0.png": png(2)})


def text_as_png(place: Path) -> Path:
    return folder_of(place, {**GOOD, "train/3/note.png": b"not a picture"})


def cut_png(place: Path) -> Path:
    return folder_of(place, {**GOOD, "train/3/cut.png": png(5)[:400]})


def climbing_archive(place: Path) -> Path:
    path = place / "digits.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, data in {**GOOD, "../evil.png": png(1)}.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def bomb(place: Path) -> Path:
    path = place / "digits.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in GOOD.items():
            archive.writestr(name, data)
        archive.writestr("train/3/huge.png", bytes(100_000_000))
    return path


def cut_idx(place: Path) -> Path:
    labels = b"\0\0\x08\x01\0\0\0\x02\x03\x07"
    images = b"\0\0\x08\x03\0\0\0\x02\0\0\0\x1c\0\0\0\x1c" + bytes(100)
    names = {"train-labels-idx1-ubyte.gz": labels, "train-images-idx3-ubyte.gz": images}
    return folder_of(place, {name: gzip.compress(data) for name, data in names.items()})


def locked(place: Path) -> Path:
    if os.geteuid() == 0:
        pytest.skip("nothing is locked for root")
    path = folder_of(place, GOOD)
    (path / "train").chmod(0)
    return path


@pytest.mark.parametrize(
    "make",
    mostly_long(
        [empty, one_class, text_as_png, cut_png, climbing_archive, bomb, cut_idx, locked], {0, 4, 6}
    ),
)
def test_bad_data_is_a_sentence_and_nothing_else(
    make: Make,
    window: MainWindow,
    wait_for_state: Callable[[State], None],
    tmp_path: Path,
    drag: Callable[[QWidget, np.ndarray], None],
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    data = make(place)
    before = sorted(place.rglob("*"))
    drag(window.sketch.canvas, np.array([[120, 100], [280, 300]]))
    window.model.datasets.choose(data)
    window.model.train()
    wait_for_state(State.IDLE)
    sentence = window.banner.message.text()
    assert window.banner.isVisible()
    assert "digits" in sentence
    assert sentence.endswith(".")
    assert "inside Inkgrad" not in sentence  # what it says of errors that it doesn't know
    assert sorted(place.rglob("*")) == before
    assert not list(tmp_path.rglob("evil*"))
    assert not window.sketch.document.is_empty
