"""One window, used for a long time: what grows, and whether it gets slower.

    python -m tests.attacks.soak --minutes 60

Draws, trains, asks, opens pages and files, and goes through lessons, again and again. Each minute
tells the memory of both processes, descriptors, threads and the gaps of the window's event loop.
"""

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from desktop.app import create_window, present
from desktop.main_window import MainWindow
from desktop.worker.run_state import Event
from tests.attacks import good_files, stage
from tests.attacks.mutations import Dice

TICK_MS = 5
MOST_GROWTH = 0.03
MOST_SLOWER = 1.2
_RUNS_KEPT = 3


@dataclass(frozen=True)
class Reading:
    """How things stand at one moment."""

    window_mb: float
    worker_mb: float
    window_files: int
    worker_files: int
    window_threads: int
    worker_threads: int
    gap_ms: float  # 99 of 100 turns of the event loop came sooner

    def __str__(self) -> str:
        return "  ".join(f"{getattr(self, field.name):8.1f}" for field in fields(self))


class Gaps:
    """Measures how long the window's event loop is away between two ticks of a timer."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._found_ms: list[float] = []
        self._timer = QTimer(interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        self._found_ms.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()

    def of_late(self) -> float:
        """Return the 99th percentile since the last look."""
        found, self._found_ms = self._found_ms, []
        return float(np.percentile(found, 99)) if found else 0.0

    def stop(self) -> None:
        self._timer.stop()


class User:
    """Uses the window as people do, in rounds of about half a minute."""

    def __init__(self, window: MainWindow, dice: Dice, folder: Path) -> None:
        self._window, self._dice, self._folder = window, dice, folder
        (folder / "a.png").write_bytes(good_files.picture("PNG"))
        (folder / "a.svg").write_bytes(good_files.sketch())

    def round(self) -> None:
        """Train a while, look at every page, draw all along, and clear up."""
        model = self._window.model
        for name in self._window.pages.names:
            self._window.pages.open(name)
            self._draw()
            stage.live(700)
            self._train_or_stop()
            self._draw()
            stage.live(700)
            QTest.keyClick(self._window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        for file in ("a.png", "a.svg"):
            self._window.open_file(self._folder / file)
            stage.live(400)
        self._window.sketch.clear_button.click()
        model.trainer.stop()
        stage.live_until(lambda: model.trainer.is_free)
        old = [run.number for run in model.runs.runs[:-_RUNS_KEPT]]
        if old:
            self._window.training.desk.delete(model.runs.runs[:-_RUNS_KEPT])

    def _draw(self) -> None:
        canvas = self._window.sketch.canvas
        at = self._dice.integers(20, 200, (12, 2)).tolist()
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(canvas, left, pos=_point(at[0]))
        for place in at[1:]:
            QTest.mouseMove(canvas, _point(place))
            stage.live(15)
        QTest.mouseRelease(canvas, left, pos=_point(at[-1]))

    def _train_or_stop(self) -> None:
        model = self._window.model
        if model.trainer.allows(Event.START):
            model.train()
        elif self._dice.random() < 0.3:
            model.trainer.stop()


def _point(place: list[int]) -> QPoint:
    return QPoint(*place)


def reading(window: MainWindow, gaps: Gaps) -> Reading:
    process = window.model.link.process
    mine, other = os.getpid(), (process.pid if process else None) or os.getpid()
    gc.collect()
    return Reading(
        *(memory_mb(mine), memory_mb(other)),
        *(len(os.listdir(f"/proc/{mine}/fd")), len(os.listdir(f"/proc/{other}/fd"))),
        *(len(os.listdir(f"/proc/{mine}/task")), len(os.listdir(f"/proc/{other}/task"))),
        gaps.of_late(),
    )


def memory_mb(process: int) -> float:
    """Return the memory that the process wrote to, in RAM or swapped out.

    Pages of libraries that it only reads aren't counted: they are private or shared by turns, as
    other programs with the same libraries come and go.
    """
    status = Path(f"/proc/{process}/smaps_rollup").read_text()
    counted = ("Anonymous:", "SwapPss:")
    parts = [line.split()[1] for line in status.splitlines() if line.startswith(counted)]
    return sum(map(int, parts)) / 1024


def soak(minutes: float, warm_up_minutes: float, tell: Callable[[str], None]) -> list[str]:
    """Use a window so long; return what grew beyond what is allowed."""
    readings: list[Reading] = []
    with stage.temporary_folder() as folder, stage.own_folders(folder):
        with stage.unseen_faults() as faults:
            window = create_window()
            window.resize(1366, 768)
            present(window)
            stage.live_until(lambda: window.sketch.answer.source is not None)
            user, gaps = User(window, np.random.default_rng(0), folder), Gaps()
            warm_until = time.monotonic() + warm_up_minutes * 60
            while time.monotonic() < warm_until:
                user.round()
            gaps.of_late()
            tell("minute  " + "  ".join(f.name for f in fields(Reading)))
            began, lasted_s = time.monotonic(), 0.0
            while not readings or lasted_s < minutes * 60:
                user.round()
                lasted_s = time.monotonic() - began
                if lasted_s >= 60 * len(readings):
                    readings.append(reading(window, gaps))
                    tell(f"{lasted_s / 60:6.1f}  {readings[-1]}")
            gaps.stop()
            window.leave()
        if not window.model.link.has_ended:
            faults.append("the worker outlived the window")
        return [*faults, *growths(readings)]


def growths(readings: list[Reading]) -> list[str]:
    """Compare the end with the start: a sixth of the readings each, or three.

    What the worker has in hand at a reading is now more, now less, by up to a tenth of all.
    """
    some = max(1, min(3, len(readings) // 2), len(readings) // 6)
    found = []
    for field in fields(Reading):
        values = [getattr(reading, field.name) for reading in readings]
        start, end = float(np.median(values[:some])), float(np.median(values[-some:]))
        most = {"_mb": 1 + MOST_GROWTH, "_ms": MOST_SLOWER}.get(field.name[-3:], 1.0)
        if end > most * start:
            found.append(f"{field.name} rose from {start:.1f} to {end:.1f}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--warm-up", type=float, default=5, help="minutes before it counts")
    options = parser.parse_args()
    stage.prepare()
    found = soak(options.minutes, options.warm_up, lambda line: print(line, flush=True))
    print(*(found or ["nothing grew"]), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
