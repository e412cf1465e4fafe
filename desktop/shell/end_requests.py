"""What ends the program from outside: signals of the system, and the end of a desktop's session."""

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtGui import QGuiApplication

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # those that a system has


class EndRequests(QObject):
    """Hears them in the window's thread; there is one in a process.

    Signals: `end_asked()` the program shall end; `save_asked()` it may be ended soon, unasked.
    """

    end_asked = Signal()
    save_asked = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.commitDataRequest.connect(self.save_asked)
        app.saveStateRequest.connect(self.save_asked)
        self._heard, told = socket.socketpair()
        self._told = told  # which Python writes to when a signal comes, whatever Qt is at
        for end in (self._heard, told):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _do_nothing)

    @Slot()
    def _on_signal(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._heard.recv(64)
        self.end_asked.emit()


def _do_nothing(*_: object) -> None:
    """Take a signal, which else would end the process on the spot."""
