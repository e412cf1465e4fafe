"""What lessons claim of the window: the colours that they name, its menu and its buttons."""

import re

import numpy as np
import pytest
from PySide6.QtWidgets import QMenu

from desktop.lessons.figures.cells import as_image
from desktop.main_window import MainWindow
from desktop.widgets.theme import DARK, LIGHT, Theme, palette
from engine.lessons.catalogue import load_lessons
from engine.lessons.figures import Picture
from tests.desktop.lessons.conftest import Reader
from tests.mostly_long import mostly_long

LESSONS = {lesson.name: lesson for lesson in load_lessons()}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_3_8_and_15_orange_is_above_zero_and_blue_below(theme: Theme) -> None:
    assert "orange is ink that the sketch has" in LESSONS["pixel_similarity"].watch
    assert "Orange is ink that the mean lacks, blue is ink" in LESSONS["rmse_l1"].watch
    picture = Picture(np.array([[-1.0, 0.0, 1.0]]), signed=True)
    image = as_image(picture, palette(theme))
    below, zero, above = (image.pixelColor(column, 0) for column in range(3))
    assert 180 < below.hue() < 260
    assert 10 < above.hue() < 50
    assert zero.name() == theme.card.lower()


def test_18_the_train_menu_looks_for_a_rate(window: MainWindow) -> None:
    (answer,) = (question.answer for question in LESSONS["too_high_rate"].questions)
    menus = {menu.title().replace("&", ""): menu for menu in window.menuBar().findChildren(QMenu)}
    (name,) = re.findall(r"“(.*?)” in the Train menu", answer)
    assert name in {action.text().replace("&", "") for action in menus["Train"].actions()}


@pytest.mark.parametrize("number", mostly_long([13, 15, 26], {1}))
def test_the_button_that_goes_on_is_named_as_it_is(reader: Reader, number: int) -> None:
    page = reader.open_question(number)
    (lesson,) = (lesson for lesson in LESSONS.values() if number in lesson.numbers)
    form = page.view.experiment.form
    assert form is not None
    (button,) = (each.next for each in form.fields.values() if hasattr(each, "next"))
    assert f"“{button.text().replace('&', '')}”" in lesson.watch
