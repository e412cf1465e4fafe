"""Shows which datasets there are to learn from, and which of them is chosen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.data.dataset_list import NAMED, DatasetList, place_of
from desktop.widgets.fields import Choice
from desktop.widgets.plain_text import as_tip

_FOLDER, _FILE = "open folder", "open file"


class DatasetChoice(Choice):
    """A combo box over a list of datasets; its last two items ask for a folder or a file.

    Signals: `folder_requested()`, `file_requested()`.
    """

    folder_requested = Signal()
    file_requested = Signal()

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
            self.tr("Pen strokes"),
            self.tr("MNIST + pens"),
            self.tr("My drawings"),
            self.tr("My drawings + MNIST"),
        )
        for name, shown in zip(NAMED, words, strict=True):
            self.addItem(shown, name)
        for name, shown in self._datasets.ready.items():
            self.addItem(shown, name)
        for path in self._datasets.recent:
            self.addItem(path.name, path)
            self.setItemData(self.count() - 1, as_tip(str(path)), Qt.ItemDataRole.ToolTipRole)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Open folder…"), _FOLDER)
        self.addItem(self.tr("Open file…"), _FILE)
        self.setCurrentIndex(self.index_of(place_of(self._datasets.chosen)))
        self.blockSignals(False)

    @Slot()
    def _on_chosen_changed(self) -> None:
        place = place_of(self._datasets.chosen)
        if self.index_of(place) < 0:  # a set that has been fetched since
            self._fill()
        self.setCurrentIndex(self.index_of(place))

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        chosen = self.itemData(index)
        if chosen not in (_FOLDER, _FILE, None):
            self._datasets.choose(chosen)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        wish = self.itemData(index)
        if wish in (_FOLDER, _FILE):
            self._on_chosen_changed()  # the wish alone chooses nothing
            (self.folder_requested if wish == _FOLDER else self.file_requested).emit()
