"""Numbers typed and pasted into the settings: what stands there is what runs, or nothing runs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.data.dataset_list import DatasetList
from desktop.i18n import translations
from desktop.main_window import MainWindow
from desktop.training.reader_settings import ReaderSettings
from desktop.training.settings import SettingsForm
from desktop.widgets.numbers.fields import NumberField, RealNumber, WholeNumber, stepped
from desktop.widgets.numbers.problem_line import ProblemLine
from desktop.worker.run_state import State
from engine.config import TrainConfig
from engine.errors import ConfigError
from tests.mostly_long import mostly_long

NUMBERS = ("lr", "batch_size", "epochs", "momentum", "weight_decay", "seed")
TABLE: dict[str, tuple[float | None, int | None]] = {  # in a field for any number, for a whole one
    "1e-3": (0.001, None),
    "5e-4": (0.0005, None),
    "0,5": (0.5, None),
    "0.5": (0.5, None),
    ".5": (0.5, None),
    " 0.5 ": (0.5, None),
    "abc": (None, None),
    "": (None, None),
    "+0.5": (0.5, None),
    "1E-3": (0.001, None),
    "5e": (None, None),
    "--1": (None, None),
    "0x10": (None, None),
    "1_000": (None, None),
    "inf": (None, None),
    "nan": (None, None),
    "1e2": (None, 100),
    "64": (None, 64),
    "7,0": (None, 7),
    "4" * 400: (None, None),
}
Enter = Callable[[NumberField, str], None]


def type_in(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def paste_in(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture(params=["en", "de"])
def form(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[SettingsForm]:
    """Return the form in a language, with all of its settings open."""
    translations.install(qapp, request.param)
    form = SettingsForm(ReaderSettings(), DatasetList())
    qtbot.addWidget(form)
    form.more.setChecked(True)
    form.resize(360, 900)
    form.show()
    qtbot.waitExposed(form)
    yield form
    translations.install(qapp, "en")


def line_below(form: SettingsForm, field: NumberField) -> ProblemLine | None:
    """Return the sentence that can be seen below a field, if there is one."""
    place = field.mapTo(form, QPoint(0, 0)).y() + field.height()
    lines = [line for line in form.findChildren(ProblemLine) if line.isVisible()]
    found = [line for line in lines if 0 <= line.mapTo(form, QPoint(0, 0)).y() - place < 20]
    return found[0] if found else None


@pytest.mark.parametrize("enter", mostly_long([type_in, paste_in], {0}))
@pytest.mark.parametrize("name", NUMBERS)
def test_a_field_takes_what_stands_there_or_says_why_not(
    form: SettingsForm, name: str, enter: Enter
) -> None:
    field = form.fields[name]
    assert isinstance(field, NumberField)
    point = QLocale().decimalPoint()
    ranged = {"lr": 1e6, "weight_decay": 100, "momentum": 0.9999}
    for text, (real, whole) in TABLE.items():
        field.setValue(3 if isinstance(field, WholeNumber) else 0.25)
        expected = whole
        if isinstance(field, RealNumber):
            fits = whole is not None and whole <= ranged[name]
            expected = real if real is not None else whole if fits else None
        enter(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()  # the layout
        line = line_below(form, field)
        if expected is None:
            assert field.lineEdit().text() == text, (name, text)  # what was typed still stands
            assert line is not None, (name, text)
            assert line.text() == field.accessibleDescription() != ""
            assert field.value() == (3 if isinstance(field, WholeNumber) else 0.25), (name, text)
            with pytest.raises(ConfigError):
                form.config()
        else:
            assert line is None, (name, text, line and line.text())
            assert field.value() == expected, (name, text)
            assert getattr(form.config(), name) == expected, (name, text)
            assert field.lineEdit().text() == f"{expected:g}".replace(".", point)


@pytest.mark.parametrize("form", ["en"], indirect=True)
def test_nothing_is_written_over_while_it_is_typed(form: SettingsForm) -> None:
    type_in(form.lr, "0,0")
    assert (form.lr.lineEdit().text(), form.lr.value()) == ("0,0", 0)
    form.lr.typing.rested.emit()  # as after a rest
    assert form.lr.lineEdit().text() == "0,0"
    QTest.keyClicks(form.lr, "5")
    assert (form.lr.lineEdit().text(), form.lr.value()) == ("0,05", 0.05)
    form.batch_size.setFocus()
    assert form.lr.lineEdit().text() == "0.05"


@pytest.mark.parametrize("form", ["en"], indirect=True)
def test_a_number_that_is_begun_is_given_time(form: SettingsForm, qtbot: QtBot) -> None:
    type_in(form.lr, "5e")
    assert not line_below(form, form.lr)
    assert form.lr.problem
    qtbot.waitUntil(lambda: line_below(form, form.lr) is not None)
    QTest.keyClicks(form.lr, "-4")
    assert not line_below(form, form.lr)
    assert form.config().lr == 0.0005


@pytest.mark.parametrize("form", ["en"], indirect=True)
@pytest.mark.parametrize("text", ["abc", "1,000", "1,000,000"])
def test_a_wrong_text_stays_when_the_focus_leaves_and_steps_do_nothing(
    form: SettingsForm, text: str
) -> None:
    for field in (form.lr, form.epochs):
        before = field.value()
        paste_in(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Up)
        form.batch_size.setFocus()
        form.hide()
        form.show()
        assert field.lineEdit().text() == text
        assert field.value() == before
        field.setValue(before)  # the same number: it is shown again
        assert field.lineEdit().text() == str(before)
        assert not field.problem


@pytest.mark.parametrize("form", ["en"], indirect=True)
def test_a_field_holds_exactly_what_was_typed(form: SettingsForm) -> None:
    for text, shown in (
        ("1.25e-7", "1.25e-7"),
        ("0.123456789", "0.123456789"),
        ("5e-06", "0.000005"),
    ):
        type_in(form.lr, text)
        QTest.keyClick(form.lr, Qt.Key.Key_Return)
        assert form.lr.value() == float(text) == form.config().lr
        assert form.lr.lineEdit().text() == shown


@pytest.mark.parametrize("form", ["en"], indirect=True)
def test_a_digit_of_another_script_is_refused(form: SettingsForm) -> None:
    paste_in(form.lr, "٣")  # int() would take it
    assert line_below(form, form.lr)
    paste_in(form.epochs, "٣")
    assert line_below(form, form.epochs)


@pytest.mark.parametrize(
    ("value", "steps", "after"),
    [
        *((0.1, 1, 0.11), (0.1, -1, 0.099), (1, -1, 0.99), (0.95, 10, 1.05), (0, 1, 0.001)),
        *((0.0001, 1, 0.00011), (2e-6, 1, 3e-6)),
    ],
)
def test_arrows_change_the_second_digit(value: float, steps: int, after: float) -> None:
    assert stepped(value, steps) == after


def test_arrows_stay_within_the_range(qtbot: QtBot) -> None:
    field = RealNumber(0, 0.9999, 0.999)
    qtbot.addWidget(field)
    field.stepBy(1000)
    assert field.value() == 0.9999
    field.stepBy(-10_000)
    assert field.value() == 0


@pytest.mark.parametrize("form", ["en"], indirect=True)
def test_a_line_is_there_only_with_its_row(form: SettingsForm) -> None:
    form.model.setValue("mlp")
    form.basic.hidden.setText("30; 20")
    lines = [line for line in form.findChildren(ProblemLine) if line.isVisible()]
    assert [line.text() for line in lines] == [
        "The hidden layers are '30; 20': type widths such as 100, 50."
    ]
    form.model.setValue("simple_net")
    assert not lines[0].isVisible()
    assert form.config() == TrainConfig()
    form.model.setValue("mlp")
    assert lines[0].isVisible()


@pytest.fixture
def few(window: MainWindow, digits: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with little to learn from, and the focus where keys go to it."""
    window.model.datasets.choose(digits)
    window.activateWindow()
    qtbot.waitActive(window)
    return window


