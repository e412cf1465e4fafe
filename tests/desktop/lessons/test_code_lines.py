"""Code is shown in a size in which its lines fit in."""

from PySide6.QtGui import QFontInfo, QFontMetricsF
from pytestqt.qtbot import QtBot

from desktop.lessons.figures.code import CodeLines
from engine.lessons.figures import Line


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
    assert sizes[0] > sizes[1] >= sizes[2] >= 0.75 * sizes[0]
