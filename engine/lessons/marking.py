"""Marks what is typed as the answer to a check: numbers count, and not how they are written."""

import re
from fractions import Fraction

_NUMBER = re.compile(r"([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,2})?)(?:\s*/\s*(\d+))?\s*(%?)")
_UNIT = re.compile(r"(?<=\d)\s+[^\W\d_]{2,}$")  # the name of what was counted
_PER_CENT = re.compile(r"(?<=\d)\s*(?:per ?cent|prozent)$")
_AROUND = re.compile(r"^(torch\.size)?[\s=(\[{]*|[\s)\]}]*$")  # a list's brackets, an equals sign
_BETWEEN = re.compile(r"\s*[,;x×*]\s*|\s+")
_LONGEST = 1000  # characters of an answer of numbers: Python makes none of 4,301 digits


def is_same(typed: str, accepted: str) -> bool:
    """Tell whether two answers are the same.

    A single number may be written with a point or a comma, as a fraction or in per cent, and with
    the word for what it counts: "49 batches"; of several
    it must be clear where one ends: "6 14" is [6, 14], and "614" isn't. Anything else is compared
    letter by letter; spaces and capitals make no difference.
    """
    wanted = _several(accepted)
    if wanted is None or len(typed) > _LONGEST:
        return _bare(typed) == _bare(accepted)
    if len(wanted) == 1:
        return _number(_UNIT.sub("", _plain(typed)).replace(",", ".")) == wanted[0]
    return _several(typed) == wanted


def _several(text: str) -> list[Fraction] | None:
    """Return the numbers in a text that holds nothing else."""
    if len(text) > _LONGEST:
        return None
    numbers = [_number(part) for part in _BETWEEN.split(_plain(text))]
    known = [number for number in numbers if number is not None]
    return known if len(known) == len(numbers) else None


def _number(text: str) -> Fraction | None:
    found = _NUMBER.fullmatch(text)
    if not found or (found[2] and not int(found[2])):
        return None
    return Fraction(found[1]) / int(found[2] or 1) / (100 if found[3] else 1)


def _plain(text: str) -> str:
    plain = _PER_CENT.sub("%", text.strip().casefold().replace("−", "-"))
    return _AROUND.sub("", plain)


def _bare(answer: str) -> str:
    return "".join(answer.split()).casefold()
