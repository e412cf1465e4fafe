"""A lesson's plots: curves differ by more than their colour, and scales have their ends."""

from dataclasses import replace
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPalette, QPicture
from pytestqt.qtbot import QtBot

from desktop.lessons.figures.board import FigureBoard
from desktop.lessons.figures.curve_looks import (
    Turn,
    keys_of,
    pen_of,
    percent_ends,
    styles_of,
    turns_of,
)
from desktop.lessons.figures.graph import GraphView
from desktop.lessons.figures.plot import PlotView
from desktop.plots.axes import make_plot
from desktop.plots.curve_styles import DASHED, DOTTED, SOLID, TRIANGLE, run_style
from desktop.plots.legend import paint_key
from engine.lessons.figures import Curve, Graph, Mark, Node, Plot

EPOCHS = np.arange(1.0, 61)


def curve(y: np.ndarray, *, dashed: bool = False) -> Curve:
    return Curve("a", EPOCHS[: len(y)], y, dashed=dashed)


def shown(qtbot: QtBot, figure: Plot) -> PlotView:
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(500, 260)
    view.show_figure(figure)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    return view


def drawn(axis: pg.AxisItem) -> list[tuple[Any, Any, str]]:
    """Return what an axis writes and where, as pyqtgraph paints it."""
    picture = QPicture()
    painter = QPainter(picture)
    specs = axis.generateDrawSpecs(painter)
    painter.end()
    return list(specs[2]) if specs else []


def test_a_line_has_no_sign_in_the_legend() -> None:
    """A triangle there would be that of a single point, or of a loss that exploded."""
    lines = styles_of(tuple(curve(EPOCHS) for _ in range(4)))
    assert len({style.sign for style in lines}) == 1
    assert styles_of((curve(EPOCHS), curve(EPOCHS), curve(EPOCHS[:1])))[2].sign == TRIANGLE


def test_a_legend_without_room_stands_below_the_heading(qtbot: QtBot) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    names = ("seed 0, zeroed", "seed 1, zeroed", "seed 2, zeroed")
    curves = tuple(Curve(name, EPOCHS, EPOCHS) for name in names)
    view.show_figure(Plot(curves, "", "", "Drag: what each of them adds"))
    view.resize(900, 300)
    view.show()
    qtbot.waitUntil(lambda: view.legend.y() < view.heading.geometry().bottom())
    view.resize(380, 300)
    qtbot.waitUntil(lambda: view.legend.y() > view.heading.geometry().bottom())
    assert view.legend.fitting(view.legend.width()) == view.legend._styles


def test_lines_are_as_broad_as_the_screen_of_the_moment_asks(qtbot: QtBot) -> None:
    view = shown(qtbot, Plot((curve(EPOCHS),), "", "", ""))
    view.dress_curves(2.0)  # as for another screen
    assert view._items[0].opts["pen"].widthF() == 2.0
    view.show_figure(Plot((curve(EPOCHS),), "", "", ""))
    assert view._items[0].opts["pen"].widthF() == view.devicePixelRatioF()


@pytest.mark.parametrize("dashed", [0, 1, 2])
def test_curves_differ_by_more_than_their_colour(dashed: int) -> None:
    curves = tuple(curve(EPOCHS, dashed=place == dashed) for place in range(3))
    styles = styles_of(curves)
    assert len({style.dashes for style in styles}) == 3
    assert len({style.colors for style in styles}) == 3
    assert len({style.dashes for style in styles_of((curve(EPOCHS),) * 4)}) == 4


def test_what_has_a_look_has_it_in_every_plot() -> None:
    some = tuple(replace(curve(EPOCHS), look=look) for look in (0, 2, 3))
    styles, others = styles_of(some), styles_of((curve(EPOCHS),) * 4)
    for style, look in zip(styles, (0, 2, 3), strict=True):
        assert (style.colors, style.dashes) == (others[look].colors, others[look].dashes)
    assert styles_of((replace(curve(EPOCHS[:1]), look=3),))[0].colors == styles[2].colors


def test_pairs_of_curves_are_named_by_their_colours_and_their_dashes() -> None:
    curves = tuple(
        Curve(f"seed {seed}, {how}", EPOCHS, EPOCHS * seed, how == "not zeroed", color=seed)
        for seed in range(3)
        for how in ("zeroed", "not zeroed")
    )
    styles = styles_of(curves)
    assert [style.dashes for style in styles] == [SOLID, DASHED] * 3
    assert [len({style.colors for style in styles[at:]}) for at in (0, 2, 4)] == [3, 2, 1]
    keys = keys_of(curves)
    assert [key.name for key in keys] == ["seed 0", "seed 1", "seed 2", "zeroed", "not zeroed"]
    assert [key.colors for key in keys[:3]] == [style.colors for style in styles[::2]]
    assert [key.dashes for key in keys[3:]] == [SOLID, DASHED]
    one = replace(curves[0], name="seed 0")
    assert [key.name for key in keys_of((one, curves[1]))] == ["seed 0", "seed 0, not zeroed"]


