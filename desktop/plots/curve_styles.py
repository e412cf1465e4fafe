"""How curves look: colour and dashes together, so that neither carries the meaning alone."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QPen

from desktop.widgets.theme import COOL, FRESH, VERMILLION, WARM, curve_color, fade

SOLID, DASHED, DOTTED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
_PURPLE, _YELLOW = "#CC79A7", "#F0E442"
_PLUM, _AMBER, _SLATE = "#B4538B", "#B07A00", "#5B6570"  # on white the others are too pale
_RUN_COLORS = (
    COOL,
    WARM,
    FRESH,
    (_PLUM, _PURPLE),
    (_AMBER, VERMILLION),
    (_SLATE, _YELLOW),
)
BEHIND = 0.75  # the opacity of a curve that another one lies on: 3 to 1 against the card
DISC, TRIANGLE = "o", "t1"  # pyqtgraph's names
RUN_DASHES = (SOLID, DASHED, Qt.PenStyle.DashDotLine, DOTTED)


@dataclass(frozen=True)
class CurveStyle:
    """How one curve looks, and its name in the legend."""

    name: str
    colors: tuple[str, str]  # #RRGGBB on light and on dark
    dashes: Qt.PenStyle = SOLID
    opacity: float = 1.0
    dots: bool = False  # a dot on each point: few points, such as epochs
    sign: str = DISC  # what stands for a dot

    def color_in(self, palette: QPalette) -> QColor:
        return curve_color(self.colors, palette)

    def pen(self, palette: QPalette, ratio: float = 1.0) -> QPen:
        """Return a pen of one logical pixel, where that is `ratio` pixels of the screen."""
        pen = QPen(fade(self.color_in(palette), self.opacity), max(1.0, ratio), self.dashes)
        pen.setCosmetic(True)
        return pen


def end_style(style: CurveStyle, name: str) -> CurveStyle:
    """Return how it looks where a curve of that style rises out of the plot for good."""
    return CurveStyle(name, style.colors, DOTTED, dots=True, sign=TRIANGLE)


def run_style(look: int, name: str, *, dots: bool = False) -> CurveStyle:
    """Return the style of one run among several: 12 different ones, then again from the first."""
    colors = _RUN_COLORS[look % len(_RUN_COLORS)]
    return CurveStyle(name, colors, RUN_DASHES[look % len(RUN_DASHES)], dots=dots)
