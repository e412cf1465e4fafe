"""Questions 33 and 34, read in the window."""

import pytest

from engine.lessons.figures import Table
from tests.desktop.lessons.conftest import Reader


def test_what_a_learner_needs(reader: Reader) -> None:
    reader.open_question(33)
    table = reader.page.figures[0]
    assert isinstance(table, Table)
    needed = {row[0] for row in table.rows if row[2] == "yes"}
    assert needed == {"`dls`", "`model`", "`opt_func`", "`loss_func`"}
    assert {row[0] for row in table.rows} - needed == {"`metrics`"}


@pytest.mark.long
def test_a_loop_without_one_of_its_lines(reader: Reader) -> None:
    reader.open_question(34)
    (outcome,) = reader.outcomes
    assert outcome.as_promised
    for left_out, told in (
        ("backward", "no weight moved"),
        ("step", "no weight moved"),
        ("zero_grad", "the gradients pile up"),
    ):
        reader.set("leave_out", left_out)
        (outcome,) = reader.outcomes
        assert outcome.as_promised
        assert told in outcome.text
