"""The page "Learn" as a whole: the list, its keys, checks, progress, and the code beside values."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.progress import Progress
from desktop.lessons.view import LessonView
from desktop.main_window import MainWindow
from engine.lessons.work import read_work
from tests.desktop.lessons.conftest import Reader

ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.long
def test_every_question_is_reached_by_keys(reader, qtbot: QtBot, window: MainWindow) -> None:
    page = reader.open_question(1)
    contents = page.contents
    assert sorted(contents.numbers) == list(range(1, 39))
    assert contents.current == contents.numbers[0]
    for number in contents.numbers[1:]:
        qtbot.keyClick(contents, Qt.Key.Key_Down)
        assert contents.current == number
        assert number in page.view.lesson.numbers
    qtbot.keyClick(contents, Qt.Key.Key_Home)
    qtbot.keyClicks(contents, "17")
    assert contents.current == 17
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert contents.current == 18
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert contents.current == 17
    reader.figures_after(lambda: None)


def test_f1_goes_to_the_list_from_wherever_one_reads(
    reader, qtbot: QtBot, window: MainWindow
) -> None:
    page = reader.open_question(11)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.view.checks[0].button.setFocus()
    assert not page.contents.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(page.contents.hasFocus)
    assert page.contents.current == 11


def test_enter_goes_to_the_first_control(reader, qtbot: QtBot, window: MainWindow) -> None:
    page = reader.open_question(11)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.contents, Qt.Key.Key_Return)
    form = page.view.experiment.form
    assert QApplication.focusWidget() is next(iter(form.fields.values()))


def test_a_right_answer_is_kept(reader, window: MainWindow) -> None:
    page = reader.open_question(15)
    check = page.view.lesson.checks[0]
    right = check.right
    wrong = reader.check((right + 1) % 3)
    assert wrong.startswith("Not quite.")
    assert reader.check((right + 1) % 3) == wrong
    assert check.why not in wrong
    assert reader.check((right + 2) % 3) == f"Not quite. {check.why}"
    assert not page.progress.done
    assert reader.check(right).startswith("Right.")
    assert set(page.progress.done) == {15}
    assert page.told.text() == "1 of 38 done"
    tries = page.progress.work.tries["15"]
    assert [each.right for each in tries] == [False, False, True]  # the same one twice is one
    again = Progress(page.progress.path)
    again.read()
    assert again.done == page.progress.done


def test_a_verdict_stands_level_with_its_sign_and_the_button(reader, qtbot: QtBot) -> None:
    page = reader.open_question(17)
    card = page.view.checks[0]
    reader.check("0.3")
    qtbot.waitUntil(card.sign.isVisible)
    QApplication.processEvents()

    def middle(widget: QWidget, y: float) -> float:
        return widget.mapTo(card, QPoint(0, 0)).y() + y

    line = card.verdict.contentsRect().top() + card.verdict.fontMetrics().height() / 2
    sign = middle(card.sign, card.sign.height() / 2)
    assert middle(card.verdict, line) == pytest.approx(sign, abs=1)
    assert middle(card.button, card.button.height() / 2) == pytest.approx(sign, abs=1)


def test_an_answer_is_typed(reader) -> None:
    page = reader.open_question(20)
    assert reader.check("7").startswith("Not quite.")
    page.view.checks[0].typed.clear()
    assert reader.check(f" {page.view.lesson.checks[0].accept[0]} ").startswith("Right.")


def test_each_question_has_a_check_of_its_own(reader) -> None:
    page = reader.open_question(7)
    assert reader.check("3", place=1).startswith("Right.")
    assert set(page.progress.done) == {7}
    assert reader.check(page.view.lesson.checks[0].right).startswith("Right.")
    assert set(page.progress.done) == {6, 7}


def test_progress_is_exported_and_forgotten(
    reader, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress = reader.open_question(1).progress
    progress.mark(1)
    progress.mark(3)
    asked: list[str] = []

    def name_is(*_: object, text: str = "") -> tuple[str, bool]:
        asked.append(text)
        return " Ada  L. ", True

    proposed: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", name_is)
    for name in ("mine.csv", "mine.json"):

        def save(_: object, __: str, name_: str, ___: str, path: Path = tmp_path / name) -> Any:
            proposed.append(name_)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
        window.actions_.export_progress.trigger()
    assert asked == [""]  # once
    assert proposed == ["Ada L., progress.json"] * 2
    for name in ("mine.csv", "mine.json"):
        work = read_work(tmp_path / name)
        assert (work.name, set(work.done)) == ("Ada L.", {1, 3})
    window.actions_.pupil_name.trigger()
    assert asked == ["", "Ada L."]
    no, yes = QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes
    for answer, left in ((no, {1, 3}), (yes, set())):
        monkeypatch.setattr(QMessageBox, "exec", lambda _, answer=answer: answer)
        window.actions_.reset_progress.trigger()
        assert set(progress.done) == left


@pytest.mark.parametrize(
    "damage",
    [
        b"{",
        b"{}",
        b'{"done": {"0": "2026-01-01"}}',
        b'{"done": {"1e999": Infinity}}',
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b" " * (2 << 20),
    ],
)
def test_damaged_progress_is_put_aside(tmp_path: Path, qtbot: QtBot, damage: bytes) -> None:
    path = tmp_path / "progress.json"
    path.write_bytes(damage)
    progress = Progress(path)
    with qtbot.waitSignal(progress.failed) as told:
        progress.read()
    assert "put aside as progress.damaged-1.json" in told.args[0]
    assert (tmp_path / "progress.damaged-1.json").read_bytes() == damage
    progress.mark(5)
    assert set(json.loads(path.read_text())["done"]) == {"5"}


def test_the_code_has_the_runs_values(reader, window: MainWindow, qtbot: QtBot) -> None:
    page = reader.open_question(18)
    reader.train()
    lines = page.view.code.lines
    qtbot.waitUntil(lambda: any("self.lr = " in line.value for line in lines.shown))


def test_only_what_follows_the_model_is_asked_for_again(
    reader, qtbot: QtBot, window: MainWindow
) -> None:
    def learn() -> None:
        with qtbot.waitSignal(window.model.trainer.held):
            window.model.step_epoch()
        qtbot.waitUntil(lambda: window.model.questions.are_answered)

    page = reader.open_question(9)
    timed = page.figures
    learn()
    assert all(now is before for now, before in zip(page.figures, timed, strict=True))
    reader.open_question(22)
    first = page.figures
    learn()
    qtbot.waitUntil(lambda: page.figures[0] is not first[0])
    window.model.trainer.stop()


def test_a_lesson_ends_with_the_way_to_the_next_question(reader: Reader, qtbot: QtBot) -> None:
    reader.open_question(6)  # questions 6 and 7 are one lesson
    button = reader.page.view.next_button
    assert button.isVisible()
    assert not reader.page.view.end.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert reader.page.contents.current == 8
    reader.page.open(reader.page.contents.numbers[-1])
    assert not reader.page.view.next_button.isVisible()
    assert reader.page.view.end.isVisible()


def test_tab_goes_from_top_to_bottom(reader: Reader) -> None:
    reader.open_question(1)
    view = reader.page.view
    form = view.experiment.form
    assert form is not None
    first = next(iter(form.fields.values()))
    first.setFocus()
    stops: list[QWidget] = []
    while (at := QApplication.focusWidget()) not in stops and len(stops) < 1000:
        stops.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    stops = [stop for stop in stops if view.isAncestorOf(stop)]
    places = [cards_place(view, stop) for stop in stops]
    assert len(set(places)) > 2
    assert places == sorted(places)
    assert stops[-1] is view.next_button


def cards_place(view: LessonView, widget: QWidget) -> int:
    """Return which part of a lesson holds a widget, counted from the top."""
    parts = (view.experiment, *view.checks, view.code)
    return next((i for i, part in enumerate(parts) if part.isAncestorOf(widget)), len(parts))
