"""Intervene in the real window: each lever's answer and accuracy are the changed copy's own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.inspect.hands.levers import PLACES, Lever, read_numbers
from desktop.inspect.hands.questions import Judged, Tried, next_place
from desktop.inspect.hands.window import HandsOn
from desktop.inspect.hands.words import judged_words, tried_words
from desktop.inspect.network_view import Neuron
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from desktop.widgets.numbers.problem_line import ProblemLine
from engine.analysis.changed import changed
from engine.analysis.changes import Changes
from engine.data.splits import Dataset
from engine.inference.classifier import Classifier
from tests.desktop.inspect.test_network import page

__all__ = ["page"]


@pytest.fixture
def hands(page: InsidePage, qtbot: QtBot) -> HandsOn:
    page.network.hands.click()
    assert page.hands_on is not None
    qtbot.waitUntil(lambda: bool(page.hands_on.valid.text()))
    return page.hands_on


def expected(changes: Changes, window: MainWindow, data: Dataset) -> tuple[str, str]:
    """What the two lines must say, by the engine alone."""
    starter = Classifier.starter("mnist")
    copy, image = changed(starter, changes), window.sketch.reader.image
    rows = np.linspace(0, len(data.valid) - 1, 1000).astype(np.int64)
    images, labels = data.valid.images[rows], data.valid.labels[rows]
    names = [starter.classes[at] for at in range(len(starter.classes))]
    own = np.array([names.index(name) for name in data.classes])[labels]
    shares = [float((c.predict_batch(images).argmax(1) == own).mean()) for c in (starter, copy)]
    tried = Tried(starter.predict(image), copy.predict(image))
    return tried_words(tried), judged_words(Judged(shares[0], shares[1], 1000))


def accuracy_of(changes: Changes, data: Dataset) -> float:
    copy = changed(Classifier.starter("mnist"), changes)
    rows = np.linspace(0, len(data.valid) - 1, 1000).astype(np.int64)
    labels = np.array([int(name) for name in data.classes])[data.valid.labels[rows]]
    return float((copy.predict_batch(data.valid.images[rows]).argmax(1) == labels).mean())


def test_levers_change_a_copy_and_come_home(
    hands: HandsOn, window: MainWindow, qtbot: QtBot, mnist_sample: Dataset
) -> None:
    untouched = hands.sketch.text(), hands.valid.text()
    assert untouched == expected(Changes(), window, mnist_sample)
    hands.sliders[Lever.PRUNE].setValue(90)
    hands.sliders[Lever.TEMPERATURE].setValue(75)
    changes = Changes(prune=0.9, temperature=10**0.5)
    assert hands.changes == changes
    wanted = expected(changes, window, mnist_sample)
    assert wanted != untouched
    qtbot.waitUntil(lambda: (hands.sketch.text(), hands.valid.text()) == wanted)
    assert window.sketch.answer.digit.text() == "7"  # the network that answers stays whole
    hands.reset.click()
    assert hands.changes == Changes()
    assert hands.sliders[Lever.PRUNE].value() == 0
    qtbot.waitUntil(lambda: (hands.sketch.text(), hands.valid.text()) == untouched)


def test_neurons_are_switched_off_and_layers_scaled_one_by_one(
    hands: HandsOn, qtbot: QtBot
) -> None:
    hands.layer.setCurrentIndex(2)
    qtbot.keyClicks(hands.off, "5, 17")
    qtbot.keyClick(hands.off, Qt.Key.Key_Return)
    hands.sliders[Lever.SCALE].setValue(25)
    hands.layer.setCurrentIndex(0)
    assert hands.off.text() == ""
    assert hands.sliders[Lever.SCALE].value() == Lever.SCALE.home
    assert hands.changes == Changes(((2, 0.5),), off=((2, 5), (2, 17)))
    hands.layer.setCurrentIndex(2)
    assert hands.off.text() == "5, 17"
    hands.off.selectAll()
    qtbot.keyClicks(hands.off, "5, 128")
    problem = hands.findChild(ProblemLine)
    assert not problem.isVisible()
    assert hands.changes.off == ((2, 5), (2, 17))  # 5, 1 and 5, 12 on the way are not meant
    qtbot.waitUntil(problem.isVisible)
    hands.sliders[Lever.PRUNE].setValue(10)
    qtbot.waitUntil(lambda: not hands._trying.is_awaited)
    assert "0 to 127" in problem.text()  # whatever else is tried meanwhile
    assert problem.isVisible()
    assert hands.changes.off == ((2, 5), (2, 17))
    hands.layer.setCurrentIndex(3)
    assert not problem.isVisible()
    assert not hands.off.isEnabled()  # these are the answers themselves


def test_the_focus_comes_and_goes_without_a_word(hands: HandsOn, qtbot: QtBot) -> None:
    hands.off.setFocus()
    qtbot.waitUntil(hands.off.hasFocus)
    with qtbot.waitSignal(hands.form.off_typed):
        qtbot.keyClicks(hands.off, "5")
    assert hands.changes == Changes(off=((0, 5),))
    with qtbot.assertNotEmitted(hands.form.off_typed):
        qtbot.keyClick(hands.off, Qt.Key.Key_Tab)
        assert not hands.off.hasFocus()
        hands.off.setFocus()
        qtbot.keyClicks(hands.off, ", 6")
        hands.layer.setCurrentIndex(hands.layer.count() - 1)
        assert not hands.off.hasFocus()
    assert hands.changes == Changes(off=((0, 5),))  # nothing became the last layer's


@pytest.mark.long
def test_a_frozen_layer_stays_while_the_others_are_pruned(
    hands: HandsOn, window: MainWindow, qtbot: QtBot, mnist_sample: Dataset
) -> None:
    hands.layer.setCurrentIndex(2)
    hands.frozen.setFocus()
    qtbot.keyClick(hands.frozen, Qt.Key.Key_Space)
    hands.layer.setCurrentIndex(0)
    assert not hands.frozen.isChecked()
    hands.sliders[Lever.PRUNE].setValue(95)
    changes = Changes(prune=0.95, frozen=(2,))
    assert hands.changes == changes
    wanted = expected(changes, window, mnist_sample)
    assert wanted != expected(Changes(prune=0.95), window, mnist_sample)
    qtbot.waitUntil(lambda: (hands.sketch.text(), hands.valid.text()) == wanted)
    hands.layer.setCurrentIndex(2)
    assert hands.frozen.isChecked()
    hands.reset.click()
    assert not hands.frozen.isChecked()
    assert hands.changes == Changes()


@pytest.mark.long
def test_the_curve_is_the_accuracy_along_the_slider(
    hands: HandsOn, qtbot: QtBot, mnist_sample: Dataset
) -> None:
    hands.sliders[Lever.NOISE].setValue(40)
    whole(hands, qtbot, 40)
    assert "noise" in hands.about.text()
    places, accuracies = hands.curve.curve
    assert {0, 40, 50, PLACES} <= set(places.tolist())
    assert np.diff(places).max() <= 13
    starter, rows = Classifier.starter("mnist"), np.linspace(0, len(mnist_sample.valid) - 1, 1000)
    images = mnist_sample.valid.images[rows.astype(np.int64)]
    labels = np.array([3, 7])[mnist_sample.valid.labels[rows.astype(np.int64)]]
    for at in (0, places.tolist().index(50)):
        copy = changed(starter, replace(Changes(), noise=Lever.NOISE.at(int(places[at]))))
        share = (copy.predict_batch(images).argmax(1) == labels).mean()
        assert accuracies[at] == pytest.approx(share)
    assert hands.curve.point == (40, pytest.approx(accuracies[places.tolist().index(40)]))


def whole(hands: HandsOn, qtbot: QtBot, place: int) -> None:
    """Wait until the curve of a slider at this place is all there."""
    qtbot.waitUntil(lambda: hands.curve.point[0] == place and not hands._sweeping.is_awaited)


def test_points_are_added_where_accuracy_changes() -> None:
    found: dict[int, float] = {}
    while (place := next_place(found)) is not None:
        assert place not in found
        found[place] = 0.99 if place < 93 else 0.6
    assert list(found)[:3] == [0, PLACES, 50]
    assert {92, 93} <= found.keys()  # it fell from here to there
    assert len(found) < 15
    noisy: dict[int, float] = {}
    while (place := next_place(noisy)) is not None:
        noisy[place] = place * 37 % 101 / 101
    assert len(noisy) == 29


def test_a_smooth_curve_has_few_points_and_a_small_fall_is_found() -> None:
    smooth: dict[int, float] = {}
    while (place := next_place(smooth)) is not None:
        smooth[place] = 0.99 - place / 10_000
    assert sorted(smooth) == [0, 12, 25, 37, 50, 62, 75, 87, 100]
    falls: dict[int, float] = {}
    while (place := next_place(falls)) is not None:
        falls[place] = 0.99 if place < 93 else 0.95
    assert {92, 93} <= falls.keys()


def test_the_copy_is_saved_as_a_model_of_its_own(
    hands: HandsOn, window: MainWindow, qtbot: QtBot, save_to: Callable[[str], Path]
) -> None:
    hands.sliders[Lever.PRUNE].setValue(50)
    path = save_to("half.safetensors")
    qtbot.keyClicks(hands.off, "3, 5")
    hands.keep.click()  # before what was typed is tried
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: str(path) in hands.kept.text())
    starter, image = Classifier.starter("mnist"), window.sketch.reader.image
    wanted = changed(starter, Changes(prune=0.5, off=((0, 3), (0, 5)))).predict(image)
    np.testing.assert_array_equal(
        Classifier.load(path).predict(image).probabilities, wanted.probabilities
    )


def test_what_became_of_saving_stays_said(
    hands: HandsOn, qtbot: QtBot, save_to: Callable[[str], Path]
) -> None:
    path = save_to("half.safetensors")
    path.mkdir()
    hands.keep.click()
    qtbot.waitUntil(lambda: str(path) in hands.kept.text())
    hands.sliders[Lever.NOISE].setValue(30)
    qtbot.waitUntil(lambda: hands.curve.point[0] == 30)
    assert str(path) in hands.kept.text()


def test_pressed_again_it_keeps_what_was_done(hands: HandsOn, page: InsidePage) -> None:
    hands.layer.setCurrentIndex(2)
    hands.sliders[Lever.PRUNE].setValue(70)
    page.network.hands.click()
    assert hands.changes == Changes(prune=0.7)
    hands.reject()
    page.network.hands.click()
    assert hands.isVisible()
    assert (hands.changes, hands.layer.currentIndex()) == (Changes(prune=0.7), 2)
    assert hands.sliders[Lever.PRUNE].value() == 70


def test_closed_it_asks_nothing(hands: HandsOn, window: MainWindow, qtbot: QtBot) -> None:
    hands.sliders[Lever.PRUNE].setValue(10)
    hands.sliders[Lever.PRUNE].setValue(20)
    assert hands._later.is_wished
    hands.reject()
    asked: list[int] = []
    window.model.questions.answer_requested.connect(lambda number, _: asked.append(number))
    qtbot.waitUntil(lambda: not hands._later.is_wished)
    assert not asked


@pytest.mark.long
def test_the_point_is_the_accuracy_of_the_copy_itself(
    hands: HandsOn, window: MainWindow, qtbot: QtBot, mnist_sample: Dataset
) -> None:
    hands.sliders[Lever.PRUNE].setValue(97)
    whole(hands, qtbot, 97)
    wanted = expected(Changes(prune=0.97), window, mnist_sample)[1]
    assert hands.valid.text() == wanted
    height = hands.curve.point[1]
    assert wanted == judged_words(Judged(accuracy_of(Changes(), mnist_sample), height, 1000))
    at = hands.curve.curve[0].tolist().index(97)
    assert tuple(hands.curve.curve[:, at]) == pytest.approx((97, height))


@pytest.mark.long
def test_another_layers_scale_has_a_curve_of_its_own(
    hands: HandsOn, qtbot: QtBot, mnist_sample: Dataset
) -> None:
    hands.sliders[Lever.SCALE].setValue(10)
    whole(hands, qtbot, 10)
    changes = hands.changes
    hands.layer.setCurrentIndex(2)
    whole(hands, qtbot, 50)
    for at, factor in ((0, 0.0), (-1, 2.0)):
        share = accuracy_of(changes.scaled(2, factor), mnist_sample)
        assert hands.curve.curve[1, at] == pytest.approx(share)


def test_it_and_a_neuron_close_though_another_page_is_shown(
    hands: HandsOn, page: InsidePage, window: MainWindow, qtbot: QtBot
) -> None:
    page.network.chosen.emit(Neuron(2, 17))
    assert page.neuron is not None
    assert page.neuron.isVisible()
    window.pages.open("training")
    window.training.panel.settings.model.setCurrentText("linear")
    window.model.step()
    qtbot.waitUntil(lambda: not hands.isVisible())
    assert not page.neuron.isVisible()


def test_it_closes_when_another_network_answers(
    hands: HandsOn, window: MainWindow, qtbot: QtBot
) -> None:
    window.training.panel.settings.model.setCurrentText("linear")
    window.model.step()
    qtbot.waitUntil(lambda: not hands.isVisible())


def test_numbers_are_read_as_people_type_them() -> None:
    assert read_numbers("3, 7", 10) == (3, 7)
    assert read_numbers("٣", 10) is None
    assert read_numbers(" 7;3 3 ", 10) == (3, 7)
    assert read_numbers("", 10) == ()
    assert read_numbers("10", 10) is None
    assert read_numbers("-1", 10) is None
    assert read_numbers("three", 10) is None
    assert read_numbers("1" * 5000, 10) is None


def test_enter_undoes_nothing_but_presses_the_button_that_has_the_focus(
    hands: HandsOn, qtbot: QtBot
) -> None:
    hands.off.setFocus()
    qtbot.keyClicks(hands.off, "7")
    qtbot.keyClick(hands.off, Qt.Key.Key_Return)
    assert hands.off.text() == "7"
    assert hands.changes == Changes(off=((0, 7),))
    hands.reset.setFocus()
    qtbot.keyClick(hands.reset, Qt.Key.Key_Return)
    assert hands.changes == Changes()


def test_what_is_of_earlier_changes_is_grey(hands: HandsOn, qtbot: QtBot) -> None:
    shown = hands.sketch, hands.valid, hands.about, hands.curve
    qtbot.waitUntil(lambda: bool(hands.curve.curve.size))
    hands.sliders[Lever.PRUNE].setValue(90)
    hands._slow.timeout.emit()  # as where the answer takes long
    assert not any(one.isEnabled() for one in shown)
    qtbot.waitUntil(lambda: all(one.isEnabled() for one in shown))


def test_nothing_of_another_network_stays(hands: HandsOn, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(hands.curve.curve.size))
    hands.kept.setText("Saved the changed copy as a.safetensors")
    hands.show_network("another", ("1  784 → 10",), (10,))
    assert [line.text() for line in (hands.sketch, hands.valid, hands.about, hands.kept)] == [
        ""
    ] * 4
    assert not hands.curve.curve.size
