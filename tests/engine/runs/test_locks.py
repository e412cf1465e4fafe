"""Who holds a run's folder."""

import sys
from pathlib import Path

import pytest

from engine.runs.locks import is_locked, try_lock


def test_one_alone_holds_it_until_it_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert not is_locked(path)
    lock = try_lock(path)
    assert lock
    assert is_locked(path)
    assert try_lock(path) is None
    lock.release()
    assert not is_locked(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody can share it")
def test_another_who_looks_holds_nothing(tmp_path: Path) -> None:
    import fcntl

    path = tmp_path / "lock"
    path.touch()
    with path.open() as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        assert not is_locked(path)


@pytest.mark.skipif(sys.platform == "win32", reason="another module locks there")
def test_a_disk_without_locks_is_no_holder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OSError, match="No locks"):
        try_lock(tmp_path / "lock")
