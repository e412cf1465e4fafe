"""When the curves are drawn: part by part, after the pen, and never not at all."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.plots.along import Along
from desktop.runs.run_list import RunLog
from desktop.training.curves import Curves
from desktop.training.drawn_curves import compared_curves
from desktop.worker.messages import Outcome
from engine.config import TrainConfig
from engine.reports import EpochReport, Report, StepReport
from tests.desktop.by_hand import a_start


@pytest.fixture
def curves(qtbot: QtBot) -> Curves:
    curves = Curves(RunLog())
    qtbot.addWidget(curves)
    curves.resize(600, 600)
    curves.show()
    return curves


def report(step: int) -> StepReport:
    return StepReport(step, 1, np.array([1 / step], np.float32), 0.1, 0.01 * step)


def tell(curves: Curves, *reports: Report) -> None:
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


def test_a_page_that_was_left_is_drawn_when_it_is_seen_again(curves: Curves) -> None:
    tell(curves, report(1))
    curves.draw()
    curves.hide()
    tell(curves, report(2))
    assert curves.is_at_rest
    assert drawn(curves) == 1
    curves.show()
    assert drawn(curves) == 2
    tell(curves, EpochReport(1, 1, 0.5, 0.4, 0.75, 1.0))
    curves._on_turn()  # a part of all
    curves.hide()
    assert curves.accuracy.is_empty
    curves.show()
    assert not curves.accuracy.is_empty
    curves.hide()
    tell(curves, report(3))
    curves.end()
    curves.along_menu.chosen.emit(curves.along_menu.along)
    assert drawn(curves) == 2
    curves.show()
    assert drawn(curves) == 3


def test_what_must_be_drawn_now_does_not_wait(curves: Curves) -> None:
    tell(curves, report(1), report(2))
    curves.give_way()
    curves.draw()
    assert drawn(curves) == 2


def test_a_new_run_begins_with_all_of_its_curves_in_sight(curves: Curves) -> None:
    tell(curves, report(1), report(2), report(3))
    curves.draw()
    curves.loss.look_at((1.0, 2.0))
    assert curves.loss.is_zoomed
    curves.begin()
    assert not curves.loss.is_zoomed


def test_a_run_that_never_began_leaves_the_invitation(curves: Curves) -> None:
    before = curves.loss._empty.text()
    curves.show_loading(1, 2, "Reading image 1 of 2")
    assert curves.loss._empty.text() == "Reading image 1 of 2"
    assert curves.figures.progress.value() == 500
    curves.end()
    assert curves.loss._empty.text() == before


def test_each_compared_run_that_exploded_is_marked_after_its_own_batch() -> None:
    config = TrainConfig(epochs=2)
    log = RunLog()
    for number, batches in enumerate((3, 7), 1):
        start = a_start(number=number, config=config, batches=4)
        log.begin(start, f"Run {number}").shown = True
        log.add([report(step) for step in range(1, batches + 1)])
        log.note_divergence()
        log.end(Outcome.FAILED)
    curves, _, _ = compared_curves(log.runs, Along.IMAGES)
    ends = {style.name: points.x.tolist() for style, points in curves if np.isinf(points.y).any()}
    names = ["Run 1: exploded after batch 3", "Run 2: exploded after batch 7"]
    assert ends == dict(zip(names, ([90], [180]), strict=True))
