"""`inkgrad selftest`: the real window, driven by mouse events, tells whether it works here.

It needs nothing but the program itself, so that it runs from a frozen package too.
"""

import argparse
import functools
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import create_application, create_window
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.shell.preferences import keep_settings_in

PATIENCE_MS = 120_000
REST_MS = 300  # a window that looks the same for so long is at rest
GOOD_ACCURACY = 0.9  # one epoch of simple_net reaches 0.96
_LEFT = Qt.MouseButton.LeftButton

Points = list[tuple[float, float]]  # shares of the pad's sides


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after `inkgrad selftest`."""
    parser.add_argument("--screenshot", metavar="FILE", help="save a screenshot of the window")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run all steps, print one JSON object, and return 0 where all went well."""
    started = time.perf_counter()
    app = create_application()
    errors: list[str] = []
    sys.excepthook = lambda _, error, __: errors.append(repr(error))
    with tempfile.TemporaryDirectory() as folder:
        keep_settings_in(folder)
        window = create_window()
        window.resize(1366, 768)
        window.show()
        steps = list(_steps(window))
        if arguments.screenshot:
            saved = picture_at_rest(window).save(arguments.screenshot)
            steps.append({"step": "screenshot", "ok": saved, "file": arguments.screenshot})
        window.close()
        steps.append({"step": "close", "ok": window.model.link.has_ended})
    facts = {
        "ok": all(step["ok"] for step in steps) and not errors,
        "platform": QGuiApplication.platformName(),
        "seconds": round(time.perf_counter() - started, 2),
        "errors": errors,
        "steps": steps,
    }
    app.processEvents()
    print(json.dumps(facts))
    return 0 if facts["ok"] else 1


def _steps(window: MainWindow) -> Iterator[dict[str, Any]]:
    yield _step(
        "paint", lambda: window.windowHandle() and window.windowHandle().isExposed(), at=time.time
    )
    yield _step("load", lambda: window.sketch.answer.source is not None)
    for label, strokes in (("3", three()), ("7", seven())):
        click(window, window.sketch.clear_button)
        drag(window, window.sketch.canvas, strokes)
        model = window.sketch.answer.model_name.text
        yield _step(f"draw a {label}", functools.partial(_reads, window, label), model=model)
    yield _train(window)
    yield _step("read it with the new network", functools.partial(_reads, window, "7"))
    yield _step("try out a lesson", _lesson_is_shown(window))


def _lesson_is_shown(window: MainWindow) -> Callable[[], bool]:
    """Open a lesson; return what tells whether its experiment and its code are shown."""
    page = window.pages.open("learn")
    assert isinstance(page, LearnPage)
    page.open_lesson("pixel_similarity")
    view = page.view

    def is_shown() -> bool:
        return bool(page.figures) and view.experiment.is_settled and not view.code.lines.isHidden()

    return is_shown


def _reads(window: MainWindow, label: str) -> bool:
    return window.sketch.answer.digit.text() == label


def _train(window: MainWindow) -> dict[str, Any]:
    settings = window.training.panel.settings
    window.model.datasets.choose("mnist_sample")
    settings.model.setCurrentText("simple_net")
    settings.epochs.setValue(1)
    history = window.training.curves.history
    click(window, window.training.panel.train_button)
    step = _step(
        "train one epoch",
        lambda: history.last_epoch is not None and window.model.trainer.is_free,
        batches=lambda: len(history.batch_loss),
        accuracy=lambda: round(history.last_epoch.valid_accuracy, 4) if history.last_epoch else 0,
        message=window.banner.message.text,
    )
    step["ok"] = step["ok"] and step["accuracy"] >= GOOD_ACCURACY
    return step


def _step(name: str, done: Callable[[], Any], **facts: Any) -> dict[str, Any]:
    """Wait until `done()`; the facts are read afterwards where they are functions."""
    started = time.perf_counter()
    ok = wait_until(done)
    read = {key: fact() if callable(fact) else fact for key, fact in facts.items()}
    return {"step": name, "ok": ok, "seconds": round(time.perf_counter() - started, 3), **read}


def wait_until(done: Callable[[], Any], patience_ms: int = PATIENCE_MS) -> bool:
    """Let the window live until `done()` or the patience ends; return which of the two."""
    loop = QEventLoop()
    looks = QTimer(interval=5)
    looks.timeout.connect(lambda: loop.exit() if done() else None)
    looks.start()
    QTimer.singleShot(patience_ms, loop, loop.quit)
    if not done():
        loop.exec()
    return bool(done())


def picture_at_rest(widget: QWidget) -> QPixmap:
    """Return how a widget looks once it stays so: what was asked for is there, and laid out."""
    for _ in range(PATIENCE_MS // REST_MS // 10):
        before = widget.grab().toImage()
        wait_until(lambda: False, REST_MS)
        if widget.grab().toImage() == before:
            break
    return widget.grab()


def click(window: QWidget, widget: QWidget) -> None:
    """Press and release the mouse in a widget's middle, where the layout is about to put it."""
    QCoreApplication.sendPostedEvents()
    _press_and_release(window, [widget.mapTo(window, widget.rect().center())])


def drag(window: QWidget, widget: QWidget, points: Points) -> None:
    """Drag the mouse along points given as shares of the widget's sides."""
    width, height = widget.width(), widget.height()
    places = [QPoint(round(x * width), round(y * height)) for x, y in points]
    _press_and_release(window, [widget.mapTo(window, place) for place in places])


def _press_and_release(window: QWidget, places: list[QPoint]) -> None:
    target = window.childAt(places[0]) or window  # what lies on top there, as for a real mouse
    _send(window, target, QEvent.Type.MouseButtonPress, places[0])
    for place in places[1:]:
        _send(window, target, QEvent.Type.MouseMove, place)
        QApplication.processEvents()
    _send(window, target, QEvent.Type.MouseButtonRelease, places[-1])


def _send(window: QWidget, target: QWidget, kind: QEvent.Type, place: QPoint) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else _LEFT
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else _LEFT
    event = QMouseEvent(
        kind,
        QPointF(target.mapFrom(window, place)),
        QPointF(window.mapToGlobal(place)),
        button,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)


def three() -> Points:
    """Return a 3: an upper and a lower bow."""
    return _bow(0.33, 0.16, -150, 80, 10) + _bow(0.66, 0.18, -80, 145, 10)


def seven() -> Points:
    """Return a 7: a bar, then down to the left."""
    bar = [(0.3 + 0.4 * i / 8, 0.2) for i in range(9)]
    return bar + [(0.7 - 0.25 * i / 12, 0.2 + 0.62 * i / 12) for i in range(1, 13)]


def _bow(y: float, radius: float, first: int, last: int, step: int) -> Points:
    angles = [math.radians(degrees) for degrees in range(first, last + 1, step)]
    return [(0.48 + 1.1 * radius * math.cos(a), y + radius * math.sin(a)) for a in angles]
