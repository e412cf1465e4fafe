"""Numbers as people type them: `read_real` and `read_whole` say what a text stands for.

A comma and a point are decimal signs in every language, and 1e-3 is 0.001. Thousands are never
guessed at: 1,000 is refused in English, 1.000 in German, and both as a whole number.
"""

import re
from decimal import Decimal

from desktop.i18n.numbers import style
from engine.errors import ConfigError

UNFINISHED = ("number_missing", "number_unfinished")  # what more typing may still make a number

_LONGEST = 24  # characters
_FLAGS = re.ASCII | re.IGNORECASE
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d+)?|[.,]\d+)(e[+-]?\d{1,5})?", _FLAGS)
_BEGUN = re.compile(r"[+-]?(\d*[.,]?|(\d+([.,]\d+)?|[.,]\d+)e[+-]?)", _FLAGS)
_GROUPED = re.compile(
    r"[+-]?[1-9][0-9]{0,2}([.,'’_\s][0-9]{3})+([.,][0-9]*)?"
)  # 1,000 or 1.234.567,8


def read_real(text: str, low: float, high: float) -> float:
    """Return the number that is typed; raises ConfigError where it is none from `low` to `high`."""
    number = _read(text, low, high, style().point, "number_unreadable")
    value = float(number) + 0.0  # or "-0" would be written back as it stands
    if not low <= value <= high or (number and not value):  # 1e-999 is none of this machine's
        raise ConfigError("number_out_of_range", typed=_shown(text), low=low, high=high)
    return value


def read_whole(text: str, low: int, high: int) -> int:
    """Return the whole number that is typed; raises ConfigError as `read_real` does."""
    number = _read(text, low, high, "", "number_not_whole")
    if number != number.to_integral_value():
        raise ConfigError("number_not_whole", typed=_shown(text), low=low, high=high)
    if not low <= number <= high:
        raise ConfigError("number_out_of_range", typed=_shown(text), low=low, high=high)
    return int(number)


def _read(text: str, low: float, high: float, point: str, unreadable: str) -> Decimal:
    """Return the number; three digits after `point` are decimals, after other signs thousands."""
    typed = text.strip().replace("−", "-")
    is_number, grouped = _NUMBER.fullmatch(typed), _GROUPED.fullmatch(typed)
    if is_number and not (grouped and grouped[1][0] != point):
        return Decimal(typed.replace(",", "."))
    code = unreadable
    if not typed:
        code = "number_missing"
    elif grouped:
        code = "number_in_groups"
    elif _BEGUN.fullmatch(typed):
        code = "number_unfinished"
    raise ConfigError(code, typed=_shown(text), low=low, high=high, example=0.01)


def _shown(text: str) -> str:
    """Return what the sentence repeats of the text: it stands in a narrow line."""
    text = text.strip()
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
