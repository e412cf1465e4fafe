"""The whole window as it was at a moment of a run, and back, through the window's own controls."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider, QWidget
from pytestqt.qtbot import QtBot

import engine
from desktop.app import create_window
from desktop.evaluate.page import EvaluatePage
from desktop.inspect.layer_tabs import FIRST_LAYER
from desktop.inspect.page import InsidePage
from desktop.main_window import MainWindow
from desktop.playback import playback as playback_module
from desktop.playback.playback import Playback
from desktop.plots.along import Along
from desktop.runs.run_list import Run
from desktop.selftest import seven
from desktop.worker.messages import Kind, Outcome
from engine.runs.store import RunStore
from tests.desktop.written import until_written
from tests.mostly_long import mostly_long

Drag = Callable[[QWidget, np.ndarray], None]


def wait(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()))


@pytest.fixture
def drawn(window: MainWindow, drag: Drag, qtbot: QtBot) -> MainWindow:
    """Return the window with a 7 on its pad."""
    wait(qtbot, lambda: window.model.source)
    drag(window.sketch.canvas, seven())
    return window


@pytest.fixture
def run(drawn: MainWindow, train: Callable[..., Run], qtbot: QtBot) -> Run:
    """Return a run of two epochs of 7 batches, whose moments are at hand."""
    run = train()
    wait(qtbot, lambda: drawn.model.playback.steps[-1:] == (14,))
    return run


def slider(window: MainWindow) -> QSlider:
    found = window.training.playback.slider
    assert found.isEnabled()
    return found


def is_shown(window: MainWindow, step: int) -> bool:
    """Tell whether the pad's answer is that of a moment."""
    source = window.sketch.answer.source
    is_read = not window.sketch.reader.is_waiting and window.model.source == source
    return bool(is_read and source and source.moment and source.moment.step == step)


def is_back(window: MainWindow, name: str) -> bool:
    words = window.sketch.answer.model_name.text()
    return words == name and not window.sketch.reader.is_waiting


def shares(window: MainWindow) -> np.ndarray:
    """Return the probabilities that stand in the bars."""
    return np.array([share for _, share in window.sketch.answer.bars.rows()])


def kept(run: Run, step: int) -> engine.Classifier:
    return engine.Classifier.load(RunStore().open(run.start.id).weights(step))


def test_the_slider_sets_pad_words_and_marks_to_each_moment(
    drawn: MainWindow, run: Run, qtbot: QtBot
) -> None:
    model, bar = drawn.model, drawn.training.playback
    assert model.playback.steps == (0, 1, 2, 4, 7, 8, 14)
    before, answered = "your simple_net, epoch 2", kept(run, 14).predict(drawn.sketch.reader.image)
    wait(qtbot, lambda: is_back(drawn, before))
    for place, step in enumerate(model.playback.steps):
        slider(drawn).setValue(place)
        wait(qtbot, lambda step=step: is_shown(drawn, step))
        expected = kept(run, step).predict(drawn.sketch.reader.image)
        np.testing.assert_allclose(shares(drawn), expected.probabilities, atol=1e-6)
        assert drawn.training.curves.loss.mark.x == step
        assert drawn.training.curves.accuracy.mark.x == step / 7
    assert drawn.sketch.answer.model_name.text() == "epoch 2, batch 14: your simple_net"
    accuracy = run.history.accuracy.y[-1]
    assert bar.words.text() == f"epoch 2 · {accuracy:.2f} %"
    spoken = f"Moment 7 of 7, epoch 2, validation accuracy {accuracy:.1f} %"
    assert slider(drawn).accessibleName() == spoken
    slider(drawn).setValue(7)
    wait(qtbot, lambda: is_back(drawn, before))
    np.testing.assert_allclose(shares(drawn), answered.probabilities, atol=1e-6)
    assert drawn.training.curves.loss.mark.x is None
    assert bar.words.text() == "now"


def test_along_seconds_the_marks_begin_at_nought(drawn: MainWindow, run: Run, qtbot: QtBot) -> None:
    curves = drawn.training.curves
    curves.along_menu.choose(Along.SECONDS)
    first, second = run.history.epoch_seconds.y
    slider(drawn).setValue(0)
    assert [plot.mark.x for plot in curves.plots] == [0, 0, 0]
    slider(drawn).setValue(3)
    assert curves.accuracy.mark.x == pytest.approx(first * 4 / 7)
    slider(drawn).setValue(6)
    assert curves.accuracy.mark.x == second
    drawn.model.playback.leave()


