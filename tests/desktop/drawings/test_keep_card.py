"""The card that keeps drawings, alone."""

from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from desktop.drawings.keep_card import KeepCard
from engine.data.drawings import KeptDrawing

IMAGE = np.full((28, 28), 9, np.uint8)


def test_where_a_drawing_went_is_said_until_the_next_one_is_begun(qtbot: QtBot) -> None:
    card = KeepCard()
    qtbot.addWidget(card)
    card.show_image(IMAGE)
    card.show_kept(KeptDrawing(Path("/mine/train/7/a.png"), "7", IMAGE), 4)
    card.show_image(None)  # the pad is cleared for the next one
    assert card.hint.text().startswith("Kept as 7, no. 4")
    card.show_image(IMAGE)
    assert "Kept" not in card.hint.text()
