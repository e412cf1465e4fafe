"""Numbers typed and pasted into the fields outside of the settings: taken as typed, or refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

import desktop
from desktop.i18n import translations
from desktop.inspect.step.chooser import Chooser
from desktop.runs.kept_runs import Limits
from desktop.runs.room_dialog import RoomDialog
from desktop.widgets.numbers.fields import WholeNumber
from desktop.widgets.numbers.problem_line import ProblemLine
from tests.desktop.training.test_typed_numbers import TABLE, Enter, paste_in, type_in

USUAL = 20


def chooser() -> Chooser:
    shown = Chooser()
    for field in shown.findChildren(WholeNumber):
        field.show_one(USUAL, 784)
    return shown


def room_dialog() -> RoomDialog:
    return RoomDialog(Limits(USUAL, USUAL), None)  # type: ignore[arg-type]


@pytest.fixture(params=[chooser, room_dialog])
def holder(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    """Return what holds fields for numbers, shown."""
    holder: QWidget = request.param()
    qtbot.addWidget(holder)
    holder.show()
    qtbot.waitExposed(holder)
    return holder


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translations.install(qapp, request.param)
    yield request.param
    translations.install(qapp, "en")


@pytest.mark.parametrize("enter", [type_in, paste_in])
def test_a_number_is_taken_as_it_stands_or_refused_in_a_sentence(
    language: str, holder: QWidget, enter: Enter
) -> None:
    fields = [field for field in holder.findChildren(WholeNumber) if field.isVisibleTo(holder)]
    line = holder.findChild(ProblemLine)
    assert len(fields) > 1
    for field in fields:
        told: list[int] = []
        field.settled.connect(told.append)
        for text, (_, expected) in TABLE.items():
            field.setValue(USUAL)
            told.clear()
            enter(field, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
            is_taken = expected is not None and field.minimum() <= expected <= field.maximum()
            assert field.value() == (expected if is_taken else USUAL), text
            assert told == ([expected] if is_taken else []), text
            assert line.isVisibleTo(holder) == (not is_taken), text
            assert line.text() == field.accessibleDescription(), text
            assert field.lineEdit().text() == (str(expected) if is_taken else text)
        field.setValue(USUAL)


def test_what_is_typed_outlasts_an_answer_to_what_stood_there_before(qtbot: QtBot) -> None:
    holder = chooser()
    qtbot.addWidget(holder)
    holder.show()
    field = holder.weight
    for text in ("1e-3", "125"):
        type_in(field, text)
        field.show_one(USUAL, 784)  # the answer to the number that was finished last
        assert field.lineEdit().text() == text
        assert bool(field.problem) == (text == "1e-3")
        field.show_one(7, 784)  # another one was chosen by a click
        assert field.lineEdit().text() == "7"
        field.show_one(USUAL, 784)


def test_no_limit_is_chosen_that_does_not_stand_there(qtbot: QtBot) -> None:
    dialog = room_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    chosen: list[Limits] = []
    dialog.chosen.connect(chosen.append)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    for text in ("abc", "", "1e"):
        type_in(dialog.runs, text)
        ok.click()
        QTest.keyClick(dialog.runs, Qt.Key.Key_Return)
        assert not chosen
        assert dialog.isVisible()
    type_in(dialog.runs, "1e2")
    ok.click()
    assert chosen == [Limits(100, USUAL)]


def test_there_is_one_kind_of_field_for_numbers() -> None:
    root = Path(desktop.__file__).parent
    users = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "SpinBox" in path.read_text("utf-8")
    }
    made = {"widgets/numbers/fields.py", "widgets/numbers/typing.py"}
    named = {"shell/text_keys.py", "widgets/fields.py", "widgets/style_sheet.py"}  # Qt's own kinds
    assert users == made | named