def test_look_inside_and_evaluate_follow(drawn: MainWindow, run: Run, qtbot: QtBot) -> None:
    valid = engine.load_dataset(run.start.source).valid
    slider(drawn).setValue(1)
    inside = drawn.pages.open("inside")
    assert isinstance(inside, InsidePage)
    wait(qtbot, lambda: inside.tabs.count() > FIRST_LAYER)
    inside.tabs.setCurrentIndex(FIRST_LAYER)
    assert drawn.playback.isVisible()
    weights = kept(run, 1).model.state_dict()["0.weight"].numpy()
    mosaic = inside.layers.weights.mosaic
    wait(qtbot, lambda: len(mosaic.values) == len(weights))
    wait(qtbot, lambda: np.array_equal(mosaic.values.reshape(weights.shape), weights))
    evaluate = drawn.pages.open("evaluate")
    assert isinstance(evaluate, EvaluatePage)
    for place, step in ((1, 1), (6, 14)):
        drawn.playback.bar.slider.setValue(place)
        right = (kept(run, step).predict_batch(valid.images).argmax(1) == valid.labels).mean()
        words = f"{right * 100:.2f} %"
        wait(qtbot, lambda words=words: evaluate.header.accuracy.text() == words)
        batch = f"batch {step}:"
        wait(qtbot, lambda batch=batch: batch in evaluate.header.what.text())
    assert not evaluate.notice.isVisible()
    qtbot.keyClick(drawn.playback.bar.slider, Qt.Key.Key_Escape)
    assert not drawn.playback.isVisible()
    wait(qtbot, lambda: drawn.model.source and drawn.model.source.kind is Kind.RUN)


def test_keys_go_through_it(drawn: MainWindow, run: Run, qtbot: QtBot) -> None:
    playback = drawn.model.playback
    for key, place in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_PageUp, 6),
        (Qt.Key.Key_End, 7),
        (Qt.Key.Key_Left, 6),
        (Qt.Key.Key_Escape, 7),
    ):
        qtbot.keyClick(slider(drawn), key)
        assert playback.place == place
    wait(qtbot, lambda: drawn.model.source and drawn.model.source.kind is Kind.RUN)


def test_a_click_beside_the_handle_goes_there_and_drags_on(
    drawn: MainWindow, run: Run, qtbot: QtBot
) -> None:
    playback, bar = drawn.model.playback, slider(drawn)
    margin, middle = 9, bar.height() // 2

    def at(place: int) -> QPoint:
        return QPoint(margin + round((bar.width() - 2 * margin) * place / 7), middle)

    for place in (1, 6, 0, 4):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at(place))
        assert playback.place == place
        assert not bar.isSliderDown()
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(2))
    for place in (3, 5):
        qtbot.mouseMove(bar, at(place))
        assert playback.place == place
    qtbot.mouseMove(bar, QPoint(-50, middle))
    assert playback.place == 0
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(0))
    qtbot.mouseMove(bar, at(5))
    assert playback.place == 0
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(0) + QPoint(3, 0))  # on the handle
    assert playback.place == 0
    qtbot.mouseMove(bar, at(1) + QPoint(3, 0))
    assert playback.place == 1
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(1))
    playback.play(30)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at(3))
    assert not playback.is_playing
    assert playback.place == 3
    playback.leave()


