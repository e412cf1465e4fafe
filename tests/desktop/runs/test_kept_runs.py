"""Runs are there again in the next window, however the last one ended, and can go on."""

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import engine
from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.runs.columns import Column
from desktop.runs.kept_runs import Limits, clear_away, list_kept
from desktop.runs.run_list import Run
from desktop.runs.table_view import RunsView
from desktop.training.figures import NOTHING
from desktop.worker.messages import Kind, Outcome
from desktop.worker.questions import Session
from desktop.worker.run_state import State
from engine.runs import record
from engine.runs.store import RunStore
from tests.desktop.written import until_written
from tests.mostly_long import mostly_long

ACCURACY = 6  # the column


def wait(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()))


@pytest.fixture
def open_again(qtbot: QtBot, window: MainWindow) -> Iterator[Callable[[], MainWindow]]:
    """Return a function that closes the window and opens the next one, with its kept runs."""

    def again() -> MainWindow:
        if window.isVisible():
            window.close()
        after = create_window()
        qtbot.addWidget(after)
        after.show()
        qtbot.waitExposed(after)
        wait(qtbot, lambda: after.training.keeper.is_back)
        wait(qtbot, lambda: after.model.questions.are_answered)
        return after

    return again


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button.isEnabled(), f"{name} can't be pressed now"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def cell(window: MainWindow, row: int, column: int) -> str:
    table = window.findChild(RunsView, "runsTable").model()
    return str(table.index(row, column).data())


def losses(run: Run) -> list[float]:
    return list(map(float, run.history.batch_loss.y))


def begin_long(window: MainWindow, digits: Path, qtbot: QtBot) -> Run:
    """Begin a run that doesn't end by itself, and wait until some of it is kept."""
    settings = window.training.panel.settings
    window.model.datasets.choose(digits)
    settings.batch_size.setValue(32)
    settings.epochs.setValue(9_000)
    settings.lr.setValue(0.1)
    click(qtbot, window, "trainButton")
    return until_written(window, qtbot)


