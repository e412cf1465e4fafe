"""A plot in words, for people who can't see it."""

from desktop.inspect.shades import number
from engine.lessons.figures import Plot


def describe(figure: Plot) -> str:
    """Return the plot in words: each curve's ends, and the named points."""
    parts = [figure.title, f"{figure.y_label} / {figure.x_label}"]
    for curve in figure.curves:
        if len(curve.x):
            first, last = (number(float(curve.y[at])) for at in (0, -1))
            left, right = (number(float(curve.x[at])) for at in (0, -1))
            parts.append(f"{curve.name}: {left} → {first}, {right} → {last}")
    parts += [f"{mark.name}: {number(mark.x)} → {number(mark.y)}" for mark in figure.marks]
    return "; ".join(part for part in parts if part.strip(" /"))
