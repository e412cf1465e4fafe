"""Nothing that a file says of itself is believed, and reading ends when it is no longer wanted."""

import bz2
import gzip
import io
import os
import stat
import tarfile
import tracemalloc
import warnings
import zipfile
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.data.folders import FolderFiles
from engine.data.formats import find_dataset
from engine.data.loading import read
from engine.data.places import open_place
from engine.data.splits import Dataset
from engine.data.unpacking import unpack
from engine.data.watch import LoadingStopped, Watch
from engine.datasets import load_dataset
from engine.errors import DataError
from tests.engine.data.given import codes, idx, load, noise, png, unseen
from tests.mostly_long import mostly_long

MEGABYTE = 1 << 20
PACKINGS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
every_packing = pytest.mark.parametrize("packing", PACKINGS)


def pack(path: Path, files: list[tuple[str, bytes]], packing: int) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, data in files:
            member = zipfile.ZipInfo(name)
            member.compress_type = packing
            archive.writestr(member, data)
    return path


def some(count: int = 20) -> list[tuple[str, bytes]]:
    return [(f"{name}/{n}.png", png(noise(100 * k + n))) for k, name in enumerate("37")
            for n in range(count)]  # fmt: skip


@every_packing
def test_a_zip_of_every_packing_is_read(tmp_path: Path, packing: int) -> None:
    found = load_dataset(pack(tmp_path / "a.zip", some(), packing))
    assert len(found.train) + len(found.valid) == 40


@pytest.mark.parametrize("packing", mostly_long(PACKINGS[1:], {0}))
def test_a_file_that_is_longer_than_it_says_is_cut_off(tmp_path: Path, packing: int) -> None:
    path = pack(tmp_path / "a.zip", [("train/3/a.png", bytes(200 * MEGABYTE))], packing)
    data = path.read_bytes().replace((200 * MEGABYTE).to_bytes(4, "little"), b"\x64\0\0\0")
    path.write_bytes(data)
    files = open_place(path, Watch(None, "a"))
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match=r"a\.zip/train/3/a\.png is damaged inside its archive"):
            files.read("train/3/a.png", Watch(None, "a"))
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()
        files.close()


@every_packing
def test_a_damaged_file_of_an_archive_is_left_out(tmp_path: Path, packing: int) -> None:
    path = pack(tmp_path / "a.zip", some(), packing)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo("3/7.png")
    start = member.header_offset + 30 + len("3/7.png")
    data[start + 20 : start + 40] = b"\x55" * 20
    path.write_bytes(data)
    found = load_dataset(path)
    assert codes(found)[0] == "images_left_out"
    assert found.findings[0].message.values["files"] == ["3/7.png"]


def test_a_name_that_is_there_twice_is_read_once_with_a_word(tmp_path: Path) -> None:
    files = some()
    path = pack(tmp_path / "a.zip", [*files, ("./3/1.png", dict(files)["3/1.png"])], PACKINGS[0])
    found = load_dataset(path)
    assert len(found.train) + len(found.valid) == 40
    assert found.findings[0].message.values["files"] == ["3/1.png"]


def test_a_file_without_a_name_is_passed_over(tmp_path: Path) -> None:
    found = load_dataset(pack(tmp_path / "a.zip", [*some(), ("", b"nameless")], PACKINGS[0]))
    assert len(found.train) + len(found.valid) == 40


def test_a_file_below_thousands_of_folders_is_passed_over(tmp_path: Path) -> None:
    """It took 1.7 GB: each of its folders was looked at in all others."""
    deep = "a/" * 500 + "3/deep.png"
    found = load_dataset(pack(tmp_path / "a.zip", [*some(), (deep, b"deep")], PACKINGS[0]))
    assert len(found.train) + len(found.valid) == 40
    assert not found.findings or deep not in str(found.findings)


