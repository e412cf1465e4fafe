"""How much can it stand? Curves along a distortion, and the sketch distorted by a slider."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.app_model import AppModel
from desktop.evaluate.robustness.augmentation_runs import AugmentationRuns
from desktop.evaluate.robustness.changed_sketch import ChangedSketch
from desktop.evaluate.robustness.distortion_bar import DistortionBar
from desktop.evaluate.robustness.kept_curves import QUANTITIES, in_plot
from desktop.evaluate.robustness.measuring import Measuring
from desktop.evaluate.robustness.questions import SEED
from desktop.evaluate.robustness.share_plot import SharePlot
from desktop.evaluate.robustness.sketch_reading import SketchReading
from desktop.evaluate.robustness.subjects import Subject
from desktop.evaluate.robustness.words import (
    axis_words,
    curve_words,
    subject_words,
    varied_words,
)
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.i18n.wording import dataset_words
from desktop.plots.crosshair import Curves
from desktop.plots.curve_styles import CurveStyle, run_style
from desktop.plots.plot_files import PlotFiles
from desktop.sketch.reader import SketchReader
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.widgets.throttle import Throttle
from engine.analysis.distortions import DISTORTIONS, trained_range
from engine.presets import PRESETS

_DRAWN_MS = 100


class RobustnessPanel(QWidget):
    """What is measured is `measuring`'s, drawn here. Signals: `told(str)` and `failed(str)`."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, model: AppModel, reader: SketchReader) -> None:
        super().__init__()
        self.setObjectName("robustnessPanel")
        self._trainer = model.trainer
        self.measuring, self.pair = Measuring(model, self), AugmentationRuns(model, self)
        self.bar, self.sketch, self.varied = DistortionBar(), ChangedSketch(), small_line()
        self._invitation = self.tr("The share of distorted images that are read correctly")
        self.accuracy = SharePlot(self.tr("Accuracy, %"), self._invitation)
        self.confidence = SharePlot(
            self.tr("Confidence, %"), self.tr("How sure the answers are on average")
        )
        self.refused = SharePlot(
            self.tr("Not recognised, %"), self.tr("The share not recognised as any class")
        )
        tip = self.tr(
            "At 0 for networks that never learned to refuse: they recognise everything but bare "
            "paper"
        )
        self.refused.setToolTip(as_tip(tip))
        self.reading = SketchReading(
            *(model.questions, reader, self.measuring, self.bar, self.sketch, _style, self)
        )
        self._drawing = Throttle(self._draw, _DRAWN_MS, self)
        self._turns = QTimer(self, interval=0)  # one plot in a turn: a stroke is drawn in between
        self._turns.timeout.connect(self._on_turn)
        self._undrawn: list[tuple[SharePlot, str]] = []
        self.files = PlotFiles(self)
        self._build()
        self._connect()
        self._on_chosen()

    @property
    def plots(self) -> tuple[SharePlot, SharePlot, SharePlot]:
        """In the order of `QUANTITIES`."""
        return self.accuracy, self.confidence, self.refused

    def _build(self) -> None:
        self.accuracy.plot.setObjectName("robustnessPlot")
        self.varied.setObjectName("variedInTraining")
        self.accuracy.add_line(self.varied)
        plots = QGridLayout()
        plots.addWidget(self.accuracy, 0, 0, 1, 2)
        plots.addWidget(self.confidence, 1, 0)
        plots.addWidget(self.refused, 1, 1)
        plots.setRowStretch(0, 5)
        plots.setRowStretch(1, 4)
        columns, layout = QHBoxLayout(), QVBoxLayout(self)
        columns.addWidget(self.sketch)
        columns.addLayout(plots, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addLayout(columns, 1)
        for box in (plots, columns, layout):
            box.setSpacing(GAP_PX)

    def _connect(self) -> None:
        bar, measuring = self.bar, self.measuring
        bar.chosen.connect(self._on_chosen)
        bar.moved.connect(self._on_moved)
        bar.acted.connect(self._on_acted)
        bar.pair.clicked.connect(self.pair.begin)
        self.pair.advanced.connect(self._draw)
        self._trainer.state_changed.connect(self._offer_pair)
        measuring.subjects_changed.connect(self._draw_now)
        measuring.advanced.connect(self._on_advanced)
        self.reading.failed.connect(self.failed)
        self.files.told.connect(self.told)
        self.files.failed.connect(self.failed)
        for plot in self.plots:
            self.files.connect_plot(plot)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.measuring.go_on()
        self.reading.renew()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.measuring.rest()
        self.reading.rest()

    @Slot()
    def _on_chosen(self) -> None:
        name, record = self.bar.distortion, DISTORTIONS[self.bar.distortion]
        factor = in_plot(name)
        for plot in self.plots:
            plot.run_from(axis_words(name), record.low * factor, record.high * factor)
        self._on_moved()
        self.measuring.choose(name)
        self._draw_now()

    @Slot()
    def _on_moved(self) -> None:
        is_home = self.bar.amount == DISTORTIONS[self.bar.distortion].home
        place = None if is_home else self.bar.amount * in_plot(self.bar.distortion)
        for plot in self.plots:
            plot.mark.put(place)

    @Slot()
    def _on_acted(self) -> None:
        if self.measuring.is_under_way:
            self.measuring.stop()
        else:
            self.measuring.measure_again()

    @Slot()
    def _on_advanced(self) -> None:
        measuring = self.measuring
        if measuring.is_under_way:
            self.bar.show_progress(measuring.done, measuring.whole)
        else:
            self.bar.show_rest(stopped=measuring.is_stopped)
        self._drawing.wish()

    # The curves.

    def _draw(self) -> None:
        self.bar.about.setToolTip("")
        self.bar.about.setText(self._about())
        self.accuracy.show_empty(self.measuring.problem or self._invitation)
        self._show_training()
        self._undrawn = list(zip(self.plots, QUANTITIES, strict=True))
        self._turns.start()

    @Slot()
    def _draw_now(self) -> None:
        """Draw all at once: nothing of what was chosen before is seen beside it."""
        self._drawing.act_now()
        while self._undrawn:
            self._on_turn()

    @Slot()
    def _on_turn(self) -> None:
        if self._undrawn:
            self._draw_curves(*self._undrawn.pop(0))
        else:
            self._turns.stop()

    def _draw_curves(self, plot: SharePlot, quantity: str) -> None:
        kept, name, source = self.measuring.kept, self.bar.distortion, self.measuring.source
        curves: Curves = []
        told = []
        for subject in self.measuring.subjects:
            style = _style(subject)
            curves.append((style, kept.curve(subject.key, source, name, quantity)))
            said = curve_words(name, kept.points(subject.key, source, name), quantity)
            if said:
                told.append(f"{style.name}: {said}")
        plot.draw(curves)
        plot.describe("; ".join(told))

    def _show_training(self) -> None:
        kept, name, factor = self.measuring.kept, self.bar.distortion, in_plot(self.bar.distortion)
        known = [
            (subject_words(s), kept.augmentations.get(s.key) if s.marks_training else None)
            for s in self.measuring.subjects
        ]
        ranges = {trained_range(name, a) for _, a in known if a is not None} - {None}
        scaled = sorted((low * factor, high * factor) for low, high in filter(None, ranges))
        for plot in self.plots:
            plot.shade(scaled)
        words = varied_words(name, known)
        if len(known) == 1 and words:
            more = self.tr("Ticked runs are drawn, too.")
            words = f"{words} {more}"
        self.varied.setText(words)
        self.varied.setVisible(bool(words))
        self._offer_pair()

    @Slot()
    def _offer_pair(self) -> None:
        """Offer to train with and without augmentation, unless both are here to be compared."""
        kept = self.measuring.kept.augmentations
        found = [kept.get(s.key) for s in self.measuring.subjects if s.marks_training]
        is_shown = "off" in found and any(name not in (None, "off") for name in found)
        self.bar.pair.setVisible(not is_shown)
        self.bar.pair.setEnabled(self._trainer.is_free)

    def _about(self) -> str:
        measuring = self.measuring
        if preset := self.pair.preset:
            return fill(self.tr("Training with “{0}”…"), in_words(PRESETS[preset].name))
        if measuring.problem:
            return measuring.problem
        if measuring.source not in measuring.kept.images:
            return self.tr("Reading the validation images…") if measuring.is_under_way else ""
        images, of, dataset, _ = measuring.kept.images[measuring.source]
        tip = self.tr("{0:,} of the {1:,} validation images of {2}, drawn by seed {3}")
        self.bar.about.setToolTip(as_tip(fill(tip, images, of, dataset_words(dataset), SEED)))
        text = self.tr("{0:,} of {1:,} validation images, seed {2}")
        return fill(text, images, of, SEED)


def _style(subject: Subject) -> CurveStyle:
    return run_style(subject.look, subject_words(subject), dots=True)
