"""Numbers as the window's language writes them: 12,396.5 in English, 12.396,5 in German.

What programs read (CSV, JSON) and what is Python (code listings) keeps a point in every language.
"""

import re

from PySide6.QtCore import QLocale

from engine.words.numbers import NumberStyle


def style() -> NumberStyle:
    """Return the signs of the window's language."""
    locale = QLocale()
    return NumberStyle(locale.decimalPoint(), locale.groupSeparator())


def fill(template: str, /, *values: object, **named: object) -> str:
    """Do what `str.format` does, with numbers as the language writes them: "{0:.2f} %"."""
    return style().fill(template, *values, **named)


def whole(number: int) -> str:
    """Return a whole number, with what the language sets between thousands."""
    return style().write(number, ",")


def decimal(value: float, places: int) -> str:
    """Return a number with so many digits behind its point."""
    return style().write(value, f".{places}f")


def significant(value: float, digits: int) -> str:
    """Return a number with so many digits that count, at most."""
    return style().write(value, f".{digits}g")


def percent(share: float, places: int) -> str:
    """Return a share, 0 to 1, in percent: "98.38 %"."""
    return f"{decimal(share * 100, places)} %"


def exact(value: float) -> str:
    """Return the shortest text that stands for this number and no other, as one would type it."""
    return style().exact(value)


def with_minus(text: str) -> str:
    """Return a text with minus signs, as wide as a plus, where hyphens stand for them."""
    return re.sub(r"(?<!\S)-(?=\d)|(?<=\d )-(?= \d)", "−", text)


def rate(lr: float) -> str:
    """Return a learning rate that a schedule came to: millionths are as good as nothing."""
    return significant(round(lr, 6) or lr, 3)
