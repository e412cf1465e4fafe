"""Classes of one's own in the real window: typed, kept, renamed, moved, learned and read."""

import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.drawings.page import DrawingsPage
from desktop.main_window import MainWindow
from desktop.sketch.content import Content, Picture
from engine.data import drawings
from tests.mostly_long import mostly_long

LEFT = Qt.MouseButton.LeftButton
Points = np.ndarray
Drag = Callable[[QWidget, Points], None]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DrawingsPage:
    """Return the page, open, with its folder looked through."""
    page = window.pages.open("own")
    assert isinstance(page, DrawingsPage)
    qtbot.waitUntil(lambda: page.library.known)
    return page


def type_in(edit: QLineEdit, text: str) -> None:
    """Replace what stands in a field; what has no key is put in as an input method does."""
    edit.setFocus()
    edit.selectAll()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        edit.insert(text)


@pytest.fixture
def keep(window: MainWindow, page: DrawingsPage) -> Callable[[str, int], None]:
    """Return a function that keeps some scribbles under a label that is typed."""
    rng = np.random.default_rng(0)

    def put_and_keep(label: str, count: int) -> None:
        for _ in range(count):
            image = np.zeros((28, 28), np.uint8)
            image[8:20, 8:20] = rng.integers(0, 256, (12, 12))
            window.sketch.document.put(Content(picture=Picture(image)))
            type_in(page.keeping.field.edit, label)
            QTest.keyClick(page.keeping.field.edit, Qt.Key.Key_Return)

    return put_and_keep


def kept() -> Counter[str]:
    """Count the drawings in the user's folder by their labels."""
    return Counter(drawing.label for drawing in drawings.read_own(drawings.own_folder()))


def corners(points: list[tuple[float, float]], rng: np.random.Generator) -> Points:
    """Return a closed line through corners, each a little off, as a hand would draw it."""
    ends = np.array([*points, points[0]]) + rng.normal(0, 0.06, (len(points) + 1, 2))
    return np.concatenate([np.linspace(*side, 8) for side in pairwise(ends)])


def spiral(rng: np.random.Generator) -> Points:
    turns = np.linspace(0, rng.uniform(3.6, 4.8) * np.pi, 50)
    reach = turns / turns[-1]
    return np.stack([reach * np.cos(turns), reach * np.sin(turns)], axis=1)


SHAPES: dict[str, Callable[[np.random.Generator], Points]] = {
    "triangle": lambda rng: corners([(0, -1), (0.95, 0.8), (-0.95, 0.8)], rng),
    "square": lambda rng: corners([(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)], rng),
    "spiral": spiral,
}


def by_hand(shape: str, rng: np.random.Generator) -> Points:
    """Return a shape in pixels of the pad: turned, stretched and placed a little differently."""
    angle = rng.uniform(-0.2, 0.2)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    drawn = SHAPES[shape](rng) * rng.uniform(0.8, 1.2, 2)
    return (drawn @ turn.T) * 90 + 190 + rng.uniform(-20, 20, 2)


@pytest.mark.long
def test_three_shapes_are_drawn_learned_and_read(
    window: MainWindow, page: DrawingsPage, drag: Drag, qtbot: QtBot
) -> None:
    """Twenty of each, by the mouse: kept, learned and read rightly, in under two minutes."""
    rng, begun = np.random.default_rng(1), time.monotonic()
    qtbot.waitUntil(lambda: window.model.source is not None)
    for shape in SHAPES:
        type_in(page.keeping.field.edit, shape)
        for _ in range(20):
            drag(window.sketch.canvas, by_hand(shape, rng))
            QTest.mouseClick(page.keeping.keep_button, LEFT)
    assert kept() == dict.fromkeys(SHAPES, 20)
    assert page.comparison.train_alone.isEnabled()
    QTest.mouseClick(page.comparison.train_alone, LEFT)
    qtbot.waitUntil(lambda: window.model.trainer.is_free)
    score = page.comparison.present
    qtbot.waitUntil(lambda: score.text() == "21 of 21")
    assert page.comparison.starter.text() == "–", "the starter isn't asked about shapes"
    for shape in [*SHAPES] * 3:
        window.sketch.document.clear()
        drag(window.sketch.canvas, by_hand(shape, rng))
        answer = window.sketch.answer
        qtbot.waitUntil(lambda: answer.digit.toolTip() == shape or answer.digit.text() == shape)  # noqa: B023
        assert answer.verdict.text().endswith("sure")
        assert answer.limits.text() == "Knows only spiral, square and triangle."
    assert time.monotonic() - begun < 120


