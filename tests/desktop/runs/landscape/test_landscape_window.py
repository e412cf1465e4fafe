"""The landscape through the window's own controls: its numbers are torch's on the kept weights."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import engine
from desktop.main_window import MainWindow
from desktop.plots.curve_styles import run_style
from desktop.runs.landscape.facts import FactsArea
from desktop.runs.landscape.messages import Found, Kind, Left, Marked, Measured, Spot, Wish
from desktop.runs.landscape.questions import survey
from desktop.runs.landscape.window import LandscapeWindow
from desktop.runs.landscape.words import (
    end_words,
    loss_words,
    mark_words,
    moment_words,
    other_end_words,
    path_words,
)
from desktop.runs.run_list import Run
from desktop.worker.questions import Waiting
from desktop.worker.run_state import State
from desktop.worker.worker import Worker
from desktop.worker.worker_session import WorkerSession
from engine.analysis.plane import Box
from engine.analysis.plane import Path as Path_
from engine.errors import RunStoreError
from engine.runs.store import RunStore
from tests.desktop.test_accessibility import unknown
from tests.desktop.written import until_written
from tests.mostly_long import mostly_long


def wait(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()))


def open_for(window: MainWindow, run: Run) -> LandscapeWindow:
    """Select a run in the table, and choose the entry of its menu."""
    window.training.runs.choose({run.start.id})
    assert window.training.runs.menu.landscape.isEnabled()
    window.training.runs.menu.landscape.trigger()
    shown = window.training.landscapes.window
    assert shown is not None
    assert shown.isVisible()
    return shown


def drawn(window: MainWindow, run: Run, qtbot: QtBot) -> LandscapeWindow:
    """Return the window of the landscape, as fine as it becomes."""
    shown = open_for(window, run)
    wait(qtbot, lambda: shown.again.text() == "Compute again")
    return shown


def begun(window: MainWindow, run: Run, qtbot: QtBot) -> LandscapeWindow:
    """Return it as soon as there is something to see."""
    shown = open_for(window, run)
    wait(qtbot, lambda: shown.measured)
    return shown


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> MainWindow:
    wait(qtbot, lambda: window.model.source)
    return window


@pytest.fixture
def run(ready: MainWindow, train: Callable[..., Run], qtbot: QtBot) -> Run:
    """Return a run of two epochs of 7 batches, all written."""
    run = train()
    wait(qtbot, lambda: ready.model.playback.steps[-1:] == (14,))
    return run


@pytest.fixture
def learning(
    ready: MainWindow, digits: Path, press: Callable[[str], None], qtbot: QtBot
) -> MainWindow:
    """Return a window in which a run learns on and on, some moments of which are written."""
    ready.model.datasets.choose(digits)
    ready.model.settings.change({"epochs": 100_000, "batch_size": 32})
    press("trainButton")
    until_written(ready, qtbot)
    return ready


def tick(window: MainWindow, *runs: Run) -> None:
    for run in runs:
        run.shown = True
    window.training.runs.refresh()


def kept(run: Run, step: int) -> engine.Classifier:
    return engine.Classifier.load(RunStore().open(run.start.id).weights(step))


def vector(run: Run, step: int) -> np.ndarray:
    parts = [p.detach().reshape(-1) for p in kept(run, step).model.parameters()]
    return torch.cat(parts).double().numpy()


def own_loss(run: Run, step: int, digits: Path) -> float:
    """The book's loss of a moment on all its training images, by torch alone."""
    data = engine.load_dataset(digits)
    x = torch.tensor(data.train.images).reshape(-1, 784).float() / 255
    with torch.no_grad():
        p = F.sigmoid(kept(run, step).model(x)[:, 0])
    return float(torch.where(torch.tensor(data.train.labels) == 0, 1 - p, p).mean())


