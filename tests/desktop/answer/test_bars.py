"""The bars: which classes they show, and how long they are."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.answer.bars import MOST_ROWS, ClassBars, in_percent
from desktop.answer.baseline import Distances
from engine.inference.prediction import Prediction


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


class Painted(QObject):
    """Collects the areas that a widget paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region |= event.region()
        return False


def test_an_answer_paints_the_rows_that_look_different(bars: ClassBars, qtbot: QtBot) -> None:
    with qtbot.waitExposed(bars):
        bars.show()
    bars.show_prediction(predicted(0.7, 0.1, 0.1, 0.1))
    qtbot.wait(50)
    painted = Painted(bars)
    bars.show_prediction(predicted(0.6, 0.1, 0.2, 0.1))
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    middles = [round(34 * (row + 0.5)) for row in range(4)]
    assert [painted.region.contains(QPoint(50, y)) for y in middles] == [True, False, True, False]
    for other in (predicted(0.2, 0.7, 0.05, 0.05), predicted(0.2, 0.7, 0.05, 0.05)):
        painted.region = QRegion()
        bars.show_prediction(other)
        qtbot.waitUntil(lambda: not painted.region.isEmpty())
        shown = bars.screen().grabWindow(bars.winId()).toImage()
        assert shown == bars.grab().toImage().convertToFormat(shown.format())


def test_many_classes_show_the_likeliest_in_their_order(bars: ClassBars) -> None:
    p = np.full(40, 0.01)
    p[[5, 30]] = 0.3
    bars.show_prediction(predicted(*p))
    names = [name for name, _ in bars.rows()]
    assert len(names) == MOST_ROWS
    assert {"5", "30"} < set(names)
    assert names == sorted(names, key=int)


def test_all_ten_digits_are_shown_however_sure_it_is(bars: ClassBars) -> None:
    bars.show_prediction(predicted(1, *[0] * 9))
    assert [name for name, _ in bars.rows()] == list("0123456789")


def test_words_for_those_who_cannot_see(bars: ClassBars, qtbot: QtBot) -> None:
    bars.show_prediction(predicted(0.25, 0.75))
    qtbot.waitUntil(lambda: bars.accessibleDescription() == "0: 25.0 %, 1: 75.0 %")


def test_distances_stand_beside_the_bars(bars: ClassBars, qtbot: QtBot) -> None:
    bars.show_prediction(predicted(0.25, 0.75))
    without = bars.grab().toImage()
    far = Distances(("0", "1"), np.array([0.2, 0.1], np.float32), np.array([0.3, 0.4], np.float32))
    bars.show_distances(far)
    beside = bars.grab().toImage()
    assert beside != without
    for l1 in (0.25, 0.35):
        nearer = replace(far, l1=np.array([l1, 0.1], np.float32))
        bars.show_distances(nearer)
    assert bars.distances_of("0") == pytest.approx((0.35, 0.3))
    qtbot.waitUntil(lambda: "L1 0.350" in bars.accessibleDescription())
    qtbot.waitUntil(lambda: bars.grab().toImage() != beside)
    bars.show_distances(None, has_columns=False)
    assert bars.grab().toImage() == without


def test_a_long_name_leaves_room_for_the_rest(bars: ClassBars) -> None:
    values = np.array([0.4, 0.6], np.float32)
    names = ("a class whose folder has an extraordinarily long name", "b")
    bars.show_prediction(Prediction("b", values, names))
    assert accent_in_row(bars, 1) > 50


@pytest.mark.parametrize(
    ("p", "text"), [(0, "0.0 %"), (0.98344, "98.3 %"), (0.9994, "99.9 %"), (1, "100 %")]
)
def test_what_is_not_certain_never_reads_100(p: float, text: str) -> None:
    assert in_percent(p) == text


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
