"""What window tests stand on: settings in a temporary place, and nothing left running behind."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.preferences import keep_settings_in
from desktop.training.run_state import State

PATIENCE_MS = 60_000


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    qapp.setOrganizationName("Inkgrad")
    qapp.setApplicationName("Inkgrad")
    keep_settings_in(str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """Fail where a test leaves a thread running or a timer ticking."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # closed windows would be restyled on
    kinds = (QThread, QTimer)  # by type(): isinstance would wake torch's lazy modules
    objects = [o for o in gc.get_objects() if issubclass(type(o), kinds) and isValid(o)]
    threads = [o for o in objects if isinstance(o, QThread) and o.isRunning()]
    timers = [o for o in objects if isinstance(o, QTimer) and o.isActive() and not o.isSingleShot()]
    assert not threads, f"threads still run: {threads}"
    assert not timers, f"timers still tick: {[(t.parent(), t.interval()) for t in timers]}"


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """Return the main window, shown; its model may still be on its way."""
    window = create_window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def wait_for_state(qtbot: QtBot, window: MainWindow) -> Callable[[State], None]:
    """Return a function that lives on until the run is in a state."""

    def wait(state: State) -> None:
        qtbot.waitUntil(lambda: window.controller.state is state, timeout=PATIENCE_MS)

    return wait


Drag = Callable[[QWidget, np.ndarray], None]


@pytest.fixture
def drag() -> Drag:
    """Return a function that drags the left button along whole pixels (N, 2) of a widget."""

    def along(widget: QWidget, points_px: np.ndarray) -> None:
        places = [QPoint(int(x), int(y)) for x, y in points_px]
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(widget, place)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=places[-1])

    return along
