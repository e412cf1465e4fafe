"""The row of tabs: which pages are offered, and that they stand side by side."""

import pytest

from desktop.main_window import MainWindow


def ends(window: MainWindow) -> list[tuple[int, int]]:
    """Return where each visible tab begins and ends, from left to right."""
    tabs = window.pages._tabs
    shown = [tabs.tabRect(i) for i in range(tabs.count()) if tabs.isTabVisible(i)]
    return [(rect.left(), rect.right() + 1) for rect in shown]


@pytest.mark.parametrize("names", [("training", "learn"), ("own",), ("inside", "data", "learn")])
def test_hidden_pages_leave_no_gap(window: MainWindow, names: tuple[str, ...]) -> None:
    window.pages.show_only(names)
    there = ends(window)
    assert len(there) == len(names)
    assert there[0][0] == 0
    assert [left for left, _ in there[1:]] == [right for _, right in there[:-1]]
    window.pages.open("evaluate")  # comes back between the others
    there = ends(window)
    assert len(there) == len(names) + 1
    assert [left for left, _ in there[1:]] == [right for _, right in there[:-1]]
