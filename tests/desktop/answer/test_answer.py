"""The answer in words: sure, not sure, not a digit, nothing drawn."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.answer.answer import AnswerCard
from desktop.answer.limits import limits
from desktop.answer.model_view import ModelView
from desktop.worker.messages import Kind, Reading, Source
from engine.inference.prediction import Prediction

SOURCE = Source(Kind.RUN, "simple_net", ("3", "7"), epoch=3)


@pytest.fixture
def answer(qtbot: QtBot) -> AnswerCard:
    answer = AnswerCard()
    qtbot.addWidget(answer)
    return answer


def read(answer: AnswerCard, p: float, known: bool = True) -> tuple[str, str]:
    values = np.array([p, 1 - p], np.float32)
    label = "3" if p >= 0.5 else "7"
    answer.show_reading(Reading(1, Prediction(label, values, ("3", "7"), known), SOURCE))
    return answer.digit.text(), answer.verdict.text()


def test_the_three_kinds_of_answer(answer: AnswerCard) -> None:
    assert read(answer, 0.98) == ("3", "98.0 % sure")
    assert read(answer, 0.45) == ("7", "Not sure: 55.0 %")
    assert read(answer, 0.98, known=False) == ("?", "Not a digit I know")
    unknown = Prediction("a", np.array([0.9, 0.1], np.float32), ("a", "b"), known=False)
    answer.show_reading(Reading(1, unknown, replace(SOURCE, classes=("a", "b"))))
    assert answer.verdict.text() == "Nothing I know"
    read(answer, 0.98)
    assert answer.model_name.text() == "your simple_net, epoch 3"


def test_an_answer_of_earlier_pixels_is_grey_until_theirs_is_there(answer: AnswerCard) -> None:
    read(answer, 0.98)
    answer.on_image_changed(np.full((28, 28), 9, np.uint8))
    assert answer._late.isActive()
    assert answer._late.interval() < 500
    answer._late.timeout.emit()  # as where it takes long
    assert answer.verdict.text() == "Being read…"
    assert not answer.digit.isEnabled()
    assert not answer.bars.isEnabled()
    assert read(answer, 0.98) == ("3", "98.0 % sure")
    assert answer.digit.isEnabled()
    assert answer.bars.isEnabled()
    assert not answer._late.isActive()
    answer.show_source(replace(SOURCE, epoch=4))
    assert not answer._late.isActive()  # the same network: its answers come by themselves
    answer.show_source(replace(SOURCE, kind=Kind.STARTER))
    assert answer._late.isActive()
    answer.show_reading(Reading(2, None, None))  # as of a worker that is gone
    assert answer._late.isActive()
    answer.on_image_changed(None)
    assert not answer._late.isActive()
    answer.show_source(replace(SOURCE, kind=Kind.SIMILARITY))
    answer.on_image_changed(np.full((28, 28), 9, np.uint8))
    assert not answer._late.isActive()  # there is no network of which one could wait


def test_a_model_without_numbers_reads_nothing(answer: AnswerCard) -> None:
    diverged = replace(SOURCE, diverged=True)
    values = np.full(2, np.nan, np.float32)
    answer.show_reading(Reading(1, Prediction("3", values, ("3", "7"), known=False), diverged))
    assert answer.digit.text() == "?"
    assert answer.verdict.text() == "Can't read anything now"
    assert answer.model_name.text() == "diverged: your simple_net"
    values = np.array([1, 0], np.float32)
    answer.show_reading(Reading(1, Prediction("3", values, ("3", "7")), diverged))
    assert (answer.digit.text(), answer.verdict.text()) == ("3", "Not reliable")
    assert not answer.digit.isEnabled()


@pytest.mark.parametrize(
    ("name", "shown"),
    [("3", "3"), ("ten", "ten"), ("seventeen", "seventeen"), ("a folder's long name", "a fol")],
)
def test_names_longer_than_digits_have_room(answer: AnswerCard, name: str, shown: str) -> None:
    answer.resize(answer.minimumSizeHint())
    narrowest = answer.minimumSizeHint().width()
    prediction = Prediction(name, np.array([0.98, 0.02], np.float32), (name, "7"))
    answer.show_reading(Reading(1, prediction, SOURCE))
    assert answer.digit.text().startswith(shown)
    assert answer.digit.sizeHint().width() <= 100
    assert answer.digit.toolTip() == ("" if answer.digit.text() == name else name)
    assert answer.minimumSizeHint().width() <= narrowest + 80


def opinion(label: str, p: float = 0.95, known: bool = True) -> Prediction:
    digits = tuple("0123456789")
    values = np.full(10, (1 - p) / 9, np.float32)
    values[digits.index(label)] = p
    return Prediction(label, values, digits, known)


def test_a_model_of_few_digits_says_what_it_can_tell_apart(answer: AnswerCard) -> None:
    answer.show_source(replace(SOURCE, classes=tuple("0123456789")))
    assert answer.limits.isHidden()
    least = answer.minimumSizeHint()
    answer.show_source(replace(SOURCE, classes=tuple("012345678")))
    assert answer.limits.text() == "Knows only 0, 1, 2, 3, 4, 5, 6, 7 and 8."
    answer.show_source(SOURCE)
    assert answer.minimumSizeHint() == least  # the pad above stays as it is
    assert answer.limits.text() == "Knows only 3 and 7."
    read(answer, 0.999)
    for starter, added in (
        (opinion("5"), "\nThe starter network reads it as 5."),
        (opinion("3"), ""),
        (opinion("5", 0.4), ""),
        (opinion("5", known=False), "\nThe starter network doesn't take this for a digit."),
    ):
        answer.show_starter(starter)
        assert answer.limits.text() == "Knows only 3 and 7." + added
    answer.on_image_changed(None)
    assert answer.limits.text() == "Knows only 3 and 7."
    answer.show_starter(opinion("5"))
    answer.show_source(replace(SOURCE, classes=("boot", "shirt")))
    assert answer.limits.text() == "Knows only boot and shirt."  # of which the starter says nothing


def test_an_empty_pad_has_no_answer(answer: AnswerCard) -> None:
    read(answer, 0.98)
    answer.on_image_changed(None)
    assert answer.digit.text() == "–"
    assert answer.verdict.text() == "Nothing drawn yet"
    assert [p for _, p in answer.bars.rows()] == [0, 0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [(Kind.STARTER, "the starter network"), (Kind.SIMILARITY, "pixel similarity")],
)
def test_the_model_is_named(answer: AnswerCard, kind: Kind, name: str) -> None:
    answer.show_source(Source(kind, "mnist", ("3", "7")))
    assert answer.model_name.text() == name


def test_every_pixel_of_the_models_view_has_its_shade(qtbot: QtBot) -> None:
    view = ModelView()
    qtbot.addWidget(view)
    image = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    view.show_image(image)
    view.resize(view.sizeHint())
    picture = view.grab().toImage()
    cell = (view.width() - 2) // 28
    paper, ink = view.palette().base().color().red(), view.palette().text().color().red()
    for row, column in np.ndindex(28, 28):
        x, y = 1 + column * cell + cell // 2, 1 + row * cell + cell // 2
        expected = paper + (ink - paper) * int(image[row, column]) / 255
        assert QColor(picture.pixel(x, y)).red() == pytest.approx(expected, abs=2)


def test_a_class_with_a_name_of_thousands_of_letters_leaves_room_for_the_others() -> None:
    said = limits(Source(Kind.FILE, "a model", ("c" * 10_000, "7")), "7", None)
    assert said.endswith(" and 7.")
    assert len(said) < 60
