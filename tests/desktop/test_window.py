"""The window as a whole: its public names, sizes, menus, appearance and memory."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.shell.keys import KeysWindow
from desktop.sketch.tools import Tool
from desktop.widgets.controls import IconButton
from desktop.widgets.theme import DARK, LIGHT, ThemeSwitch
from desktop.worker.messages import RunRequest
from desktop.worker.run_state import State
from engine.config import TrainConfig

NAMES = [
    *("canvas", "predictionLabel", "clearButton", "modelView", "accuracyLabel", "lossPlot"),
    *("trainButton", "stopButton", "pauseButton", "stepButton"),
    *("modelCombo", "datasetCombo", "learningRate", "batchSize", "epochs"),
]


def test_every_public_widget_is_found_by_name(window: MainWindow) -> None:
    found = {name: len(window.findChildren(QWidget, name)) for name in NAMES}
    assert found == dict.fromkeys(NAMES, 1)


def test_what_the_parts_say_reaches_the_banner_or_the_status_line(window: MainWindow) -> None:
    training, opening = window.training, window.opening
    fail: tuple[Any, ...] = (window.model, training, window.sketch.files, window.pages, opening)
    fail += (training.desk, training.lr_card, training.keeper, training.files, window.session)
    fail += (window.learn, window.learn.progress, window.learn.files, window.learn.pupil)
    for number, part in enumerate(fail):
        part.failed.emit(f"Failure {number}.")
        assert window.banner.message.text() == f"Failure {number}.", part
    opening.told.emit("Two files were opened.")
    assert window.banner.message.text() == "Two files were opened."
    tell: tuple[Any, ...] = (training, window.pages, window.help_menu, window.other_python)
    tell += (training.desk, training.files, training.keeper, training.panel, training.lr_card)
    tell += (window.learn, window.learn.files, window.learn.pupil)
    for number, part in enumerate(tell):
        part.told.emit(f"News {number}")
        assert window.status.text == f"News {number}", part
    training.devices.reason_changed.emit("mps: the fastest one here")
    assert "mps" in [label.text() for label in window.status.findChildren(QLabel)]


def test_a_window_that_is_closed_at_once_starts_no_worker(qtbot: QtBot) -> None:
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    window.close()
    qtbot.wait(50)
    assert window.model.link.has_ended


def test_what_is_begun_anew_takes_an_old_complaint_away(window: MainWindow) -> None:
    begun = (
        lambda: window.model.trainer.run_asked_for.emit(RunRequest("mnist", TrainConfig())),
        window.model.checking.began.emit,
        window.training.files.import_began.emit,
        window.other_python.taking_over.emit,
        window.sketch.files.arrived.emit,
    )
    for number, begin in enumerate(begun):
        window.banner.tell("It failed.")
        assert window.banner.isVisible()
        begin()
        assert not window.banner.isVisible(), number


def test_nothing_is_clipped_on_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 700
    for widget in window.centralWidget().findChildren(QWidget):
        if widget.isVisible() and widget.layout():
            smallest = widget.layout().minimumSize()
            assert widget.width() >= smallest.width(), widget
            assert widget.height() >= smallest.height(), widget


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_pad_is_nearly_square(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    canvas = window.sketch.canvas
    qtbot.waitUntil(lambda: abs(canvas.width() - canvas.height()) < 30)


def test_every_control_says_what_it_does(window: MainWindow) -> None:
    settings = window.training.panel.settings
    for field in (settings.dataset, settings.model, settings.lr, settings.batch_size):
        assert len(field.toolTip()) > 20
        assert field.accessibleName()


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"F5", "F6", "F10"} <= set(keys)


def test_a_button_is_dressed_once_while_its_window_is_put_together(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, dressed = IconButton.changeEvent, Counter[IconButton]()

    def note(button: IconButton, event: QEvent) -> None:
        dressed[button] += event.type() == QEvent.Type.StyleChange
        change(button, event)

    monkeypatch.setattr(IconButton, "changeEvent", note)
    window = create_window()
    qtbot.addWidget(window)
    assert len(dressed) > 10
    assert max(dressed.values()) == 1


def test_a_chosen_appearance_reaches_the_painted_widgets(window: MainWindow) -> None:
    colors = []
    for scheme, theme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        window.actions_.schemes[scheme].trigger()
        assert window.sketch.canvas.palette().base().color().name() == theme.card.lower()
        picture = window.training.curves.loss.plot.grab().toImage()
        colors.append(picture.pixelColor(5, 5).name())
    assert colors == [DARK.card.lower(), LIGHT.card.lower()]


def test_the_systems_switch_is_followed(qapp: QApplication) -> None:
    switch = ThemeSwitch(qapp)
    switch.choose(Qt.ColorScheme.Dark)
    assert switch.theme is DARK
    switch.choose(Qt.ColorScheme.Unknown)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert switch.theme is LIGHT
    assert qapp.palette().window().color().name() == LIGHT.window.lower()


def test_the_last_settings_come_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    settings = window.training.panel.settings
    settings.lr.setValue(0.03)
    settings.model.setCurrentText("mlp")
    window.model.datasets.choose("mnist")
    window.model.datasets.remember([tmp_path])
    window.actions_.guide.setChecked(False)
    window.actions_.schemes[Qt.ColorScheme.Dark].trigger()
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    assert again.training.panel.settings.config() == settings.config()
    assert again.model.datasets.chosen == "mnist"
    assert again.model.datasets.recent == [tmp_path]
    assert not again.sketch.canvas.guide_shown
    assert again.actions_.schemes[Qt.ColorScheme.Dark].isChecked()
    again.actions_.schemes[Qt.ColorScheme.Unknown].trigger()


def test_undo_in_the_menu_follows_the_sketch(window: MainWindow) -> None:
    act = window.actions_
    assert not act.undo.isEnabled()
    window.sketch.document.begin_stroke(0.1, 0.1)
    window.sketch.document.finish_stroke()
    act.clear.trigger()
    assert window.sketch.document.is_empty
    act.undo.trigger()
    assert not window.sketch.document.is_empty
    assert act.redo.isEnabled()


def test_undo_and_redo_name_their_steps(window: MainWindow) -> None:
    act, bar, document = window.actions_, window.sketch.toolbar, window.sketch.document

    def names() -> tuple[str, str]:
        return act.undo.text(), act.redo.text()

    assert names() == ("&Undo", "&Redo")
    shortcuts = act.undo.shortcuts(), act.redo.shortcuts()
    document.begin_stroke(0.1, 0.1)
    document.finish_stroke()
    act.clear.trigger()
    assert names() == ("&Undo Clear", "&Redo")
    assert "Clear" in bar.undo.toolTip()
    act.undo.trigger()
    assert names() == ("&Undo Stroke", "&Redo Clear")
    assert "Stroke" in bar.undo.toolTip()
    assert "Clear" in bar.redo.toolTip()
    act.undo.trigger()
    assert names() == ("&Undo", "&Redo Stroke")
    assert "Stroke" not in bar.undo.toolTip()
    assert (act.undo.shortcuts(), act.redo.shortcuts()) == shortcuts


def test_the_list_of_keys_names_no_step(window: MainWindow) -> None:
    window.sketch.document.begin_stroke(0.1, 0.1)
    window.sketch.document.finish_stroke()
    window.actions_.keys.trigger()
    dialog = window.findChild(KeysWindow)
    assert dialog is not None
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words[words.index("Ctrl+Z") + 1] == "Undo"
    dialog.close()


def test_hidden_widths_that_cant_be_read_lose_nothing_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    settings = window.training.panel.settings
    settings.model.setCurrentText("mlp")
    settings.lr.setValue(0.03)
    readable = settings.config()
    settings.basic.hidden.setText("abc")
    window.actions_.guide.setChecked(False)
    window.pages.open("own")
    window.actions_.quit.trigger()
    assert window.model.link.has_ended

    again = create_window()
    qtbot.addWidget(again)
    assert again.training.panel.settings.config() == readable
    assert not again.actions_.guide.isChecked()
    assert again.pages.current == "own"


def test_tools_and_plots_come_back(window: MainWindow, qtbot: QtBot) -> None:
    tools, curves = window.sketch.tools, window.training.curves
    tools.resize(4)
    tools.take(Tool.ERASER)
    tools.resize(0)
    curves.smoothing.slider.setValue(70)
    curves.epoch_loss.log.trigger()
    window.training.runs.disclosure.click()
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    tools, curves = again.sketch.tools, again.training.curves
    assert [tools.step_of(tool) for tool in (Tool.BRUSH, Tool.ERASER)] == [4, 0]
    assert curves.smoothing.slider.value() == 70
    assert [plot.log.isChecked() for plot in curves.plots] == [False, True, False]
    assert not again.training.runs.view.isVisibleTo(again.training.runs)


def test_full_screen_comes_back_and_ends_with_one_press(window: MainWindow, qtbot: QtBot) -> None:
    window.showMaximized()
    window.actions_.full_screen.trigger()
    assert window.isFullScreen()
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(again.isFullScreen)  # the system's own words come one by one
    assert again.actions_.full_screen.isChecked()
    again.actions_.full_screen.trigger()
    assert not again.isFullScreen()
    assert again.isMaximized()
    again.showFullScreen()  # as a window manager does
    assert again.actions_.full_screen.isChecked()


def test_a_run_that_ends_as_its_window_goes_is_told_to_nobody(qtbot: QtBot) -> None:
    window = create_window()
    window.show()
    window.model.step()
    trainer, layout = window.model.trainer, window.layout()
    qtbot.waitUntil(lambda: trainer.state is State.PAUSED)
    window.close()
    assert layout is not None
    layout.destroyed.connect(trainer.give_up)  # when what the menus offer is gone already
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert trainer.is_free
