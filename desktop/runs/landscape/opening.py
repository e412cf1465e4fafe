"""Where a landscape is asked for: the menus, of the window and of the table of runs."""

from PySide6.QtCore import QObject, Slot

from desktop.app_model import AppModel
from desktop.runs.card import RunsCard
from desktop.runs.landscape.window import LandscapeWindow
from desktop.shell.actions import Actions


class Landscapes(QObject):
    """Opens the window for the selected run, or else for the newest."""

    def __init__(self, model: AppModel, actions: Actions, card: RunsCard) -> None:
        super().__init__(card)
        self.window: LandscapeWindow | None = None
        self._model, self._card, self._action = model, card, actions.landscape
        actions.landscape.triggered.connect(self.open)
        card.menu.landscape.triggered.connect(self.open)
        model.runs_changed.connect(self._offer)
        self._offer()

    @Slot()
    def open(self) -> None:
        """Show the landscape."""
        selected = self._card.selected()
        run = selected[0] if len(selected) == 1 else self._model.runs.newest
        if run is None:
            return
        if self.window is None:
            self.window = LandscapeWindow(self._card, self._model)
            self._card.shown_changed.connect(self.window.look_again)
        self.window.show_run(run)

    @Slot()
    def _offer(self) -> None:
        self._action.setEnabled(self._model.runs.newest is not None)
