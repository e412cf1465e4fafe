"""The pages on which a model and its data are studied, and how they are wired to the window.

Each is imported when it is first opened, so that the window doesn't wait for it.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.shell.actions import Actions
from desktop.shell.pages import Pages
from desktop.sketch.content import Content, Picture
from desktop.sketch.sketch_panel import SketchPanel


class StudyPages(QObject):
    """Makes "Look inside", "Evaluate" and "Data" when they are first opened.

    Signals: `question_wished(int)`, to go back to the lesson from where one looked inside.
    """

    question_wished = Signal(int)

    def __init__(
        self, pages: Pages, model: AppModel, sketch: SketchPanel, actions: Actions
    ) -> None:
        super().__init__(pages)
        self._pages, self._model, self._sketch = pages, model, sketch
        actions.save_data.triggered.connect(self.save_data)
        pages.add(
            "inside",
            self.tr("Look inside"),
            self.tr("Weights, gradients and what each layer makes of the sketch"),
            self._make_inside,
        )
        pages.add(
            "evaluate",
            self.tr("Evaluate"),
            self.tr("What the model gets wrong, how sure it is, and where the sketch lies"),
            self._make_evaluate,
        )
        pages.add(
            "data",
            self.tr("Data"),
            self.tr("The training and validation images, by class and split"),
            self._make_data,
        )

    @Slot()
    def save_data(self) -> None:
        """Open the page "Data" and ask where to save what it shows."""
        from desktop.data.page import DataPage

        page = self._pages.open("data")
        assert isinstance(page, DataPage)
        page.saving.offer()

    @Slot(str, int)
    def look_inside(self, place: str, question: int) -> None:
        """Open the page "Look inside" at a place of a question's lesson."""
        from desktop.inspect.page import InsidePage

        page = self._pages.open("inside")
        assert isinstance(page, InsidePage)
        page.show_place(place, question)

    def _make_inside(self) -> QWidget:
        from desktop.inspect.page import InsidePage

        page = InsidePage(self._model, self._sketch.reader, self._sketch.baseline)
        page.question_wished.connect(self.question_wished)
        return page

    def _make_evaluate(self) -> QWidget:
        from desktop.evaluate.page import EvaluatePage

        page = EvaluatePage(self._model, self._sketch.reader)
        page.image_chosen.connect(self._on_image_chosen)
        page.failed.connect(self._pages.failed)
        page.told.connect(self._pages.told)
        return page

    def _make_data(self) -> QWidget:
        from desktop.data.page import DataPage

        page = DataPage(self._model)
        page.image_chosen.connect(self._on_image_chosen)
        page.failed.connect(self._pages.failed)
        page.told.connect(self._pages.told)
        return page

    @Slot(object, str)
    def _on_image_chosen(self, image: NDArray[np.uint8], caption: str) -> None:
        self._sketch.document.put(Content(picture=Picture(image, caption=caption)))
