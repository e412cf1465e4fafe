"""The commands of the Data menu that choose what to learn from, and the menu of recent ones."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.shell.actions import Actions
from desktop.worker.messages import Origin


class DatasetActions(QObject):
    """Choosing waits for the reader's run under way to end."""

    def __init__(self, actions: Actions, model: AppModel, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._datasets, self._trainer = model.datasets, model.trainer
        actions.sample.triggered.connect(lambda: self._datasets.choose("mnist_sample"))
        actions.all_digits.triggered.connect(lambda: self._datasets.choose("mnist"))
        actions.open_folder.triggered.connect(self.open_folder)
        actions.open_archive.triggered.connect(self.open_archive)
        model.trainer.state_changed.connect(self._offer)

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder of images, one folder a class."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of images"))
        if folder:
            self._datasets.choose(Path(folder))

    @Slot()
    def open_archive(self) -> None:
        """Ask for an archive of such a folder."""
        kinds = fill(self.tr("Archives ({0})"), "*.tgz *.tar.gz *.tar *.zip")
        caption = self.tr("Open an archive of images")
        file, _ = QFileDialog.getOpenFileName(self._window, caption, "", kinds)
        if file:
            self._datasets.choose(Path(file))

    def fill_recent(self, menu: QMenu) -> None:
        """Make the menu of recent datasets anew."""
        menu.clear()
        for path in self._datasets.recent:
            action = menu.addAction(str(path))
            action.triggered.connect(lambda _=False, path=path: self._datasets.choose(path))
            action.setEnabled(self._may_choose)
        menu.setEnabled(True)
        if not self._datasets.recent:
            menu.addAction(self.tr("No recent data")).setEnabled(False)

    @property
    def _may_choose(self) -> bool:
        return self._trainer.origin is not Origin.READER

    @Slot()
    def _offer(self) -> None:
        act = self._actions
        for action in (act.sample, act.all_digits, act.open_folder, act.open_archive):
            action.setEnabled(self._may_choose)
