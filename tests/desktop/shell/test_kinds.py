"""What a file is, is found out without keeping others waiting."""

import importlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from desktop.shell.kinds import DATA, Kind, find_kinds
from desktop.worker.questions import Session, Waiting
from engine.data import archives, formats, loading, unpacking
from engine.words.message import Message


def answers(*paths: Path) -> Iterator[object]:
    return find_kinds(paths)(cast(Session, None))  # it looks at nothing of it


def is_waiting(answer: object) -> bool:
    return isinstance(answer, Waiting)


def test_each_is_told_or_why_it_is_nothing_to_open(digits: Path, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("words")
    picture = next(digits.rglob("*.png"))
    told = [a for a in answers(digits, tmp_path / "words.txt", picture) if not is_waiting(a)]
    (_, first), (_, second), (_, third) = cast("list[tuple[Path, object]]", told)
    assert (first, third) == (Kind.DATASET, Kind.PICTURE)
    assert isinstance(second, Message)


def test_a_long_look_keeps_nobody_waiting_and_ends_when_it_is_not_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, ended = threading.Event(), threading.Event()

    def unpack_for_ever(path: Path, progress: Callable[[int, int], bool]) -> None:
        began.set()
        while progress(0, 0):
            pass
        ended.set()

    monkeypatch.setattr(loading, "check", unpack_for_ever)
    looking = answers(tmp_path / "large.tgz")
    assert is_waiting(next(looking))
    assert is_waiting(next(looking))
    assert began.wait(60)
    looking.close()  # type: ignore[attr-defined]
    assert ended.wait(60)


def test_the_dialogs_offer_all_endings_that_are_read() -> None:
    """Who adds a format adds its files' endings: else only "All files" shows them."""
    readers = [importlib.import_module(form.find.__module__) for form in formats.FORMATS]
    read = {end for reader in readers for end in getattr(reader, "_ENDS", ())}
    read |= {".npz", ".npy", "ubyte", ".zip", *unpacking.PACKED_ENDS, *archives._TAR_ENDS}
    offered = tuple(pattern.removeprefix("*") for pattern in DATA.split())
    assert {".csv", ".libsvm"} < read
    assert [end for end in sorted(read) if not end.endswith(offered)] == []
