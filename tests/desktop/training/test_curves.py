"""When the curves are drawn: part by part, after the pen, and never not at all."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.runs.run_list import RunLog
from desktop.training.curves import Curves
from engine.reports import StepReport


@pytest.fixture
def curves(qtbot: QtBot) -> Curves:
    curves = Curves(RunLog())
    qtbot.addWidget(curves)
    curves.resize(600, 600)
    curves.show()
    return curves


def report(step: int) -> StepReport:
    return StepReport(step, 1, np.array([1 / step], np.float32), 0.1, 0.01 * step)


def tell(curves: Curves, *reports: StepReport) -> None:
    curves.history.add(reports)
    curves.wake()


def drawn(curves: Curves) -> int:
    items = curves.loss.plot.listDataItems()
    x, _ = items[0].getOriginalDataset() if items else (None, None)
    return 0 if x is None else len(x)


def test_new_reports_are_drawn_by_and_by(curves: Curves, qtbot: QtBot) -> None:
    with qtbot.waitSignal(curves.drawn):
        for step in range(1, 6):
            tell(curves, report(step))
        assert drawn(curves) == 0
    assert drawn(curves) == 5
    qtbot.waitUntil(lambda: curves.is_at_rest)


def test_a_pen_that_never_rests_does_not_stop_the_curves(curves: Curves, qtbot: QtBot) -> None:
    tell(curves, report(1))
    for _ in range(2):
        curves.give_way()
        curves._on_time()
    assert drawn(curves) == 1  # the second time is its turn
    with qtbot.waitSignal(curves.drawn):
        pass
    assert drawn(curves) == len(curves.history.batch_loss)


def test_what_must_be_drawn_now_does_not_wait(curves: Curves) -> None:
    tell(curves, report(1), report(2))
    curves.give_way()
    curves.draw()
    assert drawn(curves) == 2
