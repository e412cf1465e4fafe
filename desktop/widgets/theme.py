"""Colours and type sizes, light and dark. How widgets wear them: `style_sheet`.

Painted widgets take their colours from the palette, so that a switch reaches them by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

GAP_PX = 12
RADIUS_PX = 8
_AT_ONCE = 40  # widgets, some 5 ms of dressing

# Okabe and Ito's colours stay apart for colour-blind eyes; curves differ in dashes or dots too.
BLUE, VERMILLION, GREEN, SKY, ORANGE = "#0072B2", "#D55E00", "#009E73", "#56B4E9", "#E69F00"
MINT = "#2FBF93"  # that green is too dim for a thin line on dark
COOL, WARM, FRESH = (BLUE, SKY), (VERMILLION, ORANGE), (GREEN, MINT)  # on light, on dark


@dataclass(frozen=True)
class Theme:
    """The colours of one appearance, as #RRGGBB."""

    window: str
    card: str
    text: str
    muted: str
    faint: str  # disabled text
    border: str
    track: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    warning: str  # behind the banner's sentence


LIGHT = Theme(
    window="#F4F5F7",
    card="#FFFFFF",
    text="#1B1E22",
    muted="#5F666F",
    faint="#A7ADB5",
    border="#DFE2E6",
    track="#E9ECEF",
    hover="#EEF0F3",
    accent=BLUE,
    accent_hover="#00639B",
    on_accent="#FFFFFF",
    warning="#FFF5E0",
)
DARK = Theme(
    window="#16181B",
    card="#1E2124",
    text="#E9EBEE",
    muted="#9BA2AB",
    faint="#5C636B",
    border="#31353A",
    track="#2B2F34",
    hover="#282C31",
    accent=SKY,
    accent_hover="#7CC5EE",
    on_accent="#08202F",
    warning="#362B17",
)


class ThemeSwitch(QObject):
    """Dresses the application as the system's light or dark says, and again when that changes.

    What can be seen changes at once, what is hidden bit by bit: thousands of widgets take seconds.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._chosen = Qt.ColorScheme.Unknown
        self._worn: Theme | None = None
        self._undressed: list[QWidget] = []  # hidden ones that have the old colours still
        self._dressing = QTimer(self, interval=0, singleShot=True)
        self._dressing.timeout.connect(self._on_dressing)
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def is_done(self) -> bool:
        """Whether every widget, hidden ones too, wears the colours of the moment."""
        return not self._undressed

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Wear `scheme` from now on; Unknown follows the system."""
        self._chosen = scheme
        self._apply()

    @property
    def chosen(self) -> Qt.ColorScheme:
        return self._chosen

    @property
    def theme(self) -> Theme:
        scheme = self._chosen
        if scheme == Qt.ColorScheme.Unknown:
            scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        if self.theme is self._worn:
            return  # dressing every widget anew takes a while
        is_first, self._worn = self._worn is None, self.theme
        self._app.setPalette(palette(self.theme))
        if is_first:
            return
        self._undressed = QApplication.allWidgets()
        self._dress(widget for widget in self._undressed if widget.isVisible())
        self._dressing.start()

    @Slot()
    def _on_dressing(self) -> None:
        """Dress some more of what can't be seen; what has come into sight goes first."""
        there = [widget for widget in self._undressed if isValid(widget)]
        there.sort(key=lambda widget: not widget.isVisible())
        self._dress(there[:_AT_ONCE])
        self._undressed = there[_AT_ONCE:]
        if self._undressed:
            self._dressing.start()

    def _dress(self, widgets: Iterable[QWidget]) -> None:
        """Let widgets take the palette's colours, as the style sheet has kept the old ones."""
        for widget in widgets:
            style = widget.style()
            style.unpolish(widget)
            style.polish(widget)
            widget.update()


def palette(theme: Theme) -> QPalette:
    """Return the palette that painted widgets read: `mid` borders, `placeholderText` muted, ..."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.track,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Dark: theme.faint,
        QPalette.ColorRole.BrightText: theme.accent_hover,
        QPalette.ColorRole.LinkVisited: theme.warning,
    }
    result = QPalette(QColor(theme.window))
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    disabled = {
        QPalette.ColorRole.Text: theme.faint,
        QPalette.ColorRole.ButtonText: theme.faint,
        QPalette.ColorRole.WindowText: theme.muted,
        QPalette.ColorRole.HighlightedText: theme.muted,
    }
    for role, color in disabled.items():
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(color))
    return result


def curve_color(pair: tuple[str, str], palette: QPalette) -> QColor:
    """Return the one of a pair (on light, on dark) that suits the palette."""
    return QColor(pair[palette.window().color().lightness() < 128])


def scaled_font(widget: QWidget | None, factor: float, *, bold: bool = False) -> QFont:
    """Return the user's own font, `factor` times as large."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(QGuiApplication.font().pointSizeF() * factor)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def rgb(color: QColor) -> NDArray[np.float64]:
    """Return a colour as (3,), red, green, blue, 0 to 255: for pixels that numpy mixes."""
    return np.array([color.red(), color.green(), color.blue()], np.float64)


def fade(color: QColor, opacity: float) -> QColor:
    """Return `color` with `opacity`, 0 to 1."""
    faded = QColor(color)
    faded.setAlphaF(opacity)
    return faded
