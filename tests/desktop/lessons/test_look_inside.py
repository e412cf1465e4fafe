"""From a lesson to the reader's own network: each place opens, by the keyboard, in the window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from desktop.inspect.layer_tabs import NETWORK
from desktop.inspect.page import InsidePage
from desktop.inspect.step.rows import Kind
from desktop.worker.messages import Origin
from engine.lessons.catalogue import INSIDE, load_lessons
from tests.desktop.lessons.conftest import Reader
from tests.mostly_long import mostly_long

PLACES = {lesson.numbers[0]: lesson.inside for lesson in load_lessons() if lesson.inside}
WANTED = {
    "gradient",
    "autograd",
    "optimizer_step",
    "bias",
    "matmul",
    "backward",
    "relu",
    "activation_functions",
}


def go(reader: Reader) -> InsidePage:
    """Press the lesson's button by the keyboard."""
    button = reader.page.view.experiment.inside
    assert button.isVisibleTo(reader.page.view)
    assert button.text() == "See it in the network that reads your sketch"  # the starter, too
    assert button.toolTip()
    button.setFocus()
    reader.qtbot.keyClick(button, Qt.Key.Key_Space)
    assert reader.window.pages.current == "inside"
    page = reader.window.pages.open("inside")
    assert isinstance(page, InsidePage)
    assert page.tabs.currentIndex() == NETWORK
    return page


def test_the_lessons_that_fit_lead_inside() -> None:
    assert {lesson.name for lesson in load_lessons() if lesson.inside} == WANTED
    assert [lesson.inside for lesson in load_lessons("de")] == [
        lesson.inside for lesson in load_lessons()
    ]
    assert set(INSIDE) == {kind.value for kind in Kind} | {"neuron", "product"}


def test_the_others_have_no_such_button(reader: Reader) -> None:
    reader.open_question(1)
    assert reader.page.view.experiment.inside.isHidden()


@pytest.mark.parametrize("number", mostly_long(PLACES, {4}))
def test_each_opens_its_place(reader: Reader, number: int) -> None:
    ink = np.zeros((28, 28), np.uint8)
    ink[4:24, 12:16] = 255
    reader.open_question(number)
    reader.draw(ink)
    page, place = go(reader), PLACES[number]
    if place in ("neuron", "product"):
        reader.qtbot.waitUntil(lambda: page.neuron is not None)
        reader.qtbot.waitUntil(lambda: page.neuron.closeup is not None)
        assert page.neuron.isVisible()
        assert "=" in page.neuron.sum.text()
        is_filter = page.neuron.closeup.spot is not None  # the starter begins with filters
        assert is_filter == (place == "neuron")
        assert page.neuron.explained.text().startswith("x @ w") == (place == "product")
    else:
        reader.qtbot.waitUntil(lambda: page.step is not None)
        reader.qtbot.waitUntil(lambda: bool(page.step.pages))
        assert page.step.isVisible()
        assert page.step.pages[page.step.list.currentRow()].kind.value == place
        np.testing.assert_array_equal(page.step.taken.traced.image, ink)


def test_one_comes_back_to_the_question(reader: Reader) -> None:
    reader.open_question(30)
    page = go(reader)
    reader.qtbot.waitUntil(lambda: page.neuron is not None)
    reader.qtbot.waitUntil(lambda: page.neuron.isVisible())
    assert page.back.isVisible()
    assert page.back.text() == "Back to question 30"
    reader.qtbot.keyClick(page.back, Qt.Key.Key_Space)
    assert reader.window.pages.current == "learn"
    assert reader.page.contents.current == 30
    assert not page.neuron.isVisible()
    reader.window.pages.open("inside")  # by its tab: one doesn't come from a lesson now
    assert page.back.isHidden()


def test_it_is_the_readers_own_network_and_not_the_lesson_s(reader: Reader) -> None:
    reader.open_question(29)
    reader.draw(np.full((28, 28), 90, np.uint8))
    own = reader.window.model.source
    reader.train()
    reader.qtbot.waitUntil(lambda: reader.window.model.source.origin is Origin.LESSON)
    page = go(reader)
    reader.qtbot.waitUntil(lambda: page.neuron is not None)
    assert reader.window.model.source == own
    reader.qtbot.waitUntil(lambda: page.neuron.closeup is not None)
    assert page.neuron.isVisible()
    assert page.neuron.closeup.weights.shape == (1, 5, 5)  # the starter's, which has filters
