"""How a wall's rows share the room."""

from PySide6.QtCore import QSize

from desktop.data.wall_grid import PAD_PX, WallGrid

LEAST = QSize(100, 90)


def test_rows_share_what_would_show_a_sliver() -> None:
    grid = WallGrid(8, LEAST, QSize(420, 112))
    assert (grid.columns, grid.rows) == (4, 2)
    assert grid.cell == QSize(105, 112)
    assert WallGrid(8, LEAST, QSize(420, 150)).cell.height() == 90  # most of a row tells of more
    assert WallGrid(4, LEAST, QSize(420, 112)).cell.height() == 90  # there is no other row


def test_nothing_scrolls_for_the_room_below_the_last_row() -> None:
    assert WallGrid(4, LEAST, QSize(420, 90 - PAD_PX)).hidden_px == 0
    assert WallGrid(4, LEAST, QSize(420, 90 - PAD_PX - 1)).hidden_px == 1
    assert WallGrid(0, LEAST, QSize(420, 90)).hidden_px == 0
