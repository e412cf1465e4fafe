"""The bars: which classes they show, and how long they are."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.sketch.bars import MOST_ROWS, ClassBars, percent
from engine.prediction import Prediction


def predicted(*probabilities: float) -> Prediction:
    classes = tuple(str(index) for index in range(len(probabilities)))
    values = np.array(probabilities, np.float32)
    return Prediction(classes[int(values.argmax())], values, classes)


@pytest.fixture
def bars(qtbot: QtBot) -> ClassBars:
    bars = ClassBars()
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    return bars


def test_a_bar_is_as_long_as_its_probability(bars: ClassBars) -> None:
    lengths = []
    for p in (0.5, 1.0):
        bars.show_prediction(predicted(p, 1 - p))
        lengths.append(accent_in_row(bars, 0))
    assert lengths[0] == pytest.approx(lengths[1] / 2, abs=2)


def test_many_classes_show_the_likeliest_in_their_order(bars: ClassBars) -> None:
    p = np.full(40, 0.01)
    p[[5, 30]] = 0.3
    bars.show_prediction(predicted(*p))
    names = [name for name, _ in bars.rows()]
    assert len(names) == MOST_ROWS
    assert {"5", "30"} < set(names)
    assert names == sorted(names, key=int)


def test_words_for_those_who_cannot_see(bars: ClassBars) -> None:
    bars.show_prediction(predicted(0.25, 0.75))
    assert bars.accessibleDescription() == "0: 25.0 %, 1: 75.0 %"


@pytest.mark.parametrize(
    ("p", "text"), [(0, "0.0 %"), (0.98344, "98.3 %"), (0.9994, "99.9 %"), (1, "100 %")]
)
def test_what_is_not_certain_never_reads_100(p: float, text: str) -> None:
    assert percent(p) == text


def accent_in_row(bars: ClassBars, row: int) -> int:
    picture = bars.grab().toImage()
    accent = bars.palette().highlight().color().name()
    rows = len(bars.rows())
    y = round(min(bars.height() / rows, 34) * (row + 0.5))
    return sum(QColor(picture.pixel(x, y)).name() == accent for x in range(picture.width()))


def test_what_is_no_digit_lifts_no_bar(bars: ClassBars) -> None:
    sure = predicted(0.1, 0.9)
    bars.show_prediction(sure)
    assert accent_in_row(bars, 1) > 0
    bars.show_prediction(replace(sure, known=False))
    assert accent_in_row(bars, 1) == 0
