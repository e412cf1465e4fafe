"""Hands on in the real window: each lever's answer and accuracy are the changed copy's own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.inspect.hands.levers import PLACES, Lever, read_numbers
from desktop.inspect.hands.questions import Judged, Tried
from desktop.inspect.hands.window import HandsOn
from desktop.inspect.hands.words import judged_words, tried_words
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from engine.analysis.changed import changed
from engine.analysis.changes import Changes
from engine.data.splits import Dataset
from engine.inference.classifier import Classifier
from tests.desktop.inspect.test_network import page

__all__ = ["page"]
PATIENCE_MS = 60_000


@pytest.fixture
def hands(page: InsidePage, qtbot: QtBot) -> HandsOn:
    page.network.hands.click()
    assert page.hands_on is not None
    qtbot.waitUntil(lambda: bool(page.hands_on.valid.text()), timeout=PATIENCE_MS)
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
    qtbot.waitUntil(
        lambda: (hands.sketch.text(), hands.valid.text()) == wanted, timeout=PATIENCE_MS
    )
    assert window.sketch.answer.digit.text() == "7"  # the network that answers stays whole
    hands.reset.click()
    assert hands.changes == Changes()
    assert hands.sliders[Lever.PRUNE].value() == 0
    qtbot.waitUntil(
        lambda: (hands.sketch.text(), hands.valid.text()) == untouched, timeout=PATIENCE_MS
    )


def test_neurons_are_switched_off_and_layers_scaled_one_by_one(hands: HandsOn) -> None:
    hands.layer.setCurrentIndex(2)
    hands.off.setText("5, 17")
    hands.off.textEdited.emit("5, 17")
    hands.sliders[Lever.SCALE].setValue(25)
    hands.layer.setCurrentIndex(0)
    assert hands.off.text() == ""
    assert hands.sliders[Lever.SCALE].value() == Lever.SCALE.home
    assert hands.changes == Changes(((2, 0.5),), off=((2, 5), (2, 17)))
    hands.layer.setCurrentIndex(2)
    assert hands.off.text() == "5, 17"
    hands.off.textEdited.emit("5, 128")
    assert "0 to 127" in hands.sketch.text()
    assert hands.changes.off == ((2, 5), (2, 17))
    hands.layer.setCurrentIndex(3)
    assert not hands.off.isEnabled()  # these are the answers themselves


def test_the_curve_is_the_accuracy_along_the_slider(
    hands: HandsOn, qtbot: QtBot, mnist_sample: Dataset
) -> None:
    hands.sliders[Lever.NOISE].setValue(40)
    qtbot.waitUntil(
        lambda: "noise" in hands.about.text() and hands.curve.curve.shape == (2, 11),
        timeout=PATIENCE_MS,
    )
    places, accuracies = hands.curve.curve
    assert places.tolist() == list(range(0, PLACES + 1, 10))
    starter, rows = Classifier.starter("mnist"), np.linspace(0, len(mnist_sample.valid) - 1, 1000)
    images = mnist_sample.valid.images[rows.astype(np.int64)]
    labels = np.array([3, 7])[mnist_sample.valid.labels[rows.astype(np.int64)]]
    for at in (0, 5):
        copy = changed(starter, replace(Changes(), noise=Lever.NOISE.at(int(places[at]))))
        share = (copy.predict_batch(images).argmax(1) == labels).mean()
        assert accuracies[at] == pytest.approx(share)
    assert hands.curve.point == (40, pytest.approx(accuracies[4]))


def test_the_copy_is_saved_as_a_model_of_its_own(
    hands: HandsOn, window: MainWindow, qtbot: QtBot, save_to: Callable[[str], Path]
) -> None:
    hands.sliders[Lever.PRUNE].setValue(50)
    path = save_to("half.safetensors")
    hands.keep.click()
    qtbot.waitUntil(path.exists, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: str(path) in hands.about.text(), timeout=PATIENCE_MS)
    image = window.sketch.reader.image
    wanted = changed(Classifier.starter("mnist"), Changes(prune=0.5)).predict(image)
    np.testing.assert_array_equal(
        Classifier.load(path).predict(image).probabilities, wanted.probabilities
    )


def test_it_closes_when_another_network_answers(
    hands: HandsOn, window: MainWindow, qtbot: QtBot
) -> None:
    window.training.panel.settings.model.setCurrentText("linear")
    window.model.step()
    qtbot.waitUntil(lambda: not hands.isVisible(), timeout=PATIENCE_MS)


def test_numbers_are_read_as_people_type_them() -> None:
    assert read_numbers("3, 7", 10) == (3, 7)
    assert read_numbers(" 7;3 3 ", 10) == (3, 7)
    assert read_numbers("", 10) == ()
    assert read_numbers("10", 10) is None
    assert read_numbers("-1", 10) is None
    assert read_numbers("three", 10) is None
