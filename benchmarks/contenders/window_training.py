"""A run in the real window, by its Train button, with the curves on and a sketch on the pad.

The CPU time is that of both processes, the window's and the one that trains.

usage: window_training EPOCHS
"""

import os
import sys
import tempfile
import time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.contender import Result, serve
from desktop.app import create_application, create_window, present
from desktop.selftest import click, drag, three, wait_until
from desktop.shell.preferences import keep_settings_in
from engine.reports import EpochReport, Report

LONGEST_MS = 600_000


class Notes:
    """CPU and wall seconds since the run began, for each epoch when the window hears of it."""

    def __init__(self) -> None:
        self.epochs: list[Result] = []
        self.has_ended = False

    def begin(self, _: object) -> None:
        self._cpu, self._wall = cpu_seconds(), time.perf_counter()

    def hear(self, reports: tuple[Report, ...]) -> None:
        for report in reports:
            if isinstance(report, EpochReport):
                passed = {
                    "cpu": cpu_seconds() - self._cpu,
                    "wall": time.perf_counter() - self._wall,
                }
                self.epochs.append({**passed, "accuracy": report.valid_accuracy})

    def end(self, *_: object) -> None:
        self.has_ended = True


def cpu_seconds() -> float:
    """Return what this process and the worker's have used."""
    process: Any = window.model.link.process
    return time.process_time() + time.clock_gettime(_cpu_clock(process.pid))


def _cpu_clock(pid: int) -> int:
    """Return the number of a process's CPU clock, as clock_getcpuclockid of Linux makes it."""
    return (~pid << 3) | 2


def train(seed: int) -> Result:
    """Press Train, and wait for the end."""
    notes, trainer = Notes(), window.model.trainer
    window.training.panel.settings.seed.setValue(seed)
    heard = (
        (trainer.run_started, notes.begin),
        (trainer.reported, notes.hear),
        (trainer.run_ended, notes.end),
    )
    for signal, slot in heard:
        signal.connect(slot)
    click(window, window.training.panel.train_button)
    wait_until(lambda: notes.has_ended, LONGEST_MS)
    for signal, slot in heard:
        signal.disconnect(slot)
    return {"epochs": notes.epochs}


application = create_application()
keep_settings_in(tempfile.mkdtemp())
window = create_window()
window.resize(1366, 768)
present(window)
wait_until(lambda: window.sketch.answer.source is not None, LONGEST_MS)
window.training.panel.settings.epochs.setValue(int(sys.argv[1]))
drag(window, window.sketch.canvas, three())
serve(train)
window.close()
