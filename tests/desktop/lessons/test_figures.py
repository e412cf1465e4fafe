"""How figures are laid out and painted, by themselves: in any width, in light and in dark."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from desktop.lessons.controls import ControlsForm
from desktop.lessons.figures.graph import GraphView
from desktop.lessons.figures.pictures import PicturesView
from desktop.lessons.figures.table import TableView
from desktop.widgets.fields import Choice as ChoiceBox
from desktop.widgets.theme import DARK, LIGHT, Theme, palette
from engine.lessons.controls import Choice
from engine.lessons.figures import Graph, Node, Picture, Pictures, Table

SKETCH = np.zeros((28, 28), np.uint8)
CHAIN = Graph(
    (
        Node("w", "12", "-0.02242"),
        Node("ink", "0.1195", "-2.251"),
        Node("×", "1.434", "-0.1876", (0, 1)),
        Node("sigmoid", "0.8075", "-0.7863", (2,)),
        Node("−", "-0.3932", "-0.7863", (3,)),
        Node("**", "0.1546", "1", (4,)),
    )
)


@pytest.mark.parametrize("width", [470, 600, 700, 748, 749, 750, 751, 752])
def test_pictures_that_add_up_stand_in_one_row(qtbot: QtBot, width: int) -> None:
    view = PicturesView()
    qtbot.addWidget(view)
    plane = Picture(np.zeros((28, 28, 3), np.uint8), "plane")
    view.show_figure(Pictures((plane,) * 4, ("=", "+", "+")))
    places = view.places(width)
    assert len({place.picture.top() for place in places}) == 1
    assert places[-1].picture.right() < width


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_paper_is_the_cards_paper_and_a_part_is_framed(qtbot: QtBot, theme: Theme) -> None:
    view = PicturesView()
    qtbot.addWidget(view)
    view.setPalette(palette(theme))
    part = (slice(6, 14), slice(10, 18))
    view.show_figure(Picture(SKETCH, low=0, high=255, part=part))
    view.resize(400, view.heightForWidth(400))
    image, place = view.grab().toImage(), view.places(400)[0].picture
    cell = place.width() / 28
    paper = image.pixelColor(int(place.left() + 2 * cell), int(place.top() + 2 * cell))
    assert paper.name() == theme.card.lower()
    edge = image.pixelColor(int(place.left() + 14 * cell), round(place.top() + 6 * cell - 1))
    assert edge.name() == theme.accent.lower()


@pytest.mark.parametrize("width", [300, 420, 560, 800])
def test_a_computation_is_never_drawn_smaller(qtbot: QtBot, width: int) -> None:
    view = GraphView()
    qtbot.addWidget(view)
    view.show_figure(CHAIN)
    boxes = view.boxes(width)
    assert max(box.right() for box in boxes) <= width
    assert max(box.bottom() for box in boxes) <= view.heightForWidth(width)
    for at, other in pairwise(range(len(boxes))):
        assert not boxes[at].intersects(boxes[other])
    for at, node in enumerate(CHAIN.nodes):
        for source in node.inputs:  # every arrow leads on
            if view.goes_down(width):
                assert boxes[source].bottom() < boxes[at].top()
            else:
                assert boxes[source].right() < boxes[at].left()


def test_a_choice_is_as_wide_as_its_words(qtbot: QtBot) -> None:
    words = {"shuffle": "shuffle", "shuffle_yes": "True: a new order in each epoch of the training"}
    form = ControlsForm((Choice("shuffle", ("yes",), "yes"),), words)
    qtbot.addWidget(form)
    field = form.fields["shuffle"]
    assert isinstance(field, ChoiceBox)
    for width, whole in ((700, True), (300, False)):
        form.resize(width, 60)
        form.show()
        option = QStyleOptionComboBox()
        field.initStyleOption(option)
        shown = field.shown(option)
        assert (shown == words["shuffle_yes"]) is whole
        assert whole or shown.endswith("…")


def test_a_column_of_numbers_ends_at_the_right_and_has_minus_signs(qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    rows = (("a", "-0.5", "4,806,704"), ("b", "diverged", "12.5 %"), ("c", "4.806.704", "-1"))
    view.show_figure(Table(("name", "loss", "share"), rows))
    sides = {
        head.text(): bool(head.alignment() & Qt.AlignmentFlag.AlignRight) for head in view._heads
    }
    assert sides == {"name": False, "loss": True, "share": True}
    assert all(
        cell.alignment() == head.alignment()
        for cells in view._cells
        for cell, head in zip(cells, view._heads, strict=True)
    )
    assert view._cells[0][1].text() == "−0.5"
    assert view._cells[2][2].text() == "−1"


@pytest.mark.parametrize(("width", "rows"), [(458, [3, 3]), (752, [6])])
def test_rows_of_pictures_are_as_long_as_each_other(
    qtbot: QtBot, width: int, rows: list[int]
) -> None:
    view = PicturesView()
    qtbot.addWidget(view)
    digit = np.zeros((28, 28), np.uint8)
    view.show_figure(Pictures(tuple(Picture(digit, "an 8: “6”, 100 %") for _ in range(6))))
    tops = [place.picture.top() for place in view.places(width)]
    assert [tops.count(top) for top in sorted({*tops})] == rows
    assert all(place.picture.width() >= 84 for place in view.places(width))
