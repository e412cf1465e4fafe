"""The worker in another environment: it works as at home, or another one here takes its place."""

import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.pythons.process import OtherProcess
from desktop.worker import child
from desktop.worker import link as link_module
from desktop.worker.link import WorkerLink
from desktop.worker.messages import Kind, Loss, Source
from tests.environments import script, whole, with_version
from tests.patience import PATIENCE_MS


@pytest.fixture
def link(qtbot: QtBot) -> Iterator[WorkerLink]:
    link = WorkerLink()
    yield link
    link.close()
    assert link.has_ended


def python_of(link: WorkerLink) -> str:
    assert link.process is not None
    line = Path(f"/proc/{link.process.pid}/cmdline").read_bytes()
    return line.split(b"\0")[0].decode()


def test_it_reads_sketches_there_and_leaves_when_told(
    link: WorkerLink, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "random.py").write_text("import os; os._exit(7)\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    link.python = whole(tmp_path / "other")
    sources: list[Source] = []
    link.source_changed.connect(sources.append)
    with qtbot.waitSignals([link.source_changed, link.read]):
        link.open()
        link.answer(1, np.zeros((28, 28), np.uint8))
    assert sources[0].kind is Kind.STARTER
    assert isinstance(link.process, OtherProcess)
    assert python_of(link) == str(tmp_path / "other/bin/python")
    assert link.close()  # by itself


@pytest.mark.parametrize("what", ["ends", "another version", "no program", "silent", "gone"])
def test_one_that_does_not_begin_is_replaced_by_one_here(
    what: str, link: WorkerLink, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "BEGIN_MS", 300 if what == "silent" else PATIENCE_MS)
    path = tmp_path / "python"
    match what:
        case "ends":
            script(path, "exit 3")
        case "another version":
            path = with_version(tmp_path / "old", "0.0.9")
        case "no program":
            path.write_text("nothing to run")
        case "silent":
            script(path, "exec sleep 600")
    link.python = path
    losses: list[Loss] = []
    link.lost.connect(losses.append)
    with qtbot.waitSignal(link.source_changed):
        link.open()
    assert losses == [Loss.NOT_ELSEWHERE]
    assert link.python is None
    assert not isinstance(link.process, OtherProcess)


def test_one_that_has_not_begun_is_not_waited_for(
    link: WorkerLink, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_module, "LEAVE_S", 60.0)
    link.python = script(tmp_path / "python", "exec sleep 5")
    link.open()
    old, link.python = link.process, None
    link.replace()
    assert old is not None
    qtbot.waitUntil(lambda: old.exitcode is not None)
    assert old.exitcode == -signal.SIGKILL  # it would have ended by itself


@pytest.mark.long
def test_one_that_dies_later_is_followed_by_another_there(
    link: WorkerLink, qtbot: QtBot, tmp_path: Path
) -> None:
    link.python = whole(tmp_path / "other")
    losses: list[Loss] = []
    link.lost.connect(losses.append)
    with qtbot.waitSignal(link.source_changed):
        link.open()
    assert link.process is not None
    with qtbot.waitSignal(link.source_changed):
        link.process.kill()
    assert losses == [Loss.BROKE_DOWN]
    assert isinstance(link.process, OtherProcess)
