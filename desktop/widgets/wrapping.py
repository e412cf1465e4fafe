"""Words that are painted in several lines, about as long as each other."""

from functools import cache, lru_cache
from itertools import pairwise
from math import inf

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from desktop.widgets.plain_text import NO_BREAK, NO_BREAK_HYPHEN, held_inside, parted

_MOST_LINES = 10


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
    """Return the words in as few lines as there can be, as long as each other as they can be."""
    lines = _lines(words, metrics, width)
    each = words.split(" ")
    wide = tuple(map(metrics.horizontalAdvance, each))
    if len(lines) == 1 or max(wide) > width or "…" in lines[-1]:
        return lines
    ends = _even_ends(wide, metrics.horizontalAdvance(" "), width, len(lines))
    even = [" ".join(each[start:end]) for start, end in pairwise((0, *ends))]
    fits = even and all(metrics.horizontalAdvance(line) <= width for line in even)
    return even if fits else lines


@lru_cache(512)  # the list of questions is painted many times a second while it is scrolled
def _even_ends(wide: tuple[int, ...], space: int, width: int, count: int) -> tuple[int, ...]:
    """Return after which word each of so many lines ends, by the least sum of squared widths.

    Empty where they don't fit in.
    """

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 0:
            return (0.0 if start == len(wide) else inf), ()
        ways: list[tuple[float, tuple[int, ...]]] = [(inf, ())]
        line = -space
        for end, word in enumerate(wide[start:], start + 1):
            line += space + word
            if line > width:
                break
            cost, ends = best(end, left - 1)
            ways.append((line * line + cost, (end, *ends)))
        return min(ways)

    cost, ends = best(0, count)
    return ends if cost < inf else ()


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
