"""Saves the dataset that is shown in a form of choice, with its progress and a way to stop it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.data.questions import Written, save_data
from desktop.widgets.controls import MenuButton
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.save_file import whole_name
from desktop.worker.messages import DataSource
from desktop.worker.questions import Newest, Questions


class Saving(QWidget):
    """A button with a menu of forms, which becomes a progress bar with Cancel while it works.

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
        self._source: DataSource | None = None
        self._target, self._form = Path(), "folders"
        self._waits = False  # for the dataset: the place is chosen already
        self.button = MenuButton(self.tr("&Save dataset as"))
        self.button.setObjectName("saveDataset")
        self.button.setToolTip(
            self.tr("Save all images with their classes, in a format that Inkgrad can read")
        )
        self.menu = QMenu(self)
        for form, words in self._forms().items():
            self.menu.addAction(words).triggered.connect(partial(self.choose, form))
        self.bar = ProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Images saved"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("compact", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        self.button.setMenu(self.menu)
        self.cancel.clicked.connect(self._on_cancelled)
        self._show_busy(False)
        self.show_source(None)

    def show_source(self, source: DataSource | None) -> None:
        """Offer to save the dataset that was read from here; None while it is still being read."""
        self._source = source
        self.button.setEnabled(source is not None)
        if source and self._waits:
            self.save(self._target, self._form)

    @Slot()
    def offer(self) -> None:
        """Open the menu of forms."""
        if not self._question.is_awaited:
            self.menu.popup(self.button.mapToGlobal(self.button.rect().topLeft()))

    def choose(self, form: str, *_: bool) -> None:
        """Ask for a place, and save: a file for NumPy, a new or an empty folder for all others."""
        if form == "npz":
            caption, kinds = self.tr("Save dataset for NumPy"), "NumPy (*.npz)"
            chosen = QFileDialog.getSaveFileName(self, caption, "dataset.npz", kinds)[0]
            path = whole_name(self, chosen, ".npz") if chosen else None
        else:
            caption = self.tr("Choose a new or empty folder")
            chosen = QFileDialog.getExistingDirectory(self, caption)
            path = Path(chosen) if chosen else None
        if path:
            self.save(path, form)

    def save(self, target: Path, form: str = "folders") -> None:
        """Write the dataset that is shown to a place, as soon as it is read."""
        if self._question.is_awaited:
            return
        self._target, self._form, self._waits = target, form, self._source is None
        if self._source is None:
            return
        self._show_busy(True)
        self._question.ask(save_data(self._source, target, form), saves=True)

    def _forms(self) -> dict[str, str]:
        return {
            "folders": self.tr("&Folders of PNGs, as in the book…"),
            "npz": self.tr("&NumPy: a .npz file…"),
            "csv": self.tr("&CSV: train.csv and test.csv…"),
            "idx": self.tr("&IDX: four files, like MNIST's…"),
        }

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
        self.saved.emit(str(self._target))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._show_busy(False)
        self.failed.emit(sentence)
