"""The left side of the window: the pad, its tools, and the answer. How they are wired."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.answer.answer import AnswerCard
from desktop.answer.baseline import Baseline
from desktop.answer.heat import Heat
from desktop.answer.numbers import NumbersWindow
from desktop.app_model import AppModel
from desktop.shell.actions import Actions
from desktop.shell.preferences import Preferences
from desktop.sketch.canvas import Canvas
from desktop.sketch.document import SketchDocument
from desktop.sketch.files import SketchFiles
from desktop.sketch.keeping import SketchKeeper
from desktop.sketch.reader import SketchReader
from desktop.sketch.toolbar import Toolbar
from desktop.sketch.tools import Tool, Tools
from desktop.widgets.controls import Card, follow
from desktop.widgets.theme import GAP_PX
from desktop.widgets.throttle import Throttle
from desktop.worker.messages import Reading, Source
from desktop.worker.questions import Questions

NARROWEST_PX, WIDEST_PX = 384, 720  # the narrowest that shows every tool whole
PATIENCE_MS = 250
_SMALL_PX, _GROWTH_PX = 680, 110  # the panel's height, and how much more makes the 28x28 larger
_CELLS_PX = (5, 8)
_MEASURED_MS = 80  # between two distances to the means: numbers that nobody could read faster


class SketchPanel(QWidget):
    """Keeps the pad square, as large as the window's height allows.

    Signals: `kept(str)` the sketch is, or a sentence why it can't be.
    """

    kept = Signal(str)

    def __init__(
        self, questions: Questions, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.document = SketchDocument(self)
        self.tools = Tools(self)
        self.canvas = Canvas(self.document, self.tools)
        self.toolbar = Toolbar(self.tools)
        self.clear_button, self._clear = self.toolbar.clear, actions.clear
        self.reader = SketchReader(self.document, self)
        self.files = SketchFiles(self.document, questions, self)
        self.baseline = Baseline(questions, self)
        self.heat = Heat(questions, self)
        self.answer = AnswerCard()
        self.numbers = NumbersWindow(self)
        self._measuring = Throttle(self._measure, _MEASURED_MS, self)
        self._patience = QTimer(self)  # what comes at once needs no words
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._keeper: SketchKeeper | None = None
        self._build()
        self._connect_tools(actions)
        self._connect_menus(actions)
        self._connect_answer(actions)
        self._on_sketch_changed()

    def _build(self) -> None:
        pad = Card()
        inside = QVBoxLayout(pad)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.toolbar)
        inside.addWidget(self.canvas, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(pad, 1)
        layout.addWidget(self.answer)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(NARROWEST_PX)

    def _connect_tools(self, actions: Actions) -> None:
        bar, files = self.toolbar, self.files
        follow(bar.undo, actions.undo)
        follow(bar.redo, actions.redo)
        follow(bar.clear, actions.clear)
        follow(bar.open, actions.open_image)
        actions.undo.named.connect(bar.name_undo)
        actions.redo.named.connect(bar.name_redo)
        bar.digits.any_requested.connect(files.fetch_any)
        bar.digits.misread_requested.connect(files.fetch_misread)
        bar.digits.class_requested.connect(files.fetch)
        bar.digits.show_classes(tuple("0123456789"))
        self.canvas.dropped.connect(files.take)
        files.busy_changed.connect(self._on_busy_changed)
        self._patience.timeout.connect(lambda: self.canvas.tell(self.tr("One moment…")))
        self.document.changed.connect(self._on_sketch_changed)

    def _connect_menus(self, actions: Actions) -> None:
        document, files, stack = self.document, self.files, self.document.undo_stack
        actions.undo.triggered.connect(document.undo)
        actions.redo.triggered.connect(document.redo)
        actions.clear.triggered.connect(files.give_up)
        actions.clear.triggered.connect(document.clear)
        actions.open_image.triggered.connect(files.choose)
        actions.save_sketch.triggered.connect(files.save)
        actions.copy.triggered.connect(lambda: files.copy(self.reader.image))
        actions.paste.triggered.connect(files.paste)
        actions.numbers.triggered.connect(self.show_numbers)
        actions.guide.toggled.connect(self.canvas.show_guide)
        stack.undoTextChanged.connect(actions.undo.name)
        stack.redoTextChanged.connect(actions.redo.name)
        for action, changed in (
            (actions.undo, stack.canUndoChanged),
            (actions.redo, stack.canRedoChanged),
        ):
            changed.connect(action.setEnabled)
            action.setEnabled(False)

    def _connect_answer(self, actions: Actions) -> None:
        seen, heat = self.answer.seen, self.heat
        actions.why.toggled.connect(seen.why_button.setChecked)
        seen.why_button.toggled.connect(actions.why.setChecked)
        self.reader.image_changed.connect(self._on_image_changed)
        self.reader.answered.connect(self._on_answered)
        self.reader.fell_behind.connect(self.answer.expect)
        self.reader.starter_answered.connect(self.answer.show_starter)
        self.baseline.changed.connect(self._measuring.act_now)
        seen.why_button.toggled.connect(heat.want)
        seen.why_button.toggled.connect(self.reader.ask_again)
        heat.changed.connect(seen.show_heat)
        heat.changed.connect(self.numbers.show_heat)
        seen.view.opened.connect(self.show_numbers)
        seen.numbers_button.clicked.connect(self.show_numbers)

    def listen_to(self, model: AppModel) -> None:
        """Have the sketch read, again whenever the network has learned."""
        self.reader.question_asked.connect(model.link.answer)
        model.link.read.connect(self.reader.on_reading)
        model.link.starter_read.connect(self.reader.on_starter_reading)
        model.source_changed.connect(self.show_source)
        model.trainer.reported.connect(self.reader.refresh)
        model.trainer.run_ended.connect(self.reader.refresh)

    def restore(self, saved: Preferences) -> None:
        """Bring back the last window's tools and sketch."""
        self.canvas.show_guide(saved.guide_shown)
        saved.damage += self.keep_in(saved.sketch_file)
        for tool in Tool:
            self.tools.resize(saved.tool_step(tool), tool)

    def save(self, saved: Preferences) -> None:
        """Leave the tools and the sketch to the next window."""
        self.save_kept()
        for tool in Tool:
            saved.set_tool_step(tool, self.tools.step_of(tool))

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave; the sketch is kept of itself."""
        return (self.tools.changed,)

    def keep_in(self, path: Path) -> list[str]:
        """Bring back the sketch that is kept in a file, and keep it there from now on.

        Return a sentence where the file was damaged.
        """
        self._keeper = SketchKeeper(self.document, path, self)
        self._keeper.saved.connect(self.kept)
        return [self._keeper.damage] if self._keeper.damage else []

    def save_kept(self) -> None:
        """Write the sketch to its file now."""
        if self._keeper:
            self._keeper.save()

    @Slot(object)
    def show_source(self, source: Source) -> None:
        """Another model answers, or the same one has learned."""
        before = self.answer.source
        self.answer.show_source(source)
        self.toolbar.digits.show_classes(source.classes)
        self.canvas.invite(digits=source.reads_digits)
        is_known = before is not None and before.is_of_same(source)
        if source.moment and is_known:
            self.reader.ask_again()
        elif source.epoch == 0 or not is_known:
            self.baseline.refresh()
            self.reader.ask_again()
        else:
            self.reader.refresh()

    @Slot()
    def show_numbers(self) -> None:
        """Open the window with all the numbers; it stays above this one."""
        self.numbers.show()
        self.numbers.view.setFocus()

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self.canvas.tell("")
        self._on_sketch_changed()

    @Slot()
    def _on_sketch_changed(self) -> None:
        self._clear.setEnabled(not self.document.is_empty or self.files.are_awaited)

    @Slot(object)
    def _on_image_changed(self, image: NDArray[np.uint8] | None) -> None:
        self.answer.on_image_changed(image)
        self.numbers.show_image(image)
        if image is None:
            self._measuring.act_now()
            self.heat.forget()

    @Slot(object)
    def _on_answered(self, reading: Reading) -> None:
        self.answer.show_reading(reading)
        self._measuring.wish()  # with the answer, not before it: one repaint for both
        if reading.prediction and self.reader.image is not None:
            self.heat.show(self.reader.image, reading.prediction.label)

    @Slot()
    def _measure(self) -> None:
        known = self.baseline.means is not None
        self.answer.show_distances(self.baseline.distances(self.reader.image), known=known)

    def sizeHint(self) -> QSize:
        """Ask for as much width as makes the pad a square."""
        rest = self.toolbar.sizeHint().height() + self.answer.minimumSizeHint().height() + GAP_PX
        return QSize(max(NARROWEST_PX, min(WIDEST_PX, self.height() - rest)), 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            more = (event.size().height() - _SMALL_PX) // _GROWTH_PX
            cell_px = int(np.clip(_CELLS_PX[0] + more, *_CELLS_PX))
            self.answer.seen.view.set_cell_px(cell_px)
            self.answer.digits.set_scale(float(np.clip(event.size().height() / 560, 1, 1.6)))
            self.updateGeometry()
