"""The page "Look inside": the network at work, what it has learned, and how it learns on.

First the network, drawn, with the sketch on its way through; then the class means, and each layer's
weights with their gradient.
"""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.answer.baseline import Baseline
from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.inspect.hands.window import HandsOn
from desktop.inspect.layer_pictures import LayerPictures
from desktop.inspect.layer_tabs import FIRST_LAYER, MEANS, NETWORK, LayerTabs
from desktop.inspect.live import LiveQuestion
from desktop.inspect.looking import Layer, Look, look
from desktop.inspect.network_card import NetworkCard
from desktop.inspect.network_view import Neuron
from desktop.inspect.neuron.window import NeuronWindow
from desktop.inspect.passing import LivePassage
from desktop.inspect.step.rows import Kind
from desktop.inspect.step.window import StepWindow
from desktop.sketch.reader import SketchReader
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Origin, Source
from desktop.worker.questions import Question
from desktop.worker.to_window import WentThrough
from engine.analysis.passage import Passage
from engine.analysis.traced import Choice


class InsidePage(QWidget):
    """The model that answers, drawn and in pictures; live while it can be seen.

    Signals: `question_wished(int)`, to go back to the lesson that led here.
    """

    question_wished = Signal(int)

    def __init__(self, model: AppModel, reader: SketchReader, baseline: Baseline) -> None:
        super().__init__()
        self.setObjectName("insidePage")
        self._reader, self._baseline = reader, baseline
        self._model = model
        self.neuron: NeuronWindow | None = None
        self.hands_on: HandsOn | None = None
        self.step: StepWindow | None = None
        self._wished = ""  # a place to be opened as soon as there is a network
        self._opened: object = None  # the network for which these were opened
        self._asked_at = 0  # the question whose lesson led here
        self.back = QPushButton()
        self.tabs = LayerTabs()
        self.network, self.layers = NetworkCard(), LayerPictures()
        self.live = LiveQuestion(model.questions, self.layers, self._question)
        self.passing = LivePassage(model.link, reader, self.network)
        self._stack = QStackedLayout()
        self._build()
        self._connect(model)

    def _build(self) -> None:
        layout, stacked = QVBoxLayout(self), QWidget()
        stacked.setLayout(self._stack)
        self._stack.addWidget(self.network)
        self._stack.addWidget(self.layers)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX - 4)
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self.back)
        layout.addLayout(top)
        layout.addWidget(stacked, 1)
        self.back.setObjectName("backToLesson")
        self.back.setToolTip(self.tr("Go back to the lesson that you came from"))
        self.back.hide()

    def _connect(self, model: AppModel) -> None:
        self.live.answered.connect(self._on_answered)
        self.live.failed.connect(self.layers.show_failure)
        self.passing.came.connect(self._on_passed)
        self.network.chosen.connect(self._on_neuron_chosen)
        self.network.hands.clicked.connect(self._on_hands_wished)
        self.network.step.clicked.connect(lambda: self.show_step())
        self.back.clicked.connect(self._on_back)
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

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.back.hide()

    def show_place(self, place: str, question: int) -> None:
        """Open what a lesson names, one of its INSIDE, once the reader's own network is drawn."""
        self._asked_at = question
        self.back.setText(fill(self.tr("Back to question {0}"), question))
        self.back.show()
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
        if place in ("neuron", "product"):
            is_told = (place == "neuron" or len(c.shape) == 2 for c in passage.columns)
            column = [*is_told].index(True)  # the last one is no filter
            self._on_neuron_chosen(Neuron(column, int(passage.columns[column].adds.argmax())))
        else:
            self.show_step(kind=Kind(place))

    @Slot(object)
    def _on_neuron_chosen(self, at: Neuron) -> None:
        if self.neuron is None:
            self.neuron = NeuronWindow(self, self._model, self._reader)
            self.neuron.step_wished.connect(self._on_step_wished)
            self.neuron.neuron_wished.connect(self._on_neuron_chosen)
        self._opened = self._network_of(self._model.source)
        count = self.tabs.layers[at.column].shape[0]
        self.neuron.show_neuron(at, self.network.name_of(at), count)

    @Slot()
    def _on_hands_wished(self) -> None:
        if self.hands_on is None:
            self.hands_on = HandsOn(self, self._model, self._reader)
        self._opened = self._network_of(self._model.source)
        sizes = tuple(layer.shape[0] for layer in self.tabs.layers)
        self.hands_on.show_network(self._opened, self.tabs.names(), sizes)

    def show_step(self, choice: Choice | None = None, kind: Kind | None = None) -> None:
        """Take one step of the network apart, at a weight or a page of the walk."""
        if self.step is None:
            self.step = StepWindow(self, self._model, self._reader)
        self._opened = self._network_of(self._model.source)
        self.step.show_step(self._opened, self.tabs.names(), choice, kind)

    @Slot()
    def _on_back(self) -> None:
        self._close_windows()
        self.question_wished.emit(self._asked_at)

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
        if self.tabs.show_layers(layers):
            self._close_windows()  # another network has no such neurons
            self.layers.layer = self.tabs.tabText(self.tabs.currentIndex())

    @Slot()
    def _on_means_changed(self) -> None:
        if self.tabs.currentIndex() == MEANS:
            self.layers.show_means(self._baseline.means)
