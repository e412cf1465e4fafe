"""The card with the drawn network: live, sorted if wished, and as a table."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from desktop.inspect.network_table import NetworkTable
from desktop.inspect.network_view import NetworkView, Neuron
from desktop.inspect.network_words import neuron_name, neuron_words
from desktop.widgets.controls import Card, Tick, title
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import GAP_PX
from desktop.worker.to_window import WentThrough


class NetworkCard(Card):
    """Shows what a sketch does to the network. Signals: `chosen(Neuron)`, one to be opened."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told: WentThrough | None = None
        self._classes: tuple[str, ...] = ()
        self.view, self.table = NetworkView(), NetworkTable()
        self.sorted = Tick(self.tr("Sort by contribution"))
        self.as_table = Tick(self.tr("As a table"))
        self.hands = QPushButton(self.tr("Intervene…"))
        self.step = QPushButton(self.tr("One step…"))
        self.readout = small_line()
        self.empty = Label()  # until it is known whether a network answers
        self._stack = QStackedLayout()
        self._build()
        self._on_spotted(None)
        self.view.spotted.connect(self._on_spotted)
        self.view.chosen.connect(self.chosen)
        self.table.chosen.connect(self.chosen)
        self.sorted.toggled.connect(self.view.sort_by_what_they_add)
        self.as_table.toggled.connect(self._on_as_table)

    def _build(self) -> None:
        self.sorted.setObjectName("sortNeurons")
        self.sorted.setToolTip(
            as_tip(self.tr("The neurons that speak most for the answer lie on top"))
        )
        self.hands.setObjectName("handsOnButton")
        self.hands.setEnabled(False)  # until there is a network
        self.hands.setToolTip(
            as_tip(self.tr("Switch neurons off, prune weights and more, on a copy of the network"))
        )
        self.step.setObjectName("oneStepButton")
        self.step.setEnabled(False)
        self.step.setToolTip(
            as_tip(self.tr("Follow one weight through a step: forward, loss, gradient, update"))
        )
        self.as_table.setObjectName("networkAsTable")
        self.as_table.setToolTip(as_tip(self.tr("The same numbers in rows, to read and to sort")))
        for tick in (self.sorted, self.as_table):
            tick.setAccessibleName(tick.text())
        self.empty.setProperty("muted", True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top, stacked = QHBoxLayout(), QWidget()
        stacked.setLayout(self._stack)
        for shown in (self.view, self.table, self.empty):
            self._stack.addWidget(shown)
        self._stack.setCurrentWidget(self.empty)
        top.addWidget(title(self.tr("The sketch in the network")))
        top.addStretch(1)
        top.addWidget(self.step)
        top.addSpacing(2)
        top.addWidget(self.hands)
        top.addSpacing(GAP_PX // 2)
        top.addWidget(self.sorted)
        top.addSpacing(GAP_PX // 2)
        top.addWidget(self.as_table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 3, GAP_PX + 2, GAP_PX - 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.readout)
        layout.addWidget(stacked, 1)

    def show_passage(self, told: WentThrough) -> None:
        """Show what came of the sketch, or that there is no network."""
        self._told = told
        self._classes = told.classes or self._classes
        for button in (self.hands, self.step):
            button.setEnabled(told.passage is not None)
        if told.passage is None:
            self.empty.setText(self.tr("No network answers now, only pixel similarity."))
            self._stack.setCurrentWidget(self.empty)
        elif self.as_table.isChecked():
            self.table.show_passage(told.passage, told.names)
            self._stack.setCurrentWidget(self.table)
        else:
            self.view.show_passage(told.passage, told.names)
            self._stack.setCurrentWidget(self.view)

    def name_of(self, at: Neuron) -> str:
        """Return what a neuron is called, as a heading."""
        assert self._told is not None
        assert self._told.passage is not None
        name = neuron_name(self._told.passage, at.column, at.number, self._told.names)
        return name[:1].upper() + name[1:]

    @Slot(bool)
    def _on_as_table(self, is_table: bool) -> None:
        self.sorted.setEnabled(not is_table)
        if self._told:
            self.show_passage(self._told)

    @Slot(object)
    def _on_spotted(self, neuron: Neuron | None) -> None:
        passage = self.view.passage
        if neuron is None or passage is None:
            text = self.tr(
                "Edges are weight times activation: warm ones raise a neuron, cold ones lower it. "
                "Click a neuron to open it."
            )
        else:
            at = neuron.column, neuron.number
            text = neuron_words(passage, *at, self.view.names, self._classes)
        self.readout.setText(text)
        self.view.setAccessibleDescription(text)
