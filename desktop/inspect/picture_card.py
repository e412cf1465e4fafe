"""A card with one mosaic: heading, what it holds, the value under the mouse, and its scale."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.i18n.numbers import fill
from desktop.inspect.mosaic import Mosaic, Spot
from desktop.inspect.scale_bar import ScaleBar
from desktop.inspect.shades import Scale, number
from desktop.widgets.controls import Card, title
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX


class PictureCard(Card):
    """Shows arrays with their scale, or a sentence while there are none."""

    def __init__(self, heading: str, *, largest: float = 24.0) -> None:
        super().__init__()
        self.heading = title(heading)
        self.detail = small_line()
        self.readout = small_line()
        self.empty = Label()
        self.mosaic = Mosaic(heading, largest=largest)
        self.bar = ScaleBar()
        self._stack = QStackedLayout()
        self._build()
        self.mosaic.spotted.connect(self._on_spotted)

    def _build(self) -> None:
        self.empty.setProperty("muted", True)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(GAP_PX * 2, 0, GAP_PX * 2, 0)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top, bottom, stacked = QHBoxLayout(), QHBoxLayout(), QWidget()
        stacked.setLayout(self._stack)
        self._stack.addWidget(self.mosaic)
        self._stack.addWidget(self.empty)
        top.addWidget(self.heading)
        top.addWidget(self.detail, 1)
        bottom.addWidget(self.readout, 1)
        bottom.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 3, GAP_PX + 2, GAP_PX - 4)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(stacked, 1)
        layout.addLayout(bottom)

    def show_heading(self, text: str) -> None:
        """Call the card something else."""
        self.heading.setText(text)
        self.mosaic.setAccessibleName(text)

    def show_values(
        self,
        values: NDArray[np.float32],
        scale: Scale,
        names: tuple[str, ...] = (),
        detail: str = "",
    ) -> None:
        """Show arrays (n, h, w) and say what they are."""
        self.mosaic.show_values(values, scale, names)
        self.bar.show_scale(scale)
        self.detail.setText(detail)
        self._stack.setCurrentWidget(self.mosaic)

    def show_empty(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self.empty.setText(sentence)
        self.bar.show_scale(None)
        self.detail.setText("")
        self.readout.setText("")
        self._stack.setCurrentWidget(self.empty)

    @Slot(object)
    def _on_spotted(self, spot: Spot | None) -> None:
        self.readout.setText("" if spot is None else self._words(spot))

    def _words(self, spot: Spot) -> str:
        names, value = self.mosaic.names, number(spot.value)
        if len(self.mosaic.values) == 1:
            return fill(self.tr("row {0}, column {1}: {2}"), spot.row, spot.column, value)
        which = names[spot.tile] if spot.tile < len(names) else fill(self.tr("no. {0}"), spot.tile)
        text = self.tr("{0}, row {1}, column {2}: {3}")
        return fill(text, which, spot.row, spot.column, value)
