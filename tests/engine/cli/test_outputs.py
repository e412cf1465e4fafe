"""What a command reads is never written over."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import engine
from engine.cli.parser import main
from engine.lessons.work import Work
from engine.lessons.work_forms import as_json

Said = pytest.CaptureFixture[str]


def named(path: Path) -> Path:
    return path


def hard_link(path: Path) -> Path:
    link = path.with_stem("hard")
    os.link(path, link)
    return link


def link(path: Path) -> Path:
    link = path.with_stem("soft")
    link.symlink_to(path)
    return link


pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
every_way = pytest.mark.parametrize("way", [named, hard_link, link])
Way = Callable[[Path], Path]


@pytest.fixture
def arrays(handful: engine.Dataset, tmp_path: Path) -> Path:
    """Return a dataset in one file."""
    path = tmp_path / "digits.npz"
    np.savez(path, x=handful.train.images, y=handful.train.labels)
    return path


def refused(read: Path, *argv: object, said: Said) -> None:
    """Carry out what must be refused, and see that what it reads stays as it is."""
    before = read.read_bytes()
    assert main([str(word) for word in argv]) == 1
    told = said.readouterr()
    assert "belongs to what this command reads" in told.err
    assert told.out == ""
    assert read.read_bytes() == before


@every_way
@pytest.mark.parametrize("among", ["", "my_drawings+"])
def test_a_model_is_not_saved_onto_its_data(
    way: Way, among: str, arrays: Path, capsys: Said
) -> None:
    refused(arrays, "train", "--dataset", f"{among}{arrays}", "--save", way(arrays), said=capsys)


@every_way
def test_data_are_not_saved_onto_their_source(way: Way, arrays: Path, capsys: Said) -> None:
    refused(arrays, "data", arrays, "--save", way(arrays), said=capsys)


@every_way
def test_a_model_is_not_exported_onto_itself(way: Way, tmp_path: Path, capsys: Said) -> None:
    model = tmp_path / "model.safetensors"
    engine.Classifier.starter("mnist_sample").save(model)
    refused(model, "export", way(model), "--model", model, said=capsys)


@every_way
def test_a_table_is_not_written_over_what_a_pupil_handed_in(
    way: Way, tmp_path: Path, capsys: Said
) -> None:
    (folder := tmp_path / "7b").mkdir()
    work = folder / "a.json"
    work.write_bytes(as_json(Work().named("Ada")))
    refused(work, "class", folder, "--csv", way(work), said=capsys)


def test_no_file_in_a_folder_of_data_is_written_over(
    handful_folder: Path, arrays: Path, tmp_path: Path, capsys: Said
) -> None:
    refused(arrays, "data", tmp_path, "--save", arrays, said=capsys)
    image = next(handful_folder.rglob("*.png"))
    refused(image, "train", "--dataset", handful_folder, "--save", image, said=capsys)


def test_of_several_sets_in_a_folder_one_is_read(
    handful: engine.Dataset, tmp_path: Path, capsys: Said
) -> None:
    for name in ("letters", "digits"):
        for part in ("train", "test"):
            np.save(tmp_path / f"{name}-{part}-images.npy", handful.train.images)
            np.save(tmp_path / f"{name}-{part}-labels.npy", handful.train.labels)
    letters = tmp_path / "letters"
    read = tmp_path / "letters-train-images.npy"
    refused(read, "train", "--dataset", letters, "--save", read, said=capsys)
    for _ in range(2):  # it lies beside them
        assert main(["data", str(letters), "--save", str(tmp_path / "mine.npz")]) == 0


def test_a_model_beside_its_data_is_trained_anew(arrays: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.safetensors"
    for _ in range(2):
        argv = ["train", "--epochs", "1", "--dataset", str(tmp_path), "--save", str(model)]
        assert main(argv) == 0
    assert engine.Classifier.load(model)
    assert main(["data", "mnist_sample", "--save", str(tmp_path / "mnist_sample.npz")]) == 0
