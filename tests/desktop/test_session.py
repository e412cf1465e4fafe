"""What one window leaves to the next."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import session
from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.runs.kept_runs import Limits
from desktop.shell.preferences import Preferences
from desktop.sketch.tools import Tool
from desktop.training.dataset_choice import DatasetChoice
from desktop.widgets import kept_file
from engine.config import TrainConfig
from tests.mostly_long import mostly_long

DIGITS = Path(__file__).parents[1] / "data" / "0.1.0" / "digits"  # or it is refused in a moment
SEVEN = np.array([[120, 100], [280, 100], [240, 200], [200, 330]])
DAMAGED_SKETCHES = {
    "empty": b"",
    "no such encoding": b"<?xml version='1.0' encoding='utf-9'?><svg/>",
    "a width that no number holds": b"<svg><i:sketch xmlns:i='urn:inkgrad:sketch'>{'strokes': "
    b"[{'width': 1%b, 'points': [[0.1, 0.1]], 'pressures': [1]}], 'picture': null}"
    b"</i:sketch></svg>".replace(b"'", b'"')
    % (b"0" * 400),
    "a history of no sketch": b"<svg><i:sketch xmlns:i='urn:inkgrad:sketch'>{'strokes': [], "
    b"'picture': null, 'history': {'now': 3, 'steps': []}}</i:sketch></svg>".replace(b"'", b'"'),
    "of another program": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "deep": b"<a>" * 50_000,
}
Drag = Callable[[QWidget, np.ndarray], None]


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next window write what has changed after a shorter moment."""
    monkeypatch.setattr(session, "CALM_MS", 100)


def test_the_last_sketch_comes_back(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    drag(window.sketch.canvas, SEVEN)
    left = window.sketch.document.image()
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    for image in (again.sketch.document.image(), again.sketch.answer.model_view.image):
        np.testing.assert_allclose(image, left, atol=1.5)  # places are rounded in the file
    again.actions_.clear.trigger()
    again.close()

    third = create_window()
    qtbot.addWidget(third)
    assert third.sketch.document.is_empty


@pytest.mark.parametrize("tool", list(Tool))
def test_what_is_under_the_pen_as_the_program_is_ended_comes_back(
    window: MainWindow, drag: Drag, qtbot: QtBot, tool: Tool
) -> None:
    canvas = window.sketch.canvas
    drag(canvas, SEVEN)
    window.sketch.tools.take(tool)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 250))
    QTest.mouseMove(canvas, QPoint(300, 200))
    seen = window.sketch.document.image()
    window.leave()
    again = create_window()
    qtbot.addWidget(again)
    np.testing.assert_allclose(again.sketch.document.image(), seen, atol=1.5)
    again.actions_.undo.trigger()
    assert len(again.sketch.document.strokes) == 1


def test_undo_and_redo_go_on_in_the_next_window(
    window: MainWindow, drag: Drag, qtbot: QtBot
) -> None:
    for places in (SEVEN, SEVEN[1:], SEVEN[:2]):
        drag(window.sketch.canvas, places)
    drawn = window.sketch.document.image()
    window.actions_.clear.trigger()
    window.actions_.undo.trigger()
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    document, actions = again.sketch.document, again.actions_
    np.testing.assert_array_equal(document.image(), drawn)
    assert again.sketch.toolbar.undo.isEnabled()
    assert again.sketch.toolbar.redo.isEnabled()
    assert "Clear" in actions.redo.text()
    assert "Stroke" in actions.undo.text()
    actions.redo.trigger()
    assert document.is_empty
    assert not actions.redo.isEnabled()
    for left in (3, 2, 1, 0):
        actions.undo.trigger()
        assert len(document.strokes) == left
    assert not actions.undo.isEnabled()
    actions.redo.trigger()
    again.close()

    third = create_window()
    qtbot.addWidget(third)
    assert len(third.sketch.document.strokes) == 1
    assert third.actions_.undo.isEnabled()
    assert third.actions_.redo.isEnabled()
    drag(third.sketch.canvas, SEVEN[2:])
    assert not third.actions_.redo.isEnabled()


