"""Nothing of a lesson is cut off, however its lines are broken."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.lessons.figures.code import CodeLines
from desktop.lessons.figures.graph import GraphView
from desktop.lessons.figures.pictures import PicturesView
from tests.desktop.lessons.conftest import Reader
from tests.mostly_long import mostly_long

KINDS = (QLabel, PicturesView, CodeLines, GraphView)


@pytest.mark.parametrize("width", mostly_long([1093, 1366, 1920], {0}))
def test_words_and_pictures_have_the_height_that_they_need(reader: Reader, width: int) -> None:
    reader.window.resize(width, 768)
    page = reader.open_question(1)
    for number in (1, 5, 8, 10, 11, 20, 27, 30, 31):
        reader.figures_after(partial(page.open, number))
        reader.qtbot.waitUntil(lambda: not cut_off(page.view))  # once the layout has settled


def cut_off(view: QWidget) -> list[QWidget]:
    """Return what is lower than its content is at its width."""
    parts = [part for part in view.findChildren(QWidget) if isinstance(part, KINDS)]
    wrapping = [part for part in parts if part.isVisible() and part.hasHeightForWidth()]
    return [part for part in wrapping if part.height() < part.heightForWidth(part.width())]
