"""What stands on paper: the figures, and what the lesson's trainings came to."""

import pytest

from desktop.lessons.lesson_pdf import lesson_pdf
from tests.desktop.lessons.conftest import Reader


def images(pdf: bytes) -> int:
    return pdf.count(b"/Subtype /Image")


def test_the_trainings_curves_are_printed(reader: Reader) -> None:
    view = reader.open_question(29).view
    before = images(lesson_pdf(view))
    reader.train()
    runs = view.experiment.runs
    assert runs is not None
    shown = [part for part in (runs.loss, runs.accuracy, runs.legend) if not part.isHidden()]
    assert len(shown) == 3
    assert runs.loss.legend.isHidden()  # there is one for both plots, below them
    assert runs.legend.y() > runs.loss.geometry().bottom()
    assert images(lesson_pdf(view)) >= before + len(shown) + 1  # and what was judged


@pytest.mark.parametrize("side", ["Width", "Height"])
def test_a_figure_without_room_is_not_printed(reader: Reader, side: str) -> None:
    view = reader.open_question(29).view
    before = images(lesson_pdf(view))
    getattr(view.experiment.board, f"setMaximum{side}")(0)
    assert images(lesson_pdf(view)) < before  # and Qt complains of no empty picture
