"""How figures are laid out and painted, by themselves: in any width, in light and in dark."""

import re
from importlib import import_module
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.controls.form import ControlsForm
from desktop.lessons.figures.graph import GraphView
from desktop.lessons.figures.pictures import PicturesView
from desktop.lessons.figures.plot import PlotView
from desktop.lessons.figures.prose import paragraph
from desktop.lessons.figures.table import TableView
from desktop.lessons.figures.words import OutcomeView
from desktop.widgets.fields import Choice as ChoiceBox
from desktop.widgets.plain_text import held_within
from desktop.widgets.theme import DARK, LIGHT, Theme, palette
from engine.lessons.catalogue import load_lessons
from engine.lessons.controls import Choice
from engine.lessons.figures import (
    Curve,
    Graph,
    Mark,
    Node,
    Outcome,
    Picture,
    Pictures,
    Plot,
    Table,
)

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


def test_what_a_slice_with_steps_leaves_out_is_veiled(qtbot: QtBot) -> None:
    view = PicturesView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    part = slice(0, 28, 2), slice(4, 10, 1)
    view.show_figure(Picture(SKETCH, part=part))
    (place,) = view.places(view.width())
    image, cell = view.grab().toImage(), place.picture.width() / 28

    def at(row: int, column: int) -> str:
        inside = place.picture.topLeft() + QPointF(column + 0.5, row + 0.5) * cell
        return image.pixelColor(inside.toPoint()).name()

    taken = {at(row, column) for row in range(*part[0].indices(28)) for column in range(4, 10)}
    assert len(taken) == 1
    assert at(1, 5) == at(27, 27) == at(2, 3)
    assert at(1, 5) not in taken


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


def test_a_computation_lies_as_long_as_its_slopes_can_stand_below_their_word(qtbot: QtBot) -> None:
    view = GraphView()
    qtbot.addWidget(view)
    view.show_figure(CHAIN)
    widths = range(200, 1600, 5)
    lying = [width for width in widths if not view.goes_down(width)]
    folded = [width for width in widths if view.is_folded(width)]
    assert folded
    assert lying == [*widths][-len(lying) :]
    assert folded == lying[: len(folded)] != lying
    upright = view.heightForWidth(lying[0] - 5)
    assert view.heightForWidth(lying[-1]) < view.heightForWidth(lying[0]) < upright


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


