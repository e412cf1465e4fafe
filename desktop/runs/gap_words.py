"""What lies between a run's two figures: its validation set's, and that of drawn digits."""

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.runs.run_list import Run
from engine.reports import reads_drawn

_ALIKE = 0.005  # closer figures tell no difference: there are some hundred drawn digits


class GapWords(Words):
    """Of a test set and the world."""


def gap_words(run: Run) -> str:
    """Return what the difference teaches; empty where no drawn digits were read after the epoch."""
    last, drawn = run.history.last_epoch, run.drawn_accuracy
    if last is None or drawn is None or not reads_drawn(last.epoch, last.epochs):
        return ""
    gap = last.valid_accuracy - drawn
    if gap < _ALIKE:
        return GapWords.tr(
            "Drawn digits are read about as well as the validation set, or better: what that test "
            "shows is true of them, too."
        )
    words = GapWords.tr(
        "Accuracy on drawn digits is {0:.1f} percentage points lower than on the validation set, "
        "which comes from the same source as the training set: a test says less about the world "
        "than it seems to."
    )
    return fill(words, gap * 100)
