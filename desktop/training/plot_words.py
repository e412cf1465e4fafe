"""What the curves of a run show, in words: empty where there is nothing to see yet."""

from collections.abc import Sequence

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.runs.run_list import Run


class PlotWords(Words):
    """Of the curves."""


def exploded_words(batch: int) -> str:
    """Say after which batch the loss exploded, or was no number."""
    return fill(PlotWords.tr("exploded after batch {0:,}"), batch)


def batch_words(run: Run) -> str:
    """Return the newest batch's loss, and that it exploded then."""
    history = run.history
    if not history.last_step or not len(history.smooth_loss):  # its curves are still to come
        return ""
    words = PlotWords.tr("Batch {0}, loss {1:.4f}, smoothed {2:.4f}")
    step, loss = history.last_step.step, history.last_step.loss
    told = fill(words, step, loss, history.smooth_loss.y[-1])
    return f"{told}, {exploded_words(step)}" if run.diverged else told


def epoch_words(run: Run) -> str:
    """Return the newest epoch's losses."""
    epoch = run.history.last_epoch
    if not epoch:
        return ""
    words = PlotWords.tr("Epoch {0}: training loss {1:.4f}, validation loss {2:.4f}")
    return fill(words, epoch.epoch, epoch.train_loss, epoch.valid_loss)


def accuracy_words(run: Run) -> str:
    """Return the newest epoch's accuracy and the best one's."""
    history, epoch = run.history, run.history.last_epoch
    if not epoch or not len(history.accuracy):
        return ""
    words = PlotWords.tr("Epoch {0}: {1:.2f} % correct, {2:.2f} % at best")
    return fill(words, epoch.epoch, history.accuracy.y[-1], history.accuracy.y.max())


def twins(shown: Sequence[Run], lone: Run | None) -> list[str]:
    """Return what each of the three plots shows, run by run where there are several."""
    told = []
    for words in (batch_words, epoch_words, accuracy_words):
        if len(shown) > 1:
            said = [(run.name, words(run)) for run in shown]
            told.append("; ".join(f"{name}: {each}" for name, each in said if each))
        else:
            told.append(words(lone) if lone else "")
    return told
