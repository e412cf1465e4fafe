"""Makes the application and its window, and runs them."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import assets
from desktop.garbage import GarbageCollector
from desktop.i18n import translations
from desktop.main_window import MainWindow
from desktop.shell import leftovers, logs
from desktop.shell.end_requests import EndRequests
from desktop.shell.outside_requests import Application, OutsideRequests
from desktop.shell.preferences import Preferences, name_program
from desktop.shell.reachable_screen import refused_in_words
from desktop.shell.scale import kept_percent
from desktop.shell.single_instance import SingleInstance
from desktop.widgets import qt_scale
from desktop.widgets.theme import ThemeSwitch
from desktop.worker.free_memory import trim_heap
from engine.words.message import Message

DESKTOP_ID = "io.github.inkgrad.Inkgrad"  # the desktop entry's name: Wayland finds the icon by it


def create_application() -> QApplication:
    """Return the running QApplication, or a new one that knows its name."""
    name_program()
    app = QApplication.instance() or _new_application()
    assert isinstance(app, QApplication)
    app.setDesktopFileName(DESKTOP_ID)
    app.setWindowIcon(QIcon(str(assets.path("icons/inkgrad.svg"))))
    return app


def _new_application() -> QApplication:
    """Return the application, as large as the reader left it; Qt asks for that when it starts."""
    with qt_scale.starting_with(kept_percent(Preferences()) / 100), refused_in_words():
        app = Application(sys.argv[:1])
    GarbageCollector(app)
    return app


def create_window() -> MainWindow:
    """Return the main window, not yet shown; a QApplication must exist."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    saved = Preferences()
    translations.install(app, saved.language)
    switch = app.findChild(ThemeSwitch)  # an earlier window's: to dress anew takes a while
    return MainWindow(switch or ThemeSwitch(app), saved)


def present(window: MainWindow) -> None:
    """Show the window that stays until the end.

    What it stands on stays as long: looking through all of it for garbage would take longer than a
    frame, in the middle of a stroke. What it frees goes back to the system whenever a run ends.
    """
    window.show()
    gc.freeze()
    window.model.trainer.run_ended.connect(lambda *_: trim_heap())


def run(path: str = "") -> int:
    """Show the window until it is closed; return the exit code.

    `path` is a file to open. Where a window is open already, that one comes forward and opens it.
    """
    app = create_application()
    instance = SingleInstance(app)
    if not instance.is_first:
        if path and not os.path.isfile(path):
            print(f"inkgrad: {Message('file_missing', file=Path(path))}", file=sys.stderr)
            return 1
        if instance.hand_over(path):
            return 0
    logs.start()
    window = create_window()
    door = OutsideRequests(window, window.open_file)
    instance.called.connect(door.enter)
    if isinstance(app, Application):
        app.file_asked.connect(door.enter)
    ends = EndRequests(app)
    ends.save_asked.connect(window.session.save)
    ends.end_asked.connect(window.leave)
    ends.end_asked.connect(app.quit)  # whatever dialog is open
    present(window)
    window.model.questions.ask(leftovers.clear(window.session.folders))
    if path:
        QTimer.singleShot(0, door, lambda: door.enter(path))
    return app.exec()
