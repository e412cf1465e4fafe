"""A person's own drawings: kept whole, on one side for good, and heard among MNIST's 60,000."""

import errno
import os
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.data import drawings, own_places, own_sets
from engine.data.folder_names import LIST
from engine.data.splits import Dataset, Split
from engine.datasets import load_dataset
from engine.errors import DataError
from tests.ordinary_user import needs_permissions, unreadable


def keep(folder: Path, mnist: Dataset, label: str, count: int) -> list[drawings.KeptDrawing]:
    """Keep the first digits of a class of MNIST's validation set."""
    rows = np.flatnonzero(mnist.valid.labels == int(label))[:count]
    return [own_places.keep(folder, mnist.valid.images[row], label) for row in rows]


def test_every_third_of_a_class_is_kept_back(mnist: Dataset, tmp_path: Path) -> None:
    sides = [digit.kept_back for digit in keep(tmp_path, mnist, "7", 9)]
    assert sides == [False, True, False, False, True, False, False, True, False]
    assert not keep(tmp_path, mnist, "3", 1)[0].kept_back, "each class counts for itself"


def test_a_drawing_never_moves_sides(mnist: Dataset, tmp_path: Path) -> None:
    digits = keep(tmp_path, mnist, "7", 6)
    before = {digit.path for digit in digits}
    drawings.remove(digits[1])
    keep(tmp_path, mnist, "1", 4)
    assert {d.path for d in drawings.read_own(tmp_path) if d.label == "7"} == before - {
        digits[1].path
    }
    drawings.put_back(digits[1])
    assert {d.path for d in drawings.read_own(tmp_path) if d.label == "7"} == before


def test_the_folder_is_a_dataset_like_any_other(mnist: Dataset, tmp_path: Path) -> None:
    keep(tmp_path, mnist, "7", 5)
    keep(tmp_path, mnist, "2", 5)
    ours, read = own_sets.load_own(tmp_path), load_dataset(tmp_path)
    assert ours.classes == read.classes == ("2", "7")
    assert ours.fingerprint == read.fingerprint
    assert (len(ours.train), len(ours.valid)) == (6, 4)


def test_drawings_come_in_the_order_they_were_kept(mnist: Dataset, tmp_path: Path) -> None:
    kept = keep(tmp_path, mnist, "7", 4)
    read = list(drawings.read_own(tmp_path))
    assert [digit.path for digit in read] == [digit.path for digit in kept]
    assert all(np.array_equal(a.image, b.image) for a, b in zip(read, kept, strict=True))


def test_a_drawing_is_kept_once(mnist: Dataset, tmp_path: Path) -> None:
    keep(tmp_path, mnist, "7", 1)
    image = mnist.valid.images[np.flatnonzero(mnist.valid.labels == 7)[0]]
    with pytest.raises(DataError, match="already kept as 7"):
        own_places.keep(tmp_path, image, "1")
    assert len(list(drawings.read_own(tmp_path))) == 1


def scribble(seed: int) -> np.ndarray:
    image = np.zeros((28, 28), np.uint8)
    image[8:20, 8:20] = np.random.default_rng(seed).integers(0, 256, (12, 12))
    return image


AWKWARD = [
    *("/", "..", ".", "../7", "a\\b", "con", "NUL", "com1.txt", "a:b?", ".hidden", "A", "a"),
    *("train", "\u00e9", "e\u0301", "\U0001f600", "\U0001f600" * 200, "ein Haus", "valid"),
    *("x " * 99, "か", "-", "ä\u200b", "class", "class-", "%41", "trailing.", '"', "A-1"),
    *("ß", "ss", LIST, "7", "007"),
]


