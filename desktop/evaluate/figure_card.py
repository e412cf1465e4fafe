"""A card with one figure of an evaluation under its heading."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.controls import Card, title
from desktop.widgets.theme import GAP_PX


def figure_card(heading: str, content: QWidget, below: QWidget | None = None) -> Card:
    """Return a card with a heading, and with what stands right below that."""
    card, top = Card(), QVBoxLayout()
    top.setSpacing(0)
    top.addWidget(title(heading))
    if below:
        top.addWidget(below)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(GAP_PX + 2, GAP_PX - 3, GAP_PX + 2, GAP_PX - 3)
    layout.setSpacing(6)
    layout.addLayout(top)
    layout.addWidget(content, 1)
    return card
