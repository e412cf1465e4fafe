"""Where the tiles of a mosaic lie: as large as there is room, in whole pixels if so. No Qt."""

from dataclasses import dataclass

import numpy as np

GAP_PX = 4
_NEARLY = 0.7


@dataclass(frozen=True)
class Tiling:
    """Equal tiles in rows; `scale` is the side of one value in pixels of the screen."""

    count: int
    columns: int
    scale: float
    tile: tuple[float, float]  # width and height in pixels, without the name
    gap: float
    step: float  # from one column to the next
    name_px: int  # the height of the line above each tile
    left: float
    top: float

    def corner(self, index: int) -> tuple[float, float]:
        """Return the left upper corner of a tile's values."""
        row, column = divmod(index, self.columns)
        x = self.left + column * self.step
        y = self.top + row * (self.tile[1] + self.name_px + self.gap) + self.name_px
        return x, y

    def at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """Return (tile, row, column) of the value at a place, or None between the tiles."""
        step_y = self.tile[1] + self.name_px + self.gap
        column, inside_x = divmod(x - self.left, self.step)
        row, inside_y = divmod(y - self.top, step_y)
        index = int(row * self.columns + column)
        inside_y -= self.name_px
        within = 0 <= inside_x < self.tile[0] and 0 <= inside_y < self.tile[1]
        if not (within and 0 <= column < self.columns and 0 <= index < self.count):
            return None
        return index, int(inside_y / self.scale), int(inside_x / self.scale)


def tile(
    shape: tuple[int, int, int],
    room: tuple[float, float],
    *,
    name_px: int = 0,
    widest_px: float = 0,
    largest: float = 24,
) -> Tiling:
    """Lay `shape` (count, height, width) out in `room` (width, height), values at most `largest`.

    Of all numbers of columns the one is taken that shows the values largest, or nearly so where
    that fills the last row. Names need `name_px` above each tile and are `widest_px` wide.
    """
    count, height, width = shape
    gap = GAP_PX if count <= 200 else 1
    columns, fitting = _choose_columns(shape, room, gap + name_px, gap, widest_px, largest)
    scale = max(0.05, fitting)
    if scale >= 2:
        scale = float(int(scale))
    size = (width * scale, height * scale)
    step = max(size[0] + gap, widest_px)
    used_x = (columns - 1) * step + size[0]
    used_y = -(-count // columns) * (size[1] + gap + name_px) - gap
    left, top = max(0.0, (room[0] - used_x) / 2), max(0.0, (room[1] - used_y) / 2)
    corner = float(int(left)), float(int(top))
    return Tiling(count, columns, scale, size, gap, step, name_px, *corner)


def _choose_columns(
    shape: tuple[int, int, int],
    room: tuple[float, float],
    below: float,
    gap: float,
    widest_px: float,
    largest: float,
) -> tuple[int, float]:
    """Return how many columns there are best, and how large a value then is at most."""
    count, height, width = shape
    columns = np.arange(1, count + 1)
    rows = -(-count // columns)
    across = (room[0] - gap * (columns - 1)) / (columns * width)
    down = (room[1] - below * rows + gap) / (rows * height)
    scales = np.minimum(np.minimum(across, down), largest)
    scales = np.where((columns == 1) | (columns * widest_px <= room[0]), scales, 0)
    if scales.max() <= 0:  # there is no room at all
        return 1, 0.0
    large = scales > _NEARLY * scales.max()  # of these, a full last row, and nearly a square
    slant = np.abs(np.log(columns * width / (rows * height)))
    cost = rows * columns + slant / 4 - scales / scales.max()
    best = int(np.where(large, cost, np.inf).argmin())
    return int(columns[best]), float(scales[best])