@pytest.mark.parametrize(
    "label",
    mostly_long(["A", "\U0001f600", "1/2", "con", "..", "é", "a & b", "x" * 200], {1, 2, 4}),
)
def test_any_label_is_typed_and_kept(
    page: DrawingsPage, keep: Callable[[str, int], None], label: str
) -> None:
    keep(label, 2)
    assert kept() == {label: 2}
    assert page.drawings.classes.item(1, 0).text() == label
    assert f"Kept as {label}, no. 2" in page.keeping.hint.text()
    assert page.keeping.field.itemText(0) == label


def test_upper_and_lower_case_are_two_classes_and_two_spellings_one(
    page: DrawingsPage, keep: Callable[[str, int], None]
) -> None:
    keep("A", 1)
    keep("a", 1)
    keep("\u00e9", 1)
    keep("e\u0301", 1)  # looks the same
    assert kept() == {"A": 1, "a": 1, "\u00e9": 2}


def test_a_digit_is_a_label_like_any_other(page: DrawingsPage) -> None:
    page.keeping.choose("7")
    assert page.keeping.digits.button(7).isChecked()
    page.keeping.choose("A")
    assert not page.keeping.digits.checkedButton()
    QTest.mouseClick(page.keeping.digits.button(3), LEFT)
    assert page.keeping.label == "3"
    page.keeping.field.edit.setFocus()
    QTest.keyClick(page.keeping.field.edit, Qt.Key.Key_End)
    QTest.keyClicks(page.keeping.field.edit, "rd")
    assert page.keeping.label == "3rd"
    assert not page.keeping.digits.checkedButton()


def rename(page: DrawingsPage, label: str, typed: str) -> None:
    table = page.drawings.classes
    table.choose(label)
    QTest.mouseClick(page.drawings.rename_button, LEFT)
    editor = table.findChild(QLineEdit)
    type_in(editor, typed)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_class_is_renamed_and_what_is_held_out_stays_so(
    page: DrawingsPage, keep: Callable[[str, int], None], qtbot: QtBot
) -> None:
    keep("A", 4)
    before = [d.image.tobytes() for d in page.library.drawings if d.kept_back]
    rename(page, "A", "A/1")
    qtbot.waitUntil(lambda: page.library.labels == ("A/1",))
    assert kept() == {"A/1": 4}
    assert [d.image.tobytes() for d in page.library.drawings if d.kept_back] == before
    assert page.drawings.classes.label == "A/1"
    QTest.mouseClick(page.drawings.undo_button, LEFT)
    assert kept() == {"A": 4}
    assert not page.drawings.undo_button.isVisible()


def test_a_class_renamed_to_another_goes_into_it_and_out_again(
    page: DrawingsPage, keep: Callable[[str, int], None], qtbot: QtBot
) -> None:
    keep("A", 2)
    keep("B", 3)
    rename(page, "A", "B")
    qtbot.waitUntil(lambda: page.library.labels == ("B",))
    assert kept() == {"B": 5}
    page.drawings.classes.choose("B")
    QTest.mouseClick(page.drawings.remove_button, LEFT)
    assert kept() == {}
    for left in ({"B": 5}, {"A": 2, "B": 3}):
        QTest.mouseClick(page.drawings.undo_button, LEFT)
        assert kept() == left


def test_a_drawing_is_moved_by_the_menu(
    page: DrawingsPage,
    keep: Callable[[str, int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep("A", 2)
    keep("B", 1)
    page.drawings.wall.select(1)
    menu = page.drawings.move_button.menu()
    menu.aboutToShow.emit()
    offered = {action.text(): action for action in menu.actions()}
    assert not offered["A"].isEnabled()
    offered["B"].trigger()
    assert kept() == {"A": 1, "B": 2}
    page.drawings.classes.choose("B")
    assert len(page.drawings.wall) == 2
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" \U0001f600 ", True))
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert kept() == {"A": 1, "\U0001f600": 2}


def test_what_was_chosen_is_moved_though_the_list_is_read_anew_while_one_types(
    window: MainWindow,
    page: DrawingsPage,
    keep: Callable[[str, int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep("A", 2)
    page.drawings.classes.choose("A")
    page.drawings.wall.select(0)

    def typed(*_: object) -> tuple[str, bool]:
        page.drawings.wall.select(-1)
        return "B", True

    monkeypatch.setattr(QInputDialog, "getText", typed)
    page.drawings.move_button.menu().aboutToShow.emit()
    page.drawings.move_button.menu().actions()[-1].trigger()
    assert kept() == {"A": 1, "B": 1}


def test_a_label_that_is_none_is_refused_in_words(
    window: MainWindow,
    page: DrawingsPage,
    keep: Callable[[str, int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep("A", 1)
    page.drawings.classes.choose("A")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" ", True))
    page.drawings.move_button.menu().aboutToShow.emit()
    page.drawings.move_button.menu().actions()[-1].trigger()
    assert "needs a label" in window.banner.message.text()
    assert kept() == {"A": 1}
