"""Question 12, read in the window."""

import pytest

from desktop.lessons.figures.plot import PlotView
from engine.lessons.figures import Outcome, Plot
from tests.desktop.lessons.conftest import Reader


@pytest.mark.long
def test_a_handful_is_learned_by_heart(reader: Reader) -> None:
    page = reader.open_question(12)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
    right, *_ = reader.set("labels", "random")
    assert isinstance(right, Plot)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert others < 20
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
    reader.check(1)
    assert 12 in page.progress.done


@pytest.mark.long
def test_another_draw_is_chosen_in_the_plot(reader: Reader) -> None:
    page = reader.open_question(12)
    (first, *_) = (figure for figure in page.figures if isinstance(figure, Outcome))
    *_, draws = (v for v in page.view.experiment.board.views if isinstance(v, PlotView))
    reader.figures_after(lambda: draws.drag_to(5.2))
    assert page.view.experiment.form is not None
    assert page.view.experiment.form.values()["draw"] == 5
    assert draws.figure.marks[0].x == 5
    assert reader.outcomes[0].text != first.text
    code = page.view.code  # whose lines would tell of the reader's network, and not of this one
    reader.qtbot.waitUntil(lambda: not code._follows_model)
    assert code.lines.shown
    assert not any(line.value for line in code.lines.shown)
    assert "networks of its own" in code.note.text()
