"""The two views of the page: the figures, and how much the network can stand."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QTabBar, QVBoxLayout, QWidget

from desktop.widgets.theme import GAP_PX

FIGURES, ROBUSTNESS = range(2)  # tabs


class Views(QWidget):
    """Has a tab for each; the second is made when it is first opened."""

    def __init__(self, figures: QWidget, make_second: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make_second = make_second
        self.tabs = QTabBar()
        self.tabs.setObjectName("evaluateTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What to evaluate"))
        self.tabs.addTab(self.tr("How it reads"))
        self.tabs.setTabToolTip(FIGURES, self.tr("Mistakes, confidence, and a map of the images"))
        self.tabs.addTab(self.tr("How much can it stand?"))
        self.tabs.setTabToolTip(
            ROBUSTNESS, self.tr("Accuracy against rotation, noise and more, for ticked runs too")
        )
        layout, stacked = QVBoxLayout(self), QWidget()
        self._stack = QStackedLayout(stacked)
        self._stack.addWidget(figures)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(self.tabs)
        layout.addWidget(stacked, 1)
        self.tabs.currentChanged.connect(self._on_changed)

    @Slot(int)
    def _on_changed(self, index: int) -> None:
        if self._stack.count() <= index:
            self._stack.addWidget(self._make_second())
        self._stack.setCurrentIndex(index)
