"""What a page of the walk is made of: rows that add up as they are written. No Qt widgets."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop.i18n.numbers import decimal, significant, with_minus

_DIGITS = 4  # that count
_MOST_PLACES = 12
_SMALL = 1e-4  # what is nearer to 0 is written in powers of ten, wherever it stands
_NEAR_ONE = 0.5


class Kind(Enum):
    """The pages of a walk, in their order; the values are what lessons call them."""

    FORWARD = "forward"
    LOSS = "loss"
    SLOPES = "slopes"
    BACK = "back"
    PATH = "path"
    GRADIENT = "gradient"
    UPDATE = "update"
    AFTER = "after"


@dataclass(frozen=True)
class Row:
    """A line of a page: what it is, how it is worked out, and what comes out."""

    name: str
    formula: str = ""
    value: str = ""
    is_result: bool = False
    is_walked: bool = False  # it lies on the path


@dataclass(frozen=True)
class Page:
    """One page of the walk; `short` is its name in the list."""

    kind: Kind
    short: str
    heading: str
    about: str
    rows: tuple[Row, ...]


def written(value: float) -> str:
    """Return a number with four digits that count: "−0.03104"; far from 1 as "2.1e-7"."""
    if _is_small(value):
        power = _power(value)
        return with_minus(f"{significant(value / 10.0**power, _DIGITS)}e{power}")
    return with_minus(significant(value or 0.0, _DIGITS))  # 0 has no sign


def places_of(values: Iterable[float]) -> int:
    """Return with how many digits behind the point the greatest of some has four that count."""
    greatest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if not greatest:
        return 3
    return min(max(_DIGITS - 1 - math.floor(math.log10(greatest)), 0), _MOST_PLACES)


def placed(value: float, places: int) -> str:
    """Return a number with so many digits behind the point; 0 has no sign.

    A small one is as exact, in powers of ten: "−5.801e-8" with eleven.
    """
    if not math.isfinite(value):
        return written(value)
    rounded = round(value, places) or 0.0
    if _is_small(rounded):
        power = _power(rounded)
        digits = max(places + power, 0)
        return with_minus(f"{decimal(rounded / 10.0**power, digits)}e{power}")
    return with_minus(decimal(rounded, places))


def _is_small(value: float) -> bool:
    return value != 0 and abs(float(_in_powers(value))) < _SMALL


def _power(value: float) -> int:
    return int(_in_powers(value).partition("e")[2])


def _in_powers(value: float) -> str:
    return f"{value:.{_DIGITS - 1}e}"


def share(value: float) -> str:
    """Return a share of 1 so that four digits of it count, and of what it lacks."""
    return placed(value, places_of([1 - value])) if value > _NEAR_ONE else written(value)


def line(row: Row) -> str:
    """Return a row as a line of text."""
    steps = (
        f"{row.formula} = {row.value}" if row.formula and row.value else row.formula or row.value
    )
    name = f"→ {row.name}" if row.is_walked else row.name
    return f"{name}: {steps}" if steps else name


def product(*factors: float) -> str:
    """Return "−0.031 · 0.984"."""
    return " · ".join(map(written, factors))
