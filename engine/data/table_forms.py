"""How tables of pixels are written, as far as their first lines tell."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

_LEAST_PIXELS = 49
_LEAST_COUNTED = 5  # rows, to believe that they are numbered
_LABEL_HEADS = ("label", "class", "target", "y", "digit", "labels", "classes", "letter")
_INDEX_HEADS = ("", "index", "id", "unnamed: 0")
_PLACE = re.compile(rb"[0-9]{1,9}")
_NUMBER = re.compile(rb"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


@dataclass(frozen=True)
class Form:
    """How a table is written. `label` is the place of the class in a row: 0, -1, or None."""

    delimiter: bytes | None  # None: blanks
    skipped: int  # lines before the first row
    label: int | None
    pixels: int
    numbered: bool = False  # the first cell numbers the rows, as pandas writes them
    decimal_comma: bool = False  # as spreadsheets write it in much of Europe
    labels_file: str = ""  # where the classes stand apart

    @property
    def has_labels(self) -> bool:
        """Whether it is known which class a row is of."""
        return self.label is not None or bool(self.labels_file)


def form_of(head: bytes) -> Form | None:
    """Return how a table of pixels is written, given its first bytes; None if it is none."""
    lines = head.splitlines()[:-1] or head.splitlines()  # the last may be cut
    skipped = 0
    while skipped < len(lines) and (not lines[skipped].strip() or lines[skipped][:1] in b"@%#"):
        skipped += 1
    rows = [line for line in lines[skipped:] if line.strip()]
    if not rows:
        return None
    first = rows[0].strip()
    delimiter = next((sign for sign in (b";", b"\t", b",") if sign in first), None)
    decimal_comma = delimiter != b"," and rows[-1].count(b",") >= _LEAST_PIXELS
    if decimal_comma:
        rows = [row.replace(b",", b".") for row in rows]
    cells = [_cells(row, delimiter) for row in rows]
    header = cells.pop(0) if _names_columns(cells[0]) else []
    numbered = bool(header) and header[0].decode("utf-8-sig", "replace").lower() in _INDEX_HEADS
    if numbered:
        header, cells = header[1:], [row[1:] for row in cells]
    elif not header and _count_up(cells):
        numbered, cells = True, [row[1:] for row in cells]
    width = len(cells[0]) if cells else 0
    middle = cells[0][1:-1] if cells else []
    if width < _LEAST_PIXELS or not all(map(_is_number, middle)):
        return None
    label = _label_place(header, cells)
    pixels = width - (label is not None)
    if not _is_square(pixels):
        return None
    return Form(delimiter, skipped + bool(header), label, pixels, numbered, decimal_comma)


def _names_columns(cells: Sequence[bytes]) -> bool:
    """Whether a first row is a header: words, or mere places, as pandas counts unnamed columns."""
    if not _is_number(cells[len(cells) // 2]):
        return True
    inner = cells[1:-1]
    if len(inner) < _LEAST_PIXELS - 2 or not _PLACE.fullmatch(inner[0]):
        return False
    return all(cell == b"%d" % i for i, cell in enumerate(inner, int(inner[0])))


def _label_place(header: Sequence[bytes], cells: Sequence[Sequence[bytes]]) -> int | None:
    """Return where the class stands: by the header, or else where values differ from row to row."""
    for place in (0, -1):
        if header and header[place].decode("utf-8-sig", "replace").strip().lower() in _LABEL_HEADS:
            return place
    width = len(cells[0])
    if _is_square(width):
        return None
    first, last = ({row[place] for row in cells if len(row) == width} for place in (0, -1))
    return -1 if len(last) > len(first) else 0


def _cells(line: bytes, delimiter: bytes | None) -> list[bytes]:
    whole = line.strip().removesuffix(delimiter or b"")  # a sign at the end begins no cell
    return [cell.strip(b" \"'\r") for cell in whole.split(delimiter)]


def _is_number(cell: bytes) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _count_up(cells: Sequence[Sequence[bytes]]) -> bool:
    """Whether the first of two cells too many numbers the rows, though no header says so."""
    if len(cells) < _LEAST_COUNTED or not _is_square(len(cells[0]) - 2):
        return False
    start = int(cells[0][0]) if cells[0][0] in (b"0", b"1") else -1
    return start >= 0 and all(row[0] == b"%d" % i for i, row in enumerate(cells, start))


def _is_square(number: int) -> bool:
    return number > 0 and math.isqrt(number) ** 2 == number
