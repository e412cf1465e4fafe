"""How the page "My drawings" is wired to the window: when it is made, and how it trains."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.drawings.page import DrawingsPage
from desktop.drawings.pictures_window import PicturesWindow
from desktop.i18n.numbers import fill
from desktop.shell.actions import Actions
from desktop.shell.pages import Pages
from desktop.sketch.sketch_panel import SketchPanel
from desktop.training.presets import PERSONAL
from desktop.worker.messages import Origin, RunRequest
from engine.data.loading import OWN
from engine.presets import PRESETS, learning_from

NAME = "own"


class DrawingsPages(QObject):
    """Makes "My drawings" when it is first opened, and trains on what is kept there."""

    def __init__(
        self, pages: Pages, model: AppModel, sketch: SketchPanel, actions: Actions
    ) -> None:
        super().__init__(pages)
        self._pages, self._model, self._sketch = pages, model, sketch
        self._pictures: PicturesWindow | None = None
        self._page: DrawingsPage | None = None
        actions.keep.triggered.connect(self.keep)
        pages.add(
            NAME,
            self.tr("My drawings"),
            self.tr("Keep what you draw, and teach a network to read it"),
            self._make,
        )

    @Slot()
    def keep(self) -> None:
        """Keep the sketch; the first time, open the page to ask what it is."""
        page = self._pages.open(NAME)
        assert isinstance(page, DrawingsPage)
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
        page = self._page = DrawingsPage(self._model, self._sketch)
        page.train_requested.connect(self._on_train_requested)
        page.stop_requested.connect(self._model.trainer.stop)
        page.failed.connect(self._pages.failed)
        page.told.connect(self._pages.told)
        return page

    @Slot(bool)
    def _on_train_requested(self, alone: bool) -> None:
        """Train with settings of its own; the reader's stay as they are."""
        page, mine = self._page, self._model.checked_settings()
        if page is None or mine is None or not self._model.trainer.is_free:
            return
        others = page.others
        dataset, name = OWN, self.tr("My drawings")
        config = learning_from(len(page.library.drawings))
        if not alone:
            dataset, config = f"{OWN}+{others}", PRESETS["ten_digits"].config
            shown = others.name if isinstance(others, Path) else "MNIST"
            name = fill(self.tr("My drawings + {0}"), shown)
        personal = {name: getattr(mine, name) for name in PERSONAL}
        request = RunRequest(
            dataset, replace(config, **personal), origin=Origin.DRAWINGS, name=name
        )
        self._model.lend()
        self._model.trainer.start(request)
