"""What was read becomes a dataset: classes, labels, held-out images, progress, clear refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.assembly import assemble, held_out
from engine.data.reading import Part, Raw
from engine.data.splits import Dataset
from engine.data.watch import LoadingStopped, Watch
from engine.errors import DataError
from tests.engine.data.given import codes, load, noise, png, unseen

Drawn = list[tuple[int, int]]  # which image, which class


def test_labels_are_the_places_of_the_folders_names() -> None:
    files = {f"train/{name}/{name}.png": png(noise(int(name))) for name in ("10", "9", "2")}
    files["valid/10/1.png"] = png(noise(1))
    found = load(files)
    assert found.classes == ("2", "9", "10")
    assert found.train.labels.tolist() == [0, 1, 2]
    assert np.array_equal(found.train.images, [noise(2), noise(9), noise(10)])
    assert found.valid.labels.tolist() == [2]
    assert found.name == "mine"


def test_one_class_is_refused() -> None:
    with pytest.raises(DataError, match="mine has only the class 3: "):
        load({"train/3/1.png": png(noise(1)), "valid/3/1.png": png(noise(2))})


def test_scans_of_any_size_are_turned_and_scaled_alike() -> None:
    sheet = np.full((56, 56), 255, np.uint8)
    sheet[20:40, 20:40] = 0
    files = {f"train/{name}/{i}.png": png(sheet) for name in "37" for i in range(2)}
    files["train/3/odd.png"] = png(np.zeros((20, 20), np.uint8))
    found = load({**files, "valid/3/1.png": png(sheet)})
    assert found.train.images[0, 15, 15] == 255
    assert found.train.images[0, 0, 0] == 0
    assert (found.train.images[2] == 255).all(), "one odd image is treated as the others are"
    assert "light_paper" in codes(found)


def test_progress_is_told_and_can_stop() -> None:
    files = {f"train/{i % 2}/{i}.png": png(noise(i)) for i in range(70)}
    told: list[tuple[int, int]] = []

    def keep_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    load(files, keep_on)
    assert {(0, 70), (32, 70), (64, 70)} <= set(told)
    with pytest.raises(LoadingStopped, match="Loading mine was cancelled"):
        load(files, lambda done, total: done < 40)


def marks_of(drawn: Drawn) -> tuple[np.ndarray, np.ndarray]:
    """Return labels, and a digest of each image."""
    seeds = np.array([seed for seed, _ in drawn], np.uint64)
    return np.array([label for _, label in drawn], np.int64), seeds * np.uint64(0x9E3779B97F4A7C15)


def test_held_out_are_a_fifth_of_each_class(mnist: Dataset) -> None:
    names = np.array(mnist.classes)[mnist.train.labels[:2000]]
    raw = Raw(Part(mnist.train.images[:2000], names))
    found = assemble(raw, "mine", Watch(None, "mine"), unseen)
    before = np.bincount(mnist.train.labels[:2000])
    assert np.abs(np.bincount(found.valid.labels) - before / 5).max() <= 1
    after = np.bincount(found.train.labels) + np.bincount(found.valid.labels)
    assert (after == before).all()
    assert codes(found) == ["held_out"]
    assert found.findings[0].message.values["n"] == len(found.valid)


@given(st.permutations(range(20)))
def test_the_order_does_not_matter(order: list[int]) -> None:
    straight: Drawn = [(i, i % 2) for i in range(20)]
    held = held_out(*marks_of(straight), 2)
    shuffled = held_out(*marks_of([straight[i] for i in order]), 2)
    assert {i for i in range(20) if held[i]} == {order[i] for i in range(20) if shuffled[i]}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 1)), min_size=1, max_size=30))
def test_copies_never_stand_on_both_sides(drawn: Drawn) -> None:
    labels, marks = marks_of(drawn)
    held = held_out(labels, marks, 2)
    for label in (0, 1):
        mine = labels == label
        learned, checked = set(marks[mine & ~held].tolist()), set(marks[mine & held].tolist())
        assert not learned & checked
        assert bool(checked) == (len(learned | checked) > 1), "one kind is only learned from"


def test_nothing_to_hold_out_is_refused() -> None:
    with pytest.raises(DataError, match="only one image of"):
        load({"3/1.png": png(noise(1)), "7/1.png": png(noise(2))})


def test_too_many_classes_are_no_classes() -> None:
    labels = np.arange(1001).astype(str)
    raw = Raw(Part(np.zeros((1001, 28, 28), np.uint8), labels))
    with pytest.raises(DataError, match=r"1,001 classes.*takes at most 1,000: check"):
        assemble(raw, "mine", Watch(None, "mine"), unseen)


def test_a_label_that_was_never_learned_is_refused() -> None:
    train = Part(np.zeros((2, 28, 28), np.uint8), np.array(["1", "2"]))
    valid = Part(np.zeros((1, 28, 28), np.uint8), np.array(["9"]))
    with pytest.raises(DataError, match="the label 9, which is missing from the training set: "):
        assemble(Raw(train, valid), "mine", Watch(None, "mine"), unseen)