@pytest.mark.parametrize("key", mostly_long([Qt.Key.Key_Space, Qt.Key.Key_Return], {0}))
def test_it_plays_to_its_end_and_leaves(
    key: Qt.Key, drawn: MainWindow, run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    playback, shown = drawn.model.playback, []
    drawn.training.playback._seconds = 1
    drawn.model.source_changed.connect(lambda source: shown.append(source.moment))
    button = drawn.training.playback.play_button
    qtbot.keyClick(button, key)
    assert playback.is_playing
    assert button.accessibleName() == "Pause playback"
    qtbot.keyClick(button, key)
    assert not playback.is_playing
    qtbot.keyClick(button, key)
    wait(qtbot, lambda: not playback.is_playing)
    assert playback.moment is None
    wait(qtbot, lambda: shown[-1:] == [None])
    steps = [moment.step for moment in shown if moment]
    assert steps == sorted(steps)
    assert steps[0] == 0
    assert len(set(steps)) > 1  # a late frame leaves moments out
    assert set(steps) <= {0, 1, 2, 4, 7, 8, 14}
    assert drawn.model.source
    assert drawn.model.source.kind is Kind.RUN


def test_its_menu_says_how_long_it_plays(drawn: MainWindow, run: Run) -> None:
    bar = drawn.training.playback
    actions = bar.duration_button.menu().actions()
    assert [action.text() for action in actions] == ["5 s", "10 s", "30 s"]
    assert [action.isChecked() for action in actions] == [False, True, False]
    assert bar.duration_button.text() == "10 s"
    actions[2].trigger()
    assert bar.duration_button.text() == "30 s"
    assert drawn.model.playback.is_playing
    drawn.model.playback.leave()


@pytest.mark.long
def test_a_run_under_way_is_played_back_and_so_is_another_meanwhile(
    drawn: MainWindow, run: Run, digits: Path, qtbot: QtBot, press: Callable[[str], None]
) -> None:
    drawn.training.panel.settings.epochs.setValue(9_000)
    slider(drawn).setValue(2)
    wait(qtbot, lambda: is_shown(drawn, 2))
    press("trainButton")
    under_way = until_written(drawn, qtbot)
    playback = drawn.model.playback
    wait(qtbot, lambda: playback.run is under_way and len(playback.steps) > 3)
    slider(drawn).setValue(1)
    wait(qtbot, lambda: is_shown(drawn, playback.steps[1]))
    drawn.training.runs.view.selectRow(1)
    wait(qtbot, lambda: playback.run is run and playback.steps)
    wait(qtbot, lambda: drawn.model.source and drawn.model.source.kind is Kind.RUN)
    slider(drawn).setValue(3)
    wait(qtbot, lambda: is_shown(drawn, 4))
    batches = under_way.batches_done
    wait(qtbot, lambda: under_way.batches_done > batches + 50)
    wait(qtbot, lambda: is_shown(drawn, 4))
    press("stopButton")
    wait(qtbot, lambda: drawn.model.trainer.is_free)
    wait(qtbot, lambda: is_shown(drawn, 4))
    slider(drawn).setValue(7)
    wait(qtbot, lambda: drawn.model.source and drawn.model.source.run == under_way.number)
    assert "your simple_net" in drawn.sketch.answer.model_name.text()


@pytest.mark.parametrize(
    "leaving",
    mostly_long(["Use its model", "the starter", "another model", "deleted"], {0, 1, 3}),
)
def test_who_is_chosen_answers(
    leaving: str,
    drawn: MainWindow,
    run: Run,
    qtbot: QtBot,
    press: Callable[[str], None],
    tmp_path: Path,
) -> None:
    slider(drawn).setValue(0)
    wait(qtbot, lambda: is_shown(drawn, 0))
    assert drawn.sketch.answer.model_name.text() == "initial weights: your simple_net"
    assert drawn.training.keeper.answering == run.start.id
    expected = Kind.RUN
    if leaving == "Use its model":
        press("restoreButton")
    elif leaving == "the starter":
        drawn.actions_.use_starter.trigger()
        expected = Kind.STARTER
    elif leaving == "another model":
        path = tmp_path / "other.safetensors"
        kept(run, 4).save(path)
        drawn.open_file(path)
        expected = Kind.FILE
    else:
        press("deleteRunButton")
    wait(qtbot, lambda: drawn.model.source and drawn.model.source.kind is expected)
    assert drawn.model.playback.moment is None
    assert drawn.training.curves.loss.mark.x is None
    assert drawn.training.playback.slider.isEnabled() == (leaving != "deleted")


def test_a_worker_that_dies_shows_no_moment_any_more(
    drawn: MainWindow, run: Run, qtbot: QtBot
) -> None:
    slider(drawn).setValue(0)
    wait(qtbot, lambda: is_shown(drawn, 0))
    process = drawn.model.link.process
    assert process
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    wait(qtbot, lambda: drawn.model.playback.moment is None)
    wait(qtbot, lambda: drawn.model.source and drawn.model.source.kind is Kind.RUN)
    told = drawn.banner.message.text()
    assert "crashed and was restarted" in told
    assert "continued" not in told, "nothing was trained"
    slider(drawn).setValue(1)
    wait(qtbot, lambda: is_shown(drawn, 1))


def test_a_moment_that_is_gone_or_damaged_is_told_of(
    drawn: MainWindow, run: Run, qtbot: QtBot
) -> None:
    folder = RunStore().open(run.start.id)
    folder.weights(1).write_bytes(b"no weights")
    folder.weights(4).unlink()
    slider(drawn).setValue(3)
    wait(qtbot, lambda: is_shown(drawn, 2))  # the nearest that is left
    slider(drawn).setValue(1)
    wait(qtbot, lambda: drawn.banner.isVisible())
    assert "The moment after batch 1 can't be shown" in drawn.banner.message.text()
    wait(qtbot, lambda: drawn.model.source and drawn.model.source.kind is Kind.RUN)
    assert drawn.model.playback.moment is None


def test_without_a_run_the_slider_says_why(
    drawn: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    bar = drawn.training.playback
    assert not bar.slider.isEnabled()
    assert "Choose one run in the table" in bar.slider.toolTip()
    run = train()
    wait(qtbot, lambda: drawn.model.playback.steps[-1:] == (14,))
    for path in RunStore().open(run.start.id).path.glob("weights-*"):
        path.unlink()
    drawn.training.runs.view.clearSelection()
    drawn.training.runs.view.selectRow(0)
    wait(qtbot, lambda: drawn.model.questions.are_answered)
    assert not bar.slider.isEnabled()
    assert "No moments of this run are kept" in bar.slider.toolTip()


def test_moments_that_come_late_are_no_other_run_s(
    drawn: MainWindow, run: Run, train: Callable[..., Run], qtbot: QtBot
) -> None:
    train()
    wait(qtbot, lambda: drawn.model.playback.steps[-1:] == (14,))
    view, playback = drawn.training.runs.view, drawn.model.playback
    view.selectRow(1)
    assert playback.run is run
    view.selectAll()
    assert playback.run is None
    wait(qtbot, lambda: drawn.model.questions.are_answered)
    assert playback.steps == ()
    assert not drawn.training.playback.slider.isEnabled()


def test_a_run_of_an_earlier_window_is_played_back(
    drawn: MainWindow, run: Run, qtbot: QtBot
) -> None:
    drawn.close()
    after = create_window()
    qtbot.addWidget(after)
    after.show()
    wait(qtbot, lambda: after.model.playback.steps)
    wait(qtbot, lambda: after.model.source and after.model.source.kind is Kind.RUN)
    assert after.model.runs.runs[0].outcome is Outcome.FINISHED
    slider(after).setValue(5)
    wait(qtbot, lambda: is_shown(after, 8))
    expected = kept(run, 8).predict(after.sketch.reader.image)
    np.testing.assert_allclose(shares(after), expected.probabilities, atol=1e-6)
    after.close()
    last = create_window()
    qtbot.addWidget(last)
    last.show()
    wait(qtbot, lambda: last.model.source and last.model.source.kind is Kind.RUN)


@pytest.mark.long
def test_a_run_without_curves_has_its_accuracy_and_no_mark(
    drawn: MainWindow, run: Run, train: Callable[..., Run], qtbot: QtBot
) -> None:
    train()
    wait(qtbot, lambda: drawn.model.playback.steps)
    drawn.close()
    after = create_window()
    qtbot.addWidget(after)
    after.show()
    wait(qtbot, lambda: after.model.playback.steps)
    wait(qtbot, lambda: after.model.source and after.model.source.kind is Kind.RUN)
    first = after.model.runs.runs[0]
    assert not first.shown
    after.training.runs.view.selectRow(1)
    wait(qtbot, lambda: after.model.playback.run is first and after.model.playback.steps)
    slider(after).setValue(4)
    words = f"epoch 1 · {run.history.accuracy.y[0]:.2f} %"
    wait(qtbot, lambda: after.training.playback.words.text() == words)
    assert after.training.curves.loss.mark.x is None
    table = after.training.runs.table
    table.setData(table.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert after.training.curves.loss.mark.x == 7
    after.model.playback.leave()


def test_a_convnet_and_a_run_that_diverged_are_played_back(
    drawn: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    playback = drawn.model.playback
    for model, lr in (("convnet", 0.1), ("mlp", 1000.0)):
        drawn.model.settings.change({"loss": "cross_entropy"})
        run = train(model=model, lr=lr)
        wait(qtbot, lambda run=run: playback.run is run and len(playback.steps) > 1)
        wait(qtbot, lambda: drawn.model.questions.are_answered)
        assert run.diverged == (model == "mlp")
        step = playback.steps[1]
        slider(drawn).setValue(1)
        wait(qtbot, lambda step=step: is_shown(drawn, step))
        expected = kept(run, step).predict(drawn.sketch.reader.image)
        np.testing.assert_allclose(shares(drawn), expected.probabilities, atol=1e-6)
    drawn.model.playback.leave()
    wait(qtbot, lambda: is_back(drawn, "diverged: your mlp"))


def test_dragged_through_the_last_place_counts(drawn: MainWindow, run: Run, qtbot: QtBot) -> None:
    """However fast it is dragged, wishes don't queue up."""
    playback: Playback = drawn.model.playback
    for place in (*range(7), *range(6, -1, -1), *range(6)) * 3:
        slider(drawn).setValue(place)
    assert playback._on_way == 1
    wait(qtbot, lambda: is_shown(drawn, 8))
    assert playback._on_way == 0


@pytest.fixture
def looks_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reports of a run ask for its moments a single time."""
    monkeypatch.setattr(playback_module, "_NEWER_MS", 10_000_000)


def test_a_run_that_has_ended_has_all_its_moments(
    looks_once: None, drawn: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    run = train()
    playback = drawn.model.playback
    wait(qtbot, lambda: playback.run is run and playback.steps[-1:] == (14,))
