"""The mosaic widget: what it paints, what is under the mouse and the keys, what it says."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.inspect.mosaic import Mosaic, Spot
from desktop.inspect.shades import Scale
from desktop.widgets.theme import LIGHT, palette

VALUES = np.arange(-9, 9, dtype=np.float32).reshape(2, 3, 3)


@pytest.fixture
def mosaic(qtbot: QtBot) -> Mosaic:
    widget = Mosaic("Weights")
    qtbot.addWidget(widget)
    widget.setPalette(palette(LIGHT))
    widget.resize(300, 160)
    widget.show_values(VALUES, Scale.of(VALUES), ("a", "b"))
    widget.show()
    return widget


def middle(mosaic: Mosaic, index: int, row: int, column: int) -> QPoint:
    tiling = mosaic.tiling()
    x, y = tiling.corner(index)
    return QPoint(
        int(x + 1 + (column + 0.5) * tiling.scale), int(y + 1 + (row + 0.5) * tiling.scale)
    )


def test_every_value_has_its_colour(mosaic: Mosaic) -> None:
    picture = mosaic.grab().toImage()
    table = Scale.of(VALUES).table(mosaic.palette())
    for place in np.ndindex(VALUES.shape):
        code = Scale.of(VALUES).codes(VALUES)[place]
        point = middle(mosaic, *place)
        assert picture.pixelColor(point).rgb() == table[code]


def test_the_mouse_reads_values(mosaic: Mosaic, qtbot: QtBot) -> None:
    spots: list[Spot | None] = []
    mosaic.spotted.connect(spots.append)
    qtbot.mouseMove(mosaic, middle(mosaic, 1, 2, 0))
    assert spots[-1] == Spot(1, 2, 0, 6.0)
    qtbot.mouseMove(mosaic, QPoint(299, 0))
    assert spots[-1] is None


def test_the_keys_walk_and_choose(mosaic: Mosaic, qtbot: QtBot) -> None:
    chosen: list[int] = []
    mosaic.chosen.connect(chosen.append)
    for key in ("Right", "Right", "Down", "PageDown", "Return"):
        qtbot.keyClick(mosaic, getattr(Qt.Key, f"Key_{key}"))
    assert mosaic.spot == Spot(1, 1, 1, 4.0)
    assert chosen == [1]


def test_it_says_what_it_shows(mosaic: Mosaic) -> None:
    assert mosaic.accessibleDescription() == "2 pictures of 3 × 3, values from −9 to 8"
