"""The page "Look inside" in the real window: the starter, a run, the means, and the sketch."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.inspect.layer_tabs import FIRST_LAYER, MEANS
from desktop.inspect.looking import pictures
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from desktop.training.model_questions import save_model
from desktop.worker.run_state import State
from engine.inference.classifier import Classifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> InsidePage:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    made = window.findChild(InsidePage)
    qtbot.waitUntil(lambda: made.tabs.count() > FIRST_LAYER)
    made.tabs.setCurrentIndex(FIRST_LAYER)
    qtbot.waitUntil(lambda: len(made.layers.weights.mosaic.values) > 0)
    return made


def draw(window: MainWindow) -> None:
    document = window.sketch.document
    document.begin_stroke(0.3, 0.3)
    document.extend_stroke(0.7, 0.3)
    document.finish_stroke()


def test_the_starters_filters_and_no_gradient(page: InsidePage) -> None:
    assert page.layers.weights.mosaic.values.shape[1:] == (5, 5)
    assert page.layers.gradient.empty.isVisible()
    assert "Press “Train”" in page.layers.gradient.empty.text()
    assert not page.layers.flow.stations


def test_the_sketch_goes_through_the_layers(
    page: InsidePage, window: MainWindow, qtbot: QtBot
) -> None:
    draw(window)
    qtbot.waitUntil(lambda: bool(page.layers.flow.stations))
    assert page.layers.flow.stations[0].values[0].max() > 0.5
    assert page.layers.flow.stations[-1].names[:10] == tuple("0123456789")
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: not page.layers.flow.stations[0].isVisible())


def test_weights_and_gradients_move_while_it_learns(
    page: InsidePage,
    window: MainWindow,
    qtbot: QtBot,
    wait_for_state: Callable[[State], None],
    tmp_path: Path,
) -> None:
    settings = window.training.panel.settings
    settings.model.setCurrentText("linear")
    settings.epochs.setValue(1000)
    window.model.train()
    mosaic, seen = page.layers.gradient.mosaic, list[bytes]()
    qtbot.waitUntil(lambda: mosaic.isVisible() and mosaic.values.any())
    assert page.layers.weights.mosaic.values.shape == (1, 28, 28)
    assert page.layers.weights.mosaic.names == ("3 (+)  7 (−)",)

    def moved() -> bool:
        seen.append(page.layers.weights.mosaic.values.tobytes())
        return len(set(seen)) > 2

    qtbot.waitUntil(moved)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    saved = tmp_path / "model.safetensors"
    asked = window.model.questions.ask(save_model(saved))
    with qtbot.waitSignal(asked.ended):
        pass
    weights = Classifier.load(saved).model[0].weight.detach().numpy()
    qtbot.waitUntil(
        lambda: np.array_equal(page.layers.weights.mosaic.values[0].ravel(), weights[0])
    )


def test_the_means_are_the_books(
    page: InsidePage, window: MainWindow, qtbot: QtBot, mnist_sample: object
) -> None:
    qtbot.waitUntil(lambda: window.sketch.baseline.means is not None)
    page.tabs.setCurrentIndex(MEANS)
    means = window.sketch.baseline.means
    assert means is not None
    assert np.array_equal(page.layers.weights.mosaic.values, means.means)
    qtbot.waitUntil(lambda: page.layers.gradient.mosaic.isVisible())
    apart = page.layers.gradient.mosaic.values[0]
    assert np.allclose(apart, means.means[0] - means.means[1:].mean(axis=0), atol=1e-6)


def test_a_hidden_page_asks_nothing(page: InsidePage, window: MainWindow, qtbot: QtBot) -> None:
    window.pages.open("training")
    qtbot.waitUntil(lambda: not page.live._question.is_awaited)
    asked: list[int] = []
    window.model.questions.answer_requested.connect(lambda number, _: asked.append(number))
    page.live.refresh()
    assert not asked
    window.pages.open("inside")
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_weights_become_pictures() -> None:
    assert pictures(np.zeros((30, 784), np.float32)).shape == (30, 28, 28)
    assert pictures(np.zeros((8, 4, 5, 5), np.float32)).shape == (32, 5, 5)
    assert pictures(np.zeros((10, 30), np.float32)).shape == (1, 10, 30)
    assert pictures(np.zeros((128, 1024), np.float32)).shape == (128, 32, 32)