def test_any_label_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    for place, label in enumerate(AWKWARD * 3):
        own_places.keep(tmp_path / "own", scribble(place), label)
    read = list(drawings.read_own(tmp_path / "own"))
    assert Counter(d.label for d in read) == dict.fromkeys(AWKWARD, 3)
    given = {scribble(place).tobytes(): label for place, label in enumerate(AWKWARD * 3)}
    assert all(given[drawing.image.tobytes()] == drawing.label for drawing in read)
    assert {path.name for path in tmp_path.iterdir()} == {"own"}
    folders = [path.parent.name for path in (tmp_path / "own").glob("train/*/0001-*.png")]
    assert len({name.casefold() for name in folders}) == len(AWKWARD)
    assert {"A", "か", "7", "ein Haus", "\U0001f600"} <= {*folders}  # a folder like any other
    assert all(len(name.encode()) <= 200 for name in folders)


def test_awkward_labels_are_the_classes_of_the_datasets_too(tmp_path: Path) -> None:
    folder, target = tmp_path / "own", tmp_path / "mine.zip"
    for place, label in enumerate(AWKWARD * 2):
        own_places.keep(folder, scribble(place), label)
    ours = own_sets.load_own(folder)
    drawings.export_zip(drawings.read_own(folder), target)
    for read in (load_dataset(folder, as_is=True), load_dataset(target, as_is=True)):
        assert set(read.classes) == set(ours.classes) == set(AWKWARD)
        assert named(read.train, read.classes) == named(ours.train, ours.classes)
        assert named(read.valid, read.classes) == named(ours.valid, ours.classes)


def named(split: Split, classes: tuple[str, ...]) -> dict[bytes, str]:
    rows = zip(split.images, split.labels, strict=True)
    return {image.tobytes(): classes[label] for image, label in rows}


