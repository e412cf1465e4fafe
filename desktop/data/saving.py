"""Saves the dataset that is shown as folders of PNGs, with its progress and a way to stop it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.data.questions import Written, save_data
from desktop.worker.questions import Newest, Questions


class Saving(QWidget):
    """A button that becomes a progress bar with Cancel while it works.

    Signals: `saved(str)`, where; `failed(str)` a sentence for people.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_written)
        self._question.ended.connect(self._on_ended)
        self._question.failed.connect(self._on_failed)
        self._source: str | Path | None = None
        self._folder = Path()
        self._waits = False  # for the dataset: the folder is chosen already
        self.button = QPushButton(self.tr("&Save as folders…"))
        self.button.setObjectName("saveAsFolders")
        self.button.setToolTip(
            self.tr("Save every image as a PNG, in train/<class> and valid/<class> as in the book")
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Images saved"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("compact", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        self.button.clicked.connect(self.choose)
        self.cancel.clicked.connect(self._on_cancelled)
        self._show_busy(False)
        self.show_source(None)

    def show_source(self, source: str | Path | None) -> None:
        """Offer to save the dataset that was read from here; None while it is still being read."""
        self._source = source
        self.button.setEnabled(source is not None)
        if source and self._waits:
            self.save(self._folder)

    @Slot()
    def choose(self) -> None:
        """Ask for a new or an empty folder, and save."""
        if self._question.is_awaited:
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a new or empty folder"))
        if folder:
            self.save(Path(folder))

    def save(self, folder: Path) -> None:
        """Write the dataset that is shown to a folder, as soon as it is read."""
        if self._question.is_awaited:
            return
        self._folder, self._waits = folder, self._source is None
        if self._source is None:
            return
        self._show_busy(True)
        self._question.ask(save_data(self._source, folder))

    def _show_busy(self, busy: bool) -> None:
        self.button.setVisible(not busy)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.bar.setValue(0)

    @Slot(object)
    def _on_written(self, written: Written) -> None:
        self.bar.setRange(0, written.images)
        self.bar.setValue(written.done)

    @Slot()
    def _on_cancelled(self) -> None:
        self._question.cancel()
        self._show_busy(False)

    @Slot()
    def _on_ended(self) -> None:
        self._show_busy(False)
        self.saved.emit(str(self._folder))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._show_busy(False)
        self.failed.emit(sentence)