@pytest.mark.parametrize("name", ["lr", "momentum"])
@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_F10])
def test_nothing_runs_while_a_field_is_wrong(few: MainWindow, key: Qt.Key, name: str) -> None:
    settings = few.training.panel.settings
    settings.more.setChecked(True)
    field = settings.fields[name]
    assert isinstance(field, RealNumber)
    for text in ("1e-", "abc", "0,1,"):
        type_in(field, text)
        few.banner.hide()
        QTest.keyClick(field, key)
        assert few.model.trainer.state is State.IDLE
        assert few.banner.isVisible()
        title = {"lr": "Learning rate", "momentum": "Momentum"}[name]
        assert few.banner.message.text().startswith(f"Check “{title}” first. '{text}' ")


def test_no_rate_is_looked_for_while_a_field_is_wrong(
    few: MainWindow, press: Callable[[str], None]
) -> None:
    type_in(few.training.panel.settings.batch_size, "many")
    press("findLrButton")
    assert not few.training.lr_card.is_searching
    assert few.banner.message.text().startswith("Check “Batch size” first.")


def test_screen_readers_hear_what_is_wrong(few: MainWindow) -> None:
    form = few.training.panel.settings
    paste_in(form.lr, "abc")
    line = line_below(form, form.lr)
    heard = QAccessible.queryAccessibleInterface(line)
    assert (
        heard.text(QAccessible.Text.Name)
        == "'abc' is not a number: type something like 0.01 or 1e-3."
    )
    field = QAccessible.queryAccessibleInterface(form.lr)
    assert field.text(QAccessible.Text.Description) == heard.text(QAccessible.Text.Name)


