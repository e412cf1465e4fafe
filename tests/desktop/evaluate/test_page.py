"""The page "Evaluate" in the real window, against the engine's own figures."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import engine
from desktop.evaluate.header import outcome_words
from desktop.evaluate.page import EvaluatePage
from desktop.i18n import translations
from desktop.main_window import MainWindow
from desktop.sketch.content import Content, Picture
from desktop.worker.messages import Kind, Origin
from desktop.worker.run_state import State
from engine.data.splits import Dataset, Split
from tests.desktop.lessons.conftest import Reader, reader
from tests.mostly_long import mostly_long

__all__ = ["reader"]

Wait = Callable[[State], None]


@pytest.fixture(scope="module")
def digits(mnist: engine.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with 200 + 300 of the ten digits."""
    few = Dataset(
        Split(mnist.train.images[:200], mnist.train.labels[:200]),
        Split(mnist.valid.images[:300], mnist.valid.labels[:300]),
        mnist.classes,
        "few",
    )
    folder = tmp_path_factory.mktemp("evaluated") / "few"
    engine.save_as_folders(few, folder)
    return folder


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, digits: Path, wait_for_state: Wait) -> EvaluatePage:
    """Return the page after a short training, whose model makes mistakes."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    settings = window.training.panel.settings
    window.model.datasets.choose(digits)
    settings.model.setCurrentText("simple_net")
    settings.epochs.setValue(3)
    window.model.train()
    wait_for_state(State.IDLE)
    made = window.pages.open("evaluate")
    assert isinstance(made, EvaluatePage)
    finish(made, qtbot)
    return made


def finish(page: EvaluatePage, qtbot: QtBot) -> None:
    """Live on until the evaluation has ended."""
    qtbot.waitUntil(lambda: not page._question.is_awaited)


def test_it_shows_what_the_learner_measured(page: EvaluatePage, window: MainWindow) -> None:
    epoch = window.training.curves.history.last_epoch
    assert epoch is not None
    assert page.evaluated is not None
    found = page.evaluated.evaluation
    assert found.accuracy == pytest.approx(epoch.valid_accuracy)
    assert page.header.accuracy.text() == f"{found.accuracy * 100:.2f} %"
    assert page.header.what.text() == "Your simple_net, epoch 3 · 300 validation images of few"
    assert dict(page.by_class.rows) == pytest.approx(found.accuracy_by_class)
    assert page.map.map.points.shape == (300, 2)
    assert page.reliability.shown is not None
    assert page.reliability.shown.counts.sum() == 300


def test_the_worst_mistake_goes_to_the_pad(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot
) -> None:
    assert page.evaluated is not None
    found, wall = page.evaluated.evaluation, page.images.thumbnails
    assert page.images.rows.tolist() == found.mistakes.tolist()
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    assert "loss" in wall.accessibleDescription()
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    worst = page.evaluated.images[found.mistakes[0]]
    assert np.array_equal(window.sketch.document.image(), worst)
    qtbot.waitUntil(lambda: page.map.map.star is not None)


@pytest.mark.parametrize("language", mostly_long(["en", "de"], {1}))
def test_the_words_below_a_mistake_are_whole(
    page: EvaluatePage, window: MainWindow, qapp: QApplication, language: str
) -> None:
    assert page.evaluated is not None
    wall = page.images.thumbnails
    translations.install(qapp, language)
    page.images.show_mistakes(page.evaluated)
    lines = {line for index in range(len(wall)) for line in page.images._words(index)}
    translations.install(qapp, "en")
    widest = max(map(wall.fontMetrics().horizontalAdvance, lines))
    for width in (1093, 1366, 1600, 1920):
        window.resize(width, 700)
        QApplication.processEvents()
        assert widest <= wall.grid.cell.width() - 4
        assert wall.grid.columns * wall.grid.cell.width() <= wall.viewport().width()


def test_a_cell_opens_its_images(page: EvaluatePage, qtbot: QtBot) -> None:
    assert page.evaluated is not None
    found = page.evaluated.evaluation
    actual, answered = np.unravel_index(
        (found.confusion - np.diag(np.diag(found.confusion))).argmax(), found.confusion.shape
    )
    places = page.confusion._rows.tolist(), page.confusion._columns.tolist()
    page.confusion.choose((places[0].index(actual), places[1].index(answered)))
    assert len(page.images.thumbnails) == found.confusion[actual, answered]
    assert page.images.all_button.isVisible()
    qtbot.mouseClick(page.images.all_button, Qt.MouseButton.LeftButton)
    assert len(page.images.thumbnails) == len(found.mistakes)
    assert not page.images.all_button.isVisible()
    assert page.confusion.current is None


def test_a_mark_on_the_map_goes_to_the_pad(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot
) -> None:
    assert page.evaluated is not None
    x, y = page.map.map.places(page.map.map.points[7:8])[0]
    place = QPoint(round(float(x)), round(float(y)))
    nearest = page.map.map._nearest(place.toPointF())
    qtbot.mouseMove(page.map.map, place)
    assert "read as" in page.map.readout.text()
    assert page.map.readout.accessibleName() == ""  # the text itself is read aloud
    qtbot.mouseClick(page.map.map, Qt.MouseButton.LeftButton, pos=place)
    assert np.array_equal(window.sketch.document.image(), page.evaluated.images[nearest])

    def star_is_there() -> bool:
        star = page.map.map.star
        return star is not None and np.allclose(star, page.map.map.points[nearest], atol=1e-3)

    qtbot.waitUntil(star_is_there)


def test_what_is_not_recognised_is_counted_among_the_mistakes_or_not(page: EvaluatePage) -> None:
    assert page.evaluated is not None
    found = page.evaluated.evaluation
    assert outcome_words(found) == f"{len(found.mistakes)} mistakes"
    right, wrong = np.flatnonzero(found.labels == found.answers), found.mistakes
    for rows, said in (
        (right[:2], " · 2 of the right ones not recognised as any class"),
        (
            [*right[:2], wrong[0]],
            " · 3 not recognised as any class: 1 guessed wrong, 2 right",
        ),
        (wrong[:1], ", 1 of them not recognised as any class"),
    ):
        known = np.ones(len(found.labels), np.bool_)
        known[rows] = False
        assert outcome_words(replace(found, known=known)).endswith(f" mistakes{said}")


def test_a_map_of_a_part_of_the_images_says_so(page: EvaluatePage, qtbot: QtBot) -> None:
    assert page.map.sample.text() == ""
    assert page.map.map.accessibleDescription().startswith("300 images, ")
    evaluated, mapped = page.evaluated, page.map._mapped
    page.map.show_waiting(evaluated)
    page.map.show_mapped(replace(mapped, rows=mapped.rows[:200], points=mapped.points[:200]))
    assert page.map.sample.text() == "200 of 300"
    assert page.map.map.accessibleDescription().startswith("200 of 300, ")


def test_the_error_of_confidence_is_called_by_its_name(page: EvaluatePage) -> None:
    page.error.show_error(0.0719)
    assert page.error.text() == "calibration error 7.2 %"


def test_of_many_classes_the_worst_are_shown_and_it_is_said(page: EvaluatePage) -> None:
    assert page.by_class.note.isHidden()
    page.by_class.show_shares({f"class {k}": k / 47 for k in range(47)})
    assert page.by_class.note.text() == "the worst 10 of 47"
    assert page.by_class.note.isVisible()
    assert [name for name, _ in page.by_class.rows] == [f"class {k}" for k in range(10)]


def test_figures_follow_the_model_that_answers(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot, wait_for_state: Wait
) -> None:
    before = page.evaluated
    window.training.panel.settings.epochs.setValue(1)
    window.model.train()
    wait_for_state(State.IDLE)
    qtbot.waitUntil(lambda: page.evaluated is not before)
    finish(page, qtbot)
    epoch = window.model.runs.live.last_epoch
    assert page.evaluated.evaluation.accuracy == pytest.approx(epoch.valid_accuracy)
    assert page.header.what.text().startswith("Your simple_net, epoch 1 · ")
    assert "mistake" in page.header.note.text()
    assert not page.header.button.property("primary")


def test_what_changed_out_of_sight_is_evaluated_when_it_is_seen(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.pages.open("training")
    before = page.evaluated
    window.actions_.use_starter.trigger()
    qtbot.waitUntil(lambda: window.model.source.kind is Kind.STARTER)
    assert page.evaluated is before
    window.pages.open("evaluate")
    finish(page, qtbot)
    assert page.header.what.text().startswith("The starter network · ")


def test_figures_of_the_past_say_so_while_it_learns(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot, wait_for_state: Wait
) -> None:
    window.model.step_epoch()
    wait_for_state(State.PAUSED)
    assert "earlier model" in page.header.note.text()
    assert page.header.button.property("primary")
    qtbot.mouseClick(page.header.button, Qt.MouseButton.LeftButton)
    finish(page, qtbot)
    assert "mistake" in page.header.note.text()
    assert not page.header.button.property("primary")
    window.model.step()
    qtbot.waitUntil(lambda: "earlier model" in page.header.note.text())
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    finish(page, qtbot)
    assert "mistake" in page.header.note.text()


def test_a_lessons_network_is_not_evaluated_as_the_readers(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot, reader: Reader
) -> None:
    before = page.header.what.text(), page.header.accuracy.text()
    reader.open_question(18)
    reader.train()
    window.pages.open("evaluate")
    qtbot.waitUntil(lambda: window.model.source.origin is Origin.READER)
    finish(page, qtbot)
    assert (page.header.what.text(), page.header.accuracy.text()) == before


@pytest.mark.long
def test_a_lesson_that_trains_on_makes_no_figures_old(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot, reader: Reader
) -> None:
    runs = reader.open_question(18).view.experiment.runs
    runs.run_button.click()
    window.pages.open("evaluate")
    with qtbot.waitSignals([window.model.trainer.reported] * 2):
        pass
    assert "mistake" in page.header.note.text()
    qtbot.waitUntil(lambda: runs.is_settled)
    assert "mistake" in page.header.note.text()


def test_the_star_is_told_of_where_there_is_a_sketch(
    page: EvaluatePage, window: MainWindow, mnist: engine.Dataset
) -> None:
    assert "star" not in page.map.readout.text()
    window.sketch.document.put(Content(picture=Picture(mnist.valid.images[0])))
    assert "star" in page.map.readout.text()
    assert re.search(r"\d % across, \d+ % up and down; the star", page.map.readout.accessibleName())
    window.sketch.document.clear()
    assert "star" not in page.map.readout.text()


@pytest.mark.long
def test_a_model_that_never_heard_of_a_class_says_so(
    page: EvaluatePage, window: MainWindow, qtbot: QtBot
) -> None:
    settings = window.training.panel.settings
    window.model.datasets.choose("mnist_sample")
    settings.epochs.setValue(1)
    window.model.train()
    qtbot.waitUntil(lambda: window.model.trainer.state is State.IDLE)
    window.model.datasets.choose("mnist")
    finish(page, qtbot)
    assert page.notice.isVisible()
    assert "knows 3, 7" in page.notice.message.text()


def test_an_evaluation_can_be_cancelled(page: EvaluatePage, qtbot: QtBot) -> None:
    page.evaluate()
    assert page.notice.isVisible()
    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert page.header.isVisible()  # the figures of before
