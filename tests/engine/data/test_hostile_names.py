"""Small files with names, labels and heads that nobody needs take no gigabytes and no minutes."""

import io
import json
import tarfile
import time
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.formats import find_dataset
from engine.data.places import open_place
from engine.data.watch import LoadingStopped, Watch
from engine.datasets import load_dataset
from engine.errors import DataError
from tests.engine.data.given import Given, codes, load, noise, png

MEGABYTE = 1 << 20


def write_tar(path: Path, names: list[str]) -> Path:
    with tarfile.open(path, "w:gz", format=tarfile.GNU_FORMAT) as tar:
        for name in names:
            tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    return path


@pytest.mark.parametrize("folder", ["x/" * 31, "7/"])
def test_a_path_that_no_system_takes_is_damage(tmp_path: Path, folder: str) -> None:
    path = write_tar(tmp_path / "a.tgz", [f"{folder}{n}{'1a' * 200_000}.png" for n in range(8)])
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match=r"a\.tgz is damaged"):
            load_dataset(path)
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_the_names_of_an_archive_have_a_limit_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.archives._MOST_LETTERS", 10_000)
    names = [f"{n % 2}/{n:0500}.png" for n in range(30)]
    with pytest.raises(DataError, match=r"a\.tgz is damaged"):
        load_dataset(write_tar(tmp_path / "a.tgz", names))


def test_folders_in_folders_take_little_more_than_their_names(tmp_path: Path) -> None:
    names = [f"{n}/{'a/' * 29}{n % 2}/0.png" for n in range(2_000)]
    files, watch = Given(dict.fromkeys(names, b"")), Watch(None, "")
    tracemalloc.start()
    try:
        with pytest.raises(DataError):
            find_dataset(files, watch)
        assert tracemalloc.get_traced_memory()[1] < 2_000 * 12_000
    finally:
        tracemalloc.stop()


def shared_header(key: str, value: str) -> bytes:
    text = f" {key}={value}\n"
    size = next(n for n in range(len(text), len(text) + 8) if len(f"{n}{text}") == n)
    head = tarfile.TarInfo("g")
    head.type, head.size = tarfile.XGLTYPE, size
    return head.tobuf(tarfile.USTAR_FORMAT) + f"{size}{text}".encode() + bytes(-size % 512)


@pytest.mark.parametrize(("count", "value"), [(101, "v"), (3, "v" * 400_000)])
def test_what_a_tar_says_of_all_its_files_has_a_limit(
    tmp_path: Path, count: int, value: str
) -> None:
    """Python copies it for each of them."""
    images = io.BytesIO()
    with tarfile.open(fileobj=images, mode="w") as tar:
        for n in range(40):
            member = tarfile.TarInfo(f"{n % 2}/{n}.png")
            member.size = len(data := png(noise(n)))
            tar.addfile(member, io.BytesIO(data))
    heads = [shared_header(f"k{n}", value) for n in range(count)]
    (tmp_path / "few.tar").write_bytes(heads[0] + heads[1] + images.getvalue())
    assert len(load_dataset(tmp_path / "few.tar").classes) == 2
    (tmp_path / "many.tar").write_bytes(b"".join(heads) + images.getvalue())
    with pytest.raises(DataError, match=r"many\.tar is damaged"):
        load_dataset(tmp_path / "many.tar")


def test_a_head_of_digits_is_not_looked_through_from_each_of_them(tmp_path: Path) -> None:
    """Python 3.11.7 takes the square of their number: 20 s for these."""
    head = tarfile.TarInfo("x")
    head.type, head.size = tarfile.XHDTYPE, 100 * 1024
    plain = tarfile.TarInfo("3/a.png").tobuf()
    data = head.tobuf(tarfile.USTAR_FORMAT) + b"1" * head.size + plain + bytes(1024)
    (tmp_path / "a.tar").write_bytes(data)
    started_s = time.process_time()
    with pytest.raises(DataError, match=r"a\.tar is damaged"):
        load_dataset(tmp_path / "a.tar")
    assert time.process_time() - started_s < 3


