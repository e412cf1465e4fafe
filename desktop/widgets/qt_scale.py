"""Qt's own scale factor, changed while the program runs: type, gaps, pens, icons and plots at once.

`QT_SCALE_FACTOR` sets it before Qt starts. Later, Qt does what is done here when a window comes to
a denser screen, by functions of its own that no document tells of. So they are looked for by name;
where they are missing, the factor waits for the next start.
"""

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLibraryInfo, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QMoveEvent, QResizeEvent, QWindow
from shiboken6 import getCppPointer

VARIABLE = "QT_SCALE_FACTOR"
_LIBRARIES = {"win32": "Qt6Gui.dll", "darwin": "QtGui.framework/Versions/A/QtGui"}
_SET, _TELL = (
    (
        "?setGlobalFactor@QHighDpiScaling@@SAXN@Z",
        "??$handleWindowDevicePixelRatioChanged@USynchronousDelivery@QWindowSystemInterface@@"
        "@QWindowSystemInterface@@SAXPEAVQWindow@@@Z",
    )
    if sys.platform == "win32"
    else (
        "_ZN15QHighDpiScaling15setGlobalFactorEd",
        "_ZN22QWindowSystemInterface35handleWindowDevicePixelRatioChangedI"
        "NS_19SynchronousDeliveryEEEvP7QWindow",
    )
)
_LEAST, _MOST = 0.1, 10.0
_KEPT = "scale_factor"  # the application's property


class _Functions(NamedTuple):
    """Qt's own: sets the factor; tells a window, by its address, that its pixels have changed."""

    set: Callable[[float], None]
    tell: Callable[[int], None]


def factor() -> float:
    """Return how many times as large everything is as the system would have it."""
    app = QCoreApplication.instance()
    kept = app.property(_KEPT) if app else None
    return float(kept) if kept else 1.0


def is_live() -> bool:
    """Tell whether this Qt can change it while it runs."""
    return _functions() is not None


@contextlib.contextmanager
def starting_with(factor: float) -> Iterator[None]:
    """Let the QApplication that is made meanwhile show everything `factor` times as large."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(_system_factor() * factor)
    try:
        yield
    finally:  # what is started later is no part of it
        os.environ.pop(VARIABLE)
        if before is not None:
            os.environ[VARIABLE] = before
    _keep(factor)


def change(factor: float) -> bool:
    """Show everything `factor` times as large from now on; return False where this Qt can't."""
    functions = _functions()
    if functions is None:
        return False
    before = qInstallMessageHandler(_say_nothing)  # Qt would warn that windows are open
    try:
        functions.set(_system_factor() * factor)
    finally:
        qInstallMessageHandler(before)
    _keep(factor)
    for window in QGuiApplication.allWindows():
        _tell(window, functions)
    return True


def _tell(window: QWindow, functions: _Functions) -> None:
    """A window has as many of the screen's pixels as before, so fewer of its own, or more."""
    size, place = window.size(), window.position()
    functions.tell(getCppPointer(window)[0])
    QCoreApplication.sendEvent(window, QMoveEvent(window.position(), place))
    QCoreApplication.sendEvent(window, QResizeEvent(window.size(), size))


@cache
def _functions() -> _Functions | None:
    name = _LIBRARIES.get(sys.platform, "libQt6Gui.so.6")
    if sys.platform == "darwin":
        name = str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)) / name)
    try:
        library = ctypes.CDLL(name)  # the one that is loaded already
        set_factor, tell = library[_SET], library[_TELL]
    except (OSError, AttributeError):
        return None
    set_factor.argtypes, set_factor.restype = [ctypes.c_double], None
    tell.argtypes, tell.restype = [ctypes.c_void_p], None
    return _Functions(set_factor, tell)


@cache
def _system_factor() -> float:
    """Return what the environment asks for, where anything can be seen so."""
    try:
        asked = float(os.environ.get(VARIABLE) or 1)
    except ValueError:
        return 1.0
    return asked if _LEAST <= asked <= _MOST else 1.0


def _keep(factor: float) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(_KEPT, factor)


def _say_nothing(*_: object) -> None:
    """Take the place of what writes Qt's messages."""
