"""Archives are read in memory, and hostile ones are refused without writing anything anywhere."""

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.data.archives import is_archive
from engine.data.places import open_place
from engine.data.watch import Watch
from engine.datasets import load_dataset
from engine.errors import DataError

Files = dict[str, bytes]


def png(seed: int) -> bytes:
    buffer = io.BytesIO()
    pixels = np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8)
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


SET = {
    f"{part}/{name}/{i}.png": png(i) for part in ("train", "valid") for name in "37" for i in (1, 2)
}


def write(path: Path, files: Files) -> Path:
    """Write an archive of the kind that the name says."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return path
    packing = {".tar": "w:", ".bz2": "w:bz2", ".xz": "w:xz"}.get(path.suffix, "w:gz")
    with tarfile.open(path, packing) as tar:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return path


def write_tar(path: Path, change: Callable[[tarfile.TarInfo], None]) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        member = tarfile.TarInfo("train/3/1.png")
        change(member)
        tar.addfile(member)
    return path


def read_archive(path: Path) -> Files:
    """Return all that is in an archive."""
    watch = Watch(None, path.name)
    with closing(open_place(path, watch)) as files:
        return {name: files.read(name, watch) for name in files.names}


KINDS = ["zip", "tar", "tgz", "tar.gz", "tar.bz2", "tar.xz"]
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
@pytest.mark.parametrize("top", ["", "./", "mnist_sample/", "./a/b/"])
def test_a_set_is_read_from_every_kind_of_archive(tmp_path: Path, kind: str, top: str) -> None:
    path = write(tmp_path / f"mine.{kind}", {top + name: data for name, data in SET.items()})
    found = load_dataset(path)
    assert found.classes == ("3", "7")
    assert (len(found.train), len(found.valid)) == (4, 4)
    assert np.array_equal(found.train.images[1], Image.open(io.BytesIO(SET["train/3/2.png"])))
    assert [entry.name for entry in tmp_path.iterdir()] == [f"mine.{kind}"]
    assert load_dataset(path.rename(path.with_suffix(path.suffix.upper()))).classes == ("3", "7")


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    extra = {"__MACOSX/train/3/._1.png": b"", "train/3/.DS_Store": b"", ".git/config": b""}
    for kind in ("zip", "tgz"):
        assert read_archive(write(tmp_path / f"a.{kind}", {**SET, **extra})) == SET


def test_folders_have_members_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    for name, data in SET.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    with tarfile.open(tmp_path / "a.tgz", "w:gz") as tar:
        tar.add(folder, "mine")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in folder.rglob("*"):
            archive.write(path, path.relative_to(folder))
    assert load_dataset(tmp_path / "a.tgz").fingerprint == load_dataset(folder).fingerprint
    assert load_dataset(tmp_path / "a.zip").fingerprint == load_dataset(folder).fingerprint


def test_an_archive_in_an_archive_is_refused_by_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.writestr("data/inner.zip", b"PK")
    with pytest.raises(DataError, match=r"another archive, data/inner\.zip: unpack the outer"):
        load_dataset(tmp_path / "outer.zip")


def test_backslashes_part_folders_too(tmp_path: Path) -> None:
    names = {name.replace("/", "\\"): data for name, data in SET.items()}
    assert read_archive(write(tmp_path / "a.zip", names)) == SET


def test_a_tar_may_be_called_tgz(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tar", SET).rename(tmp_path / "b.tgz")
    assert read_archive(path) == SET


@pytest.mark.parametrize(
    "name", ["a.zip", "a.TAR", "a.tgz", "a.tar.gz", "a.tbz2", "a.tar.bz2", "a.txz", "a.tar.xz"]
)
def test_archives_are_known_by_their_names(name: str) -> None:
    assert is_archive(name)
    assert not is_archive(f"{name}.part")


@every_kind
@pytest.mark.parametrize(
    "name",
    ["../evil.png", "/etc/evil.png", "train/../../evil.png", "..", "C:/evil.png", "..\\evil"],
)
def test_names_that_leave_the_archive_are_refused(tmp_path: Path, kind: str, name: str) -> None:
    path = write(tmp_path / f"mine.{kind}", {**SET, name: png(9)})
    with pytest.raises(DataError, match=r"mine\..*evil|mine\..*'\.\.', which points outside it: "):
        load_dataset(path)
    assert [entry.name for entry in tmp_path.iterdir()] == [f"mine.{kind}"]


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.GNUTYPE_SPARSE],
)
def test_links_devices_and_holes_in_a_tar_are_refused(tmp_path: Path, kind: bytes) -> None:
    def change(member: tarfile.TarInfo) -> None:
        member.type = kind
        member.linkname = "/etc/passwd"

    with pytest.raises(DataError, match=r"mine\.tgz"):
        load_dataset(write_tar(tmp_path / "mine.tgz", change))


def test_links_in_a_zip_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as archive:
        link = zipfile.ZipInfo("train/3/1.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(DataError, match="a link or a device"):
        load_dataset(tmp_path / "mine.zip")


@pytest.mark.parametrize("kind", ["zip", "tgz"])  # a plain .tar is as large as its content
def test_a_bomb_is_refused(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path / f"mine.{kind}", {"train/3/1.png": b"\0" * (70 << 20)})
    assert path.stat().st_size < 1 << 20
    with pytest.raises(DataError, match=r"mine.*megabytes or more, too much"):
        load_dataset(path)


def test_a_bomb_in_a_tars_own_notes_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "mine.tgz", "w:gz", format=tarfile.PAX_FORMAT) as tar:
        member = tarfile.TarInfo("train/3/1.png")
        member.pax_headers = {"comment": "x" * (70 << 20)}
        tar.addfile(member)
    with pytest.raises(DataError, match="too much for an archive"):
        load_dataset(tmp_path / "mine.tgz")


@every_kind
def test_too_many_members_are_refused(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.archives.LIMIT_MEMBERS", 5)
    with pytest.raises(DataError, match="over a million files"):
        load_dataset(write(tmp_path / f"mine.{kind}", SET))


@every_kind
@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95])
def test_an_archive_cut_short_is_refused(tmp_path: Path, kind: str, share: float) -> None:
    path = write(tmp_path / f"mine.{kind}", SET)
    whole = path.read_bytes().rstrip(b"\0")
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DataError, match=r"mine\..*damaged"):
        load_dataset(path)


def test_damage_in_the_middle_of_a_tar_is_not_taken_for_its_end(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.tar", SET)
    data = bytearray(path.read_bytes())
    data[data.index(b"train/7/2.png")] = 0
    path.write_bytes(data)
    with pytest.raises(DataError, match="damaged"):
        load_dataset(path)


@every_kind
@pytest.mark.parametrize("data", [b"hello", png(1), b"PK\x03\x04", b"\x1f\x8b\x08\0"])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, kind: str, data: bytes) -> None:
    (tmp_path / f"mine.{kind}").write_bytes(data)
    with pytest.raises(DataError, match=r"mine\..*despite its name, not an archive: "):
        load_dataset(tmp_path / f"mine.{kind}")


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.zip", SET)
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(magic)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(magic, place + 1)
    path.write_bytes(data)
    with pytest.raises(DataError, match="encrypted"):
        load_dataset(path)


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("wholes")
    return {
        kind: write(
            folder / f"a.{kind}", {"train/3/1.png": png(1), "train/7/2.png": png(2)}
        ).read_bytes()
        for kind in ("zip", "tar", "tgz")
    }


@given(
    kind=st.sampled_from(["zip", "tar", "tgz"]),
    edits=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_a_damaged_archive_gives_files_or_our_error(
    wholes: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
    kind: str,
    edits: list[tuple[int, int]],
) -> None:
    data = bytearray(wholes[kind])
    for place, value in edits:
        data[place % len(data)] = value
    path = tmp_path_factory.getbasetemp() / f"damaged.{kind}"
    path.write_bytes(data)
    try:
        read_archive(path)
    except (DataError, OSError):
        return
