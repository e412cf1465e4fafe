"""What makes the window a good guest: the first hint, help, About, and the language it speaks."""

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMainWindow

from desktop.i18n.numbers import fill
from desktop.shell import logs
from desktop.shell.about import AboutBox
from desktop.shell.actions import Actions
from desktop.shell.first_hint import FirstHint
from desktop.shell.keys import KeysWindow
from desktop.shell.preferences import Preferences
from desktop.sketch.sketch_panel import SketchPanel


class HelpMenu(QObject):
    """Answers the Help menu and the choice of a language.

    Signals: `told(str)` for people; `changed()`, another language or no hint any more.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(
        self, window: QMainWindow, actions: Actions, saved: Preferences, sketch: SketchPanel
    ) -> None:
        super().__init__(window)
        self._window = window
        self._saved = saved
        self._document = sketch.document
        self.hint = FirstHint(sketch.canvas)
        self.hint.setVisible(not saved.hint_followed)
        self.hint.followed.connect(self._on_hint_followed)
        sketch.document.changed.connect(self._on_sketch_changed)
        actions.about.triggered.connect(self._on_about)
        actions.keys.triggered.connect(self._on_keys)
        actions.log_folder.triggered.connect(self._on_log_folder)
        actions.languages[saved.language].setChecked(True)
        for action in actions.languages.values():
            action.triggered.connect(self._on_language_chosen)

    @Slot()
    def _on_sketch_changed(self) -> None:
        if not self._document.is_empty:
            self.hint.follow()

    @Slot()
    def _on_hint_followed(self) -> None:
        self._saved.hint_followed = True
        self.changed.emit()

    @Slot()
    def _on_about(self) -> None:
        AboutBox(self._window).open()

    @Slot()
    def _on_keys(self) -> None:
        KeysWindow(self._window.menuBar(), self._window).open()

    @Slot()
    def _on_log_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs.folder()))):
            self.told.emit(fill(self.tr("The log is in {0}"), logs.folder()))

    @Slot()
    def _on_language_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._saved.language = action.data()
        self.changed.emit()
        self.told.emit(self.tr("The new language takes effect when Inkgrad next starts"))
