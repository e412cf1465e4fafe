"""The page "My drawings": its cards, and what passes between them, the pad and the worker."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.answer.source_words import source_words
from desktop.app_model import AppModel
from desktop.drawings.comparison_card import ComparisonCard
from desktop.drawings.drawings_card import DrawingsCard
from desktop.drawings.keep_card import KeepCard
from desktop.drawings.library import Library
from desktop.drawings.questions import Answers, read_drawings
from desktop.i18n.numbers import fill
from desktop.inspect.live import LiveQuestion
from desktop.sketch.sketch_panel import SketchPanel
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Kind
from desktop.worker.questions import Question
from desktop.worker.run_state import State
from engine.data.bundled import DIGITS
from engine.data.drawings import KeptDrawing, own_folder
from engine.reports import Report


class DrawingsPage(QWidget):
    """Keeps what is drawn, and compares. Signals: `failed(str)`, `told(str)` sentences for people;
    `train_requested(bool)` on the drawings alone, or with other images; `stop_requested()`.
    """

    train_requested = Signal(bool)
    stop_requested = Signal()
    failed = Signal(str)
    told = Signal(str)

    def __init__(self, model: AppModel, sketch: SketchPanel) -> None:
        super().__init__()
        self._model, self._sketch = model, sketch
        self.library = Library(model.questions, own_folder(), self)
        self.keeping, self.comparison = KeepCard(), ComparisonCard()
        self.drawings = DrawingsCard(self.library)
        self._starter: dict[Path, str] = {}  # how the starter reads a drawing never changes
        self._asked: tuple[Path, ...] = ()
        self._just_kept: KeptDrawing | None = None  # of which nothing is said yet
        self._live = LiveQuestion(model.questions, self, self._question)
        self._build()
        self._connect()
        self.keeping.show_image(sketch.reader.image)
        self._on_dataset_chosen()
        self._on_state_changed()

    @property
    def others(self) -> str | Path:
        """Among which images the drawings can be learned: one's own that are chosen, or MNIST."""
        chosen = self._model.datasets.chosen
        return chosen if isinstance(chosen, Path) else "mnist"

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
        """Keep the sketch under the label that is chosen."""
        self.keeping.keep()

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.keeping, 0, 0)
        layout.addWidget(self.comparison, 0, 1)
        layout.addWidget(self.drawings, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)

    def _connect(self) -> None:
        trainer = self._model.trainer
        self._sketch.reader.image_changed.connect(self.keeping.show_image)
        self.keeping.keep_requested.connect(self._on_keep_requested)
        self.comparison.train_requested.connect(self.train_requested)
        self.comparison.stop_requested.connect(self.stop_requested)
        self.library.changed.connect(self._on_drawings_changed)
        self.library.failed.connect(self.failed)
        self.drawings.exported.connect(self._on_exported)
        self._live.answered.connect(self._on_answered)
        self._live.failed.connect(self.failed)
        self.keeping.done_typing.connect(self._sketch.canvas.setFocus)
        self._model.source_changed.connect(self._live.refresh)
        self._model.datasets.chosen_changed.connect(self._on_dataset_chosen)
        trainer.reported.connect(self._on_reported)
        trainer.state_changed.connect(self._on_state_changed)

    def _question(self) -> Question | None:
        drawings = self.library.kept_back
        if not drawings:
            return None
        self._asked = tuple(drawing.path for drawing in drawings)
        by_starter = any(d.label in DIGITS and d.path not in self._starter for d in drawings)
        return read_drawings(np.array([d.image for d in drawings]), by_starter=by_starter)

    @Slot(object, str)
    def _on_keep_requested(self, image: NDArray[np.uint8], label: str) -> None:
        drawing = self.library.keep(image, label)
        if drawing:
            self._go_on()
            self._sketch.canvas.setFocus()
            self._just_kept = drawing
            self._tell_of_kept()

    def _go_on(self) -> None:
        """Make room for the next drawing; of several digits, turn to another one."""
        reader, chosen = self._sketch.reader, self._sketch.reader.chosen
        if chosen and not chosen.strokes:  # of a picture, which can't be taken off in part
            reader.choose(reader.digits.index(chosen) + 1)
        else:
            self._sketch.document.take_off(chosen.strokes if chosen else ())
        if chosen:
            self.keeping.choose("")  # the others are no more of this class than of any

    def _tell_of_kept(self) -> None:
        """Say which of its class a drawing is, once all of them are known."""
        if self._just_kept and self.library.known:
            drawing, self._just_kept = self._just_kept, None
            count = sum(other.label == drawing.label for other in self.library.drawings)
            self.keeping.show_kept(drawing, count)

    @Slot()
    def _on_drawings_changed(self) -> None:
        self.keeping.offer(self.library.labels)
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
        self.drawings.show_answers(present)
        source = self._model.source
        trained = source is not None and source.kind is not Kind.STARTER and bool(present)
        self.comparison.show_answers(
            tuple(shown.values()),
            tuple(self._starter.get(p) if shown[p] in DIGITS else None for p in shown),
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
        learned = [drawing.label for drawing in self.library.drawings if not drawing.kept_back]
        enough = len(set(learned)) > 1 and any(d.label in learned for d in self.library.kept_back)
        self.comparison.allow(mixed=idle and bool(learned), alone=idle and enough)

    @Slot()
    def _on_dataset_chosen(self) -> None:
        others = self.others
        self.comparison.name_others(others.name if isinstance(others, Path) else "MNIST")

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self.told.emit(fill(self.tr("Saved your drawings as {0}"), path))
