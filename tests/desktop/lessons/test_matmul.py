"""Question 30, read in the window."""

import numpy as np
from PySide6.QtCore import Qt

from desktop.lessons.figures.pictures import PicturesView
from engine.lessons.figures import Pictures, Text
from tests.desktop.lessons.conftest import Reader


def test_rows_times_columns(reader: Reader) -> None:
    reader.open_question(30)
    reader.type("left", "1 0 2")
    product, *_ = reader.type("right", "3; 4; 5")
    assert isinstance(product, Pictures)
    np.testing.assert_array_equal(product.pictures[2].values, [[13]])
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    told, *_ = reader.type("right", "3 4 5")
    assert isinstance(told, Text)
    assert told.text.startswith("A @ B isn't defined")
    form = reader.page.view.experiment.form
    assert form is not None
    assert not form.fields["row"].isVisible()  # there is no cell to choose
    reader.set("digit", 2)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.type("left", "a b")
    assert "is not a matrix" in reader.trouble


def test_a_cell_is_chosen_in_the_product(reader: Reader) -> None:
    page = reader.open_question(30)
    view = next(v for v in page.view.experiment.board.views if isinstance(v, PicturesView))
    product = view.places(view.width())[2].picture
    at = (product.center() + (product.bottomRight() - product.center()) / 2).toPoint()
    _, told, *_ = reader.figures_after(
        lambda: reader.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    )
    assert isinstance(told, Text)
    assert told.text == "Row 1 of A times column 1 of B: 3·6 + 4·8 = 50"
    assert page.view.experiment.form is not None
    assert page.view.experiment.form.values()["row"] == 1
    left = view.places(view.width())[0].picture
    _, told, *_ = reader.figures_after(
        lambda: reader.qtbot.mouseClick(
            view,
            Qt.MouseButton.LeftButton,
            pos=(left.topLeft() + (left.center() - left.topLeft()) / 2).toPoint(),
        )
    )
    assert isinstance(told, Text)
    assert told.text.startswith("Row 0 of A times column 1 of B")
