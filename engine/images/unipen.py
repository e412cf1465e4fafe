"""Reads handwriting that was kept as pen strokes: UNIPEN text, as UCI's pen digits use it.

Lives here: the text -> strokes. What strokes look like as pixels is `ink`'s matter.
"""

import gzip
import math
import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError
from engine.words.message import reason

_GZIP_MAGIC = b"\x1f\x8b"
_SEGMENT = re.compile(r'\.SEGMENT\s+DIGIT\s+\S+\s+\S+\s+"([^"]+)"')
_WRITER = re.compile(r"\.COMMENT\s+\S+\s+(\d+)\s+(\d+)")


@dataclass(frozen=True)
class PenDigit:
    """One written digit.

    Strokes are float32 (N, 2), x right and y **down**, in the tablet's own units. `writer` and
    `number` (within the writer) count from 1, and are 0 where the file doesn't tell them.
    """

    label: str
    writer: int
    number: int
    strokes: list[NDArray[np.float32]]


def read_unipen(path: str | Path) -> list[PenDigit]:
    """Return the digits of a UNIPEN file, plain or gzipped, in the file's order.

    UNIPEN's y grows upward; it is negated here, so that it grows downward as on a screen.
    Raises DataError, with file and line, for anything that can't be read.
    """
    digits = _Digits()
    for line_number, line in enumerate(_lines(Path(path)), start=1):
        try:
            digits.read_line(line.strip())
        except DataError as error:
            raise DataError("pen_line", file=path, line=line_number, cause=error) from error
    if not digits.drafts:
        raise DataError("no_pen_digits", file=path)
    return [draft.finished() for draft in digits.drafts]


@dataclass
class _Draft:
    label: str
    writer: int = 0
    number: int = 0
    strokes: list[list[tuple[float, float]]] = field(default_factory=list)

    def finished(self) -> PenDigit:
        strokes = [np.array(stroke, np.float32) for stroke in self.strokes if stroke]
        return PenDigit(self.label, self.writer, self.number, strokes)


class _Digits:
    """Takes the lines one by one and keeps what they tell. Raises DataError for a bad line."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._pen_is_down = False

    def read_line(self, line: str) -> None:
        if line.startswith("."):
            self._read_keyword(line)
        elif line:
            point = _point(line)
            if self._pen_is_down:
                self.drafts[-1].strokes[-1].append(point)

    def _read_keyword(self, line: str) -> None:
        match line.split()[0]:
            case ".SEGMENT":
                self._begin_digit(line)
            case ".COMMENT" if self.drafts and (found := _WRITER.fullmatch(line)):
                self.drafts[-1].writer, self.drafts[-1].number = map(int, found.groups())
            case ".PEN_DOWN":
                self._begin_stroke()
            case ".PEN_UP":
                self._pen_is_down = False

    def _begin_digit(self, line: str) -> None:
        found = _SEGMENT.fullmatch(line)
        if found is None:
            raise DataError("pen_segment", found=line)
        self.drafts.append(_Draft(found[1]))
        self._pen_is_down = False

    def _begin_stroke(self) -> None:
        if not self.drafts:
            raise DataError("pen_stroke_early")
        self.drafts[-1].strokes.append([])
        self._pen_is_down = True


def _point(line: str) -> tuple[float, float]:
    numbers = line.split()
    try:
        x, y = float(numbers[0]), -float(numbers[1])
    except (IndexError, ValueError):
        raise DataError("pen_point", found=line) from None
    if not (math.isfinite(x) and math.isfinite(y)):
        raise DataError("pen_point_infinite", found=line)
    return x, y


def _lines(path: Path) -> list[str]:
    try:
        raw = path.read_bytes()
        if raw.startswith(_GZIP_MAGIC):
            raw = gzip.decompress(raw)
        return raw.decode("ascii").splitlines()
    except (OSError, EOFError, zlib.error) as error:
        raise DataError("pen_file_unreadable", file=path, reason=reason(error)) from error
    except UnicodeDecodeError as error:
        raise DataError("no_unipen", file=path, place=error.start) from error
