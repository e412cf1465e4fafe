"""Lies over the whole window and shows a few of its parts, which go on living where they were.

The pages below stay as they are, and visible to Qt: what they show while they can be seen goes on.
"""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.controls import IconButton, title
from desktop.widgets.scroll_when_small import ScrollWhenSmall
from desktop.widgets.theme import GAP_PX

_LEAST = QSize(200, 160)  # of the figure


@dataclass(frozen=True)
class Borrowed:
    """A part of the window that is elsewhere for a while, and what keeps its place."""

    part: QWidget
    place: QWidget

    @classmethod
    def take(cls, part: QWidget) -> "Borrowed":
        """Put an empty widget where a part is."""
        borrowed = cls(part, QWidget())
        _exchange(part, borrowed.place)
        return borrowed

    def give_back(self, *, is_hidden: bool) -> None:
        """Put the part back, shown or hidden."""
        if self.part.parentWidget():
            _layout_of(self.part).removeWidget(self.part)
        _exchange(self.place, self.part)
        self.part.setVisible(not is_hidden)
        self.place.deleteLater()


def _exchange(old: QWidget, new: QWidget) -> None:
    """Put a widget where another one is; with `replaceWidget` PySide would keep its old item."""
    layout = _layout_of(old)
    at = layout.indexOf(old)
    if isinstance(layout, QBoxLayout):
        layout.insertWidget(at, new, layout.stretch(at))
    else:
        place = cast(tuple[int, int, int, int], layout.getItemPosition(at))
        layout.addWidget(new, *place)
    layout.removeWidget(old)


def _layout_of(widget: QWidget) -> QBoxLayout | QGridLayout:
    """Return the layout that a widget is in, maybe one in another."""
    around = widget.parentWidget()
    layout = around.layout() if around else None
    assert layout is not None
    layouts = (layout, *layout.findChildren(QLayout))
    found = next(each for each in layouts if each.indexOf(widget) >= 0)
    assert isinstance(found, QBoxLayout | QGridLayout)
    return found


class Stage(QWidget):
    """The pad with its answer to the left, a figure to the right, and over it what went wrong.

    Signals: `left()`, by Esc; `emptied()`, as the figure was hidden.
    """

    left = Signal()
    emptied = Signal()

    def __init__(self, window: QWidget, sketch: QWidget, banner: QWidget) -> None:
        super().__init__(window, Qt.WindowType.SubWindow)  # Tab stays in one of these
        self.setObjectName("stage")
        self.setAutoFillBackground(True)  # opaque: what lies below needn't be painted
        self.heading = title("")
        self.close_button = IconButton("close", "", flat=True)
        self.close_button.setAccessibleName(self.tr("Leave the presentation"))
        self.close_button.setToolTip(
            self.tr("Leave the presentation (Esc); Ctrl+1, Ctrl+2, … show another page's figure")
        )
        self.close_button.clicked.connect(self.left)
        self._sketch, self._banner = Borrowed.take(sketch), Borrowed.take(banner)
        self._figure: Borrowed | None = None
        self._area: ScrollWhenSmall | None = None
        self._build()
        self._follow_window()
        window.installEventFilter(self)

    def _build(self) -> None:
        columns, head = QHBoxLayout(self), QHBoxLayout()
        self._right = QVBoxLayout()
        for layout in (columns, head, self._right):
            layout.setSpacing(GAP_PX)
        columns.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self._right.addLayout(head)
        self._right.addWidget(self._banner.part)
        columns.addWidget(self._sketch.part)
        columns.addLayout(self._right, 1)

    def show_figure(self, figure: QWidget, heading: str) -> None:
        """Show this one, and put back the one before."""
        if self._figure and self._figure.part is figure:
            return
        self._give_figure_back()
        self._figure = Borrowed.take(figure)
        self._area = ScrollWhenSmall(figure)
        self._area.setMinimumSize(_LEAST)  # whatever the figure needs: the rest scrolls
        self._right.addWidget(self._area, 1)
        figure.show()
        figure.installEventFilter(self)
        self._area.show()  # now, or an answer that comes meanwhile is taken for unwanted
        self.heading.setText(heading)

    @property
    def least(self) -> QSize:
        """What all of it needs; a figure that is too high scrolls."""
        needed = self._sketch.part.minimumSizeHint()
        parts = [each.part for each in (self._figure, self._banner) if each]
        widths = [part.minimumSizeHint().width() for part in parts if not part.isHidden()]
        right = max(widths, default=0)
        return needed + QSize(right + 3 * GAP_PX, 2 * GAP_PX)

    def give_back(self) -> None:
        """Put everything back where it was."""
        self._give_figure_back()
        for borrowed in (self._sketch, self._banner):
            borrowed.give_back(is_hidden=borrowed.part.isHidden())

    def _give_figure_back(self) -> None:
        if self._figure is None or self._area is None:
            return
        self._figure.part.removeEventFilter(self)
        is_hidden = self._figure.part.isHidden()
        self._area.takeWidget()
        self._figure.give_back(is_hidden=is_hidden)
        self._right.removeWidget(self._area)
        self._area.hide()
        self._area.deleteLater()
        self._figure = self._area = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize:
                self._follow_window()
            elif isinstance(event, QKeyEvent) and _is_press_of_escape(event):
                self.left.emit()  # nobody else wanted it, wherever the focus is
                return True
        elif event.type() == QEvent.Type.HideToParent:
            self.emptied.emit()
        return False

    def _follow_window(self) -> None:
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())


def _is_press_of_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
