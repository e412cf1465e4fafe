"""How a language writes numbers: with a point or a comma, and what between the thousands."""

import string
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class NumberStyle:
    """The signs of a language; what has no style of its own is written as in English."""

    point: str = "."
    group: str = ","

    def write(self, value: float | np.number[Any], spec: str = ",") -> str:
        """Return a number as `format` does it, with the signs of the language."""
        return self.sign(format(value, spec))

    def sign(self, number: str) -> str:
        """Return a number that is written as in English with the signs of the language."""
        return number.translate({ord("."): self.point, ord(","): self.group})

    def plain(self, value: float) -> str:
        """Return a number with six digits that count at most: 12,396; 0.1; 1e-05."""
        whole = value == int(value)
        return self.write(int(value), ",") if whole else self.write(float(value), ".6g")

    def fill(self, template: str, /, *values: object, **named: object) -> str:
        """Do what `str.format` does, with numbers in the style of the language."""
        return _Filler(self).vformat(template, values, named)


ENGLISH = NumberStyle()


class _Filler(string.Formatter):
    def __init__(self, style: NumberStyle) -> None:
        self._style = style

    def format_field(self, value: Any, spec: str) -> str:
        if isinstance(value, int | float | np.number) and not isinstance(value, bool):
            return self._style.write(value, spec)
        return str(super().format_field(value, spec))
