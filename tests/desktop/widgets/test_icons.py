"""Icons in every colour and size, however often they are asked for."""

from itertools import product
from typing import get_args

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from desktop.widgets import icons
from tests.mostly_long import mostly_long

ROLE = QPalette.ColorRole.Text


@pytest.fixture(autouse=True)
def _nothing_cached(qapp: QApplication) -> None:
    QPixmapCache.clear()


def palette(color: str, disabled: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorGroup.Active, ROLE, QColor(color))
    palette.setColor(QPalette.ColorGroup.Disabled, ROLE, QColor(disabled))
    return palette


def image(icon: QIcon, ratio: float, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(icons.GRID, icons.GRID), ratio, mode).toImage()


def colors(image: QImage) -> set[str]:
    """Return the colours of all pixels that are wholly painted."""
    pixels = product(range(image.width()), range(image.height()))
    found = [image.pixelColor(*pixel) for pixel in pixels]
    return {color.name() for color in found if color.alpha() == 255}


@pytest.mark.parametrize("name", mostly_long(get_args(icons.Name), {0, 7}))
def test_each_has_its_palettes_colours_in_every_size(name: icons.Name) -> None:
    for color, disabled in (("#ff0000", "#00ff00"), ("#0000ff", "#ff00ff"), ("#ff0000", "#00ff00")):
        icon = icons.icon(name, palette(color, disabled), ROLE)
        for ratio in (1, 2, 3):
            normal, off = image(icon, ratio), image(icon, ratio, QIcon.Mode.Disabled)
            assert normal.width() == icons.GRID * ratio
            assert colors(normal) <= {color}
            assert colors(off) <= {disabled}
        assert color in colors(image(icon, 3))


def test_no_icon_is_another_ones() -> None:
    shown = [icons.icon(name, palette("red", "red"), ROLE) for name in get_args(icons.Name)]
    pictures = [image(icon, 3) for icon in shown]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])
