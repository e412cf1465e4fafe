"""Question 19, read in the window."""

import numpy as np
import pytest

from desktop.lessons.figures.plot import PlotView
from engine import Dataset
from engine.lessons.figures import Pictures, Plot, Table
from tests.desktop.lessons.conftest import Reader


def test_a_tangent_is_dragged_along_the_curve(reader: Reader, mnist_sample: Dataset) -> None:
    page = reader.open_question(19)
    sketch = mnist_sample.valid.images[7]
    reader.draw(sketch)
    view = page.view.findChild(PlotView)
    plot, table, pictures, _ = reader.figures_after(lambda: view.drag_to(-1.0))
    assert isinstance(plot, Plot)
    assert isinstance(table, Table)
    assert isinstance(pictures, Pictures)
    assert float(table.rows[-1][1]) == pytest.approx(-2)  # 2 w
    assert plot.marks[0].x == pytest.approx(-1)
    gradient = pictures.pictures[1].values
    assert not gradient[sketch == 0].any()
    assert np.all(gradient[sketch > 0] < 0)  # more of its ink says more of a 3
    (outcome,) = reader.outcomes
    assert outcome.as_promised
