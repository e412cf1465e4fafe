"""Several digits on the pad: read one by one, or told of where they are taken for none."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Actions
from desktop.sketch.content import Content, Picture
from desktop.sketch.several.several_digits import SeveralDigits
from desktop.sketch.sketch_panel import SketchPanel
from desktop.sketch.strokes import Stroke
from desktop.worker.messages import Kind, Reading, Source
from desktop.worker.questions import Questions
from engine.inference.prediction import Prediction

SEVEN = ((0.05, 0.3), (0.35, 0.3), (0.2, 0.8))
THREE = ((0.55, 0.3), (0.8, 0.35), (0.62, 0.52), (0.82, 0.66), (0.55, 0.8))
Points = tuple[tuple[float, float], ...]


@pytest.fixture
def several(panel: SketchPanel, actions: Actions) -> SketchPanel:
    """Return the panel that reads each digit of a 7 and a 3, drawn in this order."""
    questions = panel.findChild(Questions)
    assert questions is not None
    SeveralDigits(panel, questions, actions)
    actions.several.trigger()
    for points in (SEVEN, THREE):
        write(panel, points)
    return panel


def write(panel: SketchPanel, points: Points) -> None:
    panel.document.begin_stroke(*points[0])
    for point in points[1:]:
        panel.document.extend_stroke(*point)
    panel.document.finish_stroke()


def labels(panel: SketchPanel) -> list[str]:
    return [chip.label for chip in panel.answer.digits.chips]


def alone(panel: SketchPanel, stroke: Stroke) -> NDArray[np.uint8]:
    image = Content((stroke,)).image()
    assert image is not None
    return image


def test_each_digit_is_read_and_the_newest_is_what_all_is_about(several: SketchPanel) -> None:
    seven, three = several.document.strokes
    assert labels(several) == ["7", "3"]
    assert several.answer.digits.accessibleDescription() == "7 3"
    assert [chip.isChecked() for chip in several.answer.digits.chips] == [False, True]
    assert several.answer.digit.text() == "3"
    np.testing.assert_array_equal(several.reader.image, alone(several, three))
    np.testing.assert_array_equal(several.answer.seen.view.image, several.reader.image)
    write(several, ((0.1, 0.55), (0.3, 0.55)))  # the 7 gets its bar
    assert [chip.isChecked() for chip in several.answer.digits.chips] == [True, False]
    assert several.answer.digit.text() == "7"
    assert several.reader.chosen
    assert seven in several.reader.chosen.strokes


def test_another_digit_can_be_chosen_by_click_and_by_key(
    several: SketchPanel, qtbot: QtBot
) -> None:
    first, second = several.answer.digits.chips
    pad = several.canvas
    pad.setFocus()
    first.click()
    np.testing.assert_array_equal(several.reader.image, alone(several, several.document.strokes[0]))
    assert several.answer.digit.text() == "7"
    assert several.answer.bars.rows()[1][1] > 0.5
    assert "7" in first.accessibleName()
    assert "sure" in first.accessibleName()
    several.files.copy(several.reader.image)
    assert QGuiApplication.clipboard().image().width() == 28
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    assert several.answer.digit.text() == "3"


def test_it_follows_undo_and_the_switch(several: SketchPanel, actions: Actions) -> None:
    several.document.undo()
    assert labels(several) == []
    assert several.answer.digits.words.isVisible()
    assert several.answer.digit.text() == "7"
    several.document.redo()
    assert labels(several) == ["7", "3"]
    actions.several.trigger()
    assert not several.answer.digits.isVisible()
    assert several.reader.digits == ()
    np.testing.assert_array_equal(several.reader.image, several.document.image())


def test_brackets_show_what_belongs_together(several: SketchPanel) -> None:
    def picture() -> NDArray[np.uint8]:
        image = several.canvas.grab().toImage()
        return np.array(image.constBits()).reshape(image.height(), -1).copy()

    with_brackets = picture()
    several.answer.digits.chips[0].click()
    other_chosen = picture()
    several.canvas.mark((), 0)
    without = picture()
    changed = [
        (without != other).any(axis=1).nonzero()[0] for other in (with_brackets, other_chosen)
    ]
    low = 0.8 * several.canvas.height() * several.devicePixelRatioF()  # below the ink
    assert all(len(rows) and rows.min() > low for rows in changed)
    assert (with_brackets != other_chosen).any()


def two(panel: SketchPanel) -> Content:
    """Return a picture of the two digits that are drawn."""
    images = [alone(panel, stroke) for stroke in panel.document.strokes]
    rows = [np.pad(image, 10) for image in images]
    grey = 255 - np.kron(np.hstack(rows), np.ones((4, 4), np.uint8))
    return Content(picture=Picture(images[0], np.repeat(grey[..., None], 3, axis=2), "two.png"))


def test_the_digits_of_a_picture_are_found_and_read(several: SketchPanel, qtbot: QtBot) -> None:
    several.document.put(two(several))
    qtbot.waitUntil(lambda: labels(several) == ["7", "3"])
    assert several.answer.digit.text() == "7"
    several.document.undo()
    several.document.redo()
    assert labels(several) == ["7", "3"]  # known by now


def test_a_picture_is_asked_about_again_after_a_failure(several: SketchPanel, qtbot: QtBot) -> None:
    questions = several.findChild(Questions)
    assert questions is not None
    several.document.put(two(several))
    questions.fail_all("The worker has ended.")
    qtbot.waitUntil(lambda: questions.are_answered)
    assert labels(several) == []
    several.document.undo()
    several.document.redo()
    qtbot.waitUntil(lambda: labels(several) == ["7", "3"])


def test_digits_that_are_found_late_leave_what_is_chosen_by_now(
    several: SketchPanel, qtbot: QtBot
) -> None:
    questions = several.findChild(Questions)
    assert questions is not None
    several.document.put(two(several))
    several.document.undo()
    several.answer.digits.chips[0].click()
    qtbot.waitUntil(lambda: questions.are_answered)
    assert several.answer.digits.chips[0].isChecked()
    several.document.redo()
    assert labels(several) == ["7", "3"]  # and are known all the same


def test_off_it_says_that_it_is_there_where_several_are_no_digit(
    several: SketchPanel, actions: Actions
) -> None:
    actions.several.trigger()
    source = Source(Kind.STARTER, "mnist", ("3", "7"))
    shares = np.array([0.6, 0.4], np.float32)
    refused = Reading(0, Prediction("3", shares, ("3", "7"), known=False), source)
    several.reader.answered.emit(refused)
    assert "Ctrl+D" in several.answer.limits.text()
    several.document.undo()
    several.reader.answered.emit(refused)
    assert "Ctrl+D" not in several.answer.limits.text()  # one thing
    several.document.clear()
    for place in range(10):  # so close that they touch in the model's pixels
        write(several, ((0.1 + 0.08 * place, 0.4), (0.1 + 0.08 * place, 0.6)))
    several.reader.answered.emit(refused)
    assert "Ctrl+D" in several.answer.limits.text()