def test_curves_that_lie_on_each_other_show_by_turns(qtbot: QtBot) -> None:
    below, above = curve(EPOCHS), curve(EPOCHS * 1.001, dashed=True)
    other = curve(EPOCHS[::-1])

    def turns(*curves: Curve) -> list[Turn]:
        return turns_of(curves, [curve.y for curve in curves])

    assert turns(below, above, other) == [Turn(0, 2), Turn(1, 2), Turn()]
    assert turns(below, below, below) == [Turn(0, 3), Turn(1, 3), Turn(2, 3)]
    assert turns(below, other, replace(above, points=True)) == [Turn()] * 3
    gap = replace(above, y=np.where(EPOCHS > 30, np.nan, EPOCHS))
    assert turns(below, gap) == [Turn(0, 2), Turn(1, 2)]
    assert turns(curve(EPOCHS[:0]), curve(np.full(3, np.nan))) == [Turn()] * 2
    view = shown(qtbot, Plot((below, other), "x", "y"))
    view.show_figure(Plot((below, above), "x", "y"))
    whole, pieces = (item.opts["pen"] for item in view._items)
    assert (whole.style(), whole.width(), pieces.width()) == (SOLID, 2, 2)
    assert pieces.dashPattern() == [4, 4]
    low, lower, high = (curve(height * EPOCHS) for height in (1e-3, 1e-4, 1))
    view.show_figure(Plot((low, lower, high), "x", "y", log_y=True))
    assert [item.opts["pen"].width() for item in view._items] == [1, 1, 1]


def test_each_of_three_curves_on_each_other_has_a_third_of_the_line() -> None:
    style = run_style(0, "a")
    first, second, third = (pen_of(style, Turn(place, 3), QPalette()) for place in range(3))
    assert first.style() == SOLID
    assert (second.dashPattern(), third.dashPattern()) == ([8, 4], [4, 8])


def test_a_dotted_line_has_dots_that_can_be_seen(qtbot: QtBot) -> None:
    view = shown(qtbot, Plot(tuple(curve(EPOCHS * n) for n in range(1, 5)), "x", "y"))
    pens = [item.opts["pen"] for item in view._items]
    assert [pen.style() == DOTTED for pen in pens] == [False, False, False, True]
    assert [pen.width() for pen in pens] == [1, 1, 1, 2]


@pytest.mark.parametrize(
    ("shares", "ends"),
    [
        ([96.4, 96.9], (90, 100)),
        ([91.2, 93.7], (85, 95)),
        ([94.9, 95.1], (90, 100)),
        ([86.0, 94.8], (85, 95)),
        ([0.0, 3.0], (0, 5)),
        ([56.0, 98.0], None),
        ([], None),
    ],
)
def test_accuracies_that_lie_close_look_close(
    shares: list[float], ends: tuple[float, float] | None
) -> None:
    """Half a point must not be drawn as high as the whole plot."""
    assert percent_ends([curve(np.array(shares))]) == ends


def test_a_curve_of_one_point_is_a_dot(qtbot: QtBot) -> None:
    view = shown(qtbot, Plot((curve(EPOCHS), curve(EPOCHS[:1])), "x", "y"))
    assert [item.opts["symbol"] for item in view._items] == [None, "o"]
    assert [style.dots for style in view.legend._styles] == [False, True]
    view.show_figure(Plot((curve(EPOCHS), curve(EPOCHS)), "x", "y"))
    assert [item.opts["symbol"] for item in view._items] == [None, None]


def test_the_ends_of_a_scale_have_their_numbers(qtbot: QtBot) -> None:
    view = shown(qtbot, Plot((curve(EPOCHS / 60),), "x", "y", y_range=(0, 1)))
    axis = view.plot.getAxis("left")
    texts = drawn(axis)
    assert {"0", "1.0"} <= {text for _, _, text in texts}
    top = min(rect.top() for rect, _, _ in texts)
    assert view.plot.mapFromScene(axis.mapToScene(QPointF(0, top))).y() >= 0


def test_an_axis_has_room_for_its_numbers_before_it_is_painted(qtbot: QtBot) -> None:
    view = shown(qtbot, Plot((curve(EPOCHS),), "x", "y"))
    axis, widths = view.plot.getAxis("left"), []
    for most in (1.0, 50_000.0, 1.0):
        view.show_figure(Plot((curve(most * EPOCHS / 60),), "x", "y"))
        view.plot.getPlotItem().layout.activate()  # as the event loop does before it paints
        widths.append(axis.width())
        view.grab()
        qtbot.wait(10)
        assert axis.width() == widths[-1]
    assert widths[0] == widths[2] < widths[1]