def test_a_libsvm_row_of_a_long_label_is_damaged() -> None:
    rows = [f"{3 + n % 2} {1 + n}:{n}" for n in range(100)]
    found = load({"a.t": "\n".join([*rows, "7" * 100_000 + " 1:1"]).encode()})
    assert found.classes == ("3", "4")
    assert codes(found)[0] == "rows_left_out"


def test_a_class_of_an_endless_name_is_not_there_once_for_each_image() -> None:
    files = {f"{k}/{n}.png": png(noise(n)) for k in ("3", "x" * 4000) for n in range(20)}
    assert load(files).classes == ("3", "x" * 200)


def npy(array: NDArray[np.generic]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


IMAGES = np.random.default_rng(0).integers(0, 256, (40, 28, 28), np.uint8)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("number", [0xFFFFFFFF, 0x110000])
def test_a_text_of_no_characters_is_damage(order: str, number: int) -> None:
    data = bytearray(npy(np.array(["3", "é"] * 20, f"{order}U1")))
    assert len(load({"x_train.npy": npy(IMAGES), "y_train.npy": bytes(data)}).classes) == 2
    data[-4:] = number.to_bytes(4, "little" if order == "<" else "big")
    with pytest.raises(DataError, match=r"y_train\.npy is damaged"):
        load({"x_train.npy": npy(IMAGES), "y_train.npy": bytes(data)})


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        (np.zeros((40, 0)), "40 images but 0 labels"),
        (np.array(3), "it isn't clear which"),
        (np.zeros((40, 1, 1)), "40 images but 40 labels"),
        (np.array(["", "a"] * 20), "damaged or incomplete"),
    ],
)
def test_labels_that_are_none_are_refused(labels: NDArray[np.generic], reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        load({"x_train.npy": npy(IMAGES), "y_train.npy": npy(labels)})


def test_a_number_beside_the_arrays_is_passed_over() -> None:
    arrays = {"x": IMAGES, "y": np.arange(40) % 2, "x_test": np.array(7), "images": np.array(7)}
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=True, **arrays)
    assert load({"a.npz": buffer.getvalue()}).classes == ("0", "1")


ROW = b"3" + b",0" * 784 + b"\n"


@pytest.mark.parametrize(
    ("names", "data"),
    [
        (["{}/train/3/x.png", "{}/train/7/x.png"], b""),
        (["{}/train-images-idx3-ubyte", "{}/train-labels-idx1-ubyte"], b""),
        (["{}/a-train-images-idx3-ubyte", "{}/a-train-labels-idx1-ubyte", "{}/m-mapping.txt"], b""),
        (["{}/a{}.csv"], ROW * 3),
        (["{}/{}.txt"], b"words"),
        (["d/{}.png"], b""),
        (["d/{}.png", "{}.csv"], b"a,b\n" * 9),
    ],
    ids=["tops", "idx", "mappings", "tables", "texts", "images", "labels"],
)
def test_the_search_for_datasets_is_linear_and_can_be_cancelled(
    names: list[str], data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of sets took the square of their number, and nobody asked meanwhile."""
    count = 3_000
    files = Given({name.format(n, n): data for n in range(count) for name in names})
    monkeypatch.setattr("engine.data.watch._CHECK_EVERY_S", 0)
    asked_s = [time.process_time()]

    def listen(done: int, images: int) -> bool:
        asked_s.append(time.process_time())
        return True

    with pytest.raises(DataError):
        find_dataset(files, Watch(listen, ""))
    assert max(np.diff(asked_s)) < 0.25
    assert asked_s[-1] - asked_s[0] < 5
    half = len(asked_s) // 2
    answers = iter(range(len(asked_s)))
    with pytest.raises(LoadingStopped):
        find_dataset(files, Watch(lambda done, images: next(answers) < half, ""))


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_the_first_bytes_of_a_file_can_be_cancelled(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.csv", json.dumps([7]))
    else:
        write_tar(path, ["a.csv"])
    wanted = [True]
    watch = Watch(lambda done, images: wanted[0], "a")
    files = open_place(path, watch)
    wanted[0] = False
    time.sleep(0.11)  # it asks ten times a second
    with pytest.raises(LoadingStopped):
        files.head("a.csv")
    files.close()
