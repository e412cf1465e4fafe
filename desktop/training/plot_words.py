"""What the curves of a run show, in words: empty where there is nothing to see yet."""

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.runs.history import RunHistory


class PlotWords(Words):
    """Of the curves."""


def batch_words(history: RunHistory) -> str:
    """Return the newest batch's loss."""
    if not history.last_step or not len(history.smooth_loss):  # its curves are still to come
        return ""
    words = PlotWords.tr("Batch {0}, loss {1:.4f}, smoothed {2:.4f}")
    step, loss = history.last_step.step, history.last_step.loss
    return fill(words, step, loss, history.smooth_loss.y[-1])


def epoch_words(history: RunHistory) -> str:
    """Return the newest epoch's losses."""
    epoch = history.last_epoch
    if not epoch:
        return ""
    words = PlotWords.tr("Epoch {0}: training loss {1:.4f}, validation loss {2:.4f}")
    return fill(words, epoch.epoch, epoch.train_loss, epoch.valid_loss)


def accuracy_words(history: RunHistory) -> str:
    """Return the newest epoch's accuracy and the best one's."""
    epoch = history.last_epoch
    if not epoch or not len(history.accuracy):
        return ""
    words = PlotWords.tr("Epoch {0}: {1:.2f} % correct, {2:.2f} % at best")
    return fill(words, epoch.epoch, history.accuracy.y[-1], history.accuracy.y.max())
