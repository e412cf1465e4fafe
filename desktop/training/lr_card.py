"""The learning-rate finder: its curve, and a click that takes what it suggests."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton

from desktop.i18n.numbers import fill
from desktop.plots.crosshair import Curves
from desktop.plots.curve_styles import DASHED, CurveStyle
from desktop.plots.plot_card import PlotCard
from desktop.plots.series import Series
from desktop.training.model_questions import search_lr
from desktop.widgets.controls import IconButton, caption
from desktop.widgets.theme import COOL, FRESH, curve_color
from desktop.worker.messages import DataSource
from desktop.worker.questions import Newest, Questions
from engine.config import TrainConfig

_TRIED = (-4.0, 2.0)  # the logarithms of lr_finder's LOWEST and HIGHEST; it needs torch itself


class LrCard(PlotCard):
    """Takes the place of the batches' loss while it is open.

    Signals: `taken(float)` the rate that was chosen; `closed()`; `failed(str)` and `told(str)`,
    sentences for people.
    """

    taken = Signal(float)
    closed = Signal()
    failed = Signal(str)
    told = Signal(str)

    def __init__(self, questions: Questions) -> None:
        super().__init__(
            self.tr("Learning-rate finder"),
            self.tr("learning rate"),
            "",
            log_x=True,
            x_range=_TRIED,
        )
        self.plot.setObjectName("lrPlot")
        self.suggestion: float | None = None
        self._dataset: DataSource | None = None  # of the last search
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self._on_ended)
        self._question.failed.connect(self._on_failed)
        self._style = CurveStyle(self.tr("loss"), COOL)
        self._suggested = CurveStyle(self.tr("suggestion"), FRESH, DASHED, dots=True)
        self._marker = pg.InfiniteLine(angle=90)
        self._marker.setVisible(False)
        self.plot.addItem(self._marker, ignoreBounds=True)
        self.reason = caption(
            self.tr(
                "The loss fell at no usable rate. Often this is because all initial "
                "weights are zero, or because accuracy is the loss: then there is no "
                "slope to follow."
            )
        )
        self.reason.setObjectName("noLrReason")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self.take_button = QPushButton()
        self.take_button.setObjectName("takeLrButton")
        self.take_button.setProperty("compact", True)
        self.close_button = IconButton("close", "", flat=True)
        self.close_button.setProperty("compact", True)
        self.close_button.setObjectName("closeLrButton")
        self._add_tools()
        self._dress_marker()

    @property
    def is_searching(self) -> bool:
        return self._question.is_awaited

    def search(self, dataset: DataSource, config: TrainConfig) -> None:
        """Try rates on a model of its own with these settings."""
        self.stop()
        self._dataset = dataset
        self.suggestion = None
        self._marker.setVisible(False)
        self.show_empty(self.tr("Getting the data and the model ready…"))
        self.draw([])
        self.show_everything()
        self.told.emit(self.tr("Looking for a learning rate…"))
        self._question.ask(search_lr(dataset, config))
        self._offer()

    def stop(self) -> None:
        """Search no further; what was found stays."""
        self._question.cancel()

    @Slot(object, int, int)
    def show_loading(self, source: DataSource, done: int, images: int) -> None:
        """Show how much of a dataset is read, where a search waits for it."""
        if self.is_searching and source == self._dataset:
            self.show_empty(fill(self.tr("Reading image {0:,} of {1:,}"), done, images))

    def _add_tools(self) -> None:
        self.take_button.setToolTip(
            self.tr("Set the rate at which the loss falls fast but is still steady")
        )
        self.close_button.setAccessibleName(self.tr("Close the learning-rate finder"))
        self.close_button.setToolTip(self.tr("Stop looking and go back to the curves"))
        self.tools.insertSpacing(2, 10)
        self.tools.insertWidget(3, self.take_button)
        self.tools.addWidget(self.close_button)
        self.add_line(self.reason)
        self.take_button.clicked.connect(self._on_taken)
        self.close_button.clicked.connect(self.close_finder)

    def _offer(self) -> None:
        """Say on the button, and beside it where there is none, what the search has come to."""
        found = None if self.is_searching else self.suggestion
        self.take_button.setEnabled(found is not None)
        self.reason.setVisible(found is None and not self.is_searching)
        if found is not None:
            self.take_button.setText(fill(self.tr("Use {0:.2g}"), found))
        elif self.is_searching:
            self.take_button.setText(self.tr("Looking…"))
        else:
            self.take_button.setText(self.tr("No rate found"))

    def _dress_marker(self) -> None:
        color = curve_color(FRESH, self.palette())
        self._marker.setPen(pg.mkPen(color, width=1, style=Qt.PenStyle.DashLine))

    @Slot(object)
    def _on_answered(self, found: Any) -> None:
        curve = Series()
        curve.append(np.log10(found.lrs), found.losses)
        self.suggestion = found.suggestion
        curves: Curves = [(self._style, curve)]
        if found.suggestion is not None:
            x, point = np.log10(found.suggestion), Series()
            point.append(x, np.interp(x, curve.x, curve.y))
            curves.append((self._suggested, point))
        self.draw(curves)

    @Slot()
    def _on_ended(self) -> None:
        if self.suggestion is None:
            found = self.reason.text()
        else:
            self._marker.setValue(np.log10(self.suggestion))
            self._marker.setVisible(True)
            found = fill(self.tr("The suggested learning rate is {0:.2g}"), self.suggestion)
        self.describe(found)
        self.told.emit(found)
        self._offer()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)
        self.told.emit(self.tr("The search for a learning rate has failed"))
        self.close_finder()

    @Slot()
    def _on_taken(self) -> None:
        assert self.suggestion is not None  # or the button couldn't be pressed
        self.taken.emit(float(f"{self.suggestion:.2g}"))
        self.close_finder()

    @Slot()
    def close_finder(self) -> None:
        """Stop looking, and make room for the curves."""
        if self.is_searching:
            self.told.emit(self.tr("The search for a learning rate was stopped"))
        self.stop()
        self.closed.emit()
