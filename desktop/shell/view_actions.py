"""The commands of the View menu that change how the window looks."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from desktop.shell.actions import Actions
from desktop.shell.preferences import Preferences
from desktop.shell.scale import Scale
from desktop.widgets.theme import ThemeSwitch

_PLACED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class ViewActions(QObject):
    """Appearance, scale, full screen and the window's place; each comes back at the next start.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, actions: Actions, theme: ThemeSwitch, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions, self._theme, self._window = actions, theme, window
        self.scale = Scale(actions, self)
        self.scale.changed.connect(self.changed)
        actions.full_screen.triggered.connect(self._on_full_screen)
        for action in actions.schemes.values():
            action.triggered.connect(self._on_scheme_chosen)
        actions.guide.toggled.connect(self.changed)
        window.installEventFilter(self)

    def restore(self, saved: Preferences) -> None:
        """Bring back the last window's place and look."""
        self.scale.show_at(saved.scale)  # first: a place is told in its measure
        if saved.geometry:
            self._window.restoreGeometry(saved.geometry)
        self._actions.schemes[saved.color_scheme].setChecked(True)
        self._actions.guide.setChecked(saved.guide_shown)

    def save(self, saved: Preferences) -> None:
        """Leave place and look to the next window."""
        if not self._actions.presentation.isChecked():  # which isn't the window's own place
            saved.geometry = self._window.saveGeometry()
        saved.color_scheme = self._theme.chosen
        saved.scale = self.scale.kept
        saved.guide_shown = self._actions.guide.isChecked()

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave."""
        return (self.changed,)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:  # by the last session or the system too
            self._actions.full_screen.setChecked(self._window.isFullScreen())
        if event.type() in _PLACED:
            self.changed.emit()
        return False

    @Slot()
    def _on_scheme_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._theme.choose(action.data())
        self.changed.emit()

    @Slot(bool)
    def _on_full_screen(self, on: bool) -> None:
        full, state = Qt.WindowState.WindowFullScreen, self._window.windowState()
        self._window.setWindowState(state | full if on else state & ~full)  # maximized stays so