def test_paths_of_runs_from_the_same_weights_lie_on_one_plane(
    ready: MainWindow, run: Run, train: Callable[..., Run], digits: Path, qtbot: QtBot
) -> None:
    other = train(lr=2.0)
    ready.training.panel.settings.more.click()
    ready.model.settings.change({"seed": 1})
    elsewhere = train()
    tick(ready, run, other, elsewhere)
    shown = drawn(ready, run, qtbot)
    found = shown.found
    assert found is not None
    assert list(found.paths) == [run.number, other.number]
    assert found.left == {elsewhere.number: Left.BEGAN_ELSEWHERE}
    start, end = vector(run, 0), vector(run, 14)
    for each in (run, other):
        path = found.paths[each.number]
        assert path.steps == tuple(RunStore().open(each.start.id).steps())
        along = (end - start) / np.linalg.norm(end - start)
        for step, place in zip(path.steps, path.places, strict=True):
            moved = vector(each, step) - start
            if found.randoms == 0:
                assert place[0] == pytest.approx(moved @ along, abs=1e-6)
    (first, *_) = found.marks
    assert first.spots[0] is Spot.START
    for mark in found.marks:
        assert mark.loss == pytest.approx(own_loss(run, mark.step, digits), rel=1e-4)
        assert mark.distance < 1e-6
    away = vector(other, 14)
    ended = found.ends[other.number]
    assert ended.loss == pytest.approx(own_loss(other, 14, digits), rel=1e-4)
    assert ended.from_own == pytest.approx(np.linalg.norm(away - end))
    assert ended.from_start == pytest.approx(np.linalg.norm(away - start))
    assert found.ends[run.number].from_own == 0
    assert shown.measured is not None
    assert shown.measured.is_finest
    assert np.isfinite(shown.measured.losses).all()
    told = " ".join(shown.facts.texts)
    for each in (run, other):
        assert path_words(found.paths[each.number], each.name, found.box) in told
    assert "Learning rate 2, Seed 0" in told
    assert end_words(found.ends[run.number]) in told
    assert other_end_words(ended, run.name) in told
    shown.map.setFocus()
    for _ in range(sum(len(path.steps) for path in found.paths.values())):
        QTest.keyClick(shown.map, Qt.Key.Key_Right)
    assert f"its own loss {loss_words(ended.loss)}" in shown.readout.text()
    assert f"{elsewhere.name} isn't shown: it began with other weights" in told
    assert shown.heading.text() == f"Loss of {run.name} on 200 of its 200 training images"
    table = ready.training.runs.table
    row = table.runs.index(other)
    role = Qt.ItemDataRole.CheckStateRole
    table.setData(table.index(row, 0), Qt.CheckState.Unchecked, role)
    wait(qtbot, lambda: shown.found is not None and shown.found is not found)
    assert list(shown.found.paths) == [run.number]


@pytest.mark.long
def test_the_main_directions_show_more_of_the_paths_than_random_ones(
    ready: MainWindow, run: Run, qtbot: QtBot
) -> None:
    shown = drawn(ready, run, qtbot)
    shares = {}
    for kind in (Kind.PATHS, Kind.RANDOM):
        shown.choices.plane.setCurrentIndex(list(Kind).index(kind))
        wait(qtbot, lambda: shown.again.text() == "Compute again")
        found = shown.found
        assert found is not None
        assert found.wish.kind is kind
        shares[kind] = found.paths[run.number].share
        assert found.randoms == (2 if kind is Kind.RANDOM else 0)
    assert shares[Kind.PATHS] > 0.9
    assert shares[Kind.RANDOM] < 0.1
    start = next(mark for mark in shown.found.marks if Spot.START in mark.spots)
    assert start.distance > 0.9 * np.linalg.norm(vector(run, 14) - vector(run, 0))


