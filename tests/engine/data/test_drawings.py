"""A person's own drawings: kept whole, on one side for good, and heard among MNIST's 60,000."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.data import drawings
from engine.data.splits import Dataset
from engine.datasets import load_dataset
from engine.errors import DataError


def keep(folder: Path, mnist: Dataset, label: str, count: int) -> list[drawings.OwnDigit]:
    """Keep the first digits of a class of MNIST's validation set."""
    rows = np.flatnonzero(mnist.valid.labels == int(label))[:count]
    return [drawings.keep(folder, mnist.valid.images[row], label) for row in rows]


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
    ours, read = drawings.load_own(tmp_path), load_dataset(tmp_path)
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
        drawings.keep(tmp_path, image, "1")
    assert len(list(drawings.read_own(tmp_path))) == 1


def test_only_digits_are_kept(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="not a digit"):
        drawings.keep(tmp_path, np.zeros((28, 28), np.uint8), "../7")


def test_a_write_that_fails_leaves_nothing(mnist: Dataset, tmp_path: Path) -> None:
    (tmp_path / "train").write_text("in the way")
    with pytest.raises(DataError, match="can't be written"):
        keep(tmp_path, mnist, "7", 1)
    assert [path.name for path in tmp_path.rglob("*")] == ["train"]


def test_few_drawings_are_heard_among_mnists(mnist: Dataset, tmp_path: Path) -> None:
    digits = keep(tmp_path, mnist, "7", 60)
    mixed = drawings.load_own_with_mnist(tmp_path)
    added = len(mixed.train) - len(mnist.train)
    assert added / len(mixed.train) == pytest.approx(drawings.SHARE, abs=0.02)
    times = Counter(image.tobytes() for image in mixed.train.images[len(mnist.train) :])
    learned = [digit for digit in digits if not digit.kept_back]
    assert set(times) == {digit.image.tobytes() for digit in learned}
    assert len(set(times.values())) == 1
    assert mixed.classes == mnist.classes
    assert len(mixed.valid) == len(mnist.valid) + len(digits) - len(learned)


def test_what_is_kept_back_is_never_learned(mnist: Dataset, tmp_path: Path) -> None:
    digits = keep(tmp_path, mnist, "7", 6)
    learned = drawings.load_own_with_mnist(tmp_path).train.images[len(mnist.train) :]
    seen = {image.tobytes() for image in learned}
    assert not seen & {digit.image.tobytes() for digit in digits if digit.kept_back}


def test_a_single_drawing_is_not_learned_by_heart(mnist: Dataset, tmp_path: Path) -> None:
    keep(tmp_path, mnist, "7", 1)
    mixed = drawings.load_own_with_mnist(tmp_path)
    assert len(mixed.train) == len(mnist.train) + drawings.MOST_REPEATS


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
        drawings.load_own(tmp_path)


def test_a_scan_put_into_the_folder_is_read_as_ink(tmp_path: Path) -> None:
    scan = np.full((56, 56), 255, np.uint8)
    scan[10:46, 26:30] = 0
    (tmp_path / "train/1").mkdir(parents=True)
    Image.fromarray(scan).save(tmp_path / "train/1/scan.png")
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
    assert len(drawings.keep(tmp_path, mnist.train.images[0], "1").path.name) == len("0005-") + 16


def test_an_export_is_a_dataset(mnist: Dataset, tmp_path: Path) -> None:
    folder, target = tmp_path / "digits", tmp_path / "mine.zip"
    digits = [*keep(folder, mnist, "7", 3), *keep(folder, mnist, "1", 3)]
    drawings.export_zip(digits, target)
    assert load_dataset(target).fingerprint == drawings.load_own(folder).fingerprint


def test_the_users_own_folder_has_names_everywhere(
    mnist: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawings, "own_folder", lambda: tmp_path)
    keep(tmp_path, mnist, "7", 3)
    keep(tmp_path, mnist, "1", 3)
    assert load_dataset("my_digits").name == "my digits"
    assert load_dataset("my_digits+mnist").classes == mnist.classes
