"""The answer to the sketch: the digit large, how sure, which model says so, and what it saw."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.answer.answer_words import NOTHING, bars_explained, read_as, verdict
from desktop.answer.bars import ClassBars
from desktop.answer.baseline import Distances
from desktop.answer.digits_row import DigitsRow
from desktop.answer.limits import limits
from desktop.answer.seen import SeenPane
from desktop.answer.source_words import source_words
from desktop.i18n.numbers import fill
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.one_line import OneLine, small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX, scaled_font
from desktop.worker.messages import Kind, Reading, Source
from engine.inference.prediction import Prediction

_SIZES = ((2, 3.6), (4, 2.4), (7, 1.7), (10, 1.2))  # letters at most, times the usual letter
_LABEL_PX = 90
_GAP_PX = 6
PATIENCE_MS = 10_000  # until the network of an answer of earlier is there
LATE_MS = 300  # an answer that takes longer is said to be under way


class AnswerCard(Card):
    """Shows the 28x28, the top answer, the bars and the model's name; empty until a stroke."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = SeenPane()
        self.model_view = self.seen.view
        self.bars = ClassBars()
        self.digits = DigitsRow()
        self._label = ""
        self.digit = title(NOTHING)
        self.digit.setObjectName("predictionLabel")
        largest = QFontMetrics(scaled_font(self, _SIZES[0][1], bold=True))
        self.digit.setMinimumHeight(largest.height())  # a smaller name moves nothing
        self.digit.setAccessibleName(self.tr("Answer"))
        self.verdict = OneLine()
        self.verdict.setFont(scaled_font(self.verdict, 1.0, bold=True))
        self.verdict.setObjectName("verdictLabel")
        self.model_name = small_line(self.tr("Loading the network…"))
        self.model_name.setObjectName("modelName")
        self.similarity = small_line()
        self.similarity.setObjectName("similarityLabel")
        self.limits = caption("")
        self.limits.setObjectName("limitsLabel")
        self.limits.setFixedHeight(2 * self.limits.fontMetrics().lineSpacing())
        self.limits.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._answer = self._hint = ""
        self._starter: Prediction | None = None  # its opinion, where the answerer knows few digits
        self.source: Source | None = None
        self._held = False  # an answer of earlier, until its own network answers
        self._passed_over: Reading | None = None
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._give_up)
        self._late = QTimer(self, interval=LATE_MS, singleShot=True)
        self._late.timeout.connect(self._on_late)
        self._classes: tuple[str, ...] = tuple("0123456789")
        self.bars.setToolTip(as_tip(bars_explained()))
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        self.limits.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for label in (self.verdict, self.model_name, self.similarity):
            words.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(GAP_PX)
        top.addWidget(self.digit)
        top.addLayout(words, 1)
        layout = QGridLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX - 2, GAP_PX - 4, GAP_PX)
        layout.setHorizontalSpacing(GAP_PX + 4)
        layout.setVerticalSpacing(_GAP_PX)
        layout.addWidget(self.digits, 0, 0, 1, 2)
        layout.addWidget(self.seen, 1, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top, 1, 1)
        layout.addWidget(self.bars, 2, 1)
        layout.addWidget(self.limits, 3, 1)
        layout.setRowStretch(2, 1)
        layout.setColumnStretch(1, 1)

    def hold(self, reading: Reading) -> None:
        """Show an answer of earlier until its own network gives it again.

        The starter network, which answers first, is passed over where another one is to.
        """
        self.show_reading(reading)
        self._held = reading.source is not None and reading.source.kind is not Kind.STARTER
        if self._held:
            self._patience.start()

    @Slot(object)
    def show_source(self, source: Source) -> None:
        """Name the model that answers from now on."""
        if self._is_passed_over(source):
            return
        is_other = self.source is None or not self.source.is_of_same(source)
        self.source = source
        if is_other:
            self.expect()
        self._name_model(source)
        self._tell_limits()
        if source.classes != self._classes:
            self._classes = source.classes
            self.show_nothing()

    @Slot(object)
    def show_reading(self, reading: Reading) -> None:
        """Show the worker's answer, in words where the model is not sure."""
        if reading.prediction is None or reading.source is None:
            return
        self._late.stop()
        if self._is_passed_over(reading.source, reading):
            return
        prediction = reading.prediction
        self._classes = prediction.classes
        self._show_label(read_as(prediction))
        self.digit.setEnabled(prediction.sure and not reading.source.diverged)
        self.verdict.setText(verdict(prediction, reading.source))
        self.source = reading.source
        self._name_model(reading.source)
        self._answer = prediction.label if prediction.known else ""
        self._tell_limits()
        self.bars.setEnabled(True)
        self.bars.show_prediction(prediction)

    @Slot(object)
    def show_starter(self, prediction: Prediction) -> None:
        """Show what the starter network makes of the same sketch, where that is something else."""
        self._starter = prediction
        self._tell_limits()

    def show_hint(self, words: str) -> None:
        """Say how what is on the pad could be read, in place of what the model can't know."""
        if words != self._hint:
            self._hint = words
            self._tell_limits()

    def show_distances(self, distances: Distances | None, *, known: bool) -> None:
        """Show what pixel similarity says of the same sketch; `known`: whether it has its means."""
        self.bars.show_distances(distances, has_columns=known)
        if distances is None:
            self.similarity.setText(self.tr("pixel similarity: –") if known else "")
            return
        by_l1, by_rmse = distances.nearest
        self.similarity.setText(
            fill(self.tr("pixel similarity: {0}"), by_l1)
            if by_l1 == by_rmse
            else fill(self.tr("pixel similarity: {0} or {1}"), by_l1, by_rmse)
        )

    def show_nothing(self) -> None:
        """Show that the pad is empty."""
        self._late.stop()
        self.bars.setEnabled(True)
        self._show_label(NOTHING)
        self.digit.setEnabled(False)
        self.verdict.setText(self.tr("Nothing drawn yet"))
        self._answer, self._hint, self._starter = "", "", None
        self._tell_limits()
        self.bars.show_classes(self._classes)

    @Slot(object)
    def on_image_changed(self, image: NDArray[np.uint8] | None) -> None:
        """Show the model's view; without ink there is no answer either."""
        self.seen.show_image(image)
        if self._held:
            self._give_up()
        if image is None:
            self.show_nothing()
        self.expect()

    @Slot()
    def expect(self) -> None:
        """Wait for the answer to what is on the pad by now."""
        reads = self.source is not None and self.source.kind is not Kind.SIMILARITY
        if reads and self.seen.view.image is not None and not self._late.isActive():
            self._late.start()

    @Slot()
    def _on_late(self) -> None:
        """Grey an answer of earlier: no one is to take it for that of the pixels beside it."""
        self.verdict.setText(self.tr("Being read…"))
        self.digit.setEnabled(False)
        self.bars.setEnabled(False)
        self.digits.show_late()

    def _is_passed_over(self, source: Source, reading: Reading | None = None) -> bool:
        """Whether an answer of earlier stands, which ends with the first of another network."""
        if not self._held:
            return False
        self._passed_over = reading or Reading(0, None, source)
        if source.kind is not Kind.STARTER:
            self._let_go()
        return self._held

    def _let_go(self) -> None:
        self._held, self._passed_over = False, None
        self._patience.stop()

    @Slot()
    def _give_up(self) -> None:
        """Show what the starter network says: the other one can't be had."""
        passed = self._passed_over
        self._let_go()
        if passed and passed.source:
            self.show_source(passed.source)
            self.show_reading(passed)

    def _show_label(self, label: str) -> None:
        """Show a digit large, and the name of another class as large as there is room for."""
        if label == self._label:
            return
        self._label = label
        size = next((size for most, size in _SIZES if len(label) <= most), _SIZES[-1][1])
        self.digit.setFont(scaled_font(self, size, bold=True))
        room = QFontMetrics(self.digit.font())
        self.digit.setText(room.elidedText(label, Qt.TextElideMode.ElideRight, _LABEL_PX))
        self.digit.setToolTip(as_tip(label if self.digit.text() != label else ""))

    def _name_model(self, source: Source) -> None:
        self.model_name.setText(source_words(source))

    def _tell_limits(self) -> None:
        """Say what the model can tell apart, where that isn't all that can be drawn."""
        words = self._hint
        if self.source and not words:
            words = limits(self.source, self._answer, self._starter)
        if words != self.limits.text():
            self.limits.setText(words)
            self.limits.setToolTip(as_tip(words))  # nor may many digits
        # Nothing moves, above all not the pad under a pen: few classes leave room for two lines.
        if words:
            self.bars.lend(self.limits.height() + _GAP_PX)
        self.limits.setVisible(bool(words))
        if not words:
            self.bars.lend(0)
