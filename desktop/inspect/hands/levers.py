"""What can be moved by hand, and what each place of its slider stands for. No Qt."""

from dataclasses import replace
from enum import Enum, auto

from engine.analysis.changes import Changes

PLACES = 100  # of each slider, and 0
_DIGITS = 10  # no layer has so many neurons that their numbers have as many


class Lever(Enum):
    """One of the sliders."""

    SCALE = auto()
    PRUNE = auto()
    NOISE = auto()
    TEMPERATURE = auto()

    @property
    def home(self) -> int:
        """The place at which nothing is changed."""
        return 50 if self in (Lever.SCALE, Lever.TEMPERATURE) else 0

    def at(self, place: int) -> float:
        """Return the factor, share or temperature of a place, 0 to 100."""
        if self is Lever.TEMPERATURE:
            return float(10 ** ((place - 50) / 50))
        return place / 100 if self is Lever.PRUNE else place / 50

    def applied(self, changes: Changes, layer: int, place: int) -> Changes:
        """Return changes with this one moved; only the scale is a single layer's."""
        value = self.at(place)
        match self:
            case Lever.SCALE:
                return changes.scaled(layer, value)
            case Lever.PRUNE:
                return replace(changes, prune=value)
            case Lever.NOISE:
                return replace(changes, noise=value)
            case Lever.TEMPERATURE:
                return replace(changes, temperature=value)


def read_numbers(text: str, count: int) -> tuple[int, ...] | None:
    """Return neurons as people type them, "3, 7"; None where one isn't there."""
    words = text.replace(",", " ").replace(";", " ").split()
    digits = (word.isascii() and word.isdecimal() and len(word) < _DIGITS for word in words)
    if not all(digits) or any(int(word) >= count for word in words):
        return None
    return tuple(sorted({int(word) for word in words}))
