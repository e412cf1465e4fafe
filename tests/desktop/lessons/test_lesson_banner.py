"""The banner of a teacher's lesson alone: which of its buttons there are."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.lessons.lesson_banner import LessonBanner


@pytest.mark.parametrize(("hides", "asks"), [(True, False), (False, True)])
def test_it_offers_what_the_lesson_has(qtbot: QtBot, hides: bool, asks: bool) -> None:
    banner = LessonBanner()
    qtbot.addWidget(banner)
    banner.tell("Biases", "", hides=hides, asks=asks)
    assert banner.everything.isVisible() is hides
    assert banner.questions.isVisible() is asks
    assert banner.text.isHidden()
