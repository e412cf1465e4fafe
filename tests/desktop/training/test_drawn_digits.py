"""Two figures in the real window: the validation set's, and strokes that nothing trained on."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.i18n import translations
from desktop.main_window import MainWindow
from desktop.runs.columns import Column
from desktop.runs.gap_words import gap_words
from desktop.runs.history import RunHistory
from desktop.runs.report import summary
from desktop.runs.run_list import Run
from desktop.shell.preferences import Preferences
from desktop.training.figures import NOTHING, FiguresCard
from desktop.training.gap_note import GapNote
from desktop.worker.messages import Outcome
from desktop.worker.run_state import State
from engine.data.loading import Dataset, save_as_folders
from engine.presets import PRESETS
from engine.reports import EpochReport
from tests.desktop.by_hand import a_start


def label(window: MainWindow, name: str) -> QLabel:
    found = window.findChild(QLabel, name)
    assert found
    return found


def test_both_figures_and_what_lies_between_them(
    window: MainWindow,
    train: Callable[..., Run],
    qtbot: QtBot,
    save_to: Callable[[str], Path],
) -> None:
    note = label(window, "gapNote")
    assert not note.isVisible()
    run = train()
    figure = label(window, "drawnLabel")
    assert run.drawn_accuracy is not None
    share = f"{run.drawn_accuracy * 100:.2f} %"
    qtbot.waitUntil(lambda: figure.text() == share)
    assert figure.isVisible()
    assert note.isVisible()
    assert note.text() == gap_words(run) != ""
    table = window.training.runs.table
    assert table.index(0, Column.DRAWN).data() == share
    assert summary(run).endswith(f" Of the drawn digits, {share}.")
    path = save_to("runs.csv")
    window.training.runs.menu.csv.trigger()
    (row,) = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert float(row["Drawn digits, %"]) == pytest.approx(run.drawn_accuracy * 100, rel=1e-5)


def test_letters_have_one_figure(
    window: MainWindow,
    mnist_sample: Dataset,
    tmp_path: Path,
    press: Callable[[str], None],
    wait_for_state: Callable[[State], None],
    qtbot: QtBot,
) -> None:
    train, valid = (
        type(split)(split.images[::60], split.labels[::60])
        for split in (mnist_sample.train, mnist_sample.valid)
    )
    save_as_folders(Dataset(train, valid, ("A", "B"), "letters"), tmp_path / "letters")
    window.model.datasets.choose(tmp_path / "letters")
    window.training.panel.settings.epochs.setValue(1)
    press("trainButton")
    wait_for_state(State.IDLE)
    qtbot.waitUntil(lambda: label(window, "accuracyLabel").text() != NOTHING)
    assert not label(window, "drawnLabel").isVisible()
    assert not label(window, "gapNote").isVisible()
    assert window.training.runs.view.isColumnHidden(Column.DRAWN)


def test_the_preset_for_ten_drawn_digits_brings_pens_and_says_what_it_costs(
    window: MainWindow, qtbot: QtBot
) -> None:
    preset = PRESETS["ten_drawings"]
    form = window.training.panel.settings
    with qtbot.waitSignal(window.training.told) as told:
        form.preset.setCurrentIndex(form.preset.findData("ten_drawings"))
        form.preset.activated.emit(form.preset.currentIndex())
    assert told.args == [str(preset.about)]
    assert "seconds on one processor core" in told.args[0]
    assert window.model.datasets.chosen == "mnist+pens"
    assert form.config() == preset.config


@pytest.fixture
def run() -> Run:
    return Run(a_start(), "Run 1", RunHistory(), look=0, outcome=Outcome.FINISHED)


@pytest.mark.parametrize(
    ("valid", "drawn", "words"),
    [
        (0.9926, 0.922, "7.1 percentage points lower than on the validation set"),
        (0.99, 0.984, "0.6 percentage points lower than on the validation set"),
        (0.99, 0.986, "about as well as the validation set, or better"),
        (0.97, 0.99, "about as well as the validation set, or better"),
        (0.97, None, ""),
    ],
)
def test_what_a_gap_teaches(run: Run, valid: float, drawn: float | None, words: str) -> None:
    assert gap_words(run) == ""
    run.history.add([EpochReport(1, 1, 0.4, 0.3, valid, 1.0, drawn_accuracy=drawn)])
    assert words in gap_words(run)
    assert bool(gap_words(run)) is (drawn is not None)


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_a_gap_teaches_leaves_the_settings_their_room(
    run: Run, language: str, qtbot: QtBot, qapp: QApplication
) -> None:
    """On a small screen the form would scroll, and hide that there are more settings."""
    Preferences().language = language
    window = create_window()
    qtbot.addWidget(window)
    window.resize(1093, 614)
    window.show()
    run.history.add([EpochReport(1, 1, 0.4, 0.3, 0.9526, 1.0, drawn_accuracy=0.8327)])
    panel = window.training.panel
    panel.gap_note.tell_of(run)
    qtbot.waitUntil(lambda: panel.gap_note.height() > 3 * panel.gap_note.fontMetrics().height())
    QApplication.processEvents()
    assert panel.settings.verticalScrollBar().maximum() == 0
    translations.install(qapp, "en")


@pytest.mark.parametrize(("epoch", "is_told"), [(8, True), (15, False), (16, True), (20, True)])
def test_figures_of_different_epochs_are_not_compared(
    run: Run, qtbot: QtBot, epoch: int, is_told: bool
) -> None:
    note = GapNote()
    qtbot.addWidget(note)
    run.history.add([EpochReport(epoch, 20, 0.4, 0.3, 0.99, 1.0, drawn_accuracy=0.9)])
    run.outcome = Outcome.STOPPED
    note.tell_of(run)
    assert bool(note.text()) is is_told


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.FINISHED, None])
def test_no_note_tells_of_a_run_that_came_to_nothing(
    run: Run, qtbot: QtBot, outcome: Outcome | None
) -> None:
    note = GapNote()
    qtbot.addWidget(note)
    run.history.add([EpochReport(1, 1, 0.4, 0.3, 0.99, 1.0, drawn_accuracy=0.9)])
    run.outcome, run.diverged = outcome, outcome is Outcome.FINISHED
    note.tell_of(run)
    assert note.text() == ""


@pytest.mark.parametrize("width", [300, 340, 400, 620])
def test_both_are_seen_at_any_width(qtbot: QtBot, run: Run, width: int) -> None:
    card = FiguresCard()
    qtbot.addWidget(card)
    card.resize(width, 90)
    card.show()
    run.history.add([EpochReport(1, 1, 0.4, 0.3, 0.9926, 754.0, drawn_accuracy=0.922)])
    card.show_run(run)
    assert card.accuracy.isVisible()
    assert card.drawn.isVisible()
    assert card.loss.isVisible() is (width > 400)
    numbers = [n for n in (card.accuracy, card.drawn, card.loss, card.time) if n.isVisible()]
    qtbot.waitUntil(lambda: all(n.width() >= n.sizeHint().width() for n in numbers))
    assert max(n.geometry().right() for n in numbers) <= width
