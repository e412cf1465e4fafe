"""What stands beside the landscape's map: no line of it is cut."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.runs.landscape.facts import Facts, FactsArea


def test_no_line_is_cut_at_the_lower_edge(qtbot: QtBot) -> None:
    facts = Facts()
    area = FactsArea(facts)
    qtbot.addWidget(area)
    area.show()
    for count in range(1, 8):
        facts._add("Learning rate 0.1 " * 3 * count)
    for height in range(120, 500, 23):
        area.resize(296, height)
        QApplication.processEvents()
        for place in (0, height // 3, area.verticalScrollBar().maximum()):
            area.verticalScrollBar().setValue(place)
            edge = area.viewport().height()
            tops = [line.mapTo(area.viewport(), QPoint(0, 0)).y() for line in facts.lines]
            ends = [top + line.height() for top, line in zip(tops, facts.lines, strict=True)]
            assert not [top for top, end in zip(tops, ends, strict=True) if top < edge < end], (
                height,
                place,
            )
    assert area.verticalScrollBar().maximum() > 0
