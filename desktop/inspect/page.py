"""The page "Look inside": the network at work, what it has learned, and how it learns on.

First the network, drawn, with the sketch on its way through; then the class means, and each layer's
weights with their gradient.
"""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QTabBar, QVBoxLayout, QWidget

from desktop.answer.baseline import Baseline
from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.inspect.hands.window import HandsOn
from desktop.inspect.layer_pictures import LayerPictures
from desktop.inspect.live import LiveQuestion
from desktop.inspect.looking import Layer, Look, look
from desktop.inspect.network_card import NetworkCard
from desktop.inspect.network_view import Neuron
from desktop.inspect.neuron.window import NeuronWindow
from desktop.inspect.passing import LivePassage
from desktop.inspect.step.rows import Kind
from desktop.inspect.step.window import StepWindow
from desktop.sketch.reader import SketchReader
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Origin, Source
from desktop.worker.questions import Question
from desktop.worker.to_window import WentThrough
from engine.analysis.passage import Passage
from engine.analysis.traced import Choice

NETWORK, MEANS, FIRST_LAYER = range(3)  # tabs


class InsidePage(QWidget):
    """The model that answers, drawn and in pictures; live while it can be seen.

    Signals: `status_changed(str)`, a sentence for people.
    """

    status_changed = Signal(str)

    def __init__(self, model: AppModel, reader: SketchReader, baseline: Baseline) -> None:
        super().__init__()
        self.setObjectName("insidePage")
        self._reader, self._baseline = reader, baseline
        self._model = model
        self._shown: tuple[Layer, ...] = ()
        self.neuron: NeuronWindow | None = None
        self.hands_on: HandsOn | None = None
        self.step: StepWindow | None = None
        self._wished = ""  # a place to be opened as soon as there is a network
        self._opened: object = None  # the network for which these were opened
        self.tabs = QTabBar()
        self.network, self.layers = NetworkCard(), LayerPictures()
        self.live = LiveQuestion(model.questions, self.layers, self._question)
        self.passing = LivePassage(model.link, reader, self.network)
        self._stack = QStackedLayout()
        self._build()
        self._connect(model)

    def _build(self) -> None:
        self.tabs.setObjectName("layerTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Network, means or layer"))
        self.tabs.addTab(self.tr("Network"))
        self.tabs.setTabToolTip(NETWORK, self.tr("All neurons, and what the sketch does to them"))
        self.tabs.addTab(self.tr("Class means"))
        self.tabs.setTabToolTip(MEANS, self.tr("The baseline: the mean image of each class"))
        layout, stacked = QVBoxLayout(self), QWidget()
        stacked.setLayout(self._stack)
        self._stack.addWidget(self.network)
        self._stack.addWidget(self.layers)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(self.tabs)
        layout.addWidget(stacked, 1)

    def _connect(self, model: AppModel) -> None:
        self.live.answered.connect(self._on_answered)
        self.live.failed.connect(self.layers.show_failure)
        self.passing.came.connect(self._on_passed)
        self.network.chosen.connect(self._on_neuron_chosen)
        self.network.hands.clicked.connect(self._on_hands_wished)
        self.network.step.clicked.connect(lambda: self.show_step())
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._reader.image_changed.connect(self.refresh)
        self._baseline.changed.connect(self._on_means_changed)
        model.trainer.reported.connect(self.refresh)
        model.source_changed.connect(self._on_source_changed)
        model.source_changed.connect(self.refresh)
        model.trainer.run_ended.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_means_changed()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is to be seen now, as soon as the worker has told it."""
        self.live.refresh()
        self.passing.refresh()

    def show_place(self, place: str) -> None:
        """Open what a lesson names, one of its INSIDE, once the reader's own network is drawn."""
        self.tabs.setCurrentIndex(NETWORK)
        self._wished = place
        self.refresh()

    def _question(self) -> Question:
        return look(max(0, self.tabs.currentIndex() - FIRST_LAYER), self._reader.image)

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        self._stack.setCurrentWidget(self.network if index == NETWORK else self.layers)
        self.layers.layer = self.tabs.tabText(index)
        if index == MEANS:
            self._on_means_changed()
        self.refresh()

    @Slot(object)
    def _on_passed(self, told: WentThrough) -> None:
        columns = told.passage.columns if told.passage else ()
        self._show_tabs(tuple(Layer(column.place, column.shape) for column in columns))
        self.network.show_passage(told)
        source = self._model.source
        if self._wished and told.passage and source and source.origin is Origin.READER:
            self._open_place(told.passage)

    def _open_place(self, passage: Passage) -> None:
        place, self._wished = self._wished, ""
        if place == "neuron":
            self._on_neuron_chosen(Neuron(0, int(passage.columns[0].adds.argmax())))
        elif place != "network":
            self.show_step(kind=Kind(place))

    @Slot(object)
    def _on_neuron_chosen(self, at: Neuron) -> None:
        if self.neuron is None:
            self.neuron = NeuronWindow(self, self._model, self._reader)
            self.neuron.step_wished.connect(self._on_step_wished)
            self.neuron.neuron_wished.connect(self._on_neuron_chosen)
        self._opened = self._network_of(self._model.source)
        count = self._shown[at.column].shape[0]
        self.neuron.show_neuron(at, self.network.name_of(at), count)

    @Slot()
    def _on_hands_wished(self) -> None:
        if self.hands_on is None:
            self.hands_on = HandsOn(self, self._model, self._reader)
        self._opened = self._network_of(self._model.source)
        sizes = tuple(layer.shape[0] for layer in self._shown)
        self.hands_on.show_network(self._opened, self._names(), sizes)

    def show_step(self, choice: Choice | None = None, kind: Kind | None = None) -> None:
        """Take one step of the network apart, at a weight or a page of the walk."""
        if self.step is None:
            self.step = StepWindow(self, self._model, self._reader)
        self._opened = self._network_of(self._model.source)
        self.step.show_step(self._opened, self._names(), choice, kind)

    @Slot(object)
    def _on_step_wished(self, choice: Choice) -> None:
        self.show_step(choice)

    @Slot(object)
    def _on_source_changed(self, source: Source) -> None:
        if self._network_of(source) != self._opened:
            self._close_windows()

    def _network_of(self, source: Source | None) -> object:
        """Return what is equal as long as it is the same network, which may learn meanwhile.

        A kept run's stays the same where the run goes on, and where a moment of it is shown.
        """
        if source is None:
            return None
        if source.moment:
            return source.moment.id
        runs = (run for run in self._model.runs.runs if source.run in run.numbers)
        kept = next((run.start.id for run in runs), "")
        return kept or replace(source, epoch=0, diverged=False)

    def _close_windows(self) -> None:
        for opened in (self.neuron, self.hands_on, self.step):
            if opened:
                opened.reject()

    @Slot(object)
    def _on_answered(self, seen: Look | None) -> None:
        if seen is None:
            self._show_tabs(())
            self.layers.flow.show_activations(None, (), ())
            return
        self._show_tabs(seen.layers)
        self.layers.flow.show_activations(self._reader.image, seen.activations, seen.classes)
        if self.tabs.currentIndex() == seen.chosen + FIRST_LAYER:
            self.layers.show_weights(seen)

    def _show_tabs(self, layers: tuple[Layer, ...]) -> None:
        """Have a tab for each layer; the chosen one stays where it can."""
        shapes = [(layer.place, layer.shape) for layer in layers]
        if shapes == [(layer.place, layer.shape) for layer in self._shown]:
            return
        self._shown = layers
        self._close_windows()  # another network has no such neurons
        while self.tabs.count() > FIRST_LAYER + len(layers):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < FIRST_LAYER + len(layers):
            self.tabs.addTab("")
        for index, layer in enumerate(layers, start=1):
            tab = index + FIRST_LAYER - 1
            self.tabs.setTabText(tab, self._name(index, layer))
            self.tabs.setTabToolTip(tab, as_tip(self._explain_layer(index, layer)))
        self.layers.layer = self.tabs.tabText(self.tabs.currentIndex())

    def _explain_layer(self, index: int, layer: Layer) -> str:
        outputs, inputs = layer.shape[:2]
        text = self.tr("Layer {0}: {1} numbers go in, {2} come out")
        if len(layer.shape) == 4:
            text = self.tr("Layer {0}, a convolution: maps in: {1}, maps out: {2}")
        elif index == len(self._shown):
            text = self.tr("Layer {0}, the last: {1} numbers go in, {2} come out as the answer")
        return fill(text, index, inputs, outputs)

    def _names(self) -> tuple[str, ...]:
        return tuple(self._name(at, layer) for at, layer in enumerate(self._shown, start=1))

    def _name(self, index: int, layer: Layer) -> str:
        outputs, inputs = layer.shape[:2]
        text = self.tr("{0}  Filters {1} → {2}") if len(layer.shape) == 4 else "{0}  {1} → {2}"
        return fill(text, index, inputs, outputs)

    @Slot()
    def _on_means_changed(self) -> None:
        if self.tabs.currentIndex() == MEANS:
            self.layers.show_means(self._baseline.means)
