"""How a language writes numbers: with a point or a comma, and what between the thousands."""

import string
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

_LONG = 8  # characters: a smaller number than 0.000001 is written as 1.2e-7
_GROUPED = 10_000  # what isn't a count, from there on
_TINY, _HUGE = -4, 15  # the powers of ten between which a number is written out, however long


@dataclass(frozen=True)
class NumberStyle:
    """The signs of a language; what has no style of its own is written as in English."""

    point: str = "."
    group: str = ","

    def write(self, value: float | np.number[Any], spec: str = ",") -> str:
        """Return a number as `format` does it, with the signs of the language.

        With "g" and "e" it is written as people do: 0.00001 and 120 for 1e-05 and 1.2e+02; with
        "%" there is a space before the sign.
        """
        text = format(value, spec)
        if spec.endswith(("g", "e")) and "e" in text:
            text = _as_people_write(Decimal(text))
        if spec.endswith("%"):
            text = f"{text[:-1]} %"
        return self.sign(text)

    def sign(self, number: str) -> str:
        """Return a number that is written as in English with the signs of the language."""
        return number.translate({ord("."): self.point, ord(","): self.group})

    def exact(self, value: float) -> str:
        """Return the shortest text that stands for this number and no other: 0.1; 12396; 5e-7."""
        return self.sign(_as_people_write(Decimal(str(value))))

    def plain(self, value: float) -> str:
        """Return a number with six digits that count at most: 12,396; 0.1; 0.00001.

        A rate of 1000.0 stands as it is typed: "1.000" would be German for it, and English for 1.
        """
        if value != int(value):
            return self.write(float(value), ".6g")
        is_short = isinstance(value, float) and abs(value) < _GROUPED
        return self.write(int(value), "d" if is_short else ",")

    def fill(self, template: str, /, *values: object, **named: object) -> str:
        """Do what `str.format` does, with numbers in the style of the language."""
        return _Filler(self).vformat(template, values, named)


ENGLISH = NumberStyle()


def _as_people_write(number: Decimal) -> str:
    """Write a number out where that is short or usual: 0.00001, but 1.25e-6."""
    if not number:
        return "0"
    size = number.adjusted()
    if size <= _HUGE:
        text = f"{number:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        if size >= _TINY or len(text) <= _LONG:
            return text
    return f"{number.scaleb(-size).normalize():f}e{size}"


class _Filler(string.Formatter):
    def __init__(self, style: NumberStyle) -> None:
        self._style = style

    def format_field(self, value: Any, spec: str) -> str:
        if isinstance(value, int | float | np.number) and not isinstance(value, bool):
            return self._style.write(value, spec)
        return str(super().format_field(value, spec))