def test_a_sketch_that_came_back_is_not_written_again(
    window: MainWindow, drag: Drag, qtbot: QtBot
) -> None:
    for places in (SEVEN, SEVEN[:2]):
        drag(window.sketch.canvas, places)
    window.actions_.undo.trigger()
    window.close()
    again = create_window()
    qtbot.addWidget(again)
    with qtbot.assertNotEmitted(again.sketch.kept):
        again.sketch.save_kept()
    again.actions_.redo.trigger()
    with qtbot.waitSignal(again.sketch.kept):
        again.sketch.save_kept()


@pytest.mark.parametrize("kind", mostly_long(DAMAGED_SKETCHES, {0, 1}))
def test_a_damaged_sketch_is_put_aside_and_the_window_opens(qtbot: QtBot, kind: str) -> None:
    path = Preferences().sketch_file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(DAMAGED_SKETCHES[kind])
    window = create_window()
    qtbot.addWidget(window)
    assert window.sketch.document.is_empty
    assert "put aside as sketch.damaged-1.svg" in window.banner.message.text()
    assert path.with_name("sketch.damaged-1.svg").read_bytes() == DAMAGED_SKETCHES[kind]
    window.close()
    again = create_window()
    qtbot.addWidget(again)
    assert again.banner.isHidden()  # it is told once


def test_all_that_is_damaged_is_told_together(qtbot: QtBot) -> None:
    saved = Preferences()
    saved.file.parent.mkdir(parents=True, exist_ok=True)
    saved.file.write_bytes(b"[training]\nlr=%b\nepochs=7\n[window]\npage=data" % (b"[" * 50_000))
    saved.sketch_file.write_bytes(b"")
    window = create_window()
    qtbot.addWidget(window)
    for name in ("sketch.damaged-1.svg", "Inkgrad.damaged-1"):
        assert name in window.banner.message.text()
    assert window.pages.current == "data"
    assert window.model.settings.config == TrainConfig()


def test_a_dataset_of_ones_own_is_still_chosen_in_the_form(qtbot: QtBot) -> None:
    saved = Preferences()
    saved.recent_datasets = [DIGITS]
    saved.dataset = DIGITS
    saved.save()
    window = create_window()
    qtbot.addWidget(window)
    assert window.model.datasets.chosen == DIGITS
    choice = window.findChild(DatasetChoice)
    assert choice is not None
    assert choice.currentText() == DIGITS.name


@pytest.mark.parametrize(
    "name", ["/x" * 3000, f"/data/{'x' * 300}", "/data/a\\x0b", "relative", "/proc/1/root/secret"]
)
def test_a_dataset_that_cannot_be_looked_at_hinders_no_start(qtbot: QtBot, name: str) -> None:
    saved = Preferences()
    saved.file.parent.mkdir(parents=True, exist_ok=True)
    text = f"[training]\nrecent={name}\nmodels={name}\ndataset={name}\n"
    saved.file.write_text(text)
    window = create_window()
    qtbot.addWidget(window)
    assert window.model.datasets.chosen == "mnist_sample"
    window.recent.fill(window.menuBar().addMenu("x"))


def change_page(window: MainWindow) -> None:
    window.pages.open("data")


def change_rate(window: MainWindow) -> None:
    window.training.panel.settings.lr.setValue(0.123)


