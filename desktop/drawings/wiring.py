"""How the page "My digits" is wired to the window: made when first opened, trained as a preset."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.drawings.page import OwnDigitsPage
from desktop.shell.actions import Actions
from desktop.shell.pages import Pages
from desktop.sketch.sketch_panel import SketchPanel
from desktop.training.presets import PERSONAL
from desktop.worker.messages import Origin, RunRequest
from engine.presets import PRESETS

NAME = "own"
_PRESETS = {"my_digits": "recommended", "my_digits+mnist": "ten_digits"}


class OwnDigitsPages(QObject):
    """Makes "My digits" when it is first opened, and trains on what is kept there."""

    def __init__(
        self, pages: Pages, model: AppModel, sketch: SketchPanel, actions: Actions
    ) -> None:
        super().__init__(pages)
        self._pages, self._model, self._sketch = pages, model, sketch
        actions.keep.triggered.connect(self.keep)
        pages.add(
            NAME,
            self.tr("My digits"),
            self.tr("Your own drawings, to teach a network your handwriting"),
            self._make,
        )

    @Slot()
    def keep(self) -> None:
        """Keep the sketch; the first time, open the page to ask which digit it is."""
        page = self._pages.open(NAME)
        assert isinstance(page, OwnDigitsPage)
        page.keep()

    def _make(self) -> QWidget:
        page = OwnDigitsPage(self._model, self._sketch)
        page.train_requested.connect(self._on_train_requested)
        page.stop_requested.connect(self._model.trainer.stop)
        page.failed.connect(self._pages.failed)
        page.told.connect(self._pages.told)
        return page

    @Slot(str)
    def _on_train_requested(self, dataset: str) -> None:
        """Train with settings of its own; the reader's stay as they are."""
        if not self._model.trainer.is_free:
            return
        mine = self._model.checked_settings()
        if mine is None:
            return
        personal = {name: getattr(mine, name) for name in PERSONAL}
        config = replace(PRESETS[_PRESETS[dataset]].config, **personal)
        names = {"my_digits": self.tr("My digits"), "my_digits+mnist": self.tr("My digits + MNIST")}
        request = RunRequest(dataset, config, origin=Origin.DRAWINGS, name=names[dataset])
        self._model.lend()
        self._model.trainer.start(request)
