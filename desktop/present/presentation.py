"""The presentation: enters and leaves it, and follows the pages while it is on."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.present.figures import figure_of
from desktop.present.stage import Stage
from desktop.shell.actions import Actions
from desktop.shell.pages import Pages
from desktop.shell.scale import STEPS, Scale
from desktop.sketch.sketch_panel import SketchPanel
from desktop.widgets import qt_scale


class Presentation(QObject):
    """Pad, answer and the open page's figure on the whole screen; drawing and training go on."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        sketch: SketchPanel,
        pages: Pages,
        scale: Scale,
        banner: QWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._sketch, self._pages, self._scale = window, sketch, pages, scale
        self._banner = banner
        self._action = actions.presentation
        self._before = window.windowState()
        self.stage: Stage | None = None
        self._action.toggled.connect(self._on_toggled)
        pages.opened.connect(self._show_figure)
        for turned in (actions.next_question, actions.last_question):
            turned.triggered.connect(self._choose_anew)

    @Slot()
    def leave(self) -> None:
        """Put everything back, if it is on."""
        self._action.setChecked(False)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if on:
            self._begin()
        elif self.stage:
            self._end(self.stage)

    def _begin(self) -> None:
        window = self._window
        self.stage = Stage(window, self._sketch, self._banner)
        self.stage.left.connect(self.leave)
        self.stage.emptied.connect(self._choose_anew)
        self._show_figure()
        self._before = window.windowState()
        window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        self.stage.show()
        self.stage.raise_()

    def _end(self, stage: Stage) -> None:
        self.stage = None
        stage.give_back()
        stage.hide()
        stage.deleteLater()
        self._scale.give_back()
        self._window.setWindowState(self._before)
        self._sketch.canvas.setFocus()

    def _largest(self, stage: Stage) -> int:
        """Return the largest scale at which all of it fits, and none below the reader's own."""
        least = stage.least
        screen = self._window.screen().size() * qt_scale.factor()
        room = min(screen.width() / least.width(), screen.height() / least.height())
        return max(self._scale.kept, *(step for step in STEPS if step <= 100 * room), STEPS[0])

    @Slot()
    def _show_figure(self) -> None:
        if self.stage:
            name = self._pages.current
            self.stage.show_figure(figure_of(self._pages.open(name)), self._pages.title(name))
            self._scale.borrow(self._largest(self.stage))
            self._sketch.canvas.setFocus()  # and not what lies below, where Esc wouldn't leave

    @Slot()
    def _choose_anew(self) -> None:
        """Show what takes the figure's place in a moment."""
        QTimer.singleShot(0, self, self._show_figure)
