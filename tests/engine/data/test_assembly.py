"""Named files become a dataset: classes, labels, held-out images, progress, and clear refusals."""

import gzip
import io
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from engine.data.assembly import hold_out, read_idx_set, read_images
from engine.data.splits import Dataset, Split
from engine.errors import DataError


def png(image: NDArray[np.uint8]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "PNG")
    return buffer.getvalue()


def noise(seed: int) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8)


def idx(array: NDArray[np.uint8]) -> bytes:
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


def idx_set(labels: list[int], valid_labels: list[int], side: int = 28) -> dict[str, bytes]:
    files = {}
    for part, values in (("train", labels), ("t10k", valid_labels)):
        images = np.random.default_rng(len(values)).integers(
            0, 256, (len(values), side, side), np.uint8
        )
        files[f"{part}-images-idx3-ubyte"] = idx(images)
        files[f"{part}-labels-idx1-ubyte"] = idx(np.array(values, np.uint8))
    return files


def test_labels_are_the_places_of_the_folders_names() -> None:
    files = {f"train/{name}/{name}.png": png(noise(int(name))) for name in ("10", "9", "2")}
    files["valid/10/1.png"] = png(noise(1))
    found = read_images(files, "mine")
    assert found.classes == ("2", "9", "10")
    assert found.train.labels.tolist() == [0, 1, 2]
    assert np.array_equal(found.train.images, [noise(2), noise(9), noise(10)])
    assert found.valid.labels.tolist() == [2]
    assert found.name == "mine"


def test_one_class_is_refused() -> None:
    with pytest.raises(DataError, match="mine has only the class 3: "):
        read_images({"train/3/1.png": png(noise(1)), "valid/3/1.png": png(noise(2))}, "mine")


def test_the_file_that_is_no_image_is_named() -> None:
    files = {"train/3/1.png": png(noise(1)), "train/7/notes.png": b"Dear diary"}
    with pytest.raises(DataError, match=r"mine/train/7/notes\.png is damaged, or not an image"):
        read_images(files, "mine")


def test_scans_of_any_size_are_turned_and_scaled_alike() -> None:
    sheet = np.full((56, 56), 255, np.uint8)
    sheet[20:40, 20:40] = 0
    files = {f"train/{name}/{i}.png": png(sheet) for name in "37" for i in range(2)}
    files["train/3/odd.png"] = png(np.zeros((20, 20), np.uint8))
    train = read_images({**files, "valid/3/1.png": png(sheet)}, "mine").train
    assert train.images[0, 15, 15] == 255
    assert train.images[0, 0, 0] == 0
    assert (train.images[2] == 255).all(), "one odd image is treated as the others are"


def test_progress_is_told_and_can_stop() -> None:
    files = {f"train/{i % 2}/{i}.png": png(noise(i)) for i in range(70)}
    told: list[tuple[int, int]] = []

    def keep_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    read_images(files, "mine", keep_on)
    assert told == [(0, 70), (32, 70), (64, 70)]
    with pytest.raises(DataError, match="Loading mine was stopped"):
        read_images(files, "mine", lambda done, total: done < 40)


def test_held_out_are_a_fifth_of_each_class(mnist: Dataset) -> None:
    train, valid = hold_out(
        Split(mnist.train.images[:2000], mnist.train.labels[:2000]), mnist.classes, "mine"
    )
    before = np.bincount(mnist.train.labels[:2000])
    assert np.abs(np.bincount(valid.labels) - before / 5).max() <= 1
    assert (np.bincount(train.labels) + np.bincount(valid.labels) == before).all()


@given(st.permutations(range(20)))
def test_the_order_and_the_names_do_not_matter(order: list[int]) -> None:
    images = np.stack([noise(i) for i in range(20)])
    labels = np.arange(20) % 2
    straight, shuffled = (
        hold_out(Split(images[places], labels[places]), ("a", "b"), "mine")[1]
        for places in (list(range(20)), order)
    )
    assert {image.tobytes() for image in straight.images} == {
        image.tobytes() for image in shuffled.images
    }


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 1)), min_size=1, max_size=30))
def test_copies_never_stand_on_both_sides(drawn: list[tuple[int, int]]) -> None:
    images = np.stack([noise(seed) for seed, _ in drawn])
    split = Split(images, np.array([label for _, label in drawn], np.int64))
    different = [{seed for seed, label in drawn if label == side} for side in (0, 1)]
    if min(map(len, different)) < 2:
        with pytest.raises(DataError, match="only one image of"):
            hold_out(split, ("a", "b"), "mine")
        return
    train, valid = hold_out(split, ("a", "b"), "mine")
    assert len(train) + len(valid) == len(split)
    for label in (0, 1):
        sides = [{i.tobytes() for i in s.images[s.labels == label]} for s in (train, valid)]
        assert sides[0]
        assert sides[1]
        assert not sides[0] & sides[1]


@pytest.mark.parametrize("packed", [False, True])
def test_four_idx_files_are_a_dataset(packed: bool) -> None:
    files = idx_set([5, 3, 5, 10], [10, 3])
    if packed:
        files = {f"{name}.gz": gzip.compress(data) for name, data in files.items()}
    found = read_idx_set(files, "mine")
    assert found is not None
    assert found.classes == ("3", "5", "10")
    assert found.train.labels.tolist() == [1, 0, 1, 2]
    assert found.valid.labels.tolist() == [2, 0]
    plain = idx_set([5, 3, 5, 10], [10, 3])
    assert found.train.images.tobytes() == plain["train-images-idx3-ubyte"][16:]


def test_idx_images_of_another_size_are_scaled() -> None:
    found = read_idx_set(idx_set([0, 1], [1], side=56), "mine")
    assert found is not None
    assert found.train.images.shape == (2, 28, 28)


def test_an_idx_set_without_test_files_is_split() -> None:
    files = {name: data for name, data in idx_set([0, 1] * 10, [0]).items() if "train" in name}
    found = read_idx_set(files, "mine")
    assert found is not None
    assert (len(found.train), len(found.valid)) == (16, 4)


def test_no_idx_files_are_no_dataset() -> None:
    assert read_idx_set({"train/3/1.png": png(noise(1))}, "mine") is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"t10k-labels-idx1-ubyte": idx(np.array([9, 1], np.uint8))}, "the label 9, which the"),
        ({"train-labels-idx1-ubyte": idx(np.array([0], np.uint8))}, "2 images but .* 1 label"),
        ({"train-images-idx3-ubyte": idx(np.zeros((0, 28, 28), np.uint8))}, "hold no images"),
        ({"train-images-idx3-ubyte": idx(np.zeros((2, 0, 28), np.uint8))}, "hold no images"),
        ({"train-images-idx3-ubyte": idx(np.zeros(2, np.uint8))}, "hold no images"),
        ({"train-images-idx3-ubyte": b"\0\0\x08\x03"}, "train-images-idx3-ubyte is cut short"),
        ({"train-labels-idx1-ubyte": idx(np.array([1, 1], np.uint8))}, "only the class 1"),
    ],
)
def test_idx_files_that_do_not_fit_are_refused(change: dict[str, bytes], reason: str) -> None:
    with pytest.raises(DataError, match=rf"^mine.*{reason}.*: "):
        read_idx_set({**idx_set([0, 1], [1, 1]), **change}, "mine")
