"""A card with one figure of an evaluation under its heading."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.controls import Card
from desktop.widgets.theme import GAP_PX


def figure_card(heading: Sequence[QWidget], content: QWidget) -> Card:
    """Return a card with the words of its heading in a row."""
    card, top = Card(), QHBoxLayout()
    for widget in heading:
        top.addWidget(widget)
    top.addStretch(1)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(GAP_PX + 2, GAP_PX - 3, GAP_PX + 2, GAP_PX - 3)
    layout.setSpacing(6)
    layout.addLayout(top)
    layout.addWidget(content, 1)
    return card
