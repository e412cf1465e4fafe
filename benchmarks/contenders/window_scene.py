"""One scene in the real window, for some seconds; prints what it measured as a line of JSON.

    python -m benchmarks.contenders.window_scene SCENE SECONDS

SCENE: idle, simple_net, convnet, network, network_convnet, evaluating, standing, landscape, memory
or points.
"""

import json
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.app import create_application, create_window, present
from desktop.evaluate.page import EvaluatePage
from desktop.evaluate.views import ROBUSTNESS
from desktop.main_window import MainWindow
from desktop.selftest import wait_until
from desktop.shell.preferences import keep_settings_in
from desktop.worker.messages import Reading
from desktop.worker.run_state import State
from engine.reports import StepReport

TICK_MS = 5
PEN_MS = 8  # a fast mouse tells its place 125 times a second
POINTS = 60  # of a stroke
_MODELS = {
    "evaluating": "convnet",
    "standing": "convnet",
    "network": "simple_net",
    "network_convnet": "convnet",
}
SETTLE_S = 3.0  # torch is loaded, the run has begun


class Pen(QObject):
    """Draws a loop over and over on the pad, by real mouse events, and clears it between."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._step = 0
        self.moves: list[float] = []  # when each event was sent
        self._timer = QTimer(self, interval=PEN_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)
        self._timer.start()

    def _move(self) -> None:
        canvas, step = self._window.sketch.canvas, self._step % (POINTS + 2)
        self._step += 1
        if step == 0:
            self._window.sketch.document.clear()
        kind = QEvent.Type.MouseButtonPress if step == 0 else QEvent.Type.MouseMove
        if step == POINTS + 1:
            kind = QEvent.Type.MouseButtonRelease
        self.moves.append(time.perf_counter())
        _send(canvas, kind, _place(canvas, step / POINTS))


class Watch(QObject):
    """Times the gaps between ticks, and the way from a move of the pen to new bars."""

    def __init__(self, window: MainWindow, pen: Pen) -> None:
        super().__init__()
        self._pen = pen
        self._asked: dict[int, int] = {}  # question -> moves that it covers
        self._answered = self._painted = len(pen.moves)  # earlier moves aren't timed
        self.gaps_ms: list[float] = []
        self.pen_to_bars_ms: list[float] = []
        reader, bars = window.sketch.reader, window.sketch.answer.bars
        reader.question_asked.connect(self._on_asked)
        reader.answered.connect(self._on_answered)
        bars.installEventFilter(self)
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            now = time.perf_counter()
            newly = self._pen.moves[self._painted : self._answered]
            self.pen_to_bars_ms += [(now - sent) * 1000 for sent in newly]
            self._painted = max(self._painted, self._answered)
        return False

    def _on_asked(self, number: int, image: object) -> None:
        self._asked[number] = len(self._pen.moves)

    def _on_answered(self, reading: Reading) -> None:
        self._answered = self._asked.get(reading.number, self._answered)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


class Frames(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def fluid(window: MainWindow, scene: str, seconds: float) -> dict[str, object]:
    """Draw and train for some seconds; "idle" only draws, "evaluating" evaluates, too."""
    if scene == "landscape":
        _survey_on_and_on(window)
    elif scene != "idle":
        _train(window, _MODELS.get(scene, scene))
    if scene == "evaluating":
        _evaluate_on_and_on(window)
    if scene == "standing":
        _measure_on_and_on(window)
    if scene.startswith("network"):
        window.pages.open("inside")
    pen = Pen(window)
    _pass(SETTLE_S)
    watch = Watch(window, pen)
    drawn = window.findChild(QWidget, "networkView")
    frames = Frames(drawn) if drawn else None
    _pass(seconds)
    found: dict[str, object] = {
        "gaps_ms": watch.gaps_ms[1:],
        "pen_to_bars_ms": watch.pen_to_bars_ms,
    }
    return found | ({"frames_a_second": frames.count / seconds} if frames else {})


def memory(window: MainWindow, seconds: float) -> dict[str, float]:
    """Tell the resident memory after a tenth of the time, and at the end."""
    _train(window, "simple_net")
    pen = Pen(window)
    _pass(seconds / 10)
    first_mb = _resident_mb(window)
    _pass(seconds * 9 / 10)
    return {"first_mb": first_mb, "last_mb": _resident_mb(window), "moves": len(pen.moves)}


def points(window: MainWindow, seconds: float) -> dict[str, float]:
    """Tell how often the curves can be painted anew with 100,000 points in them."""
    import numpy as np

    curves, rng = window.training.curves, np.random.default_rng(0)
    losses = (np.exp(-np.arange(100_000) / 20_000) + rng.random(100_000) / 5).astype(np.float32)
    window.model.step()  # a run of one batch, to which the others are added
    wait_until(lambda: window.model.trainer.state is State.PAUSED)
    window.model.runs.add(StepReport(n + 1, 1, losses[n : n + 1], 0.1, 1.0) for n in range(100_000))
    frames, until = 0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        frames += 1
        window.model.runs.add([StepReport(100_000 + frames, 1, losses[:1], 0.1, 1.0)])
        curves.wake()
        curves.draw()
        for card in curves.plots:
            card.plot.viewport().repaint()
        QCoreApplication.processEvents()
    return {"frames_a_second": frames / seconds}


def _train(window: MainWindow, model: str, epochs: int | None = None) -> None:
    settings = window.training.panel.settings
    window.model.datasets.choose("mnist" if model == "convnet" else "mnist_sample")
    settings.model.setCurrentText(model)
    settings.epochs.setValue(epochs or settings.epochs.maximum())
    window.model.train()


def _evaluate_on_and_on(window: MainWindow) -> None:
    """Open Evaluate, and let it read the validation images again whenever it has done so."""
    page = window.pages.open("evaluate")
    assert isinstance(page, EvaluatePage)
    _again_and_again(window, page.evaluate)


def _survey_on_and_on(window: MainWindow) -> None:
    """Train a convnet for an epoch, and compute its landscape again whenever that is done."""
    _train(window, "convnet", epochs=1)
    wait_until(lambda: bool(window.model.runs.runs) and window.model.trainer.is_free, 120_000)
    window.training.landscapes.open()
    shown = window.training.landscapes.window
    assert shown
    _again_and_again(window, shown.again.click)


def _again_and_again(window: MainWindow, ask: Callable[[], None]) -> None:
    timer = QTimer(window, interval=TICK_MS)
    timer.timeout.connect(lambda: ask() if window.model.questions.are_answered else None)
    timer.start()


def _measure_on_and_on(window: MainWindow) -> None:
    """Let Evaluate measure what the network can stand, over and over, with the sketch turned."""
    page = window.pages.open("evaluate")
    assert isinstance(page, EvaluatePage)
    page.views.tabs.setCurrentIndex(ROBUSTNESS)
    panel = page.robustness
    assert panel is not None
    panel.bar.slider.setValue(25)
    timer = QTimer(panel, interval=TICK_MS)

    def begin() -> None:
        if not panel.measuring.is_under_way:
            panel.measuring.measure_again()

    timer.timeout.connect(begin)
    timer.start()


def _send(widget: QWidget, kind: QEvent.Type, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    spot = widget.mapToGlobal(place)
    plain = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, place, spot, button, held, plain)
    QCoreApplication.sendEvent(widget, event)


def _place(widget: QWidget, share: float) -> QPointF:
    """A loop with a tail, like a 9 in one stroke."""
    angle = 2.5 * math.pi * share
    radius = 0.3 * (1 - 0.3 * share)
    x, y = 0.5 + radius * math.cos(angle), 0.4 - radius * math.sin(angle) + 0.25 * share
    return QPointF(x * widget.width(), y * widget.height())


def _pass(seconds: float) -> None:
    until = time.perf_counter() + seconds
    wait_until(lambda: time.perf_counter() >= until, int(seconds * 1000) + 1000)


def _resident_mb(window: MainWindow) -> float:
    """Return what the window and its worker's process hold together."""
    worker = window.model.link.process
    assert worker is not None
    pids = (os.getpid(), worker.pid)
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    scene, seconds = sys.argv[1], float(sys.argv[2])
    create_application()
    keep_settings_in(tempfile.mkdtemp())
    window = create_window()
    window.resize(1366, 768)
    present(window)
    wait_until(lambda: window.sketch.answer.source is not None)
    special: dict[str, Callable[[MainWindow, float], dict[str, float]]]
    special = {"memory": memory, "points": points}
    if scene in special:
        result: object = special[scene](window, seconds)
    else:
        result = fluid(window, scene, seconds)
    window.close()
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