def test_powers_are_written_out_along_a_logarithmic_axis(qtbot: QtBot) -> None:
    across = np.array([10.0, 100, 1_000, 10_000, 100_000])
    view = shown(qtbot, Plot((Curve("a", across, across),), "x", "y", log_x=True, log_y=True))
    np.testing.assert_allclose(view._items[0].xData, [1, 2, 3, 4, 5])
    told = {text for _, _, text in drawn(view.plot.getAxis("bottom"))}
    assert {"10", "100", "1,000", "10,000", "100,000"} <= told


def test_thousands_are_grouped_along_an_axis(qtbot: QtBot) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    axis = view.plot.getAxis("bottom")
    assert axis.tickStrings([0, 5000, 10000], 1, 5000) == ["0", "5,000", "10,000"]
    assert axis.tickStrings([0, 0.5, 1], 1, 0.5) == ["0", "0.5", "1.0"]


def test_a_named_point_has_the_colour_of_no_curve(qtbot: QtBot) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    x = np.arange(3.0)
    curves = tuple(Curve(name, x, x * at) for at, name in enumerate("abc"))
    view.show_figure(Plot(curves, "x", "y", marks=(Mark("now", 1, 1),)))
    taken = {style.color_in(view.palette()).name() for style in styles_of(curves)}
    (point,) = view._marks.points()
    assert point.brush().color().name() not in taken


def test_the_grid_lies_below_what_is_shown(qtbot: QtBot) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    for plot in (view.plot, make_plot("epoch", log_x=False)):
        qtbot.addWidget(plot)
        heights = [plot.getAxis(side).zValue() for side in ("left", "bottom")]
        assert max(heights) < plot.getViewBox().zValue()


def test_the_legend_shows_the_signs_of_the_points(qtbot: QtBot) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    x = np.arange(3.0)
    curves = (Curve("line", x, x), *(Curve(name, x, x, points=True) for name in "ab"))
    view.show_figure(Plot(curves, "x", "y"))
    signs = [style.sign for style in styles_of(curves)]
    assert [item.opts["symbol"] for item in view._items] == [None, *signs[1:]]
    assert len(set(signs[1:])) == 2
    keys = []
    for sign in signs[1:]:
        image = QImage(20, 16, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        style = replace(styles_of(curves)[1], sign=sign)
        paint_key(painter, style, QRectF(image.rect()), QPalette())
        painter.end()
        assert image.pixelColor(2, 8).alpha() == 0  # no line goes through points alone
        keys.append(image)
    assert keys[0] != keys[1]


def test_no_arrow_goes_down_behind_a_taller_box(qtbot: QtBot) -> None:
    view = GraphView()
    qtbot.addWidget(view)
    nodes = (Node("minus", "1.5", "2.5"), Node("2", ""), Node("**", "1", "1", (0, 1)))
    view.show_figure(Graph(nodes))
    above, number, below = view.boxes(60)
    assert view.goes_down(60)
    assert number.height() < above.height()
    assert number.bottom() == above.bottom() < below.top()


def test_plots_below_each_other_begin_at_the_same_place(qtbot: QtBot) -> None:
    """Numbers of other widths would shift one x axis against the other."""
    board = FigureBoard()
    qtbot.addWidget(board)
    shares = Plot((Curve("share", EPOCHS, EPOCHS),), "epoch", "%")
    tiny = Plot((Curve("loss", EPOCHS, EPOCHS / 1e6),), "epoch", "loss")
    board.resize(500, 560)
    board.show_figures((shares, tiny))
    board.show()
    first, second = (view for view in board.views if isinstance(view, PlotView))

    def are_flush() -> bool:
        left, other = (plot.plot.getAxis("left").width() for plot in (first, second))
        return bool(left == other)

    qtbot.waitUntil(are_flush)
    assert first.text_px < second.text_px
    board.show_figures((shares, shares))
    qtbot.waitUntil(lambda: are_flush() and second.text_px == first.text_px)
    axis = first.plot.getAxis("left")
    board.show_figures((shares, tiny))
    qtbot.waitUntil(lambda: axis.least_text_px > first.text_px)
    board.show_figures((shares,))
    board.settle()
    assert axis.least_text_px == first.text_px  # as if the other had never been there


@pytest.mark.parametrize("end", [0.0801, 12_010.0])
def test_the_last_number_of_an_axis_is_whole(qtbot: QtBot, end: float) -> None:
    x = np.linspace(0, end, 20)
    view = shown(qtbot, Plot((Curve("a", x, x),), "seconds", "%"))
    axis = view.plot.getAxis("bottom")
    rights = [axis.mapRectToScene(QRectF(box)).right() for box, _, _ in drawn(axis)]
    assert max(rights) <= view.plot.viewport().width()
