"""Datasets in folders: written by anyone, read as they are; written by us, read back identical."""

import json
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.data.folder_names import LIST
from engine.data.folders import FolderFiles
from engine.data.splits import Dataset, Split
from engine.data.watch import Watch
from engine.data.writing import save_as_folders, saving
from engine.datasets import load_dataset
from engine.errors import DataError


def listed(folder: Path) -> FolderFiles:
    return FolderFiles(folder, Watch(None, folder.name))


def part(split: Split, count: int) -> Split:
    return Split(split.images[:count], split.labels[:count])


@pytest.fixture
def small(mnist_sample: Dataset) -> Dataset:
    """Return 24 + 9 threes and sevens, mixed as MNIST has them."""
    train, valid = part(mnist_sample.train, 24), part(mnist_sample.valid, 9)
    return Dataset(train, valid, mnist_sample.classes, "small")


def same(a: Dataset, b: Dataset) -> bool:
    return a.fingerprint == b.fingerprint


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_what_is_saved_is_read_back_identical_and_in_order(small: Dataset, tmp_path: Path) -> None:
    save_as_folders(small, tmp_path / "out")
    found = load_dataset(tmp_path / "out")
    assert same(found, small)
    assert found.name == "out"
    assert files(tmp_path / "out")[:2] == ["train/3/00.png", "train/3/01.png"]


def test_saving_tells_how_far_it_is(mnist_sample: Dataset, tmp_path: Path) -> None:
    dataset = Dataset(part(mnist_sample.train, 120), part(mnist_sample.valid, 9), ("3", "7"), "")
    assert list(saving(dataset, tmp_path / "out", "folders")) == [0, 50, 100, 120, 120, 129]


def test_saving_that_is_given_up_leaves_nothing(small: Dataset, tmp_path: Path) -> None:
    writing = saving(small, tmp_path / "out", "folders")
    next(writing)
    assert any(tmp_path.iterdir())
    writing.close()
    assert not any(tmp_path.iterdir())


def test_the_files_are_ordinary_pngs(small: Dataset, tmp_path: Path) -> None:
    save_as_folders(small, tmp_path)
    with Image.open(tmp_path / "train/7/03.png") as image:
        assert (image.format, image.mode, image.size) == ("PNG", "L", (28, 28))
        assert np.array_equal(image, small.train.images[3])


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
    classes = draw(st.lists(names | st.sampled_from("0123456789"), min_size=2, max_size=4))
    labels = [*range(len(classes)), *draw(st.lists(st.integers(0, len(classes) - 1), max_size=9))]
    order = draw(st.permutations(labels))
    random = np.random.default_rng(draw(st.integers(0, 99)))
    splits = [
        Split(random.integers(0, 256, (len(part), 28, 28), np.uint8), np.array(part, np.int64))
        for part in (order, order[:2])
    ]
    return Dataset(*splits, tuple(classes), "drawn")


@settings(deadline=None)
@given(st.data())
def test_every_dataset_is_saved_and_read_back_or_refused(data: st.DataObject) -> None:
    try:
        ours = data.draw(datasets())
    except DataError:
        return  # twice the same class
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "out"
        try:
            save_as_folders(ours, folder)
        except DataError:
            assert not os.listdir(scratch)
            return
        found = load_dataset(folder)
    for theirs, mine in ((found.train, ours.train), (found.valid, ours.valid)):
        assert np.array_equal(theirs.images, mine.images)
        names = [found.classes[label] for label in theirs.labels]
        assert names == [ours.classes[label] for label in mine.labels]


@pytest.mark.parametrize(
    "name",
    [
        "..",
        ".",
        "a/b",
        "a\\b",
        "a:b",
        "/",
        "a?",
        ".hidden",
        "end.",
        "NUL",
        "com1.x",
        "T",
        "x" * 200,
        "é" * 200,
    ],
)
def test_a_class_that_cannot_be_a_folder_is_read_back_by_its_name(
    small: Dataset, tmp_path: Path, name: str
) -> None:
    ours = Dataset(small.train, small.valid, ("t", name), "ours")
    save_as_folders(ours, tmp_path / "out")
    found = load_dataset(tmp_path / "out")
    assert sorted(found.classes) == sorted(ours.classes)
    assert all(file.startswith("out/") for file in files(tmp_path))


