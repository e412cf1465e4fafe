"""One Inkgrad for each person and screen: a later start hands its file to the first, and ends.

What the first does with it is `app`'s.
"""

import getpass
import hashlib
import json
import os
import sys

from PySide6.QtCore import (
    QDeadlineTimer,
    QDir,
    QLockFile,
    QObject,
    QStandardPaths,
    QThread,
    Signal,
    Slot,
)
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 10_000  # the first may still be starting
_LOOK_AGAIN_MS = 50
_TOKEN = "XDG_ACTIVATION_TOKEN"  # Wayland's leave to come to the front, given to who was started


class SingleInstance(QObject):
    """Is the first, or knows how to reach it. Signals: `called(str)`, the path of a file or "".

    Who holds the lock is the first. A crash leaves a lock and a socket behind; Qt sees in the lock
    that its holder is gone, and the next start takes both over.
    """

    called = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = _name()
        self._lock = QLockFile(QDir(_folder()).filePath(f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # a long session doesn't make it stale, only a dead holder
        self._address = name if sys.platform == "win32" else QDir(_folder()).filePath(name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_connected)
        locked = self._lock.tryLock(0)
        self.is_first = locked or self._lock.error() != QLockFile.LockError.LockFailedError
        if locked:
            QLocalServer.removeServer(self._address)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.listen(self._address)

    def hand_over(self, path: str) -> bool:
        """Let the first come to the front and open `path`; return whether it said that it will."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        while not socket.waitForConnected(_LOOK_AGAIN_MS):
            if deadline.hasExpired():
                return False
            QThread.msleep(_LOOK_AGAIN_MS)
            socket.connectToServer(self._address)
        _let_others_come_to_the_front()
        wish = {"path": path, "token": os.environ.get(_TOKEN, "")}
        socket.write(json.dumps(wish).encode() + b"\n")
        return socket.waitForReadyRead(deadline.remainingTime())

    @Slot()
    def _on_connected(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(self._on_wish)

    @Slot()
    def _on_wish(self) -> None:
        caller = self.sender()
        assert isinstance(caller, QLocalSocket)
        if not caller.canReadLine():
            return
        wish = json.loads(bytes(caller.readLine().data()))
        caller.write(b"\n")
        caller.disconnectFromServer()
        if wish["token"]:
            os.environ[_TOKEN] = wish["token"]  # Qt takes it from there
        self.called.emit(wish["path"])


def _name() -> str:
    """Return a name that every start by this person on this screen comes to, and nobody else."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
    return "inkgrad-" + hashlib.sha256(f"{getpass.getuser()} {screen}".encode()).hexdigest()[:12]


def _folder() -> str:
    """Return a folder that is this person's alone, and emptied when the session ends."""
    kind = QStandardPaths.StandardLocation
    linux = sys.platform == "linux"
    return QStandardPaths.writableLocation(kind.RuntimeLocation if linux else kind.TempLocation)


def _let_others_come_to_the_front() -> None:
    """Pass on what Windows grants only to the program that a person has just started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # any process
