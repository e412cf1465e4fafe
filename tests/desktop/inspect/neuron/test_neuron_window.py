"""One neuron in its window: it adds up, follows the sketch, and a map's place is chosen."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.inspect.network_view import Neuron
from desktop.inspect.neuron.window import NeuronWindow
from desktop.inspect.neuron.words import sum_words
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from engine.analysis.neuron import closeup, excitement
from engine.analysis.traced import Choice
from engine.inference.classifier import Classifier
from tests.desktop.inspect.test_network import middle, page

__all__ = ["page"]


@pytest.fixture
def opened(page: InsidePage, qtbot: QtBot) -> NeuronWindow:
    """A neuron of the starter's third layer, opened by a click, with all that it shows."""
    at = Neuron(2, 17)
    view = page.network.view
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, at))
    assert page.neuron is not None
    qtbot.waitUntil(lambda: page.neuron.closeup is not None)
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


def test_it_names_what_brings_most_and_how_much(
    page: InsidePage, opened: NeuronWindow, qtbot: QtBot
) -> None:
    for at in (Neuron(2, 17), Neuron(1, 5), Neuron(0, 3), Neuron(3, 7)):
        opened.closeup = None
        opened.show_neuron(at, "", 11)
        qtbot.waitUntil(lambda: opened.closeup is not None)
        products = opened.closeup.products
        told = numbers(opened.strongest.text())
        most = sorted(products.ravel(), key=abs, reverse=True)[:3]
        assert told == pytest.approx(most, abs=5.1e-4)
        first = re.findall(r"(?<![\d.])\d+(?![\d.])", opened.strongest.text())
        place = [int(part) for part in np.unravel_index(abs(products).argmax(), products.shape)]
        named = [part for part, size in zip(place, products.shape, strict=True) if size > 1]
        assert [int(part) for part in first][: len(named)] == named


def test_another_neuron_of_the_layer_is_chosen_by_its_number(
    opened: NeuronWindow, window: MainWindow, qtbot: QtBot
) -> None:
    assert (opened.number.value(), opened.number.maximum()) == (17, 127)
    opened.number.setFocus()
    qtbot.keyClick(opened.number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(opened.number, "7")
    qtbot.keyClick(opened.number, Qt.Key.Key_Return)
    assert opened.heading.text() == "Layer 3, neuron 7"
    expected = closeup(Classifier.starter("mnist"), window.sketch.reader.image, 2, 7)
    qtbot.waitUntil(lambda: opened.sum.text() == sum_words(expected))


def test_nothing_of_a_neuron_stands_under_the_name_of_another(
    opened: NeuronWindow, window: MainWindow, qtbot: QtBot
) -> None:
    opened.live.refresh()  # the answer to this one comes under the next name
    sums = [opened.sum.text()]
    assert sums[0]
    opened.live.answered.connect(lambda _: sums.append(opened.sum.text()))
    opened.number.setValue(7)
    assert opened.heading.text() == "Layer 3, neuron 7"
    assert not opened.sum.text()
    assert not opened.without.text()
    assert not np.any(opened.weights.values)
    assert not opened.curve.curve.size
    image = window.sketch.reader.image
    expected = sum_words(closeup(Classifier.starter("mnist"), image, 2, 7))
    qtbot.waitUntil(lambda: sums[-1] == expected)
    assert set(sums[1:]) <= {"", expected}


def test_enter_in_its_number_presses_no_button(opened: NeuronWindow, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for button in opened.findChildren(QPushButton):
        button.clicked.connect(lambda _, b=button: pressed.append(b.text()))
    opened.number.setFocus()
    qtbot.keyClick(opened.number, Qt.Key.Key_Return)
    assert not pressed


def test_a_click_on_a_weight_walks_its_gradient(
    page: InsidePage, opened: NeuronWindow, qtbot: QtBot
) -> None:
    mosaic = opened.weights
    tiling = mosaic.tiling()
    x, y = tiling.corner(1)
    place = QPoint(int(x + 2.5 * tiling.scale) + 1, int(y + 1.5 * tiling.scale) + 1)
    qtbot.mouseClick(mosaic, Qt.MouseButton.LeftButton, pos=place)
    _, height, width = mosaic.values.shape
    wanted = Choice(2, 17, (1 * height + 1) * width + 2, 0)
    qtbot.waitUntil(lambda: page.step is not None and page.step.taken is not None)
    assert page.step.taken.traced.choice == wanted


def test_it_follows_the_sketch(opened: NeuronWindow, window: MainWindow, qtbot: QtBot) -> None:
    before = opened.sum.text()
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: opened.sum.text() != before)


def test_a_place_of_a_map_is_chosen_by_keys(
    page: InsidePage, opened: NeuronWindow, window: MainWindow, qtbot: QtBot
) -> None:
    opened.show_neuron(Neuron(1, 5), "Layer 2, map 5", 64)
    qtbot.waitUntil(lambda: opened.map.isVisible() and opened.map.values.size > 0)
    keys = Qt.Key
    for key in (keys.Key_Down, keys.Key_Down, keys.Key_Down, keys.Key_Right):  # the first begins
        qtbot.keyClick(opened.map, key)
    qtbot.waitUntil(lambda: opened.closeup.spot == (2, 1))
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
    qtbot.waitUntil(lambda: len(found.mosaic.values) == 12)
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
    qtbot.waitUntil(lambda: not opened.isVisible())
