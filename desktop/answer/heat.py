"""What in the 28x28 mattered for the answer: asks the worker for the map, and paints it.

How it is measured lives in `engine.analysis.saliency`.
"""

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QPalette

from desktop.answer.questions import find_map
from desktop.i18n.numbers import style
from desktop.widgets.theme import BLUE, DARK, LIGHT, ORANGE, SKY, VERMILLION, curve_color, rgb
from desktop.widgets.throttle import Throttle
from desktop.worker.questions import Newest, Questions

EVERY_MS = 100  # a map takes hundreds of readings
FOR, AGAINST = (VERMILLION, ORANGE), (BLUE, SKY)  # on light, on dark

HeatMap = NDArray[np.float32]


class Heat(QObject):
    """Keeps the map of the newest answer while it is wanted, ten questions a second at most.

    Signals: `changed(float32 (28, 28) | None)`, positive for the answer and negative against it.
    """

    changed = Signal(object)

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self._on_ended)
        self._question.failed.connect(self._on_ended)  # that model has no gradient
        self._next: tuple[NDArray[np.uint8], str] | None = None
        self._found = False
        self._asking = Throttle(self._ask, EVERY_MS, self)
        self.wanted = False

    @Slot(bool)
    def want(self, wanted: bool) -> None:
        """Begin to keep the map, or end it."""
        self.wanted = wanted
        if not wanted:
            self.forget()

    def show(self, image: NDArray[np.uint8], label: str) -> None:
        """Ask what in an image uint8 (28, 28) made it `label`, if maps are wanted."""
        if not self.wanted:
            return
        self._next = (image, label)
        self._asking.wish()

    def forget(self) -> None:
        """Show no map: the pad is empty, or nobody wants one."""
        self._next = None
        self._question.cancel()
        self.changed.emit(None)

    def _ask(self) -> None:
        if self._next is None or self._question.is_awaited:
            return
        question = partial(find_map, *self._next)
        self._next, self._found = None, False
        self._question.ask(question)

    @Slot(object)
    def _on_answered(self, value: HeatMap | None) -> None:
        if value is not None and self.wanted:
            self._found = True
            self.changed.emit(value)

    @Slot()
    def _on_ended(self) -> None:
        if not self._found:
            self.changed.emit(None)  # pixel similarity answers: there is nothing to be shown
        self._asking.wish()


def blend(picture: NDArray[np.uint8], heat: HeatMap, *, dark: bool) -> NDArray[np.uint8]:
    """Lay a map over uint8 (28, 28, 3): the more a pixel mattered, the more it has a colour.

    The pixels themselves fade, so that a strong colour is never mistaken for strong ink.
    """
    most = float(np.abs(heat).max())
    share = np.sqrt(np.abs(heat) / most)[..., None] if most else np.zeros((28, 28, 1))
    ends = [rgb(QColor(pair[dark])) for pair in (AGAINST, FOR)]
    color = np.where((heat > 0)[..., None], ends[1], ends[0])
    paper = rgb(QColor((DARK if dark else LIGHT).card))
    faded = paper + (picture - paper) * 0.45
    mixed: NDArray[np.uint8] = np.rint(faded + (color - faded) * share * 0.9).astype(np.uint8)
    return mixed


def words(heat: HeatMap, row: int, column: int) -> str:
    """Return how a pixel spoke: "+0.31" for the answer, "-0.02" against it, in log-odds."""
    value = round(float(heat[row, column]), 2)
    return style().write(value, "+.2f") if value else "0"


def key(palette: QPalette) -> tuple[str, str]:
    """Return a square in the colour of what speaks for the answer, and one of against, as HTML."""
    speaks, against = (curve_color(pair, palette).name() for pair in (FOR, AGAINST))
    return f'<span style="color:{speaks}">■</span>', f'<span style="color:{against}">■</span>'
