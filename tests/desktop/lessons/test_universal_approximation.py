"""Question 38, read in the window."""

from engine import Dataset
from tests.desktop.lessons.conftest import Reader


def test_more_relus_come_nearer_and_layers_fold(reader: Reader, mnist_sample: Dataset) -> None:
    reader.open_question(38)
    reader.draw(mnist_sample.valid.images[60])
    errors = []
    for n in (1, 8, 64):
        _, errors_plot, *_ = reader.set("n", n)
        errors.append(errors_plot.marks[0].y)
    assert errors[0] > 2 * errors[1] > 4 * errors[2]
    reader.set("depth", 5)
    fitted, folded = reader.outcomes
    assert fitted.as_promised
    assert folded.as_promised
    assert "10 ReLUs in all, for 32 straight pieces" in folded.text
