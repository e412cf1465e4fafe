"""The wall of thumbnails: scrolling, mouse, keys, and painting no more than can be seen."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.data.thumbnails import Thumbnails
from desktop.data.wall_grid import PAD_PX


class Counted(Sequence[Any]):
    """A hundred thousand images that remember which were looked at."""

    def __init__(self) -> None:
        self.looked_at: set[int] = set()

    def __len__(self) -> int:
        return 100_000

    def __getitem__(self, index: Any) -> Any:
        self.looked_at.add(index)
        return np.full((28, 28), index % 256, np.uint8)


@pytest.fixture
def images() -> Counted:
    return Counted()


@pytest.fixture
def wall(qtbot: QtBot, images: Counted) -> Thumbnails:
    widget = Thumbnails("Images", lines=1)
    qtbot.addWidget(widget)
    widget.resize(300, 250)
    widget.show()
    widget.show_images(images, lambda index: (f"no. {index}", "more"))
    return widget


def test_only_what_can_be_seen_is_painted(wall: Thumbnails, images: Counted) -> None:
    wall.grab()
    assert 0 < len(images.looked_at) < 40
    images.looked_at.clear()
    wall.select(99_999)
    wall.grab()
    assert 99_999 in images.looked_at
    assert min(images.looked_at) > 99_900


def test_keys_walk_through_rows_and_enter_sends(wall: Thumbnails, qtbot: QtBot) -> None:
    sent: list[int] = []
    wall.activated.connect(sent.append)
    for key in ("Right", "Down", "Right", "Return", "End", "Home"):
        qtbot.keyClick(wall, getattr(Qt.Key, f"Key_{key}"))
    assert sent == [wall.grid.columns + 1]
    assert wall.current == 0
    assert wall.accessibleDescription() == "1 of 100000: no. 0, more"


def test_the_mouse_chooses_and_a_double_click_sends(wall: Thumbnails, qtbot: QtBot) -> None:
    cell, view = wall.grid.cell, wall.viewport()
    place = QPoint(cell.width() + 20, cell.height() + 20)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert wall.current == wall.grid.columns + 1
    with qtbot.waitSignal(wall.activated) as sent:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert sent.args == [wall.grid.columns + 1]


def test_a_frame_is_blank_until_its_image_is_there(wall: Thumbnails, qtbot: QtBot) -> None:
    images: list[np.ndarray | None] = [None] * 100
    with qtbot.waitSignal(wall.view_changed) as seen:
        wall.show_images(images)
    assert seen.args == [wall.in_view]
    inside = QPoint(wall.grid.cell.width() // 2, wall.grid.cell.height() // 3)
    assert wall.grab().toImage().pixelColor(inside) == wall.palette().base().color()
    images[0] = np.full((28, 28), 255, np.uint8)
    assert wall.grab().toImage().pixelColor(inside) == wall.palette().text().color()
    with qtbot.waitSignal(wall.view_changed) as seen:
        wall.select(99)
    assert seen.args[0].stop == 100


def test_nothing_to_show_is_said(wall: Thumbnails, qtbot: QtBot) -> None:
    wall.show_images((), None, "Nothing was misread.")
    assert wall.accessibleDescription() == "Nothing was misread."
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    assert wall.current == -1


def test_lines_stand_below_each_other(wall: Thumbnails) -> None:
    wall.show_images([np.zeros((28, 28), np.uint8)], lambda _: ("HHH",))
    picture = wall.viewport().grab().toImage()
    paper = wall.palette().window().color().name()
    top = wall.grid.cell.height() - wall.fontMetrics().height() - 5
    middle = wall.grid.cell.width() // 2
    inked = [
        y
        for y in range(top, picture.height())
        if any(picture.pixelColor(middle + x, y).name() != paper for x in range(-12, 12))
    ]
    assert inked
    assert max(inked) - min(inked) <= wall.fontMetrics().capHeight() + 1


def test_words_are_whole_or_not_there(qtbot: QtBot) -> None:
    wall = Thumbnails("Images", lines=2)
    qtbot.addWidget(wall)
    wall.show_images([np.zeros((28, 28), np.uint8)] * 40, lambda _: ("is 3", "loss 4.6"))
    row = wall.minimumSizeHint().height()
    for height, seen in ((row, 1), (2 * row - 20, 2), (2 * row, 2)):
        wall.resize(300, height)
        wall.show()
        assert seen * wall.grid.cell.height() - PAD_PX <= wall.viewport().height()
        assert wall.grid.cell.height() >= row or height == 2 * row - 20
