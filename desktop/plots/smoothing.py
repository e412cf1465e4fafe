"""The slider that says how much the loss of the batches is smoothed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.plots.series import SMOOTHING
from desktop.widgets.controls import caption
from desktop.widgets.fields import Slider
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX

_STEPS = 100


class SmoothingSlider(QWidget):
    """From none to strong. Signals: `changed(float)`, how much of the past is kept."""

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = Slider()
        self.slider.setObjectName("smoothing")
        self.slider.setRange(0, _STEPS)
        self.slider.setValue(to_place(SMOOTHING))
        self.slider.setFixedWidth(78)
        self.slider.setAccessibleName(self.tr("Smoothing"))
        tip = self.tr(
            "How many batches the smoothed curve averages over; it doesn't affect the learning"
        )
        self.slider.setToolTip(as_tip(tip))
        label = caption(self.tr("Smoothing"))
        label.setToolTip(as_tip(tip))
        label.setBuddy(self.slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label)
        layout.addWidget(self.slider)
        self.slider.valueChanged.connect(self._on_moved)

    @Slot(int)
    def _on_moved(self, place: int) -> None:
        self.changed.emit(to_weight(place))


def to_weight(place: int) -> float:
    """Return how much of the past is kept: 0 at the left, 0.9 after a third, 0.999 at the right.

    The number of batches that count grows evenly in its logarithm, from 1 to 1000.
    """
    return 1 - float(10 ** (-3 * place / _STEPS)) if place else 0.0


def to_place(weight: float) -> int:
    """Return the slider's place for a weight."""
    place = 0
    while place < _STEPS and to_weight(place) < weight:
        place += 1
    return place
