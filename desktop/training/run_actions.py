"""The commands of the Train menu: what they do, and when they are offered."""

from PySide6.QtCore import QObject, Slot

from desktop.app_model import AppModel
from desktop.shell.actions import Actions
from desktop.worker.run_state import Event


class RunActions(QObject):
    """Offers what makes sense in the state of the moment; buttons follow the commands."""

    def __init__(self, actions: Actions, model: AppModel, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._trainer = actions, model.trainer
        actions.train.triggered.connect(model.train)
        actions.pause.triggered.connect(model.pause)
        actions.step.triggered.connect(model.step)
        actions.epoch.triggered.connect(model.step_epoch)
        actions.stop.triggered.connect(model.trainer.stop)
        model.trainer.state_changed.connect(self._offer)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        act, allows, is_free = self._actions, self._trainer.allows, self._trainer.is_free
        act.train.setEnabled(allows(Event.START))
        act.pause.setEnabled(allows(Event.PAUSE) or allows(Event.RESUME))
        act.step.setEnabled(allows(Event.STEP))
        act.epoch.setEnabled(allows(Event.EPOCH))
        act.stop.setEnabled(allows(Event.STOP))
        for action in (act.find_lr, act.open_model, act.use_starter):
            action.setEnabled(is_free)
