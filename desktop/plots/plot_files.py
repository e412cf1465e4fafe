"""Saving a plot as its menu asks: as a picture, a drawing or a table."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.plots.numbers_csv import curves_csv
from desktop.plots.plot_card import PlotCard
from desktop.plots.saving import ask_where, png_of, svg_of
from desktop.widgets.save_file import saved, write


class PlotFiles(QObject):
    """Signals: `failed(str)` and `told(str)`, sentences for people."""

    failed = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent

    def connect_plot(self, card: PlotCard) -> None:
        """Answer a plot's wishes to be saved."""
        images, drawings, tables = self.tr("Images"), self.tr("Drawings"), self.tr("Tables")
        for wish, suffix, kind, make in (
            (card.menu.picture_requested, ".png", images, png_of),
            (card.menu.drawing_requested, ".svg", drawings, svg_of),
            (card.menu.numbers_requested, ".csv", tables, _csv_of),
        ):
            wish.connect(partial(self._save, card, suffix, kind, make))

    def _save(
        self, card: PlotCard, suffix: str, kind: str, make: Callable[[PlotCard], bytes]
    ) -> None:
        path = ask_where(self._window, card.heading, card.heading + suffix, kind)
        if not path:
            return
        if problem := write(path, make(card)):
            self.failed.emit(problem)
            self.told.emit(self.tr("Nothing was saved"))
        else:
            self.told.emit(saved(path))


def _csv_of(card: PlotCard) -> bytes:
    curves = [(style.name, points) for style, points in card.curves]
    return curves_csv(card.x_name, curves, log_x=card.log_x)
