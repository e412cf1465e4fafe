"""One door to all data: names, folders, archives and IDX files, and plain words for all else."""

import gzip
import lzma
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import assets
import engine
from engine.data.loading import mix
from engine.data.splits import Dataset, Split
from engine.datasets import load_dataset
from engine.errors import DataError


def slice_of(dataset: Dataset, start: int, stop: int) -> Dataset:
    train, valid = dataset.train, dataset.valid
    return Dataset(
        Split(train.images[start:stop], train.labels[start:stop]),
        Split(valid.images[start:stop], valid.labels[start:stop]),
        dataset.classes,
        dataset.name,
    )


def test_the_bundled_sets_have_names() -> None:
    assert load_dataset("mnist_sample").name == "mnist_sample"


def test_mnist_sample_goes_through_folder_archive_and_back(
    mnist_sample: Dataset, tmp_path: Path
) -> None:
    ours = slice_of(mnist_sample, 0, 300)
    folder = tmp_path / "mnist_sample"
    engine.save_as_folders(ours, folder)
    assert load_dataset(folder).fingerprint == ours.fingerprint
    assert load_dataset(str(folder)).fingerprint == ours.fingerprint
    for kind in ("gztar", "tar", "zip"):
        packed = shutil.make_archive(str(tmp_path / "mine"), kind, tmp_path, "mnist_sample")
        assert load_dataset(packed).fingerprint == ours.fingerprint


@pytest.mark.parametrize("plain", [False, True])
def test_a_folder_of_mnists_own_files_is_mnist(mnist: Dataset, tmp_path: Path, plain: bool) -> None:
    for path in assets.path("mnist").glob("*.gz"):
        if plain:
            (tmp_path / path.stem).write_bytes(gzip.decompress(path.read_bytes()))
        else:
            shutil.copy(path, tmp_path)
    found = load_dataset(tmp_path)
    assert found.classes == mnist.classes
    assert np.array_equal(found.train.images, mnist.train.images)
    assert np.array_equal(found.valid.labels, mnist.valid.labels)


def test_a_path_is_never_a_bundled_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DataError, match="doesn't exist"):
        load_dataset(Path("mnist"))


@pytest.mark.parametrize("name", ["mnist_smaple", "no/such/folder", "gone.zip", "x" * 5000, "a\0b"])
def test_what_does_not_exist_is_named_with_what_does(name: str) -> None:
    with pytest.raises(DataError, match=r"(?s)^.*: "):
        load_dataset(name)
    with pytest.raises(DataError, match="mnist_sample, mnist"):
        load_dataset("mnist_smaple")


