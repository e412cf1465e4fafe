"""Where the neurons of a drawn network lie: columns of cells, as large as there is room. No Qt."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]
Shape = tuple[int, int, int]  # of a column: cells, rows and columns of values in each

_SKETCH_SHARE, _SKETCH_PX = 0.26, 8  # of the width at most, and pixels for a pixel at most
_COLUMNS_SHARE = 0.55  # of the room beside sketch and names; the rest is for edges
_LARGEST_PX, _LARGEST_MAP_PX = 30.0, 76.0  # of a neuron, and of a map, from one to the next
_GAP, _MAP_GAP_PX = 0.16, 3  # between neurons, as a share of that; and between maps
_ROUND_PX = 9.0  # smaller ones lie in a grid
_NEARLY = 0.75  # of the largest neurons there is room for: as good, where they fill a rectangle


@dataclass(frozen=True, eq=False)
class Bank:
    """The cells of one column in a grid: slot 0 is on top, the next is to its right."""

    across: int
    left: float
    top: float
    pitch: float  # from one to the next
    side: tuple[float, float]  # of a cell: width and height
    slots: Places  # (n, 2), their left upper corners
    shape: Shape

    @property
    def is_round(self) -> bool:
        """Whether its neurons are circles below each other."""
        return self.across == 1 and self.shape[1:] == (1, 1)

    @property
    def width(self) -> float:
        return self.pitch * (self.across - 1) + self.side[0]

    @property
    def height(self) -> float:
        return self.pitch * (math.ceil(self.shape[0] / self.across) - 1) + self.side[1]

    def slot_at(self, x: float, y: float) -> int | None:
        """Return the slot under a point; gaps belong to the cell before."""
        column, row = int((x - self.left) // self.pitch), int((y - self.top) // self.pitch)
        slot = row * self.across + column
        is_inside = 0 <= column < self.across and row >= 0 and slot < self.shape[0]
        return slot if is_inside else None


def lay(room: tuple[float, float], shapes: list[Shape], names_px: float) -> list[Bank]:
    """Lay columns out from left to right; the first is the sketch, and names stand at the last."""
    width, height = room
    scale = min(height / 28, width * _SKETCH_SHARE / 28, _SKETCH_PX)
    scale = math.floor(scale) if scale >= 1 else scale
    share = (width - 28 * scale - names_px) * _COLUMNS_SHARE / max(1, len(shapes) - 1)
    sizes = [(1, 28 * scale)] + [_grid(shape, share, height) for shape in shapes[1:]]
    widths = [across * pitch for across, pitch in sizes]
    gap = (width - names_px - sum(widths)) / max(1, len(shapes) - 1)
    lefts = np.cumsum([0.0] + [before + gap for before in widths[:-1]])
    return [
        _bank(shape, float(left), height, size)
        for shape, left, size in zip(shapes, lefts, sizes, strict=True)
    ]


def _grid(shape: Shape, width: float, height: float) -> tuple[int, float]:
    """Return how many cells lie beside each other, and how far one is from the next."""
    count, rows, columns = shape
    is_map = rows * columns > 1
    largest = _LARGEST_MAP_PX if is_map else _LARGEST_PX
    if not is_map and height / count >= _ROUND_PX:
        return 1, min(height / count, largest, width)
    each = range(1, count + 1)
    pitches = {n: min(height / math.ceil(count / n), width / n, largest) for n in each}
    least = max(pitches.values()) * (1 if is_map else _NEARLY)
    large = [n for n in each if pitches[n] >= least]
    best = max(large, key=lambda n: (count % n == 0, pitches[n]))  # of these, a full last row
    return best, pitches[best]


def _bank(shape: Shape, left: float, height: float, size: tuple[int, float]) -> Bank:
    across, pitch = size
    count, rows, columns = shape
    if (rows, columns) == (28, 28) and count == 1:
        side = pitch, pitch
    else:
        is_map = rows * columns > 1
        scale = (pitch - _MAP_GAP_PX if is_map else pitch * (1 - _GAP)) / max(rows, columns)
        scale = math.floor(scale) if is_map and scale >= 1 else max(scale, 0.1)
        side = columns * scale, rows * scale
    number = np.arange(count)
    down = math.ceil(count / across)
    top = max(0.0, (height - (down - 1) * pitch - side[1]) / 2)
    slots = np.stack([left + number % across * pitch, top + number // across * pitch], axis=1)
    return Bank(across, left, top, pitch, side, slots, shape)
