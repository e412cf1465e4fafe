"""What an image can suffer before a network reads it: seven distortions, one record each.

Nothing here imports torch, so that a window can list them at once; what each does to pixels stands
under the same name in `distorted`. What people call them, the window says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.options import AUGMENTATIONS

Unit = Literal["degrees", "px", "share"]
_GRAINS: dict[Unit, float] = {"degrees": 1.0, "px": 0.25, "share": 0.01}


@dataclass(frozen=True)
class Distortion:
    """How far one goes, from `low` to `high`; at `home` an image is as it was.

    `varied_by` is the limit of an augmentation that varies the same in training, `per_limit` how
    much of it a limit of 1 is.
    """

    unit: Unit
    low: float
    high: float
    home: float
    steps: int  # between the points of a curve, one of which is at home
    varied_by: str = ""
    per_limit: float = 1.0

    @property
    def amounts(self) -> tuple[float, ...]:
        """Where a curve is measured, from the lowest."""
        step = (self.high - self.low) / self.steps
        return tuple(round(self.low + place * step, 6) for place in range(self.steps + 1))

    @property
    def grain(self) -> float:
        """How far apart the amounts are that one image is tried with."""
        return _GRAINS[self.unit]

    def grains(self, amount: float) -> int:
        """Return an amount as a number of grains."""
        return round(amount / self.grain)

    def amount(self, grains: int) -> float:
        """Return the amount of so many grains."""
        return round(grains * self.grain, 6)

    def from_home(self, end: float) -> Iterator[float]:
        """Yield the amounts from the first one beside home to an end, a grain apart."""
        home, last = self.grains(self.home), self.grains(end)
        way = 1 if last > home else -1
        yield from map(self.amount, range(home + way, last + way, way) if last != home else ())


DISTORTIONS = {
    "rotation": Distortion("degrees", -90, 90, 0, 18, "turn_degrees"),  # clockwise
    "shift": Distortion("px", -8, 8, 0, 16, "shift_px"),  # to the right
    "size": Distortion("share", 0.4, 1.6, 1, 12, "scale"),
    "thickness": Distortion("px", -2, 4, 0, 12, "thickness", 0.5),  # by how much lines are broader
    "noise": Distortion("share", 0, 0.8, 0, 16),  # deviation, of full ink
    "contrast": Distortion("share", 0, 1, 1, 20),  # how much of the ink is left
    "missing": Distortion("share", 0, 0.9, 0, 18),  # pixels that are paper instead
}


def trained_range(name: str, augmentation: str) -> tuple[float, float] | None:
    """Return from where to where training varied the same; None where it didn't."""
    record, limits = DISTORTIONS[name], AUGMENTATIONS[augmentation]
    if limits is None or not record.varied_by:
        return None
    reach = getattr(limits, record.varied_by) * record.per_limit
    return (record.home - reach, record.home + reach) if reach else None


def coarse_first(amounts: tuple[float, ...]) -> tuple[float, ...]:
    """Return the same in an order that shows a curve's shape early: the ends, then between."""
    found: dict[float, None] = {}
    apart = max(len(amounts) - 1, 1)
    while len(found) < len(amounts):
        found |= dict.fromkeys((*amounts[::apart], amounts[-1]))
        apart = max(apart // 2, 1)
    return tuple(found)
