"""One Inkgrad for each person and screen: a later start hands its file to the first, and ends.

What the first does with it is `app`'s. Whoever can write to the socket can make the window come to
the front, and open a file that exists; all else is answered, and nothing comes of it.
"""

import getpass
import hashlib
import json
import os
import sys
from dataclasses import dataclass

from PySide6.QtCore import (
    QDeadlineTimer,
    QDir,
    QLockFile,
    QObject,
    QStandardPaths,
    QThread,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 10_000  # the first may still be starting
_LOOK_AGAIN_MS = 50
_CALLERS_WAIT_MS = 5_000  # for the rest of what a caller has begun to say
_MOST_BYTES = 32_768  # of a wish: a path has 4,096 at most, each six in JSON where not ASCII
_LONGEST_TOKEN = 256
_TAKEN, _REFUSED = b"taken\n", b"refused\n"
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
        self._server.setMaxPendingConnections(8)
        self._server.newConnection.connect(self._on_connected)
        locked = self._lock.tryLock(0)
        self.is_first = locked or self._lock.error() != QLockFile.LockError.LockFailedError
        if locked:
            QLocalServer.removeServer(self._address)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.listen(self._address)

    def hand_over(self, path: str) -> bool:
        """Let the first come to the front and open `path`; return whether it has answered."""
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
        caller.setReadBufferSize(_MOST_BYTES)
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(self._on_wish)
        QTimer.singleShot(_CALLERS_WAIT_MS, caller, caller.abort)

    @Slot()
    def _on_wish(self) -> None:
        caller = self.sender()
        assert isinstance(caller, QLocalSocket)
        if not caller.canReadLine() and caller.bytesAvailable() < _MOST_BYTES:
            return
        caller.readyRead.disconnect(self._on_wish)
        wish = _understood(bytes(caller.readLine(_MOST_BYTES).data()))
        caller.write(_TAKEN if wish else _REFUSED)
        caller.disconnectFromServer()
        if wish is None:
            return
        if wish.token:
            os.environ[_TOKEN] = wish.token  # Qt takes it from there
        self.called.emit(wish.path)


@dataclass(frozen=True)
class _Wish:
    """What a later start may ask for: `path` is a file's, or empty; `token` may be empty too."""

    path: str
    token: str


def _understood(line: bytes) -> _Wish | None:
    """Return the wish in a message, None where it is none or the file isn't there."""
    try:
        said = json.loads(line)
        wish = _Wish(said["path"], said["token"])
        if type(wish.path) is not str or type(wish.token) is not str:
            return None
        is_there = os.path.isabs(wish.path) and os.path.isfile(wish.path)
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    short = wish.token.isascii() and wish.token.isprintable() and len(wish.token) <= _LONGEST_TOKEN
    return wish if short and (is_there or not wish.path) else None


def _name() -> str:
    """Return a name that every start by this person on this screen comes to, and nobody else."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
    return "inkgrad-" + hashlib.sha256(f"{_user()} {screen}".encode()).hexdigest()[:12]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # one whom the system knows by a number alone
        return str(os.getuid())


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
