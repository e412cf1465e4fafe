"""Chooses what to learn from: a bundled set, one's own drawings, a folder or an archive."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.widgets.controls import Choice

MOST_RECENT = 5
_FOLDER, _ARCHIVE = "open folder", "open archive"


class DatasetChoice(Choice):
    """A combo box of datasets; its last two items ask for a folder or a file.

    Signals: `recent_changed()` when a dataset of one's own was added.
    """

    recent_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("datasetCombo")
        self.recent: list[Path] = []  # newest first
        self._fill()
        self._chosen = 0
        self.activated.connect(self._on_activated)
        self.currentIndexChanged.connect(self._on_index_changed)

    def dataset(self) -> str | Path:
        """Return the name of a bundled dataset or of one's drawings, or where another stands."""
        chosen: str | Path = self.itemData(self._chosen)
        return chosen

    def choose(self, dataset: str | Path) -> None:
        """Choose a bundled dataset by name or any other by its place, and remember that one."""
        if isinstance(dataset, Path):
            self.remember([dataset, *self.recent])
            self.recent_changed.emit()
        self.setCurrentIndex(max(0, self.findData(dataset)))

    def remember(self, recent: list[Path]) -> None:
        """List these datasets of one's own, newest first."""
        self.recent = list(dict.fromkeys(recent))[:MOST_RECENT]
        chosen = self.dataset()
        self._fill()
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def forget(self, dataset: str | Path) -> None:
        """Take a dataset that can't be used off the list, and go back to the first."""
        if dataset in self.recent:
            self.remember([path for path in self.recent if path != dataset])
            self.recent_changed.emit()

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder of images, one folder a class."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("A folder of images"))
        if folder:
            self.choose(Path(folder))

    @Slot()
    def open_archive(self) -> None:
        """Ask for an archive of such a folder."""
        kinds = self.tr("Archives ({0})").format("*.tgz *.tar.gz *.tar *.zip")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("An archive of images"), "", kinds)
        if file:
            self.choose(Path(file))

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        self.addItem(self.tr("3s and 7s"), "mnist_sample")
        self.addItem(self.tr("All ten digits"), "mnist")
        self.addItem(self.tr("My digits"), "my_digits")
        self.addItem(self.tr("My digits + MNIST"), "my_digits+mnist")
        for path in self.recent:
            self.addItem(path.name, path)
            self.setItemData(self.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Open a folder…"), _FOLDER)
        self.addItem(self.tr("Open an archive…"), _ARCHIVE)
        self._chosen = 0
        self.blockSignals(False)

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        if self.itemData(index) not in (_FOLDER, _ARCHIVE, None):
            self._chosen = index

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        wish = self.itemData(index)
        if wish in (_FOLDER, _ARCHIVE):
            self.setCurrentIndex(self._chosen)
            (self.open_folder if wish == _FOLDER else self.open_archive)()
