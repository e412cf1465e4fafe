"""Seconds from the start of a process to the first paint of its window; then it ends.

python -m benchmarks.contenders.first_paint inkgrad|bare TIME_OF_START
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Tells the time when the watched window has painted, and ends the process."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started = started

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:  # a covered window has no Paint
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print(json.dumps({"seconds": time.time() - self._started}), flush=True)
        os._exit(0)  # what comes after the first paint isn't measured here


def bare() -> QMainWindow:
    """A window with one empty pyqtgraph plot."""
    import pyqtgraph

    window = QMainWindow()
    window.setCentralWidget(pyqtgraph.PlotWidget())
    window.resize(1366, 768)
    return window


def inkgrad() -> QMainWindow:
    """The real window, with settings of its own."""
    from desktop.app import create_window
    from desktop.shell.preferences import keep_settings_in

    keep_settings_in(tempfile.mkdtemp())
    window = create_window()
    window.resize(1366, 768)
    return window


def main() -> None:
    ways: dict[str, Callable[[], QMainWindow]] = {"bare": bare, "inkgrad": inkgrad}
    app = QApplication(sys.argv[:1])
    window = ways[sys.argv[1]]()
    watcher = FirstPaint(float(sys.argv[2]))
    window.installEventFilter(watcher)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
