"""The runs of a session: whose numbers are whose, and which of them are seen."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.card import RunsCard
from desktop.runs.history import RunHistory
from desktop.runs.menu import RunsMenu
from desktop.runs.rates import all_rates, short_rates
from desktop.runs.run_list import Run, RunLog
from desktop.runs.table import RunTable
from desktop.training.plot_words import accuracy_words
from desktop.worker.messages import Origin, Outcome
from engine.config import TrainConfig
from engine.reports import EpochReport, StepReport
from tests.desktop.by_hand import a_start, kept


def train(log: RunLog, *losses: float) -> None:
    """Report batches, and one epoch that ends with them."""
    log.live.add([StepReport(len(losses), 1, np.array(losses, np.float32), 0.1, 1.0)])
    log.live.add([EpochReport(1, 1, float(np.mean(losses)), losses[-1], 0.5, 1.0)])


@pytest.fixture
def log() -> RunLog:
    """Return a log of two ended runs."""
    log = RunLog()
    for number, loss in ((1, 0.5), (2, 0.25)):
        log.begin(a_start(number=number), f"Run {number}")
        train(log, loss, loss / 2)
        log.end(Outcome.FINISHED)
    return log


def test_the_live_history_is_always_the_newest_runs(log: RunLog) -> None:
    live = log.live
    log.begin(a_start(number=3), "Run 3")
    assert log.live is live is log.find(3).history
    assert len(live.batch_loss) == 0
    assert log.find(2).history.batch_loss.y.tolist() == [0.25, 0.125]
    assert log.find(1).history.batch_loss.y.tolist() == [0.5, 0.25]


def test_a_new_run_takes_the_place_of_a_lone_one(log: RunLog) -> None:
    assert [run.number for run in log.shown] == [2]
    log.find(1).shown = True
    log.begin(a_start(number=3), "Run 3")
    assert [run.number for run in log.shown] == [1, 2, 3]


def test_deleting_what_is_seen_shows_another(log: RunLog) -> None:
    log.delete(2)
    assert [run.number for run in log.shown] == [1]
    assert log.current is None
    assert len(log.live.batch_loss) == 0


def test_a_run_keeps_its_look_and_a_free_one_is_given_again(log: RunLog) -> None:
    assert [run.look for run in log.runs] == [0, 1]
    log.delete(1)
    assert log.begin(a_start(number=3), "Run 3").look == 0
    assert log.find(2).look == 1


def test_a_run_that_goes_on_is_what_it_was(log: RunLog) -> None:
    run = log.begin(a_start(number=3, id="kept"), "Run 3")
    train(log, 0.5, 0.4)
    log.change_lr(0.2)
    run.own_name, run.note, run.keep = "mine", "good", True
    log.end(Outcome.STOPPED)
    log.delete(1)
    again = log.begin(a_start(number=4, id="kept"), "Run 4")
    assert log.runs == [log.find(2), again]
    assert (again.look, again.first_name, again.name) == (2, "Run 3", "mine")
    assert (again.note, again.keep, again.numbers) == ("good", True, {3, 4})
    assert again.rates == [(0, 0.1), (2, 0.2)]
    assert log.begun == 3


def test_the_best_epoch_is_told_beside_the_newest(log: RunLog) -> None:
    run = log.begin(a_start(number=3), "Run 3")
    log.add(EpochReport(n, 3, 0.5, 0.5, valid, 1.0) for n, valid in ((1, 0.5), (2, 0.9), (3, 0.8)))
    assert accuracy_words(run) == "Epoch 3: 80.00 % correct, 90.00 % at best"


def test_a_name_of_very_many_digits_counts_nothing() -> None:
    """Python makes no number of over 4,300; a letter after them took a second to look for."""
    log = RunLog()
    many = "9" * 9999
    log.add_kept(kept(-n, name) for n, name in enumerate((many, f"{many}x", "Run 2"), 1))
    assert [run.name for run in log.runs] == [many, f"{many}x", "Run 2"]
    assert log.begun == 2


def test_runs_are_counted_on_from_the_highest_that_is_kept() -> None:
    log = RunLog()
    log.add_kept(kept(-n, f"Run {n}") for n in (3, 7))  # others are deleted
    assert log.begun == 7
    log.begin(a_start(number=1), "Run 8")
    assert log.begun == 8


def test_the_menu_offers_what_can_be_done_with_the_selected_and_the_ticked(
    log: RunLog, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = RunsMenu(RunTable(log), parent)
    lost, kept = log.runs
    kept.start, kept.keep = replace(kept.start, id="kept"), True
    lone = (menu.rename, menu.note, menu.landscape, menu.notebook)

    def offered(selected: list[Run], ticked: list[Run]) -> tuple[list[bool], list[bool]]:
        menu.offer(selected, ticked, reports=False)
        others = (menu.comparison, menu.export, menu.keep)
        return [a.isEnabled() for a in lone], [a.isEnabled() for a in others]

    assert offered([kept], [lost, kept]) == ([True] * 4, [True] * 3)
    assert menu.keep.isChecked()
    assert offered([lost, kept], [kept]) == ([False] * 4, [False, False, True])
    assert not menu.keep.isChecked()
    assert offered([], []) == ([False] * 4, [False] * 3)
    assert not menu.report.isEnabled()


def test_only_a_run_under_way_ends(log: RunLog) -> None:
    log.end(Outcome.STOPPED)
    assert log.ended is None
    assert log.find(2).outcome is Outcome.FINISHED
    log.begin(a_start(number=3), "Run 3")
    log.end(Outcome.STOPPED)
    assert log.ended is log.find(3)
    assert log.find(3).outcome is Outcome.STOPPED


def test_what_others_had_trained_is_listed_and_changes_nothing_of_the_readers(log: RunLog) -> None:
    mine, numbers = log.find(2), log.live.batch_loss
    guest = log.begin(a_start(number=3, origin=Origin.DRAWINGS), "My drawings")
    log.add([StepReport(1, 1, np.array([9.0], np.float32), 0.1, 0.1)])
    log.note_divergence()
    log.end(Outcome.FAILED)
    assert log.runs[-1] is guest
    assert guest.history.batch_loss.y.tolist() == [9.0]
    assert guest.outcome is Outcome.FAILED
    assert guest.diverged
    assert log.shown == [mine]
    assert (log.newest, log.current) == (mine, mine)
    assert log.live.batch_loss is numbers
    assert not mine.diverged
    assert log.begun == 2
    log.begin(a_start(number=4), "Run 3")
    assert not mine.shown  # a lone curve of the reader's, as if there were no other runs
    assert log.begun == 3


def test_smoothing_reaches_every_run_and_those_to_come(log: RunLog) -> None:
    log.smooth(0.0)
    for number in (1, 2):
        history = log.find(number).history
        np.testing.assert_array_equal(history.smooth_loss.y, history.batch_loss.y)
    log.begin(a_start(number=3), "Run 3")
    train(log, 1.0, 0.0)
    assert log.live.smooth_loss.y.tolist() == [1.0, 0.0]


def test_smoothing_anew_is_the_same_as_smoothing_on_the_way() -> None:
    losses = np.random.default_rng(0).random(3000).astype(np.float32)
    on_the_way = RunHistory()
    on_the_way.smooth(0.97)
    for step, loss in enumerate(losses, 1):
        on_the_way.add([StepReport(step, 1, losses[step - 1 : step], 0.1, 1.0)])
        assert loss == losses[step - 1]
    anew = RunHistory()
    anew.add([StepReport(len(losses), 1, losses, 0.1, 1.0)])
    anew.smooth(0.97)
    np.testing.assert_allclose(anew.smooth_loss.y, on_the_way.smooth_loss.y, rtol=1e-7)


def test_the_rates_that_were_set_are_kept(log: RunLog) -> None:
    log.change_lr(0.9)
    log.end(Outcome.STOPPED)  # the data was never read
    run = log.begin(a_start(number=3), "Run 3")
    assert run.rates == [(0, 0.1)]
    log.change_lr(0.2)  # before the first batch
    assert run.rates == [(0, 0.2)]
    train(log, 0.5, 0.4)
    for lr in (0.3, 0.4, 0.5):  # between the same two batches
        log.change_lr(lr)
    assert run.rates == [(0, 0.2), (2, 0.5)]
    log.change_lr(0.2)
    assert run.rates == [(0, 0.2)]
    log.change_lr(0.5)
    assert short_rates(run) == "0.2 → 0.5"
    assert all_rates(run) == "0.2; 0.5 from batch 3 on"
    log.end(Outcome.FINISHED)
    log.change_lr(0.7)  # while the next one's data is read
    assert run.rates[-1] == (2, 0.5)
    following = log.begin(a_start(number=4), "Run 4")
    assert following.rates == [(0, 0.7)]
    assert short_rates(following) == all_rates(following) == "0.7"


def test_a_rows_tip_tells_what_it_learned_from_and_how(log: RunLog) -> None:
    config = TrainConfig(momentum=0.9, zero_grad=False, epochs=3)
    run = log.begin(a_start(number=3, config=config), "a <b>")
    train(log, 0.5, 0.4)
    log.change_lr(0.025)
    table = RunTable(log)
    table.refresh()
    first = table.index(0, 0)
    assert table.data(first, Qt.ItemDataRole.ToolTipRole) == (
        "<p>a &lt;b&gt;<br>Running<br>Best epoch: 1, 50.00 % correct<br>"
        "Data: 3s and 7s<br>Model: simple_net<br>Learning rate: 0.1; 0.025 from batch 3 on<br>"
        "Momentum: 0.9<br>Zero gradients: no</p>"
    )
    assert table.data(table.index(0, 3)) == "0.1 → 0.025"
    run.outcome = Outcome.FINISHED
    assert "Finished" in table.data(first, Qt.ItemDataRole.ToolTipRole)
    assert table.data(table.index(1, 3)) == "0.1"


@pytest.fixture
def card(log: RunLog, qtbot: QtBot) -> RunsCard:
    """Return the table of the two runs, shown."""
    card = RunsCard(log)
    qtbot.addWidget(card)
    card.resize(600, 120)
    card.show()
    qtbot.waitExposed(card)
    return card


@pytest.mark.parametrize("chosen", [False, True])
def test_a_runs_name_leaves_its_curves_key_alone(card: RunsCard, log: RunLog, chosen: bool) -> None:
    log.runs[1].own_name = "a run with a name so long that no column could hold the whole of it"
    log.runs[0].shown, log.runs[1].shown = True, False
    card.view.updateGeometries()  # as where somebody gives it that name
    if chosen:
        card.view.selectRow(0)
    assert colors_behind_name(card) == 1  # the paper, and no letter
    log.runs[1].shown = True
    assert colors_behind_name(card) > 1


def colors_behind_name(card: RunsCard) -> int:
    """Count the colours at the right end of the newest run's name."""
    cell = card.view.visualRect(card.table.index(0, 0))
    key = cell.adjusted(cell.width() - 25, 2, 0, -2)
    image = card.view.viewport().grab(key).toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_the_table_is_as_high_as_its_rows(card: RunsCard, log: RunLog, qtbot: QtBot) -> None:
    for rows in (2, 1):
        card.refresh()
        last = card.view.visualRect(card.table.index(rows - 1, 0))
        qtbot.waitUntil(lambda last=last: 0 <= card.view.viewport().height() - last.bottom() < 6)
        log.delete(rows)


