"""The commands of the Data menu that choose what to learn from, and the menu of recent ones."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.shell.actions import Actions
from desktop.shell.kinds import DATA
from desktop.widgets.plain_text import as_tip
from desktop.worker.messages import Origin
from engine.data.ready_sets import READY_SETS


class DatasetActions(QObject):
    """Choosing waits for the reader's run under way to end."""

    def __init__(self, actions: Actions, model: AppModel, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._datasets, self._trainer = model.datasets, model.trainer
        self._fetching = model.fetching
        self._bundled = {
            "mnist_sample": actions.sample,
            "mnist": actions.all_digits,
            "pens": actions.pens,
            "mnist+pens": actions.mnist_and_pens,
        }
        for name, action in self._bundled.items():
            action.triggered.connect(partial(self.choose_bundled, name))
        actions.open_folder.triggered.connect(self.open_folder)
        actions.open_data_file.triggered.connect(self.open_file)
        for name, action in actions.ready_sets.items():
            action.triggered.connect(partial(self.choose_ready, name))
        model.fetching.fetched.connect(self._datasets.choose)
        model.checking.several_found.connect(self.ask_which)
        for problem in (model.fetching.failed, model.checking.refused):
            problem.connect(model.failed)
        model.trainer.state_changed.connect(self._offer)

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder that holds a dataset."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of images"))
        if folder:
            self._datasets.choose(Path(folder))

    @Slot()
    def open_file(self) -> None:
        """Ask for a file: an archive, a table, arrays."""
        kinds = ";;".join((fill(self.tr("Data ({0})"), DATA), self.tr("All files (*)")))
        caption = self.tr("Open a file of images with their classes")
        file, _ = QFileDialog.getOpenFileName(self._window, caption, "", kinds)
        if file:
            self._datasets.choose(Path(file))

    @Slot(object, object)
    def ask_which(self, place: Path, names: tuple[str, ...]) -> None:
        """Ask which of several datasets in a place is meant, and choose that one."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Several datasets"))
        question = self.tr("{0} contains several datasets. Choose one:")
        dialog.setLabelText(as_tip(fill(question, place.name)))
        dialog.setComboBoxItems(names)
        dialog.textValueSelected.connect(lambda name: self._datasets.choose(place / name))
        dialog.open()

    def choose_bundled(self, name: str, *_: bool) -> None:
        """Choose what comes with the program."""
        self._datasets.choose(name)

    def choose_ready(self, name: str, *_: bool) -> None:
        """Choose a set of a publisher's; where it isn't here, fetch it first."""
        if READY_SETS[name].missing:
            self._fetching.fetch(name)
        else:
            self._datasets.choose(name)

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
        opening = (act.open_folder, act.open_data_file)
        for action in (*self._bundled.values(), *opening, *act.ready_sets.values()):
            action.setEnabled(self._may_choose)