@pytest.mark.parametrize("name", ["3/1.png", "./3/1.png", "3\\1.png", "3//1.png"])
def test_a_name_of_two_files_is_refused(tmp_path: Path, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python warns of a name that it writes twice
        path = pack(tmp_path / "a.zip", [*some(), (name, png(noise(9)))], PACKINGS[0])
    with pytest.raises(DataError, match=r"two different files named '3/1\.png'"):
        load_dataset(path)


LONG_NAMES = [tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGLINK]


@pytest.mark.parametrize("kind", LONG_NAMES)
def test_a_name_of_many_megabytes_is_damage(tmp_path: Path, kind: bytes) -> None:
    head = tarfile.TarInfo("././@LongLink")
    head.type, head.size = kind, 50 * MEGABYTE
    plain = tarfile.TarInfo("3/a.png")
    data = head.tobuf(tarfile.GNU_FORMAT) + b"9" * head.size + plain.tobuf() + bytes(1024)
    (tmp_path / "a.tar").write_bytes(data)
    del data
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match=r"a\.tar is damaged"):
            load_dataset(tmp_path / "a.tar")
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.long
def test_very_many_files_in_a_tar_take_little_more_than_their_names(tmp_path: Path) -> None:
    heads = b"".join(tarfile.TarInfo(f"3/{n}.png").tobuf() for n in range(20_000))
    (tmp_path / "a.tar").write_bytes(heads + bytes(1024))
    tracemalloc.start()
    try:
        files = open_place(tmp_path / "a.tar", Watch(None, "a"))
        assert len(files.names) == 20_000
        assert tracemalloc.get_traced_memory()[1] < 20_000 * 400
        files.close()
    finally:
        tracemalloc.stop()


