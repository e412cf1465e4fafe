"""How the page "My digits" is wired to the window: made when first opened, trained as a preset."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.drawings.page import OwnDigitsPage
from desktop.drawings.pictures_window import PicturesWindow
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
        self._pictures: PicturesWindow | None = None
        self._page: OwnDigitsPage | None = None
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

    @Slot(object)
    def read_pictures(self, paths: list[Path]) -> None:
        """Read several pictures, and list their answers."""
        self.pictures.read(paths, self._model.source)

    @property
    def pictures(self) -> PicturesWindow:
        """The list of pictures; it is made when it is first wanted."""
        if self._pictures is None:
            self._pictures = PicturesWindow(self._model.questions, self._pages.window())
            self._pictures.chosen.connect(self._sketch.files.open)
            self._pictures.failed.connect(self._pages.failed)
            self._pictures.kept.connect(self._on_pictures_kept)
        return self._pictures

    @Slot()
    def _on_pictures_kept(self) -> None:
        if self._page:
            self._page.library.read()

    def _make(self) -> QWidget:
        page = self._page = OwnDigitsPage(self._model, self._sketch)
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
