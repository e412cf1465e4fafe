"""What stands on a card can be seen: curves 3 to 1 and text 4.5 to 1, as WCAG 2 measures it."""

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.figures.graph import SLOPES
from desktop.main_window import MainWindow
from desktop.plots.curve_styles import CurveStyle, run_style
from desktop.runs.history import RunHistory
from desktop.runs.units import Units
from desktop.training.drawn_curves import lone_curves
from desktop.widgets.theme import DARK, LIGHT, Theme, curve_color, palette

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = [
    ("text", "window"),
    ("text", "card"),
    ("text", "track"),
    ("text", "hover"),
    ("text", "warning"),
    ("muted", "window"),
    ("muted", "card"),
    ("muted", "track"),
    ("muted", "hover"),
    ("accent", "card"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
]


def luminance(color: QColor) -> float:
    """Return WCAG's relative luminance, 0 to 1."""
    channels = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return how far apart two colours are, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(color: QColor, ground: QColor) -> QColor:
    """Return what is seen of a colour, with its opacity, on an opaque ground."""
    share = color.alphaF()
    parts = zip(color.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(share * top + (1 - share) * below for top, below in parts))


@THEMES
@pytest.mark.parametrize("look", range(12))
def test_runs_stand_out(look: int, theme: Theme) -> None:
    assert_seen(run_style(look, "Run"), theme)


@THEMES
def test_a_lone_runs_curves_stand_out(theme: Theme) -> None:
    styles = [style for part in lone_curves(RunHistory(), Units()) for style, _ in part]
    assert len(styles) == 5
    for style in styles:
        assert_seen(style, theme)


def assert_seen(style: CurveStyle, theme: Theme) -> None:
    card = QColor(theme.card)
    assert contrast(over(style.pen(palette(theme)).color(), card), card) >= 3, style


@THEMES
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(text: str, ground: str, theme: Theme) -> None:
    colors = asdict(theme)
    assert contrast(QColor(colors[text]), QColor(colors[ground])) >= 4.5


@THEMES
def test_the_slopes_in_a_graph_can_be_read(theme: Theme) -> None:
    for ground in (theme.card, theme.track, theme.hover):
        assert contrast(curve_color(SLOPES, palette(theme)), QColor(ground)) >= 4.5


def test_muted_words_can_be_read_wherever_they_are(window: MainWindow, qtbot: QtBot) -> None:
    """What a style sheet makes of a palette isn't the theme: placeholders, counts of folders."""
    for page in ("data", "own", "learn"):
        window.pages.open(page)
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        window.theme.choose(scheme)
        qtbot.waitUntil(lambda: window.theme.is_done)
        ground = QColor(window.theme.theme.card)
        for widget in window.findChildren(QWidget):
            widget.ensurePolished()
            muted = widget.palette().placeholderText().color()
            assert contrast(over(muted, ground), ground) >= 4.5, (scheme, widget)
    window.theme.choose(Qt.ColorScheme.Unknown)