def test_the_pointer_and_the_keys_read_the_map(ready: MainWindow, run: Run, qtbot: QtBot) -> None:
    shown = drawn(ready, run, qtbot)
    assert shown.found is not None
    mark = next(mark for mark in shown.found.marks if Spot.END in mark.spots)
    x, y = shown.map.spots(np.array([mark.place]))[0]
    shown.move(ready.geometry().right() + 20, 0)  # where the pointer meets no other window
    QTest.mouseMove(shown.map, QPoint(round(x), round(y)))
    wait(qtbot, lambda: shown.readout.text().startswith("loss "))
    assert f"{run.name}, batch 14, its own loss " in shown.readout.text()
    assert shown.readout.text().endswith(", 0.00 away from the plane")
    loss = float(shown.readout.text().split(";")[0].removeprefix("loss "))
    assert loss == pytest.approx(mark.loss, rel=0.1)
    shown.map.setFocus()
    QTest.keyClick(shown.map, Qt.Key.Key_Left)
    assert shown.readout.text() == words_of(shown, run, 8)  # the pointer is over another place
    for _ in range(9):
        QTest.keyClick(shown.map, Qt.Key.Key_Left)
    assert shown.readout.text() == words_of(shown, run, 0)
    QTest.mouseMove(shown.map, QPoint(round(x), round(y)) + QPoint(1, 0))
    wait(qtbot, lambda: shown.readout.text().startswith("loss "))
    shown.again.setFocus()
    assert shown.readout.text() == ""


def words_of(shown: LandscapeWindow, run: Run, step: int) -> str:
    """What is said of a moment without the loss under the pointer."""
    path = shown.found.paths[run.number]
    loss = shown.found.loss_at(run.number, step)
    return moment_words(run.name, step, float(path.distances[path.steps.index(step)]), loss)


def test_playback_walks_along_the_path(ready: MainWindow, run: Run, qtbot: QtBot) -> None:
    shown = begun(ready, run, qtbot)
    assert shown.map.cursor_at is None
    bar = shown.findChild(FactsArea).verticalScrollBar()
    assert bar.accessibleName() == "What is on the map"  # the next run's, too
    ready.training.playback.slider.setValue(3)
    assert shown.map.cursor_at == (run.number, 3)
    assert shown.found.paths[run.number].steps[3] == ready.model.playback.steps[3]
    ready.model.playback.leave()
    assert shown.map.cursor_at is None


def test_picture_and_numbers_are_saved(
    ready: MainWindow, run: Run, qtbot: QtBot, save_to: Callable[[str], Path]
) -> None:
    shown = drawn(ready, run, qtbot)
    path = save_to("land.png")
    shown.picture.click()
    picture = QImage(str(path))
    assert picture.width() == 2 * shown.body.width()
    assert shown.readout.text() == f"Saved {path}"
    path = save_to("land.csv")
    shown.numbers.click()
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["Run", "Batch", "x", "y", "Distance from the plane", "Loss"]
    moments = [row for row in rows[1:] if row[0]]
    path_of_run = shown.found.paths[run.number]
    assert [int(row[1]) for row in moments] == list(path_of_run.steps)
    places = np.array([[float(cell) for cell in row[2:4]] for row in moments])
    np.testing.assert_allclose(places, path_of_run.places, rtol=1e-6, atol=1e-9)
    losses = np.array([float(row[5]) for row in rows[1:] if not row[0]])
    np.testing.assert_allclose(losses.reshape(41, 41), shown.measured.losses, rtol=1e-6)


