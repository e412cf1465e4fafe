"""A plot under the mouse: the wheel zooms, and a drag moves."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.plots.curve_styles import CurveStyle
from desktop.plots.plot_card import PlotCard
from desktop.plots.series import Series
from desktop.widgets.theme import COOL


@pytest.fixture
def card(card: PlotCard) -> PlotCard:
    """Return a card with a curve of a hundred points."""
    points = Series()
    points.append(np.arange(1, 101), np.linspace(9, 1, 100))
    card.draw([(CurveStyle("a", COOL), points)])
    return card


def seen(card: PlotCard) -> tuple[float, float]:
    low, high = card.plot.getViewBox().viewRange()[0]
    return low, high


def place_of(card: PlotCard, x: float, y: float) -> QPoint:
    """Return where a point of the plot is on its widget."""
    place: QPoint = card.plot.mapFromScene(card.plot.getViewBox().mapViewToScene(QPointF(x, y)))
    return place


def turn_wheel(card: PlotCard, place: QPoint, notches: int) -> None:
    plot = card.plot.viewport()
    event = QWheelEvent(
        *(QPointF(place), QPointF(plot.mapToGlobal(place)), QPoint(), QPoint(0, 120 * notches)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(plot, event)


def test_the_wheel_zooms_at_the_mouse_and_back(card: PlotCard) -> None:
    low, high = seen(card)
    for _ in range(3):
        turn_wheel(card, place_of(card, 50, 5), 1)
    assert card.is_zoomed
    assert low < seen(card)[0] < 50 < seen(card)[1] < high
    near = seen(card)
    turn_wheel(card, place_of(card, 50, 5), -1)
    assert seen(card)[1] - seen(card)[0] > near[1] - near[0]
    card.whole.trigger()
    assert not card.is_zoomed
    assert seen(card) == (low, high)


def test_a_drag_moves_what_is_seen(card: PlotCard) -> None:
    low, high = seen(card)
    start, end = place_of(card, 50, 5), place_of(card, 30, 5)
    plot, left = card.plot.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(plot, left, pos=start)
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        QTest.mouseMove(plot, start + (end - start) * share, delay=20)
    QTest.mouseRelease(plot, left, pos=end)
    assert card.is_zoomed
    moved = seen(card)
    assert moved[1] - moved[0] == pytest.approx(high - low)
    assert moved[0] - low == pytest.approx(20, abs=2)
