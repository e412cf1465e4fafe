"""Question 2, read in the window."""

from engine.lessons.figures import Code, Table
from tests.desktop.lessons.conftest import Reader


def test_the_folders_of_a_dataset(reader: Reader) -> None:
    tree, memory, *_ = reader.open_question(2).figures
    assert isinstance(tree, Code)
    assert [line.value for line in tree.lines] == [
        f"{count} images"
        for count in ("14,434", "12,396", "6,131", "6,265", "2,038", "1,010", "1,028")
    ]
    assert isinstance(memory, Table)
    assert [row[1] for row in memory.rows] == ["100.0 %", "50.4 %"]
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
    reader.set("put", "three")
    assert reader.outcomes[1].text.endswith("what its folder says: 3.")
    reader.set("shift", 1)
    assert reader.outcomes[1].text.startswith("It has never met this image")
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
