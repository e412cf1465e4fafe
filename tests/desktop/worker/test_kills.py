"""The worker is killed again and again at any moment: the window goes on, or says what to do."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.answer.answer_words import NOTHING
from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.training.model_questions import search_lr
from desktop.worker import link
from desktop.worker.run_state import Event
from engine.config import TrainConfig
from tests.patience import PATIENCE_MS

SEVEN = np.array([[120, 100], [280, 100], [240, 200], [200, 330]])
LONGEST_WAIT_S = 1.5  # a worker needs about half of it to become ready
Drag = Callable[[QWidget, np.ndarray], None]


def kill(window: MainWindow) -> None:
    process = window.model.link.process
    if process is not None and process.pid is not None:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
        process.join(PATIENCE_MS / 1000)  # of which the window hasn't heard yet


def wishes(window: MainWindow, drag: Drag, dice: random.Random) -> Iterator[Callable[[], object]]:
    """Give one thing after the other that people do, whatever state the window is in."""
    model, trainer = window.model, window.model.trainer

    def if_allowed(event: Event, act: Callable[[], object]) -> None:
        if trainer.allows(event):
            act()

    all_of_them = [
        lambda: drag(window.sketch.canvas, SEVEN),
        model.train,
        model.step,
        model.pause,
        trainer.stop,
        lambda: if_allowed(Event.STOP, trainer.stop),
        lambda: model.questions.ask(search_lr("mnist_sample", TrainConfig())),
        lambda: window.pages.open(dice.choice(("data", "evaluate", "inside", "training"))),
        model.link.give_back,
    ]
    while True:
        yield dice.choice(all_of_them)


def works(window: MainWindow, qtbot: QtBot, drag: Drag) -> None:
    """Check that the window is as it should be: it trains, and reads the sketch."""
    trainer, link_ = window.model.trainer, window.model.link
    qtbot.waitUntil(lambda: link_.process is None or link_.process.exitcode is None)
    if link_.has_given_up:
        assert window.banner.remedy.text() == "Try again"
        link_.try_again()
    trainer.stop()
    qtbot.waitUntil(lambda: trainer.is_free)
    drag(window.sketch.canvas, SEVEN)
    answer, reader = window.sketch.answer, window.sketch.reader
    qtbot.waitUntil(lambda: answer.digit.text() not in ("", NOTHING) and not reader.is_waiting)
    qtbot.waitUntil(lambda: window.model.questions.are_answered)


def go_through(kills: int, seed: int, qtbot: QtBot, drag: Drag) -> None:
    """Kill a window's worker so often, use the window between, and close it."""
    dice = random.Random(seed)
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    wish = wishes(window, drag, dice)
    for _ in range(kills):
        until = time.monotonic() + dice.uniform(0, LONGEST_WAIT_S)
        while time.monotonic() < until:
            next(wish)()
            qtbot.wait(dice.randrange(1, 200))
        kill(window)
        if window.model.link.has_given_up:
            window.model.link.try_again()
    kill(window) if dice.random() < 0.5 else works(window, qtbot, drag)
    worker = window.model.link.process
    window.close()
    if worker is not None and worker.pid is not None:
        worker.join(PATIENCE_MS / 1000)
        assert worker.exitcode is not None


@pytest.fixture(autouse=True)
def _soon_steady(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "STEADY_S", 0.3)


@pytest.mark.parametrize("seed", range(1))
def test_a_few_kills(seed: int, qtbot: QtBot, drag: Drag) -> None:
    go_through(4, seed, qtbot, drag)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_two_hundred_kills(seed: int, qtbot: QtBot, drag: Drag) -> None:
    go_through(10, 100 + seed, qtbot, drag)
