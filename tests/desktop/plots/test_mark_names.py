"""A point's name is written across no curve, in a valley neither."""

import numpy as np
import pytest

from desktop.plots.mark_names import Box, box_at, free_anchor

ROOM, SIZE = Box(0, 0, 420, 190), (44.0, 24.0)


@pytest.mark.parametrize("x", [150.0, 200.0, 230.0, 260.0])
def test_a_name_in_a_valley_stands_over_its_point(x: float) -> None:
    """Both its sides rise, and below it is the axis."""
    along = np.linspace(20, 400, 64)
    valley = 172 - (along - x) ** 2 / 300
    anchor = free_anchor((x, 172.0), SIZE, ROOM, [(along, valley)], [])
    box = box_at((x, 172.0), SIZE, anchor)
    assert ROOM.holds(box)
    assert not box.is_crossed_by((along, valley))
    assert abs((box.left + box.right) / 2 - x) < SIZE[0] / 2


def test_a_name_stands_beside_its_point_where_it_may() -> None:
    along = np.linspace(20, 400, 64)
    anchor = free_anchor((100.0, 100.0), SIZE, ROOM, [(along, np.full(64, 100.0))], [])
    assert anchor == (-0.05, 1.1)


def test_names_of_near_points_stand_apart_even_where_curves_run_everywhere() -> None:
    along = np.linspace(0, 420, 64)
    lines = [(along, np.full(64, y)) for y in np.arange(5.0, 190.0, 10.0)]
    boxes: list[Box] = []
    for point in ((400.0, 20.0), (400.0, 38.0)):
        anchor = free_anchor(point, SIZE, ROOM, lines, boxes)
        boxes.append(box_at(point, SIZE, anchor))
    assert all(map(ROOM.holds, boxes))
    assert not boxes[0].meets(boxes[1])


@pytest.mark.parametrize("falls", [-1, 1])
def test_a_name_at_the_edge_stands_off_its_curve_and_not_beyond_another(falls: int) -> None:
    """Two curves side by side end there: right beside the inner point there is no free place."""
    along, room = np.linspace(20, 410, 64), Box(0, 0, 420, 190)
    heights = [95 + falls * ((410 - along) * 0.3 + apart) for apart in (0, 20)]
    lines, boxes = [(along, y) for y in heights], list[Box]()
    for y in heights:
        point = 410.0, float(y[-1])
        boxes.append(box_at(point, SIZE, free_anchor(point, SIZE, room, lines, boxes)))
        assert room.holds(boxes[-1])
        assert not any(map(boxes[-1].is_crossed_by, lines))
    assert falls * (boxes[1].top - boxes[0].top) > 20  # each on its own curve's side
