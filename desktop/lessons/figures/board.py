"""The figures of one experiment, one below the other; widgets stay while their kinds do."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.lessons.figures.code import CodeView
from desktop.lessons.figures.graph import GraphView
from desktop.lessons.figures.pictures import PicturesView
from desktop.lessons.figures.pile import PileView
from desktop.lessons.figures.plot import PlotView
from desktop.lessons.figures.table import TableView
from desktop.lessons.figures.words import OutcomeView, TextView
from desktop.widgets.theme import GAP_PX
from engine.lessons.figures import (
    Code,
    Controls,
    Figure,
    Graph,
    Outcome,
    Picture,
    Pictures,
    Pile,
    Plot,
    Table,
    Text,
)

_VIEWS: dict[type, type[QWidget]] = {
    Text: TextView,
    Picture: PicturesView,
    Pictures: PicturesView,
    Pile: PileView,
    Plot: PlotView,
    Table: TableView,
    Code: CodeView,
    Graph: GraphView,
    Outcome: OutcomeView,
}


class _View(Protocol):
    def show_figure(self, figure: object) -> None: ...


class FigureBoard(QWidget):
    """`figures` are those shown now; between them stand the `controls` of a part, by its name.
    `code` is what is code in their sentences and tables.

    Signals: `dragged(str, float)`, a slider and where to.
    """

    dragged = Signal(str, float)

    def __init__(self, code: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._code = code
        self.figures: tuple[Figure, ...] = ()
        self.controls: Mapping[str, QWidget] = {}
        self.views: list[QWidget] = []
        self._count = 0  # of what is shown
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_PX)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these in the old ones' place. More may follow: what stands below them waits."""
        self.figures = tuple(each for each in figures if not isinstance(each, Controls))
        for place, figure in enumerate(figures):
            if place < len(self.views) and not self._fits(self.views[place], figure):
                self._cut(place)
            if place == len(self.views):
                self._append(figure)
            if not isinstance(figure, Controls):
                view: _View = self.views[place]  # type: ignore[assignment]
                view.show_figure(figure)
        self._count = len(figures)

    def settle(self) -> None:
        """No more figures follow: take away what stands below the last."""
        self._cut(self._count)

    def _fits(self, view: QWidget, figure: Figure) -> bool:
        """Tell whether a view can show a figure."""
        if isinstance(figure, Controls):
            return view is self.controls[figure.part]
        return type(view) is _VIEWS[type(figure)]

    def _append(self, figure: Figure) -> None:
        if isinstance(figure, Controls):
            view = self.controls[figure.part]
            view.show()
        else:
            kind = _VIEWS[type(figure)]
            is_told = isinstance(figure, Outcome | Text | Table | Code)
            view = kind(code=self._code) if is_told else kind()  # type: ignore[call-arg]
        if isinstance(view, PlotView | PicturesView | PileView):
            view.dragged.connect(self.dragged)
        if isinstance(view, PlotView):
            view.fitted.connect(self._align)
        self.views.append(view)
        self._layout.addWidget(view)

    @Slot()
    def _align(self) -> None:
        """Let the axes of all plots begin at the same place: they are read one below the other."""
        plots = [view for view in self.views if isinstance(view, PlotView)]
        widest = max((plot.text_px for plot in plots), default=0.0)
        for plot in plots:
            plot.be_flush(widest)

    def _cut(self, place: int) -> None:
        for view in self.views[place:]:
            self._layout.removeWidget(view)
            view.hide()
            if view not in self.controls.values():  # these keep what is set
                view.deleteLater()
        del self.views[place:]
        self._align()  # one that is gone may have had the widest numbers
