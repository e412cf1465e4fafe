"""Intervene: sliders that change a copy of the network, and what becomes of its answers."""

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSignalBlocker, QTimer, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.inspect.hands.form import HandsForm
from desktop.inspect.hands.levers import PLACES, Lever, read_numbers
from desktop.inspect.hands.questions import Judged, Swept, Tried, save, sweep, try_out
from desktop.inspect.hands.words import judged_words, lever_words, tried_words, value_words
from desktop.inspect.point_curve import PointCurve
from desktop.plots.saving import ask_where
from desktop.sketch.reader import SketchReader
from desktop.widgets.controls import close_row
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import Slider
from desktop.widgets.one_line import OneLine, small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.widgets.throttle import Throttle
from desktop.worker.questions import Newest
from engine.analysis.changes import Changes

_EVERY_MS = 120
_SLOW_MS = 300  # until what is shown of earlier changes turns grey
_WIDTH_PX = 560


class HandsOn(Dialog):
    """Changes a copy; the network that answers stays whole."""

    def __init__(self, parent: QWidget, model: AppModel, reader: SketchReader) -> None:
        super().__init__(parent)
        self.setObjectName("handsOn")
        self.setWindowTitle(self.tr("Intervene"))
        self._model, self._reader = model, reader
        self._network: object = None
        self._layers: tuple[str, ...] = ()
        self._sizes: tuple[int, ...] = ()
        self._accuracy: float | None = None  # of the changes of the moment
        self._lever = Lever.PRUNE
        self.changes = Changes()
        self.form = form = HandsForm()
        self.layer, self.off, self.frozen = form.layer, form.off, form.frozen
        self.sliders, self.values = form.sliders, form.values
        self.sketch, self.valid, self.about = OneLine(), OneLine(), small_line()
        self.curve = PointCurve(self.tr("Accuracy along the slider that was moved last"))
        self._shown, self.kept = (self.sketch, self.valid, self.about, self.curve), small_line()
        self.reset, self.keep = QPushButton(self.tr("Reset")), QPushButton()
        self._trying, self._sweeping = Newest(model.questions, self), Newest(model.questions, self)
        self._later = Throttle(self._try, _EVERY_MS, self)
        self._slow = QTimer(self, interval=_SLOW_MS, singleShot=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.sketch.setObjectName("changedAnswer")
        self.valid.setObjectName("changedAccuracy")
        self.curve.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.keep.setText(self.tr("Save as a model…"))
        self.keep.setToolTip(as_tip(self.tr("Save the changed copy; the run stays as it is")))
        self.reset.setToolTip(as_tip(self.tr("Undo all that was done here")))
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addWidget(self.keep)
        foot.addWidget(close_row(self), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(self.form)
        for line in (self.sketch, self.valid, self.about):
            layout.addWidget(line)
        layout.addWidget(self.curve, 1)
        layout.addWidget(self.kept)
        layout.addLayout(foot)
        self.resize(_WIDTH_PX, 460)

    def _connect(self) -> None:
        for lever, slider in self.sliders.items():
            slider.valueChanged.connect(partial(self._on_moved, lever))
        self.layer.currentIndexChanged.connect(self._on_layer_chosen)
        self.form.off_typed.connect(self._on_off_typed)
        self.frozen.toggled.connect(self._on_frozen)
        self.reset.clicked.connect(self._on_reset)
        self.keep.clicked.connect(self._on_keep)
        self._trying.answered.connect(self._on_tried)
        self._trying.failed.connect(self.valid.setText)
        self._trying.ended.connect(self._on_all_tried)
        self._slow.timeout.connect(self._on_slow)
        self._sweeping.answered.connect(self._on_swept)
        self._sweeping.failed.connect(self.about.setText)
        self._reader.image_changed.connect(self._on_other_network)
        self._model.source_changed.connect(self._on_other_network)

    def show_network(
        self, network: object, layers: tuple[str, ...], sizes: tuple[int, ...]
    ) -> None:
        """Show the window for the network that answers: its layers' names, and their neurons.

        What was done to a network stays done as long as no other one is shown.
        """
        is_other = (network, layers, sizes) != (self._network, self._layers, self._sizes)
        self._network, self._layers, self._sizes = network, layers, sizes
        self.come_forward()
        if is_other:
            with QSignalBlocker(self.layer):
                self.layer.clear()
                self.layer.addItems(list(layers))
            for line in (self.sketch, self.valid, self.about, self.kept):
                line.clear()
            self.curve.clear()
            self._on_reset()
        else:
            self._later.wish()

    def done(self, result: int) -> None:
        self._trying.cancel()
        self._sweeping.cancel()
        super().done(result)

    @Slot()
    def _on_reset(self) -> None:
        self.changes = Changes()
        for lever, slider in self.sliders.items():
            self._place(lever, slider, lever.home)
        self._show_layer(self.layer.currentIndex())
        self._later.wish()

    def _place(self, lever: Lever, slider: Slider, place: int) -> None:
        with QSignalBlocker(slider):
            slider.setValue(place)
        self.values[lever].setText(value_words(lever, place))

    def _on_moved(self, lever: Lever, place: int) -> None:
        self._lever = lever
        self.values[lever].setText(value_words(lever, place))
        self.changes = lever.applied(self.changes, self.layer.currentIndex(), place)
        self._later.wish()

    @Slot(int)
    def _on_layer_chosen(self, layer: int) -> None:
        self._show_layer(layer)
        if self._lever is Lever.SCALE:  # the curve is that of another layer's
            self._later.wish()

    def _show_layer(self, layer: int) -> None:
        """Show what was done to this layer."""
        factor = dict(self.changes.scales).get(layer, 1.0)
        self._place(Lever.SCALE, self.sliders[Lever.SCALE], round(factor * 50))
        with QSignalBlocker(self.frozen):
            self.frozen.setChecked(layer in self.changes.frozen)
        ours = [str(neuron) for at, neuron in self.changes.off if at == layer]
        self.form.show_off(ours)
        self.off.setEnabled(layer != len(self._sizes) - 1)

    @Slot(bool)
    def _on_frozen(self, is_frozen: bool) -> None:
        self.changes = self.changes.freezing(self.layer.currentIndex(), is_frozen=is_frozen)
        self._later.wish()

    @Slot(str)
    def _on_off_typed(self, text: str) -> None:
        layer = self.layer.currentIndex()
        neurons = read_numbers(text, self._sizes[layer])
        if neurons is None:
            last = self._sizes[layer] - 1
            self.form.tell(fill(self.tr("This layer has the neurons 0 to {0}."), last))
            return
        self.form.tell("")
        self.changes = self.changes.switched(layer, neurons)
        self._later.wish()

    @Slot()
    def _on_other_network(self) -> None:
        if self.isVisible():
            self._later.wish()

    def _try(self) -> None:
        if not self.isVisible():
            return
        self._sweeping.cancel()
        self._accuracy = None
        if not self._slow.isActive():
            self._slow.start()
        image, source = self._reader.image, self._model.datasets.chosen
        if image is None:
            self.sketch.setText(self.tr("Draw something to see how it is read."))
        self._trying.ask(try_out(self.changes, image, source))

    @Slot(object)
    def _on_tried(self, found: Tried | Judged) -> None:
        if isinstance(found, Tried):
            self.sketch.setText(tried_words(found))
        else:
            self._accuracy = found.after
            self.sketch.setEnabled(True)
            self.valid.setEnabled(True)
            self.valid.setText(judged_words(found))

    @Slot()
    def _on_slow(self) -> None:
        """Grey what is still of earlier changes: no one is to take it for these."""
        for shown in (self.about, self.curve) if self._accuracy else self._shown:
            shown.setEnabled(False)

    @Slot()
    def _on_all_tried(self) -> None:
        at = self.layer.currentIndex()
        self._sweeping.ask(sweep(self.changes, self._lever, at, self._model.datasets.chosen))

    @Slot(object)
    def _on_swept(self, found: Swept) -> None:
        if self._accuracy is None or self._later.is_wished:
            return  # what was found is of other changes than those of the moment
        text = self.tr("Accuracy (0 to 100 %) along “{0}”, {1} to {2}")
        ends = value_words(self._lever, 0), value_words(self._lever, PLACES)
        self.about.setText(fill(text, lever_words(self._lever), *ends))
        place = self.sliders[self._lever].value()
        known = dict(zip(found.places, found.accuracies, strict=True))
        known[place] = self._accuracy  # so that the point lies on the curve
        curve = np.array(sorted(known.items()), np.float32).T
        self._slow.stop()
        for shown in self._shown:
            shown.setEnabled(True)
        self.curve.show_point(curve, (place, self._accuracy), room=(0, 0, PLACES, 1))

    @Slot()
    def _on_keep(self) -> None:
        self.form.finish_typing()
        path = ask_where(self, self.tr("Save the model"), "changed.safetensors", self.tr("Models"))
        if path:
            pending = self._model.questions.ask(save(Path(path), self.changes), saves=True)
            pending.answered.connect(self._on_kept)
            pending.failed.connect(self.kept.setText)

    @Slot(object)
    def _on_kept(self, path: Path) -> None:
        self.kept.setText(fill(self.tr("Saved the changed copy as {0}"), path))
