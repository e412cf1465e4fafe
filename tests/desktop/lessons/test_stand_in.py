"""While nothing is drawn, a lesson that works with the sketch says whose digit it shows."""

import numpy as np
from PySide6.QtWidgets import QLabel

from tests.desktop.lessons.conftest import Reader


def note(reader: Reader) -> QLabel:
    found = reader.page.view.experiment.findChild(QLabel, "sketchStandIn")
    assert isinstance(found, QLabel)
    return found


def test_a_lesson_tells_of_the_test_image_until_something_is_drawn(reader: Reader) -> None:
    reader.open_question(4)
    assert note(reader).isVisible()
    reader.draw(np.full((28, 28), 9, np.uint8))
    assert not note(reader).isVisible()


def test_a_lesson_without_the_sketch_says_nothing_of_it(reader: Reader) -> None:
    reader.open_question(13)
    assert not note(reader).isVisible()
