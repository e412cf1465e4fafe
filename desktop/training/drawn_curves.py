"""Which curves are drawn: those of a lone run in the chapter's own terms, or one of each run."""

from collections.abc import Sequence

import numpy as np

from desktop.i18n.words import Words
from desktop.plots.along import Along, in_unit
from desktop.plots.crosshair import Curves
from desktop.plots.curve_styles import BEHIND, DASHED, CurveStyle, end_style, run_style
from desktop.plots.series import Series
from desktop.runs.history import RunHistory
from desktop.runs.run_list import Run
from desktop.runs.units import Units, units_of
from desktop.training.plot_words import exploded_words
from desktop.widgets.theme import COOL, FRESH, WARM

Drawn = tuple[Curves, Curves, Curves]  # of the batches' loss, the epochs' losses, the accuracy


class CurveWords(Words):
    """Of the legends."""


def x_names(along: Along) -> tuple[str, str, str]:
    """Return what stands below the three plots."""
    if along is Along.IMAGES:
        return (CurveWords.tr("images seen"),) * 3
    if along is Along.SECONDS:
        return (CurveWords.tr("seconds"),) * 3
    return CurveWords.tr("batch"), CurveWords.tr("epoch"), CurveWords.tr("epoch")


def lone_curves(history: RunHistory, units: Units, run: Run | None = None) -> Drawn:
    """Return the curves of the only run that is shown."""
    steps, epochs = units
    raw = CurveStyle(CurveWords.tr("each batch"), COOL, opacity=BEHIND)
    smooth = CurveStyle(CurveWords.tr("smoothed"), WARM)
    training = CurveStyle(CurveWords.tr("training"), COOL, dots=True)
    validation = CurveStyle(CurveWords.tr("validation"), WARM, DASHED, dots=True)
    accuracy = CurveStyle(CurveWords.tr("validation"), FRESH, dots=True)
    losses = ((training, history.train_loss), (validation, history.valid_loss))
    return (
        [
            (raw, in_unit(history.batch_loss, steps)),
            (smooth, in_unit(history.smooth_loss, steps)),
            *_end(run, smooth, units),
        ],
        [(style, in_unit(points, epochs)) for style, points in losses],
        [(accuracy, in_unit(history.accuracy, epochs))],
    )


def compared_curves(runs: Sequence[Run], along: Along) -> Drawn:
    """Return a curve of each run: smoothed, and of the validation set."""
    batches, losses, accuracies = [], [], []
    for run in runs:
        history, units = run.history, units_of(run, along)
        steps, epochs = units
        line, dotted = run_style(run.look, run.name), run_style(run.look, run.name, dots=True)
        batches.append((line, in_unit(history.smooth_loss, steps)))
        batches += _end(run, line, units, f"{run.name}: ")
        losses.append((dotted, in_unit(history.valid_loss, epochs)))
        accuracies.append((dotted, in_unit(history.accuracy, epochs)))
    return batches, losses, accuracies


def _end(run: Run | None, style: CurveStyle, units: Units, whose: str = "") -> Curves:
    """Return the batch after which the loss exploded, as a curve of one infinite value."""
    if run is None or not run.diverged:
        return []
    batch, point = run.batches_done, Series()
    point.append(batch, np.inf)
    return [(end_style(style, whose + exploded_words(batch)), in_unit(point, units.batches))]
