"""Question 21, read in the window."""

from engine.lessons.figures import Outcome, Table
from tests.desktop.lessons.conftest import Reader


def test_with_the_accuracy_as_the_loss_no_weight_moves(reader: Reader) -> None:
    reader.open_question(21)
    reader.set("zoom", "1000")
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    table, outcome = reader.train()
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[1] for row in table.rows] == ["yes", "no, not one"]
    assert outcome.as_promised
    runs = reader.page.view.experiment.runs
    assert runs is not None
    assert runs.board.isVisibleTo(runs)


def test_before_the_run_nothing_takes_room_below_its_button(reader: Reader) -> None:
    runs = reader.open_question(21).view.experiment.runs
    assert runs is not None
    assert runs.sizeHint().height() == runs.run_button.sizeHint().height()
    assert runs.board.isHidden()
