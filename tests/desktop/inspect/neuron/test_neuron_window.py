"""One neuron in its window: it adds up, follows the sketch, and a map's place is chosen."""

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.inspect.network_view import Neuron
from desktop.inspect.neuron.window import NeuronWindow
from desktop.inspect.neuron.words import sum_words
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from engine.analysis.neuron import closeup, excitement
from engine.inference.classifier import Classifier
from tests.desktop.inspect.test_network import middle, page

__all__ = ["page"]
PATIENCE_MS = 60_000


@pytest.fixture
def opened(page: InsidePage, qtbot: QtBot) -> NeuronWindow:
    """A neuron of the starter's third layer, opened by a click, with all that it shows."""
    at = Neuron(2, 17)
    view = page.network.view
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, at))
    assert page.neuron is not None
    qtbot.waitUntil(lambda: page.neuron.closeup is not None, timeout=PATIENCE_MS)
    return page.neuron


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+\.\d+", text.replace("−", "-"))]


def test_it_shows_what_the_engine_says_of_the_starter(
    opened: NeuronWindow, window: MainWindow
) -> None:
    expected = closeup(Classifier.starter("mnist"), window.sketch.reader.image, 2, 17)
    shown = (opened.weights.values, opened.inputs.values, opened.products.values)
    for values, wanted in zip(
        shown, (expected.weights, expected.inputs, expected.products), strict=True
    ):
        np.testing.assert_allclose(values, wanted, atol=1e-5)
    assert opened.heading.text() == "Layer 3, neuron 17"
    assert opened.sum.text() == sum_words(expected)
    assert not opened.map.isVisible()
    assert opened.without.text().startswith("Without it: ")


def test_the_written_sum_adds_up(opened: NeuronWindow) -> None:
    seen = opened.closeup
    text = opened.sum.text()
    products, bias, total, value = numbers(text)
    bias = -bias if " − " in text else bias
    assert products + bias == pytest.approx(total, abs=1e-9)
    assert total == pytest.approx(seen.sum, abs=5.1e-4)
    assert value == pytest.approx(max(seen.sum, 0), abs=5.1e-4)


def test_it_follows_the_sketch(opened: NeuronWindow, window: MainWindow, qtbot: QtBot) -> None:
    before = opened.sum.text()
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: opened.sum.text() != before, timeout=PATIENCE_MS)


def test_a_place_of_a_map_is_chosen_by_keys(
    page: InsidePage, opened: NeuronWindow, window: MainWindow, qtbot: QtBot
) -> None:
    opened.show_neuron(Neuron(1, 5), "Layer 2, map 5")
    qtbot.waitUntil(lambda: opened.map.isVisible() and opened.map.values.size > 0)
    keys = Qt.Key
    for key in (keys.Key_Down, keys.Key_Down, keys.Key_Down, keys.Key_Right):  # the first begins
        qtbot.keyClick(opened.map, key)
    qtbot.waitUntil(lambda: opened.closeup.spot == (2, 1), timeout=PATIENCE_MS)
    image = window.sketch.reader.image
    expected = closeup(Classifier.starter("mnist"), image, 1, 5, (2, 1))
    np.testing.assert_allclose(opened.products.values, expected.products, atol=1e-5)
    top, left, height, width = expected.seen
    patch = image[top : top + height, left : left + width] / 255
    np.testing.assert_allclose(opened.pixels.values[0], patch, atol=1e-6)
    assert f"rows {top} to {top + height - 1}" in opened.where.text()


def test_twelve_training_images_excite_it_most(
    opened: NeuronWindow, window: MainWindow, qtbot: QtBot, mnist_sample: object
) -> None:
    found = opened.exciting
    qtbot.waitUntil(lambda: len(found.mosaic.values) == 12, timeout=PATIENCE_MS)
    model = Classifier.starter("mnist").model
    values = excitement(model, np.rint(found.mosaic.values * 255).astype(np.uint8), 2, 17)
    assert (np.diff(values) <= 1e-4).all()
    some = mnist_sample.train.images[::40]
    assert values.min() >= np.sort(excitement(model, some, 2, 17))[-12:].min() - 1e-4
    assert set(found.mosaic.names) <= {"3", "7"}


def test_the_search_can_be_cancelled(opened: NeuronWindow, qtbot: QtBot) -> None:
    opened.exciting.button.click()
    if opened.exciting.button.text() == "Cancel":  # it was over, and began anew
        opened.exciting.button.click()
    assert opened.exciting.button.text() == "Search again"


def test_it_closes_when_another_network_answers(
    opened: NeuronWindow, window: MainWindow, qtbot: QtBot
) -> None:
    window.training.panel.settings.model.setCurrentText("linear")
    window.model.step()
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=PATIENCE_MS)
