"""What the page "Data" is made of, each part alone: which images, how many, and how inky."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.data.album import Inventory
from desktop.data.counts import CountsCard, CountsTable
from desktop.data.facts import Facts
from desktop.data.histogram import Histogram
from desktop.data.tree import Wanted
from desktop.widgets.plain_text import NO_BREAK
from engine.data.summary import Summary

# 25 threes and 10 sevens to train on, 5 and 2 to validate on
LABELS = np.repeat([0, 1, 0, 1], [25, 10, 5, 2]).astype(np.uint8)
INVENTORY = Inventory("few", ("3", "7"), LABELS, 35)


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (Wanted(), range(42)),
        (Wanted("train"), range(35)),
        (Wanted("valid"), range(35, 42)),
        (Wanted(None, "7"), (*range(25, 35), 40, 41)),
        (Wanted("train", "3"), range(25)),
        (Wanted("valid", "7"), (40, 41)),
    ],
)
def test_split_and_class_choose_the_images(wanted: Wanted, rows: object) -> None:
    assert INVENTORY.rows(wanted).tolist() == list(rows)  # type: ignore[call-overload]


def test_a_draw_has_twenty_of_each_class_or_all_and_another_has_others() -> None:
    first, again, other = (INVENTORY.rows(Wanted("train", draw=n)).tolist() for n in (1, 1, 2))
    assert first == again
    assert [INVENTORY.title(np.int64(row)) for row in first] == ["3"] * 20 + ["7"] * 10
    assert set(first[:20]) != set(other[:20])
    assert max(first) < 35


def test_every_cell_counts_and_chooses_its_images(qtbot: QtBot) -> None:
    table = CountsTable()
    qtbot.addWidget(table)
    table.show_inventory(INVENTORY)
    shown = [[table.item(row, column).text() for column in range(3)] for row in range(3)]
    assert shown == [["3", "25", "5"], ["7", "10", "2"], ["all", "35", "7"]]
    for cell, wanted in (
        ((0, 1), Wanted("train", "3")),
        ((1, 2), Wanted("valid", "7")),
        ((1, 0), Wanted(None, "7")),
        ((2, 2), Wanted("valid", None)),
        ((2, 0), Wanted()),
    ):
        with qtbot.waitSignal(table.wanted) as chosen:
            table.setCurrentCell(*cell)
        assert chosen.args == [wanted]


def test_another_sample_is_offered_where_there_are_more_than_twenty(qtbot: QtBot) -> None:
    card = CountsCard()
    qtbot.addWidget(card)
    button = card.draw_button
    few = Inventory("few", ("3", "7"), LABELS[5:], 30)  # twenty threes
    for inventory, wanted, text, enabled in (
        (INVENTORY, Wanted(), "Show a sa&mple", True),
        (INVENTORY, Wanted("train", draw=1), "Show another sa&mple", True),
        (few, Wanted(), "Show a sa&mple", True),
        (few, Wanted("train", draw=1), "Show another sa&mple", False),
    ):
        card.offer_draw(inventory, wanted)
        assert (button.text(), button.isEnabled()) == (text, enabled)


def test_how_much_of_the_wanted_images_is_paper_is_told_in_per_cent(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    half, blank = np.zeros((4, 28, 28), np.uint8), np.zeros((4, 28, 28), np.uint8)
    half[:, :14] = 200
    found = {("train", "3"): Summary.of(half), ("train", "7"): Summary.of(blank)}
    for wanted, text in (
        (Wanted("train", "3"), "50 % paper, mean value 100.0"),
        (Wanted(), "75 % paper, mean value 50.0"),
        (Wanted("valid"), "0 % paper, mean value 0.0"),
    ):
        facts.show_facts(found, ("3", "7"), wanted)
        assert facts.note.text().replace(NO_BREAK, " ") == text


def test_the_last_bar_is_what_is_called_full_ink(qtbot: QtBot) -> None:
    histogram = Histogram()
    qtbot.addWidget(histogram)
    counts = np.zeros(256, np.int64)
    counts[[0, 1, 247, 248, 255]] = 50, 20, 10, 15, 5
    histogram.show_counts(counts)
    words = "50.0 % of the pixels are paper (0), 20.0 % are full ink (over 247)"
    assert histogram.accessibleDescription() == words
    assert histogram.counts[[0, -2, -1]].tolist() == [20, 10, 20]  # paper would hide the rest
