"""Question 3, read in the window."""

from PySide6.QtCore import Qt

from engine import Dataset
from engine.lessons.figures import Text
from tests.desktop.lessons.conftest import Reader


def test_pixel_similarity_step_by_step(reader: Reader, mnist_sample: Dataset) -> None:
    reader.open_question(3)
    train = mnist_sample.train
    reader.draw(train.images[train.labels == 1][0])
    form = reader.page.view.experiment.form
    assert form is not None
    steps = form.fields["step"].focusProxy()
    assert steps is not None
    told = []
    for _ in range(5):
        first, *_ = reader.figures_after(lambda: reader.qtbot.keyClick(steps, Qt.Key.Key_Space))
        assert isinstance(first, Text)
        told.append(first.text.partition(".")[0])
    assert told == ["2", "3", "4", "5", "6"]
    (outcome,) = reader.outcomes
    assert outcome.as_promised
    assert outcome.text.endswith("the answer is 7.")
    reader.set("norm", "rmse")
    (outcome,) = reader.outcomes
    assert outcome.as_promised
