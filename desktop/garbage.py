"""Lets Python look for garbage in the window's thread alone.

Python looks for it in whichever thread makes the object that is one too many: mostly the one that
hears the worker. What it finds may be a plot of a closed window, and Qt's objects have to go in the
thread that they live in: elsewhere they take the program with them.
"""

import gc

from PySide6.QtCore import QObject, QTimerEvent

_PERIOD_MS = 100


class GarbageCollector(QObject):
    """Collects, as long as its thread's event loop runs, what Python by itself no longer does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.startTimer(_PERIOD_MS)

    def timerEvent(self, _: QTimerEvent) -> None:
        collect_what_is_due()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has its turn, and all younger ones.

    Python would put off the oldest until there is a quarter more to look through. Here that is
    little: what a window stands on from the start is frozen.
    """
    turns = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [age for age, (count, threshold) in enumerate(turns) if 0 < threshold < count]
    if due:
        gc.collect(due[-1])
