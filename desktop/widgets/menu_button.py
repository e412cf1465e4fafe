"""A button that opens a menu."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from desktop.widgets import icons

_CHEVRON_PX = 10  # from the right edge to the arrow's middle
_ARROW_PX = 16  # the room that it takes


class MenuButton(QPushButton):
    """Has a small arrow, which says so."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("opens", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the label left of the arrow: the style would centre it in the whole button."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect.setRight(self.width() - _ARROW_PX)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        center = QPointF(self.width() - _CHEVRON_PX, self.height() / 2 + 1)
        icons.chevron(painter, center, up=False, color=icons.arrow_color(self))