def test_what_stands_there_runs_before_it_is_left(
    few: MainWindow, wait_for_state: Callable[[State], None]
) -> None:
    settings = few.training.panel.settings
    settings.epochs.setValue(1)
    type_in(settings.lr, "1e-3")
    QTest.keyClick(settings.lr, Qt.Key.Key_F5)
    wait_for_state(State.IDLE)
    assert few.model.runs.runs[-1].start.config.lr == 0.001


def test_only_a_finished_rate_counts_in_mid_run(
    few: MainWindow, wait_for_state: Callable[[State], None], qtbot: QtBot
) -> None:
    settings, trainer = few.training.panel.settings, few.model.trainer
    settings.epochs.setValue(100_000)
    changes: list[float] = []
    trainer.lr_changed.connect(changes.append)
    few.model.step()
    wait_for_state(State.PAUSED)
    type_in(settings.lr, "0,05")
    assert changes == []
    QTest.keyClick(settings.lr, Qt.Key.Key_Return)
    assert changes == [0.05]
    type_in(settings.lr, "5e-")
    QTest.keyClick(settings.lr, Qt.Key.Key_Return)
    QTest.keyClick(settings.lr, Qt.Key.Key_F10)
    assert trainer.state is State.PAUSED
    assert "Learning rate" in few.banner.message.text()
    QTest.keyClick(settings.lr, Qt.Key.Key_End)
    QTest.keyClicks(settings.lr, "3")
    qtbot.waitUntil(lambda: changes == [0.05, 0.005])  # a short rest
    type_in(settings.lr, "0.02")
    QTest.keyClick(settings.lr, Qt.Key.Key_F10)  # at once
    assert changes == [0.05, 0.005, 0.02]
    wait_for_state(State.PAUSED)
    QTest.keyClick(settings.lr, Qt.Key.Key_Up)
    assert changes == [0.05, 0.005, 0.02, 0.021]
    trainer.stop()
    wait_for_state(State.IDLE)


def test_my_drawings_are_not_trained_with_a_seed_that_does_not_stand_there(few: MainWindow) -> None:
    few.training.panel.settings.more.setChecked(True)
    type_in(few.training.panel.settings.seed, "lucky")
    few.pages.open("own")
    few.own._on_train_requested(True)
    assert few.model.trainer.state is State.IDLE
    assert few.banner.message.text().startswith("Check “Seed” first.")
