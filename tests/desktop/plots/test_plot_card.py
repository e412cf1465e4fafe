"""One plot card: what it draws, reads out, zooms and names."""

import itertools
import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.lessons.figures.plot import PlotView
from desktop.plots.axes import Axis, LogAxis
from desktop.plots.curve_styles import CurveStyle, run_style
from desktop.plots.plot_card import PlotCard
from desktop.plots.saving import svg_of
from desktop.plots.series import Series
from desktop.training import lr_card
from desktop.widgets.theme import COOL, DARK, LIGHT, WARM, curve_color, palette
from engine.lessons.figures import Curve, Plot
from engine.lr_finder import HIGHEST, LOWEST


def series(y: list[float]) -> Series:
    points = Series()
    points.append(np.arange(1, len(y) + 1), y)
    return points


def drawn(card: PlotCard) -> list[list[float]]:
    """Return what pyqtgraph was given to draw."""
    return [item.getOriginalDataset()[1].tolist() for item in card.plot.listDataItems()]


def test_curves_come_and_go(card: PlotCard) -> None:
    one, two = series([3, 2, 1]), series([5, 4])
    card.draw([(CurveStyle("a", COOL), one), (CurveStyle("b", WARM), two)])
    assert drawn(card) == [[3, 2, 1], [5, 4]]
    card.draw([(CurveStyle("b", WARM), two)])
    assert drawn(card) == [[5, 4]]
    two.append(3, 3)
    card.draw([(CurveStyle("b", WARM), two)])
    assert drawn(card) == [[5, 4, 3]]


def test_losses_without_an_end_are_left_out(card: PlotCard) -> None:
    """Pyqtgraph would warn of each on stderr, at every frame."""
    for y in ([math.inf], [-math.inf, 1], [math.nan, math.nan], [3, math.inf, 2]):
        card.draw([(CurveStyle("a", COOL), series(y))])
        card.grab()
    (shown,) = drawn(card)
    assert shown == [3, 2]


def test_a_logarithmic_axis_is_written_in_plain_numbers() -> None:
    axis = LogAxis("left")
    axis.setLogMode(True)
    levels = axis.tickValues(-2.7, 1.2, 200)
    words = [word for spacing, at in levels for word in axis.tickStrings(at, 1.0, spacing)]
    assert {"0.01", "0.1", "1", "10"} <= {*words}
    assert all(len(word.strip("0.")) <= 1 for word in words)  # 0.2 or 3, but no 0.316


def test_no_number_lies_on_a_power_that_is_hardly_another() -> None:
    powers = [-2 + 1e-12, -1 + 1e-12, 1e-12]
    levels = LogAxis("left").logTickValues(-2.5, 0.5, 300, [(1.0, powers)])
    places = [round(place, 6) for _, values in levels for place in values]
    assert [places.count(power) for power in (-2, -1, 0)] == [1, 1, 1]


def test_between_two_batches_there_is_no_number() -> None:
    axis = Axis("bottom")
    assert axis.tickSpacing(0.2, 0.9, 300) == [(0.2, 0.0)]
    axis.counts = True
    assert axis.tickSpacing(0.2, 0.9, 300) == [(1.0, 0.0)]


def test_numbers_on_a_logarithmic_axis_lie_apart() -> None:
    axis = LogAxis("left")
    axis.setLogMode(y=True)
    for low, high in ((0.035, 0.32), (0.3, 40), (0.06, 0.9)):
        levels = axis.tickValues(math.log10(low), math.log10(high), 180)
        places = sorted(round(value, 6) for _, values in levels for value in values)
        assert len(places) >= 3
        steps = [b - a for a, b in itertools.pairwise(places)]
        assert min(steps) / math.log10(high / low) * 180 > 12, (low, high)
    levels = axis.tickValues(math.log10(2.1), math.log10(4.9), 180)
    assert any(values for _, values in levels)


def test_a_logarithmic_axis_shows_powers(card: PlotCard) -> None:
    card.draw([(CurveStyle("a", COOL), series([0.1, 0.01, 0.0]))])
    card.log.trigger()
    assert drawn(card)[0] == pytest.approx([-1, -2, -12])
    card.log.trigger()
    assert drawn(card)[0] == [0.1, 0.01, 0.0]


