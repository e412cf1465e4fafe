"""The left side of the window: the pad, its few tools, and the answer."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.controls import Card, IconButton, title
from desktop.sketch.answer import AnswerCard
from desktop.sketch.canvas import Canvas
from desktop.sketch.document import SketchDocument
from desktop.sketch.reader import SketchReader
from desktop.theme import GAP_PX

NARROWEST_PX, WIDEST_PX = 380, 720


class SketchPanel(QWidget):
    """Keeps the pad square, as large as the window's height allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = SketchDocument(self)
        self.canvas = Canvas(self.document)
        self.reader = SketchReader(self.document, self)
        self.answer = AnswerCard()
        self.undo_button = IconButton("undo", "", flat=True)
        self.redo_button = IconButton("redo", "", flat=True)
        self.clear_button = IconButton("clear", self.tr("Clear"), flat=True)
        self.clear_button.setObjectName("clearButton")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.undo_button.setToolTip(self.tr("Take back the last stroke or clearing"))
        self.undo_button.setAccessibleName(self.tr("Undo"))
        self.redo_button.setToolTip(self.tr("Do again what was taken back"))
        self.redo_button.setAccessibleName(self.tr("Redo"))
        self.clear_button.setToolTip(self.tr("Wipe the pad; undo brings the sketch back"))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2)
        self.tools.addWidget(title(self.tr("Your sketch")))
        self.tools.addStretch()
        for button in (self.undo_button, self.redo_button, self.clear_button):
            self.tools.addWidget(button)
        self.tools.setContentsMargins(GAP_PX + 2, 5, 6, 5)
        pad = Card()
        inside = QVBoxLayout(pad)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(self.tools)
        inside.addWidget(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(pad, 1)
        layout.addWidget(self.answer)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(NARROWEST_PX)

    def _connect(self) -> None:
        stack = self.document.undo_stack
        self.undo_button.clicked.connect(self.document.undo)
        self.redo_button.clicked.connect(self.document.redo)
        self.clear_button.clicked.connect(self.document.clear)
        stack.canUndoChanged.connect(self.undo_button.setEnabled)
        stack.canRedoChanged.connect(self.redo_button.setEnabled)
        self.document.changed.connect(self._on_sketch_changed)
        self.reader.image_changed.connect(self.answer.on_image_changed)
        self.reader.answered.connect(self.answer.show_reading)
        self.undo_button.setEnabled(False)
        self.redo_button.setEnabled(False)
        self._on_sketch_changed()

    @Slot()
    def _on_sketch_changed(self) -> None:
        self.clear_button.setEnabled(not self.document.is_empty)

    def sizeHint(self) -> QSize:
        """Ask for as much width as makes the pad a square."""
        rest = self.tools.sizeHint().height() + self.answer.minimumSizeHint().height() + GAP_PX
        return QSize(max(NARROWEST_PX, min(WIDEST_PX, self.height() - rest)), 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.updateGeometry()
