"""The card of the kept drawings alone, over a real folder."""

from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from desktop.drawings.drawings_card import DrawingsCard
from desktop.drawings.library import Library
from desktop.worker.questions import Questions


class CountedAnswers(dict[Path, str]):
    """Counts how often it is asked how one drawing was read."""

    asked = 0

    def get(self, path: Path, default: str | None = None) -> str | None:  # type: ignore[override]
        self.asked += 1
        return super().get(path, default)


def test_new_answers_have_the_room_that_they_need_and_only_captions_in_view_are_written(
    qtbot: QtBot, tmp_path: Path
) -> None:
    library = Library(Questions(), tmp_path)
    card = DrawingsCard(library)
    qtbot.addWidget(card)
    rng = np.random.default_rng(0)
    for _ in range(6):
        library.keep(rng.integers(0, 256, (28, 28), np.uint8), "7")
    held_out = card.wall.grid.cell.width()
    paths = [drawing.path for drawing in library.kept_back]
    answers = CountedAnswers(dict.fromkeys(paths, "7"))
    card.show_answers(answers)
    assert len(paths) == 2
    assert answers.asked == 0
    assert card.wall.grid.cell.width() > held_out
    wide = card.wall.grid.cell.width()
    card.show_answers(CountedAnswers(dict.fromkeys(paths, "smiley")))
    assert card.wall.grid.cell.width() >= wide