def test_a_table_wraps_only_where_there_is_no_room(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    view = TableView()
    layout = QVBoxLayout(place)
    layout.addWidget(view)
    layout.addStretch(1)
    long = "mnist_sample: 12,396 for training, 2,038 for validation, batch_size=256"
    view.show_figure(
        Table(("part", "what it is in your own run", "needed?"), (("dls", long, "yes"),))
    )
    place.resize(900, 200)
    place.show()
    cells = [*view._heads, *view._cells[0]]
    line = max(cell.fontMetrics().height() for cell in cells) + 2
    qtbot.waitUntil(lambda: all(0 < cell.height() <= line for cell in cells))
    place.resize(460, 300)
    qtbot.waitUntil(lambda: view.width() < 460)
    qtbot.waitUntil(lambda: view._cells[0][1].height() > line)
    assert all(cell.geometry().right() <= view.width() for cell in cells)
    place.resize(540, 300)
    qtbot.waitUntil(lambda: view._cells[0][2].geometry().right() > view.width() - 40)
    assert line < view._cells[0][1].height() <= 2 * line
    place.resize(900, 200)
    qtbot.waitUntil(lambda: all(cell.height() <= line for cell in cells))


def test_columns_stand_apart_and_numbered_ones_in_even_steps(qtbot: QtBot) -> None:
    """Else "3 4,806,704" reads as one number."""
    view = TableView()
    qtbot.addWidget(view)
    view.resize(470, 200)
    view.show()
    view.show_figure(Table(("tensor", "rank", "values"), (("all", "3", "4,806,704"),)))
    qtbot.waitUntil(lambda: view._cells[0][2].x() > 50)
    rank, values = view._cells[0][1:]
    ink = values.fontMetrics().horizontalAdvance(values.text())
    assert values.geometry().right() - ink - rank.geometry().right() > 15
    view.show_figure(Table(("n", *"12345"), (("comes out", "2", "-", "6", "-", "10"),)))
    qtbot.waitUntil(lambda: view._heads[5].x() > view._heads[1].x() > 50)
    rights = [head.geometry().right() for head in view._heads[1:]]
    assert len({after - before for before, after in pairwise(rights)}) == 1


def test_columns_stand_apart_under_names_of_several_words(qtbot: QtBot) -> None:
    """What the names save by wrapping goes between the columns."""
    view = TableView()
    qtbot.addWidget(view)
    names = ("Lauf", "erster Verlust", "höchster", "letzter Verlust", "Genauigkeit")
    rows = (("seed 1, not zeroed", "0,710", "> 487,7", "divergiert", "divergiert"),)
    view.show_figure(Table(names, rows))
    view.show()
    for width in range(450, 300, -5):
        view.resize(width, 120)
        QApplication.sendPostedEvents()
        if view._heads[1].wordWrap():
            break
    qtbot.waitUntil(lambda: view._heads[-1].geometry().right() <= view.width())
    cells = view._cells[0]
    inks = [cell.fontMetrics().horizontalAdvance(cell.text()) for cell in cells]
    rights = [cell.geometry().right() for cell in cells]
    gaps = [
        right - ink - before
        for before, right, ink in zip(rights[1:], rights[2:], inks[2:], strict=False)
    ]
    assert min(gaps) >= 14
    assert rights[-1] <= view.width()


@pytest.mark.parametrize("width", range(380, 520, 7))
def test_no_name_of_a_column_is_cut(qtbot: QtBot, width: int) -> None:
    view = TableView()
    qtbot.addWidget(view)
    names = ("Name", "Wert", "Steigung entlang des Graphen", "Steigung, von torch.autograd")
    view.show_figure(Table(names, (("w", "12", "-0.022478", "-0.022478"),), strong=0))
    view.resize(width, 120)
    view.show()
    qtbot.waitUntil(lambda: view._heads[-1].width() > 20)
    for head in view._heads:
        words = [head.text()] if not head.wordWrap() else head.text().split(" ")
        assert all(head.fontMetrics().horizontalAdvance(word) <= head.width() for word in words)


def test_a_caption_stays_in_its_column(qtbot: QtBot) -> None:
    view = PicturesView()
    qtbot.addWidget(view)
    caption = "der Schritt: anders herum"
    view.show_figure(Pictures((Picture(SKETCH, caption),) * 3))
    for place in view.places(452):
        metrics, width = QFontMetricsF(view.font()), place.caption.width()
        words = held_within(caption, metrics, width).split(" ")
        assert all(metrics.horizontalAdvance(part) <= width for part in words)


LEVEL = np.linspace(0, 10, 101)


@pytest.mark.parametrize("width", [470, 700])
@pytest.mark.parametrize("at", [1, 4, 6, 8.5])
def test_the_name_of_a_point_lies_on_no_curve_and_in_the_plot(
    qtbot: QtBot, width: int, at: float
) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    curves = (Curve("s", LEVEL, 1 / (1 + np.exp(30 - 5 * LEVEL))),)
    marks = tuple(
        Mark(name, x, float(np.interp(x, LEVEL, curves[0].y)))
        for name, x in (("the sketch", at), ("x", 10 - at), ("y", 9.9 - at))
    )
    view.show_figure(Plot(curves, "x", "y", marks=marks, y_range=(0, 1)))
    view.resize(width, 260)
    view.show()
    qtbot.waitUntil(lambda: view.plot.getViewBox().width() > 0.6 * width)
    view.grab()  # what is painted lies where it should
    view.grab()
    box = view.plot.getViewBox()
    letters = [
        name.mapRectToItem(box, name.boundingRect()).adjusted(3, 3, -3, -3) for name in view._names
    ]
    assert not any(one.intersects(other) for one, other in combinations(letters, 2))
    points = [box.mapFromView(QPointF(x, y)) for x, y in zip(curves[0].x, curves[0].y, strict=True)]
    for rectangle in letters:
        assert box.rect().contains(rectangle)
        assert not any(rectangle.contains(point) for point in points)


@pytest.mark.parametrize("side", ["left", "bottom"])
def test_each_mark_of_an_axis_has_its_number(qtbot: QtBot, side: str) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    view.show_figure(Plot((Curve("", LEVEL, LEVEL / 10),), "x", "y", y_range=(0, 1)))
    view.resize(500, 260)
    view.show()
    view.grab()
    axis = view.plot.getAxis(side)
    image = QImage(600, 300, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    _, marks, numbers = axis.generateDrawSpecs(painter)
    painter.end()
    assert len(marks) == len(numbers) >= 6


def test_the_parts_of_a_product_stand_on_one_line(qtbot: QtBot) -> None:
    """A strip of few numbers beside an image, too: "*" and "=" stand between their middles."""
    view = PicturesView()
    qtbot.addWidget(view)
    digit, few = Picture(np.zeros((28, 28)), "the sketch"), Picture(np.zeros((1, 28)), "few")
    view.show_figure(Pictures((digit, few, digit), ("*", "=")))
    places = view.places(700)
    middles = [place.picture.center().y() for place in places]
    assert max(middles) - min(middles) < 0.01
    assert places[1].picture.height() < places[0].picture.height()
    assert view.heightForWidth(700) >= max(place.caption.bottom() for place in places)
    view.show_figure(Pictures((digit, few)))  # side by side, they hang from one line
    assert len({place.picture.top() for place in view.places(700)}) == 1


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


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("lesson", ["universal_approximation", "pixel_similarity", "matmul"])
def test_controls_side_by_side_fit_a_narrow_window(
    qtbot: QtBot, lesson: str, language: str
) -> None:
    words = next(each.words for each in load_lessons(language) if each.name == lesson)
    form = ControlsForm(import_module(f"engine.lessons.{lesson}").CONTROLS, words)
    qtbot.addWidget(form)
    assert form.minimumSizeHint().width() <= 440  # of a window that is 1093 px wide


@pytest.mark.parametrize("width", [430, 458, 690])
def test_six_pictures_without_words_are_large_enough_to_be_seen(qtbot: QtBot, width: int) -> None:
    view = PicturesView()
    qtbot.addWidget(view)
    view.show_figure(Pictures((Picture(np.zeros((28, 28))),) * 6))
    places = [place.picture for place in view.places(width)]
    assert min(place.width() for place in places) >= 56
    assert max(place.right() for place in places) < width
    assert len({place.top() for place in places}) == 1


@pytest.mark.parametrize("width", [470, 600, 750])
def test_a_column_is_as_tall_as_the_image_that_it_is_multiplied_with(
    qtbot: QtBot, width: int
) -> None:
    view = PicturesView()
    qtbot.addWidget(view)
    shapes = ((28, 28), (28, 1), (28, 28))
    view.show_figure(Pictures(tuple(Picture(np.ones(s), "p") for s in shapes), ("*", "=")))
    heights = {place.picture.height() for place in view.places(width)}
    assert len(heights) == 1


def test_code_in_a_sentence_is_written_as_code_and_all_else_as_it_is(qtbot: QtBot) -> None:
    said = "<b>w</b> and w.grad: w -= lr * w.grad"
    label = paragraph(said, code=("w.grad", "w -= lr * w.grad"))
    qtbot.addWidget(label)
    assert label.text() == said
    document = QTextDocument()
    document.setHtml(QLabel.text(label))
    assert document.toPlainText().replace("\u00a0", " ") == said
    assert QLabel.text(label).count("<span") == 2
    label.setText("nothing of it")
    assert QLabel.text(label) == label.text()


def test_a_word_is_code_where_a_phrase_says_so(qtbot: QtBot) -> None:
    view = OutcomeView(("from `train` alone", "-2:, -2:", "`A` times `B`"))
    qtbot.addWidget(view)

    def code(text: str) -> list[str]:
        view.show_figure(Outcome(text, True))
        return re.findall(r"<span[^>]*>(.*?)</span>", QLabel.text(view.text))

    assert code("2  You train it from train alone.") == ["train"]
    assert "2\u00a0 You" in QLabel.text(view.text)
    assert code("That is -2:, -2: there.") == ["-2:, -2:"]
    assert code("nothing of it") == []
    assert code("A row of A times B, and A.") == ["A", "B"]
