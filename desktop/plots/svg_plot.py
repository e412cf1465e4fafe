"""A plot as SVG text, without Qt: for files and for the run report. It needs nothing from outside.

Light paper colours, so that it prints; every curve keeps its dashes.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import NDArray

from desktop.i18n.numbers import significant
from desktop.plots.thinning import round_step

_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 14, 46, 42
_MOST_POINTS = 1500  # of a curve: more can't be seen
_FEW = 20  # points have dots: a lone one would be no line at all
_INK, _MUTED, _LINE = "#1B1E22", "#656C75", "#DFE2E6"
_SHADE = "#DCEAF4"
_SMALLEST = 1e-12  # what zero counts as on a logarithmic axis


@dataclass(frozen=True)
class Line:
    """One curve: points (N,) and (N,), colour #RRGGBB, dashes as SVG has them ("" is solid)."""

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    color: str
    dashes: str = ""
    opacity: float = 1.0


@dataclass(frozen=True)
class Axis:
    """From value to place: `low` and `high` in the data's unit, or in its logarithm."""

    low: float
    high: float
    log: bool

    def share(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how far along the axis the values lie, 0 to 1."""
        scaled = np.log10(np.maximum(values, _SMALLEST)) if self.log else values
        return (scaled - self.low) / (self.high - self.low)

    def ticks(self) -> list[tuple[float, str]]:
        """Return some six places, 0 to 1, and what to write there."""
        if self.log and self.high - self.low >= 1:
            return [
                ((p - self.low) / (self.high - self.low), significant(10.0**p, 6))
                for p in range(math.ceil(self.low), math.floor(self.high) + 1)
            ]
        step = round_step((self.high - self.low) / 5)
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        values = [k * step for k in range(first, last + 1)]
        return [
            ((v - self.low) / (self.high - self.low), significant(10**v if self.log else v, 6))
            for v in values
        ]


def plot_svg(
    heading: str,
    x_name: str,
    lines: list[Line],
    *,
    log_x: bool = False,
    log_y: bool = False,
    size: tuple[int, int] = (720, 320),
    shades: Sequence[tuple[float, float]] = (),
) -> str:
    """Return the whole drawing. Lines without points are left out; `shades` are parts of the x."""
    lines = [line for line in lines if len(line.x)]
    width, height = size
    x_axis = _axis([line.x for line in lines], log_x)
    y_axis = _axis([line.y for line in lines], log_y)
    parts = [
        *_paper(heading, size),
        *(_shade(ends, x_axis, size) for ends in shades),
        *_legend(lines),
        *_grid(x_axis, y_axis, size),
        _note((_LEFT + width - _RIGHT) / 2, height - 8, "middle", x_name),
        *(_polyline(line, x_axis, y_axis, size) for line in lines),
        *(_end(line, x_axis, size) for line in lines if np.isposinf(line.y).any()),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _paper(heading: str, size: tuple[int, int]) -> list[str]:
    width, height = size
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="{escape(heading)}" '
        'font-family="system-ui, sans-serif" font-size="11">',
        f"<title>{escape(heading)}</title>",
        f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>',
        f'<text x="14" y="20" font-size="14" font-weight="600" fill="{_INK}">'
        f"{escape(heading)}</text>",
    ]


def thin_out(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    """Return at most some 1,500 points that look the same: each stretch's lowest and highest."""
    if len(x) <= _MOST_POINTS:
        return x, y
    edges = np.linspace(0, len(x), _MOST_POINTS // 2 + 1).astype(int)
    kept = set()
    for start, end in itertools.pairwise(edges.tolist()):
        kept |= {start + int(y[start:end].argmin()), start + int(y[start:end].argmax())}
    rows = np.array(sorted(kept))
    return x[rows], y[rows]


def _axis(values: list[NDArray[np.float64]], log: bool) -> Axis:
    together = np.concatenate(values) if values else np.array([0.0, 1.0])
    finite = together[np.isfinite(together)]
    if log:
        finite = np.log10(np.maximum(finite, _SMALLEST))
    low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
    if low == high:
        low, high = low - 0.5, high + 0.5
    return Axis(low, high, log)


def _grid(x_axis: Axis, y_axis: Axis, size: tuple[int, int]) -> list[str]:
    width, height = size
    bottom, right = height - _BOTTOM, width - _RIGHT
    parts = []
    for share, text in y_axis.ticks():
        y = bottom - share * (bottom - _TOP)
        parts += [
            f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="{_LINE}"/>',
            _note(_LEFT - 6, y + 4, "end", text),
        ]
    for share, text in x_axis.ticks():
        x = _LEFT + share * (right - _LEFT)
        parts.append(_note(x, bottom + 16, "middle", text))
    return parts


def _shade(ends: tuple[float, float], x_axis: Axis, size: tuple[int, int]) -> str:
    width, height = size
    left, right = _LEFT + x_axis.share(np.array(ends)).clip(0, 1) * (width - _RIGHT - _LEFT)
    place = (
        f'x="{left:.1f}" y="{_TOP}" width="{right - left:.1f}" height="{height - _BOTTOM - _TOP}"'
    )
    return f'<rect {place} fill="{_SHADE}"/>'


def _note(x: float, y: float, anchor: str, text: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} fill="{_MUTED}">{escape(text)}</text>'


def _legend(lines: list[Line]) -> list[str]:
    parts, x = [], 14.0
    for line in lines:
        parts.append(
            f'<line x1="{x:g}" y1="34" x2="{x + 24:g}" y2="34" {_stroke(line)}/>'
            f'<text x="{x + 30:g}" y="38" fill="{_MUTED}">{escape(line.name)}</text>'
        )
        x += 46 + 6.2 * len(line.name)
    return parts


def _polyline(line: Line, x_axis: Axis, y_axis: Axis, size: tuple[int, int]) -> str:
    width, height = size
    x, y = thin_out(line.x, line.y)
    good = np.isfinite(y)
    xs = _LEFT + x_axis.share(x[good]) * (width - _RIGHT - _LEFT)
    ys = height - _BOTTOM - y_axis.share(y[good]) * (height - _BOTTOM - _TOP)
    places = [(f"{px:.1f}", f"{py:.1f}") for px, py in zip(xs, ys, strict=True)]
    points = " ".join(",".join(place) for place in places)
    dots = "".join(
        f'<circle cx="{px}" cy="{py}" r="2.5" fill="{line.color}" fill-opacity="{line.opacity:g}"/>'
        for px, py in (places if len(places) <= _FEW else [])
    )
    stroke = _stroke(line)
    return f'<polyline points="{points}" fill="none" stroke-linejoin="round" {stroke}/>{dots}'


def _end(line: Line, x_axis: Axis, size: tuple[int, int]) -> str:
    """Mark where a curve rises out of the plot for good: at its first infinite value."""
    width, height = size
    first = line.x[np.isposinf(line.y)][:1]
    x = _LEFT + float(x_axis.share(first)[0]) * (width - _RIGHT - _LEFT)
    tip = f"{x:.1f},{_TOP} {x + 4.5:.1f},{_TOP + 9} {x - 4.5:.1f},{_TOP + 9}"
    return (
        f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{height - _BOTTOM}" {_stroke(line)}/>'
        f'<polygon points="{tip}" fill="{line.color}"/>'
    )


def _stroke(line: Line) -> str:
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    return f'stroke="{line.color}" stroke-width="1.5" stroke-opacity="{line.opacity:g}"{dashes}'