def test_runs_are_there_again_with_curves_ticks_and_names(
    qtbot: QtBot,
    train: Callable[..., Run],
    window: MainWindow,
    open_again: Callable[[], MainWindow],
) -> None:
    first, second = train(lr=0.5), train(lr=0.25)
    table = window.training.runs.table
    assert table.setData(table.index(1, 0), "the faster one")
    table.setData(table.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    table.setData(table.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    wait(qtbot, lambda: window.model.questions.are_answered)
    columns = (*range(8), Column.DRAWN)
    rows = [[cell(window, row, column) for column in columns] for row in range(2)]
    figure, note = (
        window.training.curves.figures.drawn.text(),
        window.training.panel.gap_note.text(),
    )
    assert figure == rows[0][-1] != NOTHING
    after = open_again()
    assert [[cell(after, row, column) for column in columns] for row in range(2)] == rows
    wait(qtbot, lambda: after.training.curves.figures.drawn.text() == figure)
    assert after.training.panel.gap_note.text() == note != ""
    again = after.model.runs.runs
    assert [run.name for run in again] == ["the faster one", "Run 2"]
    assert [run.shown for run in again] == [True, True]
    assert [losses(run) for run in again] == [losses(first), losses(second)]
    assert list(again[0].history.accuracy.y) == list(first.history.accuracy.y)
    wait(qtbot, lambda: after.training.curves.is_at_rest)
    assert len(after.training.curves.loss.curves) == 2


def test_the_network_that_answered_answers_again(
    qtbot: QtBot,
    train: Callable[..., Run],
    window: MainWindow,
    digits: Path,
    open_again: Callable[[], MainWindow],
) -> None:
    run = train()
    wait(qtbot, lambda: RunStore().find(run.start.id).standing == "finished")
    image = engine.load_dataset(digits).valid.images[0]
    expected = engine.Classifier.load(
        RunStore().open(run.start.id).weights(RunStore().open(run.start.id).steps()[-1])
    ).predict(image)
    after = open_again()
    wait(qtbot, lambda: after.model.source and after.model.source.kind is Kind.RUN)
    with qtbot.waitSignal(after.model.link.read) as told:
        after.model.link.answer(10_000, image)
    reading = told.args[0]
    assert np.allclose(reading.prediction.probabilities, expected.probabilities, atol=1e-6)
    after.training.desk.use_starter()
    wait(qtbot, lambda: after.model.source.kind is Kind.STARTER)
    wait(qtbot, lambda: after.training.keeper.answering == "")


def test_the_next_run_is_counted_on(
    qtbot: QtBot, train: Callable[..., Run], open_again: Callable[[], MainWindow]
) -> None:
    train()
    after = open_again()
    click(qtbot, after, "trainButton")
    wait(qtbot, lambda: len(after.model.runs.runs) == 2)
    assert [cell(after, row, 0) for row in range(2)] == ["Run 2", "Run 1"]
    wait(qtbot, lambda: after.model.trainer.is_free)


@pytest.mark.parametrize("ending", [pytest.param("closed", marks=pytest.mark.long), "killed"])
def test_a_run_that_was_cut_off_goes_on_with_the_same_numbers(
    ending: str,
    qtbot: QtBot,
    window: MainWindow,
    digits: Path,
    open_again: Callable[[], MainWindow],
) -> None:
    run = begin_long(window, digits, qtbot)
    if ending == "killed":
        process = window.model.link.process
        assert process
        assert process.pid
        os.kill(process.pid, signal.SIGKILL)
        wait(qtbot, lambda: run.outcome is Outcome.CUT_OFF)
        assert cell(window, 0, ACCURACY).startswith("cut off at batch")
        assert "can be continued" in window.banner.message.text()
    after = open_again()
    step = RunStore().find(run.start.id).record.step
    (again,) = after.model.runs.runs
    assert (again.outcome, again.batches_done) == (Outcome.CUT_OFF, step)
    assert cell(after, 0, ACCURACY) == f"cut off at batch {step:,}"
    after.training.runs.view.selectRow(0)
    click(qtbot, after, "continueButton")
    wait(qtbot, lambda: after.model.trainer.state is State.RUNNING)
    wait(qtbot, lambda: after.model.runs.runs[0].batches_done > step + 20)
    after.model.trainer.stop()
    wait(qtbot, lambda: after.model.trainer.is_free)
    (went_on,) = after.model.runs.runs
    assert (went_on.name, went_on.start.id) == (again.name, again.start.id)
    learner = engine.Learner(engine.load_dataset(digits), run.start.config)
    told = losses(went_on)
    expected: list[float] = []
    for report in learner.fit(every=8):
        if isinstance(report, engine.StepReport):
            expected += report.losses.tolist()
        if len(expected) >= len(told):
            break
    assert told == expected[: len(told)]


@pytest.mark.long
def test_a_run_that_went_on_and_was_killed_answers_again(
    qtbot: QtBot, window: MainWindow, digits: Path, open_again: Callable[[], MainWindow]
) -> None:
    run = begin_long(window, digits, qtbot)
    window.model.trainer.stop()
    wait(qtbot, lambda: window.model.trainer.is_free)
    window.training.runs.view.selectRow(0)
    click(qtbot, window, "continueButton")
    wait(qtbot, lambda: window.model.trainer.state is State.RUNNING)
    wait(qtbot, lambda: window.model.runs.runs[0].history.last_step)
    process = window.model.link.process
    assert process
    assert process.pid
    with qtbot.waitSignal(window.model.source_changed):
        os.kill(process.pid, signal.SIGKILL)
    # the starter network may be the next worker's first answer, for a moment
    wait(qtbot, lambda: window.model.source and window.model.source.kind is Kind.RUN)
    assert window.training.keeper.answering == run.start.id
    after = open_again()
    wait(qtbot, lambda: after.model.source and after.model.source.kind is Kind.RUN)


def test_a_deleted_run_is_gone_from_the_disk(
    qtbot: QtBot, train: Callable[..., Run], window: MainWindow
) -> None:
    run = train()
    window.training.runs.view.selectRow(0)
    click(qtbot, window, "deleteRunButton")
    wait(qtbot, lambda: window.model.questions.are_answered)
    assert RunStore().runs().runs == ()
    assert not (RunStore().folder / run.start.id).exists()


def test_the_model_of_an_earlier_run_can_be_used_and_reported(
    qtbot: QtBot,
    train: Callable[..., Run],
    window: MainWindow,
    open_again: Callable[[], MainWindow],
    save_to: Callable[[str], Path],
) -> None:
    train()
    window.training.desk.use_starter()
    wait(qtbot, lambda: window.training.keeper.answering == "")
    after = open_again()
    assert after.model.source.kind is Kind.STARTER
    after.training.runs.view.selectRow(0)
    click(qtbot, after, "restoreButton")
    wait(qtbot, lambda: after.model.source.kind is Kind.RUN)
    page = save_to("report.html")
    after.training.runs.menu.report.trigger()
    wait(qtbot, page.exists)
    assert "Run 1" in page.read_text("utf-8")


def test_a_store_that_a_newer_version_keeps_is_only_read(
    qtbot: QtBot,
    train: Callable[..., Run],
    window: MainWindow,
    open_again: Callable[[], MainWindow],
) -> None:
    train()
    (RunStore().folder / "store.json").write_text(json.dumps({"format": 99}))
    after = open_again()
    assert "A newer version of Inkgrad keeps its runs here" in after.banner.message.text()
    assert [run.name for run in after.model.runs.runs] == ["Run 1"]


def settle(qtbot: QtBot, window: MainWindow) -> None:
    wait(qtbot, lambda: window.model.questions.are_answered)


def test_nothing_is_said_of_a_run_that_cannot_be_kept(
    qtbot: QtBot, train: Callable[..., Run], window: MainWindow
) -> None:
    run = train()
    table, banner = window.training.runs.table, window.banner
    table.setData(table.index(0, Column.NOTE), "a note")
    settle(qtbot, window)
    (RunStore().folder / "store.json").write_text(json.dumps({"format": 99}))
    deeds: list[Callable[[], object]] = [
        lambda: table.setData(table.index(0, Column.NAME), "mine"),
        lambda: table.setData(table.index(0, Column.NOTE), "another note"),
        window.training.runs.menu.keep.trigger,
        lambda: click(qtbot, window, "deleteRunButton"),
    ]
    for deed in deeds:
        banner.hide()
        deed()
        settle(qtbot, window)
        assert "A newer version of Inkgrad keeps its runs here" in banner.message.text()
        assert banner.isVisible()
        assert window.model.runs.runs == [run]
        assert (run.name, run.note, run.keep) == ("Run 1", "a note", False)
        assert cell(window, 0, Column.NAME) == "Run 1"
    banner.hide()
    unticked, role = Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    table.setData(table.index(0, Column.NAME), unticked, role)
    settle(qtbot, window)
    assert not run.shown
    assert not banner.isVisible()  # which are compared is this window's own affair


def test_what_another_program_says_of_a_run_stays(
    qtbot: QtBot, train: Callable[..., Run], window: MainWindow
) -> None:
    run, table = train(), window.training.runs.table
    settle(qtbot, window)
    known = RunStore().find(run.start.id).labels
    RunStore().label(run.start.id, replace(known, note="of another"), known)
    table.setData(table.index(0, Column.NAME), "mine")
    settle(qtbot, window)
    kept = RunStore().find("mine").labels
    assert (kept.note, kept.name) == ("of another", "mine")


def test_a_run_that_somebody_removed_goes_by_its_name(
    qtbot: QtBot, train: Callable[..., Run], window: MainWindow
) -> None:
    run, table = train(), window.training.runs.table
    settle(qtbot, window)
    shutil.rmtree(RunStore().folder / run.start.id)
    table.setData(table.index(0, Column.NOTE), "gone?")
    settle(qtbot, window)
    assert "There is no kept run 'Run 1'" in window.banner.message.text()
    assert run.note == ""
    window.banner.hide()
    click(qtbot, window, "deleteRunButton")
    settle(qtbot, window)
    assert window.model.runs.runs == []
    assert not window.banner.isVisible()  # that it should be gone is what was wanted


@pytest.mark.parametrize("where", mostly_long(["nowhere", "in another folder"], {1}))
def test_a_run_whose_data_stood_elsewhere_goes_on_where_they_are_found(
    where: str,
    qtbot: QtBot,
    window: MainWindow,
    digits: Path,
    open_again: Callable[[], MainWindow],
    tmp_path: Path,
) -> None:
    there, moved = tmp_path / "there", tmp_path / "moved"
    begin_long(window, Path(shutil.copytree(digits, there)), qtbot)
    window.model.trainer.stop()
    wait(qtbot, lambda: window.model.trainer.is_free)
    run = window.model.runs.runs[0]
    after = open_again()
    there.rename(moved)
    if where != "nowhere":
        after.model.datasets.choose(moved)
        settle(qtbot, after)
    after.model.datasets.choose("mnist_sample")
    after.training.runs.view.selectRow(0)
    step = RunStore().find(run.start.id).record.step
    click(qtbot, after, "continueButton")
    settle(qtbot, after)
    if where == "nowhere":
        said = after.banner.message.text()
        assert said.startswith("Run 1 can't go on: its data isn't at hand")
        assert str(there) in said
        assert after.model.trainer.is_free
        assert after.model.datasets.chosen == "mnist_sample"
        return
    wait(qtbot, lambda: after.model.runs.runs[0].batches_done > step)
    assert after.model.datasets.chosen == moved
    after.model.trainer.stop()
    wait(qtbot, lambda: after.model.trainer.is_free)


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist", "my_drawings", "my_drawings+mnist"])
def test_data_that_go_by_a_name_keep_it(digits: Path, name: str) -> None:
    learner = engine.Learner(engine.load_dataset(digits), engine.TrainConfig(epochs=1))
    kept = RunStore().record(learner, "reader", print, source=name)
    kept.end(record.Outcome.FINISHED)
    kept.wait()
    runs, _ = next(iter(list_kept(Limits())(cast(Session, None))))  # it looks at nothing else
    assert [run.start.source for run in runs] == [name]


def test_a_run_of_another_process_is_listed_once_it_has_ended(digits: Path) -> None:
    learner = engine.Learner(engine.load_dataset(digits), engine.TrainConfig(epochs=1))
    kept = RunStore().record(learner, "reader", print)

    def listed() -> list[str]:
        runs, _ = next(iter(list_kept(Limits())(cast(Session, None))))
        return [run.start.id for run in runs]

    assert listed() == []
    kept.end(record.Outcome.FINISHED)
    kept.wait()
    assert listed() == [kept.folder.id]


def test_the_models_of_runs_that_make_room_are_let_go_of(digits: Path) -> None:
    learner = engine.Learner(engine.load_dataset(digits), engine.TrainConfig(epochs=1))
    kept = RunStore().record(learner, "reader", print)
    kept.end(record.Outcome.FINISHED)
    kept.wait()
    forgotten: list[tuple[int, ...]] = []
    session = cast(Session, SimpleNamespace(forget=forgotten.append))
    assert list(clear_away(Limits(runs=0), {kept.folder.id: 7})(session)) == [(7,)]
    assert forgotten == [(7,)]


def test_a_damaged_run_is_told_of_once(
    qtbot: QtBot,
    train: Callable[..., Run],
    window: MainWindow,
    open_again: Callable[[], MainWindow],
) -> None:
    run = train()
    wait(qtbot, lambda: RunStore().find(run.start.id).standing == "finished")
    window.close()
    (RunStore().folder / run.start.id / "run.json").write_text("{")
    after = open_again()
    assert "damaged" in after.banner.message.text()
    assert after.model.runs.runs == []


def test_a_model_that_was_opened_answers_again(
    qtbot: QtBot, window: MainWindow, open_again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "given.safetensors"
    engine.Classifier.starter("mnist_sample").save(path)
    window.training.desk.open_model_file(path)
    wait(qtbot, lambda: window.training.keeper.answering == str(path))
    after = open_again()
    wait(qtbot, lambda: after.model.source.kind is Kind.FILE)
    assert after.model.source.name == "given"
    assert after.model.source.classes == ("3", "7")
    after.close()
    path.unlink()
    last = open_again()
    assert last.model.source.kind is Kind.STARTER
    assert "given.safetensors" in last.banner.message.text()


def test_what_is_said_of_a_run_survives_closing_at_once(
    qtbot: QtBot,
    train: Callable[..., Run],
    window: MainWindow,
    open_again: Callable[[], MainWindow],
) -> None:
    train()
    table = window.training.runs.table
    for _ in range(20):
        window.model.questions.ask(list_kept(Limits()))  # which are answered first
    assert table.setData(table.index(0, 0), "the last word")
    assert cell(open_again(), 0, 0) == "the last word"
