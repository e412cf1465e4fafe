"""Question 14, read in the window."""

import pytest

from engine.lessons.figures import Outcome, Table
from tests.desktop.lessons.conftest import Reader


@pytest.mark.long
def test_the_noise_of_three_kinds_of_batches(reader: Reader) -> None:
    reader.open_question(14)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True] * 4
    reader.set("draw", 9)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True] * 4


@pytest.mark.long
def test_three_kinds_of_batches_train_on_all_images(reader: Reader) -> None:
    reader.open_question(14)
    table, outcome = reader.train()
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[1] for row in table.rows] == ["12,396", "49", "1"]
    assert outcome.as_promised


@pytest.mark.long
def test_very_many_losses_are_shown_as_means(reader: Reader) -> None:
    page = reader.open_question(14)
    reader.train()
    runs = page.view.experiment.runs
    assert runs is not None
    of_one, of_many, _ = runs.loss.figure.curves
    losses = runs.driver.gathered[0].loss
    assert runs.loss.figure.title == "Mean loss over up to 25 batches"
    assert len(of_one.y) == 496
    assert of_one.y[0] == pytest.approx(losses[:25].mean())
    assert of_one.y[-1] == pytest.approx(losses[-21:].mean())
    assert of_one.x[-1] == 1
    assert [of_one.name, of_many.name] == ["batches of 1", "batches of 256"]
