"""How soon something is there in the real window; prints what it measured as a line of JSON.

    python -m benchmarks.contenders.opening_scene SCENE FOLDER

SCENE: draw leaves a sketch, and what was said of it, in FOLDER; kept opens the window on it as
`inkgrad` does; pages, evaluate, data and paste need none of it.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from benchmarks.contenders.window_scene import TICK_MS, Pen, Watch, _pass
from desktop import app
from desktop.answer.answer_words import NOTHING
from desktop.evaluate.page import EvaluatePage
from desktop.main_window import MainWindow
from desktop.selftest import drag, wait_until
from desktop.worker.messages import Kind
from desktop.worker.run_state import State

STROKES = ([(0.3, 0.25), (0.7, 0.25), (0.6, 0.5), (0.5, 0.8)],)
VISITS = 6  # of each page, after the first
SIDE_PX = 20_000


class OwnWork(QObject):
    """Notes how long the window's thread has computed between two ticks, whoever else did."""

    def __init__(self) -> None:
        super().__init__()
        self.spans_ms: list[float] = []
        self._last = time.thread_time()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.thread_time()
        self.spans_ms.append((now - self._last) * 1000)
        self._last = now


class Painted(QObject):
    """Notes when a window has painted, and when the answer was first among what it painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.first_s: float | None = None
        self.last_s = 0.0
        self.answered_s: float | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:  # what follows it has painted
            shows = self._window.sketch.answer.digit.text() != NOTHING
            QTimer.singleShot(0, lambda: self._on_painted(shows_answer=shows))
        return False

    def _on_painted(self, *, shows_answer: bool) -> None:
        self.last_s = time.perf_counter()
        self.first_s = self.first_s or self.last_s
        if shows_answer and self.answered_s is None:
            self.answered_s = self.last_s


def draw(window: MainWindow) -> dict[str, float]:
    """Leave a sketch that was read to the next window."""
    for stroke in STROKES:
        drag(window, window.sketch.canvas, stroke)
    wait_until(lambda: not window.sketch.reader.is_waiting)
    wait_until(lambda: window.model.questions.are_answered)
    return {}


def kept() -> None:
    """Run the program as `inkgrad` does, and tell when it showed an answer to the kept sketch."""
    present = app.present  # what `inkgrad` calls, too

    def watched(window: MainWindow) -> None:
        painted = Painted(window)
        timer = QTimer(window, interval=1)

        def look() -> None:
            worker = window.model.source is not None and not window.sketch.reader.is_waiting
            if painted.first_s is not None and painted.answered_s is not None and worker:
                waited = painted.answered_s - painted.first_s
                live = time.perf_counter() - painted.first_s
                print(json.dumps({"answered_s": waited, "network_s": live}), flush=True)
                window.close()
                os._exit(0)

        timer.timeout.connect(look)
        timer.start()
        present(window)

    app.present = watched
    app.run()


def pages(window: MainWindow) -> dict[str, dict[str, float]]:
    """Tell of each page how long it took until it was painted, first and later, in ms."""
    painted, names = Painted(window), window.pages.names
    wait_until(lambda: window.model.questions.are_answered)
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(1 + VISITS):
        for name in names[1:] + names[:1]:
            started, painted.last_s = time.perf_counter(), 0.0
            window.pages.open(name)
            wait_until(lambda started=started: painted.last_s > started)  # type: ignore[misc]
            times[name].append((painted.last_s - started) * 1000)
            _pass(0.3)
    return {
        name: {"first": found[0], "median": median(found[1:]), "worst": max(found[1:])}
        for name, found in times.items()
    }


def evaluate(window: MainWindow) -> dict[str, float]:
    """Tell how long 10,000 images took, from the wish to the figures, in s: two networks."""
    window.model.datasets.choose("mnist")
    found = {"starter": _evaluated(window)}
    window.training.panel.settings.model.setCurrentText("convnet")
    window.pages.open("training")
    window.model.step()  # one batch: what its weights are makes no difference to the time
    wait_until(lambda: window.model.trainer.state is State.PAUSED)
    window.model.trainer.stop()
    wait_until(lambda: window.model.trainer.is_free)
    wait_until(lambda: window.model.source is not None and window.model.source.kind is Kind.RUN)
    return {**found, "convnet": _evaluated(window)}


def _evaluated(window: MainWindow) -> float:
    page = window.pages.open("evaluate")
    assert isinstance(page, EvaluatePage)
    _pass(0.2)
    wait_until(lambda: window.model.questions.are_answered)
    before, started = page.evaluated, time.perf_counter()
    page.evaluate()
    wait_until(lambda: page.evaluated is not None and page.evaluated is not before)
    return time.perf_counter() - started


def data(window: MainWindow) -> dict[str, float]:
    """Tell the worst gap of the event loop while all of MNIST comes to the page Data, in ms, and
    the longest that the window's own thread worked at a stretch.
    """
    window.pages.open("data")
    _pass(1.0)
    wait_until(lambda: window.model.questions.are_answered)
    watch, work, started = Watch(window, Pen(window)), OwnWork(), time.perf_counter()
    window.model.datasets.choose("mnist")
    _pass(0.3)
    wait_until(lambda: window.model.questions.are_answered)
    seconds = time.perf_counter() - started
    _pass(1.0)
    gaps = sorted(watch.gaps_ms[1:])
    own_ms = max(work.spans_ms[1:])
    return {"worst_ms": gaps[-1], "own_ms": own_ms, "seconds": seconds}


def paste(window: MainWindow) -> dict[str, float]:
    """Tell how long it took to refuse an image of the clipboard that is far too large, in ms."""
    image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_Grayscale8)
    image.fill(255)
    QGuiApplication.clipboard().setImage(image)
    started = time.perf_counter()
    window.actions_.paste.trigger()
    wait_until(window.banner.isVisible)
    return {"refused_ms": (time.perf_counter() - started) * 1000}


def main() -> None:
    scene, folder = sys.argv[1:3]
    for name in ("STATE", "DATA", "CONFIG", "CACHE"):  # all that a user's program keeps
        os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name)
    os.environ["XDG_RUNTIME_DIR"] = folder
    app.create_application()
    if scene == "kept":
        kept()
    scenes: dict[str, Callable[[MainWindow], object]] = {
        "draw": draw,
        "pages": pages,
        "evaluate": evaluate,
        "data": data,
        "paste": paste,
    }
    window = app.create_window()
    window.resize(1366, 768)
    app.present(window)
    wait_until(lambda: window.sketch.answer.source is not None)
    result = scenes[scene](window)
    window.close()
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
