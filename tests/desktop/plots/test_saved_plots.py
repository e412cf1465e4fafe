"""A plot's menu: its picture, its drawing and its numbers, as files that hold the curves."""

import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.plots import saving
from desktop.plots.plot_card import PlotCard
from desktop.plots.saving import png_of
from desktop.runs.run_list import Run
from desktop.sketch.mime import rgba
from tests.mostly_long import mostly_long

pytestmark = pytest.mark.qt_log_ignore("support (raise|grabbing)")  # the offscreen platform's menus
Train = Callable[..., Run]
SaveTo = Callable[[str], Path]


@pytest.fixture(params=mostly_long(["loss", "epoch_loss"], {0}))
def card(
    request: pytest.FixtureRequest, window: MainWindow, train: Train, qtbot: QtBot
) -> PlotCard:
    """Return a plot of a run of two epochs."""
    train()
    card: PlotCard = getattr(window.training.curves, request.param)
    qtbot.waitUntil(card.menu_button.isEnabled)
    return card


@pytest.fixture
def choose(qtbot: QtBot) -> Callable[[PlotCard, str], None]:
    """Return a function that opens a plot's menu and clicks the line that names a kind of file."""

    def click(card: PlotCard, kind: str) -> None:
        menu = card.menu_button.menu()
        menu.popup(card.mapToGlobal(card.menu_button.geometry().bottomLeft()))
        line = next(action for action in menu.actions() if kind in action.text())
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(line).center())

    return click


Choose = Callable[[PlotCard, str], None]


def test_a_picture_shows_the_curves(
    window: MainWindow, card: PlotCard, choose: Choose, save_to: SaveTo
) -> None:
    path = save_to("plot.png")
    choose(card, "PNG")
    assert str(path) in window.status.text
    picture = rgba(QImage(str(path)))[..., :3].astype(int)
    assert picture.shape[:2] == (2 * card.height(), 2 * card.width())
    area = card.plot.geometry()  # below the legend, which has the curves' colours too
    picture = picture[2 * area.top() : 2 * area.bottom(), 2 * area.left() : 2 * area.right()]
    for style, points in card.curves:
        color = style.pen(card.palette()).color()
        paper = card.palette().base().color()
        seen = np.array(color.getRgb()[:3]) * color.alphaF()
        seen = seen + np.array(paper.getRgb()[:3]) * (1 - color.alphaF())
        columns = (np.abs(picture - seen).max(axis=2) < 25).any(axis=0)
        assert columns.sum() >= 4 * len(points)


def test_a_picture_has_broad_lines_and_nothing_to_press(
    window: MainWindow, card: PlotCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, widths = png_of(card), list[float]()
    if card.foot:
        card.foot.setStyleSheet("background: #ff00ff")
    window.activateWindow()
    card.plot.setFocus()
    assert card.plot.hasFocus()
    assert png_of(card) == plain  # neither the foot nor the frame around what has the focus
    assert card.plot.hasFocus()
    assert not card.foot or card.foot.isVisible()
    elsewhere = window.training.panel.findChild(QWidget, "learningRate")
    elsewhere.setFocus()
    png_of(card)
    assert elsewhere.hasFocus()  # not the plot, which had it before
    pen = partial(card.items._items[0].opts.get, "pen")
    monkeypatch.setattr(saving, "png_of_widget", lambda _: widths.append(pen().widthF()) or b"")
    png_of(card)
    assert [*widths, pen().widthF()] == [2, 1]  # the picture has two pixels for each


def test_a_drawing_holds_every_point_of_the_curves(
    window: MainWindow, card: PlotCard, choose: Choose, save_to: SaveTo
) -> None:
    path = save_to("plot.svg")
    choose(card, "SVG")
    assert str(path) in window.status.text
    root = ElementTree.parse(path).getroot()
    assert root.tag.endswith("svg")
    lines = [element for element in root if element.tag.endswith("polyline")]
    assert [line.get("stroke") for line in lines] == [style.colors[0] for style, _ in card.curves]
    values = np.concatenate([points.y for _, points in card.curves])
    for line, (_, points) in zip(lines, card.curves, strict=True):
        places = np.array([place.split(",") for place in line.get("points", "").split()], float)
        assert len(places) == len(points)
        np.testing.assert_allclose(np.diff(places[:, 0]), np.diff(places[:, 0])[0], atol=0.11)
        height = (points.y - values.min()) / np.ptp(values)
        np.testing.assert_allclose(places[:, 1], np.interp(height, (0, 1), (278, 46)), atol=0.1)


def test_a_table_holds_the_numbers(
    window: MainWindow, card: PlotCard, choose: Choose, save_to: SaveTo
) -> None:
    path = save_to("plot.csv")
    choose(card, "CSV")
    assert str(path) in window.status.text
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0] == [card.x_name, *(style.name for style, _ in card.curves)]
    table = np.array(rows[1:], float)
    for column, (_, points) in enumerate(card.curves, 1):
        np.testing.assert_array_equal(table[:, 0], points.x)
        np.testing.assert_allclose(table[:, column], points.y, rtol=1e-5)


@pytest.mark.parametrize("card", ["loss"], indirect=True)
def test_a_place_that_cant_be_written_is_a_sentence(
    window: MainWindow, card: PlotCard, choose: Choose, save_to: SaveTo
) -> None:
    save_to("missing/plot.svg")
    choose(card, "SVG")
    assert "no such file" in window.banner.message.text()


@pytest.mark.parametrize("card", ["loss"], indirect=True)
def test_what_can_only_be_used_on_the_screen_is_not_in_the_picture(
    window: MainWindow, card: PlotCard, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.training.curves.is_at_rest)
    shown = rgba(QImage.fromData(png_of(card)))
    smoothing = window.training.curves.smoothing
    with QSignalBlocker(smoothing.slider):  # the curve itself stays
        smoothing.slider.setValue(smoothing.slider.maximum())
    card.menu_button.setDown(True)
    np.testing.assert_array_equal(rgba(QImage.fromData(png_of(card))), shown)
    assert smoothing.isVisible()
    assert card.menu_button.isVisible()
