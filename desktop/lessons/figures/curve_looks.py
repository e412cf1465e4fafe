"""How the curves of a lesson's plot are told apart: by colours and by dashes."""

from dataclasses import replace
from itertools import cycle

from desktop.plots.curve_styles import DASHED, RUN_DASHES, SOLID, CurveStyle, run_style
from desktop.widgets.theme import DARK, LIGHT
from engine.lessons.figures import Curve


def styles_of(curves: tuple[Curve, ...]) -> list[CurveStyle]:
    """Return how the curves of a plot look: no two in the same colour or the same dashes."""
    taken = {DASHED} if any(curve.dashed for curve in curves) else set()
    free = cycle(dashes for dashes in RUN_DASHES if dashes not in taken)
    styles = []
    for index, curve in enumerate(curves):
        if curve.faint:
            styles.append(CurveStyle(curve.name, (LIGHT.faint, DARK.faint)))
            continue
        dashes = DASHED if curve.dashed else SOLID if curve.points else next(free)
        styles.append(replace(run_style(index, curve.name), dashes=dashes, dots=curve.points))
    return styles
