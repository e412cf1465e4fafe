"""What the curves run along: batches, images seen or seconds, chosen in the real window."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.plots.along import Along, Images
from desktop.plots.plot_card import PlotCard
from desktop.runs.columns import Column
from desktop.runs.run_list import Run
from desktop.worker.messages import Moment

Train = Callable[..., Run]


@pytest.fixture
def two(window: MainWindow, train: Train, qtbot: QtBot) -> list[Run]:
    """Return two runs that are compared, with batches of 32 and of 240 images: one an epoch."""
    small = train()
    window.training.panel.settings.batch_size.setValue(240)
    window.model.train()
    qtbot.waitUntil(lambda: window.model.trainer.is_free)
    table = window.training.runs.table
    role = Qt.ItemDataRole.CheckStateRole
    table.setData(table.index(1, Column.NAME), Qt.CheckState.Checked, role)
    return [small, window.model.runs.runs[-1]]


def choose(window: MainWindow, qtbot: QtBot, along: Along) -> None:
    action = next(a for a in window.training.curves.along_menu.actions() if a.data() == along)
    action.trigger()
    qtbot.waitUntil(lambda: window.training.curves.is_at_rest)


def ends(window: MainWindow, plot: int) -> list[float]:
    return [float(points.x[-1]) for _, points in window.training.curves.plots[plot].curves]


def test_runs_with_batches_of_different_sizes_are_compared_by_images(
    window: MainWindow, two: list[Run], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.training.curves.is_at_rest)
    assert ends(window, 0) == [run.start.batches * 2 for run in two]
    assert ends(window, 0)[0] != ends(window, 0)[1]
    choose(window, qtbot, Along.IMAGES)
    images = two[0].start.train_images
    for plot in range(3):
        assert ends(window, plot) == [2 * images, 2 * images]
        assert window.training.curves.plots[plot].x_name == "images seen"
    low, high = window.training.curves.loss.plot.getViewBox().viewRange()[0]
    assert low < images < 2 * images < high < 4 * images


@pytest.mark.parametrize("passes", [3, 5, 8])
@pytest.mark.parametrize("images", [2_000, 12_396, 60_000, 600_000])
def test_wide_numbers_dont_overlap_in_a_narrow_plot(
    card: PlotCard, images: int, passes: int
) -> None:
    axis, width_px = card.plot.getAxis("bottom"), 110.0
    ((step, _),) = axis.tickSpacing(images, passes * images, width_px)
    font = QFontMetrics(axis.style["tickFont"])
    number_px = font.horizontalAdvance(f"{passes * images:,}")
    assert step / ((passes - 1) * images) * width_px > number_px


def test_runs_are_compared_by_time(window: MainWindow, two: list[Run], qtbot: QtBot) -> None:
    choose(window, qtbot, Along.SECONDS)
    curves = window.training.curves
    assert ends(window, 2) == [run.history.last_epoch.seconds for run in two]
    for _, points in curves.loss.curves:
        assert len(points.x) == len(points.y)
        assert (np.diff(points.x) >= 0).all()
    curves.loss.point_at(0.0)
    told = curves.loss.readout.text()
    assert told.startswith("seconds 0")
    choose(window, qtbot, Along.BATCHES)
    assert [plot.x_name for plot in curves.plots] == ["batch", "epoch", "epoch"]


def test_values_of_all_curves_are_told_between_their_points(
    window: MainWindow, two: list[Run], qtbot: QtBot
) -> None:
    choose(window, qtbot, Along.IMAGES)
    loss = window.training.curves.loss
    loss.point_at(400.0)
    assert "Run 1" in loss.readout.text()
    assert "Run 2" in loss.readout.text()


def test_the_choice_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, qtbot, Along.SECONDS)
    window.close()
    after = create_window()
    qtbot.addWidget(after)
    assert after.training.curves.along_menu.along is Along.SECONDS
    assert after.training.curves.loss.x_name == "seconds"
    after.close()


def test_an_epochs_last_batch_may_be_smaller() -> None:
    unit = Images(images=100, batches=4, batch_size=32)
    assert unit.of(np.array([1.0, 3, 4, 5, 8])).tolist() == [32, 96, 100, 132, 200]


def test_the_moment_that_is_looked_back_on_stands_where_the_curves_do(
    window: MainWindow, train: Train, qtbot: QtBot
) -> None:
    run = train()
    curves, batches = window.training.curves, run.start.batches
    choose(window, qtbot, Along.IMAGES)
    curves.mark(run, Moment(run.start.id, batches, batches, 2 * batches))
    assert [plot.mark.x for plot in curves.plots] == [run.start.train_images] * 3
    choose(window, qtbot, Along.SECONDS)
    assert curves.accuracy.mark.x == run.history.epoch_seconds.y[0]
    choose(window, qtbot, Along.BATCHES)
    assert [plot.mark.x for plot in curves.plots] == [batches, 1, 1]
