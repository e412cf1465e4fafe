"""The page "My digits": its cards, and what passes between them, the pad and the worker."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.answer.source_words import source_words
from desktop.app_model import AppModel
from desktop.drawings.comparison_card import ComparisonCard
from desktop.drawings.digits_card import DigitsCard
from desktop.drawings.keep_card import KeepCard
from desktop.drawings.library import Library
from desktop.drawings.questions import Answers, read_digits
from desktop.i18n.numbers import fill
from desktop.inspect.live import LiveQuestion
from desktop.sketch.sketch_panel import SketchPanel
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Kind
from desktop.worker.questions import Question
from desktop.worker.run_state import State
from engine.data.drawings import OwnDigit, own_folder
from engine.reports import Report


class OwnDigitsPage(QWidget):
    """Keeps what is drawn, and compares. Signals: `failed(str)`, `told(str)` sentences for people;
    `train_requested(str)` the name of the dataset to learn from; `stop_requested()`.
    """

    train_requested = Signal(str)
    stop_requested = Signal()
    failed = Signal(str)
    told = Signal(str)

    def __init__(self, model: AppModel, sketch: SketchPanel) -> None:
        super().__init__()
        self._model, self._sketch = model, sketch
        self.library = Library(model.questions, own_folder(), self)
        self.keeping, self.comparison = KeepCard(), ComparisonCard()
        self.digits = DigitsCard(self.library)
        self._starter: dict[Path, str] = {}  # how the starter reads a drawing never changes
        self._asked: tuple[Path, ...] = ()
        self._just_kept: OwnDigit | None = None  # of which nothing is said yet
        self._live = LiveQuestion(model.questions, self, self._question)
        self._build()
        self._connect()
        self.keeping.show_image(sketch.reader.image)
        self._on_state_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.library.read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the reader's own network answer on the other pages."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._model.give_back()

    @Slot()
    def keep(self) -> None:
        """Keep the sketch as the digit that is chosen."""
        self.keeping.keep()

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.keeping, 0, 0)
        layout.addWidget(self.comparison, 0, 1)
        layout.addWidget(self.digits, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)

    def _connect(self) -> None:
        trainer = self._model.trainer
        self._sketch.reader.image_changed.connect(self.keeping.show_image)
        self.keeping.keep_requested.connect(self._on_keep_requested)
        self.comparison.train_requested.connect(self.train_requested)
        self.comparison.stop_requested.connect(self.stop_requested)
        self.library.changed.connect(self._on_digits_changed)
        self.library.failed.connect(self.failed)
        self.digits.exported.connect(self._on_exported)
        self._live.answered.connect(self._on_answered)
        self._live.failed.connect(self.failed)
        self._model.source_changed.connect(self._live.refresh)
        trainer.reported.connect(self._on_reported)
        trainer.state_changed.connect(self._on_state_changed)

    def _question(self) -> Question | None:
        digits = self.library.kept_back
        if not digits:
            return None
        self._asked = tuple(digit.path for digit in digits)
        by_starter = any(path not in self._starter for path in self._asked)
        return read_digits(np.array([digit.image for digit in digits]), by_starter=by_starter)

    @Slot(object, str)
    def _on_keep_requested(self, image: NDArray[np.uint8], label: str) -> None:
        digit = self.library.keep(image, label)
        if digit:
            self._sketch.document.clear()
            self._sketch.canvas.setFocus()
            self._just_kept = digit
            self._tell_of_kept()

    def _tell_of_kept(self) -> None:
        """Say which of its class a drawing is, once all of them are known."""
        if self._just_kept and self.library.known:
            digit, self._just_kept = self._just_kept, None
            count = sum(other.label == digit.label for other in self.library.digits)
            self.keeping.show_kept(digit, count)

    @Slot()
    def _on_digits_changed(self) -> None:
        if not self.library.kept_back:
            self.comparison.show_answers((), None, None, "")
        self._live.refresh()
        self._tell_of_kept()
        self._on_state_changed()

    @Slot(object)
    def _on_answered(self, answers: Answers | None) -> None:
        if answers is None:
            return
        if answers.starter:
            self._starter |= dict(zip(self._asked, answers.starter, strict=True))
        shown = {d.path: d.label for d in self.library.kept_back if d.path in self._asked}
        present = dict(zip(self._asked, answers.present or (), strict=False))
        self.digits.show_answers(present)
        source = self._model.source
        trained = source is not None and source.kind is not Kind.STARTER and bool(present)
        self.comparison.show_answers(
            tuple(shown.values()),
            tuple(self._starter[path] for path in shown),
            tuple(present[path] for path in shown) if trained else None,
            source_words(source) if trained and source else "",
            source.classes if source else (),
        )

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        run = self._model.trainer.run
        if run and reports:
            last = reports[-1]
            step = getattr(last, "step", last.epoch * run.batches)
            self.comparison.show_progress(step / (run.batches * run.config.epochs))
        self._live.refresh()

    @Slot()
    def _on_state_changed(self) -> None:
        idle = self._model.trainer.state is State.IDLE
        if idle or self._model.trainer.state is State.LOADING:
            self.comparison.show_progress(None if idle else 0.0)
        learned = [digit.label for digit in self.library.digits if not digit.kept_back]
        enough = len(set(learned)) > 1 and any(d.label in learned for d in self.library.kept_back)
        self.comparison.allow(mixed=idle and bool(learned), alone=idle and enough)

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self.told.emit(fill(self.tr("Saved your digits as {0}"), path))
