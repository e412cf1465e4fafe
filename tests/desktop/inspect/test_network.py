"""The drawn network in the real window: live, under the mouse and the keys, sorted, as a table."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot
from torch import nn

from desktop.inspect.layer_tabs import NETWORK
from desktop.inspect.network_card import NetworkCard
from desktop.inspect.network_view import NetworkView, Neuron
from desktop.inspect.network_words import neuron_words
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from desktop.selftest import drag, seven
from desktop.worker.answerers import output_names
from desktop.worker.run_state import State
from desktop.worker.to_window import WentThrough
from engine.analysis.network import passage as send
from engine.analysis.passage import Passage
from engine.config import TrainConfig
from engine.models import build_model
from tests.desktop.worker.test_link import broken

__all__ = ["broken"]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> InsidePage:
    """The page with the starter's network drawn, and a sketch on the pad."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    drag(window, window.sketch.canvas, seven())
    made = window.pages.open("inside")
    assert isinstance(made, InsidePage)
    view = made.network.view
    qtbot.waitUntil(lambda: view.passage is not None and view.passage.image.any())
    assert made.tabs.currentIndex() == NETWORK
    return made


def middle(view: NetworkView, at: Neuron) -> QPoint:
    bank = view.banks()[at.column + 1]
    slot = int(np.flatnonzero(view.slots[at.column] == at.number)[0])
    x, y = bank.slots[slot]
    return QPoint(int(2 + x + bank.side[0] / 2), int(2 + y + bank.side[1] / 2))


def passage(page: InsidePage) -> Passage:
    assert page.network.view.passage is not None
    return page.network.view.passage


def test_it_shows_what_the_bars_say_and_follows_the_sketch(
    page: InsidePage, window: MainWindow, qtbot: QtBot
) -> None:
    answer = window.sketch.answer
    assert np.array_equal(passage(page).image, window.sketch.reader.image)
    qtbot.waitUntil(lambda: page.network.view.names[passage(page).answer] == answer.digit.text())
    first = passage(page)
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: not passage(page).image.any())
    assert len(passage(page).columns) == len(first.columns)  # only biases speak, in all layers


def test_no_network_is_said_only_where_it_is_known(qtbot: QtBot) -> None:
    card = NetworkCard()
    qtbot.addWidget(card)
    assert not card.empty.text()
    card.show_passage(WentThrough(None, (), ()))
    assert card.empty.text().startswith("No network answers now")


def test_a_neuron_under_the_mouse_is_told_about(page: InsidePage, qtbot: QtBot) -> None:
    view, shown = page.network.view, passage(page)
    at = Neuron(2, int(shown.columns[2].values.argmax()))
    qtbot.mouseMove(view, middle(view, at))
    assert view.cursor_at == at
    words = page.network.readout.text()
    assert words.startswith(f"layer 3, neuron {at.number}: sum ")
    assert "→ ReLU" in words
    assert view.accessibleDescription() == words
    pixmap = view.grab()
    view.cursor_at = None
    assert pixmap.toImage() != view.grab().toImage()


def test_keys_go_from_neuron_to_neuron(page: InsidePage, qtbot: QtBot) -> None:
    view, opened = page.network.view, list[Neuron]()
    view.chosen.connect(opened.append)
    view.setFocus()
    keys = Qt.Key
    for key, at in (
        (keys.Key_Down, Neuron(0, 0)),
        (keys.Key_Down, Neuron(0, 1)),
        (keys.Key_Up, Neuron(0, 0)),
        (keys.Key_Left, Neuron(0, 0)),
    ):
        qtbot.keyClick(view, key)
        assert view.cursor_at == at
    for column in (1, 2, 3, 3):
        qtbot.keyClick(view, keys.Key_Right)
        assert view.cursor_at.column == column
    qtbot.keyClick(view, keys.Key_Return)
    assert opened == [view.cursor_at]


def test_neurons_are_sorted_by_what_they_add(page: InsidePage, qtbot: QtBot) -> None:
    view, box = page.network.view, page.network.sorted
    assert view.slots[2].tolist() == list(range(len(view.slots[2])))
    box.click()
    for order, column in zip(view.slots[:-1], passage(page).columns[:-1], strict=True):
        assert (np.diff(column.adds[order]) <= 0).all()
    assert view.slots[-1].tolist() == list(range(11))
    top = Neuron(2, int(view.slots[2][0]))
    qtbot.mouseMove(view, middle(view, top))
    assert view.cursor_at == top
    box.click()
    assert view.slots[2].tolist() == list(range(len(view.slots[2])))


def test_the_table_has_the_same_numbers(page: InsidePage, qtbot: QtBot) -> None:
    page.network.as_table.click()
    table, shown = page.network.table, passage(page)
    assert table.isVisible()
    rows = table.model()
    assert rows.rowCount() == sum(len(column.sums) for column in shown.columns)
    heads = [rows.headerData(n, Qt.Orientation.Horizontal) for n in range(rows.columnCount())]
    adds = heads.index("Adds")
    table.sortByColumn(adds, Qt.SortOrder.DescendingOrder)
    best = max(float(column.adds.max()) for column in shown.columns)
    first = rows.neurons[0]
    assert shown.columns[first.column].adds[first.number] == best
    assert "map" in " ".join(str(rows.index(n, 1).data()) for n in range(rows.rowCount()))


