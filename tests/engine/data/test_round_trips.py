"""What is written in one of the forms is read back identical, pixel by pixel, in order."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from numpy.typing import NDArray

from engine.data.layout import natural_key
from engine.data.splits import Dataset, Split
from engine.data.writing import WRITERS, saving
from engine.datasets import load_dataset
from engine.errors import DataError
from tests.mostly_long import mostly_long

Bytes = NDArray[np.uint8]
CLASSES = ("0", "1", "2")
FORMS = sorted(WRITERS)


@st.composite
def splits(draw: st.DrawFn) -> Split:
    """Draw a few images, one of them with the whitest white, and a label for each."""
    images = draw(npst.arrays(np.uint8, (6, 28, 28)))
    images[0, 0, 0] = 255  # or their range would be that of other numbers than bytes
    labels = [0, 1, 2, *draw(st.lists(st.integers(0, 2), min_size=3, max_size=3))]
    return Split(images, np.array(draw(st.permutations(labels)), np.int64))


def written(dataset: Dataset, place: Path, form: str) -> Path:
    """Write a dataset in a form, and return where."""
    target = place / ("mine.npz" if form == "npz" else "mine")
    images = len(dataset.train) + len(dataset.valid)
    *_, done = saving(dataset, target, form)
    assert done == images
    assert [path.name for path in place.iterdir()] == [target.name]
    return target


def few(mnist: Dataset, classes: tuple[str, ...]) -> Dataset:
    """Return some of MNIST's digits under other names."""
    train = Split(mnist.train.images[:300], mnist.train.labels[:300] % len(classes))
    valid = Split(mnist.valid.images[:100], mnist.valid.labels[:100] % len(classes))
    return Dataset(train, valid, classes, "few")


@pytest.mark.parametrize("form", mostly_long(FORMS, {0, 2}))
@settings(max_examples=25)
@given(train=splits(), valid=splits())
def test_whatever_images(form: str, train: Split, valid: Split) -> None:
    dataset = Dataset(train, valid, CLASSES, "")
    with TemporaryDirectory() as place:
        found = load_dataset(written(dataset, Path(place), form), as_is=True)
    assert found.fingerprint == dataset.fingerprint


@pytest.mark.parametrize("form", FORMS)
def test_mnist_comes_through_all_checks_unchanged(
    mnist: Dataset, form: str, tmp_path: Path
) -> None:
    dataset = few(mnist, mnist.classes)
    found = load_dataset(written(dataset, tmp_path, form))
    assert found.fingerprint == dataset.fingerprint
    assert found.findings == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("classes", [("3", "7"), ("A", "a", "B"), ("0", "17", "255")])
def test_names_of_classes(
    mnist: Dataset, form: str, classes: tuple[str, ...], tmp_path: Path
) -> None:
    dataset = few(mnist, classes)
    found = load_dataset(written(dataset, tmp_path, form), as_is=True)
    assert found.fingerprint == dataset.fingerprint


@pytest.mark.parametrize("form", ["folders", "npz", "csv"])
def test_names_that_are_words(mnist: Dataset, form: str, tmp_path: Path) -> None:
    dataset = few(mnist, ("gribouillis là", "smiley", "笑"))
    assert load_dataset(written(dataset, tmp_path, form)).fingerprint == dataset.fingerprint


def test_names_that_no_folder_can_have(mnist: Dataset, tmp_path: Path) -> None:
    dataset = few(mnist, ("..", "1/2", "\U0001f600" * 99, "con", "T", "t", "train"))
    classes = tuple(sorted(dataset.classes, key=natural_key))
    dataset = Dataset(dataset.train, dataset.valid, classes, "few")
    assert load_dataset(written(dataset, tmp_path, "folders")).fingerprint == dataset.fingerprint


@pytest.mark.parametrize(
    ("form", "classes", "code"),
    [
        ("idx", ("cat", "dog"), "class_no_sign"),
        ("idx", ("1", "300"), "class_no_sign"),
        ("idx", ("1", "9" * 5000), "class_no_sign"),
        ("csv", ("a,b", "c"), "class_no_cell"),
        ("npz", ("3.0", "4"), "class_no_cell"),
        ("csv", ("3.0", "4"), "class_no_cell"),
        ("folders", ("a\nb", "c"), "class_no_folder"),
    ],
)
def test_names_that_would_become_others_are_refused(
    mnist: Dataset, form: str, classes: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError) as refused:
        list(saving(few(mnist, classes), tmp_path / "mine", form))
    assert refused.value.message.code == code
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["npz", "csv", "idx"])
def test_images_that_would_become_lighter_are_refused(
    mnist: Dataset, form: str, tmp_path: Path
) -> None:
    dark = few(mnist, ("3", "7"))
    train = Split(dark.train.images // 20, dark.train.labels)
    with pytest.raises(DataError) as refused:
        list(saving(Dataset(train, dark.valid, dark.classes, "dark"), tmp_path / "mine", form))
    assert refused.value.message.code == "too_dark_to_write"
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("form", FORMS)
def test_what_is_given_up_leaves_nothing_and_takes_nothing(
    mnist: Dataset, form: str, tmp_path: Path
) -> None:
    target = tmp_path / "mine.npz"
    if form == "npz":
        target.write_bytes(b"an older one")
    writing = saving(few(mnist, ("3", "7")), target, form)
    next(writing)
    writing.close()
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"an older one"] * (form == "npz")


@pytest.mark.parametrize("form", ["folders", "csv", "idx"])
def test_a_folder_that_holds_something_is_left_alone(
    mnist: Dataset, form: str, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(DataError, match="is not empty"):
        list(saving(few(mnist, ("3", "7")), tmp_path / "mine", form))
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
