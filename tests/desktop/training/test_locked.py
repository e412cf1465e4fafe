"""What must wait for a run's end does so wherever it is asked for: by menus and by files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.worker.messages import Kind
from desktop.worker.run_state import State
from engine.inference.classifier import Classifier
from tests.mostly_long import mostly_long


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return a model's file."""
    path = tmp_path / "mine.safetensors"
    Classifier.starter("mnist").save(path)
    return path


@pytest.fixture
def begin(window: MainWindow, wait_for_state: Callable[[State], None]) -> Callable[[], None]:
    """Return a function that begins a run which goes on until it is stopped."""

    def run() -> None:
        window.training.panel.settings.epochs.setValue(100_000)
        window.model.train()
        wait_for_state(State.RUNNING)

    return run


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    canvas, copy = window.sketch.canvas, Qt.DropAction.CopyAction
    QApplication.sendEvent(canvas, QDragEnterEvent(QPoint(50, 50), copy, mime, *keys))
    QApplication.sendEvent(canvas, QDropEvent(QPointF(50, 50), copy, mime, *keys))


def choose_recent(window: MainWindow, path: Path) -> None:
    window.recent.add(path)
    menu = QMenu()
    window.recent.fill(menu)
    menu.actions()[0].trigger()


@pytest.mark.parametrize("let_in", mostly_long([drop, choose_recent], {0}))
def test_a_model_waits_for_the_runs_end(
    window: MainWindow,
    begin: Callable[[], None],
    model: Path,
    wait_for_state: Callable[[State], None],
    qtbot: QtBot,
    let_in: Callable[[MainWindow, Path], None],
) -> None:
    begin()
    let_in(window, model)
    assert "Stop the run first" in window.banner.message.text()
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert window.sketch.answer.source.kind is Kind.RUN
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    let_in(window, model)
    qtbot.waitUntil(lambda: window.sketch.answer.source.kind is Kind.FILE)


def test_recent_data_wait_for_the_runs_end(
    window: MainWindow,
    begin: Callable[[], None],
    tmp_path: Path,
    wait_for_state: Callable[[State], None],
) -> None:
    datasets, menu = window.model.datasets, QMenu()
    datasets.remember([tmp_path])
    begin()
    window.datasets.fill_recent(menu)
    menu.actions()[0].trigger()
    assert datasets.chosen == "mnist_sample"
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    window.datasets.fill_recent(menu)
    menu.actions()[0].trigger()
    assert datasets.chosen == tmp_path