def test_a_zips_list_of_names_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.zips._LARGEST_DIRECTORY", 1000)
    path = pack(tmp_path / "a.zip", some(), PACKINGS[0])
    with pytest.raises(DataError, match=r"a\.zip is damaged"):
        load_dataset(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
@pytest.mark.parametrize("name", ["a.tgz", "a.zip", "a.csv", "folder"])
def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(DataError, match=f"{name} is a pipe or a device"):
        load_dataset(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_what_is_no_file_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    for name, data in some():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    os.symlink("itself.png", tmp_path / "3" / "itself.png")
    os.symlink("itself", tmp_path / "itself")
    os.symlink("nowhere", tmp_path / "3" / "gone.png")
    os.symlink(tmp_path, tmp_path / "above")
    os.symlink("/dev/zero", tmp_path / "7" / "zero.png")
    os.mkfifo(tmp_path / "7" / "pipe.png")
    found = load_dataset(tmp_path)
    assert len(found.train) + len(found.valid) == 40
    assert codes(found) == ["held_out"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_file_that_becomes_a_pipe_while_it_is_read_is_not_waited_for(tmp_path: Path) -> None:
    watch = Watch(None, "a folder")
    (tmp_path / "a.png").write_bytes(b"7")
    files = FolderFiles(tmp_path, watch)
    (tmp_path / "a.png").unlink()
    os.mkfifo(tmp_path / "a.png")
    for read_it in (files.head, lambda name: files.read(name, watch)):
        with pytest.raises(OSError, match=r"a\.png"):
            read_it("a.png")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no device files here")
def test_a_device_is_refused() -> None:
    assert stat.S_ISCHR(os.stat("/dev/zero").st_mode)
    with pytest.raises(DataError, match="is a pipe or a device"):
        load_dataset("/dev/zero")


def test_more_images_than_anyone_has_are_refused() -> None:
    count = 1_000_001
    files = {
        "train-images-idx3-ubyte.gz": gzip.compress(idx(np.zeros((count, 1, 1), np.uint8))),
        "train-labels-idx1-ubyte.gz": gzip.compress(idx(np.arange(count, dtype=np.uint8) % 2)),
    }
    with pytest.raises(DataError, match="more than 1,000,000 images"):
        load(files)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_a_packed_file_is_unpacked_to_a_limit(
    monkeypatch: pytest.MonkeyPatch, pack: object
) -> None:
    assert callable(pack)
    monkeypatch.setattr("engine.data.unpacking.LIMIT_BYTES", 3 * MEGABYTE)
    bomb = pack(bytes(100 * MEGABYTE))
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="a unpacks to more than 3 megabytes"):
            unpack(bomb, "a", Watch(None, "a"))
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("pack", mostly_long([gzip.compress, bz2.compress], {0}))
def test_a_small_file_unpacks_to_a_hundred_times_its_size(pack: object) -> None:
    assert callable(pack)
    with pytest.raises(DataError, match="a unpacks to more than 64 megabytes"):
        unpack(pack(bytes(65 * MEGABYTE)), "a", Watch(None, "a"))
    noise = np.random.default_rng(0).bytes(MEGABYTE)  # a megabyte of it stays one
    assert len(unpack(pack(noise + bytes(70 * MEGABYTE)), "a", Watch(None, "a"))) == 71 * MEGABYTE


HEADER = ",".join(["label", *(f"p{n}" for n in range(784))])
ROW = "0," * 783


@pytest.mark.parametrize("long", mostly_long([b"1," * 30_000_000, b"1 " * 30_000_000], {0}))
@pytest.mark.parametrize("kind", ["table", "libsvm", "labels"])
def test_a_line_without_an_end_takes_little_more_than_itself(kind: str, long: bytes) -> None:
    """Split into cells it would be gigabytes."""
    content = text_files(kind, long)
    tracemalloc.start()
    try:
        found = load(content)
        assert len(found.train) + len(found.valid) == (40 if kind == "labels" else 100)
        assert tracemalloc.get_traced_memory()[1] < 300 * MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", mostly_long(["table", "libsvm", "labels"], {0}))
def test_more_lines_than_anyone_has_are_refused(kind: str) -> None:
    with pytest.raises(DataError, match="more than 1,000,000 images"):
        load(text_files(kind, b"\n" * 60_000_000))


def text_files(kind: str, end: bytes) -> dict[str, bytes]:
    """Return a small dataset with a text in it that ends so."""
    images = {f"{n}.png": png(noise(n)) for n in range(40)}
    files = {
        "table": {"a.csv": "\n".join([HEADER, *(f"{n % 2},{ROW}{n}" for n in range(100))])},
        "libsvm": {"a.txt": "\n".join([f"{n % 2} 784:{n + 1} 2:5" for n in range(100)])},
        "labels": {
            "labels.csv": "\n".join(["name,label", *(f"{n}.png,{n % 2}" for n in range(40))])
        },
    }[kind]
    ((name, text),) = files.items()
    return (images if kind == "labels" else {}) | {name: text.encode() + b"\n" + end}


def test_an_archive_can_be_stopped_before_and_while_it_is_read(
    mnist: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.watch._CHECK_EVERY_S", 0)
    images, labels = mnist.train.images[:500], mnist.train.labels[:500]
    files = [(f"{k}/{n}.png", png(images[n])) for n, k in enumerate(labels)]
    path = pack(tmp_path / "mine.zip", files, zipfile.ZIP_DEFLATED)
    told: list[tuple[int, int]] = []

    def listen(done: int, images: int) -> bool:
        told.append((done, images))
        return True

    read(path, listen, True, unseen)
    assert told[0] == (0, 0)
    assert all(0 <= done <= images for done, images in told)
    for stop in {1, len(told) // 2, len(told)}:
        calls = iter(range(1, stop + 1))
        other = path.rename(path.with_stem(f"mine{stop}"))  # so that the cache doesn't know it
        with pytest.raises(LoadingStopped):
            read(
                other, lambda done, images, calls=calls, stop=stop: next(calls) < stop, True, unseen
            )
        path = other


@pytest.mark.parametrize("side", mostly_long([9000, 4000], {0}))
def test_arrays_of_large_images_take_little_more_than_themselves(side: int) -> None:
    images = np.zeros((4, side, side), np.uint8)
    images[:, side // 4 : side // 2, side // 4 :: 9] = np.arange(1, 5)[:, None, None] * 60
    data = io.BytesIO()
    np.savez(data, x=images, y=np.array([0, 1, 0, 1]))
    del images
    content = {"a.npz": data.getvalue()}
    tracemalloc.start()
    try:
        if side == 9000:
            with pytest.raises(DataError, match="4 x 9000 x 9000"):
                load(content)
        else:
            assert len(load(content).train)
        assert tracemalloc.get_traced_memory()[1] < 4 * side**2 + 300 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_the_list_of_a_zips_files_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.watch._CHECK_EVERY_S", 0)
    path = pack(tmp_path / "a.zip", [(f"3/{n}.png", b"") for n in range(1000)], 0)
    listed, decode = [], zipfile.ZipInfo._decodeExtra  # type: ignore[attr-defined]
    monkeypatch.setattr(
        zipfile.ZipInfo, "_decodeExtra", lambda *member: (listed.append(1), decode(*member))
    )
    calls = iter(range(20))
    with pytest.raises(LoadingStopped):
        open_place(path, Watch(lambda *_: next(calls) < 10, "a"))
    assert len(listed) < 20


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, None])
def test_a_large_file_can_be_stopped_while_it_is_read(
    tmp_path: Path, packing: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a slow disk it may take long."""
    monkeypatch.setattr("engine.data.watch._CHECK_EVERY_S", 0)
    monkeypatch.setattr("engine.data.files._PIECE", MEGABYTE)
    path = tmp_path / "a.bin"
    path.write_bytes(np.random.default_rng(0).bytes(20 * MEGABYTE))
    if packing is not None:
        path = pack(tmp_path / "a.zip", [("a.bin", path.read_bytes())], packing)
    files = open_place(path, Watch(None, "a"))
    asked = []

    def listen(done: int, images: int) -> bool:
        asked.append(done)
        return len(asked) < 5

    with closing(files), pytest.raises(LoadingStopped):
        files.read("a.bin", Watch(listen, "a"))
    with closing(open_place(path, Watch(None, "a"))) as files:
        assert len(files.read("a.bin", Watch(None, "a"))) == 20 * MEGABYTE


def test_an_empty_or_odd_array_file_is_refused() -> None:
    cut = b"\x93NUMPY\x01\x00\x06\x00{'a': "
    for data in (b"", b"PK\x05\x06" + bytes(18), b"\x93NUMPY\x01\x00"):
        with pytest.raises(DataError, match=r"mine/a\.npz .*: "):
            load({"a.npz": data})
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        buffer, {"descr": "|u1", "fortran_order": False, "shape": (10**12, 28, 28)}
    )
    claims = io.BytesIO()
    with zipfile.ZipFile(claims, "w") as archive:
        archive.writestr("x.npy", buffer.getvalue())
    with pytest.raises(DataError, match="damaged"):
        load({"a.npz": claims.getvalue()})
    with pytest.raises(DataError, match="damaged"):
        load({"x_train.npy": cut, "y_train.npy": cut})


def test_an_old_name_of_a_kind_of_numbers_is_refused_without_a_warning() -> None:
    """NumPy warns of it, which fails here."""
    images = np.random.default_rng(0).integers(0, 256, (40, 28, 28), np.uint8)
    files = {}
    for name, array in (("x_train.npy", images), ("y_train.npy", np.arange(40) % 2)):
        buffer = io.BytesIO()
        np.save(buffer, array)
        files[name] = buffer.getvalue()
    files["y_train.npy"] = files["y_train.npy"].replace(b"'<i8'", b"'|a8'")
    with pytest.raises(DataError, match="damaged"):
        load(files)


def test_a_table_whose_last_rows_are_blank_says_nothing_of_it() -> None:
    """Rows without a cell in them make NumPy warn, which fails here."""
    rows = ["label," + ",".join(f"p{n}" for n in range(784))]
    rows += [f"{n % 2}," + ",".join(["0"] * 783 + [str(n)]) for n in range(199)]
    found = load({"a.csv": "\n".join([*rows, *["x"] * 10]).encode()})
    assert codes(found)[0] == "rows_left_out"


@pytest.mark.parametrize(
    "name", mostly_long(["emnist-train-{}", "train-{}"], {0}), ids=["turned", "held out"]
)
def test_many_images_are_turned_and_held_out_where_they_lie(tmp_path: Path, name: str) -> None:
    """Half a million of them have 400 MB, which is enough once."""
    images = np.random.default_rng(0).integers(0, 256, (60_000, 28, 28), np.uint8)
    images[:, [0, -1]] = images[:, :, [0, -1]] = 0
    labels = (np.arange(len(images)) % 26 + 10).astype(np.uint8)
    for content, array in (("images-idx3-ubyte", images), ("labels-idx1-ubyte", labels)):
        (tmp_path / name.format(content)).write_bytes(idx(array))
    size = images.nbytes
    del images
    tracemalloc.start()
    try:
        dataset = read(tmp_path, None, False, unseen)
        assert tracemalloc.get_traced_memory()[1] < 1.6 * size
    finally:
        tracemalloc.stop()
    assert len(dataset.train) + len(dataset.valid) == 60_000


def test_very_many_damaged_images_are_not_kept_in_memory(tmp_path: Path) -> None:
    damaged = b"\x89PNG\r\n\x1a\n" + bytes(30_000)
    files = [(f"{n % 10}/{n}.png", damaged) for n in range(2_000)]
    archive = pack(tmp_path / "a.zip", files, zipfile.ZIP_STORED)
    watch = Watch(None, "a.zip")
    with closing(open_place(archive, watch)) as place:
        found = find_dataset(place, watch)[1]
        tracemalloc.start()
        try:
            with pytest.raises(DataError, match="2,000 of the 2,000 images"):
                found.read(place, watch)
            assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
        finally:
            tracemalloc.stop()