def table(images: NDArray[np.uint8], labels: NDArray[np.int64], kind: str) -> bytes:
    """Return images and labels as a table of pixels, or in LIBSVM's form."""
    pixels = images.reshape(len(images), -1).tolist()
    if kind == "csv":
        lines = [",".join(map(str, [k, *row])) for k, row in zip(labels, pixels, strict=True)]
    else:
        cells = [[f"{i}:{v}" for i, v in enumerate(row, 1)] for row in pixels]
        lines = [" ".join([str(k), *row]) for k, row in zip(labels, cells, strict=True)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("kind", ["csv", "svm"])
def test_tables_whose_names_are_alike_are_each_read(
    mnist: Dataset, tmp_path: Path, kind: str
) -> None:
    first, second = slice_of(mnist, 0, 60).train, slice_of(mnist, 60, 130).train
    one, other = (table(side.images, side.labels, kind) for side in (first, second))
    (tmp_path / f"some-digits.{kind}").write_bytes(one)
    (tmp_path / f"some-digits.{kind}.gz").write_bytes(gzip.compress(one))
    for name in (f"some-digits.{kind}", f"some-digits.{kind}.gz", ""):
        assert images_in(load_dataset(tmp_path / name)) == len(first)
    (tmp_path / f"some_digits.{kind}").write_bytes(other)
    assert images_in(load_dataset(tmp_path / f"some-digits.{kind}")) == len(first)
    assert images_in(load_dataset(tmp_path / f"some_digits.{kind}")) == len(second)
    with pytest.raises(DataError, match=f"some-digits.{kind}, some_digits.{kind}"):
        load_dataset(tmp_path)


@pytest.mark.parametrize("kind", ["csv", "svm"])
def test_a_packed_table_of_other_images_than_the_plain_one_is_read(
    mnist: Dataset, tmp_path: Path, kind: str
) -> None:
    first, second = slice_of(mnist, 0, 60).train, slice_of(mnist, 60, 130).train
    one, other = (table(side.images, side.labels, kind) for side in (first, second))
    (tmp_path / f"digits.{kind}").write_bytes(one)
    (tmp_path / f"digits.{kind}.xz").write_bytes(lzma.compress(other))
    assert images_in(load_dataset(tmp_path / f"digits.{kind}")) == len(first)
    assert images_in(load_dataset(tmp_path / f"digits.{kind}.xz")) == len(second)


@pytest.mark.parametrize("kind", ["csv", "svm"])
def test_a_second_table_to_validate_on_leads_to_its_set(
    mnist: Dataset, tmp_path: Path, kind: str
) -> None:
    parts = {"train": (0, 60), "val": (60, 90), "test": (90, 130)}
    for name, (start, stop) in parts.items():
        side = slice_of(mnist, start, stop).train
        (tmp_path / f"{name}.{kind}").write_bytes(table(side.images, side.labels, kind))
    for name in ("", *(f"{name}.{kind}" for name in parts)):
        assert len(load_dataset(tmp_path / name).valid) == 30


def images_in(dataset: Dataset) -> int:
    return len(dataset.train) + len(dataset.valid)


def test_the_home_folder_may_be_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    with pytest.raises(DataError, match=r"nothing here doesn't exist"):
        load_dataset("~/nothing here")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"contains no images.*: choose"):
        load_dataset(tmp_path)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("notes.txt", r"notes\.txt is not a dataset: choose"),
        ("digit.png", r"digit\.png is not in a class folder: put"),
        ("train-images-idx3-ubyte.gz", "no train-labels-idx1-ubyte: add"),
        ("a.pkl", r"a\.pkl is in a format that Inkgrad doesn't read, .*: save"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    with pytest.raises(DataError, match=reason):
        load_dataset(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_loading_tells_its_progress(mnist_sample: Dataset, tmp_path: Path) -> None:
    engine.save_as_folders(slice_of(mnist_sample, 0, 20), tmp_path / "mine")
    with pytest.raises(DataError, match="Loading mine was cancelled"):
        load_dataset(tmp_path / "mine", lambda done, total: False)


def test_a_mixed_set_has_all_classes_and_all_images(mnist: Dataset, mnist_sample: Dataset) -> None:
    first, second = slice_of(mnist_sample, 0, 20), slice_of(mnist, 0, 30)
    both = mix(first, second)
    assert both.classes == mnist.classes
    assert len(both.train) == 50
    assert np.array_equal(both.train.images[:20], first.train.images)
    assert np.array_equal(both.valid.images[20:], second.valid.images)
    names = [both.classes[label] for label in both.train.labels]
    assert names[:20] == [first.classes[label] for label in first.train.labels]
    assert names[20:] == [second.classes[label] for label in second.train.labels]
    assert both.name == "mnist_sample + mnist"


def test_loading_needs_no_torch() -> None:
    code = (
        "import sys, engine; engine.load_dataset('mnist_sample'); sys.exit('torch' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_loading_can_be_stopped_while_torch_is_imported(mnist: Dataset, tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=mnist.train.images[:200], y=mnist.train.labels[:200])
    code = """
import sys, threading, engine
asked = []

def progress(done, images):
    asked.append("import" in [thread.name for thread in threading.enumerate()])
    return len(asked) < 1000

engine.load_dataset(sys.argv[1], progress)
sys.exit(sum(asked) < 2)
"""
    command = [sys.executable, "-c", code, str(tmp_path / "a.npz")]
    subprocess.run(command, check=True, timeout=60)