def test_the_crosshair_reads_every_curve_under_the_mouse(card: PlotCard, qtbot: QtBot) -> None:
    card.draw([(CurveStyle("a", COOL), series([0.5, 0.25, 0.125]))])
    qtbot.waitUntil(lambda: card.plot.getViewBox().viewRange()[0][1] > 2.9)
    place = card.plot.mapFromScene(card.plot.getViewBox().mapViewToScene(QPointF(2.1, 0.3)))
    jitter = itertools.cycle([QPoint(0, 0), QPoint(1, 0)])  # hasty moves are skipped

    def is_read_out() -> bool:
        QTest.mouseMove(card.plot.viewport(), place + next(jitter))
        return card.readout.isVisible()

    qtbot.waitUntil(is_read_out)
    assert card.readout.text() == "batch 2\na  0.25"


def test_a_curve_that_ends_earlier_is_left_out(card: PlotCard) -> None:
    card.draw([(run_style(0, "long"), series([4, 3, 2])), (run_style(1, "short"), series([9]))])
    card.point_at(3)
    assert card.readout.text() == "batch 3\nlong  2"
    card.point_at(-5)
    assert card.readout.text() == "batch 1\nlong  4\nshort  9"


def test_zooming_stays_until_everything_is_asked_for(card: PlotCard) -> None:
    points = series(list(range(100)))
    card.draw([(CurveStyle("a", COOL), points)])
    box = card.plot.getViewBox()
    box.scaleBy((0.1, 0.1))
    box.sigRangeChangedManually.emit([True, True])
    assert card.is_zoomed
    points.append(101, 500)
    card.draw([(CurveStyle("a", COOL), points)])
    assert card.plot.getViewBox().viewRange()[1][1] < 100
    card.whole.trigger()
    assert not card.is_zoomed
    assert not card.whole.isEnabled()


