"""One step of learning, traced for one weight: page after page, forward, back and after it."""

from PySide6.QtCore import QSignalBlocker, QSize, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.inspect.passing import BLANK
from desktop.inspect.step.busy_bar import BusyBar
from desktop.inspect.step.chooser import BATCH, SKETCH, Chooser
from desktop.inspect.step.names import Names
from desktop.inspect.step.pages import pages_of
from desktop.inspect.step.pictures import StepPictures
from desktop.inspect.step.questions import Subject, Taken, take_apart
from desktop.inspect.step.rows import Kind, Page
from desktop.inspect.step.rows_view import RowsView
from desktop.sketch.reader import SketchReader
from desktop.widgets.controls import close_row
from desktop.widgets.dialog import Dialog
from desktop.widgets.one_line import heading_line, small_line
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import GAP_PX
from desktop.worker.questions import Newest
from engine.analysis.traced import Choice

_SIZE = QSize(800, 540)
_LIST_PX = 190


class StepWindow(Dialog):
    """Walks through one step. Its numbers are of the moment at which they were asked for.

    They are asked for anew when the sketch, the choice or the network changes, and when a run
    stands still; not while it learns, or nobody could follow them.
    """

    def __init__(self, parent: QWidget, model: AppModel, reader: SketchReader) -> None:
        super().__init__(parent)
        self.setObjectName("stepWindow")
        self.setWindowTitle(self.tr("One step, traced"))
        self._model, self._reader = model, reader
        self._layers: tuple[str, ...] = ()
        self._network: object = None
        self._wanted: Kind | None = None  # the page to be opened at
        self.taken: Taken | None = None
        self.pages: tuple[Page, ...] = ()
        self.chooser, self.pictures = Chooser(), StepPictures()
        self.list, self.rows, self.bar = QListWidget(), RowsView(), BusyBar()
        self.heading, self.about = heading_line(""), Label()
        self.told, self.trouble = small_line(), Label()
        self.back, self.next = QPushButton(self.tr("Back")), QPushButton(self.tr("Next"))
        self._question = Newest(model.questions, self)
        self._describe()
        self._build()
        self._connect()

    def _describe(self) -> None:
        self.list.setObjectName("stepPages")
        self.list.setAccessibleName(self.tr("Pages of the walk"))
        self.list.setToolTip(as_tip(self.tr("The walk, page by page")))
        self.list.setFixedWidth(_LIST_PX)
        self.list.setSpacing(2)
        self.back.setObjectName("stepBack")
        self.next.setObjectName("stepNext")
        self.back.setShortcut(QKeySequence.StandardKey.Back)
        self.next.setShortcut(QKeySequence.StandardKey.Forward)
        tips = self.tr("The previous page ({0})"), self.tr("The next page ({0})")
        for button, tip in zip((self.back, self.next), tips, strict=True):
            keys = button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(as_tip(fill(tip, keys)))
        self.next.setDefault(True)
        self.about.setWordWrap(True)
        self.about.setProperty("muted", True)
        self.trouble.setWordWrap(True)
        self.trouble.hide()

    def _build(self) -> None:
        left, right, middle = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.pictures)
        for shown in (self.heading, self.about, self.trouble):
            right.addWidget(shown)
        right.addWidget(self.rows, 1)
        middle.setSpacing(GAP_PX)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.bar)
        foot.addWidget(close_row(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(self.chooser)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        self.resize(_SIZE)

    def _connect(self) -> None:
        self.chooser.changed.connect(self._ask)
        self.pictures.weight_chosen.connect(self.chooser.choose_input)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self._question.answered.connect(self._on_taken)
        self._question.failed.connect(self._on_failed)
        self._question.ended.connect(self.bar.end)
        self._reader.image_changed.connect(self._on_sketch_changed)
        self._model.source_changed.connect(self._on_network_changed)
        self._model.trainer.held.connect(self._on_network_changed)
        self._model.trainer.run_ended.connect(self._on_network_changed)

    def show_step(
        self,
        network: object,
        layers: tuple[str, ...],
        choice: Choice | None = None,
        kind: Kind | None = None,
    ) -> None:
        """Open the window for the network that answers, at a weight or a page of the walk.

        Where none is given, they stay as they were for the same network.
        """
        if (network, layers) != (self._network, self._layers):
            self._network, self._layers = network, layers
            self._clear()
            self.chooser.name_layers(layers)
            self.chooser.choice = Choice(0)
            self.chooser.subject.setCurrentIndex(BATCH if self._reader.image is None else SKETCH)
        self.chooser.choice = choice or self.chooser.choice
        self._wanted = kind
        self.come_forward()
        self.list.setFocus()
        self._ask()

    def _clear(self) -> None:
        """Leave no page of another network's walk."""
        self.pages = ()
        self.list.clear()
        for line in (self.heading, self.about, self.told):
            line.clear()
        self.rows.hide()
        self.trouble.hide()

    @property
    def is_asking(self) -> bool:
        """Whether the numbers of what is chosen are on their way."""
        return self._question.is_awaited

    def turn(self, pages: int) -> None:
        """Go so many pages on."""
        self.list.setCurrentRow(min(max(self.list.currentRow() + pages, 0), len(self.pages) - 1))

    def done(self, result: int) -> None:
        self._question.cancel()
        self.bar.end()
        super().done(result)

    @Slot()
    def _ask(self) -> None:
        if not self.isVisible():
            return
        image = BLANK if self._reader.image is None else self._reader.image
        subject = Subject(None if self.chooser.is_batch else image, self.chooser.chosen_label)
        self._question.ask(take_apart(subject, self.chooser.choice))
        self.bar.begin()

    @Slot()
    def _on_sketch_changed(self) -> None:
        self.chooser.chosen_label = None
        if self.taken and not self.taken.has_batch:
            self.chooser.subject.setCurrentIndex(SKETCH)
        if not self.chooser.is_batch:
            self._ask()

    @Slot()
    def _on_network_changed(self) -> None:
        self._ask()

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        self.taken = taken
        self.chooser.show_taken(taken)
        self.trouble.setVisible(taken.traced is None)
        self.rows.setVisible(taken.traced is not None)
        if taken.traced is None:
            text = self.tr(
                "The network that answers has no run in this window, so there is no batch: draw "
                "something."
            )
            self._on_failed(text)
            return
        traced = taken.traced
        self.pictures.show_traced(traced)
        self._show_pages(pages_of(Names(traced, taken.names, taken.classes)))

    def _about_taken(self) -> str:
        taken = self.taken
        if taken is None or not self.chooser.is_batch:
            return self.tr("Numbers are rounded for reading only.")
        text = fill(self.tr("Batch {0:,}, once more, with the weights after it."), taken.batch)
        as_they_lie = self.tr("The images are as they are in the dataset.")
        return f"{text} {as_they_lie}" if taken.is_augmented else text

    def _show_pages(self, pages: tuple[Page, ...]) -> None:
        """Show another walk; the same page stays open where there is one."""
        before, is_new = self.list.currentRow(), len(pages) != len(self.pages)
        kinds = [page.kind for page in pages]
        wanted = self._wanted or (self.pages[before].kind if self.pages and is_new else None)
        self.pages, self._wanted = pages, None
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([page.short for page in pages])
        row = max(before, 0)
        if wanted:  # a network of one layer has no way back through others
            row = kinds.index(wanted if wanted in kinds else Kind.SLOPES)
        self.list.setCurrentRow(row)
        self._on_row_changed(self.list.currentRow())

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if not 0 <= row < len(self.pages):
            return
        page = self.pages[row]
        count = fill(self.tr("Page {0} of {1}."), row + 1, len(self.pages))
        self.told.setText(f"{count} {self._about_taken()}")
        self.heading.setText(page.heading)
        self.about.setText(page.about)
        self.rows.show_page(page)
        self.back.setEnabled(row > 0)
        self.next.setEnabled(row < len(self.pages) - 1)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.bar.end()
        self.trouble.setText(sentence)
        self.trouble.show()
        self.rows.hide()
