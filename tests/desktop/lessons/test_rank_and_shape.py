"""Questions 6 and 7, read in the window."""

import pytest

from engine.lessons.figures import Code, Table
from tests.desktop.lessons.conftest import Reader
from tests.mostly_long import mostly_long


@pytest.mark.parametrize("number", mostly_long([6, 7], {1}))
def test_the_rank_is_the_length_of_the_shape(reader: Reader, number: int) -> None:
    reader.open_question(number)
    table, code, _ = reader.type("shape", "5, 1, 4, 2, 3")
    assert isinstance(table, Table)
    assert table.rows[table.strong][1:] == ("(5, 1, 4, 2, 3)", "5", "120")
    assert isinstance(code, Code)
    assert code.lines[1].value == "5"
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.type("shape", "five")
    assert "“five” is not a shape" in reader.trouble
