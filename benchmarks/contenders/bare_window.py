"""Gaps of the event loop of an empty window: what the machine takes, whatever a program does.

    python -m benchmarks.contenders.bare_window SECONDS

Beside it as many processes compute as there are cores, at the priority of the window's worker.
"""

import json
import os
import subprocess
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.contenders.window_scene import TICK_MS
from desktop.worker.serving import NICENESS

_SPIN = f"import os; os.nice({NICENESS})\nwhile True: pass"


class Gaps(QObject):
    """Times the gaps between the ticks of a timer."""

    def __init__(self) -> None:
        super().__init__()
        self.ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.ms.append((now - self._last) * 1000)
        self._last = now


def main() -> None:
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    spinning = [subprocess.Popen([sys.executable, "-c", _SPIN]) for _ in range(os.cpu_count() or 1)]
    gaps = Gaps()
    QTimer.singleShot(int(float(sys.argv[1]) * 1000), app.quit)
    app.exec()
    for process in spinning:
        process.kill()
        process.wait()
    print(json.dumps({"gaps_ms": gaps.ms[1:], "pen_to_bars_ms": []}), flush=True)


if __name__ == "__main__":
    main()
