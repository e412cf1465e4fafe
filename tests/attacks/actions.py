"""What a monkey can do with the window, each drawn by dice, and most done as people do them."""

import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

from desktop.main_window import MainWindow
from tests.attacks.mutations import Dice
from tests.attacks.targets import Target

KILL = "kill the worker"
Kind = type[QWidget]
_KEYS = (
    *(Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_F1, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home),
    *(Qt.Key.Key_3, Qt.Key.Key_7, Qt.Key.Key_A, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_K),
    *(Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_PageDown),
)
_MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 3,
    *(Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier),
)
_TYPED = ("3", "0.1", "-1", "1e9", "1e-9", "", "abc", "64, 32", "99999999999", "0,5", "<b>x")
_LEFT_OUT = ("quit",)  # it would end the sequence


class Monkey:
    """Does one random thing after the other; the same dice make the same things."""

    def __init__(self, window: MainWindow, dice: Dice, targets: list[Target], folder: Path) -> None:
        self.window, self.dice = window, dice
        self._targets, self._folder = targets, folder
        self._files = 0
        self._acts: list[Callable[[], str]] = [
            *(self.draw,) * 4,
            *(self.press,) * 6,
            *(self.command,) * 5,
            *(self.change,) * 5,
            *(self.key,) * 4,
            *(self.open_page,) * 3,
            *(self.open_file, self.drop, self.poke, self.poke),
            *(self.resize, self.close_dialogs, self.kill_worker),
        ]

    def act(self) -> str:
        """Do something; return what, for a person to read."""
        return self._acts[int(self.dice.integers(len(self._acts)))]()

    def draw(self) -> str:
        canvas = self.window.sketch.canvas
        places = [self._place(canvas) for _ in range(int(self.dice.integers(1, 7)))]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])
        return f"draw along {len(places)} points"

    def press(self) -> str:
        button = self._any(QAbstractButton)
        if isinstance(button, QAbstractButton):
            button.click()
        return f"press {_named(button)}"

    def command(self) -> str:
        menus = self.window.menuBar().findChildren(QMenu)
        found = [a for menu in menus for a in menu.actions() if self._is_wanted(a)]
        action = found[int(self.dice.integers(len(found)))]
        text = action.text()
        action.trigger()
        return f"command {text}"

    def _is_wanted(self, action: QAction) -> bool:
        out = [getattr(self.window.actions_, name) for name in _LEFT_OUT]
        return action.isEnabled() and not action.isSeparator() and action not in out

    def change(self) -> str:
        kinds = (
            QComboBox,
            QAbstractSpinBox,
            QAbstractSlider,
            QLineEdit,
            QAbstractItemView,
            QTabBar,
        )
        widget = self._any(*kinds)
        if isinstance(widget, QComboBox):
            QTest.keyClick(widget, (Qt.Key.Key_Down, Qt.Key.Key_Up)[int(self.dice.integers(2))])
        elif isinstance(widget, QAbstractSlider):
            widget.setValue(int(self.dice.integers(widget.minimum(), widget.maximum() + 1)))
        elif isinstance(widget, QAbstractSpinBox | QLineEdit):
            widget.selectAll()
            QTest.keyClicks(widget, _TYPED[int(self.dice.integers(len(_TYPED)))])
            if self.dice.random() < 0.7:
                QTest.keyClick(widget, Qt.Key.Key_Return)
        elif widget is not None:
            inner = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
            QTest.mouseClick(inner, Qt.MouseButton.LeftButton, pos=self._place(inner))
        return f"change {_named(widget)}"

    def key(self) -> str:
        key = _KEYS[int(self.dice.integers(len(_KEYS)))]
        modifier = _MODIFIERS[int(self.dice.integers(len(_MODIFIERS)))]
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        return f"key {modifier.name} {key.name}"

    def open_page(self) -> str:
        names = self.window.pages.names
        name = names[int(self.dice.integers(len(names)))]
        self.window.pages.open(name)
        return f"page {name}"

    def open_file(self) -> str:
        path = self.file()
        self.window.open_file(path)
        return f"open {path}"

    def drop(self) -> str:
        mime = QMimeData()
        paths = [self.file() for _ in range(int(self.dice.integers(1, 4)))]
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        onto = self.window if self.dice.random() < 0.5 else self.window.sketch.canvas
        drop_onto(onto, mime)
        return f"drop {[str(path) for path in paths]}"

    def poke(self) -> str:
        """Click, double click or turn the wheel somewhere."""
        widget = self._any(QWidget)
        if widget is not None:
            how = (QTest.mouseClick, QTest.mouseDClick)[int(self.dice.integers(2))]
            buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
            how(widget, buttons[int(self.dice.integers(2))], pos=self._place(widget))
        return f"poke {_named(widget)}"

    def resize(self) -> str:
        width, height = int(self.dice.integers(300, 2000)), int(self.dice.integers(200, 1400))
        self.window.resize(width, height)
        return f"resize to {width}x{height}"

    def close_dialogs(self) -> str:
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w != self.window]
        for widget in others:
            widget.close()
        return f"close {len(others)} dialogs"

    def kill_worker(self) -> str:
        process = self.window.model.link.process
        if self.dice.random() < 0.3 and process is not None and process.pid is not None:
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
            return KILL
        return "leave the worker alive"

    def file(self, saves: bool = False) -> Path:
        """Return a file or folder to open, good or damaged; or where to save."""
        self._files += 1
        folder = self._folder / f"file {self._files}"
        if saves:
            return folder.with_suffix((".png", ".svg", "", ".csv")[int(self.dice.integers(4))])
        target = self._targets[int(self.dice.integers(len(self._targets)))]
        if self.dice.random() < 0.5:
            target = replace(target, damage=lambda data, _: data, wrap=bytes)
        shutil.rmtree(folder, ignore_errors=True)
        target.lay_out(folder, self.dice)
        place = self.dice.random()
        if place < 0.1:
            return folder / "missing.png"
        return folder if place < 0.3 else folder / target.file

    def _any(self, *kinds: Kind) -> QWidget | None:
        """Return any widget of these kinds that can be used now, in whatever window."""
        found = [
            widget
            for window in QApplication.topLevelWidgets()
            if window.isVisible()
            for kind in kinds
            for widget in window.findChildren(kind)
            if widget.isVisible() and widget.isEnabled()
        ]
        return found[int(self.dice.integers(len(found)))] if found else None

    def _place(self, widget: QWidget) -> QPoint:
        x = int(self.dice.integers(max(1, widget.width())))
        return QPoint(x, int(self.dice.integers(max(1, widget.height()))))


def drop_onto(widget: QWidget, mime: QMimeData) -> bool:
    """Drag something onto a widget and let go; return whether it was taken."""
    copy = Qt.DropAction.CopyAction
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), copy, mime, *keys)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), copy, mime, *keys))
    return True


def _named(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} {text}".strip()
