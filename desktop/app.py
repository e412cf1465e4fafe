"""Makes the application and its window, and runs them."""

import os
import sys

from desktop.torch_libraries import load_before_qt

load_before_qt()
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # read when torch is loaded: don't spin

from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop import translations  # noqa: E402
from desktop.main_window import MainWindow  # noqa: E402
from desktop.preferences import Preferences  # noqa: E402
from desktop.theme import ThemeSwitch  # noqa: E402


def create_application() -> QApplication:
    """Return the running QApplication, or a new one that knows its name."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setOrganizationName("Inkgrad")
    app.setApplicationName("Inkgrad")
    return app


def create_window() -> MainWindow:
    """Return the main window, not yet shown; a QApplication must exist."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translations.install(app, Preferences().language)
    return MainWindow(ThemeSwitch(app))


def run() -> int:
    """Show the window until it is closed; return the exit code."""
    app = create_application()
    window = create_window()
    window.show()
    return app.exec()
