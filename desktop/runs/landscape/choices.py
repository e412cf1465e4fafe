"""Above the map: which plane, and how many images the loss is of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n.numbers import whole
from desktop.runs.landscape.messages import Kind
from desktop.runs.landscape.words import kind_name
from desktop.widgets.controls import caption
from desktop.widgets.fields import Choice
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX

_IMAGES = (100, 500, 2000)
_USUAL = 1  # of these


class Choices(QWidget):
    """Signals: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plane, self.images = Choice(), Choice()
        self.plane.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.plane.addItems([kind_name(kind) for kind in Kind])
        self.plane.setToolTip(as_tip(self.tr("Which of the many planes through the weights")))
        self.images.addItems([whole(count) for count in _IMAGES])
        self.images.setCurrentIndex(_USUAL)
        self.images.setToolTip(
            as_tip(self.tr("More images give the loss more exactly, but take longer"))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        fields = (self.tr("Plane"), self.plane), (self.tr("Training images"), self.images)
        for name, field in fields:
            label = caption(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.currentIndexChanged.connect(self.changed)
            row.addWidget(label)
            row.addWidget(field)
            row.addSpacing(GAP_PX)
        row.addStretch(1)

    @property
    def kind(self) -> Kind:
        return list(Kind)[self.plane.currentIndex()]

    @property
    def count(self) -> int:
        """How many images."""
        return _IMAGES[self.images.currentIndex()]
