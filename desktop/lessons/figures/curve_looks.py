"""How the curves of a lesson's plot are told apart: by colours, by dashes and by signs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, cycle

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QPen

from desktop.plots.curve_styles import (
    DASHED,
    DISC,
    DOTTED,
    RUN_DASHES,
    SOLID,
    TRIANGLE,
    CurveStyle,
    run_style,
)
from desktop.widgets.theme import DARK, LIGHT
from engine.lessons.figures import Curve

_SIGNS = (DISC, DISC, TRIANGLE)  # of a plot's first, second and third curve
_NO_LINE = Qt.PenStyle.NoPen
_ONE_ON_ANOTHER = 0.01  # of all curves' height, between two at a mean
_PIECE = 4.0  # of a curve that takes turns, in its breadth
_BROAD_PX = 2  # of such a curve, and of a dotted one: dots of one pixel are hardly seen
_LEAST_PERCENT, _ROUND_PERCENT = 10.0, 5.0  # that an axis spans; that its ends are a multiple of
_LEAP = 20  # times the others' highest loss


def styles_of(curves: tuple[Curve, ...]) -> list[CurveStyle]:
    """Return how the curves of a plot look: no two in the same colour or the same dashes.

    Unless they are given their colours: then they have these, and are dashed or not. What has the
    same look in several plots is given both.
    """
    taken = {DASHED} if any(curve.dashed for curve in curves) else set()
    free = cycle(dashes for dashes in RUN_DASHES if dashes not in taken)
    styles = []
    for index, (curve, sign) in enumerate(zip(curves, cycle(_SIGNS), strict=False)):
        if curve.faint:
            styles.append(CurveStyle(curve.name, (LIGHT.faint, DARK.faint)))
            continue
        dots = curve.points or len(curve.x) == 1  # through which no line goes
        dashes = DASHED if curve.dashed else _NO_LINE if dots else next(free)
        if curve.color >= 0:
            index, dashes = curve.color, DASHED if curve.dashed else SOLID
        elif curve.look >= 0:
            index = curve.look
            dashes = _NO_LINE if dots else RUN_DASHES[index % len(RUN_DASHES)]
        style = run_style(index, curve.name, dots=dots)
        styles.append(replace(style, dashes=dashes, sign=sign if dots else style.sign))
    return styles


def keys_of(curves: tuple[Curve, ...]) -> list[CurveStyle]:
    """Return what a legend has to name: the curves, or what their colours and dashes stand for.

    The latter where colours are given, and all names are pairs such as "seed 0, zeroed".
    """
    styles = styles_of(curves)
    pairs = [style.name.partition(", ") for style in styles]
    if not all(curve.color >= 0 and pair[2] for curve, pair in zip(curves, pairs, strict=True)):
        return styles
    whose = {style.colors: pair[0] for style, pair in zip(styles, pairs, strict=True)}
    how = {style.dashes: pair[2] for style, pair in zip(styles, pairs, strict=True)}
    neutral = (LIGHT.muted, DARK.muted)
    return [
        *(CurveStyle(name, colors) for colors, name in whose.items()),
        *(CurveStyle(name, neutral, dashes) for dashes, name in how.items()),
    ]


@dataclass(frozen=True)
class Turn:
    """A curve's place among those that lie on each other: they show by turns, a piece of each."""

    place: int = 0
    count: int = 1


def turns_of(curves: Sequence[Curve], heights: Sequence[NDArray[np.float64]]) -> list[Turn]:
    """Return each curve's turn: only where one lies on another there is more than one.

    `heights` are the curves' y as they are drawn, NaN where nothing is.
    """
    drawn = np.concatenate([np.empty(0), *heights])
    drawn = drawn[np.isfinite(drawn)]
    close = _ONE_ON_ANOTHER * float(np.ptp(drawn)) if len(drawn) else 0.0

    def is_under(place: int, above: int) -> bool:
        curve, other = curves[place], curves[above]
        if curve.faint or curve.points or other.points or len(curve.y) < 2:
            return False
        if not np.array_equal(curve.x, other.x):
            return False
        apart = np.abs(heights[place] - heights[above])
        apart = apart[np.isfinite(apart)]
        return bool(len(apart) and apart.mean() < close)

    pairs = [pair for pair in combinations(range(len(curves)), 2) if is_under(*pair)]
    below = [sum(at == above for _, above in pairs) for at in range(len(curves))]
    above = [sum(at == under for under, _ in pairs) for at in range(len(curves))]
    return [Turn(under, under + 1 + over) for under, over in zip(below, above, strict=True)]


def pen_of(style: CurveStyle, turn: Turn, palette: QPalette, ratio: float = 1.0) -> QPen:
    """Return the pen of a line: the first of several that take turns is whole, below the others.

    `ratio` is how many pixels of the screen stand for one.
    """
    takes_turns = turn.count > 1
    pen = style.pen(palette, ratio * (_BROAD_PX if takes_turns or style.dashes == DOTTED else 1))
    if takes_turns and turn.place:
        pen.setDashPattern([_PIECE * (turn.count - turn.place), _PIECE * turn.place])
    elif takes_turns:
        pen.setStyle(SOLID)
    return pen


def percent_ends(curves: Sequence[Curve]) -> tuple[float, float] | None:
    """Return the ends of an axis of accuracies in per cent that lie close together, else None.

    Drawn as high as the plot, half a point would look like a great difference.
    """
    shares = np.concatenate([np.empty(0), *(curve.y for curve in curves)])
    if not len(shares) or np.ptp(shares) >= _LEAST_PERCENT:
        return None
    top = min(100.0, _ROUND_PERCENT * float(np.ceil(shares.max() / _ROUND_PERCENT)))
    low = _ROUND_PERCENT * float(np.floor(shares.min() / _ROUND_PERCENT))
    return max(0.0, min(low, top - _LEAST_PERCENT)), top


def leaps(curves: Sequence[Curve]) -> bool:
    """Tell whether some loss is so high that the others would all look like zero."""
    highest = [float(curve.y[np.isfinite(curve.y)].max(initial=0)) for curve in curves]
    return bool(highest) and max(highest) > _LEAP * max(min(highest), 1e-6)
