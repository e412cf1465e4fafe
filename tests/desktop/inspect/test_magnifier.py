"""A click, or Enter, opens one picture of the page "Look inside" large, and says what it is."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.inspect.layer_tabs import FIRST_LAYER
from desktop.inspect.magnifier import Magnifier
from desktop.inspect.mosaic import Mosaic
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from tests.desktop.inspect.test_page import draw, page

__all__ = ["page"]


@pytest.fixture
def read(page: InsidePage, window: MainWindow, qtbot: QtBot) -> InsidePage:
    """Return the page with a sketch on its way through the starter, a convolutional network."""
    draw(window)
    qtbot.waitUntil(lambda: len(page.layers.flow.stations) > 3)
    return page


def middle(mosaic: Mosaic, tile: int) -> QPoint:
    x, y = mosaic.tiling().corner(tile)
    width, height = mosaic.tiling().tile
    return QPoint(int(x + 1 + width / 2), int(y + 1 + height / 2))


def opened(page: InsidePage) -> Magnifier:
    magnifier = page.findChild(Magnifier)
    assert magnifier is not None
    assert magnifier.isVisible()
    return magnifier


def test_a_click_shows_a_map_large_and_says_what_it_is(read: InsidePage, qtbot: QtBot) -> None:
    station = read.layers.flow.stations[1]
    count, height, width = station.values.shape
    qtbot.mouseClick(station, Qt.MouseButton.LeftButton, pos=middle(station, 3))
    magnifier = opened(read)
    assert magnifier.card.heading.text() == f"Convolution: map 3 of {count}, counted from 0"
    assert magnifier.card.detail.text().startswith(f"{height} × {width}, from ")
    shown = magnifier.card.mosaic
    assert np.array_equal(shown.values, station.values[3:4])
    assert shown.scale == station.scale
    assert shown.tiling().scale > 2 * station.tiling().scale
    qtbot.keyClick(magnifier, Qt.Key.Key_Escape)
    assert not magnifier.isVisible()


def test_enter_opens_it_and_it_follows_the_sketch(
    read: InsidePage, window: MainWindow, qtbot: QtBot
) -> None:
    station = read.layers.flow.stations[1]
    station.setFocus()
    qtbot.keyClick(station, Qt.Key.Key_Right)
    qtbot.keyClick(station, Qt.Key.Key_PageDown)
    qtbot.keyClick(station, Qt.Key.Key_Return)
    magnifier = opened(read)
    assert "map 1 of " in magnifier.card.heading.text()
    before = magnifier.card.mosaic.values.copy()
    window.sketch.document.begin_stroke(0.5, 0.3)
    window.sketch.document.extend_stroke(0.5, 0.8)
    window.sketch.document.finish_stroke()
    shown = magnifier.card.mosaic
    qtbot.waitUntil(lambda: not np.array_equal(shown.values, before))
    assert np.array_equal(shown.values, read.layers.flow.stations[1].values[1:2])


def test_single_numbers_are_shown_together_by_their_names(read: InsidePage, qtbot: QtBot) -> None:
    last = read.layers.flow.stations[-1]
    qtbot.mouseMove(last, middle(last, 10))
    assert "“?”, no class at all" in read.layers.flow.readout.text()
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton, pos=middle(last, 2))
    shown = opened(read).card.mosaic
    assert shown.names == last.names
    assert len(shown.values) == len(last.values)


def test_weights_are_named_by_their_maps(read: InsidePage, qtbot: QtBot) -> None:
    read.tabs.setCurrentIndex(FIRST_LAYER + 1)
    mosaic = read.layers.weights.mosaic
    layer = read.tabs.layers[1]
    qtbot.waitUntil(lambda: len(mosaic.values) == layer.shape[0] * layer.shape[1])
    tile = 2 * layer.shape[1] + 1
    qtbot.mouseClick(mosaic, Qt.MouseButton.LeftButton, pos=middle(mosaic, tile))
    magnifier = opened(read)
    assert magnifier.card.heading.text().endswith("filter 2 for map 1")
    assert np.array_equal(magnifier.card.mosaic.values[0], mosaic.values[tile])
    window = read.window()
    assert isinstance(window, MainWindow)
    settings = window.training.panel.settings
    settings.model.setCurrentText("linear")
    window.model.step()  # another network: it has one picture only
    qtbot.waitUntil(lambda: not magnifier.isVisible())


def test_layers_are_explained(read: InsidePage) -> None:
    tips = [read.tabs.tabToolTip(at) for at in range(read.tabs.count())]
    assert all(tips)
    assert "come out as the answer" in tips[-1]
    assert "convolution" in tips[FIRST_LAYER]
