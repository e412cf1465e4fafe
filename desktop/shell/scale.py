"""How large everything is shown: Ctrl with +, - and 0, kept until the next start."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal, Slot

from desktop.i18n.numbers import fill
from desktop.shell.actions import Actions
from desktop.shell.preferences import Preferences
from desktop.widgets import qt_scale

STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)  # per cent
USUAL = 100


class Scale(QObject):
    """The one owner of the scale, in per cent of what the system would have.

    Signals: `changed()`; `told(str)`, a sentence for people.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._percent = round(100 * qt_scale.factor())
        self._own: int | None = None  # to go back to
        self._larger, self._smaller = actions.larger, actions.smaller
        actions.larger.triggered.connect(self._on_larger)
        actions.smaller.triggered.connect(self._on_smaller)
        actions.usual_size.triggered.connect(self._on_usual)
        self._offer()

    @property
    def percent(self) -> int:
        return self._percent

    @property
    def kept(self) -> int:
        """What the next window will have."""
        return self._percent if self._own is None else self._own

    def borrow(self, percent: int) -> None:
        """Show everything at so many per cent for a while; what is chosen then isn't kept."""
        self._own = self.kept
        self.show_at(percent)

    def give_back(self) -> None:
        """Show everything as it was before `borrow`."""
        own, self._own = self.kept, None
        self.show_at(own)

    def show_at(self, percent: int) -> bool:
        """Show everything at so many per cent; return False where that waits for a start."""
        self._percent = _within(percent)
        self._offer()
        at_once = self._percent == round(100 * qt_scale.factor())
        return at_once or qt_scale.change(self._percent / 100)

    @Slot()
    def _on_larger(self) -> None:
        self._choose(STEPS[bisect_right(STEPS, self._percent)])

    @Slot()
    def _on_smaller(self) -> None:
        self._choose(STEPS[bisect_left(STEPS, self._percent) - 1])

    @Slot()
    def _on_usual(self) -> None:
        self._choose(USUAL)

    def _choose(self, percent: int) -> None:
        if self.show_at(percent):
            self.told.emit(fill(self.tr("Shown at {0} %"), percent))
        else:
            words = self.tr("Everything will be shown at {0} % when Inkgrad next starts")
            self.told.emit(fill(words, percent))
        self.changed.emit()

    def _offer(self) -> None:
        """A command that would change nothing is grey."""
        self._larger.setEnabled(self._percent < STEPS[-1])
        self._smaller.setEnabled(self._percent > STEPS[0])


def kept_percent(saved: Preferences) -> int:
    """Return the scale that the last window left."""
    return _within(saved.scale)


def _within(percent: int) -> int:
    return min(max(percent, STEPS[0]), STEPS[-1])