def test_it_moves_while_it_learns_and_rests_when_closed(
    page: InsidePage,
    window: MainWindow,
    qtbot: QtBot,
    wait_for_state: Callable[[State], None],
) -> None:
    settings = window.training.panel.settings
    settings.model.setCurrentText("simple_net")
    settings.epochs.setValue(1000)
    window.model.train()
    seen = set[bytes]()

    def moved() -> bool:
        shown = passage(page)
        if len(shown.columns) == 2:
            seen.add(shown.columns[0].sums.tobytes())
        return len(seen) > 3

    qtbot.waitUntil(moved)
    window.pages.open("training")
    qtbot.waitUntil(lambda: not page.passing._is_awaited)
    came = list[object]()
    window.model.link.went_through.connect(came.append)
    with qtbot.waitSignals([window.model.trainer.reported] * 5):
        pass
    assert not came
    window.model.trainer.stop()
    wait_for_state(State.IDLE)


def test_it_goes_on_after_the_worker_died(
    page: InsidePage, window: MainWindow, qtbot: QtBot
) -> None:
    process = window.model.link.process
    assert process is not None
    page.passing.refresh()  # one is on its way, and won't come
    with qtbot.waitSignal(window.model.link.lost):
        process.kill()
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: not passage(page).image.any())


def test_it_goes_on_after_the_worker_was_given_up(
    page: InsidePage, window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    page.passing.refresh()  # one is on its way, and won't come
    request.getfixturevalue("broken")
    with qtbot.waitSignal(window.training.devices.listed):
        window.model.link.try_again()
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: not passage(page).image.any())


def test_a_class_is_told_by_its_whole_name() -> None:
    classes = ("a  b (+)", "c  d")
    model = build_model(TrainConfig(model="simple_net"), 2)
    shown = send(model, np.full((28, 28), 255, np.uint8), 2)
    assert len(shown.columns[-1].sums) == 1
    words = neuron_words(shown, 0, 0, output_names(classes, 1), classes)
    assert words.endswith(f"to “{classes[shown.answer]}”")


@pytest.mark.parametrize("damage", [np.nan, np.inf, 1e30])
@pytest.mark.parametrize("outputs", [1, 62])
def test_a_diverged_network_is_drawn(qtbot: QtBot, damage: float, outputs: int) -> None:
    names = tuple(f"class {number}" for number in range(max(2, outputs)))
    model = build_model(TrainConfig(model="simple_net"), len(names))
    first, last = model[0], model[-1]
    assert isinstance(first, nn.Linear)
    assert isinstance(last, nn.Linear)
    image = np.full((28, 28), 255, np.uint8)
    with torch.no_grad():
        first.weight[3, 200:300] = damage
    view = NetworkView()
    qtbot.addWidget(view)
    for column in (0, 1):
        view.show_passage(send(model, image, len(names)), output_names(names, outputs))
        view.sort_by_what_they_add(True)
        view.cursor_at = Neuron(column, 0)
        assert not view.grab().isNull()
        with torch.no_grad():
            last.weight.fill_(damage)


def test_nothing_is_painted_twice(page: InsidePage, qtbot: QtBot) -> None:
    view = page.network.view
    view.grab()
    base = view._base
    assert isinstance(base, QPixmap)
    qtbot.mouseMove(view, middle(view, Neuron(2, 5)))
    view.grab()
    assert view._base is base


def test_in_parts_it_is_the_same_picture_and_the_last_one_stays_meanwhile(qtbot: QtBot) -> None:
    names = tuple("0123456789")
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 12:16] = 255
    moments = []
    for seed in (1, 2):
        model = build_model(TrainConfig(model="convnet", seed=seed), 10)
        moments.append(send(model, image, 10))
    views = [NetworkView(), NetworkView()]
    for view, moment in zip(views, moments, strict=True):
        qtbot.addWidget(view)
        view.resize(700, 400)
        view.show()  # each grab of a hidden one is a resize, too
        view.show_passage(moment, names)
    live, fresh = views
    first, second = live.grab().toImage(), fresh.grab().toImage()
    assert first != second
    live.show_passage(moments[1], names)
    live.show_passage(moments[1], names)  # one more before the parts of the first are there
    assert live.grab().toImage() == first
    qtbot.waitUntil(lambda: not live._turns.isActive())
    assert live.grab().toImage() == second
    live.show_passage(moments[0], names)
    live.resize(500, 300)  # half-way: all at once
    fresh.resize(500, 300)
    fresh.show_passage(moments[0], names)
    qtbot.waitUntil(lambda: not live._turns.isActive() and not fresh._turns.isActive())
    assert live.grab().toImage() == fresh.grab().toImage()
