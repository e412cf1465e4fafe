"""How the page "My digits" is wired to the window: made when first opened, trained as a preset."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.drawings.page import OwnDigitsPage
from desktop.shell.pages import Pages
from desktop.sketch.sketch_panel import SketchPanel
from desktop.training.page import TrainingPage
from desktop.worker.controller import TrainingController

NAME = "own"
_PRESETS = {"my_digits": "recommended", "my_digits+mnist": "ten_digits"}


class OwnDigitsPages(QObject):
    """Makes "My digits" when it is first opened, and trains on what is kept there."""

    def __init__(
        self,
        pages: Pages,
        controller: TrainingController,
        sketch: SketchPanel,
        training: TrainingPage,
    ) -> None:
        super().__init__(pages)
        self._pages, self._controller = pages, controller
        self._sketch, self._training = sketch, training
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
        page = OwnDigitsPage(self._controller, self._sketch)
        page.train_requested.connect(self._on_train_requested)
        page.stop_requested.connect(self._training.stop)
        page.failed.connect(self._pages.failed)
        page.told.connect(self._pages.told)
        return page

    @Slot(str)
    def _on_train_requested(self, dataset: str) -> None:
        settings = self._training.panel.settings
        settings.preset.setCurrentIndex(settings.preset.findData(_PRESETS[dataset]))
        settings.preset.activated.emit(settings.preset.currentIndex())
        settings.dataset.choose(dataset)  # in place of the one that the preset brings
        self._training.train()
