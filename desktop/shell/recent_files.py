"""Files that were opened lately, as a menu. What opening one means is the window's business."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QMenu

from desktop.shell.preferences import Preferences
from desktop.shell.settings_store import not_gone
from desktop.widgets.plain_text import as_tip

MOST = 8  # lessons, models, images and sketches share them


class RecentFiles(QObject):
    """A few paths, newest first. Signals: `chosen(Path)` from the menu; `changed()`."""

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, nothing: str, parent: QObject) -> None:
        super().__init__(parent)
        self._nothing = nothing  # what the menu says while there is none
        self.paths: list[Path] = []

    def restore(self, saved: Preferences) -> None:
        """List what the last window listed."""
        self.paths = saved.recent_files

    def save(self, saved: Preferences) -> None:
        """Leave the list to the next window."""
        saved.recent_files = self.paths

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave."""
        return (self.changed,)

    @Slot(object)
    def add(self, path: Path) -> None:
        """Put a path first."""
        self.paths = list(dict.fromkeys([path.absolute(), *self.paths]))[:MOST]
        self.changed.emit()

    def fill(self, menu: QMenu) -> None:
        """Make the menu anew; files that are gone are left out, but may be there again tomorrow."""
        menu.clear()
        there = not_gone(self.paths)
        for path in there:
            action = menu.addAction(path.name)
            action.setToolTip(as_tip(str(path)))
            action.setData(path)
            action.triggered.connect(lambda _=False, path=path: self.chosen.emit(path))
        if not there:
            menu.addAction(self._nothing).setEnabled(False)
