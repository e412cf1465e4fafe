"""How the curves of a lesson's plot are told apart: by colours, by dashes and by signs."""

from dataclasses import replace
from itertools import cycle

from PySide6.QtCore import Qt

from desktop.plots.curve_styles import (
    DASHED,
    DISC,
    RUN_DASHES,
    TRIANGLE,
    CurveStyle,
    run_style,
)
from desktop.widgets.theme import DARK, LIGHT
from engine.lessons.figures import Curve

_SIGNS = (DISC, DISC, TRIANGLE)  # of a plot's first, second and third curve
_NO_LINE = Qt.PenStyle.NoPen


def styles_of(curves: tuple[Curve, ...]) -> list[CurveStyle]:
    """Return how the curves of a plot look: no two in the same colour or the same dashes."""
    taken = {DASHED} if any(curve.dashed for curve in curves) else set()
    free = cycle(dashes for dashes in RUN_DASHES if dashes not in taken)
    styles = []
    for index, (curve, sign) in enumerate(zip(curves, cycle(_SIGNS), strict=False)):
        if curve.faint:
            styles.append(CurveStyle(curve.name, (LIGHT.faint, DARK.faint)))
            continue
        dashes = DASHED if curve.dashed else _NO_LINE if curve.points else next(free)
        style = run_style(index, curve.name, dots=curve.points)
        styles.append(replace(style, dashes=dashes, sign=sign))
    return styles
