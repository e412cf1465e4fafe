"""Controls stand where what they change can be seen, as wide as each other."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.lessons.controls.fields import ChoiceField, EntryField, Field, SliderField, StepsField
from desktop.lessons.controls.form import ControlsForm
from desktop.lessons.figures.board import FigureBoard
from desktop.main_window import MainWindow
from engine.lessons.catalogue import load_lessons
from engine.lessons.controls import Choice, Control, Slider
from engine.lessons.figures import Controls, Figure, Text
from tests.desktop.lessons.conftest import Reader

CONTROLS: tuple[Control, ...] = (
    Choice("kind", ("a", "b"), "a"),
    Slider("left", 0, 9, 0),
    Slider("right", 0, 9, 0, beside=True),
    Slider("size", 0, 9, 3, part="more"),
)
TYPED = {"right": "2 2; 2 2", "numbers": "3, 5", "letters": "xyz", "part": ":2, :2", "cut": ":14"}


def test_a_part_stands_between_the_figures_and_keeps_its_value(qtbot) -> None:
    form, board = ControlsForm(CONTROLS, {}), FigureBoard()
    qtbot.addWidget(form)
    qtbot.addWidget(board)
    assert not form.isVisible()  # it would be a window of its own, and take the keys
    board.controls = form.parts
    size = form.fields["size"]
    board.show()
    figures: tuple[Figure, ...] = (Text("above"), Controls("more"), Text("below"))
    board.show_figures(figures)
    assert [type(figure) for figure in board.figures] == [Text, Text]
    qtbot.waitUntil(size.isVisible)
    above, rows, below = board.views
    assert rows.isAncestorOf(size)
    qtbot.waitUntil(lambda: above.y() < rows.y() < below.y())
    size.setValue(7)
    board.show_figures((Text("above"),))  # it makes no difference at this step
    board.settle()
    assert not size.isVisible()
    board.show_figures(figures)
    board.settle()
    qtbot.waitUntil(size.isVisible)
    assert form.values()["size"] == 7
    board.show_figures((Controls("more"), Text("below")))  # its place may be another
    board.settle()
    qtbot.waitUntil(size.isVisible)
    assert form.values() == {"kind": "a", "left": 0, "right": 0, "size": 7}


def test_choices_are_as_wide_as_each_other(reader: Reader) -> None:
    reader.open_question(38)
    form = reader.page.view.experiment.form
    assert form is not None
    assert form.fields["target"].width() == form.fields["fit"].width()


def moved(field: Field, name: str) -> None:
    """Set a field to something else."""
    if isinstance(field, SliderField):
        end = field.slider.maximum()
        field.slider.setValue(end * 2 // 3 + (field.slider.value() == end * 2 // 3))
    elif isinstance(field, ChoiceField):
        field.setCurrentIndex(0 if field.currentIndex() else field.count() - 1)
    elif isinstance(field, EntryField) and name in TYPED:
        field.setValue(TYPED[name])


@pytest.mark.long
@pytest.mark.parametrize("number", [lesson.numbers[0] for lesson in load_lessons()])
def test_what_a_control_changes_is_in_sight(
    reader: Reader, window: MainWindow, number: int
) -> None:
    window.resize(1366, 768)
    page = reader.open_question(number)
    form, board = page.view.experiment.form, page.view.experiment.board
    assert form is not None
    steps = [field for field in form.fields.values() if isinstance(field, StepsField)]
    for step in range(steps[0]._count if steps else 1):
        if steps:
            reader.figures_after(lambda step=step: steps[0].setValue(step))
        for name, field in form.fields.items():
            if field in steps or not field.isVisible():
                continue
            before = [view.grab().toImage() for view in figure_views(board, form)]
            reader.figures_after(lambda name=name, field=field: moved(field, name))
            after = figure_views(board, form)
            changed = [
                view
                for place, view in enumerate(after)
                if place >= len(before) or view.grab().toImage() != before[place]
            ]
            if not changed:
                continue
            top = field.mapTo(page.view, QPoint(0, 0)).y()
            middle = changed[0].mapTo(page.view, changed[0].rect().center()).y()
            assert middle - top < page.reading.viewport().height(), name


def figure_views(board: FigureBoard, form: ControlsForm) -> list[QWidget]:
    return [view for view in board.views if view not in form.parts.values()]
