"""Files whole or not at all, and what becomes of damaged and half-written ones."""

import os
import time
from pathlib import Path

import pytest

from engine.data.loading import check
from engine.datasets import load_dataset
from engine.errors import DataError, ModelFileError
from engine.files import beside, clear_parts, put_aside, read_whole, write_whole
from engine.inference.checkpoint import check_writable


def aged(path: Path, seconds: float) -> Path:
    """Let a file seem to have been written so long ago."""
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


def test_a_damaged_file_gets_a_name_of_its_own_each_time(tmp_path: Path) -> None:
    path = tmp_path / "sketch.svg"
    for number in (1, 2, 3):
        path.write_text(f"damage {number}")
        assert put_aside(path) == tmp_path / f"sketch.damaged-{number}.svg"
    assert (tmp_path / "sketch.damaged-2.svg").read_text() == "damage 2"


def test_what_is_no_file_or_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"12345")
    assert read_whole(path, 5) == b"12345"
    with pytest.raises(OSError, match="Too large"):
        read_whole(path, 4)
    with pytest.raises(OSError, match="directory"):
        read_whole(tmp_path, 5)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_nobody_waits_for_the_writer_of_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="pipe"):
        read_whole(tmp_path / "pipe", 5)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_no_file_takes_the_place_of_a_pipe_or_a_device(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/null")
    before = sorted(os.listdir(tmp_path))
    for path in (tmp_path / "pipe", tmp_path / "link"):
        with pytest.raises(OSError, match=path.name):
            write_whole(path, b"mine")
        with pytest.raises(ModelFileError, match="a pipe or a device"):
            check_writable(path)
    assert sorted(os.listdir(tmp_path)) == before
    assert not (tmp_path / "pipe").is_file()
    assert (tmp_path / "link").is_symlink()


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="has no such files")
def test_what_the_system_makes_up_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/proc/version")  # of which some wait, as /proc/kmsg
    with pytest.raises(OSError, match="link"):
        read_whole(tmp_path / "link", 5)
    with pytest.raises(DataError, match="a pipe or a device"):
        load_dataset("/proc/version")


def test_a_place_that_no_path_can_name_is_refused() -> None:
    with pytest.raises(DataError, match="the name or the request is not valid"):
        check(Path("/tmp/a\0.csv"))


@pytest.mark.parametrize("name", ["", "/", "."])
def test_a_folder_is_no_name_to_write_to(name: str) -> None:
    with pytest.raises(OSError, match="directory"):
        write_whole(Path(name), b"mine")


def test_old_parts_are_cleared_and_new_ones_left(tmp_path: Path) -> None:
    old, new = beside(tmp_path / "deep" / "a.png"), beside(tmp_path / "b")
    folder = tmp_path / ".set.4711.part"
    folder.mkdir()
    old.parent.mkdir()
    kept = [new, tmp_path / "c.part", tmp_path / ".hidden"]  # the last two are nobody's part
    for path in (old, folder / "image.png", *kept):
        path.write_bytes(b"half")
    for path in (old, folder, *kept[1:]):
        aged(path, 100)
    clear_parts(tmp_path)
    assert not old.exists()
    assert not folder.exists()
    assert all(path.exists() for path in kept)


def test_a_later_try_removes_what_an_earlier_one_left(tmp_path: Path) -> None:
    mine, others = beside(tmp_path / "a"), beside(tmp_path / "b")
    for path in (mine, others):
        path.write_bytes(b"half")
        aged(path, 100)
    write_whole(tmp_path / "a", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [others.name, "a"]


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_a_folder_or_a_link_that_was_left_goes_too(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    folder, link = beside(tmp_path / "a"), beside(tmp_path / "a")
    folder.mkdir()
    link.symlink_to("real")
    aged(folder, 100)
    os.utime(link, (0, 0), follow_symlinks=False)
    beside(tmp_path / "a")
    assert os.listdir(tmp_path) == ["real"]


@pytest.mark.skipif(os.name == "nt", reason="a whole path may be no longer there")
@pytest.mark.parametrize("letter", ["n", "ü", "\U0001f58b"])
def test_a_name_as_long_as_the_system_takes_is_written_to(letter: str, tmp_path: Path) -> None:
    name = letter * (255 // len(letter.encode()))
    old = aged_part(tmp_path / name)
    write_whole(tmp_path / name, b"whole")
    assert os.listdir(tmp_path) == [name]
    assert not old.exists()
    check_writable(tmp_path / name)
    with pytest.raises(ModelFileError, match="its name is too long"):
        check_writable(tmp_path / (name + letter))


def aged_part(path: Path) -> Path:
    """Return what a killed process left of a file."""
    part = beside(path)
    part.write_bytes(b"half")
    assert part.name.startswith(f".{path.name[0]}")
    assert part.name.endswith(".part")
    return aged(part, 100)