@pytest.mark.parametrize(
    ("label", "sentence"),
    [("", "needs a label"), (" ", "needs"), ("a" * 201, "200"), ("a\n", "shown")],
)
def test_what_is_no_label_is_refused(tmp_path: Path, label: str, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        own_places.keep(tmp_path, scribble(0), label)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("damage", ["{", "[" * 100_000])
def test_a_damaged_list_of_classes_is_named_and_not_overwritten(
    damage: str, tmp_path: Path
) -> None:
    own_places.keep(tmp_path, scribble(0), "\U0001f600")
    own_places.keep(tmp_path, scribble(2), "A")
    (tmp_path / LIST).write_text(damage)
    for do in (lambda: list(drawings.read_own(tmp_path)), lambda: load_dataset(tmp_path)):
        with pytest.raises(DataError, match=LIST):
            do()
    with pytest.raises(DataError, match=LIST):
        own_places.keep(tmp_path, scribble(1), "é")
    assert (tmp_path / LIST).read_text() == damage


def test_a_drawing_moves_to_another_class_and_stays_on_its_side(tmp_path: Path) -> None:
    kept = [own_places.keep(tmp_path, scribble(i), "A") for i in range(3)]
    own_places.keep(tmp_path, scribble(9), "1/2")
    moved = [own_places.move(tmp_path, drawing, "1/2") for drawing in kept]
    read = list(drawings.read_own(tmp_path))
    assert [d.label for d in read] == ["1/2"] * 4
    assert [d.kept_back for d in moved] == [False, True, False]
    assert [d.path for d in read[1:]] == [d.path for d in moved]
    assert all(np.array_equal(a.image, b.image) for a, b in zip(read[1:], kept, strict=True))


def test_digits_of_an_earlier_version_are_read_where_they_are(tmp_path: Path) -> None:
    for side in ("train", "valid"):
        (tmp_path / side / "7").mkdir(parents=True)
        Image.fromarray(scribble(1)).save(tmp_path / side / "7" / f"0001-{side}.png")
    assert [d.label for d in drawings.read_own(tmp_path)] == ["7", "7"]
    assert own_places.keep(tmp_path, scribble(2), "7").path.parent == tmp_path / "train" / "7"
    assert not (tmp_path / LIST).exists()


def test_a_write_that_fails_leaves_nothing(mnist: Dataset, tmp_path: Path) -> None:
    (tmp_path / "train").write_text("in the way")
    with pytest.raises(DataError, match="can't be written"):
        keep(tmp_path, mnist, "7", 1)
    assert [path.name for path in tmp_path.rglob("*")] == ["train"]


def test_few_drawings_are_heard_among_mnists(mnist: Dataset, tmp_path: Path) -> None:
    digits = keep(tmp_path, mnist, "7", 60)
    mixed = own_sets.load_own_with(mnist, tmp_path)
    added = len(mixed.train) - len(mnist.train)
    assert added / len(mixed.train) == pytest.approx(own_sets.SHARE, abs=0.02)
    times = Counter(image.tobytes() for image in mixed.train.images[len(mnist.train) :])
    learned = [digit for digit in digits if not digit.kept_back]
    assert set(times) == {digit.image.tobytes() for digit in learned}
    assert len(set(times.values())) == 1
    assert mixed.classes == mnist.classes
    assert len(mixed.valid) == len(mnist.valid) + len(digits) - len(learned)


def test_other_classes_are_learned_beside_mnists(mnist: Dataset, tmp_path: Path) -> None:
    keep(tmp_path, mnist, "7", 2)
    for place, label in enumerate(["5a", "5a", "☺"]):
        own_places.keep(tmp_path, scribble(place), label)
    mixed = own_sets.load_own_with(mnist, tmp_path)
    assert mixed.classes == (*"012345", "5a", *"6789", "☺")
    names = np.array(mixed.classes)
    assert (names[mixed.train.labels[:60_000]] == np.array(mnist.classes)[mnist.train.labels]).all()
    assert Counter(names[mixed.train.labels[60_000:]]) == {"7": 200, "5a": 200, "☺": 200}
    assert names[mixed.valid.labels[10_000:]].tolist() == ["5a", "7"]


def test_what_is_kept_back_is_never_learned(mnist: Dataset, tmp_path: Path) -> None:
    digits = keep(tmp_path, mnist, "7", 6)
    learned = own_sets.load_own_with(mnist, tmp_path).train.images[len(mnist.train) :]
    seen = {image.tobytes() for image in learned}
    assert not seen & {digit.image.tobytes() for digit in digits if digit.kept_back}


def test_a_single_drawing_is_not_learned_by_heart(mnist: Dataset, tmp_path: Path) -> None:
    keep(tmp_path, mnist, "7", 1)
    mixed = own_sets.load_own_with(mnist, tmp_path)
    assert len(mixed.train) == len(mnist.train) + own_sets.MOST_REPEATS


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [({}, "still empty"), ({"7": 3}, "only the class 7"), ({"7": 1, "3": 1}, "second")],
)
def test_too_few_are_told_what_to_do(
    mnist: Dataset, tmp_path: Path, kept: dict[str, int], sentence: str
) -> None:
    for label, count in kept.items():
        keep(tmp_path, mnist, label, count)
    with pytest.raises(DataError, match=sentence):
        own_sets.load_own(tmp_path)


def test_a_scan_put_into_the_folder_is_read_as_ink(tmp_path: Path) -> None:
    scan = np.full((56, 56), 255, np.uint8)
    scan[10:46, 26:30] = 0
    (tmp_path / "train/1").mkdir(parents=True)
    Image.fromarray(scan).save(tmp_path / "train/1/scan.PNG")  # as Windows programs may name it
    image = next(drawings.read_own(tmp_path)).image
    assert image[0, 0] == 0
    assert image[14, 13] > 200


