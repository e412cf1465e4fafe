"""Words that are painted in several lines, about as long as each other."""

from bisect import bisect_left

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from desktop.widgets.plain_text import NO_BREAK, NO_BREAK_HYPHEN, held_inside, parted

_MOST_LINES = 10
_FINE_PX = 4  # by which widths are tried


def wrapped(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return the words in ten lines at most; "…" stands for whatever there is no room for.

    The lines are about as long as each other; a word that is too wide for a line breaks after its
    hyphen, or where its parts meet.
    """
    lines = _balanced(held_inside(words), metrics, width)
    if any("…" in line for line in lines):
        lines = _balanced(words, metrics, width)
    return [line.replace(NO_BREAK, " ").replace(NO_BREAK_HYPHEN, "-") for line in lines]


def _balanced(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return the words in the narrowest lines that are no more than they are in the whole width."""
    whole = _lines(words, metrics, width)
    longest = max(map(metrics.horizontalAdvance, words.split(" ")))
    if len(whole) == 1 or longest > width or "…" in whole[-1]:
        return whole

    def is_enough(room: int) -> bool:
        lines = _lines(words, metrics, room)
        return len(lines) <= len(whole) and "…" not in lines[-1]

    rooms = range(longest, width, _FINE_PX)
    place = bisect_left(rooms, True, key=is_enough)
    return _lines(words, metrics, rooms[place]) if place < len(rooms) else whole


def _lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    lines: list[str] = []
    rest = words.split(" ")
    while rest and len(lines) < _MOST_LINES:
        if metrics.horizontalAdvance(rest[0]) > width:
            rest[:1] = parted(rest[0], metrics, width)
        taken = 1
        while metrics.horizontalAdvance(" ".join(rest[: taken + 1])) <= width and taken < len(rest):
            taken += 1
        is_last = len(lines) == _MOST_LINES - 1
        line = " ".join(rest if is_last else rest[:taken])
        fits = metrics.horizontalAdvance(line) <= width  # Qt cuts off what is half a pixel wider
        lines.append(line if fits else metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
        rest = rest[taken:]
    return lines
