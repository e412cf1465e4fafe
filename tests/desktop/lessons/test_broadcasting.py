"""Question 11, read in the window."""

from engine.lessons.figures import Code, Table
from tests.desktop.lessons.conftest import Reader


def test_shapes_are_aligned_from_the_right(reader: Reader) -> None:
    reader.open_question(11)
    reader.type("left", "(3,)")
    table, *_ = reader.type("right", "(4, 3)")
    assert isinstance(table, Table)
    assert table.rows[2] == ("Result", "4", "3")
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
    table, *_ = reader.type("left", "(4,)")
    assert isinstance(table, Table)
    assert table.rows[2] == ("Result", "4", "✗")
    outcome, _ = reader.outcomes
    assert outcome.as_promised
    assert "torch refuses" in outcome.text


def test_a_wrong_shape_stops_none_of_the_other_controls(reader: Reader) -> None:
    reader.open_question(11)
    reader.type("right", "(28,)")
    reader.type("left", "x")
    for fade, shape in (("column", "(28, 1)"), ("number", "(1,)")):
        figures = reader.set("fade", fade)
        codes = [figure for figure in figures if isinstance(figure, Code)]
        assert codes[1].lines[0].value == f"(28, 28), {shape}"
        assert "“x” is not a shape" in reader.trouble
    table, *_ = reader.type("right", "(3, 1, 28)")
    assert isinstance(table, Table)
    assert table.rows[2] == ("Result", "3", "28", "28")
    reader.type("right", "y")
    assert "“x” is not a shape" in reader.trouble
    table, *_ = reader.type("left", "(1,)")
    assert isinstance(table, Table)
    assert table.rows[2] == ("Result", "3", "1", "28")
    assert "“y” is not a shape" in reader.trouble
    reader.type("right", "(28,)")
    assert reader.trouble == ""
