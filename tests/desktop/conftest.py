"""What window tests stand on: settings in a temporary place, and nothing left running behind."""

import gc
import multiprocessing
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, QThread, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from desktop.app import create_window
from desktop.app_model import AppModel
from desktop.garbage import GarbageCollector
from desktop.i18n import translations
from desktop.main_window import MainWindow
from desktop.plots.plot_card import PlotCard
from desktop.runs.run_list import Run
from desktop.shell.actions import Actions
from desktop.shell.preferences import keep_settings_in
from desktop.worker import child, link
from desktop.worker.run_state import State
from engine.data.drawings import own_folder
from engine.data.loading import Dataset, Split, save_as_folders
from tests.copies import copies
from tests.patience import PATIENCE_MS
from tests.stale_items import count_stale_items


class PatientBot(QtBot):
    """Waits as long as it takes, where a test names no limit, and sees to it that windows close."""

    def addWidget(self, widget: QWidget, **options: Any) -> None:
        """Close it with the test; a window closes whatever it still has to say."""
        if isinstance(widget, MainWindow):
            options["before_close_func"] = MainWindow.leave
        super().addWidget(widget, **options)

    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return pytest-qt's way to wait for a window, with more patience."""
    return PatientBot(request)


@pytest.fixture
def model(qapp: object) -> AppModel:
    """Return the model of a window whose worker never begins."""
    return AppModel()


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    """Return the commands of a window without anything in it."""
    window = QMainWindow()
    qtbot.addWidget(window)
    return Actions(window)


@pytest.fixture(scope="session", autouse=True)
def _quick_workers(_own_folders: None) -> Iterator[None]:
    """Let the workers' processes begin as copies of one that has imported torch already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "new_process", copies().Process)
        patch.setattr(link, "STOP_MS", 60_000)  # on a busy machine an ordinary batch is a long one
        yield


@pytest.fixture(scope="module", autouse=True)
def _garbage_in_this_thread(qapp: QApplication) -> Iterator[None]:
    """Let what is left of windows go in their thread, as in the program, and be gone at last."""
    collector = GarbageCollector(qapp)
    yield
    collector.deleteLater()
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> None:
    """Speak English with its plurals, whatever the system speaks, or the last test's window did."""
    if QLocale().bcp47Name() != "en" or not qapp.findChildren(QTranslator):
        translations.install(qapp, "en")


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Take back what was copied: without a screen, Qt would let go of it when Python has ended."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, qapp: QApplication) -> None:
    shutil.rmtree(own_folder(), ignore_errors=True)
    qapp.setOrganizationName("Inkgrad")
    qapp.setApplicationName("Inkgrad")
    keep_settings_in(str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """Fail where a test leaves a thread or process running, a timer ticking, or an item stale."""
    yield
    assert not count_stale_items(), "a widget has left its layout without removeWidget"
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # closed windows would be restyled on
    objects = getAllValidWrappers()  # all of Qt's that Python knows, and nothing else
    threads = [o for o in objects if isinstance(o, QThread) and o.isRunning()]
    timers = [o for o in objects if isinstance(o, QTimer) and o.isActive() and not o.isSingleShot()]
    lines = [t.name for t in threading.enumerate() if t.name.startswith("line")]
    assert not threads, f"threads still run: {threads}"
    assert not lines, f"threads still run: {lines}"
    assert not multiprocessing.active_children(), "a process still runs"
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
        qtbot.waitUntil(lambda: window.model.trainer.state is state)

    return wait


@pytest.fixture(scope="session")
def digits(tmp_path_factory: pytest.TempPathFactory, mnist_sample: Dataset) -> Path:
    """Return a folder of 240 real 3s and 7s: a run on it takes no time."""
    folder = tmp_path_factory.mktemp("data") / "digits"
    parts = [
        Split(split.images[::step], split.labels[::step])
        for split, step in ((mnist_sample.train, 62), (mnist_sample.valid, 50))
    ]
    save_as_folders(Dataset(*parts, mnist_sample.classes, "digits"), folder)
    return folder


@pytest.fixture
def press(qtbot: QtBot, window: MainWindow) -> Callable[[str], None]:
    """Return a function that clicks a button of the window by its name."""

    def click(name: str) -> None:
        button = window.findChild(QPushButton, name)
        assert button.isEnabled(), f"{name} can't be pressed now"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return click


@pytest.fixture
def train(
    window: MainWindow,
    digits: Path,
    press: Callable[[str], None],
    wait_for_state: Callable[[State], None],
) -> Callable[..., Run]:
    """Return a function that trains two epochs on a few digits."""

    def run(lr: float = 0.5, model: str = "simple_net", batch_size: int = 32) -> Run:
        settings = window.training.panel.settings
        window.model.datasets.choose(digits)
        settings.model.setCurrentText(model)
        settings.batch_size.setValue(batch_size)
        settings.epochs.setValue(2)
        settings.lr.setValue(lr)
        press("trainButton")
        wait_for_state(State.IDLE)
        return window.model.runs.runs[-1]

    return run


@pytest.fixture
def card(qtbot: QtBot) -> PlotCard:
    """Return a plot card that is shown, with nothing in it."""
    card = PlotCard("Loss", "batch", "Nothing yet")
    qtbot.addWidget(card)
    card.resize(600, 300)
    card.show()
    qtbot.waitExposed(card)
    return card


@pytest.fixture
def save_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return a function that lets the next file dialog choose a name in a temporary folder."""

    def choose(name: str) -> Path:
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        return path

    return choose


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