CHANGES: dict[str, tuple[Callable[[MainWindow], object], Callable[[Preferences], object]]] = {
    "page": (change_page, lambda saved: saved.page == "data"),
    "learning rate": (change_rate, lambda saved: saved.config.lr == 0.123),
    "dataset": (lambda w: w.model.datasets.choose("mnist"), lambda saved: saved.dataset == "mnist"),
    "guide": (lambda w: w.actions_.guide.toggle(), lambda saved: not saved.guide_shown),
    "brush": (lambda w: w.sketch.tools.resize(0), lambda saved: saved.tool_step(Tool.BRUSH) == 0),
    "more": (lambda w: w.training.panel.settings.more.toggle(), lambda saved: saved.more_shown),
    "runs": (lambda w: w.training.runs.disclosure.toggle(), lambda saved: not saved.runs_shown),
    "log": (lambda w: w.training.curves.plots[0].log.toggle(), lambda saved: saved.log_scales[0]),
    "smoothing": (
        lambda w: w.training.curves.smoothing.slider.setValue(3),
        lambda saved: saved.smoothing == 3,
    ),
    "appearance": (
        lambda w: w.actions_.schemes[Qt.ColorScheme.Dark].trigger(),
        lambda saved: saved.color_scheme is Qt.ColorScheme.Dark,
    ),
    "language": (
        lambda w: w.actions_.languages["de"].trigger(),
        lambda saved: saved.language == "de",
    ),
    "recent": (
        lambda w: w.recent.add(Path("/a/b.inkgrad")),
        lambda saved: saved.recent_files == [Path("/a/b.inkgrad")],
    ),
    "several": (lambda w: w.actions_.several.toggle(), lambda saved: saved.several_digits),
    "along": (
        lambda w: w.training.curves.along_menu.choose("images"),
        lambda saved: saved.along == "images",
    ),
    "kept runs": (
        lambda w: w.training.keeper.limit(Limits(7, 77)),
        lambda saved: (saved.most_runs, saved.most_megabytes) == (7, 77),
    ),
    "recent data": (
        lambda w: w.model.datasets.choose(DIGITS),
        lambda saved: saved.recent_datasets == [DIGITS],
    ),
}


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("what", mostly_long(CHANGES, {0}))
def test_what_changes_is_on_disk_a_moment_later(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    qtbot.waitUntil(lambda: not window.session.is_awaiting)  # its first size
    change, is_saved = CHANGES[what]
    assert not is_saved(Preferences())
    change(window)
    qtbot.waitUntil(lambda: is_saved(Preferences()))


def test_whatever_changes_is_noticed_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    for what, (change, is_saved) in CHANGES.items():
        window.session.save()
        assert not is_saved(Preferences()), what
        change(window)
        assert window.session.is_awaiting, what
        window.session.save()
        assert is_saved(Preferences()), what
    window.close()
    again = create_window()
    qtbot.addWidget(again)
    assert not again.sketch.canvas.guide_shown
    again.session.save()  # how it looks itself
    for what, (_, is_saved) in CHANGES.items():
        if what != "dataset":  # another was chosen after that one
            assert is_saved(Preferences()), what


@pytest.mark.usefixtures("soon")
def test_a_closed_window_writes_no_more(window: MainWindow, qtbot: QtBot) -> None:
    window.close()
    saved = Preferences()
    saved.page = "data"
    saved.save()
    window.resize(900, 600)
    qtbot.wait(session.CALM_MS + 200)
    assert Preferences().page == "data"


def refuse(path: Path, data: bytes) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every kept file find the disk full."""
    monkeypatch.setattr(kept_file, "write_whole", refuse)


def test_a_full_disk_is_told_before_the_window_goes(
    window: MainWindow, drag: Drag, full_disk: None
) -> None:
    drag(window.sketch.canvas, SEVEN)
    window.close()
    assert window.isVisible()
    assert "the disk is full" in window.banner.message.text()
    assert "choose another place" not in window.banner.message.text()
    window.close()  # now it is known
    assert not window.isVisible()


def test_a_full_disk_is_told_once_while_one_works(
    window: MainWindow, drag: Drag, full_disk: None, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.session.failed):
        change_page(window)
    with qtbot.assertNotEmitted(window.session.failed):
        window.session.save()
    window.close()
    assert not window.isVisible()


def test_progress_that_a_full_disk_refused_is_written_as_soon_as_there_is_room(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    progress = window.learn.progress
    with monkeypatch.context() as patch:
        patch.setattr(kept_file, "write_whole", refuse)
        progress.mark(3)
        progress.rename("Ada")
        assert "the disk is full" in window.banner.message.text()
    assert not progress.path.exists()
    window.leave()
    again = create_window()
    qtbot.addWidget(again)
    assert (set(again.learn.progress.done), again.learn.progress.work.name) == ({3}, "Ada")


def test_progress_that_cannot_be_kept_is_told_before_the_window_goes(
    window: MainWindow, full_disk: None
) -> None:
    window.learn.progress.mark(3)
    window.banner.hide()
    window.close()  # settings can't be kept either, which is new
    assert window.isVisible()
    window.close()
    assert not window.isVisible()


def test_leaving_is_never_held_up(window: MainWindow, full_disk: None) -> None:
    window.leave()
    assert not window.isVisible()
    assert window.model.link.has_ended
