"""Question 23, read in the window."""

from engine.lessons.figures import Table
from tests.desktop.lessons.conftest import Reader


def test_the_loss_moves_and_the_accuracy_stays(reader: Reader) -> None:
    reader.open_question(23)
    shown = []
    for certainty in (0.2, 1, 4):
        _, _, table, _ = reader.set("certainty", certainty)
        assert isinstance(table, Table)
        shown.append([row[1] for row in table.rows])
        assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    accuracies, _, losses = zip(*shown, strict=True)
    assert len(set(accuracies)) == 1
    assert len(set(losses)) == 3
    reader.check(1)
    assert 23 in reader.page.progress.done
