"""The folder tree of a dataset; choosing a folder chooses its images."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.data.tree import Branch, Wanted
from desktop.i18n.numbers import whole

_WANTED = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FolderTree(QTreeWidget):
    """Shows `Branch`es with their counts. Signals: `wanted(Wanted)`, the folder that was chosen."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("folderTree")
        self.setAccessibleName(self.tr("Folders of the dataset"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._on_current_changed)

    def show_tree(self, tree: Branch) -> None:
        """Show another dataset's folders, all open, with nothing chosen."""
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItem(self._item(tree))
        self._dress(self.topLevelItem(0))
        self.expandAll()
        self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)

    def mark(self, wanted: Wanted) -> None:
        """Show which images were chosen elsewhere."""
        self.blockSignals(True)
        self.setCurrentIndex(QModelIndex())
        found = self._find(self.topLevelItem(0), wanted)
        if found:
            self.setCurrentItem(found)
        self.blockSignals(False)

    def _item(self, branch: Branch) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{branch.name}/", whole(branch.images)])
        item.setTextAlignment(1, _RIGHT)
        item.setData(0, _WANTED, branch.wanted)
        item.addChildren([self._item(child) for child in branch.children])
        return item

    def _dress(self, item: QTreeWidgetItem | None) -> None:
        """Give the counts the colour of the moment, the root's and all below it."""
        if item is None:
            return
        item.setForeground(1, self.palette().placeholderText())
        for place in range(item.childCount()):
            self._dress(item.child(place))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress(self.topLevelItem(0))
        super().changeEvent(event)

    def _find(self, item: QTreeWidgetItem | None, wanted: Wanted) -> QTreeWidgetItem | None:
        if item is None or item.data(0, _WANTED) == wanted:
            return item
        inside = (self._find(item.child(place), wanted) for place in range(item.childCount()))
        return next(filter(None, inside), None)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item:
            self.wanted.emit(item.data(0, _WANTED))