@pytest.mark.parametrize("name", ["", " ", "x" * 201, "a\0", "a\n", "a\x80", "a\ud800"])
def test_a_class_that_cannot_be_written_is_refused(
    small: Dataset, tmp_path: Path, name: str
) -> None:
    ours = Dataset(small.train, small.valid, ("3", name), "ours")
    with pytest.raises(DataError):
        save_as_folders(ours, tmp_path / "out")
    assert not files(tmp_path)


def test_a_class_without_training_images_is_refused(small: Dataset, tmp_path: Path) -> None:
    ours = Dataset(small.train, small.valid, ("3", "7", "8"), "ours")
    with pytest.raises(DataError, match="The class 8 has no training images"):
        save_as_folders(ours, tmp_path / "out")


def test_a_folder_with_anything_in_it_is_left_alone(small: Dataset, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(DataError, match="is not empty"):
        save_as_folders(small, tmp_path)
    with pytest.raises(DataError, match="is not empty"):
        save_as_folders(small, tmp_path / "thesis.txt")
    assert files(tmp_path) == ["thesis.txt"]


def test_a_failure_half_way_leaves_nothing(
    small: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Image.Image.save

    def full_disk(image: Image.Image, path: Path) -> None:
        if path.name == "20.png":
            raise OSError(28, "the disk is full")
        whole(image, path)

    monkeypatch.setattr(Image.Image, "save", full_disk)
    with pytest.raises(DataError, match="the disk is full"):
        save_as_folders(small, tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_a_set_is_read_whatever_its_formats_names_and_extras(
    small: Dataset, tmp_path: Path
) -> None:
    ends = ["png", "PNG", "bmp", "gif"]
    for folder, split in (("Training", small.train), ("test", small.valid)):
        for i, (image, label) in enumerate(zip(split.images, split.labels, strict=True)):
            path = tmp_path / "top" / folder / small.classes[label] / f"img{i}.{ends[i % 4]}"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(image).save(path)
    (tmp_path / "top/labels.csv").write_text("name,label\n")
    (tmp_path / "top/Training/3/.DS_Store").write_bytes(b"\0")
    (tmp_path / "__MACOSX/top/train/3").mkdir(parents=True)
    (tmp_path / "__MACOSX/top/train/3/._img0.png").write_bytes(b"\0")
    found = load_dataset(tmp_path)
    assert found.classes == ("3", "7")
    for theirs, mine in ((found.train, small.train), (found.valid, small.valid)):
        for label in (0, 1):
            assert np.array_equal(
                theirs.images[theirs.labels == label], mine.images[mine.labels == label]
            )


def test_ten_classes_come_in_natural_order(small: Dataset, tmp_path: Path) -> None:
    for name in map(str, range(12)):
        (tmp_path / "train" / name).mkdir(parents=True)
        for i in range(2):
            Image.fromarray(small.train.images[i]).save(tmp_path / "train" / name / f"{i}.png")
    assert load_dataset(tmp_path).classes == tuple(map(str, range(12)))


def test_the_fingerprint_sees_every_change(small: Dataset, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    save_as_folders(small, folder)
    seen = {listed(folder).fingerprint}
    assert seen == {listed(folder).fingerprint}
    image = next((folder / "train/3").iterdir())
    for change in (
        lambda: image.rename(image.with_name("renamed.png")),
        lambda: os.utime(image.with_name("renamed.png"), ns=(0, 1)),
        lambda: image.with_name("renamed.png").write_bytes(b"larger" * 1000),
        lambda: image.with_name("renamed.png").unlink(),
        lambda: (folder / "train/3").rename(folder / "train/5"),
    ):
        change()
        seen.add(listed(folder).fingerprint)
    assert len(seen) == 6


@pytest.mark.parametrize("year", [1, 2300])
def test_a_file_of_a_time_that_takes_more_than_63_bits_is_read(
    small: Dataset, tmp_path: Path, year: int
) -> None:
    save_as_folders(small, tmp_path / "out")
    image = next((tmp_path / "out/train/3").iterdir())
    seen = listed(tmp_path / "out").fingerprint
    seconds = round((year - 1970) * 365.2425 * 86400)
    try:
        os.utime(image, (seconds, seconds))
    except OSError:
        pytest.skip("this file system knows no such time")
    assert listed(tmp_path / "out").fingerprint != seen
    assert same(load_dataset(tmp_path / "out"), small)


def test_a_list_of_classes_is_damaged_where_a_name_is_none(small: Dataset, tmp_path: Path) -> None:
    for number, name in enumerate(("", " ", "x" * 201)):
        folder = tmp_path / str(number)
        save_as_folders(small, folder)
        (folder / LIST).write_text(json.dumps({"3": name}))
        with pytest.raises(DataError, match="it says which class each folder contains"):
            load_dataset(folder)
    (folder / LIST).write_text(json.dumps({"3": "three"}) + " " * (1 << 20))
    with pytest.raises(DataError, match="it says which class each folder contains"):
        load_dataset(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_links_to_images_are_followed_and_loops_end(small: Dataset, tmp_path: Path) -> None:
    save_as_folders(small, tmp_path / "real")
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    assert same(load_dataset(tmp_path / "linked"), small)
    for number in range(12):
        (tmp_path / f"real/train/3/loop{number}").symlink_to(tmp_path / "real")
    assert same(load_dataset(tmp_path / "real"), small)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
@pytest.mark.parametrize("link", ["a", "z"])
def test_of_two_ways_to_a_folder_the_first_by_name_is_taken(tmp_path: Path, link: str) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m/0.png").write_bytes(b"")
    (tmp_path / link).symlink_to(tmp_path / "m")
    assert listed(tmp_path).names == [f"{min(link, 'm')}/0.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_pipes_and_links_to_nothing_are_passed_over(small: Dataset, tmp_path: Path) -> None:
    save_as_folders(small, tmp_path)
    os.mkfifo(tmp_path / "train/3/pipe.png")
    (tmp_path / "train/3/gone.png").symlink_to(tmp_path / "nothing")
    assert same(load_dataset(tmp_path), small)


@pytest.mark.skipif(sys.platform != "linux", reason="only here a name may be any bytes")
@pytest.mark.parametrize(
    ("name", "shown"), [(b"\xff", "?"), (b"se\nven", "se?ven"), ("👩‍🏫 ü".encode(), "👩‍🏫 ü")]
)
def test_a_class_whose_name_is_no_text_can_be_used(
    small: Dataset, tmp_path: Path, name: bytes, shown: str
) -> None:
    save_as_folders(small, tmp_path)
    for part in ("train", "valid"):
        (tmp_path / part / "7").rename(os.fsdecode(os.fsencode(tmp_path / part) + b"/" + name))
    assert load_dataset(tmp_path).classes == ("3", shown)
    assert load_dataset(tmp_path).classes == ("3", shown)


@pytest.fixture
def nobody() -> Iterator[None]:
    """Give up root's right to read everything, if the tests run as root."""
    if os.name == "nt":
        pytest.skip("Windows keeps permissions elsewhere")
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.usefixtures("nobody")
def test_a_folder_or_file_without_permission_is_named() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "mine"
        for name in ("3", "7"):
            (folder / "train" / name).mkdir(parents=True)
            image = folder / "train" / name / "a.png"
            Image.new("L", (28, 28)).save(image)
        for closed in (image, image.parent, folder):
            closed.chmod(0)
            with pytest.raises(DataError, match=rf"{closed}.* can't be read .*permission"):
                load_dataset(folder)
            closed.chmod(stat.S_IRWXU)
        closed_parent = Path(scratch) / "closed"
        closed_parent.mkdir(mode=0)
        with pytest.raises(DataError, match="can't be read"):
            load_dataset(closed_parent / "mine")
        with pytest.raises(DataError, match="can't be written"):
            save_as_folders(
                Dataset(
                    Split(np.zeros((2, 28, 28), np.uint8), np.array([0, 1])),
                    Split(np.zeros((1, 28, 28), np.uint8), np.array([0])),
                    ("a", "b"),
                    "x",
                ),
                closed_parent / "out",
            )
        closed_parent.chmod(stat.S_IRWXU)
