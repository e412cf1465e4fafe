"""The socket by which a later start calls the first one, as others may use it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.shell import single_instance
from desktop.shell.single_instance import SingleInstance

pytestmark = pytest.mark.skipif(os.name == "nt", reason="its address is known on other systems")


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> SingleInstance:
    """Return the first of its kind, in a folder of its own."""
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "before")
    first = SingleInstance()
    assert first.is_first
    return first


Say = Callable[[bytes], bytes]


@pytest.fixture
def say(first: SingleInstance, tmp_path: Path, qtbot: QtBot) -> Say:
    """Return a function that sends bytes to the first, and gives its answer."""
    sockets: list[QLocalSocket] = []

    def send(data: bytes) -> bytes:
        (address,) = (p for p in (tmp_path / "run").iterdir() if p.suffix != ".lock")
        socket = QLocalSocket()
        sockets.append(socket)
        socket.connectToServer(str(address))
        socket.write(data)
        state = QLocalSocket.LocalSocketState.UnconnectedState
        qtbot.waitUntil(lambda: socket.state() is state)
        return bytes(socket.readAll().data())

    return send


def wish(path: object, token: object = "") -> bytes:
    return json.dumps({"path": path, "token": token}).encode() + b"\n"


def test_a_file_that_exists_is_opened(
    first: SingleInstance, say: Say, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine äö.inkgrad"
    path.touch()
    with qtbot.waitSignal(first.called) as called:
        assert say(wish(str(path), "token-1")) == b"taken\n"
    assert called.args == [str(path)]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-1"


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"no json\n",
        b"[]\n",
        b"7\n",
        b"{}\n",
        b"[" * 20_000 + b"\n",
        b"\xff\n",
        b'{"path": ""}\n',
        wish(5),
        wish(None),
        wish(["/etc/hostname"]),
        wish("/no/such/file"),
        wish("/etc"),
        wish("relative.inkgrad"),
        wish("/etc/hostname\0.inkgrad"),
        wish("/" + "x" * 5000),
        wish("", 5),
        wish("", "x" * 300),
        wish("", "a\nb"),
        b"x" * single_instance._MOST_BYTES,
    ],
)
def test_all_else_is_answered_and_nothing_comes_of_it(
    first: SingleInstance,
    say: Say,
    qtbot: QtBot,
    message: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "relative.inkgrad").touch()
    monkeypatch.chdir(tmp_path)  # the later start was in another folder
    with qtbot.assertNotEmitted(first.called):
        assert say(message) == b"refused\n"
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "before"


@pytest.mark.qt_log_ignore("device not open")  # the caller's end, which was closed on it
def test_who_says_too_much_is_not_heard_out(first: SingleInstance, say: Say, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(first.called):
        assert say(b"x" * 5_000_000) in (b"", b"refused\n")


def test_who_says_nothing_is_sent_away(
    first: SingleInstance, say: Say, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_CALLERS_WAIT_MS", 50)
    assert say(b'{"path": ') == b""
