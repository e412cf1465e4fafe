"""The cache gives back what was stored while nothing has changed, and never gets in the way."""

import hashlib
import json
import os
import shutil
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.data import cache, formats
from engine.data.splits import Dataset, Split
from engine.data.watch import LoadingStopped, Progress, Watch
from engine.data.writing import save_as_folders
from engine.datasets import load_dataset


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache of its own and return its folder."""

    def own_cache(name: str, appauthor: bool) -> Path:
        assert (name, appauthor) == ("inkgrad", False)
        return tmp_path / "cache"

    monkeypatch.setattr(platformdirs, "user_cache_path", own_cache)
    return tmp_path / "cache" / "datasets"


def noise(seed: int, count: int = 6) -> Dataset:
    random = np.random.default_rng(seed)
    split = Split(random.integers(0, 256, (count, 28, 28), np.uint8), np.arange(count) % 2)
    return Dataset(split, Split(split.images[:2], split.labels[:2]), ("3", "sieben"), f"no. {seed}")


def stored(key: str, fingerprint: str, dataset: Dataset, progress: Progress | None = None) -> None:
    cache.store(key, fingerprint, dataset, Watch(progress, key))


def loaded(key: str, fingerprint: str, progress: Progress | None = None) -> Dataset | None:
    return cache.load(key, fingerprint, Watch(progress, key))


def same(a: Dataset | None, b: Dataset) -> bool:
    return a is not None and a.fingerprint == b.fingerprint and a.name == b.name


def test_what_is_stored_is_loaded() -> None:
    assert loaded("/a", "1") is None
    stored("/a", "1", noise(1))
    found = loaded("/a", "1")
    assert same(found, noise(1))
    assert found is not None
    assert not found.train.images.flags.writeable


def test_another_path_or_another_fingerprint_is_another_matter() -> None:
    stored("/a", "1", noise(1))
    assert loaded("/b", "1") is None
    assert loaded("/a", "2") is None


def test_a_new_version_takes_the_place_of_the_old(place: Path) -> None:
    stored("/a", "1", noise(1))
    stored("/a", "2", noise(2))
    assert same(loaded("/a", "2"), noise(2))
    assert len(list(place.iterdir())) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10_000), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_entry_is_as_good_as_none(place: Path, at: int, bit: int, cut: bool) -> None:
    stored("/a", "1", noise(1))
    (entry,) = place.iterdir()
    data = bytearray(entry.read_bytes())
    at %= len(data)
    if cut:
        del data[at:]
    else:
        data[at] ^= 1 << bit
    entry.write_bytes(data)
    found = loaded("/a", "1")
    assert found is None or same(found, noise(1)), "a letter of the check sum may change its case"
    stored("/a", "1", noise(1))
    assert same(loaded("/a", "1"), noise(1))


@pytest.mark.parametrize("data", [b"", b"\n", b"0" * 200, b"00000000\n", b"\x80\x05N."])
def test_another_file_in_its_place_is_as_good_as_none(place: Path, data: bytes) -> None:
    stored("/a", "1", noise(1))
    (entry,) = place.iterdir()
    entry.write_bytes(data)
    assert loaded("/a", "1") is None


def test_the_entries_used_longest_ago_go_first(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored("/a", "1", noise(1))
    (entry,) = place.iterdir()
    monkeypatch.setattr(cache, "LIMIT_BYTES", entry.stat().st_size * 5 // 2)
    stored("/b", "1", noise(2))
    for number, path in enumerate(sorted(place.iterdir(), key=lambda path: path != entry)):
        os.utime(path, (number, number))
    assert loaded("/a", "1")  # used again, though it is the older one
    stored("/c", "1", noise(3))
    assert [bool(loaded(path, "1")) for path in ("/a", "/b", "/c")] == [True, False, True]


@pytest.mark.skipif(os.name == "nt", reason="has no named pipes")
def test_what_does_not_belong_there_hinders_neither_reading_nor_clearing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored("/a", "1", noise(1))
    (entry,) = place.iterdir()
    monkeypatch.setattr(cache, "LIMIT_BYTES", entry.stat().st_size * 5 // 2)
    entry.unlink()
    os.mkfifo(entry)
    assert loaded("/a", "1") is None
    assert cache.entries() == []
    (place / "nowhere").symlink_to(place / "gone")
    (place / "folder").mkdir()
    for number, path in enumerate(("/b", "/c", "/d")):
        stored(path, "1", noise(number))
        used_at_s = time.time() - 100 + number
        os.utime(cache._entry(path), (used_at_s, used_at_s))
    assert [bool(loaded(path, "1")) for path in ("/b", "/c", "/d")] == [False, True, True]


def test_a_set_that_would_fill_the_cache_is_left_out(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored("/a", "1", noise(1))
    monkeypatch.setattr(cache, "LIMIT_BYTES", 100_000)
    stored("/b", "1", noise(2, count=100))
    assert loaded("/b", "1") is None
    assert loaded("/a", "1")


def test_a_cache_that_cannot_be_written_is_no_error(place: Path) -> None:
    place.parent.parent.mkdir(exist_ok=True)
    place.parent.write_text("a file where the folder should be")
    stored("/a", "1", noise(1))
    assert loaded("/a", "1") is None


def test_a_failed_write_leaves_no_rest(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.os, "replace", fail)
    stored("/a", "1", noise(1))
    assert not list(place.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_as_folders(noise(1), tmp_path / "mine")
    return tmp_path / "mine"


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "archive"])
def test_a_second_load_decodes_nothing(
    folder: Path, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.make_archive(str(folder), "zip", folder)) if packed else folder
    first = load_dataset(path)
    monkeypatch.setattr(Image, "open", lambda *_, **__: sys.exit("decoded again"))
    assert same(load_dataset(path), first)
    assert same(load_dataset(os.path.relpath(path)), first)


def test_what_a_new_format_may_claim_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_dataset(folder).format == "class_folders"
    table = [formats.Format("new", form.find) for form in formats.FORMATS]
    monkeypatch.setattr(formats, "FORMATS", table)
    assert load_dataset(folder).format == "new"


@pytest.mark.parametrize(
    "change",
    [
        lambda image: Image.new("L", (28, 28), 9).save(image),
        lambda image: image.unlink(),
        lambda image: shutil.copy(image, image.with_name("new.png")),
        lambda image: image.rename(image.parent.parent / "sieben" / "8.png"),
    ],
    ids=["overwritten", "removed", "added", "moved"],
)
def test_a_changed_folder_is_read_again(folder: Path, change: Callable[[Path], object]) -> None:
    before = load_dataset(folder)
    change(folder / "train/3/2.png")
    assert load_dataset(folder).fingerprint != before.fingerprint


def test_a_changed_archive_is_read_again(folder: Path) -> None:
    path = Path(shutil.make_archive(str(folder), "zip", folder))
    before = load_dataset(path)
    Image.new("L", (28, 28), 9).save(folder / "train/3/2.png")
    shutil.make_archive(str(folder), "zip", folder)
    assert load_dataset(path).fingerprint != before.fingerprint


@pytest.mark.parametrize(
    "change",
    [
        lambda head: head | {"classes": ["3", 7]},
        lambda head: head | {"classes": ["3"]},
        lambda head: head | {"train": 5},
        lambda head: head | {"train": -1, "valid": 9},
        lambda head: head | {"train": "6"},
        lambda head: head | {"train": float("inf")},
        lambda head: head | {"train": 6.0},
        lambda head: head | {"classes": "37"},
        lambda head: head | {"classes": {"3": 0, "7": 1}},
        lambda head: head | {"findings": [["changed", "light_paper", 3]]},
        lambda head: head | {"findings": [["changed", "no such code", {}]]},
        lambda head: head | {"findings": 3},
        lambda head: head | {"key": "/b"},
        lambda head: head | {"findings": [["changed", "light_paper", {}]]},
        lambda head: head | {"findings": [["odd", "light_paper", {"n": 1}]]},
        lambda head: {},
        lambda head: [],
    ],
)
def test_an_entry_with_a_right_digest_is_checked_all_the_same(
    place: Path, change: Callable[[dict[str, object]], object]
) -> None:
    stored("/a", "1", noise(1))
    (entry,) = place.iterdir()
    _, head, arrays = entry.read_bytes().split(b"\n", 2)
    rest = json.dumps(change(json.loads(head))).encode() + b"\n" + arrays
    digest = hashlib.blake2b(rest, digest_size=16).hexdigest().encode()
    entry.write_bytes(digest + b"\n" + rest)
    assert loaded("/a", "1") is None
    assert len(cache.entries()) <= 1


def test_what_was_found_is_kept_too(mnist: Dataset, tmp_path: Path) -> None:
    np.savez(tmp_path / "light.npz", x=255 - mnist.train.images[:200], y=mnist.train.labels[:200])
    first, second = (load_dataset(tmp_path / "light.npz") for _ in range(2))
    assert [str(f.message) for f in second.findings] == [str(f.message) for f in first.findings]
    assert (second.format, second.origin) == ("arrays", str(tmp_path / "light.npz"))
    left = load_dataset(tmp_path / "light.npz", as_is=True)
    assert left.fingerprint != second.fingerprint


def test_old_entries_and_halves_are_cleared(place: Path) -> None:
    stored("/a", "1", noise(1))
    half = place / ".abc-1234.part"
    half.write_bytes(b"half")
    for old in place.iterdir():
        os.utime(old, (0, 0))
    stored("/b", "1", noise(2))
    assert len(list(place.iterdir())) == 1
    assert [entry.images for entry in cache.entries()] == [8]


class Listener:
    """Counts how often it is asked, and says no to the last of some questions."""

    def __init__(self, says_no_to: int = 0) -> None:
        self.asked = 0
        self._says_no_to = says_no_to

    def __call__(self, done: int, images: int) -> bool:
        self.asked += 1
        return self.asked != self._says_no_to


def test_a_large_entry_is_written_and_read_in_pieces_and_can_be_stopped_at_each(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.watch._CHECK_EVERY_S", 0)
    monkeypatch.setattr(cache, "_AT_ONCE", 10)
    writing, reading = Listener(), Listener()
    stored("/a", "1", noise(1, 100), writing)
    assert same(loaded("/a", "1", reading), noise(1, 100))
    assert min(writing.asked, reading.asked) > 10
    for number in (1, writing.asked // 2, writing.asked):
        with pytest.raises(LoadingStopped):
            stored("/b", "1", noise(2, 100), Listener(says_no_to=number))
    assert len(list(place.iterdir())) == 1, "of what was stopped nothing is left"
    for number in (1, reading.asked // 2, reading.asked):
        with pytest.raises(LoadingStopped):
            loaded("/a", "1", Listener(says_no_to=number))


def test_a_large_entry_is_never_held_twice() -> None:
    dataset = noise(1, 20_000)
    size = 20_000 * 28 * 28
    tracemalloc.start()
    try:
        stored("/a", "1", dataset)
        assert tracemalloc.get_traced_memory()[1] < size / 2
        tracemalloc.reset_peak()
        assert loaded("/a", "1") is not None
        assert tracemalloc.get_traced_memory()[1] < 1.5 * size
    finally:
        tracemalloc.stop()
