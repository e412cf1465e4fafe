"""Shows which datasets there are to learn from, and which of them is chosen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.data.dataset_list import NAMED, DatasetList
from desktop.widgets.fields import Choice
from desktop.widgets.plain_text import as_tip

_FOLDER, _ARCHIVE = "open folder", "open archive"


class DatasetChoice(Choice):
    """A combo box over a list of datasets; its last two items ask for a folder or a file.

    Signals: `folder_requested()`, `archive_requested()`.
    """

    folder_requested = Signal()
    archive_requested = Signal()

    def __init__(self, datasets: DatasetList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("datasetCombo")
        self._datasets = datasets
        self._fill()
        self._on_chosen_changed()
        datasets.recent_changed.connect(self._fill)
        datasets.chosen_changed.connect(self._on_chosen_changed)
        self.activated.connect(self._on_activated)
        self.currentIndexChanged.connect(self._on_index_changed)

    @Slot()
    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        words = (
            self.tr("3s and 7s"),
            self.tr("All ten digits"),
            self.tr("My drawings"),
            self.tr("My drawings + MNIST"),
        )
        for name, shown in zip(NAMED, words, strict=True):
            self.addItem(shown, name)
        for path in self._datasets.recent:
            self.addItem(path.name, path)
            self.setItemData(self.count() - 1, as_tip(str(path)), Qt.ItemDataRole.ToolTipRole)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Open folder…"), _FOLDER)
        self.addItem(self.tr("Open archive…"), _ARCHIVE)
        self.setCurrentIndex(self.findData(self._datasets.chosen))
        self.blockSignals(False)

    @Slot()
    def _on_chosen_changed(self) -> None:
        self.setCurrentIndex(self.findData(self._datasets.chosen))

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        chosen = self.itemData(index)
        if chosen not in (_FOLDER, _ARCHIVE, None):
            self._datasets.choose(chosen)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        wish = self.itemData(index)
        if wish in (_FOLDER, _ARCHIVE):
            self._on_chosen_changed()  # the wish alone chooses nothing
            (self.folder_requested if wish == _FOLDER else self.archive_requested).emit()
