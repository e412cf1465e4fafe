"""Lets in what is asked of a window from outside: to come to the front, and to open a file.

The command line asks at the start, a later start through `single_instance`, and macOS by events.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget


class Application(QApplication):
    """Tells of the files that macOS asks it to open. Signals: `file_asked(str)`, a path."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


class OutsideRequests(QObject):
    """Brings its window to the front, and hands it a file where there is one."""

    def __init__(self, window: QWidget, open_file: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._window = window
        self._open_file = open_file

    @Slot(str)
    def enter(self, path: str = "") -> None:
        """Show the window above the others; open the file at `path`, if any."""
        state = self._window.windowState() & ~Qt.WindowState.WindowMinimized
        self._window.setWindowState(state | Qt.WindowState.WindowActive)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if path:
            logging.getLogger("inkgrad").info("Opens %s", path)
            self._open_file(Path(path))