def test_cancelled_it_keeps_what_is_drawn_and_closed_it_asks_nothing(
    ready: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    run = train(model="convnet")
    wait(qtbot, lambda: ready.model.playback.steps[-1:] == (14,))
    shown = open_for(ready, run)
    assert shown.again.text() == "Cancel"
    wait(qtbot, lambda: shown.measured)
    shown.again.click()
    assert shown.again.text() == "Compute again"
    assert not shown.measured.is_finest
    assert shown.picture.isEnabled()
    wait(qtbot, lambda: ready.model.questions.are_answered)
    assert not shown.measured.is_finest
    shown.again.click()
    shown.close()
    wait(qtbot, lambda: ready.model.questions.are_answered)
    assert shown.measured is None


@pytest.mark.parametrize(
    ("harm", "said"),
    mostly_long(
        [
            ("removed", "There is no kept run"),
            ("weights", "No weights of the run"),
            ("data", "have changed"),
            ("damaged", "is damaged"),
        ],
        {2, 3},
    ),
)
def test_what_is_missing_is_said(
    harm: str, said: str, ready: MainWindow, run: Run, digits: Path, qtbot: QtBot
) -> None:
    folder = RunStore().open(run.start.id)
    if harm == "removed":
        RunStore().delete(run.start.id)
    elif harm == "weights":
        for step in folder.steps():
            folder.weights(step).unlink()
    elif harm == "damaged":
        folder.weights(14).write_bytes(b"nonsense")
    else:
        text = (folder.path / "run.json").read_text()
        fingerprint = folder.record().fingerprint
        (folder.path / "run.json").write_text(text.replace(fingerprint, "0" * 16))
    shown = drawn(ready, run, qtbot)
    assert said in " ".join(shown.facts.texts)
    assert shown.heading.text() == "There is no landscape of this run"
    assert shown.measured is None
    assert not shown.picture.isEnabled()


def test_of_a_single_moment_both_directions_are_random(
    ready: MainWindow, run: Run, qtbot: QtBot
) -> None:
    folder = RunStore().open(run.start.id)
    for step in folder.steps()[1:]:
        folder.weights(step).unlink()
    shown = begun(ready, run, qtbot)
    assert shown.found.randoms == 2
    (mark,) = shown.found.marks
    assert mark.spots == (Spot.START, Spot.BEST, Spot.END)
    assert "are the same point: both directions are random" in shown.facts.texts[0]


def test_a_run_that_diverged_has_a_map(
    ready: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    ready.model.settings.change({"loss": "cross_entropy"})
    run = train(lr=1000.0, model="mlp")
    assert run.diverged
    shown = begun(ready, run, qtbot)
    assert shown.found is not None
    assert shown.map.bands is not None
    assert not shown.grab().isNull()


def test_without_a_run_the_menu_offers_nothing(
    ready: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    assert not ready.actions_.landscape.isEnabled()
    run = train()
    assert ready.actions_.landscape.isEnabled()
    ready.actions_.landscape.trigger()
    shown = ready.training.landscapes.window
    assert shown is not None
    assert shown.run is run
    wait(qtbot, lambda: shown.measured)
    assert list(unknown(shown)) == []
    assert "of its path can be seen" in shown.map.accessibleDescription()


def test_a_run_under_way_is_shown_as_far_as_it_is(
    learning: MainWindow,
    press: Callable[[str], None],
    wait_for_state: Callable[[State], None],
    qtbot: QtBot,
) -> None:
    (run,) = learning.model.runs.runs
    shown = begun(learning, run, qtbot)
    assert shown.found is not None
    assert len(shown.found.paths[run.number].steps) > 2
    press("stopButton")
    wait_for_state(State.IDLE)


def test_a_ticked_run_that_is_gone_is_left_out(
    ready: MainWindow, run: Run, train: Callable[..., Run], qtbot: QtBot
) -> None:
    other = train(lr=2.0)
    wait(qtbot, lambda: not RunStore().open(other.start.id).is_under_way)
    RunStore().delete(other.start.id)
    tick(ready, run, other)
    shown = begun(ready, run, qtbot)
    assert shown.found is not None
    assert shown.found.left == {other.number: Left.NOT_KEPT}
    assert f"{other.name} isn't shown: none of its weights are kept" in shown.facts.texts
    left = dict.fromkeys((run.number, other.number), Left.NOT_KEPT)
    looks = {each.number: run_style(each.look, each.name) for each in (run, other)}
    shown.facts.show_found(replace(shown.found, paths={}, left=left), looks, {})
    both = f"{run.name} and {other.name} aren't shown: none of their weights are kept"
    assert [text for text in shown.facts.texts if "shown" in text] == [both]
    assert shown.measured is not None


@pytest.mark.long
def test_a_run_that_never_moved_has_a_map_beside_one_that_did(
    ready: MainWindow, run: Run, train: Callable[..., Run], qtbot: QtBot
) -> None:
    ready.training.panel.settings.more.click()
    ready.model.settings.change({"loss": "accuracy"})
    still = train()
    tick(ready, run, still)
    shown = open_for(ready, still)
    shown.choices.plane.setCurrentIndex(list(Kind).index(Kind.PATHS))
    wait(qtbot, lambda: shown.measured and shown.found.wish.kind is Kind.PATHS)
    assert shown.found.paths.keys() == {still.number, run.number}
    assert np.ptp(shown.found.paths[still.number].places, axis=0).max() == 0
    assert not shown.grab().isNull()
    assert shown.map.room().contains(*shown.map.spots(shown.found.paths[run.number].places)[-1])


@pytest.mark.long
def test_a_run_that_goes_on_is_shown_once(
    learning: MainWindow,
    press: Callable[[str], None],
    wait_for_state: Callable[[State], None],
    qtbot: QtBot,
) -> None:
    for _ in range(2):
        wait(qtbot, lambda: len(learning.model.playback.steps) > 3)
        press("stopButton")
        wait_for_state(State.IDLE)
        (run,) = learning.model.runs.runs
        if learning.training.landscapes.window is None:
            drawn(learning, run, qtbot)
            learning.training.runs.choose({run.start.id})
            press("continueButton")
            wait_for_state(State.RUNNING)
    shown = learning.training.landscapes.window
    if shown.again.text() == "Compute again":
        shown.again.click()
    wait(qtbot, lambda: shown.again.text() == "Compute again")
    assert list(shown.found.paths) == [run.number]
    assert shown.found.left == {}


@pytest.mark.parametrize("whose", mostly_long(["own", "other"], {1}))
def test_a_run_deleted_while_it_is_read_is_told_as_not_kept(
    whose: str, ready: MainWindow, run: Run, train: Callable[..., Run], qtbot: QtBot
) -> None:
    other = train(lr=2.0)
    wait(qtbot, lambda: not RunStore().open(other.start.id).is_under_way)
    kind = Kind.PATHS if whose == "own" else Kind.MOMENTS  # in which its path is read later on
    wish = Wish(run.start, (other.start,), (True, True), kind, 200)
    worker = Worker(lambda _: None)
    answers = survey(wish)(WorkerSession(worker, {}, 0))
    next(answer for answer in answers if answer is Waiting.FOR_TURN)
    RunStore().delete((run if whose == "own" else other).start.id)
    if whose == "own":
        with pytest.raises(RunStoreError, match="weights"):
            list(answers)
    else:
        found = next(answer for answer in answers if isinstance(answer, Found))
        assert found.left == {other.number: Left.NOT_KEPT}
        assert list(found.paths) == [run.number]
    worker.threads.end()


@pytest.mark.long
def test_what_is_on_the_map_is_not_taken_back_by_a_coarse_look(
    ready: MainWindow, run: Run, qtbot: QtBot
) -> None:
    shown = drawn(ready, run, qtbot)
    told, nowhere = shown.facts.texts, np.full((6, 6), np.nan)
    shown._on_answered(Measured(nowhere, is_finest=False))
    assert shown.facts.texts == told
    shown._on_answered(Measured(nowhere, is_finest=True))
    assert shown.facts.texts == ["Nowhere on this plane is the loss a number."]


@pytest.mark.parametrize(
    ("share", "said"),
    [
        *((1.0, "100 %"), (0.99996, "99.99 %"), (0.99, "99.00 %"), (0.876, "88 %")),
        *((0.02, "2 %"), (0.0123, "1.23 %"), (0.0, "0.00 %")),
    ],
)
def test_a_share_is_said_as_exactly_as_it_can_be_read(share: float, said: str) -> None:
    path = Path_((0,), np.zeros((1, 2)), np.zeros(1), share)
    told = f"Run 1: {said} of its path can be seen"
    assert path_words(path, "Run 1", Box(-1, 1, -1, 1)) == told
    assert path_words(path, "Run 1", Box(1, 3, -1, 1)) == f"{told}; it leaves the map"


def test_the_best_moment_says_by_what_it_is_the_best() -> None:
    best, end = (Marked((spot,), 8, (0.0, 0.0), 0.0, 0.5) for spot in (Spot.BEST, Spot.END))
    assert mark_words(best) == "best (by validation accuracy): batch 8, loss 0.5"
    assert mark_words(end) == "end: batch 8, loss 0.5"
