"""Question 5, read in the window."""

from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.lessons.figures.pile import PileView
from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def pile(reader: Reader) -> PileView:
    views = reader.page.view.experiment.board.views
    (found,) = (view for view in views if isinstance(view, PileView))
    return found


def test_a_stack_sliced_down_to_a_number(reader: Reader) -> None:
    reader.open_question(5)
    code, *_ = reader.set("image", 4000)
    assert isinstance(code, Code)
    assert [line.code for line in code.lines[:2]] == ["stacked_3.shape", "stacked_3[4000].shape"]
    assert code.lines[1].value.startswith("(28, 28)")
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]


def test_a_card_is_pulled_out_and_a_pixel_chosen(reader: Reader) -> None:
    page = reader.open_question(5)
    view = pile(reader)
    form = page.view.experiment.form
    assert form is not None

    def press(at: QPointF) -> None:
        place = at.toPoint()
        reader.figures_after(
            lambda: reader.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        )

    back = view.places(view.width())[6]
    assert "stacked_3[14]" in view.words_at(back.topRight() - QPointF(4, -4))
    press(back.topRight() - QPointF(4, -4))
    assert form.values()["image"] == 14
    assert "stacked_3[14]: " in view.accessibleDescription()
    out = view.places(view.width())[6]
    cell = out.width() / 28
    press(out.topLeft() + QPointF(20.5 * cell, 5.5 * cell))
    assert (form.values()["row"], form.values()["column"]) == (5, 20)
    assert view.accessibleName() == "stacked_3[:, 5, 20]"
    before = form.values()
    press(QPointF(QPoint(view.width() - 2, 2)))  # beside all cards
    assert form.values() == before


def test_all_cards_lie_within_the_widget(reader: Reader) -> None:
    reader.open_question(5)
    view = pile(reader)
    for width in (430, 640, 750):
        places = view.places(width)
        assert max(place.right() for place in places) < width
        shown = places[1].left() - places[0].left()  # of a card that lies below another
        assert shown > (0.5 if width == 750 else 0.3) * places[0].width()
        assert min(place.top() for place in places) > 0
        assert max(place.bottom() for place in places) < view.heightForWidth(width)
