"""A field for a label: any can be typed, and those in use are listed."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.widgets.fields import Choice, leave_drops
from engine.data.class_names import LONGEST


class LabelField(Choice):
    """A choice to type in. It completes nothing, or an "A" would become the "Apple" in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes it
        self.edit.setMaxLength(LONGEST)
        leave_drops(self.edit)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)  # which has the focus

    @property
    def edit(self) -> QLineEdit:
        """Where a label is typed."""
        edit = self.lineEdit()
        assert edit is not None
        return edit

    @property
    def label(self) -> str:
        """What stands there; empty before anything does."""
        return self.edit.text().strip()

    def offer(self, labels: Sequence[str]) -> None:
        """List labels; what stands there stays."""
        if list(labels) == [self.itemText(place) for place in range(self.count())]:
            return
        typed = self.edit.text()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(labels)
            self.setCurrentIndex(labels.index(typed) if typed in labels else -1)
            self.setEditText(typed)
