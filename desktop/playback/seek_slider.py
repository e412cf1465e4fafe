"""A slider as players have it: a click goes to where it is, and drags on from there."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QWidget

from desktop.widgets.fields import Slider

_PART = QStyle.SubControl


class SeekSlider(Slider):
    """Qt's own goes a page towards a click beside the handle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grip_px: float | None = None  # while it is dragged: from the handle's middle

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.buttons() != event.button():
            event.ignore()
            return
        event.accept()
        handle = self._rect(_PART.SC_SliderHandle)
        is_held = handle.contains(event.position().toPoint())
        middle_px = handle.x() + handle.width() / 2
        self._grip_px = event.position().x() - middle_px if is_held else 0.0
        self.setSliderDown(True)
        if not is_held:
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._grip_px = None
        self.setSliderDown(False)

    def _follow(self, event: QMouseEvent) -> None:
        if self._grip_px is None:
            return
        groove, handle = self._rect(_PART.SC_SliderGroove), self._rect(_PART.SC_SliderHandle)
        room_px = groove.width() - handle.width()
        along_px = event.position().x() - self._grip_px - groove.x() - handle.width() / 2
        option = self._option()
        place = QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(along_px), room_px, option.upsideDown
        )
        self.setSliderPosition(place)

    def _rect(self, part: QStyle.SubControl) -> QRect:
        kind = QStyle.ComplexControl.CC_Slider
        return self.style().subControlRect(kind, self._option(), part, self)

    def _option(self) -> QStyleOptionSlider:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return option
