"""The map alone: where its points are, and which one is meant."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.evaluate.map import PointsMap

POINTS = np.array([[3, 2], [1, 0], [2, 1]], np.float32)  # along the diagonal, from left to right
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def points(qtbot: QtBot) -> PointsMap:
    shown = PointsMap()
    qtbot.addWidget(shown)
    shown.resize(228, 228)
    shown.show_points(POINTS, np.array([0, 1, 2]), np.array([True, False, False]))
    shown.show()
    return shown


def test_right_is_right_and_up_is_up(points: PointsMap) -> None:
    assert points.places(POINTS).tolist() == [[214, 14], [14, 214], [114, 114]]


def test_the_point_that_is_near_is_meant_and_none_that_is_far(
    points: PointsMap, qtbot: QtBot
) -> None:
    hovered: list[int] = []
    points.hovered.connect(hovered.append)
    for away in (20, 10, 20):
        QTest.mouseMove(points, QPoint(114 + away, 114))
    assert hovered == [2, -1]
    with qtbot.assertNotEmitted(points.chosen):
        QTest.mouseClick(points, LEFT, pos=QPoint(134, 114))
    with qtbot.waitSignal(points.chosen) as chosen:
        QTest.mouseClick(points, LEFT, pos=QPoint(104, 114))
    assert chosen.args == [2]


def test_keys_walk_from_left_to_right(points: PointsMap) -> None:
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(points, key)
        walked.append(points.current)
    assert walked == [1, 2, 0, 2]


def test_it_says_how_many_there_are_and_how_many_were_misread(points: PointsMap) -> None:
    assert points.accessibleDescription() == "3 images, 1 of them misread"
