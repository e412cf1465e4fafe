"""One step in its window: opened from the page, turned by keys, of sketch or batch."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.inspect.network_view import Neuron
from desktop.inspect.page import InsidePage
from desktop.inspect.step.chooser import BATCH, SKETCH
from desktop.inspect.step.names import Names
from desktop.inspect.step.pages import pages_of
from desktop.inspect.step.rows import Kind, line
from desktop.inspect.step.window import StepWindow
from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from engine.analysis.one_step import traced
from engine.analysis.step_start import StepStart
from engine.analysis.traced import BIAS, Choice
from engine.inference.classifier import Classifier
from tests.desktop.inspect.test_network import page
from tests.engine.analysis.test_one_step import done

__all__ = ["page"]


@pytest.fixture
def step(page: InsidePage, qtbot: QtBot) -> StepWindow:
    page.network.step.click()
    assert page.step is not None
    shown(page.step, qtbot)
    return page.step


def shown(step: StepWindow, qtbot: QtBot) -> None:
    """Wait until what was asked last is there."""
    qtbot.waitUntil(lambda: not step.is_asking and bool(step.pages))


def choose(step: StepWindow, qtbot: QtBot, **fields: int) -> None:
    for name, index in fields.items():
        field = getattr(step.chooser, name)
        field.setCurrentIndex(index)
        field.activated.emit(index)
    shown(step, qtbot)


def test_its_numbers_stand_apart_from_their_fields_edges(
    step: StepWindow, window: MainWindow
) -> None:
    usual = window.training.panel.settings.epochs.lineEdit().textMargins()
    for field in (step.chooser.neuron, step.chooser.weight):
        assert field.lineEdit().textMargins() == usual


def test_it_says_of_the_starter_what_the_engine_does(
    step: StepWindow, window: MainWindow, qtbot: QtBot
) -> None:
    image, starter = window.sketch.reader.image, Classifier.starter("mnist")
    start = StepStart.of_model(starter).with_sketch(image, 7)
    found = done(traced(start, Choice(0)))
    outputs = (*starter.classes, "?")[: start.outputs]
    wanted = pages_of(Names(found, outputs, starter.classes))
    assert [page.short for page in step.pages] == [page.short for page in wanted]
    assert step.taken.traced.choice == found.choice
    for row, told in enumerate(wanted):
        assert step.list.currentRow() == row
        assert step.heading.text() == told.heading
        assert step.rows.text == "\n".join(map(line, told.rows))
        assert step.rows.accessibleDescription() == step.rows.text
        assert step.next.isEnabled() == (row < len(wanted) - 1)
        qtbot.mouseClick(step.next, Qt.MouseButton.LeftButton)
    qtbot.keyClick(step.list, Qt.Key.Key_Up)
    assert step.list.currentRow() == len(wanted) - 2
    qtbot.keyClick(step, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: step.list.currentRow() == len(wanted) - 3)


def test_another_label_is_another_loss_and_a_new_sketch_is_read_anew(
    step: StepWindow, window: MainWindow, qtbot: QtBot
) -> None:
    assert step.chooser.label.currentText() == "“7”"
    step.list.setCurrentRow([page.kind for page in step.pages].index(Kind.LOSS))
    before = step.taken.traced.lost.value
    choose(step, qtbot, label=3)
    assert step.taken.traced.lost.label == 3
    assert step.taken.traced.lost.value > before
    assert "as “3” is right" in step.rows.text  # on the same page
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: step.taken.traced.image.sum() == 0)
    assert step.chooser.chosen_label is None


def test_weights_are_chosen_by_hand(step: StepWindow, qtbot: QtBot) -> None:
    chooser = step.chooser
    assert chooser.neuron.accessibleName() == "map"
    choose(step, qtbot, layer=3)
    assert chooser.neuron.accessibleName() == "neuron"
    assert step.taken.traced.choice.column == 3
    chooser.neuron.setValue(2)
    shown(step, qtbot)
    assert step.taken.traced.choice.neuron == 2
    chooser.weight.setValue(5)
    shown(step, qtbot)
    assert step.taken.traced.choice == Choice(3, 2, 5, 0)
    row = step.list.currentRow()
    chooser.weight.selectAll()
    qtbot.keyClicks(chooser.weight, "7")
    qtbot.keyClick(chooser.weight, Qt.Key.Key_Return)
    shown(step, qtbot)
    assert step.taken.traced.choice == Choice(3, 2, 7, 0)
    assert step.list.currentRow() == row
    chooser.bias.click()
    shown(step, qtbot)
    assert step.taken.traced.choice.input == BIAS
    assert step.taken.traced.gradient.input == 1
    chooser.steepest.click()
    shown(step, qtbot)
    found = step.taken.traced
    at = (found.choice.neuron, found.choice.input)
    assert abs(found.gradients[at]) == np.abs(found.gradients).max()


def test_a_click_on_the_gradient_walks_to_that_weight(step: StepWindow, qtbot: QtBot) -> None:
    mosaic = step.pictures.gradient
    tiling = mosaic.tiling()
    x, y = tiling.corner(0)
    place = QPoint(int(x + 2.5 * tiling.scale) + 1, int(y + 1.5 * tiling.scale) + 1)
    qtbot.mouseClick(mosaic, Qt.MouseButton.LeftButton, pos=place)
    shown(step, qtbot)
    width = mosaic.values.shape[2]
    assert step.taken.traced.choice.input == width + 2


def test_the_starter_has_no_batch_and_a_run_has_one(
    page: InsidePage, step: StepWindow, train: Callable[[], Run], qtbot: QtBot, window: MainWindow
) -> None:
    assert not step.taken.has_batch
    assert not step.chooser.subject.model().item(BATCH).isEnabled()
    train()
    assert not step.isVisible()  # it was of another network
    window.pages.open("inside")
    qtbot.waitUntil(lambda: len(page.network.view.names) == 1)
    page.network.step.click()
    shown(step, qtbot)
    assert step.taken.has_batch
    choose(step, qtbot, subject=BATCH)
    found = step.taken.traced
    assert found.lost.images > 1
    assert found.gradient.total == pytest.approx(found.gradient.autograd, rel=1e-3, abs=1e-8)
    assert step.told.text().endswith("with the weights after it.")
    step.chooser.image.setValue(0)
    shown(step, qtbot)
    assert step.taken.traced.choice.image == 0
    assert step.chooser.label_box.isHidden()


def test_an_empty_pad_without_a_run_asks_for_a_sketch(
    page: InsidePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.sketch.document.clear()
    qtbot.waitUntil(lambda: window.sketch.reader.image is None)
    page.network.step.click()
    step = page.step
    qtbot.waitUntil(lambda: step.trouble.isVisible())
    assert "draw something" in step.trouble.text()
    window.sketch.document.undo()
    shown(step, qtbot)
    qtbot.waitUntil(lambda: step.trouble.isHidden())
    assert step.chooser.subject.currentIndex() == SKETCH


def test_what_takes_long_is_seen_to_be_under_way(step: StepWindow, qtbot: QtBot) -> None:
    assert step.bar.isHidden()
    step.bar.slow.setInterval(0)
    seen: list[tuple[bool, bool]] = []  # as it is shown: the answer may come a moment later
    step.bar.slow.timeout.connect(lambda: seen.append((step.bar.isVisible(), step.is_asking)))
    step.chooser.layer.activated.emit(0)
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: step.bar.isHidden())
    assert not step.is_asking
    step.chooser.layer.activated.emit(0)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [(True, True)] * 2
    step.close()
    assert not step.is_asking
    assert step.bar.isHidden()


def test_long_formulas_wrap_where_the_window_is_narrow(step: StepWindow, qtbot: QtBot) -> None:
    step.list.setCurrentRow([page.kind for page in step.pages].index(Kind.PATH))
    step.resize(1400, 540)
    qtbot.waitUntil(lambda: step.width() == 1400)
    bar = step.rows.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    wide = step.rows.widget().sizeHint().height()
    step.resize(step.minimumSizeHint().width(), 540)
    qtbot.waitUntil(lambda: step.rows.widget().sizeHint().height() > wide)
    qtbot.waitUntil(lambda: bar.maximum() == 0)  # nothing is out of sight


def test_the_window_of_a_neuron_leads_to_its_step(page: InsidePage, qtbot: QtBot) -> None:
    page.network.chosen.emit(Neuron(2, 17))
    page.neuron.step.click()
    shown(page.step, qtbot)
    assert page.step.taken.traced.choice.column == 2
    assert page.step.taken.traced.choice.neuron == 17


def test_nothing_of_another_network_s_walk_stays(step: StepWindow) -> None:
    assert step.pages
    step.show_step("another", ("1  784 → 10",))
    assert not step.pages
    assert not step.list.count()
    assert not step.heading.text()
    assert not step.rows.isVisible()
