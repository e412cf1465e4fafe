"""Where tiles lie: within the room, apart from each other, and found again by their places."""

import math

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.inspect.tiling import tile

SHAPES = st.tuples(st.integers(1, 300), st.integers(1, 28), st.integers(1, 28))
ROOMS = st.tuples(st.integers(60, 900), st.integers(60, 700))


@given(SHAPES, ROOMS, st.sampled_from([0, 14]))
def test_a_value_is_found_where_it_is_painted(
    shape: tuple[int, int, int], room: tuple[int, int], name_px: int
) -> None:
    tiling = tile(shape, room, name_px=name_px)
    for index in {0, shape[0] // 2, shape[0] - 1}:
        x, y = tiling.corner(index)
        row, column = shape[1] - 1, shape[2] // 2
        middle = (column + 0.5) * tiling.scale, (row + 0.5) * tiling.scale
        assert tiling.at(x + middle[0], y + middle[1]) == (index, row, column)
        assert tiling.at(x - 0.5, y) is None or index % tiling.columns


@given(SHAPES, st.tuples(st.integers(0, 30), st.integers(0, 30)), st.sampled_from([0, 90]))
def test_without_room_they_lie_somewhere_all_the_same(
    shape: tuple[int, int, int], room: tuple[int, int], widest_px: int
) -> None:
    tiling = tile(shape, room, name_px=widest_px // 6, widest_px=widest_px)
    assert tiling.scale > 0
    assert tiling.columns >= 1


@given(st.integers(1, 40), ROOMS)
def test_a_few_pictures_fit(count: int, room: tuple[int, int]) -> None:
    tiling = tile((count, 5, 5), room)
    x, y = tiling.corner(count - 1)
    assert x + tiling.tile[0] <= room[0] + 1
    assert y + tiling.tile[1] <= room[1] + 1


@given(SHAPES, st.tuples(st.integers(200, 900), st.integers(200, 700)))
def test_values_are_shown_nearly_as_large_as_any_number_of_columns_could(
    shape: tuple[int, int, int], room: tuple[int, int]
) -> None:
    count, height, width = shape
    gap = 4 if count <= 200 else 1  # many small tiles stand closer
    largest = 0.0
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        across = (room[0] - gap * (columns - 1)) / (columns * width)
        down = (room[1] - gap * (rows - 1)) / (rows * height)
        largest = max(largest, min(across, down, 24))
    assume(largest > 0.1)
    scale = tile(shape, room).scale
    assert scale >= (math.floor(0.7 * largest) if 0.7 * largest >= 2 else 0.7 * largest) - 1e-9
    assert scale <= largest + 1e-9


def test_a_full_last_row_is_liked_better() -> None:
    assert tile((16, 5, 5), (400, 380)).columns == 4
    assert tile((16, 24, 24), (135, 275)).columns == 4  # no map alone in a row of three
    assert tile((10, 28, 28), (150, 240)).columns == 2


def test_pixels_are_whole_where_they_are_large() -> None:
    assert tile((30, 28, 28), (420, 320)).scale == 2


def test_names_keep_apart() -> None:
    tiling = tile((10, 1, 1), (100, 150), name_px=14, widest_px=40, largest=14)
    assert tiling.columns <= 2
    assert tiling.corner(1)[0] - tiling.corner(0)[0] >= 40 or tiling.columns == 1
