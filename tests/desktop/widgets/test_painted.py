"""Painted widgets wear the window's colours, and are pictures to a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication

from desktop.main_window import MainWindow
from desktop.widgets.painted import Painted


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_painted_widgets_wear_the_windows_colours(
    window: MainWindow, scheme: Qt.ColorScheme
) -> None:
    window.theme.choose(scheme)
    for page in ("inside", "evaluate", "data", "training"):
        window.pages.open(page)
    QApplication.processEvents()
    painted = [part for part in window.findChildren(Painted) if part.isVisible()]
    roles = (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Text)
    wanted = [QApplication.palette().color(role) for role in roles]
    worn = [[part.palette().color(role) for role in roles] for part in painted]
    window.theme.choose(Qt.ColorScheme.Unknown)
    assert len(painted) > 4
    assert all(colours == wanted for colours in worn)


def test_a_painted_widget_is_a_picture(window: MainWindow) -> None:
    heard = QAccessible.queryAccessibleInterface(window.sketch.canvas)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Drawing pad"
