"""The legend names its curves whole where there is room, and cuts the longest first."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.plots.curve_styles import run_style
from desktop.plots.legend import Legend

LONG = "the book's network with a very much smaller learning rate"


@pytest.fixture
def legend(qtbot: QtBot) -> Legend:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_styles([run_style(0, "Run 1"), run_style(1, LONG), run_style(2, "Run 3")])
    return legend


def shown(legend: Legend) -> list[str]:
    return [legend._short(style) for row in legend.rows() for style in row]


def test_names_are_whole_where_there_is_room(legend: Legend) -> None:
    legend.resize(legend.whole_width(), 20)
    assert shown(legend) == ["Run 1", LONG, "Run 3"]


def test_only_the_longest_name_is_cut(legend: Legend) -> None:
    legend.resize(legend.whole_width() - 40, 20)
    first, long, last = shown(legend)
    assert (first, last) == ("Run 1", "Run 3")
    assert long.endswith("…")
    assert len(long) > len(LONG) / 2


def test_where_no_cutting_helps_the_last_ones_go(legend: Legend) -> None:
    legend.resize(150, 20)
    assert len(shown(legend)) < 3
    assert len(legend.fitting(1000)) == 3
    assert legend._short(legend._styles[1]) != LONG, "only a question changes nothing"
    assert shown(legend)[0] == "Run 1"


@pytest.mark.parametrize("width", [145, 160])
def test_two_names_stay_where_the_card_is_narrow(qtbot: QtBot, width: int) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_styles([run_style(0, "Training"), run_style(1, "Validierung")])
    legend.resize(width, 20)
    first, second = shown(legend)
    assert first == "Training"
    assert second.startswith("Valid")


def test_a_lessons_legend_has_all_names_whole_in_rows(qtbot: QtBot) -> None:
    names = [f"seed {seed}, {how}" for seed in range(3) for how in ("zeroed", "not zeroed")]
    legend = Legend(most_rows=6)
    qtbot.addWidget(legend)
    legend.show_styles([run_style(at, name) for at, name in enumerate(names)])
    legend.resize(300, legend.heightForWidth(300))
    rows = legend.rows()
    assert [legend._short(style) for row in rows for style in row] == names
    assert 1 < len(rows) < 6
    assert legend.height() >= len(rows) * legend.fontMetrics().height()
    image = legend.grab().toImage()
    paper = image.pixel(0, 0)
    inked = [
        x for x in range(300) if any(image.pixel(x, y) != paper for y in range(image.height()))
    ]
    assert inked[0] == pytest.approx(299 - inked[-1], abs=12)  # it belongs to all above it


def test_no_name_is_left_alone_in_the_last_row(qtbot: QtBot) -> None:
    legend = Legend(most_rows=6)
    qtbot.addWidget(legend)
    legend.show_styles([run_style(at, f"seed {at}, zeroed") for at in range(6)])
    width = legend.whole_width()
    for room, rows in ((width, [6]), (width - 5, [3, 3]), (width // 2 - 5, [2, 2, 2])):
        legend.resize(room, legend.heightForWidth(room))
        assert [len(row) for row in legend.rows()] == rows
