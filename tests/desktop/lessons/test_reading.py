"""Nothing of a lesson is cut off, however its lines are broken."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.lessons.figures.pictures import PicturesView
from tests.desktop.lessons.conftest import Reader


@pytest.mark.parametrize("width", [1366, 1920])
def test_words_and_pictures_have_the_height_that_they_need(reader: Reader, width: int) -> None:
    reader.window.resize(width, 768)
    page = reader.open_question(1)
    for number in (1, 8, 11, 30):
        reader.figures_after(partial(page.open, number))
        reader.qtbot.waitUntil(lambda: not cut_off(page.view))  # once the layout has settled


def cut_off(view: QWidget) -> list[QWidget]:
    """Return what is lower than its content is at its width."""
    parts = [*view.findChildren(QLabel), *view.findChildren(PicturesView)]
    wrapping = [part for part in parts if part.isVisible() and part.hasHeightForWidth()]
    return [part for part in wrapping if part.height() < part.heightForWidth(part.width())]