def test_damaged_files_are_put_aside_and_the_others_read(mnist: Dataset, tmp_path: Path) -> None:
    good = keep(tmp_path, mnist, "1", 3)
    folder = tmp_path / "train/1"
    (folder / "0001.png").write_bytes(b"no picture")
    (folder / "0002.png").mkdir()
    (folder / "0003.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * (2 << 20))
    aside: list[Path] = []
    assert {d.path for d in drawings.read_own(tmp_path, aside.append)} == {d.path for d in good}
    assert aside == [folder / f"000{number}.damaged-1.png" for number in (1, 2, 3)]
    assert all(path.exists() for path in aside)
    assert {d.path for d in drawings.read_own(tmp_path, aside.append)} == {d.path for d in good}
    assert len(aside) == 3  # each is told once
    assert len(own_places.keep(tmp_path, mnist.train.images[0], "1").path.name) == len("0005-") + 16


def test_a_network_that_learns_without_a_damaged_drawing_says_so(
    mnist: Dataset, tmp_path: Path
) -> None:
    for label in "17":
        keep(tmp_path, mnist, label, 4)
    for alone in (True, False):
        (tmp_path / "train/1/0001.png").write_bytes(b"no picture")
        ours = own_sets.load_own(tmp_path) if alone else own_sets.load_own_with(mnist, tmp_path)
        (finding,) = ours.findings
        assert finding.is_left_out
        aside = f"0001.damaged-{1 if alone else 2}.png"
        assert finding.message.values == {"n": 1, "files": [aside]}
        assert (tmp_path / "train/1" / aside).exists()
    assert own_sets.load_own(tmp_path).findings == ()


@needs_permissions
@pytest.mark.parametrize("place", ["train/1", "train"])
def test_a_folder_that_may_not_be_read_is_named(place: str, mnist: Dataset, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    keep(mine, mnist, "1", 2)
    seven, _ = keep(mine, mnist, "7", 2)
    refused: list[DataError] = []
    with unreadable(mine / place):
        found = list(drawings.read_own(mine, on_refused=refused.append))
        with pytest.raises(DataError, match="permission denied"):
            own_sets.load_own(mine)  # which some of them would be learned from
    assert str(mine / place) in str(refused[0])
    assert any(d.path == seven.path for d in found) == (place == "train/1")


def test_nothing_is_said_of_odd_metadata(tmp_path: Path) -> None:
    (tmp_path / "train/1").mkdir(parents=True)
    odd = b"Exif\0\0II*\0\x08\0\0\0\x05\0"
    Image.new("RGB", (60, 60), "white").save(tmp_path / "train/1/0001.png", exif=odd)
    assert len(list(drawings.read_own(tmp_path))) == 1  # a warning would fail the test


def test_what_another_window_takes_away_meanwhile_is_not_damaged(
    mnist: Dataset, tmp_path: Path
) -> None:
    good = keep(tmp_path, mnist, "1", 3)
    aside: list[Path] = []
    reading = drawings.read_own(tmp_path, aside.append)
    found = [next(reading).path]
    gone = next(each for each in good if each.path != found[0])
    drawings.remove(gone)
    found += [each.path for each in reading]
    assert set(found) == {each.path for each in good} - {gone.path}
    assert aside == []


def test_an_export_is_a_dataset(mnist: Dataset, tmp_path: Path) -> None:
    folder, target = tmp_path / "digits", tmp_path / "mine.zip"
    digits = [*keep(folder, mnist, "7", 3), *keep(folder, mnist, "1", 3)]
    drawings.export_zip(digits, target)
    assert load_dataset(target).fingerprint == own_sets.load_own(folder).fingerprint


def test_the_users_own_folder_has_names_everywhere(
    mnist: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_sets, "own_folder", lambda: tmp_path)
    keep(tmp_path, mnist, "7", 3)
    keep(tmp_path, mnist, "1", 3)
    for name in ("my_drawings", "my_digits"):  # what version 0.1.0 called it
        assert load_dataset(name).name == "my drawings"
        assert load_dataset(f"{name}+mnist").classes == mnist.classes
    mixed = load_dataset("my_drawings+mnist_sample")
    assert mixed.classes == ("1", "3", "7")
    assert mixed.name == "my drawings + mnist_sample"


def test_drawings_are_mixed_with_any_dataset(
    handful_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_sets, "own_folder", lambda: tmp_path)
    own_places.keep(tmp_path, scribble(0), "3")
    mixed, others = (load_dataset(f"{own}{handful_folder}") for own in ("my_drawings+", ""))
    assert mixed.classes == others.classes
    assert len(mixed.train) > len(others.train)
    assert load_dataset(mixed.origin).fingerprint == mixed.fingerprint


def test_a_class_that_may_not_be_read_hinders_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_places.keep(tmp_path, scribble(0), "3")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "3":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert own_places.keep(tmp_path, scribble(1), "7").path.is_file()
