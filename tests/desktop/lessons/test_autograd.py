"""Question 20, read in the window."""

from engine.lessons.figures import Graph, Table
from tests.desktop.lessons.conftest import Reader


def test_a_typed_expression_gets_its_slopes(reader: Reader) -> None:
    reader.open_question(20)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.type("names", "w = 3, x = 2")
    graph, table, _ = reader.type("expression", "w*w + relu(x)")
    assert isinstance(graph, Graph)
    assert isinstance(table, Table)
    assert [node.name for node in graph.nodes] == ["w", "×", "x", "relu", "+"]
    assert [(row[0], float(row[2]), float(row[3])) for row in table.rows] == [
        ("w", 6, 6),
        ("x", 1, 1),
    ]
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]


def test_what_cannot_be_read_is_told(reader: Reader) -> None:
    reader.open_question(20)
    reader.type("expression", "__import__('os')")
    assert "can't be read" in reader.trouble
    reader.type("expression", "w*b")
    assert reader.trouble == ""
