"""Reads what people type into an experiment: shapes, whole numbers, slices, small matrices.

What can't be read raises InkgradError in the lesson's own words: `bad_shape`, `bad_numbers`,
`bad_slices`, `bad_matrix`, with {typed} for what was typed.
"""

import math
import re

import numpy as np
from numpy.typing import NDArray

from engine.lessons.controls import Value
from engine.lessons.lab import Lab

Index = int | slice

_AXES = 6  # more don't fit side by side
_VALUES = 10**12
_NUMBERS = 12
_SIDE = 5  # of a matrix
_DIGITS = 6  # of a number
_LARGEST = 1e6
_SLICE = re.compile(r"(-?\d{1,6})?\s*(:)?\s*(-?\d{1,6})?\s*(?::\s*(\d{1,6})?)?", re.ASCII)
_APART = re.compile(r"[\d.,]\s+[-.\d]")
_COMMA_APART = re.compile(r",\s|\s,")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_NUMBER = re.compile(r"-?(\d{1,6}(\.\d{1,6})?|\.\d{1,6})(e[-+]?\d)?", re.ASCII | re.IGNORECASE)


def shape(lab: Lab, typed: Value) -> tuple[int, ...]:
    """Read "(2, 28, 28)", "2x28x28", "28,", or "()" for a single number."""
    text = _plain(typed).removeprefix("torch.Size").strip(" ()[]").removesuffix(",")
    parts = [part.strip() for part in re.split(r"[,x×*]", text)] if text else []
    sizes = tuple(int(part) for part in parts if _is_whole(part))
    if len(sizes) != len(parts) or len(sizes) > _AXES or math.prod(sizes) > _VALUES:
        raise lab.refusal("bad_shape", typed=str(typed))
    return sizes


def numbers(lab: Lab, typed: Value) -> list[int]:
    """Read a few whole numbers, with commas or spaces between them."""
    parts = _plain(typed).strip(" []()").replace(",", " ").split()
    if not parts or len(parts) > _NUMBERS or not all(_is_whole(p.removeprefix("-")) for p in parts):
        raise lab.refusal("bad_numbers", typed=str(typed))
    return [int(part) for part in parts]


def slices(lab: Lab, typed: Value) -> tuple[Index, ...]:
    """Read what stands between the brackets of an index of two axes, such as "1:, -2:"."""
    parts = [part.strip() for part in _plain(typed).strip(" []").split(",")]
    found = [_index(part) for part in parts]
    indices = tuple(index for index in found if index is not None)
    if len(indices) != len(parts) or len(parts) > 2:
        raise lab.refusal("bad_slices", typed=str(typed))
    return indices


def matrix(lab: Lab, typed: Value) -> NDArray[np.float32]:
    """Read "1 2; 3 4": rows with a semicolon between them, numbers with a space or ", ".

    Where spaces alone set numbers apart, a comma between two digits is a decimal one:
    "0,5 1; 1 0,5". Where none do, or commas do as well, it may be either: "0,5" and "1, 2,3" are
    refused.
    """
    text = _plain(typed).strip(" []")
    if _APART.search(text) and not _COMMA_APART.search(text):
        text = _DECIMAL_COMMA.sub(".", text)
    if _DECIMAL_COMMA.search(text):
        raise lab.refusal("bad_matrix", typed=str(typed))
    rows = [row.replace(",", " ").split() for row in text.split(";")]
    widths = {len(row) for row in rows}
    fits = len(rows) <= _SIDE and len(widths) == 1 and 0 < max(widths) <= _SIDE
    if not fits or not all(_is_number(number) for row in rows for number in row):
        raise lab.refusal("bad_matrix", typed=str(typed))
    return np.array(rows, np.float32)


def _plain(typed: Value) -> str:
    """Return it as code has it: with the hyphen where a text has a real minus."""
    return str(typed).strip().replace("−", "-")


def _index(part: str) -> Index | None:
    """Read "1", "-2:", ":", "0:2" or "::2"; None for anything else."""
    match = _SLICE.fullmatch(part)
    if not part or match is None:
        return None
    first, colon, last, step = match.groups()
    if colon is None:
        return int(first) if first and not last else None
    if step is not None and int(step) == 0:
        return None
    return slice(*(None if number is None else int(number) for number in (first, last, step)))


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _DIGITS


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and abs(float(text)) < _LARGEST