def test_keys_zoom_move_and_show_everything(card: PlotCard, qtbot: QtBot) -> None:
    card.draw([(CurveStyle("a", COOL), series([*np.linspace(9, 1, 50), *[1.0] * 50]))])
    everything = card.plot.getViewBox().viewRange()
    card.plot.setFocus()
    qtbot.keyClick(card.plot, Qt.Key.Key_Right)
    assert seen(card)[1] == pytest.approx(everything[0][1], abs=3)  # there is nothing further on
    for _ in range(2):
        qtbot.keyClick(card.plot, Qt.Key.Key_Plus)
    assert card.is_zoomed
    low, high = seen(card)
    assert high - low == pytest.approx((everything[0][1] - everything[0][0]) / 4)
    for _ in range(20):
        qtbot.keyClick(card.plot, Qt.Key.Key_Right)
    assert seen(card)[1] == pytest.approx(100)
    assert card.plot.getViewBox().viewRange()[1][1] < 3  # as high as the flat end
    qtbot.keyClick(card.plot, Qt.Key.Key_Left)
    assert seen(card)[1] < 100
    qtbot.keyClick(card.plot, Qt.Key.Key_0)
    assert not card.is_zoomed
    assert card.plot.getViewBox().viewRange() == everything
    qtbot.keyClick(card.plot, Qt.Key.Key_Equal)
    qtbot.keyClick(card.plot, Qt.Key.Key_Minus)
    assert not card.is_zoomed
    qtbot.keyClick(card.plot, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert not card.is_zoomed  # that key is somebody else's


def test_an_empty_plot_obeys_no_keys(card: PlotCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.plot, Qt.Key.Key_Plus)
    assert not card.is_zoomed


def test_what_the_keys_do_is_said(card: PlotCard) -> None:
    assert "+ and -" in card.plot.accessibleDescription()
    card.describe("Nothing falls.")
    assert card.plot.accessibleDescription().startswith("Nothing falls. Drag")
    assert "Home" in card._title.toolTip()


def seen(card: PlotCard) -> tuple[float, float]:
    low, high = card.plot.getViewBox().viewRange()[0]
    return low, high


def test_the_legend_says_how_many_more_there_are(card: PlotCard) -> None:
    styles = [run_style(look, f"a run with a long name {look}") for look in range(9)]
    card.draw([(style, series([1, 2])) for style in styles])
    assert 0 < len(named(card)) < 9
    assert card.legend.toolTip().count("\n") == 8
    card.legend.grab()


def test_a_long_name_leaves_room_for_others(card: PlotCard) -> None:
    names = ["Run 1", "a run with a name so long that nothing else would fit", "Run 3"]
    styles = [run_style(look, name) for look, name in enumerate(names)]
    card.draw([(style, series([1, 2])) for style in styles])
    assert named(card) == styles


def test_a_legend_without_room_shows_no_half_of_it(card: PlotCard) -> None:
    card.draw([(run_style(look, f"Run {look}"), series([1, 2])) for look in range(3)])
    for width, is_blank in ((30, False), (10, True)):
        card.legend.resize(width, card.legend.height())
        image = card.legend.grab().toImage()
        colors = {image.pixel(x, y) for x in range(width) for y in range(image.height())}
        assert (len(colors) == 1) is is_blank


def test_a_long_heading_does_not_widen_the_card(card: PlotCard) -> None:
    usual = card.minimumSizeHint().width()
    card.show_heading("Validierungsverlust, wie er im Buche steht")
    assert card.minimumSizeHint().width() <= usual + 60
    QApplication.processEvents()
    assert card._title.shown() == card.heading
    card.resize(160, 200)
    QApplication.processEvents()
    assert card._title.shown().endswith("…")
    card.show_heading("Validierungsverlust, wie er im Buche steht", "Valid.-Verlust")
    assert card._title.shown() == "Valid.-Verlust"
    assert card.plot.accessibleName() == card.heading


def test_the_axis_is_named_where_there_is_room_and_whole(card: PlotCard) -> None:
    card.draw([(CurveStyle("a", COOL), series([1, 2]))])
    label = card.plot.getAxis("bottom").label
    for height, is_named in ((300, True), (120, False), (200, True)):
        card.resize(600, height)
        QApplication.processEvents()
        assert label.isVisible() is is_named
    bottom = label.mapRectToScene(label.boundingRect()).bottom()
    assert bottom - label.document().documentMargin() <= card.plot.viewport().height() - 1


def test_twelve_runs_look_different() -> None:
    looks = {(style.colors, style.dashes) for style in (run_style(n, "") for n in range(12))}
    assert len(looks) == 12


def test_a_long_curve_is_thinned_to_what_can_be_seen(card: PlotCard) -> None:
    loss = np.random.default_rng(0).random(100_000)
    loss[70_000] = 9
    card.draw([(CurveStyle("a", COOL, dots=True), series(loss.tolist()))])
    assert len(drawn(card)[0]) <= 2 * card.width()
    assert max(drawn(card)[0]) == 9
    assert card.plot.listDataItems()[0].opts["symbol"] is None
    card.plot.getViewBox().setXRange(69_990, 70_010, padding=0)
    assert drawn(card)[0] == loss[69_988:70_011].tolist()
    assert card.plot.listDataItems()[0].opts["symbol"] == "o"


def test_a_lone_point_can_be_seen(card: PlotCard) -> None:
    card.draw([(CurveStyle("a", COOL), series([0.5]))])
    assert painted(card, COOL) > 0
    card.draw([(CurveStyle("a", COOL), series([0.5] * 20))])
    assert card.plot.listDataItems()[0].opts["symbol"] == "o"
    card.draw([(CurveStyle("a", COOL), series([0.5] * 21))])
    assert card.plot.listDataItems()[0].opts["symbol"] is None


def painted(card: PlotCard, colors: tuple[str, str]) -> int:
    """Return how many of the plot's pixels have just that colour."""
    image = card.plot.grab().toImage()
    wanted = curve_color(colors, card.palette()).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_where_there_is_nothing_there_is_nothing_to_save_or_name(card: PlotCard) -> None:
    styles = [CurveStyle("a", COOL), CurveStyle("b", WARM)]
    place = card.menu_button.pos()
    for curves in ([], [(style, Series()) for style in styles]):
        card.draw(curves)
        assert not card.menu_button.isEnabled()
        assert named(card) == []
    card.draw([(style, series([1, 2])) for style in styles])
    assert card.menu_button.isEnabled()
    assert named(card) == styles
    card.draw([])
    QApplication.processEvents()
    assert not card.menu_button.isEnabled()
    assert named(card) == []
    assert card.menu_button.pos() == place
    assert card.width() - card.menu_button.geometry().right() < 20


def test_a_known_range_is_shown_from_the_beginning(qtbot: QtBot) -> None:
    card = PlotCard("Loss", "rate", "Nothing yet", log_x=True, x_range=(-4, 2))
    qtbot.addWidget(card)
    points = series([3])
    for _ in range(3):
        card.draw([(CurveStyle("a", COOL), points)])
        left, right = card.plot.getViewBox().viewRange()[0]
        assert (left, right) == pytest.approx((-4, 2), abs=0.2)
        points.append(len(points) + 1, 2)


def test_the_finder_shows_just_the_rates_that_it_tries() -> None:
    low, high = lr_card._TRIED
    assert (10**low, 10**high) == pytest.approx((LOWEST, HIGHEST))


def test_axes_that_come_lie_there_before_they_are_painted(card: PlotCard) -> None:
    card.resize(600, 300)
    card.show()
    QApplication.processEvents()
    before = card.plot.getViewBox().geometry()
    card.draw([(CurveStyle("a", COOL), series([1.0, 0.5]))])
    at_once = card.plot.getViewBox().geometry()
    assert at_once.left() > before.left()
    assert at_once.bottom() < before.bottom()


def test_axes_stay_while_a_curve_grows_within_them(card: PlotCard) -> None:
    points = series([1.0, *[0.4] * 90])
    card.draw([(CurveStyle("a", COOL), points)])
    ranges = card.plot.getViewBox().viewRange()
    for batch in range(92, 100):
        points.append(batch, 0.45)
        card.draw([(CurveStyle("a", COOL), points)])
    assert card.plot.getViewBox().viewRange() == ranges
    points.append(120, 2.0)
    card.draw([(CurveStyle("a", COOL), points)])
    (_, right), (_, top) = card.plot.getViewBox().viewRange()
    assert (right > 120, top > 2) == (True, True)


def labels(card: PlotCard, side: str) -> list[str]:
    """Return the numbers that are painted along an axis."""
    axis = card.plot.getAxis(side)
    axis.picture = None
    picture = QPixmap(card.size())
    card.render(picture, QPoint(0, 0))
    _, _, texts = axis.generateDrawSpecs(QPainter(picture))
    return [text for _, _, text in texts]


def epochs(count: int) -> Series:
    points = Series()
    points.append(np.arange(1, count + 1), np.linspace(1, 0.5, count))
    return points


@pytest.mark.parametrize("width", [500, 900, 1800])
def test_a_long_axis_has_few_numbers(card: PlotCard, width: int) -> None:
    card.resize(width, 300)
    card.draw([(CurveStyle("a", COOL), epochs(2000))])
    QApplication.processEvents()
    assert 3 <= len(labels(card, "bottom")) <= 11


@pytest.mark.parametrize("width", [180, 240, 600])
def test_the_last_number_of_an_axis_is_there(card: PlotCard, width: int) -> None:
    card.resize(width, 160)
    card.draw([(CurveStyle("a", COOL), epochs(40))])
    QApplication.processEvents()
    assert max(map(float, labels(card, "bottom"))) == 40


def test_an_exploded_loss_leaves_the_others_their_room(qtbot: QtBot) -> None:
    card = PlotCard("Loss", "batch", "Nothing yet", clips=True)
    qtbot.addWidget(card)
    card.resize(600, 300)
    card.show()
    calm, wild = series([0.5, 0.4, 0.3, 0.2]), series([0.5, 7.0, 90.0, 90.0])
    card.draw([(run_style(0, "calm"), calm)])
    assert not card._beyond.isVisible()
    card.draw([(run_style(0, "calm"), calm), (run_style(1, "wild"), wild)])
    low, high = card.plot.getViewBox().viewRange()[1]
    assert low <= 0.2
    assert 1 < high < 3
    assert card._beyond.isVisible()
    assert "wild" in card._beyond.text()
    assert "90" in card._beyond.text()
    card.log.setChecked(True)  # where there is room for all
    assert not card._beyond.isVisible()
    assert card.plot.getViewBox().viewRange()[1][1] >= np.log10(90)


@pytest.mark.parametrize("width", [180, 360, 900])
def test_the_legend_stands_where_it_can_be_read_whole(card: PlotCard, width: int) -> None:
    card.draw([(run_style(look, f"run {look}"), series([1, 2])) for look in range(2)])
    card.resize(width, 300)
    QApplication.processEvents()
    assert len(named(card)) == 2
    assert card.legend.whole_width() <= card.legend.width()
    is_beside = card.legend.y() < card._title.geometry().bottom()
    assert is_beside is (width == 900 or width == 360)


@pytest.mark.parametrize("size_px", [70, 100, 264, 600, 1200])
@pytest.mark.parametrize(("low", "high"), [(0.018, 0.184), (96.6, 97.45), (0, 255), (0, 5e-4)])
def test_an_axis_has_round_numbers_that_do_not_crowd(low: float, high: float, size_px: int) -> None:
    ((_, values),) = Axis("left").tickValues(low, high, size_px)
    assert 2 <= len(values) <= max(5, size_px / 32 + 1)


def test_small_numbers_are_written_as_they_are_in_other_colours_too(qtbot: QtBot) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    x = np.linspace(0, 0.5, 4)
    view.show_figure(Plot((Curve("loss", x, x / 2),), "rate", "loss", y_range=(0, 0.5)))
    view.show()
    QApplication.processEvents()
    for theme in (DARK, LIGHT):
        view.setPalette(palette(theme))
        for side in ("left", "bottom"):
            axis = view.plot.getAxis(side)
            words = axis.tickStrings([0.25], axis.autoSIPrefixScale * axis.scale, 0.05)
            assert words == ["0.25"]


def test_a_narrow_card_names_both_curves(card: PlotCard) -> None:
    card.resize(164, 142)
    styles = [run_style(place, name) for place, name in enumerate(("Training", "Validierung"))]
    card.draw([(style, series([0.5, 0.1])) for style in styles])
    QApplication.processEvents()
    assert card.legend.rows() == [styles]
    card.resize(340, 142)  # where there is room it ends above the plot
    QApplication.processEvents()
    assert card.width() - card.legend.geometry().right() > 10


def test_where_a_curve_becomes_infinite_is_marked_at_the_upper_edge(card: PlotCard) -> None:
    style = CurveStyle("a", COOL)
    card.draw([(style, series([0.5, 0.4, math.inf, math.inf]))])
    assert drawn(card) == [[0.5, 0.4]]
    assert [x for x, _ in card.items.marks.ends] == [3]
    for show in (lambda: None, card.log.trigger, lambda: card.look_at((2, 3))):
        show()
        top = card.plot.getViewBox().viewRange()[1][1]
        (tip,) = card.items.marks._tips.getData()[1]
        assert tip == pytest.approx(top)
    card.point_at(3)
    assert "∞" in card.readout.text()
    assert b"<polygon" in svg_of(card)
    card.draw([(style, series([0.5, 0.4]))])
    assert not card.items.marks.ends
    assert b"<polygon" not in svg_of(card)


def test_what_an_exploded_curve_reached_leaves_its_mark_in_sight(qtbot: QtBot) -> None:
    card = PlotCard("Loss", "batch", "Nothing yet", clips=True)
    qtbot.addWidget(card)
    card.resize(340, 200)
    card.show()
    card.draw([(run_style(0, "wild"), series([0.5, 7.0, 90.0, math.inf]))])
    (mark,) = card.items.marks.places_px()
    assert 0 < card._beyond.geometry().left() < card._beyond.geometry().right() < mark
    for width, words in ((240, "↑ wild goes up to 90"), (110, "↑ 90")):
        card.resize(width, 200)
        QApplication.processEvents()
        assert card._beyond.text() == words
        assert card.plot.rect().contains(card._beyond.geometry())
    longer = (run_style(1, "tame"), series([0.5] * 6))
    card.draw([(run_style(0, "wild"), series([0.5, 7.0, 90.0, math.inf])), longer])
    assert card.plot.rect().contains(card._beyond.geometry())  # the mark is in the middle


def test_the_sentence_of_an_empty_plot_lies_over_it_wherever_the_legend_stood(
    card: PlotCard,
) -> None:
    card.resize(160, 140)
    card.draw([(run_style(look, f"a long run {look}"), series([1, 2])) for look in range(2)])
    card.show()
    QApplication.processEvents()
    before = card.plot.height()
    card.draw([])
    QApplication.processEvents()
    assert card.plot.height() > before  # the legend's line is the plot's again
    assert card._empty.height() == card.plot.height() - 10


def named(card: PlotCard) -> list[CurveStyle]:
    return card.legend.fitting(card.legend.width())


def test_a_legend_below_is_in_line_with_the_dots_only_where_that_costs_no_name(
    card: PlotCard,
) -> None:
    card.setStyleSheet("#card { border: 1px solid }")  # as in the window
    names = ("training", "validation")
    card.draw([(CurveStyle(name, COOL, dots=True), series([1, 2])) for name in names])
    for width in range(150, 176, 2):
        card.resize(width, 142)
        QApplication.processEvents()
        margin_px = card._top._below.contentsMargins().right()
        assert margin_px == 0 or len(named(card)) == 2, width
    many = [run_style(look, f"Run {look}") for look in range(6)]
    card.draw([(style, series([1, 2])) for style in many])  # for which there is no room either way
    QApplication.processEvents()
    for width in range(240, 300, 6):
        card.resize(width, 142)
        QApplication.processEvents()
        assert len(named(card)) < 6
        assert card._top._below.contentsMargins().right() == 10
