"""Code is shown in a size in which its lines fit in, and what doesn't fit goes on below."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.code_view import whereabouts
from desktop.lessons.figures.code import CodeLines, CodeView
from engine.lessons.figures import Code, Line

LONG = "    def distances(self, images: NDArray[np.uint8], norm: Norm) -> NDArray[np.float32]:"


def test_long_lines_are_written_smaller_but_not_too_small(qtbot: QtBot) -> None:
    lines = CodeLines()
    qtbot.addWidget(lines)
    sizes = []
    for length in (60, 96, 400):
        code = "x" * length
        lines.show_lines((Line("short"), Line(code)))
        font = lines.font_in(612)
        sizes.append(QFontInfo(font).pixelSize())
        if length < 100:
            assert QFontMetricsF(font).horizontalAdvance(code) < 612
    assert sizes[0] > sizes[1] >= 0.85 * sizes[0]
    assert sizes[2] == sizes[0]  # it goes on below in any size


def test_no_short_word_goes_on_alone(qtbot: QtBot) -> None:
    lines = CodeLines()
    qtbot.addWidget(lines)
    line = Line("    self, split: Split, size: int, generator: torch.Generator | None = None")
    lines.show_lines((line,))
    metrics = QFontMetricsF(lines.font_in(300))
    width = round(metrics.horizontalAdvance("m") * (len(line.code) - 2)) + 26
    told = [row.code.strip() for row in lines.rows(line, width, metrics)]
    assert told == ["self, split: Split, size: int,", "generator: torch.Generator | None = None"]


def test_a_word_that_is_too_long_is_parted_before_a_method(qtbot: QtBot) -> None:
    lines = CodeLines()
    qtbot.addWidget(lines)
    line = Line("    self.x = torch.tensor(np.ascontiguousarray(split.images)).flatten(1)")
    lines.show_lines((line,))
    metrics = QFontMetricsF(lines.font_in(300))
    width = round(metrics.horizontalAdvance("m") * (len(line.code) - 8)) + 26
    told = [row.code.strip() for row in lines.rows(line, width, metrics)]
    assert told == ["self.x = torch.tensor(np.ascontiguousarray(split.images))", ".flatten(1)"]


@pytest.mark.parametrize("width", [240, 360, 470, 700])
def test_no_line_runs_over_the_edge(qtbot: QtBot, width: int) -> None:
    lines = CodeLines()
    qtbot.addWidget(lines)
    line = Line(LONG + "  # how far each image is from the means", "(2, 28, 28)")
    lines.show_lines((line,))
    metrics = QFontMetricsF(lines.font_in(width))
    rows = lines.rows(line, width, metrics)
    for row in rows:
        assert metrics.horizontalAdvance(row.code + row.comment + row.value) < width
    comments = [row.comment.strip() for row in rows if row.comment]
    assert all(comment.startswith("#") for comment in comments)
    told = "".join([*(row.code for row in rows), "#", *(each.lstrip("#") for each in comments)])
    assert told.replace(" ", "") == line.code.replace(" ", "")
    (beside,) = (place for place, row in enumerate(rows) if row.value)
    assert rows[beside].value == line.value
    assert all(row.code == "" for row in rows[beside + 1 :])
    assert beside == len(rows) - 1 or not rows[beside].comment  # it is the code's


def test_a_value_below_its_line_has_room(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    view = CodeView()
    layout = QVBoxLayout(column)
    layout.addWidget(view)
    layout.addStretch()
    view.show_figure(Code((Line("x" * 40, "y" * 30), Line("z"))))
    column.resize(470, 400)
    column.show()
    assert (
        len(view.lines.rows(view.lines.shown[0], 450, QFontMetricsF(view.lines.font_in(450)))) == 2
    )
    assert view.lines.height() == view.lines.heightForWidth(view.lines.width())


def test_each_module_is_named_once() -> None:
    assert whereabouts(("engine.losses:mnist_loss", "engine.losses:predicted")) == (
        "engine.losses · mnist_loss, predicted"
    )
    assert whereabouts(("engine.losses:mnist_loss", "engine.learner:Learner.autograd")) == (
        "engine.losses · mnist_loss; engine.learner · Learner.autograd"
    )