def test_the_columns_names_stay_small(window: MainWindow) -> None:
    view = window.training.runs.view
    window.training.runs.show()
    assert view.horizontalHeader().font().pointSizeF() < view.font().pointSizeF()


def test_a_narrow_table_has_room_for_names(card: RunsCard, qtbot: QtBot) -> None:
    for width, narrow in ((900, False), (300, True)):
        card.resize(width, 120)
        qtbot.waitUntil(lambda narrow=narrow: card.view.isColumnHidden(2) is narrow)
        last = card.view.visualRect(card.table.index(1, 0))
        assert last.width() >= min(120, card.view.sizeHintForColumn(0))
        qtbot.waitUntil(lambda last=last: card.view.viewport().height() >= last.bottom())


def test_the_newest_run_is_chosen_until_people_choose(
    window: MainWindow, train: Callable[..., Run]
) -> None:
    card = window.training.runs
    first = train()
    assert card.selected() == [first]
    assert card.restore_button.isEnabled()
    assert card.menu.report.isEnabled()
    second = train()
    assert card.selected() == [second]
    card.view.selectRow(1)  # the first
    train()
    assert card.selected() == [first]


@pytest.mark.parametrize("held", ["Ctrl+F9", "Shift+F9"])
def test_a_new_run_is_chosen_whatever_key_is_held(card: RunsCard, log: RunLog, held: str) -> None:
    card.refresh()
    QTest.keySequence(card, QKeySequence(held))  # which Qt remembers as held
    newest = log.begin(a_start(number=3), "Run 3")
    log.end(Outcome.FINISHED)
    card.refresh()
    assert card.selected() == [newest]
    QTest.keyClick(card, Qt.Key.Key_F9)
