"""The last answer is there with the kept sketch, where the same network would give it again."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import engine
from desktop.answer import answer as answer_module
from desktop.answer.answer import AnswerCard
from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.shell.preferences import Preferences
from desktop.worker.messages import Kind, Reading, Source
from engine.inference.prediction import Prediction
from engine.runs.place import runs_folder
from engine.runs.store import RunStore
from tests.mostly_long import mostly_long

SEVEN = np.array([[120, 100], [280, 100], [240, 200], [200, 330]])
Drag = Callable[[QWidget, np.ndarray], None]


def wait(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()))


@pytest.fixture
def answered(window: MainWindow, drag: Drag, qtbot: QtBot) -> MainWindow:
    """Return the window with a 7 on its pad, which the starter network has read."""
    wait(qtbot, lambda: window.model.source)
    drag(window.sketch.canvas, SEVEN)
    wait(qtbot, lambda: not window.sketch.reader.is_waiting)
    return window


@pytest.fixture
def open_next(qtbot: QtBot) -> Callable[[], MainWindow]:
    """Return a function that opens the next window; nobody computes for it before it is shown."""

    def open_() -> MainWindow:
        window = create_window()
        qtbot.addWidget(window)
        return window

    return open_


def said(window: MainWindow) -> tuple[str, str, str, list[float]]:
    card = window.sketch.answer
    shares = [share for _, share in card.bars.rows()]
    return card.digit.text(), card.verdict.text(), card.model_name.text(), shares


def kept_answer() -> Path:
    return Preferences().sketch_file.with_name("answer.json")


def test_it_is_there_before_anybody_computes(
    answered: MainWindow, open_next: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    before = said(answered)
    assert before[0] == "7"
    answered.close()
    after = open_next()
    assert after.model.link.process is None
    assert said(after) == before
    after.show()
    wait(qtbot, lambda: after.model.source and not after.sketch.reader.is_waiting)
    assert said(after) == before  # as the network itself says again
    after.actions_.clear.trigger()
    assert after.sketch.answer.digit.text() == "–"


def test_it_is_kept_as_soon_as_the_sketch_is(answered: MainWindow, qtbot: QtBot) -> None:
    wait(qtbot, kept_answer().exists)  # without anyone's asking: a kill may come
    facts = json.loads(kept_answer().read_bytes())
    assert (facts["label"], facts["kind"]) == ("7", "starter")


def test_of_several_digits_none_is_kept(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    wait(qtbot, lambda: window.model.source)
    window.actions_.several.trigger()
    for move in (-60, 120):
        drag(window.sketch.canvas, SEVEN // 2 + np.array([move, 20]))
    wait(qtbot, lambda: [c.label for c in window.sketch.answer.digits.chips] == ["7", "7"])
    window.close()
    assert not kept_answer().exists()


@pytest.mark.parametrize("other", mostly_long(["pixels", "network", "program"], {1}))
def test_of_anything_else_it_says_nothing(
    answered: MainWindow, open_next: Callable[[], MainWindow], other: str
) -> None:
    answered.close()
    facts = json.loads(kept_answer().read_bytes())
    facts["asked"][other] = "another"
    kept_answer().write_text(json.dumps(facts))
    after = open_next()
    assert after.sketch.reader.image is not None
    assert after.sketch.answer.digit.text() == "–"
    assert after.banner.isHidden()


@pytest.mark.parametrize(
    "data",
    mostly_long(
        [
            b"",
            b"[]",
            b'{"asked": {}}',
            b"[" * 100_000,
            b'{"asked": {"pixels": "", "network": "", "program": ""}, "label": "3", "known": true, '
            b'"classes": ["3"], "probabilities": [NaN], "kind": "starter", "name": "", "epoch": 0, '
            b'"path": ""}',
        ],
        {2, 4},
    ),
)
def test_a_damaged_one_is_put_aside_and_told_once(
    open_next: Callable[[], MainWindow], data: bytes
) -> None:
    kept_answer().parent.mkdir(parents=True, exist_ok=True)
    kept_answer().write_bytes(data)
    window = open_next()
    assert "put aside as answer.damaged-1.json" in window.banner.message.text()
    assert window.sketch.answer.digit.text() == "–"
    window.close()
    assert open_next().banner.isHidden()


@pytest.mark.parametrize(
    "answering", ["x" * 300, "/" + "x" * 300, "a\0b", "/a\0b", "starter", ".."]
)
def test_an_answerer_that_no_file_can_be_hinders_neither_start_nor_end(
    open_next: Callable[[], MainWindow], answering: str
) -> None:
    runs_folder().mkdir(parents=True)
    saved = Preferences()
    saved.answering = answering
    assert saved.save() == ""
    window = open_next()
    assert window.sketch.answer.digit.text() == "–"
    window.training.runs.disclosure.setChecked(False)
    window.close()
    assert not Preferences().runs_shown  # what is saved is saved all the same


def test_no_answer_is_kept_where_reading_failed(answered: MainWindow) -> None:
    kept_answer().unlink(missing_ok=True)
    source = answered.model.source
    answered.sketch.reader.answered.emit(Reading(1, None, source))
    answered.training.runs.disclosure.setChecked(False)
    answered.close()
    assert not kept_answer().exists()
    assert not Preferences().runs_shown


def test_the_readers_own_network_says_it_and_no_other_comes_between(
    answered: MainWindow,
    train: Callable[..., Run],
    open_next: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    run = train()
    wait(qtbot, lambda: RunStore().find(run.start.id).standing == "finished")
    wait(qtbot, lambda: answered.training.keeper.answering == run.start.id)
    wait(qtbot, lambda: not answered.sketch.reader.is_waiting)
    before = said(answered)
    assert before[2] == "your simple_net, epoch 2"
    answered.close()
    after = open_next()
    assert said(after) == before
    seen = set()
    after.model.source_changed.connect(lambda _: seen.add(said(after)[2]))
    after.sketch.reader.answered.connect(lambda _: seen.add(said(after)[2]))
    after.show()
    wait(qtbot, lambda: after.model.source and after.model.source.kind is Kind.RUN)
    wait(qtbot, lambda: not after.sketch.reader.is_waiting)
    assert seen == {before[2]}
    np.testing.assert_allclose(said(after)[3], before[3], atol=1e-6)


def test_other_weights_of_the_same_run_say_nothing(
    answered: MainWindow,
    train: Callable[..., Run],
    open_next: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    run = train()
    wait(qtbot, lambda: RunStore().find(run.start.id).standing == "finished")
    wait(qtbot, lambda: not answered.sketch.reader.is_waiting)
    answered.close()
    folder = RunStore().open(run.start.id)
    folder.weights(folder.steps()[-1]).unlink()
    after = open_next()
    assert after.sketch.answer.digit.text() == "–"


def reading(kind: Kind, label: str) -> Reading:
    shares = np.array([0.9 if name == label else 0.1 for name in "37"], np.float32)
    return Reading(0, Prediction(label, shares, ("3", "7")), Source(kind, "mnist", ("3", "7")))


def test_the_starter_speaks_where_the_other_never_comes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_module, "PATIENCE_MS", 50)
    card = AnswerCard()
    qtbot.addWidget(card)
    card.hold(reading(Kind.FILE, "7"))
    starter = reading(Kind.STARTER, "3")
    assert starter.source is not None
    card.show_source(starter.source)
    card.show_reading(starter)
    assert card.digit.text() == "7"
    wait(qtbot, lambda: card.digit.text() == "3")
    assert card.source == starter.source


def test_a_new_stroke_is_read_by_whoever_can(qtbot: QtBot) -> None:
    card = AnswerCard()
    qtbot.addWidget(card)
    card.hold(reading(Kind.RUN, "7"))
    card.on_image_changed(np.ones((28, 28), np.uint8))
    card.show_reading(reading(Kind.STARTER, "3"))
    assert card.digit.text() == "3"


def test_a_run_goes_on_from_there(qtbot: QtBot) -> None:
    card = AnswerCard()
    qtbot.addWidget(card)
    card.hold(reading(Kind.RUN, "7"))
    newer = reading(Kind.RUN, "3")
    assert newer.source is not None
    card.show_reading(replace(newer, source=replace(newer.source, epoch=3)))
    assert card.digit.text() == "3"
    card.show_reading(reading(Kind.STARTER, "7"))  # somebody wants it again
    assert card.digit.text() == "7"


def test_the_kept_pixels_are_those_that_were_read(
    answered: MainWindow, open_next: Callable[[], MainWindow]
) -> None:
    before = answered.sketch.reader.image
    answered.close()
    image = open_next().sketch.reader.image
    np.testing.assert_array_equal(image, before)
    assert image is not None
    assert engine.Classifier.starter("mnist").predict(image).label == "7"
